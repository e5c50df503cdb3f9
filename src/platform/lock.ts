// One process per data folder: a second start is refused, a lock left by a killed process is taken over.

import { closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the folder, or returns the id of the process that holds it. */
export function takeFolder(folder: string): { readonly release: () => void } | { readonly heldBy: number } {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = join(folder, 'bailang.pid');
  for (;;) {
    const fd = tryCreate(file);
    if (fd !== null) {
      writeSync(fd, `${process.pid} ${bornAt(process.pid)}`);
      closeSync(fd);
      return { release: () => rmSync(file, { force: true }) };
    }
    const [pid = '0', born = ''] = readFileSync(file, 'utf8').split(' ');
    if (Number(pid) > 0 && bornAt(Number(pid)) === born) return { heldBy: Number(pid) };
    rmSync(file, { force: true });
  }
}

function tryCreate(file: string): number | null {
  try {
    return openSync(file, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return null;
    throw error;
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
