// Takes an entry back from a verifier; the verdicts already given stay.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { deleteAssignment } from '../../store/assessment-verification.write.ts';
import type { Act } from '../perform.ts';
import { openVerification } from './open-verification.ts';

/** By the secretariat. A pair that is not assigned changes nothing. */
export async function releaseVerification(act: Act, input: { readonly entryId: string; readonly personId: string }): Promise<Outcome<{ entryId: string }>> {
  const opened = await openVerification(act, input.entryId, 'verification.assign');
  if (!opened.ok) return opened;
  const removed = await deleteAssignment(act.tx, act.regionId, input);
  if (removed > 0) act.record({ kind: 'verification.released', subjectId: input.entryId, facts: { verifier: input.personId } });
  return ok({ entryId: input.entryId });
}
