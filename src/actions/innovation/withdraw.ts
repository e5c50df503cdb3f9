// Withdraws an entry before its approval. Its number is kept for ever.

import { agenciesOf } from '../../domain/innovation/editing.ts';
import { moveEntry } from '../../domain/innovation/entry.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockEntry } from '../../store/innovation-entry.read.ts';
import { moveEntryTo } from '../../store/innovation-entry.write.ts';
import type { Act } from '../perform.ts';

/** Refuses `entry.not-found`, `entry.wrong-state`. */
export async function withdrawEntry(act: Act, input: { readonly entryId: string }): Promise<Outcome<true>> {
  const { tx, regionId, actor } = act;
  const entry = await lockEntry(tx, regionId, input.entryId, agenciesOf(actor, 'innovator'));
  if (entry === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.withdraw', { agencyId: entry.agencyId });
  if (!allowed.ok) return allowed;
  if (entry.state === 'withdrawn') return ok(true);
  const next = entry.approvedAt === null ? moveEntry(entry.state, 'withdraw') : refuse('entry.wrong-state', { state: 'approved', act: 'withdraw' });
  if (!next.ok) return next;
  await moveEntryTo(tx, regionId, entry.entryId, { state: next.value }, act.now);
  act.record({ kind: 'entry.withdrawn', subjectId: entry.entryId, facts: { from: entry.state } });
  return ok(true);
}
