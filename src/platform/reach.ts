// Folders that another account must be able to pass through, whatever the umask of whoever made them.

import { chmodSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Makes the folder; those above it that did not exist stay open for passing through. */
export function makePassage(folder: string): void {
  const missing: string[] = [];
  for (let at = folder; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const path of missing) {
    mkdirSync(path, { recursive: true });
    chmodSync(path, 0o755);
  }
}

/** Lets everybody read what lies below, and run what its owner may run. */
export function openForReading(path: string): void {
  const { mode } = statSync(path);
  const isFolder = statSync(path).isDirectory();
  chmodSync(path, (mode & 0o7777) | (isFolder || mode & 0o100 ? 0o555 : 0o444));
  if (isFolder) for (const entry of readdirSync(path, { withFileTypes: true })) if (!entry.isSymbolicLink()) openForReading(join(path, entry.name));
}

/** The first folder above `path` that the account may not pass through; null when it can reach it. */
export function closedTo(path: string, account: { readonly uid: number; readonly gid: number }): string | null {
  const above: string[] = [];
  for (let at = dirname(path); ; at = dirname(at)) {
    above.unshift(at);
    if (at === dirname(at)) break;
  }
  return above.find((folder) => !mayPass(folder, account)) ?? null;
}

function mayPass(folder: string, { uid, gid }: { readonly uid: number; readonly gid: number }): boolean {
  if (!existsSync(folder)) return true;
  const at = statSync(folder);
  if (at.uid === uid) return (at.mode & 0o100) !== 0;
  if (at.gid === gid) return (at.mode & 0o010) !== 0;
  return (at.mode & 0o001) !== 0;
}
