// For whom would other weights win (SCORING 9): drawn weights, shares of draws. Monte Carlo with a stated seed; exact for three criteria.

import { mulberry32 } from '../result/lot.ts';
import { add, compare, div, equals, fromInt, mul, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import type { CriterionMatrix, Weights } from './weights.ts';

export interface Acceptability {
  /** Share of draws that rank it within the first N. */
  readonly inTop: number;
  /** Share of draws that it wins; ties shared. */
  readonly wins: number;
}

export const SMAA_SEED = 2048;
export const SMAA_DRAWS = 2000;

const TWO_32 = 2 ** 32;
const SAME = 1e-9;

/** How weights are drawn: each within +-`spread` of its own, or all sets of weights alike (`simplex`). */
export type WeightDraw = { readonly kind: 'local'; readonly spread: number } | { readonly kind: 'simplex' };

/**
 * Rank acceptability under drawn weights. The standard error of a share b is sqrt(b (1 - b) / draws).
 * @basis SCORING 9; Lahdelma & Salminen 2001. Draws go by criterion, in the order of `weights`, by mulberry32 from SMAA_SEED.
 */
export function rankAcceptability(
  matrix: CriterionMatrix,
  weights: Weights,
  top: number,
  draw: WeightDraw,
  draws = SMAA_DRAWS,
): ReadonlyMap<string, Acceptability> {
  const ids = [...matrix.keys()];
  const codes = [...weights.keys()];
  const cells = Float64Array.from(ids.flatMap((id) => codes.map((code) => toNumber(matrix.get(id)?.get(code) ?? ZERO))));
  const base = codes.map((code) => toNumber(weights.get(code) ?? ZERO));
  const next = mulberry32(SMAA_SEED);
  const unit = () => next() / TWO_32;
  const [wins, inTop] = [new Float64Array(ids.length), new Float64Array(ids.length)];
  const scores = new Float64Array(ids.length);
  for (let round = 0; round < draws; round += 1) {
    const drawn = base.map((weight) => (draw.kind === 'local' ? weight * (1 - draw.spread + 2 * draw.spread * unit()) : -Math.log1p(-unit())));
    const whole = drawn.reduce((a, b) => a + b, 0) || 1;
    for (let i = 0; i < ids.length; i += 1) {
      scores[i] = drawn.reduce((score, weight, k) => score + weight * (cells[i * codes.length + k] ?? 0), 0) / whole;
    }
    shareWin(scores, wins);
    countTop(scores, top, inTop);
  }
  return new Map(ids.map((id, i) => [id, { inTop: (inTop[i] ?? 0) / draws, wins: (wins[i] ?? 0) / draws }]));
}

/** Gives the weight of a draw to the highest score; equals share it. */
export function shareWin(scores: Float64Array, wins: Float64Array, weight = 1): void {
  const line = scores.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY) - SAME;
  const level = scores.reduce((count, score) => count + (score >= line ? 1 : 0), 0);
  for (let i = 0; i < scores.length; i += 1) if ((scores[i] ?? 0) >= line) wins[i] = (wins[i] ?? 0) + weight / level;
}

/** Counts whoever ranks within the first N, ties included. */
function countTop(scores: Float64Array, top: number, into: Float64Array): void {
  if (top <= 0) return;
  const line = (Float64Array.from(scores).sort().reverse()[Math.min(top, scores.length) - 1] ?? 0) - SAME;
  for (let i = 0; i < scores.length; i += 1) if ((scores[i] ?? 0) >= line) into[i] = (into[i] ?? 0) + 1;
}

type Point = readonly [Rational, Rational];

/**
 * For exactly three criteria: the share of all weight sets under which each entry wins, as exact areas of the triangle of weights.
 * Throws RangeError for another number of criteria. Entries equal on every criterion share their area.
 */
export function winningShares(matrix: CriterionMatrix, codes: readonly string[]): ReadonlyMap<string, Rational> {
  if (codes.length !== 3) throw new RangeError(`${codes.length} criteria, not three`);
  const rows = new Map([...matrix].map(([id, row]) => [id, codes.map((code) => row.get(code) ?? ZERO)]));
  const triangle: Point[] = [
    [fromInt(1), ZERO],
    [ZERO, fromInt(1)],
    [ZERO, ZERO],
  ];
  const whole = area(triangle);
  return new Map(
    [...rows].map(([id, own]) => {
      let region: readonly Point[] = triangle;
      let twins = 1;
      for (const [other, row] of rows) {
        if (other === id) continue;
        if (row.every((value, k) => equals(value, own[k] ?? ZERO))) twins += 1;
        else
          region = clip(
            region,
            own.map((value, k) => sub(value, row[k] ?? ZERO)),
          );
      }
      return [id, div(div(area(region), whole), fromInt(twins))];
    }),
  );
}

/** The part of a convex polygon where the weighted difference is not negative (Sutherland & Hodgman). */
function clip(polygon: readonly Point[], difference: readonly Rational[]): readonly Point[] {
  const [a = ZERO, b = ZERO, c = ZERO] = difference;
  const lead = ([x, y]: Point) => sum([mul(a, x), mul(b, y), mul(c, sub(sub(fromInt(1), x), y))]);
  return polygon.flatMap((point, at) => {
    const next = polygon[(at + 1) % polygon.length] ?? point;
    const [here, there] = [lead(point), lead(next)];
    const kept = compare(here, ZERO) >= 0 ? [point] : [];
    const crosses = compare(here, ZERO) * compare(there, ZERO) < 0;
    return crosses ? [...kept, between(point, next, div(here, sub(here, there)))] : kept;
  });
}

function between([x, y]: Point, [u, v]: Point, t: Rational): Point {
  return [add(x, mul(t, sub(u, x))), add(y, mul(t, sub(v, y)))];
}

function area(polygon: readonly Point[]): Rational {
  const twice = sum(
    polygon.map(([x, y], at) => {
      const [u, v] = polygon[(at + 1) % polygon.length] ?? [x, y];
      return sub(mul(x, v), mul(u, y));
    }),
  );
  return div(compare(twice, ZERO) < 0 ? sub(ZERO, twice) : twice, fromInt(2));
}
