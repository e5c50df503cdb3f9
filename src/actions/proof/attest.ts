// How a result is signed or certified: by a signing key, whose answer is checked here, or without one by a statement confirmed through the account.

import { requireFresh } from '../../domain/people/second-factor.ts';
import { listKeys } from '../../domain/proof/key-list.ts';
import { checkSignature, type SigningAssertion, type SigningSubject, served } from '../../domain/proof/signature.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { type Facts, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { signatureTools } from '../../platform/signature.ts';
import { findFactors } from '../../store/people-factor.read.ts';
import { findSigningPlace, lockOwnSigningKeys } from '../../store/signing-key.read.ts';
import type { Act } from '../perform.ts';

/** What stands behind a signature or a statement. */
export interface Attested {
  readonly assertion: SigningAssertion | null;
  /** Of a statement: what confirmed it. */
  readonly confirmedWith: 'password' | 'password-and-factor' | null;
}

export interface Attesting extends Omit<SigningSubject, 'region' | 'edition'> {
  readonly assertion: SigningAssertion | null;
}

/**
 * Refuses what checkSignature refuses; without an assertion `signature.key-there` for somebody whose key would serve, and `person.proof-needed`.
 * @basis RULES 13: without a signing passkey the act is a statement confirmed by password and factor.
 */
export async function attest(act: Act, { assertion, ...about }: Attesting): Promise<Outcome<Attested>> {
  const { tx, regionId, actor, now } = act;
  const place = await findSigningPlace(tx, regionId, about.category);
  if (place === null) return refuse('result.not-found');
  const own = await lockOwnSigningKeys(tx, regionId, actor.personId);
  const keys = listKeys(
    own.map((key) => ({ ...key, capacity: about.capacity })),
    place.opensAt,
  );
  if (assertion !== null) {
    const signed = checkSignature(assertion, { ...about, region: regionId, edition: place.year }, keys, now, signatureTools);
    return signed.ok ? ok({ assertion, confirmedWith: null }) : signed;
  }
  if (keys.some((key) => served(key, now))) return refuse('signature.key-there');
  const fresh = requireFresh(act.provedAt, now);
  if (!fresh.ok) return fresh;
  const { timeCodeSince, passkeys } = await findFactors(tx, regionId, actor.personId);
  return ok({ assertion: null, confirmedWith: timeCodeSince === null && passkeys.length === 0 ? 'password' : 'password-and-factor' });
}

/** What the row of the ledger says of it: the key and the digest of its answer, or that it was a statement. */
export function attestedFacts({ assertion, confirmedWith }: Attested): Facts {
  return assertion === null
    ? { way: 'statement', confirmedWith: confirmedWith ?? '' }
    : { way: 'signature', credential: assertion.credentialId, assertion: sha256Hex(canonicalJson(assertion)) };
}
