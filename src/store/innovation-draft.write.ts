// The draft of an entry, written: each save keeps its history row beside it.

import type { Inspected } from '../domain/evidence/inspected.ts';
import type { Claim } from '../domain/innovation/claim.ts';
import type { FileKind } from '../domain/innovation/evidence.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface PartSave {
  readonly entryId: string;
  readonly part: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly savedBy: string;
}

/** The part and its history row in one statement. Rows: 0 when somebody else saved this revision first. */
export async function savePart(tx: Queryable, regionId: string, save: PartSave, now: Instant): Promise<number> {
  return tx.run(
    `WITH saved AS (
       INSERT INTO profile_part (region_id, entry_id, part, fields, revision, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (region_id, entry_id, part) DO UPDATE SET fields = excluded.fields, revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at
         WHERE profile_part.revision = excluded.revision - 1
       RETURNING *)
     INSERT INTO profile_part_history (region_id, entry_id, part, revision, fields, saved_by, saved_at)
     SELECT region_id, entry_id, part, revision, fields, saved_by, saved_at FROM saved`,
    [regionId, save.entryId, save.part, JSON.stringify(save.fields), save.revision, save.savedBy, now],
  );
}

export interface ClaimSave extends Claim {
  readonly entryId: string;
  readonly indicator: string;
  readonly revision: number;
  readonly savedBy: string;
}

/** The claim and its history row in one statement. Rows: 0 when somebody else saved this revision first. */
export async function saveClaimRow(tx: Queryable, regionId: string, save: ClaimSave, now: Instant): Promise<number> {
  return tx.run(
    `WITH saved AS (
       INSERT INTO claim (region_id, entry_id, indicator, level, basis, note, revision, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       ON CONFLICT (region_id, entry_id, indicator) DO UPDATE SET level = excluded.level, basis = excluded.basis, note = excluded.note,
         revision = excluded.revision, saved_by = excluded.saved_by, saved_at = excluded.saved_at
         WHERE claim.revision = excluded.revision - 1
       RETURNING *)
     INSERT INTO claim_history (region_id, entry_id, indicator, revision, level, basis, note, saved_by, saved_at)
     SELECT region_id, entry_id, indicator, revision, level, basis, note, saved_by, saved_at FROM saved`,
    [regionId, save.entryId, save.indicator, save.level, save.basis, save.note, save.revision, save.savedBy, now],
  );
}

export interface NewFile extends Inspected {
  readonly sha256: string;
  readonly kind: FileKind;
  readonly bytes: number;
}

/** The row of a stored file. One that stands from before files were read to their end learns what it is. */
export async function insertFile(tx: Queryable, regionId: string, file: NewFile, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO stored_file (region_id, sha256, kind, bytes, pages, width, height, seconds, stored_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (region_id, sha256) DO UPDATE SET pages = excluded.pages, width = excluded.width, height = excluded.height, seconds = excluded.seconds
       WHERE stored_file.pages IS NULL AND stored_file.width IS NULL`,
    [regionId, file.sha256, file.kind, file.bytes, file.pages ?? null, file.width ?? null, file.height ?? null, file.seconds ?? null, now],
  );
}

/** Holds one content until the transaction ends, against whoever sweeps or attaches the same. */
export async function lockContent(tx: Queryable, sha256: string): Promise<void> {
  await tx.run('SELECT pg_advisory_xact_lock(hashtextextended($1, 70))', [sha256]);
}

export interface NewEvidence {
  readonly evidenceId: string;
  readonly entryId: string;
  readonly indicator: string;
  readonly sha256: string | null;
  readonly link: string | null;
  readonly label: string;
  readonly pages: string;
  readonly attachedBy: string;
}

/** How many rows were made: 0 when this id, or the same content at this indicator, is already attached. */
export async function insertEvidence(tx: Queryable, regionId: string, one: NewEvidence, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO evidence (region_id, evidence_id, entry_id, indicator, sha256, link, label, pages, attached_by, attached_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) ON CONFLICT DO NOTHING`,
    [regionId, one.evidenceId, one.entryId, one.indicator, one.sha256, one.link, one.label, one.pages, one.attachedBy, now],
  );
}

/** How many rows were detached: 0 when it already was. */
export async function detachRow(
  tx: Queryable,
  regionId: string,
  one: { readonly entryId: string; readonly evidenceId: string; readonly by: string },
  now: Instant,
): Promise<number> {
  return tx.run('UPDATE evidence SET detached_by = $4, detached_at = $5 WHERE region_id = $1 AND entry_id = $2 AND evidence_id = $3 AND detached_at IS NULL', [
    regionId,
    one.entryId,
    one.evidenceId,
    one.by,
    now,
  ]);
}
