import type { Queryable } from '../platform/db.ts';
import type { BackupRun } from './backup.read.ts';

export async function addBackupRun(db: Queryable, runId: string, run: BackupRun): Promise<void> {
  await db.run(
    `INSERT INTO backup_run (run_id, kind, file_name, started_at, finished_at, bytes, digest, missing_files, fault, opened_with)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [runId, run.kind, run.fileName, run.startedAt, run.finishedAt, run.bytes, run.digest, run.missingFiles, run.fault, run.openedWith],
  );
}
