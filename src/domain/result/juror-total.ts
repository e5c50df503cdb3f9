// From one counted sheet to its total on 0..100, with every term kept for the trace.

import { type Criterion, type Rubric, readPoints, scaled } from '../instrument/rubric.ts';
import { readWeight, weightSum } from '../instrument/weights.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { div, mul, type Rational, sum, toText } from '../shared/rational.ts';
import type { CountedSheet, TotalPart } from './result.ts';

export interface ReadSheet {
  readonly entry: string;
  readonly juror: string;
  /** In the rubric's order, the criteria that the sheet scores. */
  readonly cells: readonly Cell[];
  readonly missing: readonly string[];
}

/** What a criterion's score is worth, worked out once per distinct score. */
interface Cell {
  readonly code: string;
  readonly points: Rational;
  readonly weight: Rational;
  /** The score on 0..100. */
  readonly value: Rational;
  /** weight x value. */
  readonly term: Rational;
  /** Its term in the total of a complete sheet. */
  readonly part: TotalPart;
}

export interface ExactTotal {
  readonly juror: string;
  /** T_ij, 0..100. */
  readonly total: Rational;
  readonly points: ReadonlyMap<string, Rational>;
  readonly parts: readonly TotalPart[];
}

/** Reads sheets of one checked rubric; each distinct score of a criterion is read once. */
export interface SheetReader {
  /** The points of a sheet on the rubric's scales. Refuses `result.unknown-criterion` and `score.*`, with the entry and the juror. */
  read(sheet: CountedSheet): Outcome<ReadSheet>;
  /**
   * T_ij = sum of weight x scaled score / sum of weights, over the criteria the sheet scores (at least one), 0..100. For a complete sheet
   * this is SCORING 2, step 2; for an incomplete one it is the labelled option `renormalise`.
   */
  total(sheet: ReadSheet): ExactTotal;
}

export function sheetReader(rubric: Rubric): SheetReader {
  const whole = weightSum(rubric);
  const known = new Set(rubric.criteria.map(({ code }) => code));
  const columns = rubric.criteria.map((criterion) => ({ code: criterion.code, cellOf: cellReader(criterion, rubric, whole) }));
  return {
    read(sheet) {
      const where = { entry: sheet.entry, juror: sheet.juror };
      const unknown = Object.keys(sheet.scores).find((code) => !known.has(code));
      if (unknown !== undefined) return refuse('result.unknown-criterion', { ...where, criterion: unknown });
      const cells: Cell[] = [];
      const missing: string[] = [];
      for (const { code, cellOf } of columns) {
        const text = Object.hasOwn(sheet.scores, code) ? (sheet.scores[code] ?? '') : '';
        const cell = text.trim() === '' ? null : cellOf(text);
        if (cell === null) missing.push(code);
        else if (cell.ok) cells.push(cell.value);
        else return refuse(cell.refusal.code, { ...cell.refusal.facts, ...where });
      }
      return ok({ ...where, cells, missing });
    },
    total({ juror, cells }) {
      const weights = cells.length === columns.length ? whole : sum(cells.map(({ weight }) => weight));
      const parts = cells.map(({ part, weight }) => (weights === whole ? part : { ...part, share: toText(div(weight, weights)) }));
      const points = new Map(cells.map((cell) => [cell.code, cell.points]));
      return { juror, total: div(sum(cells.map(({ term }) => term)), weights), points, parts };
    },
  };
}

function cellReader(criterion: Criterion, { scale }: Rubric, whole: Rational): (text: string) => Outcome<Cell> {
  const weight = readWeight(criterion.weight);
  const share = toText(div(weight, whole));
  const seen = new Map<string, Outcome<Cell>>();
  const read = (text: string): Outcome<Cell> => {
    const points = readPoints(criterion, text);
    if (!points.ok) return points;
    const value = scaled(criterion, scale, points.value);
    const part = { criterion: criterion.code, score: toText(points.value), value: toText(value), share };
    return ok({ code: criterion.code, points: points.value, weight, value, term: mul(weight, value), part });
  };
  return (text) => {
    const cell = seen.get(text) ?? read(text);
    seen.set(text, cell);
    return cell;
  };
}

/** Mean of one criterion over the sheets that score it, in its own points; null when none does. */
export function criterionMean(totals: readonly ExactTotal[], code: string): { readonly mean: Rational; readonly sheets: number } | null {
  const given = totals.map((one) => one.points.get(code)).filter((points) => points !== undefined);
  return given.length === 0 ? null : { mean: div(sum(given), { n: BigInt(given.length), d: 1n }), sheets: given.length };
}
