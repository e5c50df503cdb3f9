// Keys of a region, begun and ended, and renewals asked and settled.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Ends the key that stands. */
export async function endRegionKey(tx: Queryable, regionId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE region_key SET ended_at = $2 WHERE region_id = $1 AND ended_at IS NULL', [regionId, now]);
}

/** Begins a key, unless one stands: then another process was first. */
export async function beginRegionKey(
  tx: Queryable,
  regionId: string,
  key: { readonly keyId: string; readonly publicKey: string },
  now: Instant,
): Promise<boolean> {
  const added = await tx.run('INSERT INTO region_key (region_id, key_id, public_key, begun_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING', [
    regionId,
    key.keyId,
    key.publicKey,
    now,
  ]);
  return added === 1;
}

export async function insertRenewal(
  tx: Queryable,
  regionId: string,
  renewal: { readonly renewalId: string; readonly reason: string; readonly askedBy: string },
  now: Instant,
): Promise<boolean> {
  const added = await tx.run(
    'INSERT INTO region_key_renewal (region_id, renewal_id, reason, asked_by, asked_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    [regionId, renewal.renewalId, renewal.reason, renewal.askedBy, now],
  );
  return added === 1;
}

/** With the new key, or without when it was taken back. */
export async function settleRenewal(
  tx: Queryable,
  regionId: string,
  settled: { readonly renewalId: string; readonly by: string; readonly keyId: string | null },
  now: Instant,
): Promise<void> {
  await tx.run('UPDATE region_key_renewal SET settled_by = $3, settled_at = $4, key_id = $5 WHERE region_id = $1 AND renewal_id = $2 AND settled_at IS NULL', [
    regionId,
    settled.renewalId,
    settled.by,
    now,
    settled.keyId,
  ]);
}
