// Everything that is kept about the sheets of a category and their seals, for computing and checking only. Nothing of it is for a page.

import type { SealEvidence } from '../domain/assessment/seal-check.ts';
import type { KeptSheet, NewestAct, ReceiptRow, ToldRow } from '../domain/assessment/sealed-sheet.ts';
import type { Queryable } from '../platform/db.ts';

type Evidence = Pick<SealEvidence, 'sheets' | 'acts' | 'saves' | 'receipts' | 'told' | 'elsewhere'>;

/** The evidence of a category's seals. `jurors`: the panel; older seals are found by it when their sheet is gone. */
export async function findSealEvidence(db: Queryable, regionId: string, categoryId: string, jurors: readonly string[]): Promise<Evidence> {
  const told = await listTold(db, regionId, categoryId, jurors);
  return {
    told,
    sheets: await listKept(db, regionId, categoryId),
    acts: await db.all<NewestAct>(
      `SELECT DISTINCT ON (a.sheet_id) a.sheet_id AS "sheetId", a.act_no AS "actNo", a.kind, a.digest, a.canon, a.history_blind AS "historyBlind", a.acted_by AS "actedBy",
         a.acted_at AS "actedAt" FROM sheet_act a JOIN sheet s USING (region_id, sheet_id)
       WHERE a.region_id = $1 AND s.category_id = $2 ORDER BY a.sheet_id, a.act_no DESC`,
      [regionId, categoryId],
    ),
    saves: await db.all<SealEvidence['saves'][number]>(
      `SELECT h.sheet_id AS "sheetId", h.revision, h.scores, h.comment, h.saved_by AS "savedBy", h.saved_at AS "savedAt" FROM sheet_history h JOIN sheet s USING (region_id, sheet_id)
       WHERE h.region_id = $1 AND s.category_id = $2 ORDER BY h.sheet_id, h.revision`,
      [regionId, categoryId],
    ),
    receipts: await db.all<ReceiptRow>(
      `SELECT sheet_id AS "sheetId", act_no AS "actNo", entry_id AS "entryId", juror_id AS "jurorId", digest, sealed_at AS "sealedAt" FROM sheet_receipt
       WHERE region_id = $1 AND category_id = $2 ORDER BY sheet_id, act_no`,
      [regionId, categoryId],
    ),
    elsewhere: await listElsewhere(
      db,
      regionId,
      categoryId,
      told.flatMap(({ subjectId }) => subjectId ?? []),
    ),
  };
}

interface KeptRow extends Omit<KeptSheet, 'total'> {
  readonly num: string | null;
  readonly den: string | null;
}

async function listKept(db: Queryable, regionId: string, categoryId: string): Promise<readonly KeptSheet[]> {
  const rows = await db.all<KeptRow>(
    `SELECT sheet_id AS "sheetId", entry_id AS "entryId", juror_id AS "jurorId", state, scores, comment, digest, revision, rubric_version AS "rubricVersion",
       total_num AS num, total_den AS den FROM sheet WHERE region_id = $1 AND category_id = $2 ORDER BY sheet_id`,
    [regionId, categoryId],
  );
  return rows.map(({ num, den, ...sheet }) => ({ ...sheet, total: num === null || den === null ? null : { num, den } }));
}

/** Rows of the ledger about sheets of the category that are there, or that are gone and were sealed in it or by its jurors; and about its conflicts. */
async function listTold(db: Queryable, regionId: string, categoryId: string, jurors: readonly string[]): Promise<readonly ToldRow[]> {
  return db.all<ToldRow>(
    `WITH about AS (SELECT sheet_id AS id FROM sheet WHERE region_id = $1 AND category_id = $2
       UNION SELECT subject_id FROM audit_entry WHERE region_id = $1 AND kind = 'sheet.sealed'
         AND (actor_id = ANY($3::uuid[]) OR position('"category":"' || $2::uuid::text || '"' IN facts) > 0))
     SELECT seq, kind, subject_id AS "subjectId", actor_id AS "actorId", acted_at AS "actedAt", facts FROM audit_entry
     WHERE region_id = $1 AND kind IN ('sheet.sealed', 'sheet.reopened', 'sheet.absent') AND subject_id IN (SELECT id FROM about)
     UNION ALL SELECT seq, kind, subject_id, actor_id, acted_at, facts FROM audit_entry
     WHERE region_id = $1 AND kind IN ('conflict.confirmed', 'conflict.declared')
       AND (subject_id = $2 OR subject_id IN (SELECT entry_id FROM entry WHERE region_id = $1 AND category_id = $2))
     ORDER BY seq`,
    [regionId, categoryId, jurors],
  );
}

async function listElsewhere(db: Queryable, regionId: string, categoryId: string, sheetIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.all<{ sheetId: string }>(
    'SELECT sheet_id AS "sheetId" FROM sheet WHERE region_id = $1 AND category_id <> $2 AND sheet_id = ANY($3::uuid[]) ORDER BY sheet_id',
    [regionId, categoryId, sheetIds],
  );
  return rows.map(({ sheetId }) => sheetId);
}
