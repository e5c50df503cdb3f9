// The files a command reads: UTF-8 text, or a refusal that names the path.

import { readFile } from 'node:fs/promises';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';

/** Refuses `file.unreadable` and `file.not-utf8` (path). */
export async function readText(path: string): Promise<Outcome<string>> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) return refuse('file.unreadable', { path });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return refuse('file.not-utf8', { path });
  }
}
