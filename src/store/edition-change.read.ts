// How an edition came to be as it is: every version of its rules and rubrics, every change of what never freezes.

import type { CategoryRules } from '../domain/edition/category.ts';
import type { Rubric } from '../domain/instrument/rubric.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export type ChangePart = 'settings' | 'stage' | 'category' | 'instrument';

export interface EditionChange {
  readonly part: ChangePart;
  readonly subjectId: string;
  readonly before: Readonly<Record<string, unknown>> | null;
  readonly after: Readonly<Record<string, unknown>> | null;
  readonly reason: string;
  readonly byName: string;
  readonly at: Instant;
}

/** Newest first. */
export async function listEditionChanges(db: Queryable, regionId: string, editionId: string): Promise<readonly EditionChange[]> {
  return db.all<EditionChange>(
    `SELECT c.part, c.subject_id AS "subjectId", c.before, c.after, c.reason, p.name AS "byName", c.changed_at AS at
     FROM edition_change c JOIN person p ON p.region_id = c.region_id AND p.person_id = c.changed_by
     WHERE c.region_id = $1 AND c.edition_id = $2 ORDER BY c.changed_at DESC, c.change_id DESC LIMIT 200`,
    [regionId, editionId],
  );
}

export interface DecidedVersion<T> {
  readonly categoryId: string;
  readonly category: string;
  readonly version: number;
  readonly body: T;
  readonly reason: string;
  readonly decree: string;
  readonly byName: string;
  readonly at: Instant;
}

/** Every version of the rules of an edition's categories, the newest first. */
export async function listRulesVersions(db: Queryable, regionId: string, editionId: string): Promise<readonly DecidedVersion<CategoryRules>[]> {
  return db.all(
    `SELECT v.category_id AS "categoryId", c.name AS category, v.version, v.body, v.reason, v.decree, coalesce(p.name, '') AS "byName", v.decided_at AS at
     FROM category_rules v JOIN category c USING (region_id, category_id) LEFT JOIN person p ON p.region_id = v.region_id AND p.person_id = v.decided_by
     WHERE v.region_id = $1 AND c.edition_id = $2 ORDER BY v.decided_at DESC, v.version DESC`,
    [regionId, editionId],
  );
}

/** Every version of the rubrics of an edition's categories, the newest first. */
export async function listRubricVersions(db: Queryable, regionId: string, editionId: string): Promise<readonly DecidedVersion<Rubric>[]> {
  return db.all(
    `SELECT v.category_id AS "categoryId", c.name AS category, v.version, v.body, v.reason, '' AS decree, coalesce(p.name, '') AS "byName", v.decided_at AS at
     FROM category_rubric v JOIN category c USING (region_id, category_id) LEFT JOIN person p ON p.region_id = v.region_id AND p.person_id = v.decided_by
     WHERE v.region_id = $1 AND c.edition_id = $2 ORDER BY v.decided_at DESC, v.version DESC`,
    [regionId, editionId],
  );
}
