// Sheets, read: each juror the own ones; the plenary all of them.

import type { Scores, SheetState } from '../domain/assessment/sheet.ts';
import type { Stage } from '../domain/edition/stage.ts';
import type { Rubric } from '../domain/instrument/rubric.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** A sheet with what is needed to write in it: its rubric and the presentation stage. */
export interface WorkingSheet {
  readonly sheetId: string;
  readonly categoryId: string;
  readonly editionId: string;
  readonly entryId: string;
  /** Of the entry: who sits there, or is of the team, does not score it. */
  readonly agencyId: string;
  readonly memberIds: readonly string[];
  readonly jurorId: string;
  readonly state: SheetState;
  readonly scores: Scores;
  readonly comment: string;
  readonly revision: number;
  readonly digest: string | null;
  readonly savedAt: Instant | null;
  readonly rubric: Rubric;
  readonly stages: readonly Stage[];
}

interface SheetRow extends Omit<WorkingSheet, 'stages'> {
  readonly stageId: string | null;
  readonly stageName: string;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly graceMinutes: number;
  readonly exitCheck: boolean;
}

const WORKING = `SELECT s.sheet_id AS "sheetId", s.category_id AS "categoryId", c.edition_id AS "editionId", s.entry_id AS "entryId", s.juror_id AS "jurorId",
    e.agency_id AS "agencyId", ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = s.region_id AND m.entry_id = s.entry_id) AS "memberIds", s.state, s.scores, s.comment, s.revision, s.digest, s.saved_at AS "savedAt", b.body AS rubric, t.stage_id AS "stageId", t.name AS "stageName",
    t.opens_at AS "opensAt", t.closes_at AS "closesAt", t.grace_minutes AS "graceMinutes", t.exit_check AS "exitCheck"
  FROM sheet s JOIN category c USING (region_id, category_id) JOIN entry e ON e.region_id = s.region_id AND e.entry_id = s.entry_id
  JOIN category_rubric b ON b.region_id = s.region_id AND b.category_id = s.category_id AND b.version = s.rubric_version
  LEFT JOIN stage t ON t.region_id = s.region_id AND t.edition_id = c.edition_id AND t.kind = 'presentation' AND t.dropped_at IS NULL`;

function working(row: SheetRow | null): WorkingSheet | null {
  if (row === null) return null;
  const { stageId, stageName, opensAt, closesAt, graceMinutes, exitCheck, ...sheet } = row;
  if (stageId === null) return { ...sheet, stages: [] };
  const stage: Stage = {
    stageId,
    editionId: row.editionId,
    kind: 'presentation',
    name: stageName,
    publicGroup: '',
    position: 0,
    opensAt,
    closesAt,
    graceMinutes,
    exitCheck,
  };
  return { ...sheet, stages: [stage] };
}

/** The juror's own sheet. */
export async function findOwnSheet(db: Queryable, regionId: string, sheetId: string, jurorId: string): Promise<WorkingSheet | null> {
  return working(await db.one<SheetRow>(`${WORKING} WHERE s.region_id = $1 AND s.sheet_id = $2 AND s.juror_id = $3`, [regionId, sheetId, jurorId]));
}

/** The juror's own sheet, locked for a change. Asked once more when nothing came: a rubric decided while we waited is seen by the next statement only. */
export async function lockOwnSheet(tx: Queryable, regionId: string, sheetId: string, jurorId: string): Promise<WorkingSheet | null> {
  const sql = `${WORKING} WHERE s.region_id = $1 AND s.sheet_id = $2 AND s.juror_id = $3 FOR UPDATE OF s`;
  const ask = () => tx.one<SheetRow>(sql, [regionId, sheetId, jurorId]);
  return working((await ask()) ?? (await ask()));
}

/** Any sheet of the region, locked: for the chair. */
export async function lockSheet(tx: Queryable, regionId: string, sheetId: string): Promise<WorkingSheet | null> {
  return working(await tx.one<SheetRow>(`${WORKING} WHERE s.region_id = $1 AND s.sheet_id = $2 FOR UPDATE OF s`, [regionId, sheetId]));
}

/** The sheet of a pair, locked. */
export async function lockSheetOfPair(tx: Queryable, regionId: string, entryId: string, jurorId: string): Promise<WorkingSheet | null> {
  return working(
    await tx.one<SheetRow>(`${WORKING} WHERE s.region_id = $1 AND s.entry_id = $2 AND s.juror_id = $3 FOR UPDATE OF s`, [regionId, entryId, jurorId]),
  );
}

export interface OwnSheet {
  readonly sheetId: string;
  readonly categoryId: string;
  readonly entryId: string;
  readonly state: SheetState;
  readonly scores: Scores;
  readonly savedAt: Instant | null;
  readonly digest: string | null;
  readonly position: number;
  readonly registrationNumber: string;
  readonly name: string;
  readonly agencyName: string;
  readonly criteria: number;
}

/** All sheets of one juror in a category, by the order of the finalists. */
export async function listOwnSheets(db: Queryable, regionId: string, jurorId: string, categoryIds: readonly string[]): Promise<readonly OwnSheet[]> {
  return db.all<OwnSheet>(
    `SELECT s.sheet_id AS "sheetId", s.category_id AS "categoryId", s.entry_id AS "entryId", s.state, s.scores, s.saved_at AS "savedAt", s.digest, f.position,
       e.registration_number AS "registrationNumber", i.name, a.name AS "agencyName", jsonb_array_length(b.body -> 'criteria') AS criteria
     FROM sheet s JOIN finalist f ON f.region_id = s.region_id AND f.entry_id = s.entry_id JOIN entry e ON e.region_id = s.region_id AND e.entry_id = s.entry_id
     JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
     JOIN category_rubric b ON b.region_id = s.region_id AND b.category_id = s.category_id AND b.version = s.rubric_version
     WHERE s.region_id = $1 AND s.juror_id = $2 AND s.category_id = ANY($3::uuid[]) ORDER BY f.position`,
    [regionId, jurorId, categoryIds],
  );
}

export interface SheetStanding {
  readonly sheetId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly state: SheetState;
}

/** The states of all sheets of a category: no score, no total. */
export async function listStandings(db: Queryable, regionId: string, categoryId: string): Promise<readonly SheetStanding[]> {
  return db.all<SheetStanding>(
    'SELECT sheet_id AS "sheetId", entry_id AS "entryId", juror_id AS "jurorId", state FROM sheet WHERE region_id = $1 AND category_id = $2 ORDER BY sheet_id',
    [regionId, categoryId],
  );
}

export interface HistoryRow {
  readonly revision: number;
  readonly scores: Scores;
  readonly comment: string;
  readonly savedBy: string;
  readonly savedAt: Instant;
}

/** Every save of a sheet, in order. */
export async function listHistory(db: Queryable, regionId: string, sheetId: string): Promise<readonly HistoryRow[]> {
  return db.all<HistoryRow>(
    `SELECT revision, scores, comment, saved_by AS "savedBy", saved_at AS "savedAt" FROM sheet_history WHERE region_id = $1 AND sheet_id = $2 ORDER BY revision`,
    [regionId, sheetId],
  );
}

/** Title line of a sheet's page: whose innovation it is about. */
export async function findEntryHead(db: Queryable, regionId: string, entryId: string) {
  return db.one<{ name: string; agencyName: string; registrationNumber: string }>(
    `SELECT i.name, a.name AS "agencyName", e.registration_number AS "registrationNumber" FROM entry e JOIN innovation i USING (region_id, innovation_id)
     JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id WHERE e.region_id = $1 AND e.entry_id = $2`,
    [regionId, entryId],
  );
}

/** The id of a pair's sheet. */
export async function findSheetId(db: Queryable, regionId: string, entryId: string, jurorId: string): Promise<string | null> {
  const row = await db.one<{ sheetId: string }>('SELECT sheet_id AS "sheetId" FROM sheet WHERE region_id = $1 AND entry_id = $2 AND juror_id = $3', [
    regionId,
    entryId,
    jurorId,
  ]);
  return row?.sheetId ?? null;
}
