// The desk, written: shortlists are versions, an announcement is one row, finalists are made once.

import type { CutDecision, KeptShortlist } from '../domain/result/desk-decision.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewShortlist {
  readonly shortlistId: string;
  readonly categoryId: string;
  readonly version: number;
  readonly body: KeptShortlist;
  readonly digest: string;
  readonly decisions: readonly CutDecision[];
  readonly computedBy: string;
}

export async function insertShortlist(tx: Queryable, regionId: string, list: NewShortlist, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO shortlist (region_id, shortlist_id, category_id, version, body, digest, decisions, computed_by, computed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [regionId, list.shortlistId, list.categoryId, list.version, JSON.stringify(list.body), list.digest, JSON.stringify(list.decisions), list.computedBy, now],
  );
}

export async function insertAnnouncement(
  tx: Queryable,
  regionId: string,
  row: { readonly categoryId: string; readonly shortlistId: string; readonly announcedBy: string },
  now: Instant,
): Promise<void> {
  await tx.run('INSERT INTO shortlist_announcement (region_id, category_id, shortlist_id, announced_by, announced_at) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    row.categoryId,
    row.shortlistId,
    row.announcedBy,
    now,
  ]);
}

/** Finalists in the order given: the first presents first. */
export async function insertFinalists(tx: Queryable, regionId: string, categoryId: string, entryIds: readonly string[], now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO finalist (region_id, category_id, entry_id, position, announced_at)
     SELECT $1, $2, f.id, f.position, $4 FROM unnest($3::uuid[]) WITH ORDINALITY AS f (id, position)`,
    [regionId, categoryId, entryIds, now],
  );
}

/** Moves the verified entries of a list to their state after the desk. */
export async function closeDesk(
  tx: Queryable,
  regionId: string,
  closed: { readonly eligible: readonly string[]; readonly refused: readonly string[]; readonly refusalCode: string },
  now: Instant,
): Promise<void> {
  await tx.run(`UPDATE entry SET state = 'eligible', moved_at = $3 WHERE region_id = $1 AND entry_id = ANY($2) AND state = 'verified'`, [
    regionId,
    closed.eligible,
    now,
  ]);
  await tx.run(`UPDATE entry SET state = 'refused', refusal_code = $3, moved_at = $4 WHERE region_id = $1 AND entry_id = ANY($2) AND state = 'verified'`, [
    regionId,
    closed.refused,
    closed.refusalCode,
    now,
  ]);
}
