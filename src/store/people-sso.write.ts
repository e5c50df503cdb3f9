// Single sign-on, written.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import type { SsoSetting } from './people-sso.read.ts';

export async function saveSsoSetting(tx: Queryable, regionId: string, setting: SsoSetting, by: string, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO sso_setting (region_id, is_on, label, issuer, client_id, client_secret_sealed, nip_claim, changed_by, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (region_id) DO UPDATE SET is_on = excluded.is_on, label = excluded.label, issuer = excluded.issuer, client_id = excluded.client_id,
       client_secret_sealed = excluded.client_secret_sealed, nip_claim = excluded.nip_claim, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
    [regionId, setting.isOn, setting.label, setting.issuer, setting.clientId, setting.clientSecretSealed, setting.nipClaim, by, now],
  );
}

/** Rows: 0 when the person is tied to another name of the provider, or the name to another person. */
export async function linkSubject(
  tx: Queryable,
  regionId: string,
  link: { readonly issuer: string; readonly subject: string; readonly personId: string },
  now: Instant,
): Promise<number> {
  return tx.run('INSERT INTO sso_identity (region_id, issuer, subject, person_id, linked_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
    regionId,
    link.issuer,
    link.subject,
    link.personId,
    now,
  ]);
}

export async function unlinkPerson(tx: Queryable, regionId: string, personId: string): Promise<number> {
  return tx.run('DELETE FROM sso_identity WHERE region_id = $1 AND person_id = $2', [regionId, personId]);
}
