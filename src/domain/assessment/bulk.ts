// Work on many entries at once: what it would do is said before, and for half a minute it can be taken back.

import type { EntryState } from '../innovation/entry.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { type Instant, later } from '../shared/time.ts';
import { mustBeFree, type OwnedEntry, type SeatedPerson } from './verification.ts';

const ASSIGNABLE: readonly EntryState[] = ['approved', 'in-verification', 'returned-for-repair'];

/** Whether an entry in this state may be given to a verifier. */
export function isAssignable(state: EntryState): boolean {
  return ASSIGNABLE.includes(state);
}

export interface AssignableEntry extends OwnedEntry {
  readonly entryId: string;
  readonly state: EntryState;
  readonly verifierIds: readonly string[];
}

export interface AssignmentPlan<Entry> {
  readonly assign: readonly Entry[];
  readonly skip: readonly { readonly entry: Entry; readonly why: Refusal }[];
}

/**
 * Which of the entries would be given to the verifier, and why each other one would not: `bulk.wrong-state`, `verification.already-assigned`,
 * `verification.own-agency` (of who assigns), `verification.verifier-tied`.
 * @basis RULES 6: nobody verifies the own agency or team; the secretariat does not act on its own agency's entry.
 */
export function planAssignment<Entry extends AssignableEntry>(
  entries: readonly Entry[],
  verifier: SeatedPerson & { readonly name: string },
  actor: SeatedPerson,
  now: Instant,
): AssignmentPlan<Entry> {
  const judged = entries.map((entry) => ({ entry, why: whyNot(entry, verifier, actor, now) }));
  return {
    assign: judged.flatMap(({ entry, why }) => (why === null ? [entry] : [])),
    skip: judged.flatMap(({ entry, why }) => (why === null ? [] : [{ entry, why }])),
  };
}

function whyNot(entry: AssignableEntry, verifier: SeatedPerson & { readonly name: string }, actor: SeatedPerson, now: Instant): Refusal | null {
  if (!isAssignable(entry.state)) return fault('bulk.wrong-state', { state: entry.state });
  if (entry.verifierIds.includes(verifier.personId)) return fault('verification.already-assigned', { verifier: verifier.name });
  const own = mustBeFree(actor, entry, now);
  if (!own.ok) return own.refusal;
  const tied = mustBeFree(verifier, entry, now);
  return tied.ok ? null : fault('verification.verifier-tied', { ...tied.refusal.facts, verifier: verifier.name });
}

/** Seconds in which work on many entries can be taken back, as the page says; the press needs a moment to arrive. */
export const UNDO_SECONDS = 30;
const TRAVEL_SECONDS = 5;
/** Nobody is told before this many seconds after the act: then it can no longer be taken back. */
export const TOLD_AFTER_SECONDS = UNDO_SECONDS + 2 * TRAVEL_SECONDS;

/** The moment until which the page offers to take it back. */
export function undoUntil(actedAt: Instant): Instant {
  return later(actedAt, UNDO_SECONDS * 1000);
}

/** Refuses `bulk.undo-late` once the half minute is over or somebody was told. */
export function mayUndo(bulk: { readonly actedAt: Instant; readonly toldAt: Instant | null }, now: Instant): Outcome<true> {
  const isLate = bulk.toldAt !== null || now > later(undoUntil(bulk.actedAt), TRAVEL_SECONDS * 1000);
  return isLate ? refuse('bulk.undo-late', { seconds: UNDO_SECONDS }) : ok(true);
}
