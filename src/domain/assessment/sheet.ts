// A sheet (lembar penilaian): what one juror gives one finalist. Only a complete sheet has a total; only a sealed sheet counts.

import { requireOpen, type Stage } from '../edition/stage.ts';
import { type Rubric, readPoints, scaled } from '../instrument/rubric.ts';
import { readWeight, weightSum } from '../instrument/weights.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { fault, type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, div, mul, parseDecimal, type Rational, toText, ZERO } from '../shared/rational.ts';
import type { Instant } from '../shared/time.ts';

/** Criterion code -> what was typed; an absent code or an empty text is not yet scored, never zero. */
export type Scores = Readonly<Record<string, string>>;

/** draft -> sealed by its juror -> draft again when the chair reopens; or absent, recorded by the chair. */
export type SheetState = 'draft' | 'sealed' | 'absent';

/** Weighted points of a level rubric: 51 of 63. */
export interface WeightedPoints {
  readonly points: Rational;
  readonly max: Rational;
}

export interface SheetTotal {
  /** 0..100, exact; null while anything is missing or invalid. */
  readonly total: Rational | null;
  readonly missing: readonly string[];
  /** Codes whose text is not on the criterion's scale. */
  readonly invalid: readonly string[];
  /** Present when every criterion is entered by levels. */
  readonly weighted?: WeightedPoints;
}

export interface RunningTotal {
  /** What the given scores already contribute to the total, 0..100: never above the final total. */
  readonly sum: Rational;
  readonly scored: number;
  readonly of: number;
  readonly weighted?: WeightedPoints;
}

/**
 * T = sum of weight x scaled score / sum of weights, 0..100, once every criterion is scored on its scale; codes the rubric does not
 * have are ignored. Never refuses: what stands in the way is listed.
 * @basis SCORING 2, step 2: an incomplete sheet does not count.
 */
export function sheetTotal(rubric: Rubric, scores: Scores): SheetTotal {
  const read = readAll(rubric, scores);
  const complete = read.missing.length === 0 && read.invalid.length === 0;
  const sum = complete ? weigh(rubric, read.given) : null;
  return { total: sum, missing: read.missing, invalid: read.invalid, ...levelPoints(rubric, read.given) };
}

/** The total so far, for the juror who is still writing: missing criteria add nothing and are counted, not guessed. */
export function runningTotal(rubric: Rubric, scores: Scores): RunningTotal {
  const { given } = readAll(rubric, scores);
  const sum = weigh(rubric, given);
  return { sum, scored: given.size, of: rubric.criteria.length, ...levelPoints(rubric, given) };
}

interface ReadScores {
  readonly given: ReadonlyMap<string, Rational>;
  readonly missing: readonly string[];
  readonly invalid: readonly string[];
}

function readAll(rubric: Rubric, scores: Scores): ReadScores {
  const given = new Map<string, Rational>();
  const missing: string[] = [];
  const invalid: string[] = [];
  for (const criterion of rubric.criteria) {
    const text = Object.hasOwn(scores, criterion.code) ? (scores[criterion.code] ?? '') : '';
    const points = readPoints(criterion, text);
    if (text.trim() === '') missing.push(criterion.code);
    else if (points.ok) given.set(criterion.code, points.value);
    else invalid.push(criterion.code);
  }
  return { given, missing, invalid };
}

function weigh(rubric: Rubric, given: ReadonlyMap<string, Rational>): Rational {
  let weighted = ZERO;
  for (const criterion of rubric.criteria) {
    const points = given.get(criterion.code);
    if (points !== undefined) weighted = add(weighted, mul(readWeight(criterion.weight), scaled(criterion, rubric.scale, points)));
  }
  return div(weighted, weightSum(rubric));
}

function levelPoints(rubric: Rubric, given: ReadonlyMap<string, Rational>): { weighted?: WeightedPoints } {
  if (!rubric.criteria.every((criterion) => criterion.entry === 'levels')) return {};
  let [points, max] = [ZERO, ZERO];
  for (const criterion of rubric.criteria) {
    const weight = readWeight(criterion.weight);
    points = add(points, mul(weight, given.get(criterion.code) ?? ZERO));
    max = add(max, mul(weight, parseDecimal(criterion.max) ?? ZERO));
  }
  return { weighted: { points, max } };
}

/**
 * Whether one score may be written now: draft, inside the presentation stage, on the scale; an empty text clears the score.
 * Refuses `sheet.sealed`, `sheet.absent`, `stage.*`, `sheet.unknown-criterion`, `score.*`.
 */
export function decideScore(state: SheetState, rubric: Rubric, stages: readonly Stage[], score: { code: string; text: string }, now: Instant): Outcome<string> {
  const writable = requireDraft(state, stages, now);
  if (!writable.ok) return writable;
  const criterion = rubric.criteria.find((one) => one.code === score.code);
  if (criterion === undefined) return refuse('sheet.unknown-criterion', { criterion: score.code });
  if (score.text.trim() === '') return ok('');
  const points = readPoints(criterion, score.text);
  return points.ok ? ok(score.text.trim().replace(',', '.')) : points;
}

/**
 * Whether the juror may seal: a draft, inside the presentation stage, complete and on every scale. Gives the exact total, 0..100.
 * Refuses `sheet.sealed`, `sheet.absent`, `stage.absent`, `stage.not-open`, `stage.closed`, `sheet.incomplete` (missing codes),
 * `sheet.invalid` (codes).
 * @basis RULES 1: sealed by its juror, complete, inside the stage.
 */
export function decideSeal(
  sheet: { readonly state: SheetState; readonly scores: Scores },
  rubric: Rubric,
  stages: readonly Stage[],
  now: Instant,
): Outcome<Rational> {
  const writable = requireDraft(sheet.state, stages, now);
  if (!writable.ok) return writable;
  const { total, missing, invalid } = sheetTotal(rubric, sheet.scores);
  if (missing.length > 0) return refuse('sheet.incomplete', { missing });
  if (total === null) return refuse('sheet.invalid', { invalid });
  return ok(total);
}

function requireDraft(state: SheetState, stages: readonly Stage[], now: Instant): Outcome<Stage> {
  if (state !== 'draft') return refuse(`sheet.${state}`);
  return requireOpen(stages, 'presentation', now);
}

/**
 * Whether the chair may reopen: a sealed sheet (or one recorded absent), with a reason of at least 3 characters. The old digest stays.
 * Refuses `sheet.not-sealed`, `sheet.reason-missing`.
 */
export function decideReopen(state: SheetState, reason: string): Outcome<'draft'> {
  if (state === 'draft') return refuse('sheet.not-sealed');
  return hasReason(reason) ? ok('draft') : refuseReason();
}

/** Whether the chair may record the juror as absent: an unsealed sheet, with a reason. Refuses `sheet.sealed`, `sheet.absent`, `sheet.reason-missing`. */
export function decideAbsent(state: SheetState, reason: string): Outcome<'absent'> {
  if (state !== 'draft') return refuse(`sheet.${state}`);
  return hasReason(reason) ? ok('absent') : refuseReason();
}

function hasReason(reason: string): boolean {
  return reason.trim().length >= 3;
}

function refuseReason(): Outcome<never> {
  return refuse('sheet.reason-missing', {}, { reason: fault('sheet.reason-missing') });
}

/** What a seal binds: whose sheet, of what, by which rubric, with which scores and words, and when. */
export interface SealedFacts {
  readonly regionId: string;
  readonly sheetId: string;
  readonly categoryId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly comment: string;
  readonly sealedAt: Instant;
}

/**
 * The text whose digest is the seal: canonical JSON in UTF-8, scores in the rubric's order as exact numbers, so that '3,50' and
 * '3.5' seal alike. Call it with a complete sheet (decideSeal said yes); an unscored criterion is written as null.
 */
export function sheetCanon(facts: SealedFacts, rubric: Rubric, scores: Scores): string {
  const { given } = readAll(rubric, scores);
  const listed = rubric.criteria.map(({ code }) => {
    const points = given.get(code);
    return [code, points === undefined ? null : toText(points)];
  });
  const { total } = sheetTotal(rubric, scores);
  return canonicalJson({ ...facts, form: 'sheet/1', rubricVersion: rubric.version, scores: listed, total: total && toText(total) });
}
