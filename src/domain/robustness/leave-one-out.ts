// Leave one juror out (SCORING 8): what the jury's order would be without each.

import { competitionRanks, cutAt, groupByValue } from '../result/ranking.ts';
import type { Rational } from '../shared/rational.ts';
import { kendallTauB } from './kendall.ts';
import { entryMeans, jurorsOf, type SheetTotals, withoutJuror } from './totals.ts';

export interface WithoutOne {
  /** Entries that keep no sheet: not estimable, and not ranked. */
  readonly lost: readonly string[];
  readonly maxRankShift: number;
  /** With the order of the full panel; null when undefined. */
  readonly tauB: number | null;
  readonly winners: readonly string[];
  readonly ranks: ReadonlyMap<string, number>;
  readonly entering: readonly string[];
  readonly leaving: readonly string[];
}

/** By juror, on the jury's means: the official mean with one juror fewer. `top` is N of the line that is watched. */
export function leaveOneJurorOut(totals: SheetTotals, top: number): ReadonlyMap<string, WithoutOne> {
  return new Map(jurorsOf(totals).map((juror) => [juror, compareOrders(entryMeans(totals), entryMeans(withoutJuror(totals, juror)), top)]));
}

function compareOrders(full: ReadonlyMap<string, Rational>, fewer: ReadonlyMap<string, Rational>, top: number): WithoutOne {
  const kept = new Map([...full].filter(([id]) => fewer.has(id)));
  const [before, after] = [ranksOf(kept), ranksOf(fewer)];
  const ids = [...kept.keys()];
  const [inside, now] = [topOf(full, top), topOf(fewer, top)];
  return {
    lost: [...full.keys()].filter((id) => !fewer.has(id)).sort(),
    maxRankShift: Math.max(0, ...ids.map((id) => Math.abs((after.get(id) ?? 0) - (before.get(id) ?? 0)))),
    tauB: kendallTauB(
      ids.map((id) => kept.get(id) as Rational),
      ids.map((id) => fewer.get(id) as Rational),
    ),
    winners: [...(groupByValue(fewer)[0] ?? [])],
    ranks: after,
    entering: now.filter((id) => !inside.includes(id)).sort(),
    leaving: inside.filter((id) => !now.includes(id)).sort(),
  };
}

function ranksOf(values: ReadonlyMap<string, Rational>): Map<string, number> {
  return competitionRanks(groupByValue(values));
}

/** Everybody who holds one of the first N places, ties included. */
export function topOf(values: ReadonlyMap<string, Rational>, top: number): readonly string[] {
  return cutAt(groupByValue(values), top, 'include').selected;
}
