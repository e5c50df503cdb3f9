// What the scanner said, whether it answers, and what a sweep took away.

import type { CheckState } from '../domain/evidence/check.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface FileCheck {
  readonly sha256: string;
  readonly verdict: Exclude<CheckState, 'unchecked'>;
  readonly found: string;
}

/** How many rows were made: 0 when another process was told first. */
export async function insertCheck(tx: Queryable, regionId: string, { sha256, verdict, found }: FileCheck, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO file_check (region_id, sha256, checked_at, verdict, found)
     SELECT $1, $2, $3, $4, $5 WHERE NOT EXISTS (SELECT 1 FROM file_check WHERE region_id = $1 AND sha256 = $2) ON CONFLICT DO NOTHING`,
    [regionId, sha256, now, verdict, found],
  );
}

/** Null: it answered. The moment since when it does not stays until it does. */
export async function noteScanner(db: Queryable, fault: string | null, now: Instant): Promise<void> {
  await db.run(
    `INSERT INTO scanner_state (one, asked_at, fault, down_since) VALUES (true, $1, $2, CASE WHEN $2::text IS NULL THEN NULL ELSE $1::timestamptz END)
     ON CONFLICT (one) DO UPDATE SET asked_at = excluded.asked_at, fault = excluded.fault,
       down_since = CASE WHEN excluded.fault IS NULL THEN NULL ELSE coalesce(scanner_state.down_since, excluded.down_since) END`,
    [now, fault],
  );
}

export async function insertSweep(
  db: Queryable,
  sweepId: string,
  sweep: { readonly orphans: number; readonly leftovers: number; readonly bytes: number },
  now: Instant,
): Promise<void> {
  await db.run('INSERT INTO file_sweep (sweep_id, swept_at, orphans, leftovers, bytes) VALUES ($1, $2, $3, $4, $5)', [
    sweepId,
    now,
    sweep.orphans,
    sweep.leftovers,
    sweep.bytes,
  ]);
}
