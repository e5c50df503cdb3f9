// What the database knows about how things go.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import { SINCE_RESTORE } from './backup.read.ts';

export interface StoredHealth {
  readonly databaseNow: Instant;
  readonly databaseBytes: number;
  readonly newestAct: Instant | null;
  readonly oldestAct: Instant | null;
  readonly backupAt: Instant | null;
  readonly backupMissing: number;
  readonly trialFault: string | null;
  readonly broken: number | null;
  readonly checkedAt: Instant | null;
  readonly mailFault: string | null;
  readonly scannerDownSince: Instant | null;
  readonly scannerFault: string | null;
  readonly failedJobs: number;
  readonly waitingSince: Instant | null;
}

export async function readHealth(db: Queryable, regionId: string): Promise<StoredHealth> {
  const row = await db.one<StoredHealth>(
    `SELECT clock_timestamp() AS "databaseNow", pg_database_size(current_database()) AS "databaseBytes",
       (SELECT max(acted_at) FROM (SELECT acted_at FROM audit_entry WHERE region_id = $1 ORDER BY seq DESC LIMIT 500) newest) AS "newestAct",
       (SELECT acted_at FROM audit_entry WHERE region_id = $1 ORDER BY seq LIMIT 1) AS "oldestAct",
       backup.finished_at AS "backupAt", coalesce(backup.missing_files, 0) AS "backupMissing",
       (SELECT fault FROM backup_run WHERE kind = 'trial' AND ${SINCE_RESTORE} ORDER BY finished_at DESC, run_id DESC LIMIT 1) AS "trialFault",
       cardinality(checked.broken) AS broken, checked.finished_at AS "checkedAt",
       (SELECT fault FROM mail_setting WHERE region_id = $1 AND is_on) AS "mailFault",
       (SELECT down_since FROM scanner_state) AS "scannerDownSince", (SELECT fault FROM scanner_state) AS "scannerFault",
       (SELECT count(*) FROM pgboss.job WHERE state = 'failed' AND completed_on > now() - interval '1 day') AS "failedJobs",
       (SELECT min(start_after) FROM pgboss.job WHERE state IN ('created', 'retry') AND start_after <= now()) AS "waitingSince"
     FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT broken, finished_at FROM promise_check WHERE region_id = $1 ORDER BY finished_at DESC LIMIT 1) checked ON true
       LEFT JOIN LATERAL (SELECT finished_at, missing_files FROM backup_run WHERE kind = 'backup' AND fault IS NULL AND ${SINCE_RESTORE}
         ORDER BY finished_at DESC, run_id DESC LIMIT 1) backup ON true`,
    [regionId],
  );
  if (row === null) throw new Error('no health');
  return row;
}

export interface QueueCount {
  readonly name: string;
  readonly state: string;
  readonly count: number;
}

export async function countJobs(db: Queryable): Promise<readonly QueueCount[]> {
  return db.all<QueueCount>(
    `SELECT name, state::text AS state, count(*) AS count FROM pgboss.job WHERE name NOT LIKE '\\_\\_pgboss%' GROUP BY 1, 2 ORDER BY 1, 2`,
  );
}

export async function countMessages(db: Queryable): Promise<readonly { readonly state: string; readonly count: number }[]> {
  return db.all('SELECT state, count(*) AS count FROM message GROUP BY 1 ORDER BY 1');
}

/** Whether the database answers. */
export async function answers(db: Queryable): Promise<boolean> {
  return (await db.one('SELECT 1 AS one')) !== null;
}
