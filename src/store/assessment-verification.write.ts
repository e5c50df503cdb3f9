// Verification, written: assignments come and go, verdicts are only ever added.

import type { DecidedVerdict } from '../domain/assessment/verification.ts';
import type { EntryState } from '../domain/innovation/entry.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

interface Pair {
  readonly entryId: string;
  readonly personId: string;
}

/** How many rows were added: 0 when the verifier already has the entry. */
export async function insertAssignment(tx: Queryable, regionId: string, pair: Pair & { readonly assignedBy: string }, now: Instant): Promise<number> {
  return tx.run(
    'INSERT INTO verification_assignment (region_id, entry_id, person_id, assigned_by, assigned_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [regionId, pair.entryId, pair.personId, pair.assignedBy, now],
  );
}

export async function deleteAssignment(tx: Queryable, regionId: string, pair: Pair): Promise<number> {
  return tx.run('DELETE FROM verification_assignment WHERE region_id = $1 AND entry_id = $2 AND person_id = $3', [regionId, pair.entryId, pair.personId]);
}

export interface NewVerdict extends DecidedVerdict {
  readonly verdictId: string;
  readonly entryId: string;
  readonly snapshotId: string;
  readonly indicator: string;
  readonly givenBy: string;
}

/** Adds a verdict; 0 when this id was already kept. */
export async function insertVerdict(tx: Queryable, regionId: string, verdict: NewVerdict, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO verdict (region_id, verdict_id, entry_id, snapshot_id, indicator, kind, claimed, level, reason, given_by, given_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT DO NOTHING`,
    [
      regionId,
      verdict.verdictId,
      verdict.entryId,
      verdict.snapshotId,
      verdict.indicator,
      verdict.kind,
      verdict.claimed,
      verdict.level,
      verdict.reason,
      verdict.givenBy,
      now,
    ],
  );
}

export interface Inheritance {
  readonly regionId: string;
  readonly entryId: string;
  readonly fromSnapshotId: string;
  readonly toSnapshotId: string;
  /** Codes whose claim, basis and set of evidence are the same in both snapshots. */
  readonly indicators: readonly string[];
  readonly now: Instant;
  readonly newId: () => string;
}

/**
 * Copies the newest verdicts of unchanged claims onto a new snapshot, naming where each came from and who gave it. A request for repair is
 * not inherited: the new snapshot is its answer, and the place waits for a verdict again. Returns how many were copied.
 */
export async function inheritVerdicts(tx: Queryable, given: Inheritance): Promise<number> {
  const ids = given.indicators.map(() => given.newId());
  return tx.run(
    `INSERT INTO verdict (region_id, verdict_id, entry_id, snapshot_id, indicator, kind, claimed, level, reason, inherited_from, given_by, given_at)
     SELECT v.region_id, n.id, v.entry_id, $4, v.indicator, v.kind, v.claimed, v.level, v.reason, v.verdict_id, v.given_by, $7
     FROM unnest($5::text[], $6::uuid[]) AS n (code, id)
     JOIN LATERAL (SELECT * FROM verdict x WHERE x.region_id = $1 AND x.snapshot_id = $3 AND x.indicator = n.code ORDER BY x.serial DESC LIMIT 1) v ON true
     WHERE v.entry_id = $2 AND v.kind <> 'repair' AND NOT EXISTS (SELECT 1 FROM verdict y WHERE y.region_id = $1 AND y.snapshot_id = $4 AND y.indicator = n.code)
     ORDER BY n.code`,
    [given.regionId, given.entryId, given.fromSnapshotId, given.toSnapshotId, given.indicators, ids, given.now],
  );
}

/** Moves an entry to a state; `repairUntil` stands only while repair is awaited, `refusalCode` only on a refused entry. */
export async function setEntryState(
  tx: Queryable,
  regionId: string,
  entryId: string,
  to: { readonly state: EntryState; readonly repairUntil?: Instant | null; readonly refusalCode?: string | null },
  now: Instant,
): Promise<void> {
  await tx.run('UPDATE entry SET state = $3, repair_until = $4, refusal_code = $5, moved_at = $6 WHERE region_id = $1 AND entry_id = $2', [
    regionId,
    entryId,
    to.state,
    to.repairUntil ?? null,
    to.refusalCode ?? null,
    now,
  ]);
}

/** The points that lists show; a verdict moves the entry as well. */
export async function setEntryPoints(
  tx: Queryable,
  regionId: string,
  entryId: string,
  points: { readonly claimed: string; readonly verified: string | null },
  now: Instant,
): Promise<void> {
  await tx.run('UPDATE entry SET claimed_points = $3, verified_points = $4, moved_at = $5 WHERE region_id = $1 AND entry_id = $2', [
    regionId,
    entryId,
    points.claimed,
    points.verified,
    now,
  ]);
}

export interface NewRepairNote {
  readonly noteId: string;
  readonly entryId: string;
  readonly place: string;
  readonly note: string;
  readonly writtenBy: string;
}

export async function insertRepairNotes(tx: Queryable, regionId: string, notes: readonly NewRepairNote[], now: Instant): Promise<void> {
  for (const note of notes) {
    await tx.run('INSERT INTO repair_note (region_id, note_id, entry_id, place, note, written_by, written_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
      regionId,
      note.noteId,
      note.entryId,
      note.place,
      note.note,
      note.writtenBy,
      now,
    ]);
  }
}

/** Closes the notes of an entry that are still open. */
export async function closeRepairNotes(tx: Queryable, regionId: string, entryId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE repair_note SET closed_at = $3 WHERE region_id = $1 AND entry_id = $2 AND closed_at IS NULL', [regionId, entryId, now]);
}
