// The files a command reads: UTF-8 text, or a refusal that names the path.

import { readFile, stat } from 'node:fs/promises';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';

const MOST_MEGABYTES = 64;

/** Refuses `file.unreadable`, `file.too-large` and `file.not-utf8` (path). */
export async function readText(path: string): Promise<Outcome<string>> {
  const size = await stat(path).catch(() => null);
  if (size !== null && size.size > MOST_MEGABYTES * 1024 * 1024) return refuse('file.too-large', { path, megabytes: MOST_MEGABYTES });
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refuse('file.unreadable', { path });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('file.not-utf8', { path });
  }
}
