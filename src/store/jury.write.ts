// Panels, confirmations and recusals, written.

import type { Recusal } from '../domain/jury/panel.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Locks the category for acts that must not cross: appointing, confirming, deciding a rubric, reopening, computing, signing, certifying, publishing. */
export async function lockCategory(tx: Queryable, regionId: string, categoryId: string): Promise<void> {
  await tx.one('SELECT 1 AS one FROM category WHERE region_id = $1 AND category_id = $2 FOR UPDATE', [regionId, categoryId]);
}

export interface NewJuror {
  readonly categoryId: string;
  readonly personId: string;
  readonly code: string;
  readonly isChair: boolean;
  readonly appointedBy: string;
}

export async function insertJuror(tx: Queryable, regionId: string, juror: NewJuror, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO panel_juror (region_id, category_id, person_id, code, is_chair, appointed_by, appointed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (region_id, category_id, person_id) DO NOTHING`,
    [regionId, juror.categoryId, juror.personId, juror.code, juror.isChair, juror.appointedBy, now],
  );
}

/** Takes a juror off the panel. The keys of the tables hold whoever confirmed the conflicts. */
export async function deleteJuror(tx: Queryable, regionId: string, categoryId: string, personId: string): Promise<number> {
  return tx.run('DELETE FROM panel_juror WHERE region_id = $1 AND category_id = $2 AND person_id = $3', [regionId, categoryId, personId]);
}

/** Ends the role that came with the appointment. */
export async function endJurorGrant(tx: Queryable, regionId: string, categoryId: string, personId: string, now: Instant): Promise<number> {
  return tx.run(
    `UPDATE role_grant SET granted_until = $4 WHERE region_id = $1 AND category_id = $2 AND person_id = $3 AND role IN ('juror', 'chair') AND granted_until IS NULL`,
    [regionId, categoryId, personId, now],
  );
}

export interface Confirmation {
  readonly categoryId: string;
  readonly personId: string;
  readonly recusals: readonly Recusal[];
  /** Finalists left to score, each with the id of its new sheet. */
  readonly sheets: readonly { readonly sheetId: string; readonly entryId: string }[];
  readonly rubricVersion: number;
}

/** The confirmation with its recusals and draft sheets, in one statement. */
export async function insertConfirmation(tx: Queryable, regionId: string, confirmation: Confirmation, now: Instant): Promise<void> {
  const { categoryId, personId, recusals, sheets, rubricVersion } = confirmation;
  await tx.run(
    `WITH confirmed AS (INSERT INTO conflict_confirmation (region_id, category_id, person_id, confirmed_at) VALUES ($1, $2, $3, $4)),
       stepped AS (INSERT INTO recusal (region_id, entry_id, person_id, source, reason, recorded_at)
         SELECT $1::uuid, r.entry_id, $3::uuid, r.source, r.reason, $4::timestamptz FROM unnest($5::uuid[], $6::text[], $7::text[]) AS r (entry_id, source, reason) ON CONFLICT DO NOTHING)
     INSERT INTO sheet (region_id, sheet_id, category_id, entry_id, juror_id, rubric_version, state)
       SELECT $1::uuid, s.sheet_id, $2::uuid, s.entry_id, $3::uuid, $10::smallint, 'draft' FROM unnest($8::uuid[], $9::uuid[]) AS s (sheet_id, entry_id) ON CONFLICT DO NOTHING`,
    [
      regionId,
      categoryId,
      personId,
      now,
      recusals.map((one) => one.entryId),
      recusals.map((one) => one.source),
      recusals.map((one) => one.reason),
      sheets.map((one) => one.sheetId),
      sheets.map((one) => one.entryId),
      rubricVersion,
    ],
  );
}

export async function insertRecusal(tx: Queryable, regionId: string, recusal: Recusal & { readonly personId: string }, now: Instant): Promise<number> {
  return tx.run('INSERT INTO recusal (region_id, entry_id, person_id, source, reason, recorded_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [
    regionId,
    recusal.entryId,
    recusal.personId,
    recusal.source,
    recusal.reason,
    now,
  ]);
}
