// Intraclass correlations of a complete block (SCORING 7): exact estimates, intervals by the F distribution.

import { add, div, equals, fromInt, mean, mul, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { fQuantile, fTail } from './distributions.ts';

/** One row per submission, one value per juror. */
export type Block = readonly (readonly Rational[])[];

export type IccName = 'ICC1' | 'ICC1k' | 'ICC2' | 'ICC2k' | 'ICC3' | 'ICC3k';

interface MeanSquares {
  readonly MSB: Rational;
  readonly MSW: Rational;
  readonly MSJ: Rational;
  readonly MSE: Rational;
}

interface FTest {
  readonly F: number;
  readonly p: number;
}

export interface Icc extends MeanSquares {
  readonly n: number;
  readonly k: number;
  /** Each null where there is no variance to divide by. Negative ones are shown. */
  readonly estimates: Readonly<Record<IccName, Rational | null>>;
  readonly oneWay: FTest | null;
  readonly twoWay: FTest | null;
  /** 95 % intervals; null where the error is zero. */
  readonly intervals: Readonly<Record<IccName, readonly [number, number]>> | null;
}

/**
 * The six intraclass correlations of n >= 2 submissions by k >= 2 jurors; null for a smaller block.
 * @basis SCORING 7; Shrout & Fleiss 1979; McGraw & Wong 1996.
 */
export function intraclass(block: Block): Icc | null {
  const n = block.length;
  const k = block[0]?.length ?? 0;
  if (n < 2 || k < 2) return null;
  const squares = meanSquares(block, n, k);
  const { MSB, MSW, MSE } = squares;
  return {
    ...squares,
    n,
    k,
    estimates: estimate(squares, n, k),
    oneWay: fTest(MSB, MSW, n - 1, n * (k - 1)),
    twoWay: fTest(MSB, MSE, n - 1, (n - 1) * (k - 1)),
    intervals: equals(MSE, ZERO) || equals(MSB, ZERO) ? null : intervalsOf(squares, n, k),
  };
}

function estimate({ MSB, MSW, MSJ, MSE }: MeanSquares, n: number, k: number): Icc['estimates'] {
  const more = fromInt(k - 1);
  const jurors = div(sub(MSJ, MSE), fromInt(n));
  return {
    ICC1: ratio(sub(MSB, MSW), add(MSB, mul(more, MSW))),
    ICC1k: ratio(sub(MSB, MSW), MSB),
    ICC2: ratio(sub(MSB, MSE), sum([MSB, mul(more, MSE), mul(fromInt(k), jurors)])),
    ICC2k: ratio(sub(MSB, MSE), add(MSB, jurors)),
    ICC3: ratio(sub(MSB, MSE), add(MSB, mul(more, MSE))),
    ICC3k: ratio(sub(MSB, MSE), MSB),
  };
}

function ratio(above: Rational, below: Rational): Rational | null {
  return equals(below, ZERO) ? null : div(above, below);
}

function fTest(above: Rational, below: Rational, dfAbove: number, dfBelow: number): FTest | null {
  if (equals(below, ZERO)) return null;
  const F = toNumber(div(above, below));
  return { F, p: fTail(F, dfAbove, dfBelow) };
}

const TAIL = 0.975;

function intervalsOf(squares: MeanSquares, n: number, k: number): NonNullable<Icc['intervals']> {
  const [b, w, j, e] = [squares.MSB, squares.MSW, squares.MSJ, squares.MSE].map(toNumber) as [number, number, number, number];
  const consistent = (below: number, df: number) => {
    const F = b / below;
    const [lower, upper] = [F / fQuantile(TAIL, n - 1, df), F * fQuantile(TAIL, df, n - 1)];
    const single = [(lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1)] as const;
    return { single, average: [1 - 1 / lower, 1 - 1 / upper] as const };
  };
  const [oneWay, twoWay] = [consistent(w, n * (k - 1)), consistent(e, (n - 1) * (k - 1))];
  const r = (b - e) / (b + (k - 1) * e + (k * (j - e)) / n);
  const agreement = agreementInterval({ b, j, e, r }, n, k);
  const averaged = (x: number) => (k * x) / (1 + (k - 1) * x);
  return {
    ICC1: oneWay.single,
    ICC1k: oneWay.average,
    ICC3: twoWay.single,
    ICC3k: twoWay.average,
    ICC2: agreement,
    ICC2k: [averaged(agreement[0]), averaged(agreement[1])],
  };
}

interface TwoWay {
  readonly b: number;
  readonly j: number;
  readonly e: number;
  readonly r: number;
}

/** The interval of ICC(2,1), its degrees of freedom by Satterthwaite. */
function agreementInterval({ b, j, e, r }: TwoWay, n: number, k: number): readonly [number, number] {
  const Fj = j / e;
  const other = n * (1 + (k - 1) * r) - k * r;
  const v = ((k - 1) * (n - 1) * (k * r * Fj + other) ** 2) / ((n - 1) * k ** 2 * r ** 2 * Fj ** 2 + other ** 2);
  const [F1, F2] = [fQuantile(TAIL, n - 1, v), fQuantile(TAIL, v, n - 1)];
  const common = k * j + (k * n - k - n) * e;
  return [(n * (b - F1 * e)) / (F1 * common + n * b), (n * (F2 * b - e)) / (common + n * F2 * b)];
}

function meanSquares(block: Block, n: number, k: number): MeanSquares {
  const grand = mean(block.flat());
  const columns = Array.from({ length: k }, (_, j) => block.map((row) => row[j] ?? ZERO));
  const spread = (values: readonly Rational[]) => sum(values.map((value) => mul(sub(value, grand), sub(value, grand))));
  const between = mul(fromInt(k), spread(block.map(mean)));
  const jurors = mul(fromInt(n), spread(columns.map(mean)));
  const within = sub(spread(block.flat()), between);
  return {
    MSB: div(between, fromInt(n - 1)),
    MSW: div(within, fromInt(n * (k - 1))),
    MSJ: div(jurors, fromInt(k - 1)),
    MSE: div(sub(within, jurors), fromInt((n - 1) * (k - 1))),
  };
}
