// What became of an entry, as its own agency may read it: nothing before the announcement, notes of jurors after the result.

import type { VerdictKind } from '../domain/assessment/verification.ts';
import type { Queryable } from '../platform/db.ts';

export interface Standing {
  readonly registrationNumber: string;
  /** Whether the category's finalists, and its result, are announced. */
  readonly finalistsAnnounced: boolean;
  readonly isFinalist: boolean;
  readonly rank: number | null;
  readonly wins: boolean;
}

/** Where the announced lists and results place the entries. */
export async function listOutcomes(db: Queryable, regionId: string, numbers: readonly string[]): Promise<readonly Standing[]> {
  return db.all<Standing>(
    `SELECT e.registration_number AS "registrationNumber", f.body IS NOT NULL AS "finalistsAnnounced",
       coalesce(f.body @> jsonb_build_object('entries', jsonb_build_array(jsonb_build_object('id', e.registration_number))), false) AS "isFinalist",
       (x.entry->>'rank')::int AS rank, coalesce((x.entry->>'wins')::boolean, false) AS wins
     FROM entry e
       LEFT JOIN LATERAL (SELECT p.body FROM publication p WHERE p.region_id = e.region_id AND p.category_id = e.category_id AND p.kind = 'finalists'
         ORDER BY p.version DESC LIMIT 1) f ON true
       LEFT JOIN LATERAL (SELECT p.body FROM publication p WHERE p.region_id = e.region_id AND p.category_id = e.category_id AND p.kind = 'result'
         ORDER BY p.version DESC LIMIT 1) r ON true
       LEFT JOIN LATERAL (SELECT y AS entry FROM jsonb_array_elements(r.body->'entries') y WHERE y->>'id' = e.registration_number) x ON true
     WHERE e.region_id = $1 AND e.registration_number = ANY($2)`,
    [regionId, numbers],
  );
}

export interface ToldVerdict {
  readonly indicator: string;
  readonly kind: VerdictKind;
  readonly claimed: number;
  readonly level: number;
  readonly reason: string;
}

/** The standing verdicts on the newest snapshot of an entry. */
export async function listToldVerdicts(db: Queryable, regionId: string, entryId: string): Promise<readonly ToldVerdict[]> {
  return db.all<ToldVerdict>(
    `SELECT DISTINCT ON (v.indicator) v.indicator, v.kind, v.claimed, v.level, v.reason FROM verdict v
     WHERE v.region_id = $1 AND v.snapshot_id = (SELECT s.snapshot_id FROM snapshot s WHERE s.region_id = $1 AND s.entry_id = $2 ORDER BY s.version DESC LIMIT 1)
     ORDER BY v.indicator, v.serial DESC`,
    [regionId, entryId],
  );
}

/** What jurors wrote to the participants on sealed sheets, without their names. */
export async function listJurorNotes(db: Queryable, regionId: string, entryId: string): Promise<readonly string[]> {
  const rows = await db.all<{ comment: string }>(
    `SELECT comment FROM sheet WHERE region_id = $1 AND entry_id = $2 AND state = 'sealed' AND comment <> '' ORDER BY comment`,
    [regionId, entryId],
  );
  return rows.map(({ comment }) => comment);
}
