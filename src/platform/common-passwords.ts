// Passwords that many use, as shipped: read once, never changed while the program runs.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dataFolder } from './catalogues.ts';

let words: ReadonlySet<string> | null = null;

/** Whether the text, in small letters, is one of them. */
export function isCommonPassword(small: string): boolean {
  words ??= new Set(
    ['common.txt', 'indonesia.txt'].flatMap((name) =>
      readFileSync(join(dataFolder(), 'passwords', name), 'utf8')
        .trim()
        .split('\n'),
    ),
  );
  return words.has(small);
}
