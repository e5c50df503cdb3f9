// The verifier begins: an approved entry, or one whose time for repair has run out, comes under verification.

import { moveEntry } from '../../domain/innovation/entry.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { closeRepairNotes, setEntryState } from '../../store/assessment-verification.write.ts';
import type { Act } from '../perform.ts';
import { openOwnVerification } from './open-verification.ts';

/** Refuses `verification.repair-running` while the innovator may still repair, `entry.wrong-state`. Already taken up: nothing changes. */
export async function takeUp(act: Act, input: { readonly entryId: string }): Promise<Outcome<{ entryId: string }>> {
  const opened = await openOwnVerification(act, input.entryId);
  if (!opened.ok) return opened;
  const { entryId, state, repairUntil, snapshotId } = opened.value.entry;
  if (state === 'in-verification') return ok({ entryId });
  if (repairUntil !== null && act.now < repairUntil) return refuse('verification.repair-running', { until: repairUntil });
  const next = moveEntry(state, 'take-up');
  if (!next.ok) return next;
  await closeRepairNotes(act.tx, act.regionId, entryId, act.now);
  await setEntryState(act.tx, act.regionId, entryId, { state: next.value }, act.now);
  act.record({ kind: 'entry.taken-up', subjectId: entryId, facts: { snapshot: snapshotId, from: state } });
  return ok({ entryId });
}
