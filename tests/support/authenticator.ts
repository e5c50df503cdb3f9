// An authenticator in software: makes a key for a site and answers its challenges, as a browser would pass it on.

import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

const digest = (content: string | Buffer) => createHash('sha256').update(content).digest();
const text = (bytes: Buffer) => bytes.toString('base64url');

/** CBOR of what a passkey needs: integers, texts, bytes, maps. */
function cbor(value: number | string | Buffer | Map<number | string, unknown>): Buffer {
  const head = (major: number, count: number) => {
    if (count < 24) return Buffer.from([(major << 5) | count]);
    return count < 256 ? Buffer.from([(major << 5) | 24, count]) : Buffer.from([(major << 5) | 25, count >> 8, count & 255]);
  };
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  return Buffer.concat([head(5, value.size), ...[...value].flatMap(([key, one]) => [cbor(key), cbor(one as Buffer)])]);
}

export interface Authenticator {
  readonly id: string;
  /** Its COSE key. */
  readonly publicKey: Buffer;
  /** The answer to what a page asks when a key is made. */
  make(options: string, changes?: Changes): string;
  /** The answer to a challenge; each counts one up unless told otherwise. */
  answer(options: string, changes?: Changes): string;
}

interface Changes {
  readonly origin?: string;
  readonly counter?: number;
  /** Nobody unlocked it. */
  readonly unattended?: boolean;
  /** Nobody touched it. */
  readonly untouched?: boolean;
  /** Another site's host name in what it signs. */
  readonly host?: string;
  /** What the browser says the answer is. */
  readonly type?: string;
}

type Algorithm = 'ES256' | 'EdDSA' | 'RS256';

export function authenticator(origin = 'http://localhost', algorithm: Algorithm = 'ES256'): Authenticator {
  const { privateKey, publicKey } = pairOf(algorithm);
  const credential = randomBytes(16);
  const id = text(credential);
  let count = 0;
  const client = (type: string, challenge: string, from: string) => Buffer.from(JSON.stringify({ type, challenge, origin: from, crossOrigin: false }));
  const data = (host: string, flags: number, counter: number) => {
    const tail = Buffer.alloc(5);
    tail.writeUInt8(flags, 0);
    tail.writeUInt32BE(counter, 1);
    return Buffer.concat([digest(host), tail]);
  };
  return {
    id,
    publicKey: keyOf(publicKey),
    make: (options, { origin: from = origin } = {}) => {
      const { rp, challenge } = JSON.parse(options);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(credential.length);
      const authData = Buffer.concat([data(rp.id, 0x45, 0), Buffer.alloc(16), length, credential, keyOf(publicKey)]);
      const attestation = cbor(
        new Map<string, unknown>([
          ['fmt', 'none'],
          ['attStmt', new Map()],
          ['authData', authData],
        ]),
      );
      const response = { clientDataJSON: text(client('webauthn.create', challenge, from)), attestationObject: text(attestation), transports: ['internal'] };
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
    },
    answer: (options, { origin: from = origin, counter, unattended, untouched, host, type = 'webauthn.get' } = {}) => {
      const { rpId, challenge } = JSON.parse(options);
      count = counter ?? count + 1;
      const authData = data(host ?? rpId, (unattended ? 0 : 0x04) | (untouched ? 0 : 0x01), count);
      const clientData = client(type, challenge, from);
      const signature = sign(algorithm === 'EdDSA' ? null : 'sha256', Buffer.concat([authData, digest(clientData)]), privateKey);
      const response = { clientDataJSON: text(clientData), authenticatorData: text(authData), signature: text(signature) };
      return JSON.stringify({ id, rawId: id, type: 'public-key', response, clientExtensionResults: {} });
    },
  };
}

function pairOf(algorithm: Algorithm): { readonly privateKey: KeyObject; readonly publicKey: KeyObject } {
  if (algorithm === 'EdDSA') return generateKeyPairSync('ed25519');
  return algorithm === 'RS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
}

/** A COSE key. */
function keyOf(key: KeyObject): Buffer {
  const { kty, x = '', y = '', n = '', e = '' } = key.export({ format: 'jwk' });
  const bytes = (member: string) => Buffer.from(member, 'base64url');
  const entries: Readonly<Record<string, readonly (readonly [number, number | Buffer])[]>> = {
    EC: [
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, bytes(x)],
      [-3, bytes(y)],
    ],
    OKP: [
      [1, 1],
      [3, -8],
      [-1, 6],
      [-2, bytes(x)],
    ],
    RSA: [
      [1, 3],
      [3, -257],
      [-1, bytes(n)],
      [-2, bytes(e)],
    ],
  };
  return cbor(new Map<number, unknown>(entries[kty ?? ''] ?? []));
}

/** What the page asks of the browser, of the first form or of the one with the action. */
export function optionsOn(page: string, action = ''): string {
  const found = new RegExp(`<form[^>]*action="${action.replace(/[.?]/g, '\\$&') || '[^"]*'}"[^>]*data-kunci="([^"]*)"`).exec(page)?.[1];
  if (found === undefined) throw new Error('no passkey form on the page');
  return found.replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
