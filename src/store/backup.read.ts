// Backups and trials of restoring them, as the admin reads them.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export type OpenedWith = 'own' | 'printed' | 'plain';

export interface BackupRun {
  readonly kind: 'backup' | 'trial' | 'restore';
  readonly fileName: string;
  readonly startedAt: Instant;
  readonly finishedAt: Instant;
  readonly bytes: number | null;
  readonly digest: string | null;
  readonly missingFiles: number;
  readonly fault: string | null;
  /** The key that opened the archive of a trial or a restore. */
  readonly openedWith: OpenedWith | null;
}

const FIELDS = `kind, file_name AS "fileName", started_at AS "startedAt", finished_at AS "finishedAt", bytes, digest,
  missing_files AS "missingFiles", fault, opened_with AS "openedWith"`;

export async function listBackupRuns(db: Queryable, limit: number): Promise<readonly BackupRun[]> {
  return db.all<BackupRun>(`SELECT ${FIELDS} FROM backup_run ORDER BY finished_at DESC, run_id DESC LIMIT $1`, [limit]);
}

/** What was made here, of what is here: rows from before the newest restore came along in the archive. */
export const SINCE_RESTORE = `finished_at > coalesce((SELECT max(finished_at) FROM backup_run WHERE kind = 'restore'), '-infinity')`;

/** The newest backup or trial of this installation; with `good`, the newest that succeeded. */
export async function newestRun(db: Queryable, kind: 'backup' | 'trial', good: boolean): Promise<BackupRun | null> {
  return db.one<BackupRun>(
    `SELECT ${FIELDS} FROM backup_run WHERE kind = $1 AND (fault IS NULL OR NOT $2) AND ${SINCE_RESTORE} ORDER BY finished_at DESC, run_id DESC LIMIT 1`,
    [kind, good],
  );
}

/** The restore that made this installation what it is; null when it grew here. */
export async function newestRestore(db: Queryable): Promise<BackupRun | null> {
  return db.one<BackupRun>(`SELECT ${FIELDS} FROM backup_run WHERE kind = 'restore' ORDER BY finished_at DESC LIMIT 1`);
}

/** The newest trial here that a printed key opened, and that went well. */
export async function newestKeyTrial(db: Queryable): Promise<BackupRun | null> {
  return db.one<BackupRun>(
    `SELECT ${FIELDS} FROM backup_run WHERE kind = 'trial' AND fault IS NULL AND opened_with = 'printed' AND ${SINCE_RESTORE} ORDER BY finished_at DESC LIMIT 1`,
  );
}

/** Of these files the newest that holds every piece of evidence whole. A file that was made twice is what it was the last time. */
export async function newestWholeFile(db: Queryable, fileNames: readonly string[]): Promise<string | null> {
  const row = await db.one<{ fileName: string }>(
    `SELECT file_name AS "fileName" FROM (
       SELECT DISTINCT ON (file_name) file_name, finished_at, missing_files FROM backup_run
       WHERE kind = 'backup' AND fault IS NULL AND file_name = ANY($1) ORDER BY file_name, finished_at DESC, run_id DESC) made
     WHERE missing_files = 0 ORDER BY finished_at DESC LIMIT 1`,
    [fileNames],
  );
  return row?.fileName ?? null;
}
