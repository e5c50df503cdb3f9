// Without one juror, without one criterion (SCORING 8): the whole official rule again, compared like with like.

import { competitionRanks, type Order } from '../result/ranking.ts';
import { fromInt } from '../shared/rational.ts';
import { type Contest, type Contestant, Figures, type Measure, orderByRule, totalWithout } from './contest.ts';
import { kendallTauB } from './kendall.ts';

export interface RuleWithout {
  /** Of the entries that can still be ranked. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly winner: readonly string[];
  /** Whether another holds the first place; null when an official winner cannot be tested. */
  readonly winnerDepends: boolean | null;
  readonly topIn: readonly string[];
  readonly topOut: readonly string[];
  /** Null when nobody can be ranked. */
  readonly maxRankShift: number | null;
  /** Of the places; null when either order is one tie. */
  readonly tauB: number | null;
  /** Entries that would have too few sheets: not ranked, and left out of every comparison. */
  readonly notEstimable: readonly string[];
}

/** By juror: the rule without all sheets of that juror. */
export function withoutEachJuror(contest: Contest): ReadonlyMap<string, RuleWithout> {
  return new Map(
    contest.jurors.map((juror) => {
      const sheetsOf = (entry: Contestant) => entry.sheets.filter((sheet) => sheet.juror !== juror);
      return [juror, again(contest, sheetsOf, contest.ladder)];
    }),
  );
}

/**
 * By criterion: its weight 0, the others in proportion. The counted sheets stay the counted sheets and its step of the ladder is skipped.
 * Null for the only criterion.
 */
export function withoutEachCriterion(contest: Contest): ReadonlyMap<string, RuleWithout | null> {
  return new Map(contest.criteria.map((one) => [one.code, contest.criteria.length === 1 ? null : withoutCriterion(contest, one)]));
}

function withoutCriterion(contest: Contest, criterion: Measure): RuleWithout {
  const sheetsOf = (entry: Contestant) =>
    entry.sheets.flatMap((sheet) => {
      const total = totalWithout(sheet, criterion);
      return total === null ? [] : [{ ...sheet, total }];
    });
  return again(
    contest,
    sheetsOf,
    contest.ladder.filter((step) => step !== `criterion:${criterion.code}`),
  );
}

function again(contest: Contest, sheetsOf: (entry: Contestant) => Contestant['sheets'], ladder: readonly string[]): RuleWithout {
  const figures = new Map<string, Figures>();
  const notEstimable: string[] = [];
  for (const entry of contest.entries) {
    const sheets = sheetsOf(entry);
    if (sheets.length < contest.rubric.minJurors) notEstimable.push(entry.id);
    else figures.set(entry.id, new Figures(contest, { ...entry, sheets }));
  }
  const before = competitionRanks(closedUp(contest.order, figures));
  const after = competitionRanks(orderByRule(contest, figures, ladder));
  const ids = [...figures.keys()];
  const within = (ranks: ReadonlyMap<string, number>, most: number) => ids.filter((id) => (ranks.get(id) ?? 0) <= most);
  const places = (ranks: ReadonlyMap<string, number>) => ids.map((id) => fromInt(ranks.get(id) ?? 0));
  const [official, now] = [within(before, contest.top), within(after, contest.top)];
  const winner = within(after, 1);
  const lostWinner = contest.order[0]?.some((id) => notEstimable.includes(id)) ?? false;
  return {
    ranks: new Map(ids.map((id) => [id, after.get(id) ?? 0])),
    winner,
    winnerDepends: lostWinner ? null : winner.join('\n') !== (contest.order[0] ?? []).join('\n'),
    topIn: now.filter((id) => !official.includes(id)),
    topOut: official.filter((id) => !now.includes(id)),
    maxRankShift: ids.length === 0 ? null : Math.max(...ids.map((id) => Math.abs((after.get(id) ?? 0) - (before.get(id) ?? 0)))),
    tauB: kendallTauB(places(before), places(after)),
    notEstimable,
  };
}

/** The official order of those that remain: nobody shifts because another could not be tested. */
function closedUp(order: Order, kept: ReadonlyMap<string, unknown>): Order {
  return order.map((group) => group.filter((id) => kept.has(id))).filter((group) => group.length > 0);
}
