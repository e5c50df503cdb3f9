// Category rules and rubrics in words, for the guide and for whoever decides them.

import type { CategoryRules } from '../../domain/edition/category.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { weightShare } from '../../domain/instrument/weights.ts';
import { HUNDRED, mul, roundHalfUp } from '../../domain/shared/rational.ts';
import { entrantWords, ladderWords, scaleWords } from './edition.ts';
import { formatDecimal, formatScore } from './format.ts';
import { indicatorName } from './instrument.ts';

/** What the steps of ladders are called: criteria by name, indicators by their place in the guide and their name (`18. Kemanfaatan inovasi`). */
export function stepNames(rubric: Rubric | null, instrument: Instrument): ReadonlyMap<string, string> {
  const criteria = (rubric?.criteria ?? []).map(({ code, name }) => [code, name] as const);
  return new Map([...criteria, ...instrument.sid.map(({ code }) => [code, indicatorName(instrument, code)] as const)]);
}

/** The rules of a category, a sentence each. */
export function rulesInWords(rules: CategoryRules, rubric: Rubric | null, instrument: Instrument): readonly string[] {
  const { shortlist } = rules;
  const names = stepNames(rubric, instrument);
  const inWords = (ladder: readonly string[]) => ladderWords(ladder, names).join('; ');
  return [
    `Peserta: ${entrantWords(rules)}. Usulan disetujui ${rules.approver === 'head' ? 'kepala perangkat daerah' : 'tanpa perantara'}.`,
    rules.floor === null
      ? 'Tidak ada batas poin terendah.'
      : `Poin terverifikasi di bawah ${formatDecimal(rules.floor)} gugur; tepat ${formatDecimal(rules.floor)} lolos.`,
    shortlist.kind === 'top'
      ? `${shortlist.n} besar menurut poin terverifikasi tampil di depan juri.`
      : `Semua usulan dengan poin di atas ${formatDecimal(shortlist.above)} tampil di depan juri.`,
    `Bila poinnya seri pada batas itu, penentunya berurutan: ${inWords(rules.deskLadder)}.`,
    `Nilai akhir: ${formatDecimal(rules.deskShare)} bagian nilai meja dan ${formatDecimal(rules.juryShare)} bagian nilai juri.`,
    `Bila nilai akhirnya seri, penentunya berurutan: ${inWords(rules.finalLadder)}.`,
    `Pemenang: ${rules.winners} peringkat teratas.`,
    bundleWords(rules),
  ];
}

/** Who may have the bundle of a result. */
export function bundleWords(rules: Pick<CategoryRules, 'publicBundle'>): string {
  return rules.publicBundle === true
    ? 'Bundel hitung ulang, dengan lembar juri tanpa nama, terbuka bagi umum.'
    : 'Bundel hitung ulang, dengan lembar juri tanpa nama, terbuka bagi peserta kategori, juri, sekretariat, dan pimpinan.';
}

const AGGREGATES = { mean: 'rata-rata', trimmed: 'rata-rata tanpa nilai ujung dari', median: 'nilai tengah dari' } as const;

export function rubricInWords(rubric: Rubric): readonly string[] {
  return [
    `Skala: ${scaleWords(rubric)}.`,
    `Nilai lembar seorang juri = jumlah (bobot × nilai kriteria) dibagi jumlah bobot. Nilai juri = ${AGGREGATES[rubric.aggregate]} lembar yang dikunci, paling sedikit ${rubric.minJurors} lembar.`,
    `Dibulatkan satu kali menjadi ${rubric.decimals} angka di belakang koma (setengah ke atas). Peringkat memakai nilai ${rubric.rankOn === 'rounded' ? 'yang sudah dibulatkan, seperti yang diumumkan' : 'sebelum dibulatkan'}.`,
  ];
}

/** The weight of a criterion as a part of the whole, such as 23,81%. */
export function shareInWords(rubric: Rubric, code: string): string {
  return `${formatScore(roundHalfUp(mul(weightShare(rubric, code), HUNDRED), 2))}%`;
}
