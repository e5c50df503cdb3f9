// Submits an entry: number at the first time, a snapshot each time, then to its approver.

import { counts } from '../../domain/evidence/check.ts';
import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { moveEntry } from '../../domain/innovation/entry.ts';
import { readinessOf } from '../../domain/innovation/readiness.ts';
import { freezeIndicators, snapshotCanon, unchangedClaims } from '../../domain/innovation/snapshot.ts';
import { may } from '../../domain/people/permissions.ts';
import { registrationNumber } from '../../domain/shared/ids.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { closeRepairNotes, inheritVerdicts } from '../../store/assessment-verification.write.ts';
import { headsOf } from '../../store/audience.read.ts';
import { findStages } from '../../store/edition.read.ts';
import { findHistoryDigest } from '../../store/innovation-draft.read.ts';
import { type EntryDetail, lockEntry } from '../../store/innovation-entry.read.ts';
import { gatherMembers, moveEntryTo, numberEntry, takeSerial } from '../../store/innovation-entry.write.ts';
import { findSnapshots, type Snapshot } from '../../store/innovation-snapshot.read.ts';
import { insertApproval, insertSnapshot } from '../../store/innovation-snapshot.write.ts';
import { findAnnouncement } from '../../store/result-desk.read.ts';
import { keepPoints } from '../assessment/keep-points.ts';
import { boundCatalogue, instrumentOf } from '../instrument/known-catalogues.ts';
import { aboutEntries, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { gatherDraft } from './gather-draft.ts';

export interface SubmitReceipt {
  readonly registrationNumber: string;
  readonly version: number;
  readonly submittedAt: Instant;
  readonly digest: string;
}

/**
 * Refuses `entry.not-found`, `entry.not-ready` (count), `entry.wrong-state`, `stage.*`, `repair.closed`, `entry.list-announced`
 * (a first sending after the finalists of the category were announced).
 * A second press finds the entry submitted and gives the same receipt.
 */
export async function submitEntry(act: Act, input: { readonly entryId: string }): Promise<Outcome<SubmitReceipt>> {
  const { tx, regionId, actor, now } = act;
  const entry = await lockEntry(tx, regionId, input.entryId, agenciesOf(actor, 'innovator'));
  if (entry === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.submit', { agencyId: entry.agencyId });
  if (!allowed.ok) return allowed;
  const [last] = await findSnapshots(tx, regionId, entry.entryId);
  if (last !== undefined && (entry.state === 'submitted' || entry.state === 'approved')) return ok(receiptOf(entry, last));
  const next = moveEntry(entry.state, 'submit');
  if (!next.ok) return next;
  const registration = (await findStages(tx, regionId, entry.editionId)).find((stage) => stage.kind === 'registration') ?? null;
  const open = mayChange({ ...entry, repairPlaces: [], registration }, now);
  if (!open.ok) return open;
  const announced = last === undefined ? await findAnnouncement(tx, regionId, entry.categoryId) : null;
  if (announced !== null) return refuse('entry.list-announced', { category: entry.categoryName });
  const draft = await gatherDraft(tx, regionId, entry);
  const instrument = await instrumentOf(tx, regionId, entry.instrument);
  const { eligibility } = await boundCatalogue(tx, regionId, entry.instrument);
  const { missing } = readinessOf(instrument, eligibility, draft);
  if (missing.length > 0) return refuse('entry.not-ready', { count: missing.length });
  const snapshot = await freeze(act, entry, draft, last);
  await moveEntryTo(tx, regionId, entry.entryId, { state: next.value, submittedAt: now }, now);
  await closeRepairNotes(tx, regionId, entry.entryId, now);
  act.record({
    kind: 'entry.submitted',
    subjectId: entry.entryId,
    facts: { version: snapshot.version, digest: snapshot.digest, history: snapshot.history, number: snapshot.registrationNumber },
  });
  if (entry.rules.approver === 'nobody') await approveByItself(act, entry.entryId, snapshot.snapshotId, snapshot.version);
  else await tell(act, aboutEntries('approval-waiting', await headsOf(tx, regionId, entry.entryId, now)));
  return ok({ registrationNumber: snapshot.registrationNumber, version: snapshot.version, submittedAt: now, digest: snapshot.digest });
}

function receiptOf(entry: EntryDetail, last: Snapshot): SubmitReceipt {
  return { registrationNumber: entry.registrationNumber ?? '', version: last.version, submittedAt: last.takenAt, digest: last.digest };
}

async function freeze(act: Act, entry: EntryDetail, draft: Awaited<ReturnType<typeof gatherDraft>>, last: Snapshot | undefined) {
  const { tx, regionId, now } = act;
  const number = entry.registrationNumber ?? (await giveNumber(act, entry));
  const history = await findHistoryDigest(tx, regionId, entry.entryId);
  const version = (last?.version ?? 0) + 1;
  const body = {
    version,
    registrationNumber: number,
    instrument: entry.instrument,
    category: { id: entry.categoryId, code: entry.categoryCode, name: entry.categoryName },
    agency: { id: entry.agencyId, name: entry.agencyName },
    profile: Object.fromEntries(Object.entries(draft.profile).filter(([, value]) => value !== '')),
    indicators: freezeIndicators(await instrumentOf(tx, regionId, entry.instrument), draft.claims, frozenProof(draft)),
    team: await gatherMembers(tx, regionId, entry.entryId),
    history,
    takenAt: now,
  };
  const canon = snapshotCanon(body);
  const snapshot = { snapshotId: act.newId(), entryId: entry.entryId, version, canon, digest: sha256Hex(canon), takenBy: act.actor.personId };
  await insertSnapshot(tx, regionId, snapshot, now);
  if (last !== undefined) {
    const indicators = unchangedClaims(last.body, body);
    await inheritVerdicts(tx, {
      regionId,
      entryId: entry.entryId,
      fromSnapshotId: last.snapshotId,
      toSnapshotId: snapshot.snapshotId,
      indicators,
      now,
      newId: act.newId,
    });
  }
  await keepPoints(act, { entryId: entry.entryId, instrument: entry.instrument, snapshotId: snapshot.snapshotId, body });
  return { ...snapshot, history, registrationNumber: number };
}

/** Proof as it was attached; what the scanner says of it may change and is asked when it is read. */
function frozenProof({ evidence }: Awaited<ReturnType<typeof gatherDraft>>) {
  return evidence.filter(counts).map(({ facts: _facts, checkState: _state, ...item }) => item);
}

async function giveNumber(act: Act, entry: EntryDetail): Promise<string> {
  const serial = await takeSerial(act.tx, act.regionId, entry.editionId);
  const number = registrationNumber(entry.prefix, entry.year, serial);
  await numberEntry(act.tx, act.regionId, entry.entryId, serial, number);
  return number;
}

/** In a category that nobody approves, the submit is its own approval. */
async function approveByItself(act: Act, entryId: string, snapshotId: string, version: number): Promise<void> {
  const { tx, regionId, now, actor } = act;
  await insertApproval(tx, regionId, { approvalId: act.newId(), entryId, snapshotId, decision: 'approved', reason: '', decidedBy: actor.personId }, now);
  await moveEntryTo(tx, regionId, entryId, { state: 'approved', approvedAt: now }, now);
  act.record({ kind: 'entry.approved', subjectId: entryId, facts: { version, snapshotId, byItself: true } });
}
