// Words of the robustness card. Each says what a figure tells, in one sentence a reader without statistics understands.

import { type Concern, concernsOf } from '../../domain/robustness/advice.ts';
import { type Reliability, reliabilityOf } from '../../domain/robustness/agreement.ts';
import { type CardMargin, type CardSummary, hardToTellApart } from '../../domain/robustness/summary.ts';
import { formatDecimal, formatList, formatPercent } from './format.ts';
import { stepName } from './result.ts';

export const cardTexts = {
  title: 'Seberapa kokoh urutan ini?',
  lead: 'Pembanding, bukan hasil. Tidak satu pun angka di bagian ini mengubah nilai atau peringkat resmi.',
  waiting: 'Kartu ketahanan sedang dihitung. Muat ulang halaman ini sebentar lagi.',
  partiesOnly: 'Bagian ini tampil bagi peserta kategori ini, juri, sekretariat, dan pimpinan.',
  hidden: {
    'one-finalist': 'Tidak ada kartu ketahanan: hanya satu usulan yang diberi peringkat, jadi tidak ada urutan yang dapat diuji.',
    'few-jurors': 'Tidak ada kartu ketahanan: lembar yang dihitung berasal dari kurang dari dua juri, jadi tidak ada juri yang dapat dibandingkan.',
  },
  margins: 'Selisih di tempat yang menentukan',
  noMargins: 'Semua usulan berbagi satu tempat, jadi tidak ada selisih.',
  advice: 'Yang perlu dilakukan',
  known: 'Yang perlu diketahui',
  minutes: 'Kalimat untuk berita acara',
  intervals: 'Bila panel lain yang ditarik dari juri yang sama yang menilai',
  intervalsLead:
    'Titik: peringkat resmi. Pita: tempatnya dalam hampir semua panel lain yang ditarik dari juri yang sama, menurut nilai akhir. Untuk panel kecil pita ini cenderung terlalu sempit. Pita yang bertumpang berarti urutannya belum dapat dipastikan.',
  noIntervals: 'Rentang tidak ditampilkan: perlu tiga sampai sembilan juri, dan hampir semua usulan dinilai lebih dari satu juri.',
  without: 'Bila satu juri tidak dihitung',
  withoutLead:
    'Hasil resmi dihitung ulang tanpa satu juri; nilai meja dan aturan seri tetap ikut. Yang kekurangan lembar tidak dapat diuji dan tidak ikut dibandingkan.',
  withoutCriterion: 'Bila satu kriteria tidak dihitung',
  withoutCriterionLead: 'Hasil resmi dihitung ulang dengan bobot satu kriteria nol; bobot lain mengikuti perbandingannya.',
  weights: 'Rentang bobot yang tidak mengubah juara',
  weightsLead:
    'Selama bobot kriteria ada di dalam pita (bobot lain mengikuti), juara pertama menurut nilai akhir tetap sama. Titik: bobot sekarang. Di tepi pita terjadi seri.',
  noWeights: 'Rentang bobot tidak dapat dihitung: ada lembar yang tidak lengkap, atau nilai juri tidak ikut dalam nilai akhir, atau hanya satu kriteria.',
  notByScore: 'tidak dapat diuji: juara ditentukan pembulatan atau aturan seri',
  agreement: 'Kesepakatan juri (menurut nilai juri saja)',
  jurors: 'Kartu juri (menurut nilai juri saja)',
  jurorsLead:
    'Kelonggaran di atas nol: memberi lebih tinggi daripada panel untuk usulan yang sama; angka sesudah ± menyatakan seberapa pasti. Korelasi mendekati 1: urutannya sejalan dengan juri lain. Bahan percakapan, bukan koreksi.',
  unusual: 'Lembar yang menyimpang dari perkiraan',
  unusualLead: 'Wajar bila sekitar 5 dari 100 lembar masuk daftar ini. Bicarakan, jangan diubah.',
  compare: 'Tabel: peringkat menurut cara lain',
  firstOnly: (shown: number, all: number) => `Ditampilkan ${shown} teratas dari ${all} usulan.`,
} as const;

const ORDINALS = ['', 'pertama', 'kedua', 'ketiga', 'keempat', 'kelima', 'keenam', 'ketujuh', 'kedelapan', 'kesembilan', 'kesepuluh'];
const ordinal = (rank: number) => ORDINALS[rank] ?? `ke-${rank}`;
const points = (gap: string) => formatDecimal(gap, gap.split('.')[1]?.length ?? 0);

/** What a card names by code or id, as a reader knows it. */
export interface CardNames {
  readonly nameOf: (id: string) => string;
  readonly jurorOf: (code: string) => string;
  readonly criteria: readonly { readonly code: string; readonly name: string }[];
}

/** One line per place that a prize or the cut separates: the gap, and what turns it. */
export function marginWords(margin: CardMargin, { nameOf, criteria }: CardNames): { readonly places: string; readonly gap: string; readonly turn: string } {
  const { above, below, rankAbove, rankBelow, gap, decidedBy, turn } = margin;
  const names = `${formatList(above.map(nameOf))} di atas ${formatList(below.map(nameOf))}`;
  return {
    places: `Tempat ${rankAbove} dan ${rankBelow}: ${names}`,
    gap: decidedBy === 'score' ? `${points(gap)} poin` : `nilai sama; ditentukan oleh ${stepName(decidedBy, criteria).toLowerCase()}`,
    turn: turnWords(turn),
  };
}

function turnWords(turn: CardMargin['turn']): string {
  if (turn === null) return 'tidak ada satu nilai pun yang dapat membaliknya sendirian';
  return turn.steps <= 1 ? 'yang membaliknya: satu juri, satu kriteria, satu angka' : `yang membaliknya: satu juri, satu kriteria, ${turn.steps} angka`;
}

/** The one sentence that says what to do, the gravest first; of a published result, where nothing is left to do, what was known. */
export function adviceSentence(card: CardSummary, names: CardNames, isPublished = false): string {
  const concerns = concernsOf(card);
  const [first, ...others] = concerns;
  if (first === undefined) {
    const line = card.top > 1 ? ` dan siapa saja ${card.top} teratas` : '';
    return `Kokoh: juara pertama${line} tetap sama siapa pun juri yang tidak dihitung, dan tidak ada satu angka yang dapat membaliknya${isPublished ? '' : '; hasil ini dapat ditandatangani'}.`;
  }
  const also = others.map((one) => factOf(one, names)).join('; ');
  const main = isPublished ? factOf(first, names) : `${factOf(first, names)}: ${doFor(first)}`;
  const sentence = `${main}${also === '' ? '' : `; perhatikan juga, ${also}`}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function factOf(one: Concern, { nameOf, jurorOf, criteria }: CardNames): string {
  if (one.kind === 'tie') {
    const over = one.overLine ? ', lebih banyak daripada tempat juara yang tersisa' : '';
    return `${formatList(one.ids.map(nameOf))} seri di tempat ${ordinal(one.rank)}${over}`;
  }
  const jurors = one.kind === 'thin' ? '' : formatList(one.jurors.map(jurorOf));
  if (one.kind === 'winner') return `juara pertama bergantung pada nilai ${jurors} (tanpa nilai itu ${formatList(one.others.map(nameOf))} yang pertama)`;
  if (one.kind === 'line') return `susunan juara bergantung pada nilai ${jurors}`;
  if (one.kind === 'untested') return `juara pertama tidak dapat diuji tanpa ${jurors} karena lembarnya akan kurang`;
  return formatList(
    one.margins.map(({ rankAbove, gap, decidedBy }) =>
      decidedBy === 'score'
        ? `tempat ${ordinal(rankAbove)} selisih ${points(gap)} poin`
        : `tempat ${ordinal(rankAbove)} ditentukan oleh ${stepName(decidedBy, criteria).toLowerCase()} saja`,
    ),
  );
}

function doFor(one: Concern): string {
  if (one.kind === 'tie') return 'mintalah dewan juri memutuskan seri itu dalam pleno sebelum hasil ditandatangani';
  if (one.kind === 'winner') return 'mintalah dewan juri membahas nilai itu dan menegaskan juaranya dalam pleno';
  if (one.kind === 'line') return 'mintalah dewan juri membahas nilai itu dan menegaskan susunan juara dalam pleno';
  if (one.kind === 'untested') return 'catatlah hal itu dalam berita acara sebelum hasil ditandatangani';
  return `mintalah dewan juri menegaskan${one.margins.length > 1 ? ' semuanya' : 'nya'} dalam pleno`;
}

const RELIABILITY: Readonly<Record<Reliability, string>> = { 'very-high': 'sangat andal', high: 'andal', medium: 'sedang', low: 'lemah' };

/** The word the lower end of an interval carries; without one, that the number is a hint only. */
export function reliabilityWord(interval: readonly [number, number] | null, entries: number): string {
  const word = reliabilityOf(interval, entries);
  return word === null ? 'hanya petunjuk' : RELIABILITY[word];
}

export function share(value: number): string {
  return formatPercent(String(Math.round(value * 1000) / 10), 1);
}

export function figureOf(value: number | null, places = 2): string {
  return value === null ? '–' : formatDecimal(value.toFixed(places), places);
}

/** The one plain sentence of a category for the minutes: no word that its interval does not carry. */
export function cardSentence(card: CardSummary, names: CardNames): string {
  const { nameOf } = names;
  const [first] = card.entries.filter(({ rank }) => rank === 1);
  const facts = concernsOf(card).map((one) => factOf(one, names));
  const { agreement } = card;
  const parts = [
    ...(facts.length > 0 ? facts : ['juara pertama tetap sama siapa pun juri yang tidak dihitung']),
    first?.winsByPanel == null ? '' : `${nameOf(first.id)} teratas dalam ${share(first.winsByPanel)} panel lain yang ditarik dari juri yang sama`,
    agreement?.icc2k == null
      ? 'kesamaan nilai antarjuri tidak dapat dihitung'
      : `kesamaan nilai antarjuri ${figureOf(agreement.icc2k)} (${reliabilityWord(agreement.icc2kInterval, agreement.entriesInBlock)})`,
    voteWords(card, first?.id ?? '', nameOf),
  ];
  const sentence = `${parts.filter(Boolean).join('; ')}.`;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function voteWords({ votes }: CardSummary, first: string, nameOf: (id: string) => string): string {
  if (votes.condorcetWinner === null) return 'menurut nilai juri saja tidak ada usulan yang lebih disukai mayoritas juri daripada setiap pesaingnya';
  if (votes.condorcetWinner === first) return `menurut nilai juri saja ${nameOf(first)} juga lebih disukai mayoritas juri daripada setiap pesaingnya`;
  return `menurut nilai juri saja mayoritas juri lebih menyukai ${nameOf(votes.condorcetWinner)} daripada setiap pesaingnya`;
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

function chanceWords({ p, error }: { readonly p: number; readonly error: number | null }): string {
  if (p < 0.0005) return 'kurang dari 0,001';
  return error === null ? figureOf(p, 3) : `${figureOf(p, 3)} (galat baku ${figureOf(error, 3)})`;
}

/** Term, figure, and what it tells; a dash with its reason where it is undefined. */
export function agreementRows({ agreement, jurors }: CardSummary): readonly { readonly term: string; readonly value: string }[] {
  if (agreement === null) return [];
  const { alpha, alphaInterval, icc2k, icc2kInterval, icc3k, w, wChance, g, projected, entriesInBlock } = agreement;
  const block = `dari ${entriesInBlock} usulan yang dinilai semua juri`;
  const between = (ends: readonly [number, number] | null) => (ends === null ? '' : ` (95%: ${figureOf(ends[0])} sampai ${figureOf(ends[1])})`);
  const dash = (value: number | null, words: string, why: string) => (value === null ? `– ${why}` : words);
  const few = jurors.length < 2 ? 'perlu dua juri atau lebih' : 'perlu sedikitnya dua usulan yang dinilai semua juri dan nilai yang tidak seragam';
  const chance = wChance === null ? '' : `, peluang kebetulan ${chanceWords(wChance)}`;
  return [
    {
      term: 'Kesamaan nilai rata-rata panel (ICC(2,k), paling tinggi 1)',
      value: dash(icc2k, `${figureOf(icc2k)}${between(icc2kInterval)}, ${block}: ${reliabilityWord(icc2kInterval, entriesInBlock)}`, few),
    },
    {
      term: 'Keandalan rata-rata panel bila tidak semua juri menilai semua usulan (G, paling tinggi 1)',
      value: dash(g, `${figureOf(g)}: ${reliabilityWord(null, 0)}`, 'terlalu sedikit lembar atau nilai seragam'),
    },
    {
      term: 'G bila jumlah jurinya lain',
      value: projected.length === 0 ? '–' : projected.map(({ jurors: count, g: one }) => `${count} juri ${figureOf(one)}`).join(', '),
    },
    {
      term: 'Kesamaan urutan antarjuri (ICC(3,k))',
      value: dash(icc3k, `${figureOf(icc3k)}; makin jauh di atas kesamaan nilai, makin beda ketat-longgarnya juri`, few),
    },
    {
      term: 'Kesamaan nilai satu juri dengan juri lain (alfa Krippendorff)',
      value: dash(
        alpha,
        `${figureOf(alpha)}${between(alphaInterval)}${alphaInterval === null ? ': hanya petunjuk' : ''}`,
        'semua nilai sama atau tidak ada pasangan',
      ),
    },
    { term: 'Keselarasan urutan semua juri (W Kendall)', value: dash(w, `${figureOf(w)}${chance}, ${block}`, few) },
  ];
}
