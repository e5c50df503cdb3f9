// The ledger as people read it, and lists that the promises ask for.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface LedgerRow {
  readonly seq: number;
  readonly kind: string;
  readonly actorName: string | null;
  readonly subjectId: string | null;
  readonly subjectName: string | null;
  readonly actedAt: Instant;
  /** Null while it could be used to try out scores. */
  readonly digest: string | null;
}

/** The first seal without a blind whose scores are still closed: from its row on, digests can be computed from guessed scores. */
const FIRST_TELLING = `SELECT min(o.seq) FROM audit_entry o LEFT JOIN sheet b ON b.region_id = o.region_id AND b.sheet_id = o.subject_id
  WHERE o.region_id = $1 AND o.kind = 'sheet.sealed' AND position('"category":"' IN o.facts) = 0
    AND NOT EXISTS (SELECT 1 FROM publication p WHERE p.region_id = b.region_id AND p.category_id = b.category_id AND p.kind = 'result')`;

/** One page of the ledger, newest first, names joined when shown. Facts stay closed: those of a seal hold its digests. */
export async function listLedger(
  db: Queryable,
  asked: { readonly regionId: string; readonly before: number; readonly limit: number; readonly kinds: readonly string[] },
): Promise<readonly LedgerRow[]> {
  return db.all<LedgerRow>(
    `SELECT a.seq, a.kind, p.name AS "actorName", a.subject_id AS "subjectId", coalesce(e.registration_number, s.name, j.code || ', ' || coalesce(t.registration_number, n.name), k.name, g.name, d.name) AS "subjectName",
       a.acted_at AS "actedAt", CASE WHEN a.seq < coalesce((${FIRST_TELLING}), a.seq + 1) THEN a.digest END AS digest
     FROM audit_entry a LEFT JOIN person p ON p.region_id = a.region_id AND p.person_id = a.actor_id
       LEFT JOIN entry e ON e.region_id = a.region_id AND e.entry_id = a.subject_id
       LEFT JOIN person s ON s.region_id = a.region_id AND s.person_id = a.subject_id
       LEFT JOIN sheet h ON h.region_id = a.region_id AND h.sheet_id = a.subject_id
       LEFT JOIN panel_juror j ON j.region_id = h.region_id AND j.category_id = h.category_id AND j.person_id = h.juror_id
       LEFT JOIN entry t ON t.region_id = h.region_id AND t.entry_id = h.entry_id
       LEFT JOIN innovation n ON n.region_id = t.region_id AND n.innovation_id = t.innovation_id
       LEFT JOIN result_version r ON r.region_id = a.region_id AND r.result_id = a.subject_id
       LEFT JOIN category k ON k.region_id = a.region_id AND k.category_id = coalesce(r.category_id, a.subject_id)
       LEFT JOIN stage g ON g.region_id = a.region_id AND g.stage_id = a.subject_id
       LEFT JOIN edition d ON d.region_id = a.region_id AND d.edition_id = a.subject_id
     WHERE a.region_id = $1 AND a.seq < $2 AND a.kind = ANY($4) ORDER BY a.seq DESC LIMIT $3`,
    [asked.regionId, asked.before, asked.limit, asked.kinds],
  );
}

export async function listStoredFiles(db: Queryable, regionId: string): Promise<readonly { sha256: string; bytes: number }[]> {
  return db.all('SELECT sha256, bytes FROM stored_file WHERE region_id = $1 ORDER BY sha256', [regionId]);
}
