// Variance components of an incomplete panel (SCORING 7): crossed random submissions and jurors, by restricted likelihood, and G(q,k).

import { toNumber } from './approximate.ts';
import { jurorsOf, type SheetTotals } from './totals.ts';

export interface VarianceComponents {
  readonly mu: number;
  readonly submission: number;
  readonly juror: number;
  readonly residual: number;
  /** -2 log of the restricted likelihood at its maximum, without its constants. */
  readonly criterion: number;
  /** Harmonic mean of the sheets per submission. */
  readonly kHarmonic: number;
  /** 0 for a complete panel, 1/k for a fully nested one. */
  readonly q: number;
  /** Of one juror's total: with the jurors' severity counted as error, and without. */
  readonly iccA1: number;
  readonly iccC1: number;
  /** Of the panel's mean. */
  readonly iccAk: number;
  readonly gqk: number;
}

/**
 * The components s2 of submissions, jurors and residual, each possibly 0, and the reliability of the panel's means.
 * Null with fewer than 2 jurors, 2 submissions or 3 degrees of freedom, or without any variance.
 * @basis SCORING 7; Putka, Le, McCloy & Diaz 2008.
 */
export function varianceComponents(totals: SheetTotals): VarianceComponents | null {
  const jurors = jurorsOf(totals);
  const place = new Map(jurors.map((juror, j) => [juror, j]));
  const rows = [...totals.values()]
    .filter((row) => row.size > 0)
    .map((row) => [...row].map(([juror, total]) => [place.get(juror) ?? 0, toNumber(total)] as const));
  const values = rows.flat().map(([, y]) => y);
  const isFlat = values.every((y) => y === values[0]);
  if (jurors.length < 2 || rows.length < 2 || values.length < rows.length + jurors.length || isFlat) return null;
  const best = minimise((ratios) => profile(rows, jurors.length, ratios).criterion);
  const at = profile(rows, jurors.length, best);
  const [submission, juror, residual] = [best[0] * at.residual, best[1] * at.residual, at.residual];
  const kHarmonic = rows.length / rows.reduce((whole, row) => whole + 1 / row.length, 0);
  const q = separation(rows, jurors.length, kHarmonic);
  const all = submission + juror + residual;
  return {
    mu: at.mu,
    submission,
    juror,
    residual,
    criterion: at.criterion,
    kHarmonic,
    q,
    iccA1: submission / all,
    iccC1: submission / (submission + residual),
    iccAk: submission / (submission + (juror + residual) / kHarmonic),
    gqk: submission / (submission + q * juror + residual / kHarmonic),
  };
}

/** What the reliability would be with `jurors` on every submission: a planning aid for the next year. */
export function projected({ submission, residual }: VarianceComponents, jurors: number): number {
  return submission / (submission + residual / jurors);
}

type Rows = readonly (readonly (readonly [juror: number, y: number])[])[];
type Ratios = readonly [submission: number, juror: number];

/** Deviance at given ratios to the residual variance; everything else is profiled out. Needs one J x J factor only. */
function profile(rows: Rows, size: number, [s, t]: Ratios) {
  const a = Array.from({ length: size }, () => new Float64Array(size));
  const [cy, cx] = [new Float64Array(size), new Float64Array(size)];
  let [yy, xy, xx, n, logDet] = [0, 0, 0, 0, 0];
  for (const row of rows) {
    const m = row.length;
    const shrink = s / (1 + s * m);
    const whole = row.reduce((sum, [, y]) => sum + y, 0);
    logDet += Math.log1p(s * m);
    yy += row.reduce((sum, [, y]) => sum + y * y, 0) - shrink * whole * whole;
    xy += whole - shrink * m * whole;
    xx += m - shrink * m * m;
    n += m;
    for (const [j, y] of row) {
      cy[j] = (cy[j] ?? 0) + y - shrink * whole;
      cx[j] = (cx[j] ?? 0) + 1 - shrink * m;
      const line = a[j] ?? new Float64Array();
      for (const [l] of row) line[l] = (line[l] ?? 0) + (j === l ? 1 : 0) - shrink;
    }
  }
  const factor = cholesky(a.map((line, j) => line.map((value, l) => t * value + (j === l ? 1 : 0))));
  const [fy, fx] = [solveLower(factor, cy), solveLower(factor, cx)];
  const dot = (u: Float64Array, v: Float64Array) => u.reduce((sum, value, i) => sum + value * (v[i] ?? 0), 0);
  const [vyy, vxy, vxx] = [yy - t * dot(fy, fy), xy - t * dot(fy, fx), xx - t * dot(fx, fx)];
  const residual = Math.max((vyy - vxy ** 2 / vxx) / (n - 1), Number.MIN_VALUE);
  const logFactor = factor.reduce((sum, line, j) => sum + 2 * Math.log(line[j] ?? 1), 0);
  const criterion = (n - 1) * Math.log((n - 1) * residual) + logDet + logFactor + Math.log(vxx);
  return { criterion, residual, mu: vxy / vxx };
}

function cholesky(matrix: readonly Float64Array[]): Float64Array[] {
  const lower = matrix.map(() => new Float64Array(matrix.length));
  matrix.forEach((line, i) => {
    const own = lower[i] ?? new Float64Array();
    for (let j = 0; j <= i; j += 1) {
      const other = lower[j] ?? new Float64Array();
      let rest = line[j] ?? 0;
      for (let k = 0; k < j; k += 1) rest -= (own[k] ?? 0) * (other[k] ?? 0);
      own[j] = i === j ? Math.sqrt(Math.max(rest, Number.MIN_VALUE)) : rest / (other[j] ?? 1);
    }
  });
  return lower;
}

function solveLower(lower: readonly Float64Array[], right: Float64Array): Float64Array {
  const solved = new Float64Array(right.length);
  lower.forEach((line, i) => {
    let rest = right[i] ?? 0;
    for (let k = 0; k < i; k += 1) rest -= (line[k] ?? 0) * (solved[k] ?? 0);
    solved[i] = rest / (line[i] ?? 1);
  });
  return solved;
}

/** q = 1/k~ - sum over pairs of submissions of jurors in common / (m m') / (n (n - 1)). */
function separation(rows: Rows, size: number, kHarmonic: number): number {
  const n = rows.length;
  const shares = new Float64Array(size);
  let own = 0;
  for (const row of rows) {
    for (const [j] of row) shares[j] = (shares[j] ?? 0) + 1 / row.length;
    own += 1 / row.length;
  }
  const common = shares.reduce((whole, share) => whole + share * share, 0) - own;
  return 1 / kHarmonic - common / (n * (n - 1));
}

/** The least of a smooth function of two ratios >= 0: a grid, then a shrinking pattern search on their square roots, zero included. */
function minimise(of: (ratios: Ratios) => number): Ratios {
  const starts = [0, 0.05, 0.2, 0.5, 1, 2, 5, 20];
  let best: readonly [number, number] = [0, 0];
  let least = Number.POSITIVE_INFINITY;
  const look = (x: number, y: number): boolean => {
    const value = of([x * x, y * y]);
    if (value >= least) return false;
    [best, least] = [[x, y], value];
    return true;
  };
  for (const x of starts) for (const y of starts) look(Math.sqrt(x), Math.sqrt(y));
  for (let step = 1; step > 1e-9; ) {
    const [x, y] = best;
    const moved = [
      [x + step, y],
      [Math.max(0, x - step), y],
      [x, y + step],
      [x, Math.max(0, y - step)],
      [x + step, y + step],
      [Math.max(0, x - step), Math.max(0, y - step)],
      [x + step, Math.max(0, y - step)],
      [Math.max(0, x - step), y + step],
    ].map(([u = 0, v = 0]) => look(u, v));
    if (!moved.includes(true)) step /= 2;
  }
  return [best[0] ** 2, best[1] ** 2];
}
