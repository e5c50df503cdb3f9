// Browsers that a person signed in with, written.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** The browser is the person's from now on. */
export async function knowDevice(tx: Queryable, regionId: string, personId: string, markSha256: Buffer, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO device_mark (region_id, person_id, mark_sha256, made_at, seen_at) VALUES ($1, $2, $3, $4, $4)
     ON CONFLICT (region_id, person_id, mark_sha256) DO UPDATE SET seen_at = excluded.seen_at`,
    [regionId, personId, markSha256, now],
  );
}

/** No browser is known as the person's any more: after a reset, whoever held the account before counts as a stranger. */
export async function forgetDevices(tx: Queryable, regionId: string, personId: string): Promise<void> {
  await tx.run('DELETE FROM device_mark WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}
