// What other weights near these would give (SCORING 9): drawn weights, shares of draws. Monte Carlo with a stated seed, ties exact.

import { mulberry32 } from '../result/lot.ts';
import { add, compare, div, fromInt, mul, type Rational, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { type Contest, finalOf, juryPart, trimOf } from './contest.ts';
import { NEAR, PlaceTally, placesBy } from './places.ts';
import type { CriterionMatrix, Weights } from './weights.ts';

export interface Acceptability {
  /** Share of draws that rank it within the first N. */
  readonly inTop: number;
  /** Share of draws that it wins; ties shared. */
  readonly wins: number;
}

export const SMAA_DRAWS = 2000;

const JURY_SEED = 2048;
const FINAL_SEED = 20_240_101;

/**
 * Rank acceptability of the jury's means under weights drawn within a quarter of their own. The standard error of a share b is
 * sqrt(b (1 - b) / draws). Draws go by criterion, in the order of `weights`, by mulberry32. @basis SCORING 9; Lahdelma & Salminen 2001.
 */
export function rankAcceptability(matrix: CriterionMatrix, weights: Weights, top: number): ReadonlyMap<string, Acceptability> {
  const rows = [...matrix].map(([id, values]) => ({ id, base: ZERO, part: fromInt(1), sheets: [values], trim: 0 }));
  return drawWeights(rows, weights, top, JURY_SEED);
}

/** The same of the exact final scores: desk values fixed, the category's own aggregate over the counted sheets. @basis SCORING 0.6 and 9. */
export function finalAcceptability(contest: Contest): ReadonlyMap<string, Acceptability> {
  const weights = new Map(contest.criteria.map(({ code, weight }) => [code, weight]));
  const rows = contest.entries.map(({ id, desk, sheets }) => {
    const base = desk === null ? ZERO : finalOf(contest, desk, ZERO);
    return { id, base, part: juryPart(contest, desk), sheets: sheets.map(({ values }) => values), trim: trimOf(contest, sheets.length) };
  });
  return drawWeights(rows, weights, contest.top, FINAL_SEED);
}

/** A score is `base` plus `part` of the aggregate of its sheets' weighted means. */
interface Row {
  readonly id: string;
  readonly base: Rational;
  readonly part: Rational;
  readonly sheets: readonly ReadonlyMap<string, Rational>[];
  /** Sheets left out at each end. */
  readonly trim: number;
}

function drawWeights(rows: readonly Row[], weights: Weights, top: number, seed: number): ReadonlyMap<string, Acceptability> {
  const codes = [...weights.keys()];
  const straight = rows.map((row) => straightened(row, codes));
  const fast = straight.map(({ base, part, sheets, trim }) => {
    const cells = sheets.map((sheet) => Float64Array.from(codes.map((code) => (sheet.has(code) ? toNumber(sheet.get(code) ?? ZERO) : Number.NaN))));
    return { base: toNumber(base), part: toNumber(part), cells, trim, holes: cells.some((row) => row.some(Number.isNaN)) };
  });
  const base = [...weights.values()].map(toNumber);
  const next = mulberry32(seed);
  const tally = new PlaceTally(rows.length);
  const scores = new Float64Array(rows.length);
  for (let round = 0; round < SMAA_DRAWS; round += 1) {
    const chance = codes.map(next);
    const shares = Float64Array.from(chance.map((u32, c) => (base[c] ?? 0) * (0.75 + u32 / 2 ** 33)));
    for (const [i, row] of fast.entries())
      scores[i] =
        row.base +
        row.part *
          kept(
            row.cells.map((cells) => weightedMean(cells, shares, row.holes)),
            row.trim,
          );
    const known = new Map<number, Rational>();
    const exactly = (i: number) => {
      const score = known.get(i) ?? exactScore(straight[i], codes, exactWeights(weights, chance));
      known.set(i, score);
      return score;
    };
    tally.add(
      placesBy(scores, NEAR, (i, l) => compare(exactly(i), exactly(l))),
      1,
    );
  }
  return new Map(rows.map(({ id }, i) => [id, { inTop: tally.inTop(i, top), wins: tally.wins(i) }]));
}

/** weight x (0.75 + u32 / 2^33), all times 2^33: only the proportions count. */
function exactWeights(weights: Weights, chance: readonly number[]): readonly Rational[] {
  return [...weights.values()].map((weight, c) => mul(weight, { n: 3n * 2n ** 31n + BigInt(chance[c] ?? 0), d: 1n }));
}

/** Under a plain mean of complete sheets the criteria's means say all. */
function straightened(row: Row, codes: readonly string[]): Row {
  if (row.trim > 0 || row.sheets.length < 2 || row.sheets.some(({ size }) => size < codes.length)) return row;
  const means = codes.map((code) => [code, div(sum(row.sheets.map((sheet) => sheet.get(code) ?? ZERO)), fromInt(row.sheets.length))] as const);
  return { ...row, sheets: [new Map(means)] };
}

function weightedMean(cells: Float64Array, shares: Float64Array, holes: boolean): number {
  let [total, whole] = [0, 0];
  for (let c = 0; c < cells.length; c += 1) {
    const [value, share] = [cells[c] ?? 0, shares[c] ?? 0];
    if (holes && Number.isNaN(value)) continue;
    total += share * value;
    whole += share;
  }
  return total / whole;
}

function kept(totals: readonly number[], trim: number): number {
  const used = trim === 0 ? totals : totals.toSorted((a, b) => a - b).slice(trim, totals.length - trim);
  return used.reduce((a, b) => a + b, 0) / used.length;
}

function exactScore(row: Row | undefined, codes: readonly string[], drawn: readonly Rational[]): Rational {
  if (row === undefined) return ZERO;
  const totals = row.sheets.map((sheet) => {
    const given = codes.flatMap((code, c) => (sheet.has(code) ? [[drawn[c] ?? ZERO, sheet.get(code) ?? ZERO] as const] : []));
    return div(sum(given.map(([weight, value]) => mul(weight, value))), sum(given.map(([weight]) => weight)));
  });
  const used = totals.toSorted(compare).slice(row.trim, totals.length - row.trim);
  return add(row.base, mul(row.part, div(sum(used), fromInt(used.length))));
}
