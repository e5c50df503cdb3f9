// A rubric: criteria with weights and scales, frozen when the presentation stage opens. It says what a juror may give.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { compare, div, equals, HUNDRED, mul, parseDecimal, type Rational, sub } from '../shared/rational.ts';
import { parseWeight, weightSum } from './weights.ts';

export interface Level {
  readonly points: string;
  readonly label: string;
}

/** One criterion. Weight, min, max and step are decimal text; `levels` belong to entry by levels. */
export interface Criterion {
  readonly code: string;
  readonly name: string;
  readonly weight: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  readonly entry: 'levels' | 'number';
  readonly hint?: string;
  readonly levels?: readonly Level[];
}

export type Scale = 'minmax' | 'max' | 'raw';

export interface Rubric {
  readonly version: number;
  readonly criteria: readonly Criterion[];
  readonly scale: Scale;
  readonly minJurors: number;
  readonly decimals: number;
  readonly rankOn: 'rounded' | 'exact';
  readonly percent: boolean;
  readonly aggregate: 'mean' | 'trimmed' | 'median';
  readonly trim: number;
}

/**
 * Accepts a rubric that can score, or names its first fault. Refuses `rubric.no-criteria`, `rubric.duplicate-criterion`,
 * `rubric.number-unreadable`, `rubric.weight-not-positive`, `rubric.range-empty` (min >= max), `rubric.range-outside-scale`,
 * `rubric.step-invalid`, `rubric.levels-invalid`, `rubric.min-jurors-invalid`, `rubric.decimals-invalid`, `rubric.trim-invalid`.
 * @basis SCORING 1 and 2: every weight is above 0; min = max is a configuration error.
 */
export function checkRubric(rubric: Rubric): Outcome<Rubric> {
  if (rubric.criteria.length === 0) return refuse('rubric.no-criteria');
  const seen = new Set<string>();
  for (const criterion of rubric.criteria) {
    if (criterion.code === '' || seen.has(criterion.code)) return refuse('rubric.duplicate-criterion', { criterion: criterion.code });
    seen.add(criterion.code);
    const fault = criterionFault(criterion, rubric.scale);
    if (fault !== null) return refuse(fault, { criterion: criterion.code });
  }
  if (!isWhole(rubric.minJurors, 1, 99)) return refuse('rubric.min-jurors-invalid', { value: rubric.minJurors });
  if (!isWhole(rubric.decimals, 0, 10)) return refuse('rubric.decimals-invalid', { value: rubric.decimals });
  if (!isWhole(rubric.trim, 0, 49)) return refuse('rubric.trim-invalid', { value: rubric.trim });
  return ok(rubric);
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

/** The code of what is wrong with one criterion under the scale, or null. */
export function criterionFault(criterion: Criterion, scale: Scale): string | null {
  const weight = parseWeight(criterion.weight);
  const [min, max, step] = [criterion.min, criterion.max, criterion.step].map(parseDecimal);
  if (!weight || !min || !max || !step) return 'rubric.number-unreadable';
  if (weight.n <= 0n) return 'rubric.weight-not-positive';
  if (compare(min, max) >= 0) return 'rubric.range-empty';
  if (scale !== 'minmax' && min.n < 0n) return 'rubric.range-outside-scale';
  if (scale === 'raw' && compare(max, HUNDRED) > 0) return 'rubric.range-outside-scale';
  if (step.n <= 0n || !isOnStep(max, min, step)) return 'rubric.step-invalid';
  return criterion.entry === 'levels' && !levelsFit(criterion, min, max, step) ? 'rubric.levels-invalid' : null;
}

function levelsFit(criterion: Criterion, min: Rational, max: Rational, step: Rational): boolean {
  const levels = criterion.levels ?? [];
  const points = levels.map((level) => parseDecimal(level.points));
  const readable = points.filter((one) => one !== null);
  if (readable.length < 2 || readable.length !== levels.length) return false;
  if (new Set(readable.map((one) => `${one.n}/${one.d}`)).size !== readable.length) return false;
  return readable.every((one) => compare(one, min) >= 0 && compare(one, max) <= 0 && isOnStep(one, min, step));
}

/** Whether the rubric is marked as percent while its weights do not add to 100: asked about once, never refused (RULES 5). */
export function percentNeedsConfirmation(rubric: Rubric): boolean {
  return rubric.percent && !equals(weightSum(rubric), HUNDRED);
}

/**
 * What a juror typed for a criterion, as an exact number of its scale (its min..max in its steps; a comma or a dot).
 * Refuses `score.not-a-number` (empty text included) with the step, `score.outside-scale` with min and max, `score.off-step` with the step, or
 * with the levels' points when entry is by levels.
 */
export function readPoints(criterion: Criterion, text: string): Outcome<Rational> {
  const facts = { criterion: criterion.code, typed: text };
  const points = parseDecimal(text);
  const { min, max, step, entry, levels = [] } = criterion;
  if (points === null) return refuse('score.not-a-number', { ...facts, min, step });
  const lowest = decimal(min);
  if (compare(points, lowest) < 0 || compare(points, decimal(max)) > 0) return refuse('score.outside-scale', { ...facts, min, max });
  if (!isOnStep(points, lowest, decimal(step))) return refuse('score.off-step', { ...facts, min, max, step });
  if (entry === 'levels' && !levels.some((level) => equals(decimal(level.points), points))) {
    return refuse('score.off-step', { ...facts, min, max, step, levels: levels.map((level) => level.points) });
  }
  return ok(points);
}

/**
 * A score on 0..100. minmax: 100 (x - min)/(max - min); max: 100 x / max; raw: x itself. Defined ends, never observed ones.
 * `points` lies on the criterion's scale. Under minmax the lowest level is worth 0, under max it keeps its share.
 * @basis SCORING 2, step 1.
 */
export function scaled(criterion: Criterion, scale: Scale, points: Rational): Rational {
  if (scale === 'raw') return points;
  const max = decimal(criterion.max);
  if (scale === 'max') return div(mul(HUNDRED, points), max);
  const min = decimal(criterion.min);
  return div(mul(HUNDRED, sub(points, min)), sub(max, min));
}

function isOnStep(points: Rational, min: Rational, step: Rational): boolean {
  return div(sub(points, min), step).d === 1n;
}

function decimal(text: string): Rational {
  const value = parseDecimal(text);
  if (value === null) throw new RangeError(`rubric number not checked: ${text}`);
  return value;
}
