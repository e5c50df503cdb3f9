// The region's own levels, written: rows are only ever added.

import type { SpdLevels } from '../domain/regional-index/spd.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Lets one save of the region's levels at a time go on; rows that point to the region are not held up. */
export async function lockSpdLevels(tx: Queryable, regionId: string): Promise<void> {
  await tx.one('SELECT 1 AS one FROM region WHERE region_id = $1 FOR NO KEY UPDATE', [regionId]);
}

/** One row per changed indicator, all of one revision, in one statement. */
export async function insertSpdLevels(
  tx: Queryable,
  regionId: string,
  save: { readonly year: number; readonly revision: number; readonly rows: SpdLevels; readonly savedBy: string },
  now: Instant,
): Promise<void> {
  const rows = Object.entries(save.rows).map(([indicator, { level, source }]) => ({ indicator, level, source }));
  await tx.run(
    `INSERT INTO region_spd_level (region_id, year, indicator, revision, level, source, saved_by, saved_at)
     SELECT $1, $2, r.indicator, $3, r.level, r.source, $4, $5 FROM json_to_recordset($6) AS r(indicator text, level smallint, source text)`,
    [regionId, save.year, save.revision, save.savedBy, now, JSON.stringify(rows)],
  );
}
