// A published result with all that says whether it is still the one that was published.

import type { PublishedResult } from '../domain/publication/published-result.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface PublishedOnRecord {
  readonly publicationId: string;
  readonly resultId: string;
  readonly version: number;
  readonly body: PublishedResult;
  readonly canon: string;
  readonly digest: string;
  readonly publishedAt: Instant;
  /** No later publication of its category. */
  readonly isNewest: boolean;
  /** The ledger has its publication with this digest. */
  readonly isTold: boolean;
}

const ON_RECORD = `SELECT p.publication_id AS "publicationId", p.result_id AS "resultId", p.version, p.body, p.canon, p.digest, p.published_at AS "publishedAt",
    NOT EXISTS (SELECT 1 FROM publication n WHERE n.region_id = p.region_id AND n.category_id = p.category_id AND n.kind = 'result' AND n.version > p.version) AS "isNewest",
    EXISTS (SELECT 1 FROM audit_entry a WHERE a.region_id = p.region_id AND a.subject_id = p.result_id AND a.kind = 'result.published'
      AND position('"digest":"' || p.digest || '"' IN a.facts) > 0) AS "isTold"
  FROM publication p WHERE p.region_id = $1 AND p.kind = 'result'`;

export async function findOnRecord(db: Queryable, regionId: string, publicationId: string): Promise<PublishedOnRecord | null> {
  return db.one<PublishedOnRecord>(`${ON_RECORD} AND p.publication_id = $2`, [regionId, publicationId]);
}

/** By the beginning of the digest of its values. The newest first. */
export async function listOnRecordByCode(db: Queryable, regionId: string, beginning: string): Promise<readonly PublishedOnRecord[]> {
  return db.all<PublishedOnRecord>(`${ON_RECORD} AND left(p.body ->> 'resultDigest', 16) = $2 ORDER BY p.published_at DESC`, [regionId, beginning]);
}

/** By a whole digest: of its values, of what was published, or of its bundle. The newest first. */
export async function listOnRecordByDigest(db: Queryable, regionId: string, digest: string): Promise<readonly PublishedOnRecord[]> {
  return db.all<PublishedOnRecord>(
    `${ON_RECORD} AND (p.digest = $2 OR p.body ->> 'resultDigest' = $2
       OR EXISTS (SELECT 1 FROM publication_bundle b WHERE b.region_id = p.region_id AND b.publication_id = p.publication_id AND b.digest = $2))
     ORDER BY p.published_at DESC`,
    [regionId, digest],
  );
}
