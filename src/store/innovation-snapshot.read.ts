// Snapshots and the decisions of heads, read.

import type { SnapshotBody } from '../domain/innovation/snapshot.ts';
import type { Delegation } from '../domain/people/seat.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface Snapshot {
  readonly snapshotId: string;
  readonly version: number;
  readonly body: SnapshotBody;
  readonly digest: string;
  readonly takenBy: string;
  readonly takenByName: string;
  readonly takenAt: Instant;
  readonly decision: 'approved' | 'returned' | null;
  readonly reason: string | null;
  readonly decidedAt: Instant | null;
  readonly decidedByName: string | null;
  /** As whose delegate; null by the head in person. */
  readonly decidedAs: Delegation | null;
}

/** Every snapshot of an entry with its decision, newest first. */
export async function findSnapshots(db: Queryable, regionId: string, entryId: string): Promise<readonly Snapshot[]> {
  return db.all<Snapshot>(
    `SELECT s.snapshot_id AS "snapshotId", s.version, s.body, s.digest, s.taken_by AS "takenBy", t.name AS "takenByName", s.taken_at AS "takenAt",
       a.decision, a.reason, a.decided_at AS "decidedAt", w.name AS "decidedByName", a.decided_as AS "decidedAs"
     FROM snapshot s JOIN person t ON t.region_id = s.region_id AND t.person_id = s.taken_by
       LEFT JOIN approval a ON a.region_id = s.region_id AND a.snapshot_id = s.snapshot_id LEFT JOIN person w ON w.region_id = a.region_id AND w.person_id = a.decided_by
     WHERE s.region_id = $1 AND s.entry_id = $2 ORDER BY s.version DESC`,
    [regionId, entryId],
  );
}

/** Who signs in the page of a head: name, seat and NIP are shown again before a decision. */
export async function findNip(db: Queryable, regionId: string, personId: string): Promise<string | null> {
  return (await db.one<{ nip: string | null }>('SELECT nip FROM person WHERE region_id = $1 AND person_id = $2', [regionId, personId]))?.nip ?? null;
}
