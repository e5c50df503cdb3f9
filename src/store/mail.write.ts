import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import type { MailSetting } from './mail.read.ts';

export type NewMailSetting = Omit<MailSetting, 'changedAt' | 'heardAt' | 'fault'>;

export async function saveMailSetting(tx: Queryable, regionId: string, one: NewMailSetting, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO mail_setting (region_id, host, port, security, account, password_sealed, from_address, from_name, site, is_on, changed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (region_id) DO UPDATE SET host = excluded.host, port = excluded.port, security = excluded.security, account = excluded.account,
       password_sealed = excluded.password_sealed, from_address = excluded.from_address, from_name = excluded.from_name, site = excluded.site,
       is_on = excluded.is_on, changed_at = excluded.changed_at, heard_at = NULL, fault = NULL`,
    [regionId, one.host, one.port, one.security, one.account, one.passwordSealed, one.fromAddress, one.fromName, one.site, one.isOn, now],
  );
}

/** What came of speaking to the server; null when all was well. */
export async function noteHeard(db: Queryable, regionId: string, fault: string | null, now: Instant): Promise<void> {
  await db.run('UPDATE mail_setting SET heard_at = $3, fault = $2 WHERE region_id = $1', [regionId, fault, now]);
}

/** Asks for one account wait for each other until the act ends. */
export async function lockAsks(tx: Queryable, account: Buffer): Promise<void> {
  await tx.run(`SELECT pg_advisory_xact_lock(hashtextextended('reset ' || $1, 0))`, [account.toString('hex')]);
}

export async function insertAsk(
  db: Queryable,
  ask: { readonly regionId: string; readonly askId: string; readonly account: Buffer; readonly address: string; readonly at: Instant },
): Promise<void> {
  await db.run('INSERT INTO reset_ask (region_id, ask_id, account_sha256, address, asked_at) VALUES ($1, $2, $3, $4, $5)', [
    ask.regionId,
    ask.askId,
    ask.account,
    ask.address,
    ask.at,
  ]);
}

export async function forgetAsks(db: Queryable, before: Instant): Promise<void> {
  await db.run('DELETE FROM reset_ask WHERE asked_at < $1', [before]);
}
