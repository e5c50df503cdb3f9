import { describe, expect, test } from 'vitest';
import { lookAlikes, nearestWord, sameLook } from './near-word.ts';

describe('the nearest word', () => {
  const known = ['jury_aggregate', 'trim', 'min', 'max', 'Kesehatan', 'Pendidikan'];
  test.each([
    ['jury_agregate', 'jury_aggregate'],
    ['juri_aggregat', 'jury_aggregate'],
    ['trmi', 'trim'],
    ['trimm', 'trim'],
    ['Kesehatn', 'Kesehatan'],
    ['KESEHATAN', 'Kesehatan'],
    ['mix', 'max'],
    ['', ''],
    ['pertanian', ''],
  ])('of %j is %j', (written, wanted) => expect(nearestWord(written, written === 'mix' ? ['max', 'min'] : known)).toBe(wanted));

  test('counts a swap of neighbours as one change', () => {
    expect(nearestWord('ab', ['ba'])).toBe('ba');
    expect(nearestWord('ab', ['cd'])).toBe('');
  });
});

describe('names that look alike', () => {
  test('are one text', () => {
    expect(sameLook(' S\u00a0 1 ')).toBe('s 1');
    expect(sameLook('e\u0301')).toBe(sameLook('\u00e9'));
  });

  test('are told with the earlier spelling; the same spelling again is no fault', () => {
    const earlier = lookAlikes();
    expect(['S1', 'S1', 's1', 'S2', '\u00e9', 'e\u0301'].map(earlier)).toEqual([null, null, 'S1', null, null, '\u00e9']);
  });
});
