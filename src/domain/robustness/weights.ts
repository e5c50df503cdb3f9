// Weights (SCORING 9): how far each may move before the watched set changes, and the order without each criterion. Exact.

import { competitionRanks, groupByValue } from '../result/ranking.ts';
import { div, mul, ONE, type Rational, sum, ZERO } from '../shared/rational.ts';
import { topOf } from './leave-one-out.ts';
import { weightRange } from './weight-range.ts';

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
 * Between which shares (0..1) the criterion's weight may lie, the others keeping their proportions, while the first `top` places, ties included,
 * are held by the same entries. Ends are closed: at an end there is a tie. Null with a single criterion.
 * @basis SCORING 9.
 */
export function weightStability(matrix: CriterionMatrix, weights: Weights, criterion: string, top: number): Stability | null {
  const rest = new Map([...weights].filter(([code]) => code !== criterion));
  if (rest.size === 0) return null;
  const at = div(weights.get(criterion) ?? ZERO, sum([...weights.values()]));
  const others = weightedMeans(matrix, rest);
  const entries = [...matrix].map(([id, row]) => {
    return { id, base: ZERO, part: ONE, sheets: [{ atZero: others.get(id) ?? ZERO, atOne: row.get(criterion) ?? ZERO }], trim: 0 };
  });
  const range = weightRange(entries, at, topOf(weightedMeans(matrix, weights), top), top);
  return range && { ...range, at };
}

/** Ranks without each criterion, its weight spread over the others in proportion; null for a single criterion. */
export function leaveOneCriterionOut(matrix: CriterionMatrix, weights: Weights): ReadonlyMap<string, ReadonlyMap<string, number> | null> {
  const without = (code: string) => new Map([...weights].filter(([other]) => other !== code));
  const ranks = (kept: Weights) => (kept.size === 0 ? null : competitionRanks(groupByValue(weightedMeans(matrix, kept))));
  return new Map([...weights.keys()].map((code) => [code, ranks(without(code))]));
}
