// Words of the robustness card. Each says what a figure tells, in one sentence.

import { type CardSummary, hardToTellApart, steadiness } from '../../domain/robustness/summary.ts';
import { formatDecimal, formatList, formatPercent } from './format.ts';

export const cardTexts = {
  title: 'Seberapa kokoh urutan ini',
  lead: 'Pembanding, bukan hasil. Tidak satu pun angka di bagian ini mengubah nilai atau peringkat resmi.',
  waiting: 'Kartu ketahanan sedang dihitung. Muat ulang halaman ini sebentar lagi.',
  partiesOnly: 'Bagian ini tampil bagi peserta kategori ini, juri, sekretariat, dan pimpinan.',
  minutes: 'Kalimat untuk berita acara',
  intervals: 'Rentang peringkat bila panel lain seperti ini yang menilai',
  intervalsLead:
    'Titik: peringkat menurut nilai juri. Pita: 95 dari 100 panel menempatkannya di rentang itu. Pita yang bertumpang berarti urutannya belum dapat dipastikan.',
  noIntervals: 'Rentang tidak ditampilkan: perlu sedikitnya tiga juri, dan hampir semua usulan dinilai lebih dari satu juri.',
  without: 'Bila satu juri tidak dihitung',
  withoutLead: 'Hasil resmi dihitung ulang tanpa satu juri; nilai meja dan aturan seri tetap ikut.',
  weights: 'Bobot boleh berada di antara',
  weightsLead:
    'Selama bobot kriteria ada di dalam pita (bobot lain mengikuti), siapa saja yang memegang tempat teratas menurut nilai juri tetap sama; urutan di antara mereka masih dapat bertukar. Titik: bobot sekarang.',
  agreement: 'Kesepakatan juri',
  jurors: 'Kartu juri',
  jurorsLead:
    'Kelonggaran di atas nol: memberi lebih tinggi daripada panel untuk usulan yang sama; angka sesudah ± menyatakan seberapa pasti. Korelasi mendekati 1: urutannya sejalan dengan juri lain. Bahan percakapan, bukan koreksi.',
  unusual: 'Lembar yang menyimpang dari perkiraan',
  unusualLead: 'Wajar bila sekitar 5 dari 100 lembar masuk daftar ini. Bicarakan, jangan diubah.',
  compare: 'Tabel: peringkat menurut cara lain',
  firstOnly: (shown: number, all: number) => `Ditampilkan ${shown} teratas dari ${all} usulan.`,
} as const;

const WORST_FOR = [
  [0.9, 'sangat andal'],
  [0.75, 'andal'],
  [0.5, 'sedang'],
  [Number.NEGATIVE_INFINITY, 'lemah'],
] as const;

/** Koo & Li's reading of a reliability. */
export function reliabilityWord(value: number): string {
  return WORST_FOR.find(([from]) => value >= from)?.[1] ?? 'lemah';
}

export function share(value: number): string {
  return formatPercent(String(Math.round(value * 1000) / 10), 1);
}

export function figureOf(value: number | null, places = 2): string {
  return value === null ? '–' : formatDecimal(value.toFixed(places), places);
}

/** The one plain sentence of a category for the minutes. */
export function cardSentence(card: CardSummary, nameOf: (id: string) => string): string {
  const { winner, line, unknown } = steadiness(card);
  const [first] = card.entries.filter(({ rank }) => rank === 1);
  const parts = [
    winner.length === 0 ? 'Peringkat pertama tetap sama siapa pun juri yang tidak dihitung' : `Peringkat pertama bergantung pada nilai ${formatList(winner)}`,
    lineWords(card.top, line, winner.length === 0),
    first?.winsByPanel == null ? '' : `pada panel lain seperti ini ${nameOf(first.id)} teratas menurut nilai juri dalam ${share(first.winsByPanel)} percobaan`,
    unknown.length > 0 ? `tanpa ${formatList(unknown)} ada usulan yang kurang juri` : '',
    card.agreement.g === null
      ? 'keandalan rata-rata panel tidak dapat dihitung'
      : `keandalan rata-rata panel ${figureOf(card.agreement.g)} (${reliabilityWord(card.agreement.g)})`,
    voteWords(card, first?.id ?? '', nameOf),
  ];
  return `${parts.filter(Boolean).join('; ')}.`;
}

function lineWords(top: number, line: readonly string[], isWinnerSteady: boolean): string {
  if (top < 2) return '';
  if (line.length > 0) return `susunan ${top} teratas bergantung pada nilai ${formatList(line)}`;
  return isWinnerSteady ? `susunan ${top} teratas juga tetap` : `siapa saja ${top} teratas tetap sama`;
}

function voteWords({ votes }: CardSummary, first: string, nameOf: (id: string) => string): string {
  if (votes.condorcetWinner === null) return 'tidak ada usulan yang lebih disukai mayoritas juri daripada setiap pesaingnya';
  if (votes.condorcetWinner === first) return `${nameOf(first)} juga lebih disukai mayoritas juri daripada setiap pesaingnya`;
  return `mayoritas juri lebih menyukai ${nameOf(votes.condorcetWinner)} daripada setiap pesaingnya`;
}

const MOST_NAMED = 8;

/** Of the places that are shown. */
export function doubtSentence(card: CardSummary, shown: number, nameOf: (id: string) => string): string {
  const groups = hardToTellApart(card, shown);
  if (groups.length === 0) return '';
  const more = groups.length > MOST_NAMED ? `; dan ${groups.length - MOST_NAMED} usulan lain` : '';
  const words = groups.slice(0, MOST_NAMED).map(({ id, below }) => `${nameOf(id)} dengan ${formatList(below.slice(0, MOST_NAMED).map(nameOf))}`);
  return `Belum dapat dipastikan urutannya: ${words.join('; ')}${more}.`;
}

export function severitySentence(card: CardSummary): string {
  if (card.severity === 'complete') return 'Semua juri menilai semua usulan, jadi ketat atau longgarnya seorang juri tidak mengubah urutan.';
  if (card.severity === 'disconnected') return 'Panel terbelah: sebagian juri dan usulan tidak berbagi lembar, jadi ketatnya juri tidak dapat dibandingkan.';
  if (card.severity === 'none') return '';
  const moved = card.entries.filter(({ fairRank, juryRank }) => fairRank !== null && fairRank !== juryRank).length;
  const bridge = card.bridges.length === 0 ? '' : ` Tanpa ${formatList(card.bridges)} panel terbelah.`;
  return moved === 0
    ? `Tidak semua juri menilai semua usulan; dengan ketatnya juri diperhitungkan, urutan juri tetap sama.${bridge}`
    : `Tidak semua juri menilai semua usulan; dengan ketatnya juri diperhitungkan, ${moved} usulan pindah tempat. Peringkat resmi tidak berubah.${bridge}`;
}

/** Krippendorff's own reading of his coefficient: it speaks of a single juror, so it lies below the panel's mean. */
function alphaWords(alpha: number): string {
  if (alpha >= 0.8) return 'kokoh (0,80 atau lebih)';
  return alpha >= 0.67
    ? 'cukup untuk simpulan sementara (0,67 atau lebih)'
    : 'di bawah 0,67: nilai satu juri saja belum dapat diandalkan, rata-rata panel yang dipakai';
}

/** Term, figure, and what it tells; a dash with its reason where it is undefined. */
export function agreementRows({ agreement, jurors }: CardSummary): readonly { readonly term: string; readonly value: string }[] {
  const { alpha, alphaInterval, icc2k, icc2kInterval, icc3k, w, wP, g, projected, entriesInBlock } = agreement;
  const block = `dari ${entriesInBlock} usulan yang dinilai semua juri`;
  const between = (ends: readonly [number, number] | null) => (ends === null ? '' : ` (95%: ${figureOf(ends[0])} sampai ${figureOf(ends[1])})`);
  const dash = (value: number | null, words: string, why: string) => (value === null ? `– ${why}` : words);
  const few = jurors.length < 2 ? 'perlu dua juri atau lebih' : 'perlu sedikitnya dua usulan yang dinilai semua juri dan nilai yang tidak seragam';
  return [
    {
      term: 'Keandalan rata-rata panel (G, paling tinggi 1)',
      value: dash(g, `${figureOf(g)}, ${reliabilityWord(g ?? 0)}`, 'terlalu sedikit lembar atau nilai seragam'),
    },
    {
      term: 'G bila jumlah jurinya lain',
      value: projected.length === 0 ? '–' : projected.map(({ jurors: count, g: one }) => `${count} juri ${figureOf(one)}`).join(', '),
    },
    { term: 'Kesamaan nilai antarjuri (ICC(2,k))', value: dash(icc2k, `${figureOf(icc2k)}${between(icc2kInterval)}, ${block}`, few) },
    {
      term: 'Kesamaan urutan antarjuri (ICC(3,k))',
      value: dash(icc3k, `${figureOf(icc3k)}; makin jauh di atas kesamaan nilai, makin beda ketat-longgarnya juri`, few),
    },
    {
      term: 'Kesamaan nilai satu juri dengan juri lain (alfa Krippendorff)',
      value: dash(alpha, `${figureOf(alpha)}${between(alphaInterval)}, ${alphaWords(alpha ?? 0)}`, 'semua nilai sama atau tidak ada pasangan'),
    },
    { term: 'Keselarasan urutan semua juri (W Kendall)', value: dash(w, `${figureOf(w)}${wP === null ? '' : `, peluang kebetulan ${figureOf(wP, 3)}`}`, few) },
  ];
}
