// A sheet (lembar penilaian): what one juror gives one finalist. Only a complete sheet has a total; only a sealed sheet counts.

import { requireOpen, type Stage } from '../edition/stage.ts';
import { type Rubric, readPoints } from '../instrument/rubric.ts';
import { readWeight } from '../instrument/weights.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { fault, type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, mul, parseDecimal, type Rational, toText, ZERO } from '../shared/rational.ts';
import type { Instant } from '../shared/time.ts';
import { type Cell, totalReader } from './sheet-total.ts';

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
  const reader = totalReader(rubric);
  const { cells, missing, invalid } = reader.read(scores);
  const total = missing.length === 0 && invalid.length === 0 ? reader.total(cells) : null;
  return { total, missing, invalid: invalid.map(({ code }) => code), ...levelPoints(rubric, cells) };
}

/** The total so far, for the juror who is still writing: missing criteria add nothing and are counted, not guessed. */
export function runningTotal(rubric: Rubric, scores: Scores): RunningTotal {
  const reader = totalReader(rubric);
  const { cells } = reader.read(scores);
  return { sum: reader.contribution(cells), scored: cells.length, of: rubric.criteria.length, ...levelPoints(rubric, cells) };
}

function levelPoints(rubric: Rubric, cells: readonly Cell[]): { weighted?: WeightedPoints } {
  if (!rubric.criteria.every((criterion) => criterion.entry === 'levels')) return {};
  const points = cells.reduce((so, cell) => add(so, mul(cell.weight, cell.points)), ZERO);
  const max = rubric.criteria.reduce((so, { weight, max: highest }) => add(so, mul(readWeight(weight), parseDecimal(highest) ?? ZERO)), ZERO);
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
  /** 128 random bits as 32 hexadecimal digits, made for this seal alone; absent in seals of the first form. */
  readonly blind?: string;
}

/**
 * The text whose digest is the seal: canonical JSON in UTF-8, scores in the rubric's order as exact numbers, so that '3,50' and
 * '3.5' seal alike. With a blind it is of form `sheet/2` and begins with it: its digest tells nothing of the scores, which are few enough to
 * try out. Call it with a complete sheet (decideSeal said yes); an unscored criterion is written as null.
 * @basis RULES 1: sheet/2; older seals stay valid as sheet/1.
 */
export function sheetCanon(facts: SealedFacts, rubric: Rubric, scores: Scores): string {
  const { cells } = totalReader(rubric).read(scores);
  const given = new Map(cells.map(({ criterion, points }) => [criterion.code, toText(points)]));
  const listed = rubric.criteria.map(({ code }) => [code, given.get(code) ?? null]);
  const { total } = sheetTotal(rubric, scores);
  const form = facts.blind === undefined ? 'sheet/1' : 'sheet/2';
  return canonicalJson({ ...facts, form, rubricVersion: rubric.version, scores: listed, total: total && toText(total) });
}
