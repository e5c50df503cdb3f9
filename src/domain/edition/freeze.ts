// What freezes when: the table of RULES 2 as questions with a reason.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { hasOpened, type Stage } from './stage.ts';

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
