// What never freezes, changed; what it was before is kept with the reason.

import type { EditionSettings } from '../domain/edition/settings.ts';
import type { StageFace } from '../domain/edition/stage-plan.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import type { ChangePart } from './edition-change.read.ts';

export interface NewEditionChange {
  readonly changeId: string;
  readonly editionId: string;
  readonly part: ChangePart;
  readonly subjectId: string;
  readonly before: object | null;
  readonly after: object | null;
  readonly reason: string;
  readonly changedBy: string;
}

export async function insertEditionChange(tx: Queryable, regionId: string, change: NewEditionChange, now: Instant): Promise<void> {
  const body = (value: object | null) => (value === null ? null : JSON.stringify(value));
  await tx.run(
    `INSERT INTO edition_change (region_id, change_id, edition_id, part, subject_id, before, after, reason, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [regionId, change.changeId, change.editionId, change.part, change.subjectId, body(change.before), body(change.after), change.reason, change.changedBy, now],
  );
}

export async function saveSettings(tx: Queryable, regionId: string, editionId: string, settings: EditionSettings): Promise<void> {
  await tx.run('UPDATE edition SET name = $3, venue = $4, texts = $5, prizes = $6 WHERE region_id = $1 AND edition_id = $2', [
    regionId,
    editionId,
    settings.name,
    settings.venue,
    JSON.stringify(settings.texts),
    JSON.stringify(settings.prizes),
  ]);
}

export async function saveStageFace(tx: Queryable, regionId: string, stageId: string, face: StageFace): Promise<void> {
  await tx.run('UPDATE stage SET name = $3, public_group = $4, grace_minutes = $5, exit_check = $6 WHERE region_id = $1 AND stage_id = $2', [
    regionId,
    stageId,
    face.name,
    face.publicGroup,
    face.graceMinutes,
    face.exitCheck,
  ]);
}

export async function dropStageRow(tx: Queryable, regionId: string, stageId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE stage SET dropped_at = $3 WHERE region_id = $1 AND stage_id = $2', [regionId, stageId, now]);
}

export async function renameCategoryRow(tx: Queryable, regionId: string, categoryId: string, name: string): Promise<void> {
  await tx.run('UPDATE category SET name = $3 WHERE region_id = $1 AND category_id = $2', [regionId, categoryId, name]);
}

export async function dropCategoryRow(tx: Queryable, regionId: string, categoryId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE category SET dropped_at = $3 WHERE region_id = $1 AND category_id = $2', [regionId, categoryId, now]);
}
