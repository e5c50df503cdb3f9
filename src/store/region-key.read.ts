// Keys of a region and the wish to renew them, read.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface RegionKeyRow {
  readonly keyId: string;
  readonly publicKey: string;
  readonly begunAt: Instant;
  readonly endedAt: Instant | null;
}

const KEYS = `SELECT key_id AS "keyId", public_key AS "publicKey", begun_at AS "begunAt", ended_at AS "endedAt" FROM region_key`;

export async function findRegionKey(db: Queryable, regionId: string): Promise<RegionKeyRow | null> {
  return db.one<RegionKeyRow>(`${KEYS} WHERE region_id = $1 AND ended_at IS NULL`, [regionId]);
}

/** All keys, the newest first; old ones stay listed. */
export async function listRegionKeys(db: Queryable, regionId: string): Promise<readonly RegionKeyRow[]> {
  return db.all<RegionKeyRow>(`${KEYS} WHERE region_id = $1 ORDER BY begun_at DESC, key_id`, [regionId]);
}

export interface Renewal {
  readonly renewalId: string;
  readonly reason: string;
  readonly askedBy: string;
  readonly askedByName: string;
  readonly askedAt: Instant;
}

/** The renewal that waits for a second person. */
export async function findOpenRenewal(db: Queryable, regionId: string): Promise<Renewal | null> {
  return db.one<Renewal>(
    `SELECT r.renewal_id AS "renewalId", r.reason, r.asked_by AS "askedBy", p.name AS "askedByName", r.asked_at AS "askedAt"
     FROM region_key_renewal r JOIN person p ON p.region_id = r.region_id AND p.person_id = r.asked_by WHERE r.region_id = $1 AND r.settled_at IS NULL`,
    [regionId],
  );
}
