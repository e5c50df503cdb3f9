import { describe, expect, test } from 'vitest';
import { nameRegion } from './name-region.ts';

const LISTED = new Map([
  ['63', 'Provinsi Kalimantan Selatan'],
  ['63.09', 'Kabupaten Tabalong'],
  ['63.72', 'Kota Banjarbaru'],
]);
const named = (code: string, name = '', prefix = '') => {
  const outcome = nameRegion({ code, name, prefix }, LISTED);
  return outcome.ok ? outcome.value : outcome.refusal.code;
};

describe('a new region', () => {
  test.each([
    ['63.09', '', { name: 'Kabupaten Tabalong', kind: 'regency', zone: 'Asia/Makassar', zoneWord: 'WITA', prefix: 'TB', isListed: true }],
    [' 63.72 ', 'kota  banjarbaru', { code: '63.72', name: 'Kota Banjarbaru', kind: 'city', prefix: 'BN' }],
    ['63.09', 'KAB. TABALONG', { name: 'Kabupaten Tabalong' }],
    ['63', '', { kind: 'province', prefix: 'KS' }],
    ['32.01', 'Kabupaten Bogor', { name: 'Kabupaten Bogor', kind: 'regency', zone: 'Asia/Jakarta', zoneWord: 'WIB', prefix: 'BG', isListed: false }],
    ['91.71', 'Kota Jayapura', { kind: 'city', zone: 'Asia/Jayapura', zoneWord: 'WIT' }],
    ['18.09', 'Kabupaten Ui', { prefix: 'UI' }],
    ['53.01', 'Kabupaten Satu Dua Tiga Empat Lima', { prefix: 'SDTE' }],
  ])('%s %s is named', (code, name, expected) => {
    expect(named(code, name)).toMatchObject(expected);
  });

  test('takes the letters that are typed', () => {
    expect(named('63.09', '', 'tbl')).toMatchObject({ prefix: 'TBL' });
  });

  test.each([
    ['', '', '', 'region.code-invalid'],
    ['63.9', '', '', 'region.code-invalid'],
    ['63.00', 'Kabupaten Apa', '', 'region.code-invalid'],
    ['20.01', 'Kabupaten Apa', '', 'region.code-invalid'],
    ['32.01', '', '', 'region.name-missing'],
    ['32.01', 'x'.repeat(101), '', 'region.name-missing'],
    ['63.09', 'Kabupaten Tapin', '', 'region.name-differs'],
    ['63.09', '', 'T4', 'region.prefix-invalid'],
  ])('%s "%s" %s is refused', (code, name, prefix, why) => {
    expect(named(code, name, prefix)).toBe(why);
  });
});
