// Editions with stages, categories and the newest rules, read.

import type { Category, CategoryRules } from '../domain/edition/category.ts';
import type { Edition, EditionHistory } from '../domain/edition/edition.ts';
import type { Stage } from '../domain/edition/stage.ts';
import type { WindowMove } from '../domain/edition/timeline.ts';
import type { Rubric } from '../domain/instrument/rubric.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

const EDITION = `edition_id AS "editionId", year, name, kind, instrument, venue, texts, prizes, cloned_from AS "clonedFrom", created_at AS "createdAt"`;
const STAGE = `stage_id AS "stageId", edition_id AS "editionId", kind, name, public_group AS "publicGroup", position, opens_at AS "opensAt", closes_at AS "closesAt", grace_minutes AS "graceMinutes", exit_check AS "exitCheck"`;
const CATEGORY = `c.category_id AS "categoryId", c.edition_id AS "editionId", c.code, c.name, c.position`;

/** An edition that anybody may know of. */
export interface ShownEdition extends Edition {
  /** A stage has still to close, or announced finalists wait for their result. */
  readonly isRunning: boolean;
}

/** The live editions whose first stage has opened at `now`, newest first; before any has, the first to come alone. A copy made for next year waits its turn. */
export async function listShownEditions(db: Queryable, regionId: string, now: Instant): Promise<readonly ShownEdition[]> {
  const rows = await db.all<ShownEdition & { readonly begun: boolean }>(
    `SELECT ${EDITION}, begun, unclosed OR EXISTS (SELECT 1 FROM publication f WHERE f.region_id = e.region_id AND f.edition_id = e.edition_id AND f.kind = 'finalists'
         AND NOT EXISTS (SELECT 1 FROM publication r WHERE r.region_id = f.region_id AND r.category_id = f.category_id AND r.kind = 'result')) AS "isRunning"
     FROM edition e CROSS JOIN LATERAL (SELECT coalesce(bool_or(opens_at <= $2), false) AS begun, coalesce(bool_or(closes_at > $2), false) AS unclosed
       FROM stage s WHERE s.region_id = e.region_id AND s.edition_id = e.edition_id AND s.dropped_at IS NULL) t
     WHERE region_id = $1 AND kind = 'live' ORDER BY begun DESC, CASE WHEN begun THEN -year ELSE year END`,
    [regionId, now],
  );
  const begun = rows.filter((row) => row.begun);
  return begun.length > 0 ? begun : rows.slice(0, 1);
}

/** The newest of them. */
export async function currentEdition(db: Queryable, regionId: string, now: Instant): Promise<Edition | null> {
  return (await listShownEditions(db, regionId, now))[0] ?? null;
}

export async function findEditionByYear(db: Queryable, regionId: string, year: number): Promise<Edition | null> {
  return db.one<Edition>(`SELECT ${EDITION} FROM edition WHERE region_id = $1 AND year = $2`, [regionId, year]);
}

export async function findEdition(db: Queryable, regionId: string, editionId: string): Promise<Edition | null> {
  return db.one<Edition>(`SELECT ${EDITION} FROM edition WHERE region_id = $1 AND edition_id = $2`, [regionId, editionId]);
}

/** The edition, locked: whoever changes its list of stages or categories waits here. */
export async function lockEdition(tx: Queryable, regionId: string, editionId: string): Promise<Edition | null> {
  return tx.one<Edition>(`SELECT ${EDITION} FROM edition WHERE region_id = $1 AND edition_id = $2 FOR NO KEY UPDATE`, [regionId, editionId]);
}

export async function listEditions(db: Queryable, regionId: string): Promise<readonly Edition[]> {
  return db.all<Edition>(`SELECT ${EDITION} FROM edition WHERE region_id = $1 ORDER BY year DESC`, [regionId]);
}

export async function findHistory(db: Queryable, regionId: string, year: number): Promise<EditionHistory | null> {
  const row = await db.one<{ history: EditionHistory }>(`SELECT history FROM edition WHERE region_id = $1 AND year = $2 AND kind = 'history'`, [
    regionId,
    year,
  ]);
  return row?.history ?? null;
}

export interface PastEdition {
  readonly editionId: string;
  readonly year: number;
  readonly name: string;
  readonly history: EditionHistory;
}

/** Editions that are only remembered, newest first. */
export async function listPastEditions(db: Queryable, regionId: string): Promise<readonly PastEdition[]> {
  return db.all<PastEdition>(
    `SELECT edition_id AS "editionId", year, name, history FROM edition WHERE region_id = $1 AND kind = 'history' ORDER BY year DESC`,
    [regionId],
  );
}

export async function findStages(db: Queryable, regionId: string, editionId: string): Promise<readonly Stage[]> {
  return listStages(db, regionId, [editionId]);
}

/** The stages of several editions: one query for all, in order within each. */
export async function listStages(db: Queryable, regionId: string, editionIds: readonly string[]): Promise<readonly Stage[]> {
  return db.all<Stage>(`SELECT ${STAGE} FROM stage WHERE region_id = $1 AND edition_id = ANY($2) AND dropped_at IS NULL ORDER BY position, opens_at`, [
    regionId,
    editionIds,
  ]);
}

/** The stages with the windows they had before anything was moved or extended. */
export async function findFirstStages(db: Queryable, regionId: string, editionId: string): Promise<readonly Stage[]> {
  return db.all<Stage>(
    `SELECT s.stage_id AS "stageId", s.edition_id AS "editionId", s.kind, s.name, s.public_group AS "publicGroup", s.position, s.grace_minutes AS "graceMinutes", s.exit_check AS "exitCheck",
       coalesce(f.opened_from, s.opens_at) AS "opensAt", coalesce(f.closed_from, s.closes_at) AS "closesAt"
     FROM stage s LEFT JOIN LATERAL (
       SELECT opened_from, closed_from FROM stage_change c WHERE c.region_id = s.region_id AND c.stage_id = s.stage_id ORDER BY changed_at, change_id LIMIT 1
     ) f ON true
     WHERE s.region_id = $1 AND s.edition_id = $2 AND s.dropped_at IS NULL ORDER BY s.position`,
    [regionId, editionId],
  );
}

/** What of an edition stands for good: finalists announced, sheets sealed. */
export async function findStanding(db: Queryable, regionId: string, editionId: string): Promise<{ readonly announced: boolean; readonly sealed: boolean }> {
  const row = await db.one<{ announced: boolean; sealed: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM shortlist_announcement a JOIN category c USING (region_id, category_id) WHERE c.region_id = $1 AND c.edition_id = $2) AS announced,
       EXISTS (SELECT 1 FROM sheet s JOIN category c USING (region_id, category_id) WHERE c.region_id = $1 AND c.edition_id = $2 AND s.state = 'sealed') AS sealed`,
    [regionId, editionId],
  );
  return row ?? { announced: false, sealed: false };
}

/** The stage, locked for a change. */
export async function lockStage(tx: Queryable, regionId: string, stageId: string): Promise<Stage | null> {
  return tx.one<Stage>(`SELECT ${STAGE} FROM stage WHERE region_id = $1 AND stage_id = $2 AND dropped_at IS NULL FOR UPDATE`, [regionId, stageId]);
}

/** All stages of an edition, locked for a change. */
export async function lockStages(tx: Queryable, regionId: string, editionId: string): Promise<readonly Stage[]> {
  return tx.all<Stage>(`SELECT ${STAGE} FROM stage WHERE region_id = $1 AND edition_id = $2 AND dropped_at IS NULL ORDER BY position, opens_at FOR UPDATE`, [
    regionId,
    editionId,
  ]);
}

export async function findCategories(db: Queryable, regionId: string, editionId: string): Promise<readonly Category[]> {
  return listCategories(db, regionId, [editionId]);
}

/** The categories of several editions: one query for all, in order within each. */
export async function listCategories(db: Queryable, regionId: string, editionIds: readonly string[]): Promise<readonly Category[]> {
  return db.all<Category>(`SELECT ${CATEGORY} FROM category c WHERE c.region_id = $1 AND c.edition_id = ANY($2) AND c.dropped_at IS NULL ORDER BY c.position`, [
    regionId,
    editionIds,
  ]);
}

/** Those of several editions whose newest result is not published. */
export async function listUnpublished(db: Queryable, regionId: string, editionIds: readonly string[]): Promise<readonly Category[]> {
  return db.all<Category>(
    `SELECT ${CATEGORY} FROM category c
     JOIN LATERAL (SELECT result_id FROM result_version v WHERE v.region_id = c.region_id AND v.category_id = c.category_id ORDER BY v.version DESC LIMIT 1) n ON true
     WHERE c.region_id = $1 AND c.edition_id = ANY($2) AND c.dropped_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.region_id = c.region_id AND p.result_id = n.result_id) ORDER BY c.position`,
    [regionId, editionIds],
  );
}

export async function findCategoryByCode(db: Queryable, regionId: string, year: number, code: string): Promise<Category | null> {
  return db.one<Category>(
    `SELECT ${CATEGORY} FROM category c JOIN edition e USING (region_id, edition_id) WHERE c.region_id = $1 AND e.year = $2 AND c.code = $3 AND c.dropped_at IS NULL`,
    [regionId, year, code],
  );
}

export async function findCategory(db: Queryable, regionId: string, categoryId: string): Promise<Category | null> {
  return db.one<Category>(`SELECT ${CATEGORY} FROM category c WHERE c.region_id = $1 AND c.category_id = $2 AND c.dropped_at IS NULL`, [regionId, categoryId]);
}

/** The category, locked: two decisions about it wait for each other. */
export async function lockCategory(tx: Queryable, regionId: string, categoryId: string): Promise<Category | null> {
  return tx.one<Category>(`SELECT ${CATEGORY} FROM category c WHERE c.region_id = $1 AND c.category_id = $2 AND c.dropped_at IS NULL FOR UPDATE`, [
    regionId,
    categoryId,
  ]);
}

export interface Versioned<T> {
  readonly version: number;
  readonly body: T;
  readonly reason: string;
  readonly decidedAt: Instant;
}

/** The newest rules of a category. */
export async function findRules(db: Queryable, regionId: string, categoryId: string): Promise<Versioned<CategoryRules> | null> {
  return db.one(
    `SELECT version, body, reason, decided_at AS "decidedAt" FROM category_rules WHERE region_id = $1 AND category_id = $2 ORDER BY version DESC LIMIT 1`,
    [regionId, categoryId],
  );
}

/** The newest rubric of a category, or the given version. */
export async function findRubric(db: Queryable, regionId: string, categoryId: string, version: number | null = null): Promise<Versioned<Rubric> | null> {
  return db.one(
    `SELECT version, body, reason, decided_at AS "decidedAt" FROM category_rubric
     WHERE region_id = $1 AND category_id = $2 AND ($3::smallint IS NULL OR version = $3) ORDER BY version DESC LIMIT 1`,
    [regionId, categoryId, version],
  );
}

/** Categories of an edition with their newest rules and rubric: one query. */
export async function listCategorySettings(
  db: Queryable,
  regionId: string,
  editionId: string,
): Promise<readonly (Category & { rules: CategoryRules | null; rulesVersion: number | null; rubric: Rubric | null; rubricVersion: number | null })[]> {
  return db.all(
    `SELECT ${CATEGORY}, r.body AS rules, r.version AS "rulesVersion", b.body AS rubric, b.version AS "rubricVersion" FROM category c
     LEFT JOIN LATERAL (SELECT body, version FROM category_rules x WHERE x.region_id = c.region_id AND x.category_id = c.category_id ORDER BY version DESC LIMIT 1) r ON true
     LEFT JOIN LATERAL (SELECT body, version FROM category_rubric x WHERE x.region_id = c.region_id AND x.category_id = c.category_id ORDER BY version DESC LIMIT 1) b ON true
     WHERE c.region_id = $1 AND c.edition_id = $2 AND c.dropped_at IS NULL ORDER BY c.position`,
    [regionId, editionId],
  );
}

export interface StageChange extends WindowMove {
  readonly editionId: string;
  readonly stageName: string;
  readonly reason: string;
  readonly changedAt: Instant;
}

const CHANGE = `SELECT c.stage_id AS "stageId", s.edition_id AS "editionId", s.name AS "stageName", c.opened_from AS "openedFrom", c.opens_to AS "opensTo", c.closed_from AS "closedFrom",
  c.closes_to AS "closesTo", c.reason, c.changed_at AS "changedAt" FROM stage_change c JOIN stage s USING (region_id, stage_id)`;

/** What was moved or extended, newest first: it stays visible with its reason. */
export async function listStageChanges(db: Queryable, regionId: string, editionId: string): Promise<readonly StageChange[]> {
  return db.all<StageChange>(`${CHANGE} WHERE c.region_id = $1 AND s.edition_id = $2 ORDER BY c.changed_at DESC, c.change_id DESC LIMIT 500`, [
    regionId,
    editionId,
  ]);
}

/** Those made since the first stage of their edition opened: a plan that was never shown is not changed, it is still being made. */
export async function listAnnouncedChanges(db: Queryable, regionId: string, editionIds: readonly string[]): Promise<readonly StageChange[]> {
  return db.all<StageChange>(
    `${CHANGE} WHERE c.region_id = $1 AND s.edition_id = ANY($2) AND c.changed_at > (SELECT min(opens_at) FROM stage f
       WHERE f.region_id = s.region_id AND f.edition_id = s.edition_id AND f.dropped_at IS NULL) ORDER BY c.changed_at DESC, c.change_id DESC LIMIT 500`,
    [regionId, editionIds],
  );
}

/** Whether any sheet of the category holds a score: then the rubric is frozen. */
export async function hasScores(db: Queryable, regionId: string, categoryId: string): Promise<boolean> {
  return (await db.one('SELECT 1 AS one FROM sheet WHERE region_id = $1 AND category_id = $2 AND revision > 0 LIMIT 1', [regionId, categoryId])) !== null;
}

/** The categories of an edition in which some sheet holds a score: one query for all. */
export async function listScoredCategories(db: Queryable, regionId: string, editionId: string): Promise<readonly string[]> {
  const rows = await db.all<{ categoryId: string }>(
    `SELECT c.category_id AS "categoryId" FROM category c WHERE c.region_id = $1 AND c.edition_id = $2
       AND EXISTS (SELECT 1 FROM sheet s WHERE s.region_id = c.region_id AND s.category_id = c.category_id AND s.revision > 0)`,
    [regionId, editionId],
  );
  return rows.map((row) => row.categoryId);
}
