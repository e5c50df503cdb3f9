// The second factor of a region's deciding people, and the cards of codes, written.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewAccessSetting {
  readonly secondFactorFrom: Instant | null;
  readonly reason: string;
  readonly changedBy: string | null;
}

export async function saveAccessSetting(
  tx: Queryable,
  regionId: string,
  { secondFactorFrom, reason, changedBy }: NewAccessSetting,
  now: Instant,
): Promise<void> {
  await tx.run(
    `INSERT INTO access_setting (region_id, second_factor_from, reason, changed_by, changed_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (region_id) DO UPDATE SET second_factor_from = excluded.second_factor_from, reason = excluded.reason, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [regionId, secondFactorFrom, reason, changedBy, now],
  );
}

export async function insertCard(tx: Queryable, regionId: string, personId: string, now: Instant): Promise<void> {
  await tx.run(
    'INSERT INTO code_card (region_id, person_id, made_at) VALUES ($1, $2, $3) ON CONFLICT (region_id, person_id) DO UPDATE SET made_at = excluded.made_at',
    [regionId, personId, now],
  );
}

export async function removeCard(tx: Queryable, regionId: string, personId: string): Promise<number> {
  return tx.run('DELETE FROM code_card WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}
