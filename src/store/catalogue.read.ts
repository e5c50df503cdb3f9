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

/** Adopted catalogues beyond those known, in the order of their adoption. */
export async function listAdopted(
  db: Queryable,
  regionId: string,
  known: readonly string[],
): Promise<readonly { readonly code: string; readonly body: string }[]> {
  return db.all(
    `SELECT a.code, c.body FROM catalogue_adoption a JOIN catalogue c USING (region_id, code) WHERE a.region_id = $1 AND NOT a.code = ANY($2) ORDER BY a.adopted_at, a.code`,
    [regionId, known],
  );
}

/** Whether the region adopted a catalogue of the year with another content. */
export async function hasAdoptedOfYear(db: Queryable, regionId: string, year: number, digest: string): Promise<boolean> {
  const found = await db.one(
    'SELECT 1 FROM catalogue_adoption a JOIN catalogue c USING (region_id, code) WHERE a.region_id = $1 AND c.year = $2 AND c.digest <> $3 LIMIT 1',
    [regionId, year, digest],
  );
  return found !== null;
}
