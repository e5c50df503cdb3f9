// Innovations and entries, written.

import type { EntryState } from '../domain/innovation/entry.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Innovations of a region get their names one after another, so that no two take the same address. */
export async function lockNames(tx: Queryable, regionId: string): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('innovation names ' || $1, 0))`, [regionId]);
}

export interface NewInnovation {
  readonly innovationId: string;
  readonly agencyId: string;
  readonly name: string;
  readonly slug: string;
  readonly oldNumber: string | null;
}

export async function insertInnovation(tx: Queryable, regionId: string, one: NewInnovation, now: Instant): Promise<void> {
  await tx.run('INSERT INTO innovation (region_id, innovation_id, agency_id, name, slug, old_number, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    regionId,
    one.innovationId,
    one.agencyId,
    one.name,
    one.slug,
    one.oldNumber,
    now,
  ]);
}

/** The name people read; the address keeps its first form. */
export async function renameInnovation(tx: Queryable, regionId: string, innovationId: string, name: string): Promise<void> {
  await tx.run('UPDATE innovation SET name = $3 WHERE region_id = $1 AND innovation_id = $2 AND name <> $3', [regionId, innovationId, name]);
}

export interface NewEntry {
  readonly entryId: string;
  readonly editionId: string;
  readonly categoryId: string;
  readonly innovationId: string;
  readonly agencyId: string;
  readonly startedBy: string;
}

/** How many rows were made: 0 when this id, or this innovation in this edition, is already there. */
export async function insertEntry(tx: Queryable, regionId: string, one: NewEntry, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO entry (region_id, entry_id, edition_id, category_id, innovation_id, agency_id, state, started_by, started_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'draft', $7, $8) ON CONFLICT DO NOTHING`,
    [regionId, one.entryId, one.editionId, one.categoryId, one.innovationId, one.agencyId, one.startedBy, now],
  );
}

/** The next serial of the edition; the counter's row stays locked to the end of the act. */
export async function takeSerial(tx: Queryable, regionId: string, editionId: string): Promise<number> {
  const row = await tx.one<{ serial: number }>(
    `INSERT INTO registration_counter (region_id, edition_id, last_serial) VALUES ($1, $2, 1)
     ON CONFLICT (region_id, edition_id) DO UPDATE SET last_serial = registration_counter.last_serial + 1 RETURNING last_serial AS serial`,
    [regionId, editionId],
  );
  if (row === null) throw new Error('no serial was given');
  return row.serial;
}

export async function numberEntry(tx: Queryable, regionId: string, entryId: string, serial: number, registrationNumber: string): Promise<void> {
  await tx.run('UPDATE entry SET serial = $3, registration_number = $4 WHERE region_id = $1 AND entry_id = $2', [
    regionId,
    entryId,
    serial,
    registrationNumber,
  ]);
}

/** Moves the entry; submit and approval leave their time, and a deadline for repair ends with the state it belonged to. */
export async function moveEntryTo(
  tx: Queryable,
  regionId: string,
  entryId: string,
  to: { readonly state: EntryState; readonly submittedAt?: Instant; readonly approvedAt?: Instant },
  now: Instant,
): Promise<void> {
  await tx.run(
    `UPDATE entry SET state = $3, repair_until = NULL, submitted_at = coalesce($4, submitted_at), approved_at = coalesce($5, approved_at), moved_at = $6
     WHERE region_id = $1 AND entry_id = $2`,
    [regionId, entryId, to.state, to.submittedAt ?? null, to.approvedAt ?? null, now],
  );
}

/** Everybody who saved or attached anything is of the team: conflicts are found from here. */
export async function gatherMembers(tx: Queryable, regionId: string, entryId: string): Promise<readonly string[]> {
  await tx.run(
    `INSERT INTO entry_member (region_id, entry_id, person_id)
     SELECT DISTINCT $1::uuid, $2::uuid, w.person_id FROM (
       SELECT saved_by AS person_id FROM profile_part_history WHERE region_id = $1 AND entry_id = $2
       UNION SELECT saved_by FROM claim_history WHERE region_id = $1 AND entry_id = $2
       UNION SELECT attached_by FROM evidence WHERE region_id = $1 AND entry_id = $2) w ON CONFLICT DO NOTHING`,
    [regionId, entryId],
  );
  const rows = await tx.all<{ personId: string }>(
    'SELECT person_id AS "personId" FROM entry_member WHERE region_id = $1 AND entry_id = $2 ORDER BY person_id',
    [regionId, entryId],
  );
  return rows.map((row) => row.personId);
}
