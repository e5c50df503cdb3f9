import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { listed, signs, subject } from '../../../tests/factories/signing.ts';
import { authenticator } from '../../../tests/support/authenticator.ts';
import { signatureTools } from '../../platform/signature.ts';
import { textOf } from './base64url.ts';
import { checkSignature, type ListedKey, type SigningAssertion, type SigningSubject, served, signingChallenge, signingText } from './signature.ts';

const NOW = '2026-11-10T03:00:00.000Z';
const key = authenticator();
const keys = [listed(authenticator()), listed(key)];

function verdict(assertion: SigningAssertion, about: SigningSubject = subject, from: readonly ListedKey[] = keys): string {
  const outcome = checkSignature(assertion, about, from, NOW, signatureTools);
  return outcome.ok ? 'sah' : outcome.refusal.code;
}

test('asks for the SHA-256 of a canonical text that names the result and the act', () => {
  const text =
    `{"act":"sign","capacity":"juror","category":"${subject.category}","digest":"${subject.digest}","edition":2026,` +
    `"form":"bailang/tanda-tangan/1","region":"${subject.region}","version":2}`;
  expect(signingText(subject)).toBe(text);
  expect(signingChallenge(subject, signatureTools.sha256)).toBe(createHash('sha256').update(text).digest('base64url'));
});

describe('a signature', () => {
  test('holds for the subject it was made for, and gives its key', () => {
    const outcome = checkSignature(signs(key), subject, keys, NOW, signatureTools);
    expect(outcome.ok && outcome.value.credentialId).toBe(key.id);
  });

  test.each([
    ['ES256', -7],
    ['EdDSA', -8],
    ['RS256', -257],
  ] as const)('holds with a key of %s', (name, algorithm) => {
    const other = authenticator(undefined, name);
    const list = [listed(other, { algorithm })];
    expect(verdict(signs(other), subject, list)).toBe('sah');
    expect(verdict({ ...signs(other), signature: signs(authenticator(undefined, name)).signature }, subject, list)).toBe('signature.does-not-hold');
  });

  test.each<[string, Partial<SigningSubject>]>([
    ['another region', { region: '0190aaaa-0000-7000-8000-000000000002' }],
    ['another edition', { edition: 2027 }],
    ['another category', { category: '0190aaaa-0000-7000-8000-0000000000c2' }],
    ['another version', { version: 3 }],
    ['another digest', { digest: 'ac'.repeat(32) }],
    ['another act', { act: 'certify' }],
  ])('does not hold for %s', (_name, change) => {
    expect(verdict(signs(key), { ...subject, ...change })).toBe('signature.signs-something-else');
    expect(verdict(signs(key, { ...subject, ...change }))).toBe('signature.signs-something-else');
  });

  test('does not hold for another capacity', () => {
    expect(verdict(signs(key), { ...subject, capacity: 'chair' })).toBe('signature.wrong-capacity');
    expect(verdict(signs(key, { ...subject, capacity: 'chair' }))).toBe('signature.signs-something-else');
  });

  test.each<[string, string, Parameters<typeof signs>[2]]>([
    ['from another address', 'signature.wrong-site', { origin: 'https://lomba.example.jahat.example' }],
    ['from another port', 'signature.wrong-site', { origin: 'https://lomba.example:8443' }],
    ['for another host', 'signature.wrong-site', { host: 'example' }],
    ['that nobody unlocked', 'signature.nobody-there', { unattended: true }],
    ['that nobody touched', 'signature.nobody-there', { untouched: true }],
    ['that answers the making of a key', 'signature.wrong-kind', { type: 'webauthn.create' }],
    ['of a payment', 'signature.wrong-kind', { type: 'payment.get' }],
  ])('%s is refused', (_name, code, changes) => expect(verdict(signs(key, subject, changes))).toBe(code));

  test('in a frame of another site is refused', () => {
    const client = { type: 'webauthn.get', challenge: signingChallenge(subject, signatureTools.sha256), origin: 'https://lomba.example', crossOrigin: true };
    expect(verdict({ ...signs(key), clientDataJSON: textOf(new TextEncoder().encode(JSON.stringify(client))) })).toBe('signature.wrong-site');
  });

  test('of a key that is not listed, or under the name of a listed one, is refused', () => {
    const foreign = authenticator();
    expect(verdict(signs(foreign))).toBe('signature.key-unknown');
    expect(verdict({ ...signs(foreign), credentialId: key.id })).toBe('signature.does-not-hold');
  });

  test.each<[string, Partial<ListedKey>, string]>([
    ['enrolled at the same instant', { enrolledAt: NOW }, 'sah'],
    ['enrolled later', { enrolledAt: '2026-11-10T03:00:00.001Z' }, 'signature.key-not-valid-then'],
    ['ended before', { endedAt: '2026-11-10T02:59:59.999Z' }, 'signature.key-not-valid-then'],
    ['ended at the same instant', { endedAt: NOW }, 'signature.key-not-valid-then'],
    ['ended later', { endedAt: '2026-11-10T03:00:00.001Z' }, 'sah'],
    ['made after the opening and not confirmed', { afterOpening: true }, 'signature.key-not-valid-then'],
    ['made after the opening and confirmed', { afterOpening: true, confirmedAt: NOW }, 'sah'],
    ['made after the opening and confirmed later', { afterOpening: true, confirmedAt: '2026-11-10T03:00:00.001Z' }, 'signature.key-not-valid-then'],
    ['with another public key', { publicKey: authenticator().publicKey.toString('base64url') }, 'signature.does-not-hold'],
    ['with no public key', { publicKey: '' }, 'signature.does-not-hold'],
    ['with a public key that is no text of bytes', { publicKey: '=' }, 'signature.does-not-hold'],
    ['of another algorithm', { algorithm: -8 }, 'signature.does-not-hold'],
  ])('of a key %s: %s', (_name, changes, expected) => expect(verdict(signs(key), subject, [listed(key, changes)])).toBe(expected));

  test('with any byte of it changed is refused', () => {
    const good = signs(key);
    for (const member of ['authenticatorData', 'clientDataJSON', 'signature'] as const) {
      const bytes = Buffer.from(good[member], 'base64url');
      for (let at = 0; at < bytes.length; at += 1) {
        const changed = Buffer.from(bytes);
        changed[at] = (changed[at] ?? 0) ^ 0x01;
        expect([member, at, verdict({ ...good, [member]: changed.toString('base64url') })]).not.toEqual([member, at, 'sah']);
      }
    }
  });

  test.each<[string, Partial<SigningAssertion>]>([
    ['not base64url', { authenticatorData: '??' }],
    ['padded', { signature: 'AAA=' }],
    ['of too few bytes', { authenticatorData: 'AAAA' }],
    ['with words that are no JSON', { clientDataJSON: 'AAAA' }],
    ['with words that are no object', { clientDataJSON: textOf(new TextEncoder().encode('7')) }],
  ])('%s is malformed', (_name, change) => expect(verdict({ ...signs(key), ...change })).toBe('signature.malformed'));
});

test('a key serves from its enrolment until its end', () => {
  const known = listed(key, { endedAt: '2026-11-01T00:00:00.000Z' });
  expect(['2026-09-30T00:00:00.000Z', '2026-10-01T02:00:00.000Z', '2026-11-01T00:00:00.000Z'].map((at) => served(known, at))).toEqual([false, true, false]);
});
