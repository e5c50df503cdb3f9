// From one counted sheet to its total on 0..100, with every term kept for the trace.

import { type Cell, totalReader } from '../assessment/sheet-total.ts';
import type { Rubric } from '../instrument/rubric.ts';
import { weightSum } from '../instrument/weights.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { div, type Rational, sum, toText } from '../shared/rational.ts';
import type { CountedSheet, TotalPart } from './result.ts';

export interface ReadSheet {
  readonly entry: string;
  readonly juror: string;
  /** In the rubric's order, the criteria that the sheet scores. */
  readonly cells: readonly Cell[];
  readonly missing: readonly string[];
}

export interface ExactTotal {
  readonly juror: string;
  /** T_ij, 0..100. */
  readonly total: Rational;
  readonly points: ReadonlyMap<string, Rational>;
  readonly parts: readonly TotalPart[];
}

/** Reads sheets of one checked rubric, by the one function of a sheet's total. */
export interface SheetReader {
  /** The points of a sheet on the rubric's scales. Refuses `result.unknown-criterion` and `score.*`, with the entry and the juror. */
  read(sheet: CountedSheet): Outcome<ReadSheet>;
  /** T_ij of a complete sheet; for an incomplete one (of at least one score) it is the labelled option `renormalise`. */
  total(sheet: ReadSheet): ExactTotal;
}

export function sheetReader(rubric: Rubric): SheetReader {
  const whole = weightSum(rubric);
  const reader = totalReader(rubric);
  const known = new Map<Cell, TotalPart>();
  const partOf = (cell: Cell): TotalPart => {
    const part = known.get(cell) ?? {
      criterion: cell.criterion.code,
      score: toText(cell.points),
      value: toText(cell.value),
      share: toText(div(cell.weight, whole)),
    };
    known.set(cell, part);
    return part;
  };
  return {
    read(sheet) {
      const where = { entry: sheet.entry, juror: sheet.juror };
      const { cells, missing, invalid, unknown } = reader.read(sheet.scores);
      if (unknown[0] !== undefined) return refuse('result.unknown-criterion', { ...where, criterion: unknown[0] });
      const first = invalid[0]?.refusal;
      if (first !== undefined) return refuse(first.code, { ...first.facts, ...where });
      return ok({ ...where, cells, missing });
    },
    total({ juror, cells, missing }) {
      const isWhole = missing.length === 0;
      const weights = isWhole ? whole : sum(cells.map(({ weight }) => weight));
      const parts = cells.map((cell) => (isWhole ? partOf(cell) : { ...partOf(cell), share: toText(div(cell.weight, weights)) }));
      const points = new Map(cells.map((cell) => [cell.criterion.code, cell.points]));
      return { juror, total: reader.total(cells), points, parts };
    },
  };
}

/** Mean of one criterion over the sheets that score it, in its own points; null when none does. */
export function criterionMean(totals: readonly ExactTotal[], code: string): { readonly mean: Rational; readonly sheets: number } | null {
  const given = totals.map((one) => one.points.get(code)).filter((points) => points !== undefined);
  return given.length === 0 ? null : { mean: div(sum(given), { n: BigInt(given.length), d: 1n }), sheets: given.length };
}
