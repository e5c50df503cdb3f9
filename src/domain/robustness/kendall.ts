// Kendall's W and tau-b (SCORING 7): agreement of orders.

import { div, equals, fromInt, mean, mul, ONE, type Rational, sub, sum, toText, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { midranks } from './correlation.ts';
import { chiSquareTail } from './distributions.ts';
import type { Block } from './icc.ts';
import { countsOf } from './krippendorff.ts';

export interface Concordance {
  /** 0..1. */
  readonly W: Rational;
  /** Without the correction for ties. */
  readonly uncorrected: Rational;
  readonly S: Rational;
  /** Sum of t^3 - t over the ties of every juror. */
  readonly T: number;
  readonly chi2: Rational;
  readonly df: number;
  /** Of chi-square; conservative for few jurors (Legendre 2005). */
  readonly p: number;
  readonly meanSpearman: Rational | null;
}

/**
 * Kendall's W with ties of a complete block, m jurors over n submissions. Null when its denominator is 0 (every juror gave one value)
 * or the block is empty.
 * @basis SCORING 7; Kendall 1948.
 */
export function kendallW(block: Block): Concordance | null {
  const n = block.length;
  const m = block[0]?.length ?? 0;
  const ranked = Array.from({ length: m }, (_, j) => midranks(block.map((row) => row[j] ?? ZERO)));
  const sums = block.map((_, i) => sum(ranked.map((ranks) => ranks[i] ?? ZERO)));
  const T = ranked.flatMap((ranks) => countsOf(ranks)).reduce((whole, { times }) => whole + times ** 3 - times, 0);
  const below = fromInt(m * m * (n ** 3 - n) - m * T);
  if (n === 0 || equals(below, ZERO)) return null;
  const middle = mean(sums);
  const S = sum(sums.map((one) => mul(sub(one, middle), sub(one, middle))));
  const W = div(mul(fromInt(12), S), below);
  const chi2 = mul(fromInt(m * (n - 1)), W);
  return {
    W,
    uncorrected: div(mul(fromInt(12), S), fromInt(m * m * (n ** 3 - n))),
    S,
    T,
    chi2,
    df: n - 1,
    p: chiSquareTail(toNumber(chi2), n - 1),
    meanSpearman: m < 2 ? null : div(sub(mul(fromInt(m), W), ONE), fromInt(m - 1)),
  };
}

/**
 * Kendall's tau-b of two lists of equal length, -1..1. Null when one of them is constant. By sorting (Knight 1966), so that a field of
 * thousands is no matter.
 */
export function kendallTauB(x: readonly Rational[], y: readonly Rational[]): number | null {
  const [rx, ry] = [placesOf(x), placesOf(y)];
  const order = rx.map((_, i) => i).sort((i, j) => (rx[i] ?? 0) - (rx[j] ?? 0) || (ry[i] ?? 0) - (ry[j] ?? 0));
  const pairs = (x.length * (x.length - 1)) / 2;
  const both = tiedPairs(rx.map((place, i) => place * x.length + (ry[i] ?? 0)));
  const [tiedX, tiedY] = [tiedPairs(rx), tiedPairs(ry)];
  const below = (pairs - tiedX) * (pairs - tiedY);
  if (below === 0) return null;
  const discordant = inversions(order.map((i) => ry[i] ?? 0));
  return (pairs - tiedX - tiedY + both - 2 * discordant) / Math.sqrt(below);
}

/** Dense places from the lowest, so that comparing is cheap. */
function placesOf(values: readonly Rational[]): number[] {
  const distinct = new Map(countsOf(values).map(({ value }, place) => [toText(value), place]));
  return values.map((value) => distinct.get(toText(value)) ?? 0);
}

function tiedPairs(keys: readonly number[]): number {
  const times = new Map<number, number>();
  for (const key of keys) times.set(key, (times.get(key) ?? 0) + 1);
  return [...times.values()].reduce((whole, t) => whole + (t * (t - 1)) / 2, 0);
}

/** Pairs that stand in falling order, counted while merging. */
function inversions(values: readonly number[]): number {
  if (values.length < 2) return 0;
  const half = values.length >> 1;
  const [left, right] = [values.slice(0, half), values.slice(half)];
  let count = inversions(left) + inversions(right);
  left.sort((a, b) => a - b);
  right.sort((a, b) => a - b);
  let at = 0;
  for (const value of right) {
    while (at < left.length && (left[at] ?? 0) <= value) at += 1;
    count += left.length - at;
  }
  return count;
}
