// Anchors, the rows of the ledger that wait for one, and to whom they were sent.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface LedgerPoint {
  readonly seq: number;
  readonly kind: string;
  readonly facts: string;
  readonly subjectId: string | null;
  readonly actedAt: Instant;
  readonly digest: string;
}

/** Rows after the last anchor that are of these kinds, and the head of the ledger. */
export async function listUnanchored(
  db: Queryable,
  regionId: string,
  kinds: readonly string[],
): Promise<readonly (LedgerPoint & { readonly isHead: boolean })[]> {
  return db.all(
    `SELECT a.seq, a.kind, a.facts, a.subject_id AS "subjectId", a.acted_at AS "actedAt", a.digest, a.seq = h.seq AS "isHead"
     FROM audit_head h JOIN audit_entry a ON a.region_id = h.region_id
     WHERE h.region_id = $1 AND a.seq > coalesce((SELECT max(x.seq) FROM anchor x WHERE x.region_id = $1), 0) AND (a.kind = ANY($2::text[]) OR a.seq = h.seq)
     ORDER BY a.seq`,
    [regionId, kinds],
  );
}

/** Categories of results, for rows that are about one. */
export async function categoriesOfResults(db: Queryable, regionId: string, resultIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.all<{ resultId: string; categoryId: string }>(
    'SELECT result_id AS "resultId", category_id AS "categoryId" FROM result_version WHERE region_id = $1 AND result_id = ANY($2::uuid[])',
    [regionId, resultIds],
  );
  return new Map(rows.map(({ resultId, categoryId }) => [resultId, categoryId]));
}

export interface KeptAnchor {
  readonly seq: number;
  readonly line: string;
  readonly madeAt: Instant;
}

/** Anchors after a number, in order. */
export async function listAnchors(db: Queryable, regionId: string, after: number, limit: number): Promise<readonly KeptAnchor[]> {
  return db.all<KeptAnchor>('SELECT seq, line, made_at AS "madeAt" FROM anchor WHERE region_id = $1 AND seq > $2 ORDER BY seq LIMIT $3', [
    regionId,
    after,
    limit,
  ]);
}

/** The newest anchors, in order. */
export async function listNewestAnchors(db: Queryable, regionId: string, limit: number): Promise<readonly KeptAnchor[]> {
  const newest = await db.all<KeptAnchor>('SELECT seq, line, made_at AS "madeAt" FROM anchor WHERE region_id = $1 ORDER BY seq DESC LIMIT $2', [
    regionId,
    limit,
  ]);
  return [...newest].reverse();
}

/** Digests of the ledger under these numbers. */
export async function findDigests(db: Queryable, regionId: string, seqs: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await db.all<{ seq: number; digest: string }>('SELECT seq, digest FROM audit_entry WHERE region_id = $1 AND seq = ANY($2::bigint[])', [
    regionId,
    seqs,
  ]);
  return new Map(rows.map(({ seq, digest }) => [seq, digest]));
}

/** The newest anchor when it has no stamp yet. */
export async function findUnstamped(db: Queryable, regionId: string): Promise<KeptAnchor | null> {
  return db.one<KeptAnchor>(
    `SELECT a.seq, a.line, a.made_at AS "madeAt" FROM anchor a LEFT JOIN anchor_stamp s USING (region_id, seq)
     WHERE a.region_id = $1 AND s.seq IS NULL AND a.seq = (SELECT max(seq) FROM anchor WHERE region_id = $1)`,
    [regionId],
  );
}

export async function findStamp(db: Queryable, regionId: string, seq: number): Promise<Buffer | null> {
  return (await db.one<{ token: Buffer }>('SELECT token FROM anchor_stamp WHERE region_id = $1 AND seq = $2', [regionId, seq]))?.token ?? null;
}

/** Numbers of anchors that have a stamp. */
export async function listStamped(db: Queryable, regionId: string, limit: number): Promise<readonly number[]> {
  const rows = await db.all<{ seq: number }>('SELECT seq FROM anchor_stamp WHERE region_id = $1 ORDER BY seq DESC LIMIT $2', [regionId, limit]);
  return rows.map(({ seq }) => seq);
}

export interface AnchorReader {
  readonly address: string;
  readonly sentSeq: number;
  readonly sentAt: Instant | null;
}

/** Addresses that editions which still run name, each once, with what was sent to them. */
export async function listAnchorReaders(db: Queryable, regionId: string): Promise<readonly AnchorReader[]> {
  return db.all<AnchorReader>(
    `SELECT w.address, coalesce(m.sent_seq, 0) AS "sentSeq", m.sent_at AS "sentAt"
     FROM (SELECT DISTINCT lower(jsonb_array_elements_text(e.texts -> 'witnesses')) AS address FROM edition e
       WHERE e.region_id = $1 AND e.kind = 'live' AND jsonb_typeof(e.texts -> 'witnesses') = 'array') w
       LEFT JOIN anchor_mail m ON m.region_id = $1 AND m.address = w.address ORDER BY 1`,
    [regionId],
  );
}

/** Whether a stage of an edition runs: the ledger is anchored every hour then. */
export async function hasRunningStage(db: Queryable, regionId: string, now: Instant): Promise<boolean> {
  return (
    (await db.one('SELECT 1 AS one FROM stage WHERE region_id = $1 AND dropped_at IS NULL AND opens_at <= $2 AND closes_at > $2 LIMIT 1', [regionId, now])) !==
    null
  );
}
