// The card as it is kept and shown: plain numbers and codes, no exact official figure. One form, one reader.

import { readWeight } from '../instrument/weights.ts';
import { competitionRanks, groupByValue } from '../result/ranking.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';
import type { Rational } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { MOST_DROPPED } from './bootstrap.ts';
import { type RobustnessCard, robustnessCard } from './card.ts';
import { alphaInterval } from './krippendorff.ts';
import { type OfficialWithout, officialWithoutEach } from './official-without.ts';
import { projected } from './reml.ts';
import { jurorsOf } from './totals.ts';

export interface EntryCard {
  readonly id: string;
  /** Official, and by the jury alone, by fair scores, by normalised scores. */
  readonly rank: number;
  readonly juryRank: number;
  readonly fairRank: number | null;
  readonly zRank: number;
  /** Ends of the 95 % interval of the jury's rank; null when not shown. */
  readonly interval: readonly [number, number] | null;
  /** Share of the draws of a panel, and of weights within a quarter, that it wins. */
  readonly winsByPanel: number | null;
  readonly winsByWeights: number;
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

export interface CardSummary {
  readonly form: 'card/1';
  /** N of the watched line: the winners. */
  readonly top: number;
  readonly sheets: number;
  readonly entries: readonly EntryCard[];
  readonly jurors: readonly JurorRow[];
  /** Sheets far from what entry and juror make likely: |r| > 2, for conversation. */
  readonly unusual: readonly { readonly entry: string; readonly juror: string; readonly r: number }[];
  readonly withoutJuror: readonly OfficialWithout[];
  readonly stability: readonly { readonly code: string; readonly low: number; readonly at: number; readonly high: number }[];
  readonly severity: 'complete' | 'incomplete' | 'disconnected' | 'none';
  readonly components: readonly { readonly entries: readonly string[]; readonly jurors: readonly string[] }[];
  readonly bridges: readonly string[];
  readonly jurorP: number | null;
  readonly agreement: {
    readonly entriesInBlock: number;
    readonly alpha: number | null;
    readonly alphaInterval: readonly [number, number] | null;
    readonly icc2k: number | null;
    readonly icc2kInterval: readonly [number, number] | null;
    readonly icc3k: number | null;
    readonly w: number | null;
    readonly wP: number | null;
    readonly g: number | null;
    /** What G would be with so many jurors on every entry. */
    readonly projected: readonly { readonly jurors: number; readonly g: number }[];
  };
  readonly votes: { readonly condorcetWinner: string | null; readonly smith: readonly string[] };
  /** Share of the draws left out because an entry kept no juror; above 0.2 no interval is shown. */
  readonly droppedShare: number | null;
}

const UNUSUAL = 2;

/** The card of a computed result, ready to keep. The same result gives the same card. */
export function summariseCard(input: ResultInput, body: ResultBody): CardSummary {
  const top = Math.max(1, input.winners);
  const weights = new Map(input.rubric.criteria.map(({ code, weight }) => [code, readWeight(weight)]));
  const card = robustnessCard(body, weights, top);
  const shown = card.bootstrap !== null && card.bootstrap.droppedShare <= MOST_DROPPED ? card.bootstrap : null;
  return {
    form: 'card/1',
    top,
    sheets: [...card.totals.values()].reduce((count, row) => count + row.size, 0),
    entries: entriesOf(body, card, shown),
    jurors: jurorRows(card),
    unusual: unusualOf(card),
    withoutJuror: officialWithoutEach(input, body, top),
    stability: [...card.stability].flatMap(([code, one]) =>
      one === null ? [] : [{ code, low: toNumber(one.low), at: toNumber(one.at), high: toNumber(one.high) }],
    ),
    ...severityOf(card),
    agreement: agreementOf(card),
    votes: { condorcetWinner: card.votes?.condorcetWinner ?? null, smith: card.votes?.smith ?? [] },
    droppedShare: card.bootstrap?.droppedShare ?? null,
  };
}

function entriesOf(body: ResultBody, card: RobustnessCard, shown: RobustnessCard['bootstrap']): readonly EntryCard[] {
  const jury = competitionRanks(groupByValue(new Map(body.entries.map(({ id }) => [id, card.weighted.get(id) as Rational]))));
  const fit = card.additive?.connected ? card.additive : null;
  const fair = fit && competitionRanks(groupByValue(fit.fair));
  const z = rankNumbers(card.z);
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
      winsByWeights: card.acceptability.get(id)?.wins ?? 0,
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

function severityOf(card: RobustnessCard): Pick<CardSummary, 'severity' | 'components' | 'bridges' | 'jurorP'> {
  const { additive, totals } = card;
  if (additive === null) return { severity: 'none', components: [], bridges: [], jurorP: null };
  if (!additive.connected) return { severity: 'disconnected', components: additive.components, bridges: [], jurorP: null };
  const jurors = jurorsOf(totals).length;
  const isComplete = [...totals.values()].every((row) => row.size === jurors);
  return { severity: isComplete ? 'complete' : 'incomplete', components: [], bridges: additive.bridges, jurorP: additive.jurorTest?.p ?? null };
}

const PLANS = [3, 5, 7, 9] as const;

function agreementOf(card: RobustnessCard): CardSummary['agreement'] {
  const { icc, concordance, components, totals } = card;
  const number = (value: Rational | null | undefined) => (value === null || value === undefined ? null : toNumber(value));
  const jurors = jurorsOf(totals);
  return {
    entriesInBlock: card.completeEntries,
    alpha: number(card.alpha.interval),
    alphaInterval: alphaInterval([...totals.values()].map((row) => jurors.map((juror) => row.get(juror) ?? null))),
    icc2k: number(icc?.estimates.ICC2k),
    icc2kInterval: icc?.intervals?.ICC2k ?? null,
    icc3k: number(icc?.estimates.ICC3k),
    w: number(concordance?.W),
    wP: concordance?.p ?? null,
    g: components?.gqk ?? null,
    projected: components === null ? [] : PLANS.map((count) => ({ jurors: count, g: projected(components, count) })),
  };
}

/** Whether the first place, and the whole watched line, is the same whichever juror is left out; and on whom it hangs otherwise. */
export function steadiness({ withoutJuror, entries }: CardSummary): {
  readonly winner: readonly string[];
  readonly line: readonly string[];
  readonly unknown: readonly string[];
} {
  const winners = entries
    .filter(({ rank }) => rank === 1)
    .map(({ id }) => id)
    .join();
  return {
    winner: withoutJuror.filter((one) => one.winners.join() !== winners).map(({ juror }) => juror),
    line: withoutJuror.filter(({ entering, leaving }) => entering.length + leaving.length > 0).map(({ juror }) => juror),
    unknown: withoutJuror.filter(({ blocked }) => blocked.length > 0).map(({ juror }) => juror),
  };
}

/**
 * Of the first `most` places by the official order, each entry with those below it whose intervals overlap its own: not to be told apart by
 * another panel like this one. Entries without such a neighbour, or without an interval, are left out. Every pair is looked at, so `most` is small.
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
