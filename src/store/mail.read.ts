import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface MailSetting {
  readonly host: string;
  readonly port: number;
  readonly security: 'tls' | 'starttls' | 'none';
  readonly account: string;
  readonly passwordSealed: Buffer | null;
  readonly fromAddress: string;
  readonly fromName: string;
  /** Where people reach us, without a last slash: links in mails begin with it. */
  readonly site: string;
  readonly isOn: boolean;
  readonly changedAt: Instant;
  readonly heardAt: Instant | null;
  /** What the server said when last spoken to; null when all was well. */
  readonly fault: string | null;
}

export async function findMailSetting(db: Queryable, regionId: string): Promise<MailSetting | null> {
  return db.one<MailSetting>(
    `SELECT host, port, security, account, password_sealed AS "passwordSealed", from_address AS "fromAddress", from_name AS "fromName", site, is_on AS "isOn",
       changed_at AS "changedAt", heard_at AS "heardAt", fault FROM mail_setting WHERE region_id = $1`,
    [regionId],
  );
}

/** Asks for a reset since an instant: of the account, and of the address. */
export async function countAsks(
  db: Queryable,
  asked: { readonly regionId: string; readonly account: Buffer; readonly address: string; readonly since: Instant },
): Promise<{ readonly account: number; readonly address: number }> {
  const row = await db.one<{ account: number; address: number }>(
    `SELECT count(*) FILTER (WHERE region_id = $1 AND account_sha256 = $2) AS account, count(*) FILTER (WHERE address = $3) AS address
     FROM reset_ask WHERE asked_at > $4 AND ((region_id = $1 AND account_sha256 = $2) OR address = $3)`,
    [asked.regionId, asked.account, asked.address, asked.since],
  );
  return row ?? { account: 0, address: 0 };
}
