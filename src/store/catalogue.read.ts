// Catalogues a region brought in, read.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface KeptCatalogue {
  readonly code: string;
  readonly year: number;
  readonly body: string;
  readonly byName: string;
  readonly importedAt: Instant;
  readonly adoptedAt: Instant | null;
  readonly decree: string;
}

const KEPT = `SELECT c.code, c.year, c.body, coalesce(p.name, '') AS "byName", c.imported_at AS "importedAt", a.adopted_at AS "adoptedAt", coalesce(a.decree, '') AS decree
  FROM catalogue c LEFT JOIN catalogue_adoption a USING (region_id, code) LEFT JOIN person p ON p.region_id = c.region_id AND p.person_id = c.imported_by`;

/** Newest year first, within a year the newest import. */
export async function listCatalogues(db: Queryable, regionId: string): Promise<readonly KeptCatalogue[]> {
  return db.all<KeptCatalogue>(`${KEPT} WHERE c.region_id = $1 ORDER BY c.year DESC, c.imported_at DESC, c.code`, [regionId]);
}

export async function findKeptCatalogue(db: Queryable, regionId: string, code: string): Promise<KeptCatalogue | null> {
  return db.one<KeptCatalogue>(`${KEPT} WHERE c.region_id = $1 AND c.code = $2`, [regionId, code]);
}

/** Content and digest as they were kept; null when the region has no such catalogue. */
export async function findKeptBody(db: Queryable, regionId: string, code: string): Promise<{ readonly body: string; readonly digest: string } | null> {
  return db.one('SELECT body, digest FROM catalogue WHERE region_id = $1 AND code = $2', [regionId, code]);
}

export async function isAdopted(db: Queryable, regionId: string, code: string): Promise<boolean> {
  return (await db.one('SELECT 1 FROM catalogue_adoption WHERE region_id = $1 AND code = $2', [regionId, code])) !== null;
}

/** Codes the region adopted, in the order of their adoption. */
export async function listAdoptedCodes(db: Queryable, regionId: string): Promise<readonly string[]> {
  const rows = await db.all<{ code: string }>('SELECT code FROM catalogue_adoption WHERE region_id = $1 ORDER BY adopted_at, code', [regionId]);
  return rows.map(({ code }) => code);
}

/** Whether the region adopted a catalogue of the year with another content. */
export async function hasAdoptedOfYear(db: Queryable, regionId: string, year: number, digest: string): Promise<boolean> {
  const found = await db.one(
    'SELECT 1 FROM catalogue_adoption a JOIN catalogue c USING (region_id, code) WHERE a.region_id = $1 AND c.year = $2 AND c.digest <> $3 LIMIT 1',
    [regionId, year, digest],
  );
  return found !== null;
}
