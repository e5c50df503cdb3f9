// Gives an entry to a verifier who is free of ties with it.

import { isAssignable } from '../../domain/assessment/bulk.ts';
import { mustBeFree } from '../../domain/assessment/verification.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findVerifiers } from '../../store/assessment-verification.read.ts';
import { insertAssignment } from '../../store/assessment-verification.write.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { openVerification } from './open-verification.ts';

/** Refuses `verification.not-a-verifier`, `verification.verifier-tied`, `entry.wrong-state`. A pair already assigned changes nothing. */
export async function assignVerifier(act: Act, input: { readonly entryId: string; readonly personId: string }): Promise<Outcome<{ entryId: string }>> {
  const opened = await openVerification(act, input.entryId, 'verification.assign');
  if (!opened.ok) return opened;
  const { entry } = opened.value;
  if (!isAssignable(entry.state)) return refuse('entry.wrong-state', { state: entry.state, act: 'assign' });
  const verifier = (await findVerifiers(act.tx, act.regionId, entry.editionId, act.now)).find(({ personId }) => personId === input.personId);
  if (verifier === undefined) return refuse('verification.not-a-verifier');
  const free = mustBeFree(verifier, entry, act.now);
  if (!free.ok) return refuse('verification.verifier-tied', { ...free.refusal.facts, verifier: verifier.name });
  const added = await insertAssignment(act.tx, act.regionId, { ...input, assignedBy: act.actor.personId }, act.now);
  if (added === 0) return ok({ entryId: entry.entryId });
  const facts = { innovation: entry.innovationName, number: entry.registrationNumber ?? '', year: entry.year };
  await tell(act, [{ kind: 'verification-assigned', personId: input.personId, aboutId: entry.entryId, facts }]);
  act.record({ kind: 'verification.assigned', subjectId: entry.entryId, facts: { verifier: input.personId } });
  return ok({ entryId: entry.entryId });
}
