// Severity (SCORING 6): T_ij = mu + a_i + b_j + e_ij with sum b = 0, by exact least squares. A comparison beside the order, never official.

import { add, div, equals, fromInt, mean, mul, negated, ONE, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { fTail } from './distributions.ts';
import { inverse } from './linear.ts';
import { jurorsOf, type SheetTotals, withoutJuror } from './totals.ts';

type ByEntry<T> = ReadonlyMap<string, T>;
type BySheet<T> = ReadonlyMap<string, ReadonlyMap<string, T>>;

export interface AdditiveFit {
  readonly connected: true;
  /** mu: the mean of the fair scores. */
  readonly grand: Rational;
  /** F_i = mu + a_i, on the scale of the totals. */
  readonly fair: ByEntry<Rational>;
  /** b_j; severity is its negative. */
  readonly leniency: ByEntry<Rational>;
  readonly residuals: BySheet<Rational>;
  /** Number of sheets. */
  readonly n: number;
  /** N - n - J + 1. */
  readonly df: number;
  readonly sse: Rational;
  readonly ssJurors: Rational;
  /** Null without degrees of freedom. */
  readonly mse: number | null;
  /** Null with one juror, without degrees of freedom, or without any error to compare with. */
  readonly jurorTest: { readonly F: number; readonly p: number } | null;
  readonly leniencyError: ByEntry<number> | null;
  /** e / sqrt(MSE (1 - h)); null where the leverage is 1 or there is no error. Above 2 unusual, above 3 an outlier: for conversation. */
  readonly studentised: BySheet<number | null>;
  /** Jurors without whom the panel falls apart into parts that cannot be compared. */
  readonly bridges: readonly string[];
}

/** Severities cannot be compared across parts of the panel that share no juror. */
export interface Disconnected {
  readonly connected: false;
  readonly components: readonly { readonly entries: readonly string[]; readonly jurors: readonly string[] }[];
}

/**
 * The additive fit of the totals; Disconnected when the sheets fall into parts, null when there is no sheet.
 * @basis SCORING 6; Weeks & Williams 1964 (connectedness).
 */
export function additiveFit(totals: SheetTotals): AdditiveFit | Disconnected | null {
  const components = componentsOf(totals);
  if (components.length === 0) return null;
  if (components.length > 1) return { connected: false, components };
  const jurors = jurorsOf(totals);
  const rows = [...totals].filter(([, row]) => row.size > 0);
  const solved = solveJurors(rows, jurors);
  const leniency = new Map(jurors.map((juror, j) => [juror, solved.b[j] ?? ZERO]));
  const own = (juror: string) => leniency.get(juror) ?? ZERO;
  const fair = new Map(rows.map(([id, row]) => [id, mean([...row].map(([juror, total]) => sub(total, own(juror))))]));
  const residuals = new Map(rows.map(([id, row]) => [id, residualsOf(row, fair.get(id) ?? ZERO, own)]));
  const sse = sum([...residuals.values()].flatMap((row) => [...row.values()].map((e) => mul(e, e))));
  const n = rows.reduce((count, [, row]) => count + row.size, 0);
  const df = n - rows.length - jurors.length + 1;
  const ssJurors = sum(solved.b.map((b, j) => mul(b, solved.q[j] ?? ZERO)));
  const mse = df > 0 ? toNumber(sse) / df : null;
  const spread = spreadOf(solved.inverse, jurors.length);
  const bridges = jurors.length < 2 ? [] : jurors.filter((juror) => componentsOf(withoutJuror(totals, juror)).length > 1);
  return {
    connected: true,
    grand: mean([...fair.values()]),
    fair,
    leniency,
    residuals,
    n,
    df,
    sse,
    ssJurors,
    mse,
    jurorTest: testJurors(ssJurors, jurors.length, mse, df),
    leniencyError: mse === null ? null : new Map(jurors.map((juror, j) => [juror, Math.sqrt(mse * (spread[j]?.[j] ?? 0))])),
    studentised: studentise(residuals, jurors, spread, mse),
    bridges,
  };
}

function residualsOf(row: ReadonlyMap<string, Rational>, fair: Rational, own: (juror: string) => Rational): Map<string, Rational> {
  return new Map([...row].map(([juror, total]) => [juror, sub(sub(total, fair), own(juror))]));
}

/** C b = Q on the jurors only; adding 1 everywhere imposes sum b = 0. */
function solveJurors(rows: readonly (readonly [string, ReadonlyMap<string, Rational>])[], jurors: readonly string[]) {
  const size = jurors.length;
  const place = new Map(jurors.map((juror, j) => [juror, j]));
  const c = Array.from({ length: size }, () => Array.from({ length: size }, () => ONE));
  const q = Array.from({ length: size }, () => ZERO);
  for (const [, row] of rows) {
    const share = div(ONE, fromInt(row.size));
    const middle = mean([...row.values()]);
    const seats = [...row.keys()].map((juror) => place.get(juror) ?? 0);
    for (const [juror, total] of row) {
      const j = place.get(juror) ?? 0;
      q[j] = add(q[j] ?? ZERO, sub(total, middle));
      for (const l of seats) {
        const line = c[j] ?? [];
        line[l] = add(line[l] ?? ZERO, sub(j === l ? ONE : ZERO, share));
      }
    }
  }
  const inverted = inverse(c) ?? [];
  const b = inverted.map((line) => sum(line.map((value, l) => mul(value, q[l] ?? ZERO))));
  return { b, q, inverse: inverted };
}

/** C+ = (C + 11')^-1 - 11'/J^2. */
function spreadOf(inverted: readonly (readonly Rational[])[], size: number): number[][] {
  const part = div(ONE, fromInt(size * size));
  return inverted.map((line) => line.map((value) => toNumber(sub(value, part))));
}

function testJurors(ssJurors: Rational, jurors: number, mse: number | null, df: number): AdditiveFit['jurorTest'] {
  if (jurors < 2 || mse === null || mse === 0) return null;
  const F = toNumber(ssJurors) / (jurors - 1) / mse;
  return { F, p: fTail(F, jurors - 1, df) };
}

function studentise(
  residuals: BySheet<Rational>,
  jurors: readonly string[],
  spread: readonly (readonly number[])[],
  mse: number | null,
): BySheet<number | null> {
  const place = new Map(jurors.map((juror, j) => [juror, j]));
  return new Map(
    [...residuals].map(([id, row]) => {
      const seats = [...row.keys()].map((juror) => place.get(juror) ?? 0);
      const one = ([juror, e]: [string, Rational]): [string, number | null] => {
        const room = 1 - leverage(place.get(juror) ?? 0, seats, spread);
        return [juror, mse === null || mse === 0 || room < 1e-9 ? null : toNumber(e) / Math.sqrt(mse * room)];
      };
      return [id, new Map([...row].map(one))];
    }),
  );
}

/** h = 1/m + v' C+ v with v = e_j - (1/m) over the entry's jurors. */
function leverage(j: number, seats: readonly number[], spread: readonly (readonly number[])[]): number {
  const share = 1 / seats.length;
  const v = (l: number) => (l === j ? 1 : 0) - (seats.includes(l) ? share : 0);
  return seats.reduce((whole, k) => whole + seats.reduce((line, l) => line + v(k) * v(l) * (spread[k]?.[l] ?? 0), 0), share);
}

/** The parts of the graph of entries and jurors, an edge a sheet: jurors of one entry belong together. */
export function componentsOf(totals: SheetTotals): Disconnected['components'] {
  const parent = new Map<string, string>();
  const root = (juror: string): string => {
    let at = juror;
    while ((parent.get(at) ?? at) !== at) at = parent.get(at) ?? at;
    return at;
  };
  for (const row of totals.values()) {
    const [first = '', ...others] = row.keys();
    for (const juror of [first, ...others]) if (!parent.has(juror) && row.size > 0) parent.set(juror, juror);
    for (const juror of others) parent.set(root(juror), root(first));
  }
  const parts = new Map<string, { entries: string[]; jurors: string[] }>();
  for (const juror of [...parent.keys()].sort()) {
    const part = parts.get(root(juror)) ?? { entries: [], jurors: [] };
    part.jurors.push(juror);
    parts.set(root(juror), part);
  }
  for (const [id, row] of [...totals].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first] = row.keys();
    if (first !== undefined) parts.get(root(first))?.entries.push(id);
  }
  return [...parts.values()];
}

/** Severity: how far below the panel a juror scores; the negative of leniency. */
export function severityOf(fit: AdditiveFit): Map<string, Rational> {
  return new Map([...fit.leniency].map(([juror, b]) => [juror, equals(b, ZERO) ? ZERO : negated(b)]));
}
