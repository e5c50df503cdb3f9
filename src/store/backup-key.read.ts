// Whom backups are sealed for.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface BackupKey {
  readonly keyId: string;
  readonly kind: 'printed' | 'second';
  readonly recipient: string;
  readonly label: string;
  readonly madeAt: Instant;
  readonly confirmedAt: Instant | null;
}

/** Those that stand, the oldest first; a printed one that is not confirmed yet too. */
export async function listBackupKeys(db: Queryable): Promise<readonly BackupKey[]> {
  return db.all<BackupKey>(
    `SELECT key_id AS "keyId", kind, recipient, label, made_at AS "madeAt", confirmed_at AS "confirmedAt" FROM backup_key WHERE ended_at IS NULL ORDER BY made_at, key_id`,
  );
}

/** The sealed private part of a printed key that nobody has confirmed yet. */
export async function findSealedKey(db: Queryable, keyId: string): Promise<Buffer | null> {
  const row = await db.one<{ sealed: Buffer | null }>('SELECT sealed FROM backup_key WHERE key_id = $1 AND ended_at IS NULL', [keyId]);
  return row?.sealed ?? null;
}
