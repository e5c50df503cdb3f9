// A cross-check by votes (SCORING 11): each juror's totals read as a ballot with ties, pairs compared only by jurors who scored both.

import { competitionRanks, groupByValue } from '../result/ranking.ts';
import { add, compare, div, equals, fromInt, ONE, type Rational, sum, ZERO } from '../shared/rational.ts';
import { type Kemeny, kemeny } from './kemeny.ts';
import { jurorsOf, type SheetTotals } from './totals.ts';

/** Places of a ballot, 1 the best; equal places are ties; who is not there was not seen. Counts as `weight` ballots. */
export interface Ballot {
  readonly weight: number;
  readonly places: ReadonlyMap<string, number>;
}

export interface Votes {
  readonly candidates: readonly string[];
  /** Preferred to every rival by a majority; null when nobody is. */
  readonly condorcetWinner: string | null;
  /** The smallest set whose members beat everybody outside. */
  readonly smith: readonly string[];
  /** Rivals beaten, a draw one half. */
  readonly copeland: ReadonlyMap<string, Rational>;
  /** Votes won in pairs, a tie one half; and as a share of the comparisons made (null without any). */
  readonly borda: ReadonlyMap<string, Rational>;
  readonly bordaShare: ReadonlyMap<string, Rational | null>;
  readonly kemeny: Kemeny | null;
  /** pairwise(i, l): votes for i over l, a tie one half. */
  readonly pairwise: (i: string, l: string) => Rational;
}

/** Every juror's totals as a ballot. */
export function ballotsOf(totals: SheetTotals): readonly Ballot[] {
  return jurorsOf(totals).map((juror) => {
    const seen = [...totals].flatMap(([id, row]) => (row.has(juror) ? [[id, row.get(juror) ?? ZERO] as const] : []));
    return { weight: 1, places: competitionRanks(groupByValue(new Map(seen))) };
  });
}

const HALF: Rational = { n: 1n, d: 2n };

const MOST_CANDIDATES = 1000;

/** Counts the ballots; null without candidates or beyond 1,000. Kemeny's order is sought up to 13 candidates. @basis SCORING 11. */
export function countVotes(ballots: readonly Ballot[]): Votes | null {
  const candidates = [...new Set(ballots.flatMap(({ places }) => [...places.keys()]))].sort();
  if (candidates.length === 0 || candidates.length > MOST_CANDIDATES) return null;
  const { strict, tied } = tablesOf(ballots, candidates);
  const at = new Map(candidates.map((id, i) => [id, i]));
  const cell = (i: number, l: number) => div(fromInt(2 * (strict[i]?.[l] ?? 0) + (tied[i]?.[l] ?? 0)), fromInt(2));
  const beats = (i: number, l: number) => compare(cell(i, l), cell(l, i));
  const rivals = (i: number) => candidates.map((_, l) => l).filter((l) => l !== i);
  const isCompared = (i: number, l: number) => !equals(add(cell(i, l), cell(l, i)), ZERO);
  const copeland = candidates.map((_, i) => sum(rivals(i).map((l) => (isCompared(i, l) ? ([ZERO, HALF, ONE][beats(i, l) + 1] ?? ZERO) : ZERO))));
  const borda = candidates.map((_, i) => sum(rivals(i).map((l) => cell(i, l))));
  const made = candidates.map((_, i) => sum(rivals(i).map((l) => add(cell(i, l), cell(l, i)))));
  const winner = candidates.find((_, i) => candidates.length > 1 && rivals(i).every((l) => beats(i, l) > 0)) ?? null;
  const named = <T>(values: readonly T[]) => new Map(candidates.map((id, i) => [id, values[i] as T]));
  return {
    candidates,
    condorcetWinner: winner,
    smith: smithSet(candidates, beats),
    copeland: named(copeland),
    borda: named(borda),
    bordaShare: named(borda.map((won, i) => (equals(made[i] ?? ZERO, ZERO) ? null : div(won, made[i] ?? ONE)))),
    kemeny: kemeny(candidates, strict),
    pairwise: (i, l) => cell(at.get(i) ?? -1, at.get(l) ?? -1),
  };
}

/** strict[i][l]: ballots with i before l; tied[i][l]: ballots with both in one place. */
function tablesOf(ballots: readonly Ballot[], candidates: readonly string[]) {
  const strict = candidates.map(() => new Float64Array(candidates.length));
  const tied = candidates.map(() => new Float64Array(candidates.length));
  for (const { weight, places } of ballots) {
    const seen = candidates.map((id) => places.get(id) ?? 0);
    for (const [i, own] of seen.entries()) {
      for (const [l, other] of seen.entries()) {
        if (i === l || own === 0 || other === 0 || own > other) continue;
        const line = (own < other ? strict : tied)[i] ?? new Float64Array();
        line[l] = (line[l] ?? 0) + weight;
      }
    }
  }
  return { strict, tied };
}

/** Grown from the best by Copeland's order: whoever is not beaten by all inside belongs in. */
function smithSet(candidates: readonly string[], beats: (i: number, l: number) => number): readonly string[] {
  const wins = candidates.map((_, i) => candidates.filter((__, l) => l !== i && beats(i, l) > 0).length);
  const most = Math.max(...wins);
  const inside = new Set(candidates.map((_, i) => i).filter((i) => wins[i] === most));
  for (let grew = true; grew; ) {
    grew = false;
    for (const [l] of candidates.entries()) {
      if (inside.has(l) || [...inside].every((i) => beats(i, l) > 0)) continue;
      inside.add(l);
      grew = true;
    }
  }
  return candidates.filter((_, i) => inside.has(i));
}
