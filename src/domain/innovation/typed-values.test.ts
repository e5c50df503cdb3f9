import { describe, expect, test } from 'vitest';
import { parseAmount, parseDate } from './typed-values.ts';
import { countWords, freeSlug, slugOf } from './words.ts';

describe('a date', () => {
  test.each([
    ['2024-03-01', '2024-03-01'],
    ['2024-3-1', '2024-03-01'],
    ['12-10-2024', '2024-10-12'],
    ['1/3/2024', '2024-03-01'],
    ['1.3.2024', '2024-03-01'],
    ['1 3 2024', '2024-03-01'],
    ['1 Maret 2024', '2024-03-01'],
    ['17agustus2024', '2024-08-17'],
    ['5 Des. 2024', '2024-12-05'],
    ['1990-01-01', '1990-01-01'],
    ['2099-12-31', '2099-12-31'],
    ['2024-02-29', '2024-02-29'],
  ])('typed "%s" is kept as %s', (typed, kept) => expect(parseDate(typed)).toBe(kept));

  test('knows every month by its first three letters', () => {
    const months = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];
    expect(months.map((month) => parseDate(`3 ${month} 2025`))).toEqual(months.map((_, at) => `2025-${String(at + 1).padStart(2, '0')}-03`));
  });

  test.each([
    '',
    '1989-12-31',
    '2100-01-01',
    '2025-02-29',
    '2024-13-01',
    '2024-00-10',
    '32-1-2024',
    '1-3-24',
    '2024-03-01x',
    'x2024-03-01',
    '1-3-2024x',
    'x1-3-2024',
    '1 Marz 2024 x',
    'x1 Maret 2024',
    '3 Foo 2024',
    '3 Foo 1990',
    '3 ar 2024',
    '1_3_2024',
    '20240301',
  ])('typed "%s" is none', (typed) => expect(parseDate(typed)).toBeNull());
});

describe('an amount', () => {
  test.each([
    ['0', '0'],
    ['007', '7'],
    ['000', '0'],
    ['185000000', '185000000'],
    ['185.000.000', '185000000'],
    ['185 000 000', '185000000'],
    ['1.000', '1000'],
    [' Rp185.000.000,00 ', '185000000'],
    ['rp. 5', '5'],
    ['Rp\u00a05.000', '5000'],
    ['5,-', '5'],
    ['5,5', '5'],
    ['185 juta', '185000000'],
    ['Rp 1,5 miliar', '1500000000'],
    ['1,5m', '1500000000'],
    ['2 milyar', '2000000000'],
    ['10 jt', '10000000'],
    ['0,125 juta', '125000'],
    ['7 ribu', '7000'],
    ['7rb', '7000'],
    ['123456 RIBU', '123456000'],
    ['999999999999999', '999999999999999'],
    ['999.999.999.999.999', '999999999999999'],
  ])('typed "%s" is %s rupiah', (typed, kept) => expect(parseAmount(typed)).toBe(kept));

  test.each([
    '',
    '-5',
    'gratis',
    '1.85.000',
    '1.0000',
    '5,',
    '5,123',
    '1e6',
    'x5',
    '5x',
    'xRp5 juta',
    '5 jutaan',
    '1234567 juta',
    '1,2345 juta',
    '1000000000000000',
    '1.000.000.000.000.000',
    'Rpx5',
  ])('typed "%s" is none', (typed) => expect(parseAmount(typed)).toBeNull());
});

describe('words', () => {
  test('are counted by runs that hold a letter or a digit of any script', () => expect(countWords('satu   — 2  é  中文 !')).toBe(4));

  test('make an address of at most 60 characters that begins and ends with a letter or digit', () => {
    expect([' -- Ada  apa?! -- ', 'é'.repeat(3), `${'a'.repeat(59)} bcd`, `${'a'.repeat(58)} -- bcd`, 'x'.repeat(70)].map(slugOf)).toEqual([
      'ada-apa',
      'eee',
      'a'.repeat(59),
      `${'a'.repeat(58)}-b`,
      'x'.repeat(60),
    ]);
  });

  test('that are free stay as they are', () => expect([freeSlug('a', []), freeSlug('a', ['b']), freeSlug('a', ['a'])]).toEqual(['a', 'a', 'a-2']));
});
