// Once work on many entries can no longer be taken back, those it concerns are told.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { type BulkAct, findBulkEntries, lockBulk } from '../../store/bulk.read.ts';
import { markTold } from '../../store/bulk.write.ts';
import { findEdition, findStages } from '../../store/edition.read.ts';
import { type Notice, remind, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { remindersFor } from './reminders.ts';

/** Says how many were told. What was taken back, or is told already, tells nobody. */
export async function settleBulk(act: Act, { bulkId }: { readonly bulkId: string }): Promise<Outcome<{ told: number }>> {
  const { tx, regionId, now } = act;
  const bulk = await lockBulk(tx, regionId, bulkId);
  if (bulk === null || bulk.undoneAt !== null || bulk.toldAt !== null) return ok({ told: 0 });
  await markTold(tx, regionId, bulkId, now);
  const edition = await findEdition(tx, regionId, bulk.editionId);
  const entries = await findBulkEntries(tx, regionId, bulk.editionId, bulk.entryIds);
  if (edition === null) return ok({ told: 0 });
  if (bulk.kind === 'remind') {
    const notices = await remindersFor(tx, { regionId, edition, stages: await findStages(tx, regionId, edition.editionId), entries, now, actor: act.actor });
    return ok({ told: await remind(act, notices, now) });
  }
  return ok({ told: await tell(act, assignmentNotices(bulk, entries, edition.year)) });
}

/** One entry is named; more are counted, in one message. */
function assignmentNotices(bulk: BulkAct, entries: Awaited<ReturnType<typeof findBulkEntries>>, year: number): readonly Notice[] {
  const { personId, editionId } = bulk;
  const held = entries.filter(({ verifierIds }) => personId !== null && verifierIds.includes(personId));
  const [first] = held;
  if (personId === null || first === undefined) return [];
  if (held.length > 1) return [{ kind: 'verifications-assigned', personId, aboutId: editionId, facts: { count: held.length, year } }];
  const facts = { innovation: first.innovationName, number: first.registrationNumber ?? '', year };
  return [{ kind: 'verification-assigned', personId, aboutId: first.entryId, facts }];
}
