// What every act of verification begins with: the entry locked, the stage open, the actor allowed and free of ties.

import { mustBeFree } from '../../domain/assessment/verification.ts';
import { requireOpen, type Stage } from '../../domain/edition/stage.ts';
import { may, type Verb } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockReviewEntry, type ReviewEntry, type ReviewedSnapshot } from '../../store/assessment-verification.read.ts';
import { findStages } from '../../store/edition.read.ts';
import type { Act } from '../perform.ts';

/** An entry that was submitted at least once. */
export type EntryUnderReview = ReviewEntry & { readonly snapshotId: string; readonly body: ReviewedSnapshot };

export interface OpenVerification {
  readonly entry: EntryUnderReview;
  readonly stage: Stage;
}

/** Refuses `entry.not-found`, `permission.denied`, `verification.own-agency`, `stage.*`. */
export async function openVerification(act: Act, entryId: string, verb: Verb): Promise<Outcome<OpenVerification>> {
  const entry = await lockReviewEntry(act.tx, act.regionId, entryId);
  if (entry === null || entry.snapshotId === null || entry.body === null) return refuse('entry.not-found');
  const allowed = may(act.actor, verb, { editionId: entry.editionId });
  if (!allowed.ok) return allowed;
  const free = mustBeFree(act.actor, entry, act.now);
  if (!free.ok) return free;
  const open = requireOpen(await findStages(act.tx, act.regionId, entry.editionId), 'verification', act.now);
  return open.ok ? ok({ entry: { ...entry, snapshotId: entry.snapshotId, body: entry.body }, stage: open.value }) : open;
}

/** The same for a verifier, who must have the entry assigned. Refuses `verification.not-assigned` besides. */
export async function openOwnVerification(act: Act, entryId: string): Promise<Outcome<OpenVerification>> {
  const opened = await openVerification(act, entryId, 'verification.give');
  if (!opened.ok) return opened;
  return opened.value.entry.verifierIds.includes(act.actor.personId) ? opened : refuse('verification.not-assigned');
}
