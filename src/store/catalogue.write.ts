// Catalogues a region brought in, written: inserted, never changed.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewCatalogue {
  readonly code: string;
  readonly year: number;
  readonly body: string;
  readonly digest: string;
  readonly importedBy: string;
}

/** Rows inserted: 0 when the same content is there already. */
export async function insertCatalogue(tx: Queryable, regionId: string, one: NewCatalogue, now: Instant): Promise<number> {
  return tx.run(
    'INSERT INTO catalogue (region_id, code, year, body, digest, imported_by, imported_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
    [regionId, one.code, one.year, one.body, one.digest, one.importedBy, now],
  );
}

export interface NewAdoption {
  readonly code: string;
  readonly decree: string;
  readonly reason: string;
  readonly adoptedBy: string;
}

export async function insertAdoption(tx: Queryable, regionId: string, one: NewAdoption, now: Instant): Promise<number> {
  return tx.run(
    'INSERT INTO catalogue_adoption (region_id, code, decree, reason, adopted_by, adopted_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING',
    [regionId, one.code, one.decree, one.reason, one.adoptedBy, now],
  );
}

export async function saveInstrument(tx: Queryable, regionId: string, editionId: string, code: string): Promise<void> {
  await tx.run('UPDATE edition SET instrument = $3 WHERE region_id = $1 AND edition_id = $2', [regionId, editionId, code]);
}
