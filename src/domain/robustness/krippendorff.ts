// Krippendorff's alpha (SCORING 7): agreement of any number of jurors with any pattern of missing values, exactly.

import { mulberry32 } from '../result/lot.ts';
import { add, compare, div, equals, fromInt, mul, ONE, type Rational, sub, sum, toText, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';

export type Metric = 'nominal' | 'ordinal' | 'interval' | 'ratio';

type Units = readonly (readonly (Rational | null)[])[];

/**
 * Alpha of units with values by juror (null: none); at most 1, negative for systematic disagreement. Null when no unit is pairable or
 * every value is the same: expected disagreement 0 is undefined, not 1. Ratio wants non-negative values.
 * @basis SCORING 7; Krippendorff 2011.
 */
export function krippendorffAlpha(units: Units, metric: Metric): Rational | null {
  const pairable = pairableOf(units);
  const all = pairable.flat();
  const disagreement = metric === 'ratio' ? ratioPairs : metric === 'nominal' ? nominalPairs : squarePairs;
  const placed = metric === 'ordinal' ? pairable.map(placer(all)) : pairable;
  const expected = disagreement(placed.flat());
  if (equals(expected, ZERO)) return null;
  const observed = sum(placed.map((unit) => div(disagreement(unit), fromInt(unit.length - 1))));
  return sub(ONE, div(mul(fromInt(all.length - 1), observed), expected));
}

function pairableOf(units: Units): Rational[][] {
  return units.map((unit) => unit.filter((value) => value !== null)).filter((unit) => unit.length >= 2);
}

/** Sum of (a - b)^2 over ordered pairs: 2 (n sum x^2 - (sum x)^2). */
function squarePairs(values: readonly Rational[]): Rational {
  const squares = sum(values.map((value) => mul(value, value)));
  const whole = sum(values);
  return mul(fromInt(2), sub(mul(fromInt(values.length), squares), mul(whole, whole)));
}

/** Number of ordered pairs of different values. */
function nominalPairs(values: readonly Rational[]): Rational {
  const alike = countsOf(values).reduce((whole, { times }) => whole + times * times, 0);
  return fromInt(values.length ** 2 - alike);
}

function ratioPairs(values: readonly Rational[]): Rational {
  const distance = (a: Rational, b: Rational) => {
    const step = div(sub(a, b), add(a, b));
    return equals(a, b) ? ZERO : mul(step, step);
  };
  const counts = countsOf(values);
  return sum(counts.flatMap((a) => counts.map((b) => mul(fromInt(a.times * b.times), distance(a.value, b.value)))));
}

/** Ordinal distance is the square of the difference of middle positions among all values: (sum n_g - (n_c + n_k)/2)^2. */
function placer(all: readonly Rational[]): (unit: readonly Rational[]) => Rational[] {
  let before = 0;
  const places = new Map<string, Rational>();
  for (const { value, times } of countsOf(all)) {
    places.set(toText(value), div(fromInt(2 * before + times), fromInt(2)));
    before += times;
  }
  return (unit) => unit.map((value) => places.get(toText(value)) ?? ZERO);
}

interface Count {
  readonly value: Rational;
  readonly times: number;
}

/** The distinct values, ascending, with how often each occurs. */
export function countsOf(values: readonly Rational[]): readonly Count[] {
  const times = new Map<string, Count>();
  for (const value of values) times.set(toText(value), { value, times: (times.get(toText(value))?.times ?? 0) + 1 });
  return [...times.values()].sort((a, b) => compare(a.value, b.value));
}

const RESAMPLES = 2000;
const FEWEST_UNITS = 10;

/** The seed of every Monte-Carlo figure of the house, so that anyone can draw the same. */
export const SEED = 2026;

/**
 * A 95 % interval of alpha on the interval metric: percentiles over 2,000 resamples of the units, mulberry32 from SEED. Null with fewer
 * than ten pairable units, where such an interval misleads.
 */
export function alphaInterval(units: Units): readonly [number, number] | null {
  const facts = pairableOf(units).map((unit) => {
    const values = unit.map(toNumber);
    return { m: values.length, whole: values.reduce((a, b) => a + b, 0), squares: values.reduce((a, b) => a + b * b, 0) };
  });
  if (facts.length < FEWEST_UNITS) return null;
  const next = mulberry32(SEED);
  const alphas: number[] = [];
  for (let round = 0; round < RESAMPLES; round += 1) {
    let [n, whole, squares, within] = [0, 0, 0, 0];
    for (let draw = 0; draw < facts.length; draw += 1) {
      const unit = facts[Math.floor((next() * facts.length) / 2 ** 32)] ?? { m: 0, whole: 0, squares: 0 };
      n += unit.m;
      whole += unit.whole;
      squares += unit.squares;
      within += (unit.m * unit.squares - unit.whole ** 2) / (unit.m - 1);
    }
    const expected = n * squares - whole ** 2;
    if (expected > 0) alphas.push(1 - ((n - 1) * within) / expected);
  }
  alphas.sort((a, b) => a - b);
  const at = (share: number) => alphas[Math.min(alphas.length - 1, Math.floor(share * alphas.length))] ?? 0;
  return alphas.length < RESAMPLES / 2 ? null : [at(0.025), at(0.975)];
}
