// Scores normalised per juror (SCORING 5): a comparison only, never official.

import { equals, fromInt, mean, mul, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';

export interface Normalised {
  /** Entry -> juror -> M + S z, on the scale of the totals. */
  readonly z: ReadonlyMap<string, ReadonlyMap<string, number>>;
  /** Jurors whose scores carry no ranking information: one value only, or fewer than 3 scores. Their z is 0. */
  readonly flags: ReadonlyMap<string, 'no usable spread' | 'fewer than 3 scores'>;
}

/**
 * z = (T - mean_j)/sd_j per juror (sample sd), shown as M + S z with the pool's mean M and sd S. A juror without usable spread gets z = 0.
 * `totals` is entry -> juror -> sheet total.
 * @basis SCORING 5 (c), (d).
 */
export function zNormalise(totals: ReadonlyMap<string, ReadonlyMap<string, Rational>>): Normalised {
  const byJuror = new Map<string, Rational[]>();
  for (const row of totals.values()) {
    for (const [juror, total] of row) {
      const own = byJuror.get(juror) ?? [];
      own.push(total);
      byJuror.set(juror, own);
    }
  }
  const pool = spread([...byJuror.values()].flat());
  const flags = new Map<string, 'no usable spread' | 'fewer than 3 scores'>();
  const spreads = new Map([...byJuror].map(([juror, values]) => [juror, spread(values)]));
  for (const [juror, values] of byJuror) {
    if (spreads.get(juror)?.sd === 0) flags.set(juror, 'no usable spread');
    else if (values.length < 3) flags.set(juror, 'fewer than 3 scores');
  }
  const place = (juror: string, total: Rational): number => {
    const own = spreads.get(juror);
    return own === undefined || flags.has(juror) ? pool.mean : pool.mean + (pool.sd * (toNumber(total) - own.mean)) / own.sd;
  };
  const z = new Map([...totals].map(([id, row]) => [id, new Map([...row].map(([juror, total]) => [juror, place(juror, total)]))]));
  return { z, flags };
}

function spread(values: readonly Rational[]): { readonly mean: number; readonly sd: number } {
  if (values.length === 0) return { mean: 0, sd: 0 };
  const middle = mean(values);
  const squares = sum(values.map((value) => mul(sub(value, middle), sub(value, middle))));
  const sd = equals(squares, ZERO) ? 0 : Math.sqrt(toNumber(squares) / toNumber(fromInt(values.length - 1)));
  return { mean: toNumber(middle), sd };
}
