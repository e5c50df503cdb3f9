// A subject to sign, a listed key, and a signature by a software authenticator.

import { type ListedKey, type SigningAssertion, type SigningSubject, signingChallenge } from '../../src/domain/proof/signature.ts';
import { signatureTools } from '../../src/platform/signature.ts';
import type { Authenticator } from '../support/authenticator.ts';

export const RP_ID = 'lomba.example';
export const ORIGIN = 'https://lomba.example';

export const subject: SigningSubject = {
  region: '0190aaaa-0000-7000-8000-000000000001',
  edition: 2026,
  category: '0190aaaa-0000-7000-8000-0000000000c1',
  version: 2,
  digest: 'ab'.repeat(32),
  capacity: 'juror',
  act: 'sign',
};

export function listed(key: Authenticator, changes: Partial<ListedKey> = {}): ListedKey {
  return {
    credentialId: key.id,
    publicKey: key.publicKey.toString('base64url'),
    algorithm: -7,
    rpId: RP_ID,
    origin: ORIGIN,
    capacity: 'juror',
    holder: 1,
    enrolledAt: '2026-10-01T02:00:00.000Z',
    afterOpening: false,
    confirmedAt: null,
    endedAt: null,
    ...changes,
  };
}

/** What the key answers when it is asked to sign the subject. */
export function signs(key: Authenticator, about: SigningSubject = subject, changes: Parameters<Authenticator['answer']>[1] = {}): SigningAssertion {
  const asked = JSON.stringify({ rpId: RP_ID, challenge: signingChallenge(about, signatureTools.sha256) });
  const { id, response } = JSON.parse(key.answer(asked, { origin: ORIGIN, ...changes })) as { id: string; response: Omit<SigningAssertion, 'credentialId'> };
  const { authenticatorData, clientDataJSON, signature } = response;
  return { credentialId: id, authenticatorData, clientDataJSON, signature };
}
