// Words of published results.

import { juryParts } from '../../domain/publication/jury-parts.ts';
import type { PublishedEntry, PublishedResult, PublishedTie } from '../../domain/publication/published-result.ts';
import { add, equals, HUNDRED, mul, parseDecimal, roundHalfUp } from '../../domain/shared/rational.ts';
import { formatDecimal, formatScore } from './format.ts';
import { plenaryTexts, stepName } from './result.ts';

const AGGREGATES = { mean: 'rata-rata', trimmed: 'rata-rata terpangkas', median: 'median' } as const;
const SCALES = {
  raw: 'nilai 0 sampai 100 apa adanya',
  max: 'nilai dibagi nilai tertinggi kriteria',
  minmax: 'nilai terendah kriteria menjadi 0 dan tertinggi menjadi 100',
} as const;

/** The rule of a result as sentences: shares, jury score, ranking, ladder, winners. */
export function ruleSentences(result: Pick<PublishedResult, 'formula' | 'criteria'>): readonly string[] {
  const { formula, criteria } = result;
  const [desk, jury] = [formatDecimal(formula.deskShare), formatDecimal(formula.juryShare)];
  return [
    `Nilai akhir = (${jury} × nilai juri + ${desk} × nilai meja) ÷ (${jury} + ${desk}), semuanya 0 sampai 100.`,
    `Nilai juri = ${AGGREGATES[formula.aggregate]} nilai lembar yang terkunci; nilai lembar = jumlah bobot × nilai ÷ jumlah bobot (${SCALES[formula.scale]}).`,
    `Paling sedikit ${formula.minJurors} lembar untuk satu finalis. Nilai dibulatkan sekali menjadi ${formula.decimals} desimal, setengah ke atas.`,
    formula.rankOn === 'rounded'
      ? 'Urutan memakai nilai akhir yang dicetak; nilai cetak yang sama adalah seri.'
      : 'Urutan memakai nilai akhir tanpa pembulatan.',
    `Tangga seri: ${formula.ladder.map((step) => stepName(step, criteria).toLowerCase()).join(', ')}.`,
    'Yang tetap seri mendapat peringkat yang sama, dan peringkat berikutnya dilompati.',
  ];
}

type Traced = Pick<PublishedEntry, 'jury' | 'desk' | 'final' | 'rounding' | 'criteria' | 'jurors'>;

/** Where a final score comes from: its two parts from their own, as printed; the exact fraction; and why the printed parts may not add up. */
export function traceOf(entry: Traced, result: Pick<PublishedResult, 'formula' | 'criteria'>) {
  const { jury, desk, final, rounding } = entry;
  const { juryShare, deskShare, decimals } = result.formula;
  const parts = [{ share: juryShare, figure: jury }, ...(desk === null ? [] : [{ share: deskShare, figure: desk }])];
  const shares = formatDecimal(juryShare) + (desk === null ? '' : ` + ${formatDecimal(deskShare)}`);
  const total = add(parseDecimal(juryShare)!, parseDecimal(desk === null ? '0' : deskShare)!);
  const isPercent = equals(total, HUNDRED);
  const printed = parts.map(({ share, figure }) => `${formatScore(figure.rounded, decimals)} × ${formatDecimal(share)}${isPercent ? '%' : ''}`).join(' + ');
  const exact = parts.map(({ share, figure }) => `${formatDecimal(share)} × ${figure.exact}`).join(' + ');
  return {
    lines: [
      {
        label: desk === null ? 'Nilai akhir = nilai juri' : 'Nilai akhir = nilai juri dan nilai meja menurut bagiannya',
        formula: isPercent ? printed : `(${printed}) ÷ (${shares})`,
        result: formatScore(final.rounded, decimals),
      },
      juryLine(entry, result),
      ...(desk === null ? [] : [{ label: 'Nilai meja', formula: 'poin terverifikasi ÷ poin tertinggi × 100', result: formatScore(desk.rounded, decimals) }]),
      { label: 'Nilai akhir tanpa pembulatan, sebagai pecahan', formula: `(${exact}) ÷ (${shares})`, result: final.exact },
    ],
    note: rounding ? plenaryTexts.rounding : undefined,
  };
}

/** The jury's value from the means of the criteria, or, where it does not come from them, by the rule's name. */
function juryLine(entry: Traced, { formula, criteria }: Pick<PublishedResult, 'formula' | 'criteria'>) {
  const parts = juryParts(entry, { criteria });
  const percent = (share: Parameters<typeof mul>[0]) => formatDecimal(roundHalfUp(mul(share, HUNDRED), 2).replace(/\.?0+$/, ''));
  return {
    label: parts === null ? 'Nilai juri' : `Nilai juri = rata-rata ${entry.jurors} juri pada tiap kriteria × bobotnya`,
    formula:
      parts === null
        ? `${AGGREGATES[formula.aggregate]} nilai ${entry.jurors} lembar`
        : parts.map(({ name, mean, share }) => `${name} ${formatScore(mean, formula.decimals)} × ${percent(share)}%`).join(' + '),
    result: formatScore(entry.jury.rounded, formula.decimals),
  };
}

/** How a tie was parted: `Seri A dan B: putusan pleno menentukan A, lalu B (BA-01/2026).` */
export function tieSentence(tie: PublishedTie, criteria: PublishedResult['criteria'], nameOf: (ids: readonly string[]) => string): string {
  const basis = tie.by === null ? '' : ` (${tie.by})`;
  return `Seri ${nameOf(tie.tied)}: ${stepName(tie.step, criteria).toLowerCase()} menentukan ${tie.groups.map(nameOf).join(', lalu ')}${basis}.`;
}

export const publicationTexts = {
  ties: 'Cara seri diputuskan',
  results: 'Hasil',
  none: 'Belum ada hasil yang diumumkan.',
  noneLead: 'Hasil tiap kategori muncul di sini sesudah ditetapkan dan diumumkan.',
  tie: 'seri',
  winner: 'Juara',
  announced: 'Hasil sudah diumumkan',
  winnersOf: (category: string) => `Juara ${category}`,
  seeResult: (category: string) => `Nilai dan peringkat lengkap ${category}`,
  perCriterion: 'Rata-rata juri per kriteria',
  digest: 'Kode keaslian hasil',
  version: 'Versi',
  checkNow: 'Cek keasliannya sekarang',
  digestNote:
    'Sidik adalah deretan huruf dan angka yang dihitung dari semua nilai yang dibekukan (SHA-256). Satu angka saja berubah, sidiknya berubah, sehingga siapa pun dapat memastikan hasil ini tetap sama.',
  versionNote: (version: number) => (version === 1 ? 'Versi 1 adalah pengumuman pertama.' : `Versi ${version} mengganti pengumuman sebelumnya.`),
  ruleVersion: (rules: number, rubric: number) => `Aturan versi ${rules}, rubrik versi ${rubric}`,
  valuesDigest: 'Sidik nilai yang dibekukan',
  canonDigest: 'Sidik pengumuman ini',
  rule: 'Aturan hitung',
  trace: 'Dari mana angka ini',
  blocked: 'Tidak diperingkat',
} as const;

/** The badge of a winner: `Juara 1 SKPD 2026`. */
export function winnerWords(rank: number, category: string, year: number): string {
  return `Juara ${rank} ${category} ${year}`;
}

const ONE_LINE = 120;

/** The first sentence of a text, cut between words when it is longer than a card's line. */
export function inOneLine(text: string): string {
  const sentence = /^[^\n]*?[.!?](?=\s|$)/.exec(text.trim())?.[0] ?? text.trim().split('\n')[0] ?? '';
  if (sentence.length <= ONE_LINE) return sentence;
  const cut = sentence.lastIndexOf(' ', ONE_LINE);
  return `${sentence.slice(0, cut > 0 ? cut : ONE_LINE)}…`;
}

export const galleryTexts = {
  title: 'Inovasi',
  all: 'Semua',
  byCategory: 'Saring menurut kategori',
  byYear: 'Saring menurut tahun',
  none: 'Belum ada inovasi yang diumumkan',
  noneLead: 'Inovasi tampil di sini sejak lima besar diumumkan.',
  noMatch: (words: string) => (words === '' ? 'Belum ada inovasi pada saringan ini' : `Belum ada inovasi yang cocok dengan "${words}"`),
  clear: 'Tampilkan semua inovasi',
} as const;
