// Takes back work on many entries within its half minute: nobody was told of it yet.

import { mayUndo } from '../../domain/assessment/bulk.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockBulk, lockBulkEntries } from '../../store/bulk.read.ts';
import { deleteAssignments, markUndone } from '../../store/bulk.write.ts';
import type { Act } from '../perform.ts';

/** By whoever did it. Refuses `bulk.not-found`, `bulk.undo-late`. Taken back already: nothing changes. */
export async function undoBulk(act: Act, { bulkId }: { readonly bulkId: string }): Promise<Outcome<{ editionId: string }>> {
  const { tx, regionId, now, actor } = act;
  const bulk = await lockBulk(tx, regionId, bulkId);
  if (bulk === null || bulk.actedBy !== actor.personId) return refuse('bulk.not-found');
  const { editionId, personId, entryIds } = bulk;
  const allowed = may(actor, 'verification.assign', { editionId });
  if (!allowed.ok) return allowed;
  if (bulk.undoneAt !== null) return ok({ editionId });
  const open = mayUndo(bulk, now);
  if (!open.ok) return open;
  await markUndone(tx, regionId, bulkId, now);
  if (personId === null) {
    act.record({ kind: 'reminders.withdrawn', subjectId: editionId, facts: { bulk: bulkId } });
    return ok({ editionId });
  }
  await lockBulkEntries(tx, regionId, editionId, entryIds);
  const released = await deleteAssignments(tx, regionId, { personId, entryIds, by: actor.personId, at: bulk.actedAt });
  for (const subjectId of released) act.record({ kind: 'verification.released', subjectId, facts: { verifier: personId, bulk: bulkId } });
  return ok({ editionId });
}
