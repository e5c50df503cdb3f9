// One process per data folder: a second start is refused, a lock left by a killed process is taken over.

import { existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { makePassage } from './reach.ts';

/** Takes the folder, or returns the id of the process that holds it. The folder is ours alone. */
export function takeFolder(folder: string): { readonly release: () => void } | { readonly heldBy: number } {
  makePassage(dirname(folder));
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'bailang.pid');
  const own = `${process.pid} ${bornAt(process.pid)}`;
  for (;;) {
    if (tryCreate(file, own)) return { release: () => rmSync(file, { force: true }) };
    const found = contentOf(file);
    const heldBy = holderIn(found);
    if (heldBy !== null) return { heldBy };
    removeStale(file, found);
  }
}

/** Whether a living process holds the folder. */
export function isTaken(folder: string): boolean {
  return holderIn(contentOf(join(folder, 'bailang.pid'))) !== null;
}

function holderIn(content: string): number | null {
  const [pid = '0', born = ''] = content.split(' ');
  return Number(pid) > 0 && bornAt(Number(pid)) === born ? Number(pid) : null;
}

/** The lock appears with its content or not at all. */
function tryCreate(file: string, content: string): boolean {
  const own = `${file}.${process.pid}`;
  writeFileSync(own, content, { mode: 0o600 });
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Moved away before it is removed: when another start was quicker and the lock is already its own, it is put back. */
function removeStale(file: string, stale: string): void {
  const aside = `${file}.${process.pid}.stale`;
  try {
    renameSync(file, aside);
    if (contentOf(aside) !== stale) linkSync(aside, file);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** When the process started, in the kernel's own count, so that a reused id is not mistaken; '?' where that is not known but it lives. */
function bornAt(pid: number): string {
  const stat = `/proc/${pid}/stat`;
  if (existsSync('/proc/self/stat')) return existsSync(stat) ? (readFileSync(stat, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? 'gone') : 'gone';
  try {
    process.kill(pid, 0);
    return '?';
  } catch {
    return 'gone';
  }
}
