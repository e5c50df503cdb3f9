// Editions with stages, categories and rules, written. Rules and rubrics are versions: inserted, never changed.

import type { CategoryRules } from '../domain/edition/category.ts';
import type { EditionHistory } from '../domain/edition/edition.ts';
import type { EditionSettings } from '../domain/edition/settings.ts';
import type { Stage } from '../domain/edition/stage.ts';
import type { Rubric } from '../domain/instrument/rubric.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewEdition extends EditionSettings {
  readonly editionId: string;
  readonly year: number;
  readonly instrument: string;
  readonly history: EditionHistory | null;
  readonly clonedFrom: string | null;
}

/** Rows inserted: 0 when the year already has an edition. */
export async function insertEdition(tx: Queryable, regionId: string, edition: NewEdition, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, venue, history, cloned_from, created_at, texts, prizes)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT DO NOTHING`,
    [
      regionId,
      edition.editionId,
      edition.year,
      edition.name,
      edition.history === null ? 'live' : 'history',
      edition.instrument,
      edition.venue,
      edition.history === null ? null : JSON.stringify(edition.history),
      edition.clonedFrom,
      now,
      JSON.stringify(edition.texts),
      JSON.stringify(edition.prizes),
    ],
  );
}

export async function insertStage(tx: Queryable, regionId: string, stage: Stage): Promise<void> {
  await tx.run(
    `INSERT INTO stage (region_id, edition_id, stage_id, kind, name, public_group, position, opens_at, closes_at, grace_minutes, exit_check)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      regionId,
      stage.editionId,
      stage.stageId,
      stage.kind,
      stage.name,
      stage.publicGroup,
      stage.position,
      stage.opensAt,
      stage.closesAt,
      stage.graceMinutes,
      stage.exitCheck,
    ],
  );
}

export interface WindowChange {
  readonly changeId: string;
  readonly stage: Stage;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly reason: string;
  readonly changedBy: string;
}

/** Moves a window and keeps what it was, with the reason. */
export async function changeWindow(tx: Queryable, regionId: string, change: WindowChange, now: Instant): Promise<void> {
  const { stage } = change;
  await tx.run('UPDATE stage SET opens_at = $3, closes_at = $4 WHERE region_id = $1 AND stage_id = $2', [
    regionId,
    stage.stageId,
    change.opensAt,
    change.closesAt,
  ]);
  await tx.run(
    `INSERT INTO stage_change (region_id, change_id, stage_id, opened_from, closed_from, opens_to, closes_to, reason, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [regionId, change.changeId, stage.stageId, stage.opensAt, stage.closesAt, change.opensAt, change.closesAt, change.reason, change.changedBy, now],
  );
}

export interface NewCategory {
  readonly categoryId: string;
  readonly editionId: string;
  readonly code: string;
  readonly name: string;
  readonly position: number;
}

export async function insertCategory(tx: Queryable, regionId: string, category: NewCategory): Promise<void> {
  await tx.run('INSERT INTO category (region_id, edition_id, category_id, code, name, position) VALUES ($1, $2, $3, $4, $5, $6)', [
    regionId,
    category.editionId,
    category.categoryId,
    category.code,
    category.name,
    category.position,
  ]);
}

export interface NewVersion<T> {
  readonly categoryId: string;
  readonly version: number;
  readonly body: T;
  readonly reason: string;
  readonly decree?: string;
  readonly decidedBy: string;
}

export async function insertRules(tx: Queryable, regionId: string, rules: NewVersion<CategoryRules>, now: Instant): Promise<void> {
  await tx.run(
    'INSERT INTO category_rules (region_id, category_id, version, body, reason, decree, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [regionId, rules.categoryId, rules.version, JSON.stringify(rules.body), rules.reason, rules.decree ?? '', rules.decidedBy, now],
  );
}

export async function insertRubric(tx: Queryable, regionId: string, rubric: NewVersion<Rubric>, now: Instant): Promise<void> {
  await tx.run('INSERT INTO category_rubric (region_id, category_id, version, body, reason, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7)', [
    regionId,
    rubric.categoryId,
    rubric.version,
    JSON.stringify(rubric.body),
    rubric.reason,
    rubric.decidedBy,
    now,
  ]);
}
