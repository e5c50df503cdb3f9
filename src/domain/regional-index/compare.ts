// One portfolio under two rule versions, side by side: what each version makes of it, and which rows are not the same row.

import type { Levels } from '../instrument/points.ts';
import { type Outcome, ok } from '../shared/outcome.ts';
import { type Rational, sub, toText } from '../shared/rational.ts';
import { computeIndex, type Portfolio, type RegionalIndex } from './iid.ts';
import { type IndexRule, weightOf } from './rule.ts';

export interface RowDifference {
  readonly code: string;
  /** null where the version has no such row. */
  readonly left: RowFace | null;
  readonly right: RowFace | null;
}

interface RowFace {
  readonly name: string;
  /** Exact text: '3', '19/50'. */
  readonly weight: string;
}

export interface Comparison {
  readonly left: RegionalIndex;
  readonly right: RegionalIndex;
  /** right - left in index points, exact. A recalculation for comparison, never the result of that year. */
  readonly difference: Rational;
  /** Rows whose name or weight differs, or that only one version has, in the order of the left version. */
  readonly rows: readonly RowDifference[];
  /** Codes of levels the right version does not know; they count nothing there. */
  readonly notCounted: readonly string[];
}

/**
 * The portfolio under two complete rules. A version that does not know the portfolio's year is applied with its own year.
 * Refuses what computeIndex refuses under the left rule.
 * @basis domain 2.1: indicators change each year, so equal codes are told apart by name and weight.
 */
export function compareRules(left: IndexRule, right: IndexRule, portfolio: Portfolio): Outcome<Comparison> {
  const first = computeIndex(left, portfolio);
  if (!first.ok) return first;
  const known = (levels: Levels): Levels => Object.fromEntries(Object.entries(levels).filter(([code]) => right.weights.has(code)));
  const there: Portfolio = {
    year: right.years.has(portfolio.year) ? portfolio.year : right.year,
    spd: known(portfolio.spd),
    innovations: portfolio.innovations.map((one) => ({ ...one, levels: known(one.levels) })),
  };
  const second = computeIndex(right, there);
  if (!second.ok) return second;
  const used = new Set([portfolio.spd, ...portfolio.innovations.map(({ levels }) => levels)].flatMap((levels) => Object.keys(levels)));
  return ok({
    left: first.value,
    right: second.value,
    difference: sub(second.value.iid, first.value.iid),
    rows: rowDifferences(left, right),
    notCounted: [...used].filter((code) => !right.weights.has(code)).sort(),
  });
}

function rowDifferences(left: IndexRule, right: IndexRule): readonly RowDifference[] {
  const [ours, theirs] = [rowsOf(left), rowsOf(right)];
  return [...new Set([...ours.keys(), ...theirs.keys()])]
    .map((code) => ({ code, left: ours.get(code) ?? null, right: theirs.get(code) ?? null }))
    .filter((row) => row.left?.name !== row.right?.name || row.left?.weight !== row.right?.weight);
}

/** Weights in their exact form, so that 3 and 3.0 are the same weight. */
function rowsOf(rule: IndexRule): ReadonlyMap<string, RowFace> {
  const rows = [...rule.spd, ...rule.sid, rule.count];
  return new Map(rows.map(({ code, name }) => [code, { name, weight: toText(weightOf(rule, code)) }]));
}
