// Rank correlation between two lists of figures (SCORING 7).

import { averageRanks, groupByValue } from '../result/ranking.ts';
import { equals, fromInt, mean, mul, type Rational, sub, sum, toText, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';

/** Ranks of the values, ascending from 1, tied values sharing their middle. */
export function midranks(values: readonly Rational[]): Rational[] {
  const byPlace = new Map(values.map((value, at) => [String(at), value] as const));
  const ranks = averageRanks(groupByValue(byPlace));
  return values.map((_, at) => sub(fromInt(values.length + 1), ranks.get(String(at)) ?? ZERO));
}

/**
 * Spearman's rho: Pearson's correlation of the midranks, -1..1, over lists of equal length. Null for a constant list or fewer than 2 values.
 * @basis SCORING 7: never the 6 sum d^2 shortcut with ties.
 */
export function spearman(x: readonly Rational[], y: readonly Rational[]): number | null {
  if (x.length !== y.length) throw new RangeError(`lists of ${x.length} and ${y.length} values`);
  const [rx, ry] = [midranks(x), midranks(y)];
  const [sxx, syy] = [covariation(rx, rx), covariation(ry, ry)];
  if (equals(sxx, ZERO) || equals(syy, ZERO)) return null;
  if (toText(sxx) === toText(syy)) return toNumber(covariation(rx, ry)) / toNumber(sxx);
  return toNumber(covariation(rx, ry)) / Math.sqrt(toNumber(mul(sxx, syy)));
}

function covariation(a: readonly Rational[], b: readonly Rational[]): Rational {
  if (a.length === 0) return ZERO;
  const [middleA, middleB] = [mean(a), mean(b)];
  return sum(a.map((value, at) => mul(sub(value, middleA), sub(b[at] ?? ZERO, middleB))));
}
