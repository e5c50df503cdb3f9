// Single sign-on: set up by an admin, used to come in and to prove to be there. It opens accounts that exist; it makes none.

import { isNip, plainNip } from '../../domain/people/identity.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { isIssuer, type SsoClaims, type SsoProvider } from '../../platform/sso.ts';
import type { Vault } from '../../platform/vault.ts';
import { markProved } from '../../store/people-factor.write.ts';
import { findBySubject, findSsoSetting, type SsoSetting } from '../../store/people-sso.read.ts';
import { linkSubject, saveSsoSetting, unlinkPerson } from '../../store/people-sso.write.ts';
import { holdAfterTie } from '../access/hold-account.ts';
import type { Act } from '../perform.ts';
import { findByAccount } from './keep-seat.ts';
import { managedAfresh, managedPerson } from './managed.ts';
import { enter, type SignedIn } from './sign-in.ts';

const ownerOf = (regionId: string) => `sso of ${regionId}`;

/** The provider with its secret opened; null when that was sealed with another key. */
export function providerOf(vault: Vault, regionId: string, setting: SsoSetting): SsoProvider | null {
  const secret = vault.open(setting.clientSecretSealed, ownerOf(regionId));
  return secret === null ? null : { issuer: setting.issuer, clientId: setting.clientId, clientSecret: secret.toString('utf8') };
}

export interface SsoWish {
  readonly isOn: boolean;
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  /** Empty: the one that is kept. */
  readonly clientSecret: string;
  readonly nipClaim: string;
}

/** Refuses `sso.invalid` by field, `person.proof-needed`: whoever names the provider can come in as anybody it knows. */
export async function changeSso(act: Act, vault: Vault, wish: SsoWish): Promise<Outcome<true>> {
  return managedAfresh(act, async () => {
    const kept = await findSsoSetting(act.tx, act.regionId);
    const faults = faultsOf(wish, kept);
    if (Object.keys(faults).length > 0) return refuse('sso.invalid', {}, faults);
    const { clientSecret, ...setting } = wish;
    const clientSecretSealed = clientSecret === '' && kept !== null ? kept.clientSecretSealed : vault.seal(Buffer.from(clientSecret), ownerOf(act.regionId));
    await saveSsoSetting(act.tx, act.regionId, { ...setting, clientSecretSealed }, act.actor.personId, act.now);
    act.record({ kind: 'sso.changed', subjectId: act.regionId, facts: { issuer: wish.issuer, on: wish.isOn } });
    return ok(true);
  });
}

function faultsOf(wish: SsoWish, kept: SsoSetting | null): Record<string, Refusal> {
  const faults: Record<string, Refusal> = {};
  const isOtherProvider = kept !== null && (kept.issuer !== wish.issuer || kept.clientId !== wish.clientId);
  if (wish.label === '' || wish.label.length > 60) faults.label = fault('field.length', { max: 60 });
  if (!isIssuer(wish.issuer) || wish.issuer.length > 300) faults.issuer = fault('sso.issuer-form');
  if (wish.clientId === '' || wish.clientId.length > 200) faults.clientId = fault('field.length', { max: 200 });
  if ((wish.clientSecret === '' && (kept === null || isOtherProvider)) || wish.clientSecret.length > 500) faults.clientSecret = fault('sso.secret-missing');
  if (!/^[\w:.-]{0,60}$/.test(wish.nipClaim)) faults.nipClaim = fault('sso.claim-form');
  return faults;
}

interface Arrival {
  readonly claims: SsoClaims;
  readonly device: string;
  readonly mark?: Buffer;
}

/** The first time a person is found by NIP or verified e-mail, from then on by the provider's own name for them. Refuses `sso.off`, `sso.unknown-person`, `sso.linked-otherwise`. */
export async function signInBySso(act: Act, { claims, device, mark }: Arrival): Promise<Outcome<SignedIn>> {
  const person = await personOf(act, claims);
  return person.ok ? enter(act, { personId: person.value, device, mark, factor: 'sso' }) : person;
}

/** Refuses as above, and `sso.other-person` when somebody else came back. */
export async function proveBySso(act: Act, input: { readonly claims: SsoClaims; readonly sessionId: string }): Promise<Outcome<true>> {
  const person = await personOf(act, input.claims);
  if (!person.ok) return person;
  if (person.value !== act.actor.personId) return refuse('sso.other-person');
  await markProved(act.tx, act.regionId, input.sessionId, act.now);
  act.record({ kind: 'person.proved', subjectId: act.actor.personId });
  return ok(true);
}

async function personOf(act: Act, claims: SsoClaims): Promise<Outcome<string>> {
  const setting = await findSsoSetting(act.tx, act.regionId);
  if (setting === null || !setting.isOn) return refuse('sso.off');
  const known = await findBySubject(act.tx, act.regionId, claims.issuer, claims.subject);
  if (known !== null) return ok(known);
  const nip = setting.nipClaim === '' ? '' : plainNip(String(claims.all[setting.nipClaim] ?? ''));
  const account = isNip(nip) ? nip : claims.email;
  const personId = account === null ? null : await findByAccount(act.tx, act.regionId, account);
  if (personId === null) return refuse('sso.unknown-person');
  const rows = await linkSubject(act.tx, act.regionId, { issuer: claims.issuer, subject: claims.subject, personId }, act.now);
  if (rows === 0) return refuse('sso.linked-otherwise');
  act.record({ kind: 'person.sso-linked', subjectId: personId });
  await holdAfterTie(act, personId);
  return ok(personId);
}

/** An admin unties an account, so that another one of the provider may be tied to it. */
export async function unlinkSso(act: Act, input: { readonly personId: string }): Promise<Outcome<true>> {
  return managedPerson(act, input.personId, async () => {
    if ((await unlinkPerson(act.tx, act.regionId, input.personId)) > 0) act.record({ kind: 'person.sso-unlinked', subjectId: input.personId });
    return ok(true);
  });
}
