import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCanonicalJson } from './canonical-reader.ts';
import { canonicalJson } from './decimal-json.ts';

test('reads back whatever canonicalJson writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
      const text = canonicalJson(value);
      expect(readCanonicalJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
    }),
  );
});

test('never reads a text that is not the one of its value, and never throws', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    'a',
    'b',
    '1',
    '-',
    '.',
    'e',
    ' ',
    '\\',
    'u00e9',
    '\n',
    'null',
    'true',
    '"a"',
    '"b":',
    '\ud800',
    'é',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      const reading = readCanonicalJson(text);
      if (reading.ok) expect(canonicalJson(reading.value)).toBe(text);
      else expect(reading.at).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 5000 },
  );
});

test.each([
  ['', 0, 'value'],
  [' 1', 0, 'value'],
  ['1 ', 1, 'end'],
  ['[1,]', 3, 'value'],
  ['[1 2]', 2, 'item-or-end'],
  ['{"a":1,"b":2}x', 13, 'end'],
  ['{"b":1,"a":2}', 7, 'key-after "b"'],
  ['{"a":1,"a":2}', 7, 'key-after "a"'],
  ['{a:1}', 1, 'quoted-text'],
  ['{"a" :1}', 4, 'colon'],
  ['{"a":1;', 6, 'member-or-end'],
  ['["a', 3, 'closing-quote'],
  ['"a\nb"', 2, 'escaped-control'],
  ['"\\x"', 1, 'escape'],
  ['"\\u12"', 1, 'escape'],
  ['"\\u0041"', 1, 'written "A"'],
  ['"\\/"', 1, 'escape'],
  ['"\\u00E9"', 1, 'written "é"'],
  ['1.0', 0, 'shortest-number'],
  ['01', 0, 'shortest-number'],
  ['-0', 0, 'shortest-number'],
  ['1e400', 0, 'shortest-number'],
  ['1'.repeat(31), 0, 'shortest-number'],
  ['{"a":[x]}', 6, 'value'],
  [`${'['.repeat(65)}1`, 65, 'depth 64'],
])('names the place in %j', (text, at, expected) => expect(readCanonicalJson(text)).toEqual({ ok: false, at, expected }));

test('keeps a key that every object has by birth', () => {
  const reading = readCanonicalJson('{"__proto__":{"a":1},"constructor":2}');
  expect(reading.ok && Object.keys(reading.value as object)).toEqual(['__proto__', 'constructor']);
});
