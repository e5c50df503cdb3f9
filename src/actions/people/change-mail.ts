// The mail server of the region, as the admin writes it. The password is sealed before it is kept, and never shown again.

import { isEmail, LONGEST_NAME } from '../../domain/people/identity.ts';
import { may } from '../../domain/people/permissions.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import type { Vault } from '../../platform/vault.ts';
import { findMailSetting, type MailSetting } from '../../store/mail.read.ts';
import { saveMailSetting } from '../../store/mail.write.ts';
import type { Act } from '../perform.ts';
import { sealPassword } from './mail-server.ts';

export interface MailWish {
  readonly host: string;
  readonly port: string;
  readonly security: string;
  readonly account: string;
  /** Empty: the one that is kept, unless the account is empty too. */
  readonly password: string;
  readonly fromAddress: string;
  readonly fromName: string;
  readonly site: string;
  readonly isOn: boolean;
}

const SECURITIES = ['tls', 'starttls', 'none'] as const;
const LONGEST_PASSWORD = 500;

/** Refuses `mail.invalid` by field, `person.proof-needed`: whoever names the server reads every link that goes through it. */
export async function changeMail(act: Act, vault: Vault, wish: MailWish): Promise<Outcome<true>> {
  const allowed = may(act.actor, 'mail.change');
  if (!allowed.ok) return allowed;
  const faults = faultsOf(wish);
  if (Object.keys(faults).length > 0) return refuse('mail.invalid', {}, faults);
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const stands = await findMailSetting(act.tx, act.regionId);
  const kept = stands?.passwordSealed ?? null;
  if (kept !== null && wish.account !== '' && wish.password === '' && stands !== null && isElsewhere(stands, wish))
    return refuse('mail.invalid', {}, { password: fault('mail.password-again') });
  const passwordSealed = wish.account === '' ? null : wish.password === '' ? kept : sealPassword({ vault }, act.regionId, wish.password);
  const security = SECURITIES.find((one) => one === wish.security) ?? 'tls';
  const { password: _, ...setting } = wish;
  await saveMailSetting(act.tx, act.regionId, { ...setting, port: Number(wish.port), security, passwordSealed }, act.now);
  act.record({ kind: 'mail.changed', subjectId: act.regionId, facts: { host: wish.host, port: Number(wish.port), on: wish.isOn } });
  return ok(true);
}

/** Whether the kept password would go where it was not given for. */
function isElsewhere(kept: MailSetting, wish: MailWish): boolean {
  return kept.host !== wish.host || kept.port !== Number(wish.port) || kept.security !== wish.security || kept.account !== wish.account;
}

function faultsOf(wish: MailWish): Record<string, Refusal> {
  const faults: Record<string, Refusal> = {};
  if (!/^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(wish.host)) faults.host = fault('mail.host-form');
  if (!/^\d{1,5}$/.test(wish.port) || Number(wish.port) < 1 || Number(wish.port) > 65_535) faults.port = fault('mail.port-form');
  if (!SECURITIES.some((one) => one === wish.security)) faults.security = fault('mail.security-unknown');
  if (wish.account.length > 200) faults.account = fault('field.length', { max: 200 });
  if (wish.password.length > LONGEST_PASSWORD) faults.password = fault('field.length', { max: LONGEST_PASSWORD });
  if (!isEmail(wish.fromAddress)) faults.fromAddress = fault('person.email-form');
  if (wish.fromName === '' || wish.fromName.length > LONGEST_NAME) faults.fromName = fault('field.length', { max: LONGEST_NAME });
  if (!/^https?:\/\/[A-Za-z0-9.:[\]-]{1,253}$/.test(wish.site)) faults.site = fault('mail.site-form');
  return faults;
}
