import { describe, expect, test } from 'vitest';
import { groupedCode, readCode, receiptCode } from './check-code.ts';

describe('the code of a receipt', () => {
  test('has 4 x 4 signs, none of which looks like another', () => {
    const every = Array.from({ length: 256 }, (_, byte) => receiptCode(new Uint8Array(16).fill(byte))[0]);
    expect(new Set(every).size).toBe(32);
    expect(every.filter((sign) => 'ILOU'.includes(sign ?? 'I'))).toEqual([]);
    expect(groupedCode(receiptCode(Uint8Array.from({ length: 16 }, (_, at) => at)))).toBe('0123-4567-89AB-CDEF');
  });

  test('gives each sign for as many bytes as every other', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte += 1) {
      const sign = receiptCode(new Uint8Array(16).fill(byte))[0] ?? '';
      counts.set(sign, (counts.get(sign) ?? 0) + 1);
    }
    expect([...new Set(counts.values())]).toEqual([8]);
  });

  test('groups nothing of nothing', () => expect(groupedCode('')).toBe(''));
});

test.each([
  ['7k4q-9zab c1d2.e3f4', { kind: 'short', code: '7K4Q9ZABC1D2E3F4', beginning: null }],
  ['OOOO IIII LLLL 2222', { kind: 'short', code: '0000111111112222', beginning: '0000111111112222' }],
  ['8131-4CA5-C753-0E1F', { kind: 'short', code: '81314CA5C7530E1F', beginning: '81314ca5c7530e1f' }],
  ['8131-4CA5-C753', null],
  ['AB'.repeat(32), { kind: 'digest', code: 'ab'.repeat(32) }],
  ['7K4Q', null],
  ['UUUU-UUUU-UUUU-UUUU', null],
  ['BL-H-2026-01-7K4Q', null],
  ['', null],
])('reads %j', (typed, asked) => expect(readCode(typed)).toEqual(asked));
