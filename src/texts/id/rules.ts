// Category rules and rubrics in words, for the guide and for whoever decides them.

import type { CategoryRules } from '../../domain/edition/category.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { weightShare } from '../../domain/instrument/weights.ts';
import type { AgencyKind } from '../../domain/people/agency.ts';
import { HUNDRED, mul, roundHalfUp } from '../../domain/shared/rational.ts';
import { formatDecimal, formatList, formatScore } from './format.ts';

const KINDS: Readonly<Record<AgencyKind, string>> = {
  skpd: 'SKPD',
  kecamatan: 'kecamatan',
  puskesmas: 'puskesmas',
  blud: 'BLUD',
  school: 'sekolah',
  village: 'desa',
  group: 'kelompok masyarakat',
  outside: 'pihak luar',
};

const STEPS: Readonly<Record<string, string>> = {
  jury: 'nilai juri',
  desk: 'nilai meja',
  exact: 'nilai akhir sebelum dibulatkan',
  median: 'median nilai juri',
  wins: 'jumlah lawan seri yang dikalahkan menurut kebanyakan juri',
  decision: 'keputusan rapat dengan berita acara',
  lot: 'undian dengan angka umum',
};

/** One step of a ladder, such as criterion:KEB or SID-33. */
export function ladderStep(step: string, rubric: Rubric | null): string {
  const known = STEPS[step];
  if (known !== undefined) return known;
  const code = step.replace(/^criterion:/, '');
  const criterion = rubric?.criteria.find((one) => one.code === code);
  return criterion === undefined ? `poin indikator ${code}` : `rata-rata kriteria ${criterion.name}`;
}

/** The rules of a category, a sentence each. */
export function rulesInWords(rules: CategoryRules, rubric: Rubric | null): readonly string[] {
  const { shortlist } = rules;
  return [
    `Peserta: ${formatList(rules.whoEnters.map((kind) => KINDS[kind]))}. Usulan disetujui ${rules.approver === 'head' ? 'kepala perangkat daerah' : 'tanpa perantara'}.`,
    rules.floor === null ? 'Tidak ada ambang di meja.' : `Poin terverifikasi di bawah ${formatDecimal(rules.floor)} gugur; tepat ${formatDecimal(rules.floor)} lolos.`,
    shortlist.kind === 'top' ? `${shortlist.n} besar menurut poin terverifikasi tampil di depan juri.` : `Semua usulan dengan poin di atas ${formatDecimal(shortlist.above)} tampil di depan juri.`,
    `Seri pada batas diputus berurutan oleh: ${rules.deskLadder.map((step) => ladderStep(step, rubric)).join('; ')}.`,
    `Nilai akhir: meja ${formatDecimal(rules.deskShare)} dan juri ${formatDecimal(rules.juryShare)} bagian.`,
    `Seri pada nilai akhir diputus berurutan oleh: ${rules.finalLadder.map((step) => ladderStep(step, rubric)).join('; ')}.`,
    `Pemenang: ${rules.winners} peringkat teratas.`,
  ];
}

const SCALES: Readonly<Record<Rubric['scale'], string>> = {
  minmax: 'tingkat terendah bernilai 0 dan tertinggi 100',
  max: 'tingkat dibagi tingkat tertinggi, kali 100',
  raw: 'angka 0 sampai 100 dipakai apa adanya',
};

export function rubricInWords(rubric: Rubric): readonly string[] {
  return [
    `Skala: ${SCALES[rubric.scale]}.`,
    `Nilai lembar = jumlah (bobot × nilai kriteria) dibagi jumlah bobot. Nilai juri = rata-rata lembar yang dikunci, paling sedikit ${rubric.minJurors} lembar.`,
    `Dibulatkan satu kali ke ${rubric.decimals} desimal, setengah ke atas; peringkat memakai nilai ${rubric.rankOn === 'rounded' ? 'yang diumumkan' : 'eksak'}.`,
  ];
}

/** The weight of a criterion as a part of the whole, such as 23,81%. */
export function shareInWords(rubric: Rubric, code: string): string {
  return `${formatScore(roundHalfUp(mul(weightShare(rubric, code), HUNDRED), 2))}%`;
}
