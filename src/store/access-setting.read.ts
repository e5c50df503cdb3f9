// Whether and from when a region asks its deciding people for a second factor.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface AccessSetting {
  readonly secondFactorFrom: Instant | null;
  readonly reason: string;
}

export async function findAccessSetting(db: Queryable, regionId: string): Promise<AccessSetting | null> {
  return db.one<AccessSetting>('SELECT second_factor_from AS "secondFactorFrom", reason FROM access_setting WHERE region_id = $1', [regionId]);
}

/** The windows of every stage of the live editions. */
export async function listLiveWindows(
  db: Queryable,
  regionId: string,
): Promise<readonly { readonly kind: string; readonly opensAt: Instant; readonly closesAt: Instant }[]> {
  return db.all(
    `SELECT s.kind, s.opens_at AS "opensAt", s.closes_at AS "closesAt" FROM stage s JOIN edition e USING (region_id, edition_id)
     WHERE s.region_id = $1 AND e.kind = 'live' AND s.dropped_at IS NULL`,
    [regionId],
  );
}
