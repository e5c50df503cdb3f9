// Signing keys: made for signing alone, confirmed by a second person when they come late, ended by their owner.

import { may } from '../../domain/people/permissions.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { isAfterOpening } from '../../domain/proof/key-list.ts';
import { readPublicKey } from '../../domain/proof/signing-algorithm.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { isChallenge, type PasskeySite, readCreation, type Ticket } from '../../platform/passkey.ts';
import type { Vault } from '../../platform/vault.ts';
import { listOwnSigningKeys, listSigningDuties, lockSigningKey } from '../../store/signing-key.read.ts';
import { confirmSigningKey, endSigningKey, insertSigningKey } from '../../store/signing-key.write.ts';
import { tellOfAccount } from '../people/tell.ts';
import type { Act } from '../perform.ts';

const LONGEST_NAME = 60;
const LONGEST_REASON = 500;
const MOST_KEYS = 5;

interface NewKey {
  readonly site: PasskeySite;
  readonly name: string;
  /** What the browser answered, as JSON. */
  readonly answer: string;
}

/**
 * Gives whether a second person must confirm the key before it serves. Refuses `person.proof-needed`, `signing-key.invalid` by field,
 * `signing-key.too-many`, `passkey.refused`.
 */
export async function enrolSigningKey(act: Act, vault: Vault, { site, name, answer }: NewKey): Promise<Outcome<{ waits: boolean }>> {
  const { tx, regionId, now } = act;
  const { personId } = act.actor;
  const fresh = requireFresh(act.provedAt, now);
  if (!fresh.ok) return fresh;
  if (name === '' || name.length > LONGEST_NAME) return refuse('signing-key.invalid', {}, { nama: fault('field.length', { max: LONGEST_NAME }) });
  const open = (await listOwnSigningKeys(tx, regionId, personId)).filter(({ endedAt }) => endedAt === null);
  if (open.length >= MOST_KEYS) return refuse('signing-key.too-many', { max: MOST_KEYS });
  const ticket: Ticket = { purpose: 'enrol-signing', personId };
  const made = await readCreation(site, answer, (challenge) => isChallenge(vault, challenge, ticket, now));
  const algorithm = made === null ? undefined : readPublicKey(made.publicKey)?.algorithm;
  if (made === null || algorithm === undefined) return refuse('passkey.refused');
  const { credentialId, publicKey, transports } = made;
  const waits = (await listSigningDuties(tx, regionId, personId, now)).some(({ opensAt }) => isAfterOpening(now, opensAt));
  const key = { credentialId, personId, publicKey, algorithm, rpId: site.id, origin: site.origin, transports, name, afterOpening: waits };
  if ((await insertSigningKey(tx, regionId, key, now)) === 0) return refuse('passkey.refused');
  const facts = { credential: credentialId, key: sha256Hex(publicKey), algorithm, rpId: site.id, origin: site.origin, afterOpening: waits };
  act.record({ kind: 'signing-key.enrolled', subjectId: personId, facts });
  await tellOfAccount(act, personId, 'signing-key-enrolled');
  return ok({ waits });
}

/** Refuses `person.proof-needed`, `signing-key.not-found` (also when its owner has no duty where the actor may confirm), `signing-key.own`, `signing-key.ended`. Confirming again changes nothing. */
export async function confirmKey(act: Act, { credentialId }: { readonly credentialId: string }): Promise<Outcome<true>> {
  const { tx, regionId, actor, now } = act;
  const fresh = requireFresh(act.provedAt, now);
  if (!fresh.ok) return fresh;
  const key = await lockSigningKey(tx, regionId, credentialId);
  if (key === null) return refuse('signing-key.not-found');
  const duties = await listSigningDuties(tx, regionId, key.personId, now);
  const mine = duties.filter(({ editionId, categoryId }) => may(actor, 'signing-key.confirm', { editionId, categoryId }).ok);
  if (!mine.some(({ opensAt }) => isAfterOpening(key.enrolledAt, opensAt))) return refuse('signing-key.not-found');
  if (key.personId === actor.personId) return refuse('signing-key.own');
  if (key.endedAt !== null) return refuse('signing-key.ended');
  if (key.confirmedAt !== null) return ok(true);
  await confirmSigningKey(tx, regionId, credentialId, actor.personId, now);
  act.record({ kind: 'signing-key.confirmed', subjectId: key.personId, facts: { credential: credentialId } });
  await tellOfAccount(act, key.personId, 'signing-key-confirmed');
  return ok(true);
}

/** Refuses `person.proof-needed`, `signing-key.not-found`, `signing-key.reason-missing` by field. Ending again changes nothing. */
export async function endKey(act: Act, { credentialId, reason }: { readonly credentialId: string; readonly reason: string }): Promise<Outcome<true>> {
  const { tx, regionId, now } = act;
  const { personId } = act.actor;
  const fresh = requireFresh(act.provedAt, now);
  if (!fresh.ok) return fresh;
  const why = reason.trim();
  if (why.length < 3 || why.length > LONGEST_REASON)
    return refuse('signing-key.invalid', {}, { alasan: fault('signing-key.reason-missing', { max: LONGEST_REASON }) });
  const key = await lockSigningKey(tx, regionId, credentialId);
  if (key === null || key.personId !== personId) return refuse('signing-key.not-found');
  if (key.endedAt !== null) return ok(true);
  await endSigningKey(tx, regionId, { credentialId, by: personId, reason: why }, now);
  act.record({ kind: 'signing-key.ended', subjectId: personId, facts: { credential: credentialId, reason: why } });
  await tellOfAccount(act, personId, 'signing-key-ended');
  return ok(true);
}
