// One total worked out from invented scores by the official calculation itself, so that readers of the rules see how they act.

import type { CategoryRules } from '../edition/category.ts';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import { computeResult } from '../result/compute.ts';
import { deskValue } from '../result/desk-value.ts';
import type { TotalPart } from '../result/result.ts';
import { type Outcome, ok } from '../shared/outcome.ts';
import { add, compare, div, fromInt, mul, parseDecimal, type Rational, rational, roundHalfUp, sub, toText, ZERO } from '../shared/rational.ts';
import type { PublishedEntry, PublishedResult } from './published-result.ts';

export interface WorkedExample {
  /** Invented verified points of the one entry, a whole number, and the most there are. */
  readonly points: string;
  readonly most: string;
  /** The sheet that every juror handed in, criterion by criterion. */
  readonly sheet: readonly TotalPart[];
  readonly entry: Pick<PublishedEntry, 'jury' | 'desk' | 'final' | 'rounding' | 'criteria' | 'jurors'>;
  readonly result: Pick<PublishedResult, 'formula' | 'criteria'>;
}

const POINTS_OF_SIX = 5n;
/** How far up its scale each criterion is scored, in twentieths; then from the first again. */
const HEIGHTS = [17, 18, 16, 19] as const;
/** As many as a score may have. */
const DECIMALS = 4;

/**
 * As many jurors as the rubric asks for, all giving the same invented scores, and five sixths of the `most` points (more than 0) at the desk.
 * Refuses what computeResult refuses of the rules and the rubric.
 * @basis SCORING 2-4, RULES 4 and 5.
 */
export function workedExample(rules: CategoryRules, rubric: Rubric, most: Rational): Outcome<WorkedExample> {
  const points = rational((POINTS_OF_SIX * most.n) / (6n * most.d));
  const scores = Object.fromEntries(rubric.criteria.map((criterion, index) => [criterion.code, inventedScore(criterion, index)]));
  const { deskShare, juryShare, finalLadder: ladder, cut } = rules;
  const outcome = computeResult({
    ...{ rubric, deskShare, juryShare, ladder, cut, winners: 0, incompleteSheet: 'exclude' },
    entries: [{ id: '1', desk: toText(deskValue(points, most)) }],
    sheets: Array.from({ length: rubric.minJurors }, (_, juror) => ({ entry: '1', juror: `J${juror + 1}`, scores })),
  });
  if (!outcome.ok) return outcome;
  const { formula, entries } = outcome.value;
  const [entry] = entries;
  if (entry === undefined) throw new Error('the example of a sound rubric has a result');
  const { sheets: jurors, criteria, jury, desk, final, rounding } = entry;
  return ok({
    points: toText(points),
    most: toText(most),
    sheet: entry.totals[0]?.parts ?? [],
    entry: { jury, desk, final, rounding, jurors, criteria: criteria.map(({ code, mean }) => ({ code, mean })) },
    result: { formula, criteria: rubric.criteria },
  });
}

/** A score of the criterion's own scale: one of its levels, or a number in its steps. */
function inventedScore(criterion: Criterion, index: number): string {
  if (criterion.levels !== undefined && criterion.entry === 'levels') {
    const upward = [...criterion.levels].sort((a, b) => compare(decimal(a.points), decimal(b.points)));
    return upward[upward.length - 1 - (index % 2)]?.points ?? criterion.max;
  }
  const [min, max, step] = [criterion.min, criterion.max, criterion.step].map(decimal) as [Rational, Rational, Rational];
  const steps = div(sub(max, min), step);
  const height = fromInt(HEIGHTS[index % HEIGHTS.length] ?? 0);
  const climbed = mul(steps, height);
  return roundHalfUp(add(min, mul(step, rational(climbed.n / (climbed.d * 20n)))), DECIMALS);
}

function decimal(text: string): Rational {
  return parseDecimal(text) ?? ZERO;
}
