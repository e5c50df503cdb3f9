// What freezes when: the table of RULES 2 as questions with a reason.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Instant, Window } from '../shared/time.ts';
import { hasOpened, type Stage, type StageKind } from './stage.ts';

export type Lock = 'free' | 'by-act' | 'frozen';

/** Category rules: free until registration opens, by a recorded act until verification opens, never after. */
export function rulesLock(stages: readonly Stage[], now: Instant): Lock {
  if (hasOpened(stages, 'verification', now)) return 'frozen';
  return hasOpened(stages, 'registration', now) ? 'by-act' : 'free';
}

/** Rubric: free until presentation opens; then a new version only while no sheet holds a score. */
export function rubricLock(stages: readonly Stage[], anyScore: boolean, now: Instant): Lock {
  if (anyScore) return 'frozen';
  return hasOpened(stages, 'presentation', now) ? 'by-act' : 'free';
}

/**
 * Whether new category rules may be decided. `by-act` needs a reason and a decree number.
 * Refuses `rules.frozen`, `rules.needs-reason`, `rules.needs-decree`.
 * @basis RULES 2.
 */
export function mayChangeRules(stages: readonly Stage[], given: { readonly reason: string; readonly decree: string }, now: Instant): Outcome<Lock> {
  const lock = rulesLock(stages, now);
  if (lock === 'frozen') return refuse('rules.frozen');
  if (given.reason.trim().length < 3) return refuse('rules.needs-reason');
  return lock === 'by-act' && given.decree.trim() === '' ? refuse('rules.needs-decree') : ok(lock);
}

/** Whether a new rubric may be decided. Refuses `rubric.frozen`, `rules.needs-reason`. */
export function mayChangeRubric(stages: readonly Stage[], anyScore: boolean, reason: string, now: Instant): Outcome<Lock> {
  const lock = rubricLock(stages, anyScore, now);
  if (lock === 'frozen') return refuse('rubric.frozen');
  return reason.trim().length < 3 ? refuse('rules.needs-reason') : ok(lock);
}

/** What about a wished window needs a second look before it is taken. */
export interface WindowDoubts {
  /** A stage that is over would open again after finalists were announced or sheets sealed; null when it would not. */
  readonly reopens: 'announced' | 'sealed' | null;
  /** Names of a later and an earlier stage, the later one opening first. Only orders that the wish brings about. */
  readonly order: readonly (readonly [later: string, earlier: string])[];
}

const BEFORE_FINALISTS: readonly StageKind[] = ['registration', 'approval', 'verification', 'desk'];
const BEFORE_PLENARY: readonly StageKind[] = ['presentation', 'field-validation'];

/**
 * The doubts about moving a stage among all stages of its edition. Nothing here forbids; the one who moves must say that it is meant.
 * @basis RULES 2: earlier stages are over once finalists are announced or sheets are sealed; stages follow their positions.
 */
export function windowDoubts(
  stages: readonly Stage[],
  stage: Stage,
  wish: Pick<WindowWish, 'opensAt' | 'closesAt'>,
  standing: { readonly announced: boolean; readonly sealed: boolean },
  now: Instant,
): WindowDoubts {
  const isEarlier = BEFORE_FINALISTS.includes(stage.kind);
  const opensAgain = stage.closesAt <= now && wish.closesAt > now;
  const sealed = standing.sealed && (isEarlier || BEFORE_PLENARY.includes(stage.kind));
  const order = stages.flatMap((other): (readonly [string, string])[] => {
    if (other.stageId === stage.stageId || other.position === stage.position) return [];
    const isLater = stage.position > other.position;
    const turned = (opensAt: Instant) => (isLater ? opensAt < other.opensAt : opensAt > other.opensAt);
    if (!turned(wish.opensAt) || turned(stage.opensAt)) return [];
    return [isLater ? [stage.name, other.name] : [other.name, stage.name]];
  });
  return { reopens: !opensAgain ? null : sealed ? 'sealed' : standing.announced && isEarlier ? 'announced' : null, order };
}

export interface WindowWish {
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly reason: string;
}

/**
 * Whether a stage's window may become the wished one. What is past stays past: an opened stage keeps its opening, and no window
 * closes before now. Refuses `window.backwards`, `window.already-open`, `window.in-the-past`, `window.needs-reason`.
 */
export function mayMoveWindow(stage: Stage, wish: WindowWish, now: Instant): Outcome<WindowWish> {
  if (wish.reason.trim().length < 3) return refuse('window.needs-reason');
  if (wish.closesAt <= wish.opensAt) return refuse('window.backwards');
  if (stage.opensAt <= now && wish.opensAt !== stage.opensAt) return refuse('window.already-open', { opensAt: stage.opensAt });
  return wish.closesAt <= now ? refuse('window.in-the-past') : ok(wish);
}

/** Whether a stage that was not there may take the window. Refuses `window.backwards`, `window.in-the-past` (closed before it was made), `window.needs-reason`. */
export function mayPlaceWindow(wish: Window & { readonly reason: string }, now: Instant): Outcome<Window> {
  if (wish.closesAt <= wish.opensAt) return refuse('window.backwards');
  if (wish.closesAt <= now) return refuse('window.in-the-past');
  return wish.reason.trim().length < 3 ? refuse('window.needs-reason') : ok(wish);
}
