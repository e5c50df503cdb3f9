// The head's decision on the newest snapshot of an entry: approve it, or return it with a reason.

import { requireOpen } from '../../domain/edition/stage.ts';
import { agenciesOf } from '../../domain/innovation/editing.ts';
import { type EntryAct, type EntryState, moveEntry } from '../../domain/innovation/entry.ts';
import { may } from '../../domain/people/permissions.ts';
import { delegateOf } from '../../domain/people/role.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { teamOf } from '../../store/audience.read.ts';
import { findStages } from '../../store/edition.read.ts';
import { type EntryDetail, lockEntry } from '../../store/innovation-entry.read.ts';
import { moveEntryTo } from '../../store/innovation-entry.write.ts';
import { findSnapshots, type Snapshot } from '../../store/innovation-snapshot.read.ts';
import { insertApproval } from '../../store/innovation-snapshot.write.ts';
import { aboutEntries, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

export interface Deciding {
  readonly entryId: string;
  /** The snapshot that was read: a decision never falls on words the head has not seen. */
  readonly snapshotId: string;
}

/** Refuses `entry.not-found`, `approval.stale`, `entry.wrong-state`, `stage.*`. A second press is the same decision. */
export async function approveEntry(act: Act, input: Deciding): Promise<Outcome<true>> {
  const found = await findDecision(act, input, 'approve');
  if (!found.ok) return found;
  const { entry, snapshot, next } = found.value;
  if (next === null) return ok(true);
  await decide(act, snapshot, entry, 'approved', '');
  await moveEntryTo(act.tx, act.regionId, entry.entryId, { state: next, approvedAt: act.now }, act.now);
  return ok(true);
}

const LONGEST_REASON = 4_000;
const SHORTEST_REASON = 3;

/** Refuses as approve does, and `approval.invalid` on `reason`. */
export async function returnEntry(act: Act, input: Deciding & { readonly reason: string }): Promise<Outcome<true>> {
  const reason = input.reason.trim();
  if (reason.length < SHORTEST_REASON) return refuse('approval.invalid', {}, { reason: fault('approval.reason-missing') });
  if (reason.length > LONGEST_REASON)
    return refuse('approval.invalid', {}, { reason: fault('profile.too-long', { most: LONGEST_REASON, length: reason.length }) });
  const found = await findDecision(act, input, 'return');
  if (!found.ok) return found;
  const { entry, snapshot, next } = found.value;
  if (next === null) return ok(true);
  await decide(act, snapshot, entry, 'returned', reason);
  await moveEntryTo(act.tx, act.regionId, entry.entryId, { state: next }, act.now);
  await tell(act, aboutEntries('entry-returned', await teamOf(act.tx, act.regionId, entry.entryId, act.now), { note: reason }));
  return ok(true);
}

interface Decision {
  readonly entry: EntryDetail;
  readonly snapshot: Snapshot;
  /** Null when this very decision stands already. */
  readonly next: EntryState | null;
}

async function findDecision(act: Act, input: Deciding, kind: Extract<EntryAct, 'approve' | 'return'>): Promise<Outcome<Decision>> {
  const { tx, regionId, actor, now } = act;
  const entry = await lockEntry(tx, regionId, input.entryId, agenciesOf(actor, 'head'));
  if (entry === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.approve', { agencyId: entry.agencyId });
  if (!allowed.ok) return allowed;
  const snapshots = await findSnapshots(tx, regionId, entry.entryId);
  const [newest] = snapshots;
  if (newest === undefined) return refuse('entry.not-found');
  if (newest.snapshotId !== input.snapshotId) return refuse('approval.stale');
  if (newest.decision === (kind === 'approve' ? 'approved' : 'returned')) return ok({ entry, snapshot: newest, next: null });
  const next = moveEntry(entry.state, kind);
  if (!next.ok) return next;
  // A repaired entry passes its approver again while verification runs.
  const isRepair = snapshots.some((snapshot) => snapshot.decision === 'approved');
  const open = requireOpen(await findStages(tx, regionId, entry.editionId), isRepair ? 'verification' : 'approval', now);
  return open.ok ? ok({ entry, snapshot: newest, next: next.value }) : open;
}

async function decide(act: Act, snapshot: Snapshot, entry: EntryDetail, decision: 'approved' | 'returned', reason: string): Promise<void> {
  const decidedAs = delegateOf(act.actor, 'head', entry.agencyId);
  const row = { approvalId: act.newId(), entryId: entry.entryId, snapshotId: snapshot.snapshotId, decision, reason, decidedBy: act.actor.personId, decidedAs };
  await insertApproval(act.tx, act.regionId, row, act.now);
  const facts = { version: snapshot.version, snapshotId: snapshot.snapshotId, ...(decidedAs === null ? {} : { as: decidedAs }) };
  act.record({ kind: decision === 'approved' ? 'entry.approved' : 'entry.returned', subjectId: entry.entryId, facts });
}
