// Backups and trials of restoring them, as the admin reads them.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface BackupRun {
  readonly kind: 'backup' | 'trial';
  readonly fileName: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly bytes: number | null;
  readonly digest: string | null;
  readonly missingFiles: number;
  readonly fault: string | null;
}

const FIELDS = `kind, file_name AS "fileName", started_at AS "startedAt", finished_at AS "finishedAt", bytes, digest,
  missing_files AS "missingFiles", fault`;

export async function listBackupRuns(db: Queryable, limit: number): Promise<readonly BackupRun[]> {
  return db.all<BackupRun>(`SELECT ${FIELDS} FROM backup_run ORDER BY finished_at DESC, run_id DESC LIMIT $1`, [limit]);
}

/** The newest of its kind; with `good`, the newest that succeeded. */
export async function newestRun(db: Queryable, kind: BackupRun['kind'], good: boolean): Promise<BackupRun | null> {
  return db.one<BackupRun>(`SELECT ${FIELDS} FROM backup_run WHERE kind = $1 AND (fault IS NULL OR NOT $2) ORDER BY finished_at DESC LIMIT 1`, [kind, good]);
}
