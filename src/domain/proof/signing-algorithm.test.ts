import { generateKeyPairSync, sign, verify } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { authenticator } from '../../../tests/support/authenticator.ts';
import { bytesOf, textOf } from './base64url.ts';
import { plainSignature, readPublicKey } from './signing-algorithm.ts';

const hex = (text: string) => new Uint8Array(Buffer.from(text, 'hex'));

describe('base64url', () => {
  test.each(['', 'AA', 'AAA', 'AAAA', '-_-_', 'aGFsbw'])('%j is the one text of its bytes', (text) =>
    expect(textOf(bytesOf(text) ?? new Uint8Array())).toBe(text),
  );
  test.each(['A', 'AAAAA', 'AA==', 'A+/A', 'AB', ' AA', undefined, 7])('%j is none', (text) => expect(bytesOf(text)).toBeNull());
});

describe('a COSE key', () => {
  test.each([
    ['ES256', -7, 'EC'],
    ['EdDSA', -8, 'OKP'],
    ['RS256', -257, 'RSA'],
  ] as const)('of %s is read', (name, algorithm, kty) => {
    const read = readPublicKey(authenticator(undefined, name).publicKey);
    expect([read?.algorithm, read?.jwk.kty]).toEqual([algorithm, kty]);
  });

  test('is nothing else: cut, longer, of another curve or kind, a member twice, a text, a list', () => {
    for (const name of ['ES256', 'EdDSA', 'RS256'] as const) {
      const good = authenticator(undefined, name).publicKey;
      for (let at = 0; at < good.length; at += 1) expect(readPublicKey(good.subarray(0, at))).toBeNull();
      expect(readPublicKey(Buffer.concat([good, Buffer.alloc(1)]))).toBeNull();
    }
    const x = `215820${'11'.repeat(32)}`;
    expect(readPublicKey(hex(`a4010103272006${x}`))?.algorithm).toBe(-8);
    for (const wrong of [
      `a4010103272007${x}`,
      `a4010203272006${x}`,
      `a4010103262006${x}`,
      `a50101032720062006${x}`,
      `a401010327200621581f${'11'.repeat(31)}`,
      ...['', '80', 'a9', 'a16161', 'a10161', 'b90001', 'ba00000001'],
    ])
      expect([wrong, readPublicKey(hex(wrong))]).toEqual([wrong, null]);
  });
});

describe('an ECDSA signature', () => {
  test('of a real key becomes r and s of 32 bytes each, as the same key gives them plainly', () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    for (let round = 0; round < 60; round += 1) {
      const der = sign('sha256', Buffer.from([round]), privateKey);
      const plain = plainSignature(der);
      expect(plain?.length).toBe(64);
      expect(verify('sha256', Buffer.from([round]), { key: publicKey, dsaEncoding: 'ieee-p1363' }, plain ?? new Uint8Array())).toBe(true);
    }
  });

  test('in any other form is none', () => {
    const good = '3006020101020102';
    expect(plainSignature(hex(good))?.at(-1)).toBe(2);
    for (const wrong of [
      '',
      '3106020101020102',
      '3005020101020102',
      `${good}00`,
      '3006030101020102',
      '3006020101030102',
      '30060201010201',
      '300402000200',
      '3006020201020102',
    ])
      expect([wrong, plainSignature(hex(wrong))]).toEqual([wrong, null]);
    expect(plainSignature(hex(`3026022101${'11'.repeat(32)}020101`))).toBeNull();
  });
});
