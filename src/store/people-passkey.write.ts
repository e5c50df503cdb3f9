// Passkeys, written.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewPasskey {
  readonly credentialId: string;
  readonly personId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
  readonly name: string;
}

/** Rows: 0 when it is known already, also as a signing key. */
export async function insertPasskey(tx: Queryable, regionId: string, key: NewPasskey, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO passkey (region_id, credential_id, person_id, public_key, counter, transports, name, created_at) 
     SELECT $1, $2::text, $3, $4, $5, $6, $7, $8 WHERE NOT EXISTS (SELECT 1 FROM signing_key WHERE region_id = $1 AND credential_id = $2::text) ON CONFLICT DO NOTHING`,
    [regionId, key.credentialId, key.personId, key.publicKey, key.counter, key.transports, key.name, now],
  );
}

export async function markPasskeyUsed(tx: Queryable, regionId: string, credentialId: string, counter: number, now: Instant): Promise<void> {
  await tx.run('UPDATE passkey SET counter = $3, used_at = $4 WHERE region_id = $1 AND credential_id = $2', [regionId, credentialId, counter, now]);
}

export async function removePasskey(tx: Queryable, regionId: string, personId: string, credentialId: string): Promise<number> {
  return tx.run('DELETE FROM passkey WHERE region_id = $1 AND person_id = $2 AND credential_id = $3', [regionId, personId, credentialId]);
}

/** Takes a challenge as answered. Rows: 0 when it was answered before. */
export async function takeChallenge(tx: Queryable, challengeSha256: Buffer, expiresAt: Instant, now: Instant): Promise<number> {
  await tx.run('DELETE FROM answered_challenge WHERE expires_at <= $1', [now]);
  return tx.run('INSERT INTO answered_challenge (challenge_sha256, expires_at) VALUES ($1, $2) ON CONFLICT DO NOTHING', [challengeSha256, expiresAt]);
}
