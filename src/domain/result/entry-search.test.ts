import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { matchesSearch, parseSearch, readRange, type SearchedEntry, type Vocabulary } from './entry-search.ts';
import { COLUMNS } from './pipeline.ts';

const WORDS: Vocabulary = {
  keys: {
    kategori: 'category',
    tahap: 'place',
    petugas: 'verifier',
    kantor: 'agency',
    nomor: 'number',
    skor: 'points',
    klaim: 'claimed',
    sah: 'verified',
    diam: 'idle',
    lewat: 'late',
  },
  columns: {
    draft: ['draf'],
    head: ['kepala'],
    verification: ['verifikasi'],
    desk: ['nilai-meja', 'meja'],
    shortlist: ['lima-besar'],
    presentation: ['presentasi'],
    result: ['hasil'],
    out: ['tidak-lanjut'],
  },
  states: {
    draft: 'Draf',
    submitted: 'Menunggu kepala',
    'returned-by-head': 'Dikembalikan kepala',
    approved: 'Disetujui',
    'in-verification': 'Dalam verifikasi',
    'returned-for-repair': 'Perlu perbaikan',
    verified: 'Terverifikasi',
    eligible: 'Memenuhi syarat',
    refused: 'Ditolak',
    withdrawn: 'Ditarik',
  },
  me: 'saya',
  nobody: 'kosong',
  yes: 'ya',
  no: 'tidak',
};

const ENTRY: SearchedEntry = {
  name: 'Lasungku Talu',
  agency: 'Dinas Kependudukan',
  number: 'BL-2026-0047',
  category: 'skpd Perangkat daerah',
  column: 'verification',
  state: 'returned-for-repair',
  verifiers: [{ personId: 'p1', name: 'Rina Wati' }],
  claimed: '107',
  verified: '103.5',
  idleDays: 4,
  isLate: true,
};

const finds = (text: string, entry: Partial<SearchedEntry> = {}, me = 'p1'): boolean | string => {
  const terms = parseSearch(text, WORDS);
  return terms.ok ? matchesSearch(terms.value, { ...ENTRY, ...entry }, me) : terms.refusal.code;
};

describe('a search', () => {
  test.each([
    ['', true],
    ['   -  ', true],
    ['lasungku', true],
    ['LASUNGKU talu', true],
    ['kependudukan 0047', true],
    ['"lasungku talu"', true],
    ['"talu lasungku"', false],
    ['"tidak ditutup', false],
    ['lasungku pepes', false],
    ['-pepes', true],
    ['-lasungku', false],
    ['kategori:skpd', true],
    ['kategori:puskesmas', false],
    ['-kategori:puskesmas', true],
    ['Kategori:"perangkat daerah"', true],
    ['tahap:verifikasi', true],
    ['tahap:veri', true],
    ['tahap:perlu', true],
    ['tahap:draf', false],
    ['tahap:ditarik', false],
    ['petugas:saya', true],
    ['petugas:rina', true],
    ['petugas:hadi', false],
    ['petugas:kosong', false],
    ['-petugas:kosong', true],
    ['kantor:dinas', true],
    ['nomor:47', true],
    ['nomor:48', false],
    ['skor:>103', true],
    ['skor:>103,5', false],
    ['skor:>=103,5', true],
    ['skor:103.5', true],
    ['skor:<104', true],
    ['skor:<=103', false],
    ['skor:100..103,5', true],
    ['skor:104..200', false],
    ['klaim:=107', true],
    ['klaim:<107', false],
    ['sah:>100', true],
    ['diam:>3', true],
    ['diam:>4', false],
    ['lewat:ya', true],
    ['lewat:tidak', false],
    ['-lewat:ya', false],
    ['kategori:skpd petugas:saya skor:>90 lasungku', true],
  ])('%j gives %s', (text, found) => expect(finds(text)).toBe(found));

  test('knows who asks, and entries without a verifier', () => {
    expect(finds('petugas:saya', {}, 'p2')).toBe(false);
    expect(finds('petugas:kosong', { verifiers: [] })).toBe(true);
  });

  test('takes the claim where verification is not done, and finds nothing in a range for what is unknown', () => {
    expect(finds('skor:107', { verified: null })).toBe(true);
    expect(finds('sah:>0', { verified: null })).toBe(false);
    expect(finds('klaim:>=0', { claimed: null, verified: null })).toBe(false);
  });

  test('a begun name of a state that is also a column means the column', () => {
    expect(finds('tahap:hasil', { column: 'result' })).toBe(true);
    expect(finds('tahap:d', { column: 'desk', state: 'refused' })).toBe(false);
  });

  test.each([
    ['foo:bar', 'search.unknown-key'],
    ['toString:x', 'search.unknown-key'],
    ['kategori:', 'search.no-value'],
    ['kategori: skpd', 'search.no-value'],
    ['skor:banyak', 'search.not-a-number'],
    ['skor:>', 'search.not-a-number'],
    ['skor:>1234567890123', 'search.not-a-number'],
    ['skor:1..1234567890123', 'search.not-a-number'],
    ['tahap:bulan', 'search.unknown-place'],
    ['lewat:mungkin', 'search.not-yes-or-no'],
    ['x'.repeat(201), 'search.too-long'],
  ])('%j is refused with %s', (text, code) => expect(finds(text)).toBe(code));

  test('names the word at fault and what is known', () => {
    const terms = parseSearch('foo:bar', WORDS);
    expect(terms.ok ? null : terms.refusal.facts).toEqual({ word: 'foo', known: Object.keys(WORDS.keys) });
    const place = parseSearch('tahap:zzz', WORDS);
    expect(place.ok ? null : place.refusal.facts).toEqual({ value: 'zzz', known: COLUMNS.map((column) => WORDS.columns[column][0]) });
  });

  test('whatever is typed is answered, and a term turned round finds the others', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const terms = parseSearch(text, WORDS);
        if (terms.ok) expect(typeof matchesSearch(terms.value, ENTRY, 'p1')).toBe('boolean');
        else expect(terms.refusal.code).toMatch(/^search\./);
      }),
    );
    fc.assert(
      fc.property(fc.constantFrom('skor:>90', 'diam:2', 'petugas:rina', 'tahap:meja', 'lasung', 'lewat:ya'), (text) => {
        expect(finds(`-${text}`)).toBe(!finds(text));
      }),
    );
  });
});

test('a range holds a number exactly when the number lies in it', () => {
  const number = fc.integer({ min: 0, max: 2000 });
  fc.assert(
    fc.property(number, number, fc.constantFrom('>', '>=', '<', '<=', '='), (end, value, sign) => {
      const holds = { '>': value > end, '>=': value >= end, '<': value < end, '<=': value <= end, '=': value === end }[sign];
      expect(finds(`klaim:${sign}${end}`, { claimed: String(value) })).toBe(holds);
    }),
  );
  fc.assert(
    fc.property(number, number, number, (low, high, value) => {
      expect(finds(`klaim:${low}..${high}`, { claimed: String(value) })).toBe(low <= value && value <= high);
    }),
  );
  expect(readRange('')).toBeNull();
});
