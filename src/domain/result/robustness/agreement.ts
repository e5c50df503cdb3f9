// Agreement between jurors (SCORING 7): exact estimates, null where a statistic is undefined. Shown beside the order, never inside it.

import { add, compare, div, equals, fromInt, mean, mul, ONE, type Rational, sub, sum, toText, ZERO } from '../../shared/rational.ts';
import { midranks } from './correlation.ts';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

/** One row per submission, one value per juror. */
export type Block = readonly (readonly Rational[])[];

/**
 * Krippendorff's alpha of units with values by juror (null: none); at most 1, negative for systematic disagreement. Null when no unit is
 * pairable or every value is the same: expected disagreement 0 is undefined, not 1. Ratio wants non-negative values.
 * @basis SCORING 7; Krippendorff 2011.
 */
export function krippendorffAlpha(units: readonly (readonly (Rational | null)[])[], metric: Metric): Rational | null {
  const pairable = units.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
  const counts = countValues(pairable.flat());
  const n = pairable.flat().length;
  const distance = distances(counts, metric);
  const observed = sum(pairable.map((unit) => div(pairsWithin(unit, distance), fromInt(unit.length - 1))));
  const expected = pairsBetween(counts, distance);
  if (equals(expected, ZERO)) return null;
  return sub(ONE, div(mul(fromInt(n - 1), observed), expected));
}

interface Count {
  readonly value: Rational;
  readonly times: number;
}

type Distance = (a: Rational, b: Rational) => Rational;

function countValues(values: readonly Rational[]): readonly Count[] {
  const times = new Map<string, Count>();
  for (const value of values) times.set(toText(value), { value, times: (times.get(toText(value))?.times ?? 0) + 1 });
  return [...times.values()].sort((a, b) => compare(a.value, b.value));
}

function distances(counts: readonly Count[], metric: Metric): Distance {
  const square = (x: Rational) => mul(x, x);
  if (metric === 'nominal') return (a, b) => (equals(a, b) ? ZERO : ONE);
  if (metric === 'interval') return (a, b) => square(sub(a, b));
  if (metric === 'ratio') return (a, b) => (equals(a, b) ? ZERO : square(div(sub(a, b), add(a, b))));
  return (a, b) => {
    const [low, high] = compare(a, b) <= 0 ? [a, b] : [b, a];
    const between = counts.filter(({ value }) => compare(low, value) <= 0 && compare(value, high) <= 0);
    const ends = between.filter(({ value }) => equals(value, low) || equals(value, high)).map(({ times }) => div(fromInt(times), fromInt(2)));
    return equals(a, b) ? ZERO : square(sub(sum(between.map(({ times }) => fromInt(times))), sum(ends)));
  };
}

function pairsWithin(unit: readonly Rational[], distance: Distance): Rational {
  return sum(unit.flatMap((a, i) => unit.filter((_, j) => j !== i).map((b) => distance(a, b))));
}

function pairsBetween(counts: readonly Count[], distance: Distance): Rational {
  return sum(counts.flatMap((a) => counts.map((b) => mul(fromInt(a.times * b.times), distance(a.value, b.value)))));
}

export interface Icc {
  readonly ICC1: Rational | null;
  readonly ICC1k: Rational | null;
  readonly ICC2: Rational | null;
  readonly ICC2k: Rational | null;
  readonly ICC3: Rational | null;
  readonly ICC3k: Rational | null;
}

/**
 * The six intraclass correlations of a complete block of n >= 2 submissions by k >= 2 jurors, estimates only; negative ones are shown.
 * Null where there is no variance to divide by, or the block is too small.
 * @basis SCORING 7; Shrout & Fleiss 1979.
 */
export function intraclass(block: Block): Icc {
  const n = block.length;
  const k = block[0]?.length ?? 0;
  if (n < 2 || k < 2) return { ICC1: null, ICC1k: null, ICC2: null, ICC2k: null, ICC3: null, ICC3k: null };
  const { msb, msw, msj, mse } = meanSquares(block, n, k);
  const more = fromInt(k - 1);
  const jurors = div(sub(msj, mse), fromInt(n));
  return {
    ICC1: ratio(sub(msb, msw), add(msb, mul(more, msw))),
    ICC1k: ratio(sub(msb, msw), msb),
    ICC2: ratio(sub(msb, mse), sum([msb, mul(more, mse), mul(fromInt(k), jurors)])),
    ICC2k: ratio(sub(msb, mse), add(msb, jurors)),
    ICC3: ratio(sub(msb, mse), add(msb, mul(more, mse))),
    ICC3k: ratio(sub(msb, mse), msb),
  };
}

function ratio(above: Rational, below: Rational): Rational | null {
  return equals(below, ZERO) ? null : div(above, below);
}

function meanSquares(block: Block, n: number, k: number) {
  const grand = mean(block.flat());
  const columns = Array.from({ length: k }, (_, j) => block.map((row) => row[j] ?? ZERO));
  const spread = (values: readonly Rational[], around: Rational) => sum(values.map((value) => mul(sub(value, around), sub(value, around))));
  const between = mul(fromInt(k), spread(block.map(mean), grand));
  const jurors = mul(fromInt(n), spread(columns.map(mean), grand));
  const within = sub(spread(block.flat(), grand), between);
  return {
    msb: div(between, fromInt(n - 1)),
    msw: div(within, fromInt(n * (k - 1))),
    msj: div(jurors, fromInt(k - 1)),
    mse: div(sub(within, jurors), fromInt((n - 1) * (k - 1))),
  };
}

export interface Concordance {
  /** 0..1. */
  readonly W: Rational;
  readonly chi2: Rational;
  readonly df: number;
  readonly meanSpearman: Rational | null;
}

/**
 * Kendall's W with ties of a complete block, m jurors over n submissions. Null when its denominator is 0 (every juror gave one value)
 * or the block is empty.
 * @basis SCORING 7.
 */
export function kendallW(block: Block): Concordance | null {
  const n = block.length;
  const m = block[0]?.length ?? 0;
  const ranked = Array.from({ length: m }, (_, j) => midranks(block.map((row) => row[j] ?? ZERO)));
  const sums = block.map((_, i) => sum(ranked.map((ranks) => ranks[i] ?? ZERO)));
  const tied = ranked.flatMap((ranks) => countValues(ranks)).reduce((whole, { times }) => whole + times ** 3 - times, 0);
  const below = fromInt(m * m * (n ** 3 - n) - m * tied);
  if (n === 0 || equals(below, ZERO)) return null;
  const middle = mean(sums);
  const S = sum(sums.map((one) => mul(sub(one, middle), sub(one, middle))));
  const W = div(mul(fromInt(12), S), below);
  const meanSpearman = m < 2 ? null : div(sub(mul(fromInt(m), W), ONE), fromInt(m - 1));
  return { W, chi2: mul(fromInt(m * (n - 1)), W), df: n - 1, meanSpearman };
}
