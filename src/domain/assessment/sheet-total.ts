// The one reading of a sheet's scores and the one total of them: pages, seal, result and verifier all come here.

import { type Criterion, type Rubric, readPoints, scaled } from '../instrument/rubric.ts';
import { readWeight, weightSum } from '../instrument/weights.ts';
import type { Outcome, Refusal } from '../shared/outcome.ts';
import { div, mul, type Rational, sum } from '../shared/rational.ts';

/** What a criterion's score is worth. */
export interface Cell {
  readonly criterion: Criterion;
  readonly points: Rational;
  readonly weight: Rational;
  /** The score on 0..100. */
  readonly value: Rational;
  /** weight x value. */
  readonly term: Rational;
}

export interface ReadScores {
  /** In the rubric's order, the criteria that are scored on their scale. */
  readonly cells: readonly Cell[];
  readonly missing: readonly string[];
  /** What stands on a criterion and is not on its scale. */
  readonly invalid: readonly { readonly code: string; readonly refusal: Refusal }[];
  /** Codes the rubric does not have. */
  readonly unknown: readonly string[];
}

export interface TotalReader {
  /** An absent code or an empty text is missing, never zero. Never refuses: what stands in the way is listed. */
  read(scores: Readonly<Record<string, string>>): ReadScores;
  /** T = sum of weight x scaled score / sum of weights, over the given cells (at least one), 0..100. */
  total(cells: readonly Cell[]): Rational;
  /** What the given cells contribute to the total of a complete sheet, 0..100; zero for none. */
  contribution(cells: readonly Cell[]): Rational;
}

/**
 * Reads sheets of one checked rubric; each distinct score of a criterion is read once, and gives the very same cell again.
 * @basis SCORING 2, steps 1 and 2; RULES 5: one function for a sheet's total.
 */
export function totalReader(rubric: Rubric): TotalReader {
  const whole = weightSum(rubric);
  const known = new Set(rubric.criteria.map(({ code }) => code));
  const columns = rubric.criteria.map((criterion) => ({ code: criterion.code, cellOf: cellReader(criterion, rubric) }));
  const contribution = (cells: readonly Cell[]) => div(sum(cells.map(({ term }) => term)), whole);
  return {
    read(scores) {
      const cells: Cell[] = [];
      const missing: string[] = [];
      const invalid: { code: string; refusal: Refusal }[] = [];
      for (const { code, cellOf } of columns) {
        const text = Object.hasOwn(scores, code) ? (scores[code] ?? '') : '';
        if (text.trim() === '') {
          missing.push(code);
          continue;
        }
        const cell = cellOf(text);
        if (cell.ok) cells.push(cell.value);
        else invalid.push({ code, refusal: cell.refusal });
      }
      return { cells, missing, invalid, unknown: Object.keys(scores).filter((code) => !known.has(code)) };
    },
    total: (cells) => (cells.length === columns.length ? contribution(cells) : div(sum(cells.map(({ term }) => term)), sum(cells.map(({ weight }) => weight)))),
    contribution,
  };
}

function cellReader(criterion: Criterion, { scale }: Rubric): (text: string) => Outcome<Cell> {
  const weight = readWeight(criterion.weight);
  const seen = new Map<string, Outcome<Cell>>();
  const read = (text: string): Outcome<Cell> => {
    const points = readPoints(criterion, text);
    if (!points.ok) return points;
    const value = scaled(criterion, scale, points.value);
    return { ok: true, value: { criterion, points: points.value, weight, value, term: mul(weight, value) } };
  };
  return (text) => {
    const cell = seen.get(text) ?? read(text);
    seen.set(text, cell);
    return cell;
  };
}
