// Passkeys (WebAuthn): what a browser is asked, and whether its answer holds.

import { randomBytes } from 'node:crypto';
import type { SigningAssertion } from '../domain/proof/signature.ts';
import { type Instant, later, MINUTE } from '../domain/shared/time.ts';
import type { Vault } from './vault.ts';

/** The site as passkeys know it: the host name, and the address the page was opened at. */
export interface PasskeySite {
  readonly id: string;
  readonly origin: string;
  readonly name: string;
}

const TIMEOUT_MS = 5 * MINUTE;
/** ES256, EdDSA, RS256: what every authenticator has one of. */
const ALGORITHMS = [-7, -8, -257];

export interface Ticket {
  readonly purpose: 'register' | 'enter' | 'prove' | 'enrol-signing';
  /** Whose it is; empty at the door, where nobody is known yet. */
  readonly personId: string;
}

/** A challenge that knows what it is for and when it ends, so that nothing is kept until it is answered. */
export function newChallenge(vault: Vault, ticket: Ticket, now: Instant): string {
  const body = { ...ticket, until: Date.parse(now) + TIMEOUT_MS, nonce: randomBytes(16).toString('base64url') };
  return vault.seal(Buffer.from(JSON.stringify(body)), OWNER).toString('base64url');
}

const OWNER = 'passkey challenge';

/** Whether the challenge is ours, for this purpose and person, and not over. */
export function isChallenge(vault: Vault, challenge: string, ticket: Ticket, now: Instant): boolean {
  const opened = vault.open(Buffer.from(challenge, 'base64url'), OWNER);
  if (opened === null) return false;
  const body = JSON.parse(opened.toString('utf8')) as Ticket & { readonly until: number };
  return body.purpose === ticket.purpose && body.personId === ticket.personId && Date.parse(now) < body.until;
}

export function challengeEnds(now: Instant): Instant {
  return later(now, TIMEOUT_MS);
}

interface PasskeyOwner {
  readonly personId: string;
  readonly account: string;
  readonly name: string;
}

/** What the browser is asked to make, as JSON for its script. `isListed`: the authenticator offers it by itself when somebody comes in. */
export function creationOptions(site: PasskeySite, owner: PasskeyOwner, challenge: string, existing: readonly string[], isListed = true): string {
  return JSON.stringify({
    rp: { id: site.id, name: site.name },
    user: { id: Buffer.from(owner.personId).toString('base64url'), name: owner.account, displayName: owner.name },
    challenge,
    pubKeyCredParams: ALGORITHMS.map((alg) => ({ type: 'public-key', alg })),
    timeout: TIMEOUT_MS,
    attestation: 'none',
    authenticatorSelection: { residentKey: isListed ? 'required' : 'discouraged', requireResidentKey: isListed, userVerification: 'required' },
    excludeCredentials: existing.map((id) => ({ type: 'public-key', id })),
  });
}

/** What the browser is asked to answer; any passkey of the site unless some are named. */
export function requestOptions(site: PasskeySite, challenge: string, allowed: readonly string[] = []): string {
  return JSON.stringify({
    rpId: site.id,
    challenge,
    timeout: TIMEOUT_MS,
    userVerification: 'required',
    allowCredentials: allowed.map((id) => ({ type: 'public-key', id })),
  });
}

export interface MadePasskey {
  readonly credentialId: string;
  readonly publicKey: Buffer;
  readonly counter: number;
  readonly transports: readonly string[];
}

type Holds = (challenge: string) => boolean;

/** The passkey that was made; null when the answer does not hold in any way. */
export async function readCreation(site: PasskeySite, answer: string, holds: Holds): Promise<MadePasskey | null> {
  try {
    const { verifyRegistrationResponse } = await import('@simplewebauthn/server');
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: JSON.parse(answer),
      expectedChallenge: holds,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      supportedAlgorithmIDs: ALGORITHMS,
    });
    if (!verified || registrationInfo === undefined) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: id, publicKey: Buffer.from(publicKey), counter, transports };
  } catch {
    return null;
  }
}

/** The id in an answer that is not read yet, to find its key; null when it is no answer at all. */
export function credentialIn(answer: string): string | null {
  try {
    const { id } = JSON.parse(answer) as { id?: unknown };
    return typeof id === 'string' && id.length <= 1400 ? id : null;
  } catch {
    return null;
  }
}

/** What a signing key answered, not checked yet; null when it is no answer at all. */
export function assertionIn(answer: string): SigningAssertion | null {
  try {
    const { id, response } = JSON.parse(answer) as { id?: unknown; response?: Partial<Record<keyof SigningAssertion, unknown>> };
    const { authenticatorData, clientDataJSON, signature } = response ?? {};
    const members = [id, authenticatorData, clientDataJSON, signature];
    if (!members.every((member) => typeof member === 'string' && member.length <= LONGEST_MEMBER)) return null;
    return { credentialId: id, authenticatorData, clientDataJSON, signature } as SigningAssertion;
  } catch {
    return null;
  }
}

const LONGEST_MEMBER = 4000;

/** The challenge that was answered and the new counter; null when the answer does not hold. */
export async function readAnswer(
  site: PasskeySite,
  answer: string,
  known: Pick<MadePasskey, 'credentialId' | 'publicKey' | 'counter'>,
  holds: Holds,
): Promise<{ readonly challenge: string; readonly counter: number } | null> {
  let answered = '';
  try {
    const { verifyAuthenticationResponse } = await import('@simplewebauthn/server');
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: JSON.parse(answer),
      expectedChallenge: (challenge) => {
        answered = challenge;
        return holds(challenge);
      },
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      credential: { id: known.credentialId, publicKey: new Uint8Array(known.publicKey), counter: known.counter },
    });
    return verified ? { challenge: answered, counter: authenticationInfo.newCounter } : null;
  } catch {
    return null;
  }
}
