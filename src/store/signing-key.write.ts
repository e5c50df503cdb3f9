// Signing keys, written: added, confirmed once, ended once.

import type { SigningAlgorithm } from '../domain/proof/signing-algorithm.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewSigningKey {
  readonly credentialId: string;
  readonly personId: string;
  readonly publicKey: Buffer;
  readonly algorithm: SigningAlgorithm;
  readonly rpId: string;
  readonly origin: string;
  readonly transports: readonly string[];
  readonly name: string;
  readonly afterOpening: boolean;
}

/** Rows: 0 when the key is known already, also as a passkey for signing in. */
export async function insertSigningKey(tx: Queryable, regionId: string, key: NewSigningKey, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO signing_key (region_id, credential_id, person_id, public_key, algorithm, rp_id, origin, transports, name, enrolled_at, after_opening)
     SELECT $1, $2::text, $3, $4, $5, $6, $7, $8, $9, $10, $11 WHERE NOT EXISTS (SELECT 1 FROM passkey WHERE region_id = $1 AND credential_id = $2::text)
     ON CONFLICT DO NOTHING`,
    [regionId, key.credentialId, key.personId, key.publicKey, key.algorithm, key.rpId, key.origin, key.transports, key.name, now, key.afterOpening],
  );
}

export async function confirmSigningKey(tx: Queryable, regionId: string, credentialId: string, by: string, now: Instant): Promise<void> {
  await tx.run('UPDATE signing_key SET confirmed_by = $3, confirmed_at = $4 WHERE region_id = $1 AND credential_id = $2', [regionId, credentialId, by, now]);
}

export async function endSigningKey(
  tx: Queryable,
  regionId: string,
  { credentialId, by, reason }: { readonly credentialId: string; readonly by: string; readonly reason: string },
  now: Instant,
): Promise<void> {
  await tx.run('UPDATE signing_key SET ended_by = $3, ended_at = $4, end_reason = $5 WHERE region_id = $1 AND credential_id = $2', [
    regionId,
    credentialId,
    by,
    now,
    reason,
  ]);
}
