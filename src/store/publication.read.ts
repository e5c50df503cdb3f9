// Publications, read: the only thing public result pages may ask.

import type { PublishedResult } from '../domain/publication/published-result.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface Publication<T> {
  readonly publicationId: string;
  readonly version: number;
  readonly body: T;
  readonly canon: string;
  readonly digest: string;
  readonly publishedAt: Instant;
}

const PUBLICATION = `p.publication_id AS "publicationId", p.version, p.body, p.canon, p.digest, p.published_at AS "publishedAt"`;

/** The newest published result of a category of a year; null before publication. */
export async function findPublishedResult(db: Queryable, regionId: string, year: number, code: string): Promise<Publication<PublishedResult> | null> {
  return db.one(
    `SELECT ${PUBLICATION} FROM publication p JOIN category c USING (region_id, category_id) JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
     WHERE p.region_id = $1 AND p.kind = 'result' AND e.year = $2 AND c.code = $3 ORDER BY p.version DESC LIMIT 1`,
    [regionId, year, code],
  );
}

/** The newest published result of every category, newest year first. */
export async function listPublishedResults(db: Queryable, regionId: string): Promise<readonly Publication<PublishedResult>[]> {
  return db.all(
    `SELECT * FROM (SELECT DISTINCT ON (p.category_id) ${PUBLICATION}, e.year, c.position
       FROM publication p JOIN category c USING (region_id, category_id) JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
       WHERE p.region_id = $1 AND p.kind = 'result' ORDER BY p.category_id, p.version DESC) newest ORDER BY year DESC, position LIMIT 100`,
    [regionId],
  );
}

/** The highest version of a kind of publication of a category; 0 before the first. */
export async function lastPublicationVersion(db: Queryable, regionId: string, categoryId: string, kind: 'result' | 'finalists'): Promise<number> {
  const row = await db.one<{ last: number }>(
    'SELECT coalesce(max(version), 0)::int AS last FROM publication WHERE region_id = $1 AND category_id = $2 AND kind = $3',
    [regionId, categoryId, kind],
  );
  return row?.last ?? 0;
}

/** The publication of a result version. */
export async function findPublicationOfResult(db: Queryable, regionId: string, resultId: string): Promise<{ publicationId: string } | null> {
  return db.one('SELECT publication_id AS "publicationId" FROM publication WHERE region_id = $1 AND result_id = $2', [regionId, resultId]);
}
