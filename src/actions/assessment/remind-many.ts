// Reminds whoever holds many entries up; the reminders leave once the half minute for taking them back is over.

import { TOLD_AFTER_SECONDS } from '../../domain/assessment/bulk.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findBulk, findBulkEntries } from '../../store/bulk.read.ts';
import { insertBulk } from '../../store/bulk.write.ts';
import { findEdition, findStages } from '../../store/edition.read.ts';
import type { Act } from '../perform.ts';
import { remindersFor } from './reminders.ts';

export interface ManyReminders {
  readonly bulkId: string;
  readonly editionId: string;
  readonly entryIds: readonly string[];
}

/** Refuses `permission.denied`, `edition.not-found`, `bulk.nobody` when there is nobody to remind. A second press changes nothing. */
export async function remindMany(act: Act, { bulkId, editionId, entryIds }: ManyReminders): Promise<Outcome<{ people: number }>> {
  const { tx, regionId, now, actor } = act;
  const allowed = may(actor, 'verification.assign', { editionId });
  if (!allowed.ok) return allowed;
  const edition = await findEdition(tx, regionId, editionId);
  if (edition === null) return refuse('edition.not-found');
  const entries = await findBulkEntries(tx, regionId, editionId, entryIds);
  const notices = await remindersFor(tx, { regionId, edition, stages: await findStages(tx, regionId, editionId), entries, now, actor });
  const people = new Set(notices.map(({ personId }) => personId)).size;
  if (people === 0) return refuse('bulk.nobody');
  if ((await findBulk(tx, regionId, bulkId)) !== null) return ok({ people });
  const ids = entries.map(({ entryId }) => entryId);
  await insertBulk(tx, regionId, { bulkId, editionId, kind: 'remind', personId: null, entryIds: ids, actedBy: actor.personId }, now);
  act.record({ kind: 'reminders.planned', subjectId: editionId, facts: { bulk: bulkId, entries: ids.length, people } });
  act.later('settle-bulk', { regionId, bulkId }, TOLD_AFTER_SECONDS);
  return ok({ people });
}
