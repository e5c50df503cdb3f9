// Single sign-on: its setting, and who is known by it.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface SsoSetting {
  readonly isOn: boolean;
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecretSealed: Buffer;
  readonly nipClaim: string;
}

export async function findSsoSetting(db: Queryable, regionId: string): Promise<SsoSetting | null> {
  return db.one<SsoSetting>(
    `SELECT is_on AS "isOn", label, issuer, client_id AS "clientId", client_secret_sealed AS "clientSecretSealed", nip_claim AS "nipClaim" FROM sso_setting WHERE region_id = $1`,
    [regionId],
  );
}

/** The person the provider's name stands for, unless shut out. */
export async function findBySubject(db: Queryable, regionId: string, issuer: string, subject: string): Promise<string | null> {
  const row = await db.one<{ personId: string }>(
    `SELECT i.person_id AS "personId" FROM sso_identity i JOIN person p USING (region_id, person_id)
     WHERE i.region_id = $1 AND i.issuer = $2 AND i.subject = $3 AND p.disabled_at IS NULL`,
    [regionId, issuer, subject],
  );
  return row?.personId ?? null;
}

/** Since when the person's account is tied to one of a provider. */
export async function findSsoLink(db: Queryable, regionId: string, personId: string): Promise<Instant | null> {
  const row = await db.one<{ at: Instant | null }>('SELECT max(linked_at) AS at FROM sso_identity WHERE region_id = $1 AND person_id = $2', [
    regionId,
    personId,
  ]);
  return row?.at ?? null;
}
