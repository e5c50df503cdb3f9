// Gives many entries to one verifier; the verifier is told once the half minute for taking it back is over.

import { planAssignment, TOLD_AFTER_SECONDS } from '../../domain/assessment/bulk.ts';
import { requireOpen } from '../../domain/edition/stage.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findVerifiers } from '../../store/assessment-verification.read.ts';
import { findBulk, lockBulkEntries } from '../../store/bulk.read.ts';
import { insertAssignments, insertBulk } from '../../store/bulk.write.ts';
import { findStages } from '../../store/edition.read.ts';
import type { Act } from '../perform.ts';

export interface ManyAssignment {
  readonly bulkId: string;
  readonly editionId: string;
  readonly entryIds: readonly string[];
  readonly personId: string;
}

/**
 * Assigns those of the entries that may be given to the verifier and leaves the others. Refuses `permission.denied`, `stage.*`,
 * `verification.not-a-verifier`, `bulk.nothing` when there is none. A second press changes nothing.
 */
export async function assignMany(act: Act, { bulkId, editionId, entryIds, personId }: ManyAssignment): Promise<Outcome<{ assigned: number }>> {
  const { tx, regionId, now, actor } = act;
  const allowed = may(actor, 'verification.assign', { editionId });
  if (!allowed.ok) return allowed;
  const open = requireOpen(await findStages(tx, regionId, editionId), 'verification', now);
  if (!open.ok) return open;
  const entries = await lockBulkEntries(tx, regionId, editionId, entryIds);
  const done = await findBulk(tx, regionId, bulkId);
  if (done !== null) return ok({ assigned: done.entryIds.length });
  const verifier = (await findVerifiers(tx, regionId, editionId, now)).find((one) => one.personId === personId);
  if (verifier === undefined) return refuse('verification.not-a-verifier');
  const ids = planAssignment(entries, verifier, actor, now).assign.map(({ entryId }) => entryId);
  if (ids.length === 0) return refuse('bulk.nothing');
  await insertBulk(tx, regionId, { bulkId, editionId, kind: 'assign', personId, entryIds: ids, actedBy: actor.personId }, now);
  await insertAssignments(tx, regionId, { personId, entryIds: ids, by: actor.personId, at: now });
  for (const subjectId of ids) act.record({ kind: 'verification.assigned', subjectId, facts: { verifier: personId, bulk: bulkId } });
  act.later('settle-bulk', { regionId, bulkId }, TOLD_AFTER_SECONDS);
  return ok({ assigned: ids.length });
}
