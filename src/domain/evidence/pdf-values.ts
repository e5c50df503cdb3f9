// Values of a PDF read from its text, a character a byte: names with their escapes undone, containers to a bounded depth.

export type PdfValue = number | string | null | PdfName | PdfReference | readonly PdfValue[] | PdfDictionary;
export interface PdfName {
  readonly name: string;
}
export interface PdfReference {
  readonly object: number;
}
export interface PdfDictionary {
  readonly entries: ReadonlyMap<string, PdfValue>;
}

/** What was read, and where the reading stopped. */
export interface Read {
  readonly value: PdfValue;
  readonly end: number;
}

export class PdfFault extends Error {}

const MOST_DEPTH = 60;
const BLANKS = '\0\t\n\f\r ';
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]+\d{1,5}[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const NUMBER = /[+-]*\d*\.?\d+(?:\.?-?\d*)|[+-]*\d+\.?/y;
const NAME = /\/([^\0\t\n\f\r ()<>[\]{}/%]*)/y;
const WORD = /[A-Za-z]+[^\0\t\n\f\r ()<>[\]{}/%]*/y;
const HEXADECIMAL = /<[0-9A-Fa-f\0\t\n\f\r ]*>/y;
const IN_STRING = /[()\\]/g;

/** The value at `from`. Throws PdfFault where none stands, or where it is nested deeper than any writer does. */
export function readValue(text: string, from: number, depth = 0): Read {
  if (depth > MOST_DEPTH) throw new PdfFault('too deep');
  const at = skipBlank(text, from);
  switch (text[at]) {
    case '/':
      return readName(text, at);
    case '(':
      return { value: '', end: endOfString(text, at) };
    case '[':
      return readArray(text, at + 1, depth);
    case '<':
      return text[at + 1] === '<' ? readDictionary(text, at + 2, depth) : { value: '', end: endOf(HEXADECIMAL, text, at) };
    default:
      return readWord(text, at);
  }
}

/** Past blanks and comments. */
export function skipBlank(text: string, from: number): number {
  let at = from;
  for (;;) {
    while (BLANKS.includes(text[at] ?? 'x')) at += 1;
    if (text[at] !== '%') return at;
    while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at += 1;
  }
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  if (!pattern.test(text)) throw new PdfFault('not a value');
  return pattern.lastIndex;
}

/** A name with its `#41` undone, so that no spelling hides it. */
function readName(text: string, at: number): Read {
  const end = endOf(NAME, text, at);
  const name = text.slice(at + 1, end).replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return { value: { name }, end };
}

function endOfString(text: string, at: number): number {
  let open = 0;
  IN_STRING.lastIndex = at;
  for (let found = IN_STRING.exec(text); found !== null; found = IN_STRING.exec(text)) {
    if (found[0] === '\\') IN_STRING.lastIndex += 1;
    else open += found[0] === '(' ? 1 : -1;
    if (open === 0) return IN_STRING.lastIndex;
  }
  throw new PdfFault('string without end');
}

function readArray(text: string, from: number, depth: number): Read {
  const items: PdfValue[] = [];
  for (let at = skipBlank(text, from); ; at = skipBlank(text, at)) {
    if (text[at] === ']') return { value: items, end: at + 1 };
    const { value, end } = readValue(text, at, depth + 1);
    items.push(value);
    at = end;
  }
}

/** Of a key that stands twice the first is kept, as readers do that look no further; every name is seen by whoever scans the text. */
function readDictionary(text: string, from: number, depth: number): Read {
  const entries = new Map<string, PdfValue>();
  for (let at = skipBlank(text, from); ; at = skipBlank(text, at)) {
    if (text.startsWith('>>', at)) return { value: { entries }, end: at + 2 };
    const key = readName(text, at);
    const { value, end } = readValue(text, key.end, depth + 1);
    const { name } = key.value as PdfName;
    if (!entries.has(name)) entries.set(name, value);
    at = end;
  }
}

function readWord(text: string, at: number): Read {
  REFERENCE.lastIndex = at;
  const reference = REFERENCE.exec(text);
  if (reference !== null) return { value: { object: Number(reference[1]) }, end: REFERENCE.lastIndex };
  NUMBER.lastIndex = at;
  const number = NUMBER.exec(text);
  if (number !== null) return { value: Number.parseFloat(number[0]) || 0, end: NUMBER.lastIndex };
  return { value: null, end: endOf(WORD, text, at) };
}

/** The entry of a dictionary; null where there is none or the value is no dictionary. */
export function entryOf(value: PdfValue | undefined, key: string): PdfValue {
  return isDictionary(value) ? (value.entries.get(key) ?? null) : null;
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value !== null && 'entries' in value && value.entries instanceof Map;
}

export function nameOf(value: PdfValue | undefined): string | null {
  return typeof value === 'object' && value !== null && 'name' in value ? value.name : null;
}

export function referenceOf(value: PdfValue | undefined): number | null {
  return typeof value === 'object' && value !== null && 'object' in value ? value.object : null;
}
