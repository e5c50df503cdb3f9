// Sheets, written: every save with its history, every seal with its act.

import type { Scores } from '../domain/assessment/sheet.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface SheetSave {
  readonly sheetId: string;
  readonly scores: Scores;
  readonly comment: string;
  readonly revision: number;
  readonly total: { readonly num: string; readonly den: string } | null;
  readonly savedBy: string;
}

/** The sheet and its history row, in one statement. */
export async function saveSheetScores(tx: Queryable, regionId: string, save: SheetSave, now: Instant): Promise<void> {
  await tx.run(
    `WITH kept AS (INSERT INTO sheet_history (region_id, sheet_id, revision, scores, comment, saved_by, saved_at) VALUES ($1, $2, $3, $4, $5, $6, $7))
     UPDATE sheet SET scores = $4, comment = $5, revision = $3, total_num = $8, total_den = $9, saved_at = $7 WHERE region_id = $1 AND sheet_id = $2`,
    [regionId, save.sheetId, save.revision, JSON.stringify(save.scores), save.comment, save.savedBy, now, save.total?.num ?? null, save.total?.den ?? null],
  );
}

export interface SheetAct {
  readonly sheetId: string;
  readonly kind: 'sealed' | 'reopened' | 'absent';
  readonly state: 'sealed' | 'draft' | 'absent';
  readonly digest: string | null;
  readonly canon: string | null;
  /** Of a seal: what the text of its history begins with. */
  readonly historyBlind?: string;
  readonly reason: string;
  readonly actedBy: string;
}

/** A seal, a reopening or an absence: the act is added, the sheet takes its new state; old digests stay in their acts. Gives the number of the act. */
export async function applySheetAct(tx: Queryable, regionId: string, act: SheetAct, now: Instant): Promise<number> {
  const row = await tx.one<{ actNo: number }>(
    `WITH acted AS (INSERT INTO sheet_act (region_id, sheet_id, act_no, kind, digest, canon, history_blind, reason, acted_by, acted_at)
       SELECT $1::uuid, $2::uuid, coalesce(max(act_no), 0) + 1, $3::text, $4::text, $5::text, $10::text, $6::text, $7::uuid, $8::timestamptz FROM sheet_act
       WHERE region_id = $1 AND sheet_id = $2 RETURNING act_no),
       turned AS (UPDATE sheet SET state = $9, digest = $4 WHERE region_id = $1 AND sheet_id = $2)
     SELECT act_no AS "actNo" FROM acted`,
    [regionId, act.sheetId, act.kind, act.digest, act.canon, act.reason, act.actedBy, now, act.state, act.historyBlind ?? null],
  );
  return row?.actNo ?? 0;
}

export interface NewSheet {
  readonly sheetId: string;
  readonly categoryId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly rubricVersion: number;
}

/** An empty draft for a pair that has none. */
export async function insertSheet(tx: Queryable, regionId: string, sheet: NewSheet): Promise<void> {
  await tx.run(
    `INSERT INTO sheet (region_id, sheet_id, category_id, entry_id, juror_id, rubric_version, state) VALUES ($1, $2, $3, $4, $5, $6, 'draft') ON CONFLICT DO NOTHING`,
    [regionId, sheet.sheetId, sheet.categoryId, sheet.entryId, sheet.jurorId, sheet.rubricVersion],
  );
}

/** Locks every sheet of the category: a save under way is waited for. */
export async function lockSheets(tx: Queryable, regionId: string, categoryId: string): Promise<void> {
  await tx.all('SELECT sheet_id FROM sheet WHERE region_id = $1 AND category_id = $2 ORDER BY sheet_id FOR UPDATE', [regionId, categoryId]);
}

/** Sheets without a score go over to a new rubric. */
export async function moveSheetsToRubric(tx: Queryable, regionId: string, categoryId: string, version: number): Promise<void> {
  await tx.run('UPDATE sheet SET rubric_version = $3 WHERE region_id = $1 AND category_id = $2 AND revision = 0', [regionId, categoryId, version]);
}
