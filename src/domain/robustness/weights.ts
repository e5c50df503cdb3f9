// Weights (SCORING 9): how far each may move before the watched set changes, and the order without each criterion. Exact.

import { competitionRanks, groupByValue } from '../result/ranking.ts';
import { add, compare, div, equals, mul, ONE, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { topOf } from './leave-one-out.ts';

/** Entry -> criterion -> mean on 0..100. */
export type CriterionMatrix = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/** Criterion -> weight, any positive numbers. */
export type Weights = ReadonlyMap<string, Rational>;

/** The weighted mean of every entry's criteria. */
export function weightedMeans(matrix: CriterionMatrix, weights: Weights): Map<string, Rational> {
  const whole = sum([...weights.values()]);
  return new Map([...matrix].map(([id, row]) => [id, div(sum([...weights].map(([code, weight]) => mul(weight, row.get(code) ?? ZERO))), whole)]));
}

export interface Stability {
  readonly low: Rational;
  readonly at: Rational;
  readonly high: Rational;
}

/**
 * Between which shares (0..1) the criterion's weight may lie, the others keeping their proportions, while the first `top` places are held
 * by the same entries. Ends are closed: at an end there is a tie. Null with a single criterion.
 * @basis SCORING 9.
 */
export function weightStability(matrix: CriterionMatrix, weights: Weights, criterion: string, top: number): Stability | null {
  const rest = new Map([...weights].filter(([code]) => code !== criterion));
  if (rest.size === 0) return null;
  const at = div(weights.get(criterion) ?? ZERO, sum([...weights.values()]));
  const others = weightedMeans(matrix, rest);
  const own = (id: string) => matrix.get(id)?.get(criterion) ?? ZERO;
  const inside = topOf(weightedMeans(matrix, weights), top);
  const outside = [...matrix.keys()].filter((id) => !inside.includes(id));
  const crossings = inside.flatMap((i) => outside.flatMap((l) => crossing(others.get(i) ?? ZERO, own(i), others.get(l) ?? ZERO, own(l))));
  const below = crossings.filter((t) => compare(t, at) <= 0);
  const above = crossings.filter((t) => compare(t, at) >= 0);
  return { low: below.reduce(greater, ZERO), at, high: above.reduce(lesser, ONE) };
}

/** Where the lines t x + (1 - t) R of two entries meet within 0..1; parallel lines never do. */
function crossing(Ri: Rational, xi: Rational, Rl: Rational, xl: Rational): readonly Rational[] {
  const gap = sub(Ri, Rl);
  const turn = sub(gap, sub(xi, xl));
  if (equals(turn, ZERO)) return [];
  const t = div(gap, turn);
  return compare(t, ZERO) >= 0 && compare(t, ONE) <= 0 ? [t] : [];
}

function greater(a: Rational, b: Rational): Rational {
  return compare(a, b) >= 0 ? a : b;
}

function lesser(a: Rational, b: Rational): Rational {
  return compare(a, b) <= 0 ? a : b;
}

/** Ranks without each criterion, its weight spread over the others in proportion; null for a single criterion. */
export function leaveOneCriterionOut(matrix: CriterionMatrix, weights: Weights): ReadonlyMap<string, ReadonlyMap<string, number> | null> {
  const without = (code: string) => new Map([...weights].filter(([other]) => other !== code));
  const ranks = (kept: Weights) => (kept.size === 0 ? null : competitionRanks(groupByValue(weightedMeans(matrix, kept))));
  return new Map([...weights.keys()].map((code) => [code, ranks(without(code))]));
}

export interface CriticalChange {
  readonly criterion: string;
  readonly pair: readonly [better: string, worse: string];
  /** Change of the criterion's share that makes the two equal, the other weights left as they are; in per cent of the share. */
  readonly percent: Rational;
}

/**
 * The smallest relative change of one weight that ties two entries, over all pairs and criteria; null when no feasible change does.
 * @basis Triantaphyllou & Sanchez 1997.
 */
export function criticalChange(matrix: CriterionMatrix, weights: Weights): CriticalChange | null {
  const whole = sum([...weights.values()]);
  const means = weightedMeans(matrix, weights);
  const order = groupByValue(means).flat();
  let least: CriticalChange | null = null;
  for (const [code, weight] of weights) {
    const share = div(weight, whole);
    for (const [at, better] of order.entries()) {
      for (const worse of order.slice(at + 1)) {
        const change = changeThatTies(means, matrix, code, better, worse);
        if (change === null || compare(change, share) > 0) continue;
        const percent = div(mul({ n: 100n, d: 1n }, change), share);
        if (least === null || compare(size(percent), size(least.percent)) < 0) least = { criterion: code, pair: [better, worse], percent };
      }
    }
  }
  return least;
}

/** d = (P_l - P_i)/(a_l - a_i), to be taken from the share. */
function changeThatTies(means: ReadonlyMap<string, Rational>, matrix: CriterionMatrix, code: string, i: string, l: string): Rational | null {
  const turn = sub(matrix.get(l)?.get(code) ?? ZERO, matrix.get(i)?.get(code) ?? ZERO);
  return equals(turn, ZERO) ? null : div(sub(means.get(l) ?? ZERO, means.get(i) ?? ZERO), turn);
}

function size(x: Rational): Rational {
  return compare(x, ZERO) < 0 ? sub(ZERO, x) : add(x, ZERO);
}
