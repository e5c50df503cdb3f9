// From one counted sheet to its total on 0..100, with every term kept for the trace.

import { type Rubric, readPoints, scaled } from '../instrument/rubric.ts';
import { readWeight, weightSum } from '../instrument/weights.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, div, equals, mul, type Rational, sum, toText, ZERO } from '../shared/rational.ts';
import type { CountedSheet, TotalPart } from './result.ts';

export interface ReadSheet {
  readonly entry: string;
  readonly juror: string;
  /** Criterion code -> points given. */
  readonly points: ReadonlyMap<string, Rational>;
  readonly missing: readonly string[];
}

export interface ExactTotal {
  readonly juror: string;
  /** T_ij, 0..100. */
  readonly total: Rational;
  readonly points: ReadonlyMap<string, Rational>;
  readonly parts: readonly TotalPart[];
}

/**
 * The points of a sheet on the rubric's scales. Refuses `result.unknown-criterion` and `score.*`, with the entry and the juror.
 */
export function readSheet(rubric: Rubric, sheet: CountedSheet): Outcome<ReadSheet> {
  const where = { entry: sheet.entry, juror: sheet.juror };
  const known = new Set(rubric.criteria.map((criterion) => criterion.code));
  const unknown = Object.keys(sheet.scores).find((code) => !known.has(code));
  if (unknown !== undefined) return refuse('result.unknown-criterion', { ...where, criterion: unknown });
  const points = new Map<string, Rational>();
  const missing: string[] = [];
  for (const criterion of rubric.criteria) {
    const text = Object.hasOwn(sheet.scores, criterion.code) ? (sheet.scores[criterion.code] ?? '') : '';
    if (text.trim() === '') {
      missing.push(criterion.code);
      continue;
    }
    const read = readPoints(criterion, text);
    if (!read.ok) return refuse(read.refusal.code, { ...read.refusal.facts, ...where });
    points.set(criterion.code, read.value);
  }
  return ok({ ...where, points, missing });
}

/**
 * T_ij = sum of weight x scaled score / sum of weights, over the criteria the sheet scores, 0..100; null when the weights it scores
 * add to zero. For a complete sheet this is SCORING 2, step 2; for an incomplete one it is the labelled option `renormalise`.
 */
export function exactTotal(rubric: Rubric, sheet: ReadSheet): ExactTotal | null {
  const scored = rubric.criteria.filter((criterion) => sheet.points.has(criterion.code));
  const weights = weightSum({ criteria: scored });
  if (equals(weights, ZERO)) return null;
  const terms = scored.map((criterion) => {
    const score = sheet.points.get(criterion.code) ?? ZERO;
    return { criterion: criterion.code, score, value: scaled(criterion, rubric.scale, score), weight: readWeight(criterion.weight) };
  });
  const total = div(
    terms.reduce((whole, term) => add(whole, mul(term.weight, term.value)), ZERO),
    weights,
  );
  const parts = terms.map(({ criterion, score, value, weight }) => {
    return { criterion, score: toText(score), value: toText(value), share: toText(div(weight, weights)) };
  });
  return { juror: sheet.juror, total, points: sheet.points, parts };
}

/** Mean of one criterion over the sheets that score it, in its own points; null when none does. */
export function criterionMean(totals: readonly ExactTotal[], code: string): { readonly mean: Rational; readonly sheets: number } | null {
  const given = totals.map((one) => one.points.get(code)).filter((points) => points !== undefined);
  return given.length === 0 ? null : { mean: div(sum(given), { n: BigInt(given.length), d: 1n }), sheets: given.length };
}
