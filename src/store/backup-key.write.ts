import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import type { BackupKey } from './backup-key.read.ts';

/** Rows inserted: 0 when the recipient stands already, or another printed key waits to be confirmed. */
export async function insertBackupKey(tx: Queryable, key: BackupKey & { readonly sealed: Buffer | null }): Promise<number> {
  return tx.run(
    'INSERT INTO backup_key (key_id, kind, recipient, label, sealed, made_at, confirmed_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
    [key.keyId, key.kind, key.recipient, key.label, key.sealed, key.madeAt, key.confirmedAt],
  );
}

/** Forgets the private part. */
export async function confirmBackupKeyRow(tx: Queryable, keyId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE backup_key SET sealed = NULL, confirmed_at = $2 WHERE key_id = $1', [keyId, now]);
}

export async function endBackupKeyRow(tx: Queryable, keyId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE backup_key SET sealed = NULL, ended_at = $2 WHERE key_id = $1', [keyId, now]);
}
