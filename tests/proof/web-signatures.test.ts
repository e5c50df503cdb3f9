import { expect, test } from 'vitest';
import { type AskedSignature, checkSignature } from '../../src/domain/proof/signature.ts';
import { withSignatures } from '../../src/islands/proof/web-signatures.ts';
import { signatureTools } from '../../src/platform/signature.ts';
import { listed, signs, subject } from '../factories/signing.ts';
import { authenticator } from '../support/authenticator.ts';

const NOW = '2026-11-10T03:00:00.000Z';
const keys = [authenticator(), authenticator(undefined, 'EdDSA'), authenticator(undefined, 'RS256')] as const;
const list = keys.map((key, at) => listed(key, { algorithm: ([-7, -8, -257] as const)[at] ?? -7 }));
const swapped = { ...signs(keys[0]), signature: signs(keys[0]).signature };
const assertions = [...keys.map((key) => signs(key)), swapped, signs(authenticator())];

test("gives the verdicts of the server, by the browser's own cryptography, for every algorithm", async () => {
  const all = (holds: (asked: AskedSignature) => boolean) =>
    assertions.map((one) => {
      const verdict = checkSignature(one, subject, list, NOW, { ...signatureTools, holds });
      return verdict.ok ? 'sah' : verdict.refusal.code;
    });
  const expected = ['sah', 'sah', 'sah', 'signature.does-not-hold', 'signature.key-unknown'];
  expect(all(signatureTools.holds)).toEqual(expected);
  expect(await withSignatures(all)).toEqual({ value: expected, unchecked: 0 });
});

test('counts what it cannot check, and takes it for no signature', async () => {
  const bad = {
    key: { algorithm: -7, jwk: { kty: 'EC', crv: 'P-256', x: 'AA', y: 'AA' } },
    message: new Uint8Array(3),
    signature: new Uint8Array(64),
  } as const;
  expect(await withSignatures((holds) => holds(bad))).toEqual({ value: false, unchecked: 1 });
  expect(signatureTools.holds(bad)).toBe(false);
});
