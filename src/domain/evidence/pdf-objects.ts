// Every object of a PDF, found in its text and in its packed object streams, whatever its table of contents says.

import { lettersOf } from './inspected.ts';
import { entryOf, isDictionary, nameOf, PdfFault, type PdfValue, readValue, skipBlank } from './pdf-values.ts';

/** Unpacks what was packed by Deflate: at most `most` bytes, null when there are more or it cannot be unpacked. */
export type Unpack = (packed: Uint8Array, most: number) => Uint8Array | null;

export interface PdfObjects {
  /** The newest of each number. */
  readonly values: ReadonlyMap<number, PdfValue>;
  /** Dictionaries that stand at the end of a file or of one of its updates. */
  readonly trailers: readonly PdfValue[];
  /** The file's own text and what its object streams unpack to. */
  readonly texts: readonly string[];
}

const MOST_OBJECTS = 400_000;
const MOST_STREAM = 64 * 1024 * 1024;
const MOST_UNPACKED = 192 * 1024 * 1024;
const OBJECT = /(\d{1,10})[\0\t\n\f\r ]{1,32}\d{1,5}[\0\t\n\f\r ]{1,32}obj(?![A-Za-z])/g;
const TRAILER = /trailer(?=[\0\t\n\f\r ]*<<)/g;
const STREAM = /stream(?:\r\n|\n|\r)/y;
const MOST_TRAILERS = 200;

/** Throws PdfFault when there are more objects than any paper has, or an object stream cannot be looked into. */
export function readObjects(bytes: Uint8Array, unpack: Unpack): PdfObjects {
  const text = lettersOf(bytes);
  const found: Finding = { values: new Map(), texts: [text], trailers: [], left: MOST_UNPACKED, unpack, bytes, text };
  for (const match of text.matchAll(OBJECT)) {
    keep(found, Number(match[1]), text, match.index + match[0].length);
  }
  const ends = [...text.matchAll(TRAILER)].slice(-MOST_TRAILERS);
  for (const { index } of ends) found.trailers.push(tryValue(text, index + 'trailer'.length)?.value ?? null);
  return found;
}

interface Finding {
  readonly values: Map<number, PdfValue>;
  readonly texts: string[];
  readonly trailers: PdfValue[];
  /** Bytes that may still be unpacked. */
  left: number;
  readonly unpack: Unpack;
  readonly bytes: Uint8Array;
  readonly text: string;
}

/** An object that is no value is left out: a reader cannot use it either, and its names are seen in the text. */
function tryValue(text: string, at: number) {
  try {
    return readValue(text, at);
  } catch {
    return null;
  }
}

function keep(found: Finding, number: number, text: string, at: number): void {
  const read = tryValue(text, at);
  if (read === null) return;
  if (found.values.size > MOST_OBJECTS) throw new PdfFault('too many objects');
  found.values.set(number, slim(read.value));
  if (text !== found.text || !isDictionary(read.value)) return;
  STREAM.lastIndex = skipBlank(text, read.end);
  if (!STREAM.test(text)) return;
  if (nameOf(entryOf(read.value, 'Type')) === 'XRef') found.trailers.push(read.value);
  if (isObjectStream(read.value)) openStream(found, read.value, STREAM.lastIndex);
}

/** What is asked of an object later; the rest is not held. */
function slim(value: PdfValue): PdfValue {
  if (!isDictionary(value)) return value;
  return { entries: new Map([...value.entries].filter(([key]) => ASKED.has(key))) };
}

const ASKED: ReadonlySet<string> = new Set(['Type', 'Kids', 'Pages', 'S', 'OpenAction', 'Count']);

/** By its name, or by what only such a stream has: a reader may go by either. */
function isObjectStream(value: PdfValue): boolean {
  return nameOf(entryOf(value, 'Type')) === 'ObjStm' || (typeof entryOf(value, 'N') === 'number' && typeof entryOf(value, 'First') === 'number');
}

function openStream(found: Finding, head: PdfValue, from: number): void {
  const [count, first] = [entryOf(head, 'N'), entryOf(head, 'First')];
  if (typeof count !== 'number' || typeof first !== 'number') throw new PdfFault('object stream without its numbers');
  const text = unpacked(found, head, from);
  found.texts.push(text);
  const places = text
    .slice(0, first)
    .trim()
    .split(/[\0\t\n\f\r ]+/)
    .map(Number);
  for (let at = 0; at < Math.min(count, places.length / 2); at++) {
    const [number, place] = [places[2 * at] ?? Number.NaN, places[2 * at + 1] ?? Number.NaN];
    if (Number.isInteger(number) && Number.isInteger(place)) keep(found, number, text, first + place);
  }
}

function unpacked(found: Finding, head: PdfValue, from: number): string {
  const stated = entryOf(head, 'Length');
  const ending = found.text.indexOf('endstream', typeof stated === 'number' ? from + stated : from);
  if (ending === -1) throw new PdfFault('stream without end');
  const packed = found.bytes.subarray(from, ending);
  const whole = isBare(head) ? packed : isDeflated(head) ? found.unpack(packed, Math.min(MOST_STREAM, found.left)) : null;
  if (whole === null) throw new PdfFault('object stream that cannot be looked into');
  found.left -= whole.length;
  return lettersOf(whole);
}

const isBare = (head: PdfValue) => entryOf(head, 'Filter') === null;

/** Packed once, by Deflate, without a predictor: no writer packs objects otherwise. */
function isDeflated(head: PdfValue): boolean {
  const filter = entryOf(head, 'Filter');
  const one = Array.isArray(filter) && filter.length === 1 ? filter[0] : filter;
  const predictor = entryOf(entryOf(head, 'DecodeParms'), 'Predictor');
  return (nameOf(one) === 'FlateDecode' || nameOf(one) === 'Fl') && (predictor === null || predictor === 1);
}
