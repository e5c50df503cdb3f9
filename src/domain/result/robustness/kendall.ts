// Kendall's W and tau-b (SCORING 7): agreement of orders.

import { compare, div, equals, fromInt, mean, mul, ONE, type Rational, sub, sum, ZERO } from '../../shared/rational.ts';
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

/** Kendall's tau-b of two lists of equal length, -1..1. Null when one of them is constant. */
export function kendallTauB(x: readonly Rational[], y: readonly Rational[]): number | null {
  let [agreeing, tiedX, tiedY] = [0, 0, 0];
  for (let i = 0; i < x.length; i += 1) {
    for (let j = 0; j < i; j += 1) {
      const [a, b] = [compare(x[i] ?? ZERO, x[j] ?? ZERO), compare(y[i] ?? ZERO, y[j] ?? ZERO)];
      agreeing += a * b;
      tiedX += a === 0 ? 1 : 0;
      tiedY += b === 0 ? 1 : 0;
    }
  }
  const pairs = (x.length * (x.length - 1)) / 2;
  const below = (pairs - tiedX) * (pairs - tiedY);
  return below === 0 ? null : agreeing / Math.sqrt(below);
}
