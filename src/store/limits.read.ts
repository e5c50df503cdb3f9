// How many of a thing there are already, for the bounds on making more.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

const counted = async (db: Queryable, sql: string, params: readonly unknown[]) => (await db.one<{ count: number }>(sql, params))?.count ?? 0;

export function countEditions(db: Queryable, regionId: string): Promise<number> {
  return counted(db, 'SELECT count(*)::int AS count FROM edition WHERE region_id = $1', [regionId]);
}

export function countCatalogues(db: Queryable, regionId: string): Promise<number> {
  return counted(db, 'SELECT count(*)::int AS count FROM catalogue WHERE region_id = $1', [regionId]);
}

/** Whatever became of them. */
export function countEntries(db: Queryable, regionId: string, of: { readonly agencyId: string; readonly editionId: string }): Promise<number> {
  return counted(db, 'SELECT count(*)::int AS count FROM entry WHERE region_id = $1 AND agency_id = $2 AND edition_id = $3', [
    regionId,
    of.agencyId,
    of.editionId,
  ]);
}

/** One-time links, used and void ones too. */
export function countLinks(db: Queryable, regionId: string, by: { readonly personId: string; readonly since: Instant }): Promise<number> {
  return counted(db, 'SELECT count(*)::int AS count FROM link_token WHERE region_id = $1 AND created_by = $2 AND created_at > $3', [
    regionId,
    by.personId,
    by.since,
  ]);
}
