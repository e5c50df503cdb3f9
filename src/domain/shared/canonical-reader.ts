// Reads JSON that must be canonical: the one text canonicalJson writes of a value. Anything else is named by its place.

/** `at` counts UTF-16 units of the text, `expected` is a word for what should stand there, and after a space its detail. */
export type CanonicalReading = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly at: number; readonly expected: string };

/** Nothing we write is nested deeper. */
const DEEPEST = 64;

/**
 * The value of a canonical text: keys in code unit order, no spaces, numbers and strings as JSON.stringify writes them, nothing after the value.
 * Never throws; the first place where the text is something else is named.
 * @basis canonicalJson: one value, one text, so that a text that reads can be compared byte by byte.
 */
export function readCanonicalJson(text: string): CanonicalReading {
  const reader: Reader = { text, at: 0 };
  const value = readValue(reader, 0);
  if (value instanceof Misread) return { ok: false, at: value.at, expected: value.expected };
  return reader.at === text.length ? { ok: true, value } : { ok: false, at: reader.at, expected: 'end' };
}

interface Reader {
  readonly text: string;
  at: number;
}

class Misread {
  readonly at: number;
  readonly expected: string;
  constructor(at: number, expected: string) {
    this.at = at;
    this.expected = expected;
  }
}

function readValue(reader: Reader, depth: number): unknown {
  const first = reader.text[reader.at];
  if (depth > DEEPEST) return new Misread(reader.at, `depth ${DEEPEST}`);
  if (first === '{') return readObject(reader, depth);
  if (first === '[') return readArray(reader, depth);
  if (first === '"') return readString(reader);
  for (const [word, value] of WORDS) if (reader.text.startsWith(word, reader.at)) return take(reader, word, value);
  return readNumber(reader);
}

const WORDS: readonly (readonly [string, boolean | null])[] = [
  ['null', null],
  ['true', true],
  ['false', false],
];

function take<T>(reader: Reader, word: string, value: T): T {
  reader.at += word.length;
  return value;
}

function readArray(reader: Reader, depth: number): unknown {
  const items: unknown[] = [];
  reader.at += 1;
  if (reader.text[reader.at] === ']') return take(reader, ']', items);
  for (;;) {
    const item = readValue(reader, depth + 1);
    if (item instanceof Misread) return item;
    items.push(item);
    const next = reader.text[reader.at];
    if (next === ']') return take(reader, ']', items);
    if (next !== ',') return new Misread(reader.at, 'item-or-end');
    reader.at += 1;
  }
}

function readObject(reader: Reader, depth: number): unknown {
  const members: [string, unknown][] = [];
  reader.at += 1;
  if (reader.text[reader.at] === '}') return take(reader, '}', {});
  for (;;) {
    const start = reader.at;
    const key = readString(reader);
    if (key instanceof Misread) return key;
    const before = members.at(-1)?.[0];
    if (before !== undefined && before >= key) return new Misread(start, `key-after ${JSON.stringify(before)}`);
    if (reader.text[reader.at] !== ':') return new Misread(reader.at, 'colon');
    reader.at += 1;
    const value = readValue(reader, depth + 1);
    if (value instanceof Misread) return value;
    members.push([key, value]);
    const next = reader.text[reader.at];
    if (next === '}') return take(reader, '}', Object.fromEntries(members));
    if (next !== ',') return new Misread(reader.at, 'member-or-end');
    reader.at += 1;
  }
}

const SHORT_ESCAPES = '"\\bfnrt';

function readString(reader: Reader): string | Misread {
  const { text, at: start } = reader;
  if (text[start] !== '"') return new Misread(start, 'quoted-text');
  let at = start + 1;
  let isPlain = true;
  for (let unit = text.charCodeAt(at); unit !== QUOTE; unit = text.charCodeAt(at)) {
    if (Number.isNaN(unit)) return new Misread(at, 'closing-quote');
    if (unit < 0x20) return new Misread(at, 'escaped-control');
    if (unit === BACKSLASH) {
      const length = escapeAt(text, at);
      if (length === 0) return new Misread(at, 'escape');
      isPlain = false;
      at += length;
    } else at += 1;
    if (unit >= 0xd800 && unit <= 0xdfff) isPlain = false;
  }
  reader.at = at + 1;
  if (isPlain) return text.slice(start + 1, at);
  const token = text.slice(start, at + 1);
  const value = JSON.parse(token) as string;
  const wanted = JSON.stringify(value);
  return wanted === token ? value : new Misread(start + firstDifference(token, wanted), `written ${wanted.slice(0, 60)}`);
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];

/** Length of the escape at the backslash; 0 when JSON has none like it. */
function escapeAt(text: string, at: number): number {
  const kind = text[at + 1] ?? '';
  if (kind !== '' && SHORT_ESCAPES.includes(kind)) return 2;
  return kind === 'u' && /^[0-9a-f]{4}$/i.test(text.slice(at + 2, at + 6)) ? 6 : 0;
}

function firstDifference(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at;
}

function readNumber(reader: Reader): number | Misread {
  const { text, at: start } = reader;
  let at = start;
  while (at < text.length && '+-.0123456789eE'.includes(text[at] ?? ' ')) at += 1;
  const token = text.slice(start, at);
  const value = token === '' || token.length > 30 ? Number.NaN : Number(token);
  if (!Number.isFinite(value) || String(value) !== token) return new Misread(start, token === '' ? 'value' : 'shortest-number');
  reader.at = at;
  return value;
}
