// Words of the public guide: what its terms mean, and one total worked out.

import type { CategoryRules } from '../../domain/edition/category.ts';
import type { WorkedExample } from '../../domain/publication/worked-example.ts';
import { mul, rational, roundHalfUp } from '../../domain/shared/rational.ts';
import { formatDecimal, formatScore } from './format.ts';
import { traceOf } from './publication.ts';

export const guideTexts = {
  title: 'Pedoman',
  lead: 'Inilah ketentuan yang dipakai menghitung. Ketentuan hanya berubah lewat keputusan yang tercatat; nomor versinya lalu naik.',
  terms: 'Arti istilah',
  example: 'Contoh hitungan satu nilai',
  exampleNote: 'Contoh: angkanya karangan, cara menghitungnya sama dengan hasil resmi.',
  exampleJury: (jurors: number) => `Nilai juri = nilai tiap kriteria × bagiannya, misalnya sama pada ${jurors} lembar`,
  indicators: (year: number) => `Dua puluh indikator kematangan ${year}`,
  points: 'Poin sebuah indikator = bobot × level (0 sampai 3). Tanpa bukti yang diterima, poinnya 0.',
  source: (source: string) => `Sumber: ${source}.`,
} as const;

interface Term {
  readonly term: string;
  readonly value: string;
}

const ALWAYS: readonly Term[] = [
  { term: 'Poin terverifikasi', value: 'Jumlah poin semua indikator setelah buktinya diperiksa verifikator.' },
  { term: 'Nilai meja', value: 'Nilai dari berkas, sebelum presentasi: poin terverifikasi dibagi poin tertinggi, dikali 100.' },
  { term: 'Nilai juri', value: 'Nilai presentasi: rata-rata lembar juri yang sudah dikunci, 0 sampai 100.' },
  { term: 'Seri', value: 'Nilainya sama. Penentunya diperiksa satu per satu menurut urutan yang tertulis; yang pertama membedakan, itulah yang dipakai.' },
];

const OF_STEPS: Readonly<Record<string, Term>> = {
  exact: { term: 'Nilai sebelum dibulatkan', value: 'Nilai lengkap dengan semua angka di belakang koma.' },
  median: { term: 'Nilai tengah juri', value: 'Nilai yang berada di tengah bila nilai semua juri diurutkan dari kecil ke besar.' },
  wins: { term: 'Menang lebih banyak antarjuri', value: 'Yang lebih sering diberi nilai lebih tinggi, juri demi juri.' },
  decision: { term: 'Keputusan rapat', value: 'Diputuskan dalam rapat; nomor berita acaranya diumumkan bersama hasil.' },
  lot: {
    term: 'Undian dengan benih',
    value:
      'Benih adalah kata atau angka yang diumumkan. Komputer mengacak urutan dari benih itu, sehingga siapa pun dapat mengulang undian dan mendapat urutan yang sama.',
  },
};

const BUNDLE: Term = { term: 'Bundel hitung ulang', value: 'Satu berkas berisi semua angka asal hasil, untuk menghitung ulang sendiri.' };

/** A line for every term the rules of these categories use. */
export function termsOf(rules: readonly CategoryRules[]): readonly Term[] {
  const used = new Set(rules.flatMap(({ deskLadder, finalLadder }) => [...deskLadder, ...finalLadder]));
  return [...ALWAYS, ...Object.entries(OF_STEPS).flatMap(([step, term]) => (used.has(step) ? [term] : [])), BUNDLE];
}

/** The steps of the example from the desk to the final value, each with its numbers. */
export function exampleSteps({ points, most, sheet, entry, result }: WorkedExample): ReturnType<typeof traceOf> {
  const { lines, note } = traceOf(entry, result);
  const nameOf = new Map(result.criteria.map(({ code, name }) => [code, name]));
  const printed = (exact: string, factor = '1') => formatScore(roundHalfUp(mul(rational(exact), rational(factor)), 2));
  const sheetWords = sheet.map(({ criterion, value, share }) => `${nameOf.get(criterion)} ${printed(value)} × ${printed(share, '100')}%`).join(' + ');
  const [final, jury, desk] = lines;
  const shown = desk === undefined ? [] : [{ ...desk, formula: `${formatDecimal(points)} poin terverifikasi ÷ ${formatDecimal(most)} poin tertinggi × 100` }];
  return {
    lines: [
      ...shown,
      ...(jury === undefined ? [] : [{ ...jury, label: guideTexts.exampleJury(entry.jurors), formula: sheetWords }]),
      ...(final === undefined ? [] : [final]),
    ],
    note,
  };
}
