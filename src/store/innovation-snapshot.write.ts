// Snapshots and the decisions of heads, written: only ever added.

import type { Delegation } from '../domain/people/seat.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewSnapshot {
  readonly snapshotId: string;
  readonly entryId: string;
  readonly version: number;
  readonly canon: string;
  readonly digest: string;
  readonly takenBy: string;
}

export async function insertSnapshot(tx: Queryable, regionId: string, one: NewSnapshot, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO snapshot (region_id, snapshot_id, entry_id, version, body, canon, digest, taken_by, taken_at) VALUES ($1, $2, $3, $4, $5::text::jsonb, $5, $6, $7, $8)`,
    [regionId, one.snapshotId, one.entryId, one.version, one.canon, one.digest, one.takenBy, now],
  );
}

export interface NewApproval {
  readonly approvalId: string;
  readonly entryId: string;
  readonly snapshotId: string;
  readonly decision: 'approved' | 'returned';
  readonly reason: string;
  readonly decidedBy: string;
  readonly decidedAs?: Delegation | null;
}

export async function insertApproval(tx: Queryable, regionId: string, one: NewApproval, now: Instant): Promise<void> {
  await tx.run(
    'INSERT INTO approval (region_id, approval_id, entry_id, snapshot_id, decision, reason, decided_by, decided_as, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [regionId, one.approvalId, one.entryId, one.snapshotId, one.decision, one.reason, one.decidedBy, one.decidedAs ?? null, now],
  );
}
