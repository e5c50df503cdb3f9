// A PDF as evidence: whole, readable, of a bounded number of pages, and a paper only: nothing in it acts by itself.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { holdsAnother } from './foreign.ts';
import { broken, type Inspected, MOST_PAGES, twoInOne } from './inspected.ts';
import { type PdfObjects, readObjects, type Unpack } from './pdf-objects.ts';
import { entryOf, isDictionary, nameOf, type PdfValue, referenceOf } from './pdf-values.ts';

/**
 * Refuses `evidence.broken`, `evidence.two-in-one`, `evidence.locked`, `evidence.pdf-active`, `evidence.pdf-carries` (files inside),
 * `evidence.too-many-pages` (most).
 */
export function inspectPdf(bytes: Uint8Array, unpack: Unpack): Outcome<Inspected> {
  const objects = tryObjects(bytes, unpack);
  if (objects === null) return broken('pdf');
  const [text = ''] = objects.texts;
  if (isLocked(text, objects)) return refuse('evidence.locked');
  if (objects.texts.some((one) => ACTS.test(one)) || opensByItself(objects)) return refuse('evidence.pdf-active');
  if (objects.texts.some((one) => CARRIES.test(one))) return refuse('evidence.pdf-carries');
  if (holdsAnother(bytes)) return twoInOne('pdf');
  const end = text.lastIndexOf('%%EOF');
  if (end === -1) return broken('pdf');
  if (/[^\0\t\n\f\r ]/.test(text.slice(end + 5))) return twoInOne('pdf');
  const pages = countPages(objects);
  if (pages === 0) return broken('pdf');
  return pages > MOST_PAGES ? refuse('evidence.too-many-pages', { most: MOST_PAGES }) : ok({ pages });
}

/** Null when it cannot be read, whatever it was that failed. */
function tryObjects(bytes: Uint8Array, unpack: Unpack): PdfObjects | null {
  try {
    return readObjects(bytes, unpack);
  } catch {
    return null;
  }
}

/** A pattern that finds the names however they are spelt: each letter as itself or as `#` and its code. */
function named(names: readonly string[], after = ''): RegExp {
  const spelt = names.map((name) => [...name].map((letter) => `(?:${letter}|#${hexadecimal(letter)})`).join(''));
  return new RegExp(`/(?:${spelt.join('|')})(?![^\\0\\t\\n\\f\\r ()<>[\\]{}/%])${after}`);
}

function hexadecimal(letter: string): string {
  const code = letter.charCodeAt(0).toString(16);
  return [...code].map((digit) => (/[a-f]/.test(digit) ? `[${digit}${digit.toUpperCase()}]` : digit)).join('');
}

/** Scripts, programs, films that run, forms that send themselves: found in the whole text, so that no table of contents hides them. */
const ACTS = new RegExp(
  [
    named(['JavaScript', 'Launch', 'RichMedia', 'ImportData', 'SubmitForm', 'Rendition', 'GoToE']),
    named(['JS'], '[\\0\\t\\n\\f\\r ]*(?:\\(|<|\\d)'),
    named(['XFA'], '[\\0\\t\\n\\f\\r ]*(?:\\[|\\d)'),
  ]
    .map(({ source }) => source)
    .join('|'),
);
const CARRIES = new RegExp([named(['EmbeddedFile', 'FileAttachment']), named(['EF'], '[\\0\\t\\n\\f\\r ]*(?:<<|\\d)')].map(({ source }) => source).join('|'));
const ENCRYPT = named(['Encrypt'], '[\\0\\t\\n\\f\\r ]*(?:\\d+[\\0\\t\\n\\f\\r ]+\\d+[\\0\\t\\n\\f\\r ]+R|<<)');

function isLocked(text: string, { trailers }: PdfObjects): boolean {
  return ENCRYPT.test(text) || trailers.some((one) => entryOf(one, 'Encrypt') !== null);
}

/** What a paper may do when it is opened: turn to a page. */
const QUIET: readonly (string | null)[] = ['GoTo', 'Named'];

function opensByItself({ values }: PdfObjects): boolean {
  return [...values.values()].some((value) => {
    const opening = resolve(values, entryOf(value, 'OpenAction'));
    return isDictionary(opening) && !QUIET.includes(nameOf(entryOf(opening, 'S')));
  });
}

function resolve(values: PdfObjects['values'], value: PdfValue): PdfValue {
  const reference = referenceOf(value);
  return reference === null ? value : (values.get(reference) ?? null);
}

/** Leaves of the page tree, counted from its root to one more than may be; a page that stands twice is two. */
function countPages({ values, trailers }: PdfObjects): number {
  const waiting: PdfValue[] = [entryOf(catalogueOf(values, trailers), 'Pages')];
  const seen = new Set<number>();
  let pages = 0;
  while (waiting.length > 0 && pages <= MOST_PAGES) {
    const here = waiting.pop() ?? null;
    const node = resolve(values, here);
    const kids = resolve(values, entryOf(node, 'Kids'));
    const number = referenceOf(here);
    if (!isDictionary(node)) continue;
    if (!Array.isArray(kids)) pages += nameOf(entryOf(node, 'Type')) === 'Pages' ? 0 : 1;
    else if (number === null || !seen.has(number)) {
      if (number !== null) seen.add(number);
      // One more than may be is enough to know.
      waiting.push(...kids.slice(0, MOST_PAGES + 1));
    }
  }
  return pages;
}

/** The catalogue that the newest end of the file names; where it names none that is there, the newest catalogue. */
function catalogueOf(values: PdfObjects['values'], trailers: PdfObjects['trailers']): PdfValue {
  const roots = trailers.map((trailer) => resolve(values, entryOf(trailer, 'Root')));
  const all = [...values.values()].filter((value) => nameOf(entryOf(value, 'Type')) === 'Catalog');
  return roots.findLast((root) => isDictionary(root) && entryOf(root, 'Pages') !== null) ?? all.at(-1) ?? null;
}
