// Signs of a second file in the same bytes: an archive behind a picture, a web page inside a paper.

import { lettersOf } from './inspected.ts';

const HEAD = 4096;
const WEB_PAGE = /<(?:!doctype\s+html|html|head|body|script|svg|iframe)[\s/>]/i;
const SCRIPT = /<script[\s/>]/i;
/** The end record of a ZIP lies in the last bytes, before a comment of at most 65,535. */
const ZIP_TAIL = 65_557;
const ZIP_END = /PK\u0005\u0006\0{4}/;
const PROGRAM = /^(?:PK\u0003\u0004|Rar!|7z\u00bc\u00af|MZ|\u007fELF|%PDF-|#!|\u00d0\u00cf\u0011\u00e0|<)/;

/** Whether the bytes, whatever they begin with, are also an archive that any unpacker opens, or begin as a web page, or carry a script. */
export function holdsAnother(bytes: Uint8Array): boolean {
  if (ZIP_END.test(lettersOf(bytes, Math.max(0, bytes.length - ZIP_TAIL)))) return true;
  return WEB_PAGE.test(lettersOf(bytes, 0, Math.min(HEAD, bytes.length))) || SCRIPT.test(lettersOf(bytes));
}

/**
 * Whether what follows the end of a picture is a file of its own kind. Phones leave much behind their photos (a second picture, a moving one, notes
 * of the maker), and that is left alone.
 */
export function followsAnother(bytes: Uint8Array, from: number): boolean {
  let at = from;
  while (at < bytes.length && BLANK.has(bytes[at] ?? 1)) at += 1;
  const start = lettersOf(bytes, at, Math.min(at + HEAD, bytes.length));
  return PROGRAM.test(start) || WEB_PAGE.test(start);
}

const BLANK: ReadonlySet<number> = new Set([0, 9, 10, 13, 32]);
