// Passkeys: added to an account, taken off, and used to come in or to prove to be there.

import { requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { challengeEnds, credentialIn, isChallenge, type PasskeySite, readAnswer, readCreation, type Ticket } from '../../platform/passkey.ts';
import type { Platform } from '../../platform/platform.ts';
import type { Vault } from '../../platform/vault.ts';
import { findFactors, hasFactor } from '../../store/people-factor.read.ts';
import { endOtherSessions, markProved, removeRecoveryCodes } from '../../store/people-factor.write.ts';
import { type KnownPasskey, lockPasskey } from '../../store/people-passkey.read.ts';
import { insertPasskey, markPasskeyUsed, removePasskey, takeChallenge } from '../../store/people-passkey.write.ts';
import { type Act, NOBODY, perform } from '../perform.ts';
import { newRecoveryCodes } from './second-factor.ts';
import { openSession, type SignedIn } from './sign-in.ts';
import { tellOfAccount } from './tell.ts';

const LONGEST_NAME = 60;

interface NewKey {
  readonly site: PasskeySite;
  readonly name: string;
  /** What the browser answered, as JSON. */
  readonly answer: string;
  readonly sessionId: string;
}

/** The first factor of an account brings recovery codes and ends the other sessions. Refuses `passkey.invalid` by field, `passkey.refused`, `person.proof-needed`. */
export async function addPasskey(act: Act, vault: Vault, input: NewKey): Promise<Outcome<{ codes: readonly string[] }>> {
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  if (input.name === '' || input.name.length > LONGEST_NAME) return refuse('passkey.invalid', {}, { nama: fault('field.length', { max: LONGEST_NAME }) });
  const { personId } = act.actor;
  const ticket: Ticket = { purpose: 'register', personId };
  const made = await readCreation(input.site, input.answer, (challenge) => isChallenge(vault, challenge, ticket, act.now));
  if (made === null) return refuse('passkey.refused');
  const before = await findFactors(act.tx, act.regionId, personId);
  if ((await insertPasskey(act.tx, act.regionId, { ...made, personId, name: input.name }, act.now)) === 0) return refuse('passkey.refused');
  act.record({ kind: 'person.second-factor-on', subjectId: personId, facts: { factor: 'passkey' } });
  if (hasFactor(before)) return ok({ codes: [] });
  await endOtherSessions(act.tx, act.regionId, personId, input.sessionId, act.now);
  return ok({ codes: await newRecoveryCodes(act) });
}

/** Refuses `person.proof-needed`. With the last factor the recovery codes go. */
export async function dropPasskey(act: Act, input: { readonly credentialId: string }): Promise<Outcome<true>> {
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const { personId } = act.actor;
  if ((await removePasskey(act.tx, act.regionId, personId, input.credentialId)) === 0) return ok(true);
  if (!hasFactor(await findFactors(act.tx, act.regionId, personId))) await removeRecoveryCodes(act.tx, act.regionId, personId);
  act.record({ kind: 'person.second-factor-off', subjectId: personId, facts: { factor: 'passkey' } });
  await tellOfAccount(act, personId, 'second-factor-off');
  return ok(true);
}

interface KeyTry {
  readonly regionId: string;
  readonly site: PasskeySite;
  readonly answer: string;
  readonly device: string;
  readonly mark?: Buffer;
}

/** A passkey is possession and presence in one: it opens the session alone. Refuses `passkey.refused`. */
export async function signInByPasskey(platform: Platform, input: KeyTry): Promise<Outcome<SignedIn>> {
  return perform(platform, { regionId: input.regionId, actor: NOBODY }, async (act) => {
    const key = await answeredKey(act, platform.vault, input, { purpose: 'enter', personId: '' });
    if (key === null) return refuse('passkey.refused');
    return openSession(act, { personId: key.personId, factor: 'passkey', device: input.device, mark: input.mark });
  });
}

interface KeyProof {
  readonly site: PasskeySite;
  readonly answer: string;
  readonly sessionId: string;
}

/** Refuses `passkey.refused`, also for a passkey of somebody else. */
export async function proveByPasskey(act: Act, vault: Vault, input: KeyProof): Promise<Outcome<true>> {
  const { personId } = act.actor;
  const key = await answeredKey(act, vault, input, { purpose: 'prove', personId });
  if (key === null || key.personId !== personId) return refuse('passkey.refused');
  await markProved(act.tx, act.regionId, input.sessionId, act.now);
  act.record({ kind: 'person.proved', subjectId: personId });
  return ok(true);
}

async function answeredKey(act: Act, vault: Vault, { site, answer }: Pick<KeyTry, 'site' | 'answer'>, ticket: Ticket): Promise<KnownPasskey | null> {
  const credentialId = credentialIn(answer);
  const key = credentialId === null ? null : await lockPasskey(act.tx, act.regionId, credentialId);
  if (key === null) return null;
  const read = await readAnswer(site, answer, key, (challenge) => isChallenge(vault, challenge, ticket, act.now));
  if (read === null || (await takeChallenge(act.tx, sha256Bytes(read.challenge), challengeEnds(act.now), act.now)) === 0) return null;
  await markPasskeyUsed(act.tx, act.regionId, key.credentialId, read.counter, act.now);
  return key;
}
