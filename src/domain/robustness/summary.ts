// The card as it is kept and shown: plain numbers and codes, no exact official figure and no score of a juror. One form, one reader.

import { readWeight } from '../instrument/weights.ts';
import { competitionRanks, groupByValue } from '../result/ranking.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';
import { parseDecimal, type Rational, roundHalfUp } from '../shared/rational.ts';
import { type Agreement, agreementOf } from './agreement.ts';
import { toNumber } from './approximate.ts';
import { MOST_DROPPED } from './bootstrap.ts';
import { type RobustnessCard, robustnessCard } from './card.ts';
import { type FinalDiagnostics, finalDiagnostics } from './final.ts';
import type { Margin } from './margin.ts';
import { jurorsOf } from './totals.ts';
import type { WeightRange } from './weight-range.ts';
import type { RuleWithout } from './without-one.ts';

/** Changes with every change of what a figure means: a card of another form is never shown, and made anew. */
export const CARD_FORM = 'card/2';

/** A margin between two places that a prize or the cut separates. */
export interface CardMargin {
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly rankAbove: number;
  readonly rankBelow: number;
  /** In points, with a dot; finer than what is published where the gap is small. */
  readonly gap: string;
  readonly decidedBy: string;
  /** What turns it; null when no single cell can. `steps` counts the criterion's own steps. No juror: a margin is shown to the parties too. */
  readonly turn: { readonly entry: string; readonly criterion: string; readonly rises: boolean; readonly steps: number } | null;
}

export interface EntryCard {
  readonly id: string;
  /** Official; then by the jury alone, by fair scores, by normalised scores. */
  readonly rank: number;
  readonly juryRank: number;
  readonly fairRank: number | null;
  readonly zRank: number;
  /** Ends of the 95 % interval of the place by final score; null when not shown. */
  readonly interval: readonly [number, number] | null;
  /** Share of the drawn panels, and of the drawn weights, in which its final score is the first. */
  readonly winsByPanel: number | null;
  readonly winsByWeights: number | null;
}

export interface JurorRow {
  readonly code: string;
  readonly sheets: number;
  readonly mean: number;
  readonly leniency: number | null;
  readonly error: number | null;
  readonly rho: number | null;
  readonly difference: number | null;
  readonly constant: boolean;
}

/** What the rule gives without one juror or one criterion. */
export interface WithoutRow {
  readonly code: string;
  readonly winners: readonly string[];
  /** Null: an official winner would have too few sheets. */
  readonly winnerDepends: boolean | null;
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
  readonly maxRankShift: number | null;
  readonly notEstimable: readonly string[];
}

export interface WeightRow {
  readonly code: string;
  readonly at: number;
  /** Null: rounding or the ladder placed them, so no weight says how far. */
  readonly winner: readonly [number, number] | null;
  readonly top: readonly [number, number] | null;
}

export interface CardSummary {
  readonly form: typeof CARD_FORM;
  /** Why there is no card; everything else is then empty. */
  readonly hidden: 'one-finalist' | 'few-jurors' | null;
  /** N of the watched line: the winners. */
  readonly top: number;
  readonly sheets: number;
  readonly margins: readonly CardMargin[];
  /** Undecided ties at one of the first N places; `overLine` when the group does not fit. */
  readonly ties: readonly { readonly rank: number; readonly ids: readonly string[]; readonly overLine: boolean }[];
  readonly entries: readonly EntryCard[];
  readonly jurors: readonly JurorRow[];
  /** Sheets far from what entry and juror make likely: |r| > 2, for conversation. */
  readonly unusual: readonly { readonly entry: string; readonly juror: string; readonly r: number }[];
  readonly withoutJuror: readonly WithoutRow[];
  readonly withoutCriterion: readonly WithoutRow[];
  readonly weights: readonly WeightRow[];
  /** Why intervals or weights are not shown, by the names of the report. */
  readonly why: Readonly<Record<string, string>>;
  readonly severity: 'complete' | 'incomplete' | 'disconnected' | 'none';
  readonly components: readonly { readonly entries: readonly string[]; readonly jurors: readonly string[] }[];
  readonly bridges: readonly string[];
  readonly jurorP: number | null;
  readonly agreement: Agreement | null;
  readonly votes: { readonly condorcetWinner: string | null; readonly smith: readonly string[] };
  /** Share of the draws left out because an entry kept no juror; above 0.2 no interval is shown. */
  readonly droppedShare: number | null;
}

const UNUSUAL = 2;
/** More places than this no committee settles one by one. */
const MOST_MARGINS = 10;

/** The card of a computed result, ready to keep. The same result gives the same card. */
export function summariseCard(input: ResultInput, body: ResultBody): CardSummary {
  const top = Math.max(1, input.winners);
  const jurors = new Set(body.entries.flatMap(({ totals }) => totals.map(({ juror }) => juror)));
  if (body.entries.length < 2) return { ...EMPTY, top, hidden: 'one-finalist' };
  if (jurors.size < 2) return { ...EMPTY, top, hidden: 'few-jurors' };
  const weights = new Map(input.rubric.criteria.map(({ code, weight }) => [code, readWeight(weight)]));
  const card = robustnessCard(body, weights, top);
  const final = finalDiagnostics(input, body, Math.min(top, MOST_MARGINS));
  return {
    form: CARD_FORM,
    hidden: null,
    top,
    sheets: [...card.totals.values()].reduce((count, row) => count + row.size, 0),
    margins: final.margins.filter(({ atCut }) => atCut).map((margin) => marginOf(margin, input)),
    ties: tiesOf(body, top),
    entries: entriesOf(body, card, final),
    jurors: jurorRows(card),
    unusual: unusualOf(card),
    withoutJuror: [...final.withoutJuror].map(([code, one]) => withoutRow(code, one)),
    withoutCriterion: [...final.withoutCriterion].flatMap(([code, one]) => (one === null ? [] : [withoutRow(code, one)])),
    weights: weightRows(final),
    why: Object.fromEntries(final.notEstimable),
    ...severityOf(card),
    agreement: agreementOf(card),
    votes: { condorcetWinner: card.votes?.condorcetWinner ?? null, smith: card.votes?.smith ?? [] },
    droppedShare: final.bootstrap?.droppedShare ?? null,
  };
}

const EMPTY: CardSummary = {
  form: CARD_FORM,
  hidden: null,
  top: 1,
  sheets: 0,
  margins: [],
  ties: [],
  entries: [],
  jurors: [],
  unusual: [],
  withoutJuror: [],
  withoutCriterion: [],
  weights: [],
  why: {},
  severity: 'none',
  components: [],
  bridges: [],
  jurorP: null,
  agreement: null,
  votes: { condorcetWinner: null, smith: [] },
  droppedShare: null,
};

function marginOf({ above, below, rankAbove, rankBelow, gap, decidedBy, turn }: Margin, { rubric }: ResultInput): CardMargin {
  const isSmall = gap.n !== 0n && gap.n * 10n < gap.d && gap.n * 10n > -gap.d;
  const step = parseDecimal(rubric.criteria.find(({ code }) => code === turn?.criterion)?.step ?? '');
  return {
    above,
    below,
    rankAbove,
    rankBelow,
    gap: isSmall ? roundHalfUp(gap, Math.max(3, rubric.decimals)).replace(/(\.\d\d)0+$/, '$1') : roundHalfUp(gap, rubric.decimals),
    decidedBy,
    turn: turn && { entry: turn.submission, criterion: turn.criterion, rises: below.includes(turn.submission), steps: stepsOf(turn, step ?? turn.change) },
  };
}

/** How many steps of the criterion turn it: the least whole number of them that reaches, or passes, the change. */
function stepsOf({ change, reached }: NonNullable<Margin['turn']>, step: Rational): number {
  const size = change.n < 0n ? -change.n : change.n;
  const [above, below] = [size * step.d, change.d * step.n];
  const whole = above / below;
  return Number(above % below === 0n && reached ? whole : whole + 1n);
}

function tiesOf(body: ResultBody, top: number): CardSummary['ties'] {
  let before = 0;
  return body.order.flatMap((ids) => {
    const rank = before + 1;
    before += ids.length;
    return ids.length > 1 && rank <= top ? [{ rank, ids, overLine: before > top }] : [];
  });
}

function entriesOf(body: ResultBody, card: RobustnessCard, final: FinalDiagnostics): readonly EntryCard[] {
  const jury = competitionRanks(groupByValue(new Map(body.entries.map(({ id, jury: { exact } }) => [id, readWeight(exact)]))));
  const fit = card.additive?.connected ? card.additive : null;
  const fair = fit && competitionRanks(groupByValue(fit.fair));
  const z = rankNumbers(card.z);
  const shown = final.bootstrap !== null && final.bootstrap.droppedShare <= MOST_DROPPED ? final.bootstrap : null;
  return body.entries.map(({ id, rank }) => {
    const draw = shown?.entries.get(id);
    return {
      id,
      rank,
      juryRank: jury.get(id) ?? 0,
      fairRank: fair?.get(id) ?? null,
      zRank: z.get(id) ?? 0,
      interval: draw ? [draw.low, draw.high] : null,
      winsByPanel: draw?.wins ?? null,
      winsByWeights: final.acceptability?.get(id)?.wins ?? null,
    };
  });
}

function rankNumbers(values: ReadonlyMap<string, number>): Map<string, number> {
  const all = [...values.values()];
  return new Map([...values].map(([id, own]) => [id, 1 + all.filter((other) => other > own + 1e-9).length]));
}

function jurorRows(card: RobustnessCard): readonly JurorRow[] {
  const fit = card.additive?.connected ? card.additive : null;
  return card.jurors.map((one) => ({
    code: one.juror,
    sheets: one.n,
    mean: toNumber(one.mean),
    leniency: fit ? toNumber(fit.leniency.get(one.juror) ?? { n: 0n, d: 1n }) : null,
    error: fit?.leniencyError?.get(one.juror) ?? null,
    rho: one.rhoVsOthers,
    difference: one.meanDifference && toNumber(one.meanDifference),
    constant: one.constant,
  }));
}

function unusualOf(card: RobustnessCard): CardSummary['unusual'] {
  if (!card.additive?.connected) return [];
  return [...card.additive.studentised].flatMap(([entry, row]) =>
    [...row].flatMap(([juror, r]) => (r !== null && Math.abs(r) > UNUSUAL ? [{ entry, juror, r }] : [])),
  );
}

function withoutRow(code: string, one: RuleWithout): WithoutRow {
  const { winner, winnerDepends, topIn, topOut, maxRankShift, notEstimable } = one;
  return { code, winners: winner, winnerDepends, entering: topIn, leaving: topOut, maxRankShift, notEstimable };
}

function weightRows({ stability }: FinalDiagnostics): readonly WeightRow[] {
  const ends = (range: WeightRange | null) => range && ([toNumber(range.low), toNumber(range.high)] as const);
  return [...(stability ?? [])].flatMap(([code, one]) => (one === null ? [] : [{ code, at: toNumber(one.at), winner: ends(one.winner), top: ends(one.top) }]));
}

function severityOf(card: RobustnessCard): Pick<CardSummary, 'severity' | 'components' | 'bridges' | 'jurorP'> {
  const { additive, totals } = card;
  if (additive === null) return { severity: 'none', components: [], bridges: [], jurorP: null };
  if (!additive.connected) return { severity: 'disconnected', components: additive.components, bridges: [], jurorP: null };
  const jurors = jurorsOf(totals).length;
  const isComplete = [...totals.values()].every((row) => row.size === jurors);
  return { severity: isComplete ? 'complete' : 'incomplete', components: [], bridges: additive.bridges, jurorP: additive.jurorTest?.p ?? null };
}

/**
 * Of the first `most` places by the official order, each entry with those below it whose intervals overlap its own: not to be told apart by
 * other panels drawn from the same jurors. Entries without such a neighbour, or without an interval, are left out. Every pair is looked at, so `most` is small.
 */
export function hardToTellApart({ entries }: CardSummary, most: number): readonly { readonly id: string; readonly below: readonly string[] }[] {
  const order = [...entries].sort((a, b) => a.rank - b.rank || compareText(a.id, b.id)).slice(0, most);
  return order.flatMap(({ id, interval: own }, at) => {
    const below = order.slice(at + 1).filter(({ interval }) => own && interval && own[1] >= interval[0] && interval[1] >= own[0]);
    return below.length === 0 ? [] : [{ id, below: below.map((one) => one.id) }];
  });
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : 1;
}
