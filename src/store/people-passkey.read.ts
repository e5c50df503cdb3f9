// Passkeys, read.

import type { Queryable } from '../platform/db.ts';

export interface KnownPasskey {
  readonly credentialId: string;
  readonly personId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
}

/** The passkey and whose it is, locked; null when there is none, or the account is shut out. */
export async function lockPasskey(tx: Queryable, regionId: string, credentialId: string): Promise<KnownPasskey | null> {
  return tx.one<KnownPasskey>(
    `SELECT k.credential_id AS "credentialId", k.person_id AS "personId", k.public_key AS "publicKey", k.counter FROM passkey k JOIN person p USING (region_id, person_id)
     WHERE k.region_id = $1 AND k.credential_id = $2 AND p.disabled_at IS NULL FOR UPDATE OF k`,
    [regionId, credentialId],
  );
}
