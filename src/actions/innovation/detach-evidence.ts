// Detaches evidence from an indicator. Snapshots that froze it keep it.

import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findEvidenceFile } from '../../store/innovation-draft.read.ts';
import { detachRow } from '../../store/innovation-draft.write.ts';
import { lockClaim } from '../../store/innovation-entry.read.ts';
import type { Act } from '../perform.ts';

/** Refuses `entry.not-found`, `evidence.not-found`, `entry.not-editable`, `stage.*`, `repair.closed`, `repair.not-asked`. Detaching twice is one act. */
export async function detachEvidence(act: Act, input: { readonly entryId: string; readonly evidenceId: string }): Promise<Outcome<{ indicator: string }>> {
  const { tx, regionId, actor, now } = act;
  const entry = await lockClaim(tx, regionId, input.entryId, agenciesOf(actor, 'innovator'), '');
  if (entry === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.edit', { agencyId: entry.agencyId });
  if (!allowed.ok) return allowed;
  const item = await findEvidenceFile(tx, regionId, input.evidenceId);
  if (item === null || item.entryId !== input.entryId) return refuse('evidence.not-found');
  const open = mayChange(entry, now, item.indicator);
  if (!open.ok) return open;
  const gone = await detachRow(tx, regionId, { ...input, by: actor.personId }, now);
  if (gone > 0) act.record({ kind: 'evidence.detached', subjectId: input.entryId, facts: { indicator: item.indicator, evidenceId: input.evidenceId } });
  return ok({ indicator: item.indicator });
}
