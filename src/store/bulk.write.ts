// Work on many entries, written.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewBulk {
  readonly bulkId: string;
  readonly editionId: string;
  readonly kind: 'assign' | 'remind';
  readonly personId: string | null;
  readonly entryIds: readonly string[];
  readonly actedBy: string;
}

export async function insertBulk(tx: Queryable, regionId: string, bulk: NewBulk, now: Instant): Promise<void> {
  await tx.run(
    'INSERT INTO bulk_act (region_id, bulk_id, edition_id, kind, person_id, entry_ids, acted_by, acted_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [regionId, bulk.bulkId, bulk.editionId, bulk.kind, bulk.personId, bulk.entryIds, bulk.actedBy, now],
  );
}

interface Assignment {
  readonly personId: string;
  readonly entryIds: readonly string[];
  readonly by: string;
  readonly at: Instant;
}

/** Gives the entries to a verifier who holds none of them. */
export async function insertAssignments(tx: Queryable, regionId: string, given: Assignment): Promise<void> {
  await tx.run(
    `INSERT INTO verification_assignment (region_id, entry_id, person_id, assigned_by, assigned_at)
     SELECT $1, e.id, $2, $4, $5 FROM unnest($3::uuid[]) AS e (id) ORDER BY e.id`,
    [regionId, given.personId, given.entryIds, given.by, given.at],
  );
}

/** Takes back exactly these assignments; which entries they were. */
export async function deleteAssignments(tx: Queryable, regionId: string, given: Assignment): Promise<readonly string[]> {
  const rows = await tx.all<{ entryId: string }>(
    `DELETE FROM verification_assignment WHERE region_id = $1 AND person_id = $2 AND entry_id = ANY($3) AND assigned_by = $4 AND assigned_at = $5
     RETURNING entry_id AS "entryId"`,
    [regionId, given.personId, given.entryIds, given.by, given.at],
  );
  return rows.map(({ entryId }) => entryId).sort();
}

export async function markUndone(tx: Queryable, regionId: string, bulkId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE bulk_act SET undone_at = $3 WHERE region_id = $1 AND bulk_id = $2', [regionId, bulkId, now]);
}

export async function markTold(tx: Queryable, regionId: string, bulkId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE bulk_act SET told_at = $3 WHERE region_id = $1 AND bulk_id = $2', [regionId, bulkId, now]);
}
