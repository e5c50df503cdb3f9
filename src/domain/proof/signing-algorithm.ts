// What signing keys and their signatures are made of: COSE keys in, JWK out, and ECDSA signatures in the plain form.

import { textOf } from './base64url.ts';

/** COSE numbers: ES256 (P-256), EdDSA (Ed25519), RS256. */
export type SigningAlgorithm = -7 | -8 | -257;

/** A public key as both Node and browsers import it. */
export type SigningJwk =
  | { readonly kty: 'EC'; readonly crv: 'P-256'; readonly x: string; readonly y: string }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string }
  | { readonly kty: 'RSA'; readonly n: string; readonly e: string };

export interface PublicKey {
  readonly algorithm: SigningAlgorithm;
  readonly jwk: SigningJwk;
}

type Value = number | Uint8Array;

/**
 * The key in a COSE_Key map of WebAuthn; null for anything else: another kind or curve, a wrong length, a member twice, bytes after the end.
 * @basis RFC 9052 section 7, RFC 9053 sections 2 and 7, RFC 8230 section 4.
 */
export function readPublicKey(cose: Uint8Array): PublicKey | null {
  const map = readMap(cose);
  const bytes = (label: number, length?: number) => {
    const value = map?.get(label);
    return value instanceof Uint8Array && (length === undefined || value.length === length) ? textOf(value) : '';
  };
  const is = (kind: number, algorithm: SigningAlgorithm) => map?.get(1) === kind && map.get(3) === algorithm;
  const [x, y] = [bytes(-2, 32), bytes(-3, 32)];
  if (is(2, -7) && map?.get(-1) === 1 && x !== '' && y !== '') return { algorithm: -7, jwk: { kty: 'EC', crv: 'P-256', x, y } };
  if (is(1, -8) && map?.get(-1) === 6 && x !== '') return { algorithm: -8, jwk: { kty: 'OKP', crv: 'Ed25519', x } };
  const [n, e] = [bytes(-1), bytes(-2)];
  return is(3, -257) && n !== '' && e !== '' ? { algorithm: -257, jwk: { kty: 'RSA', n, e } } : null;
}

/** A CBOR map of small integers to integers or bytes, nothing else and nothing after it. */
function readMap(bytes: Uint8Array): ReadonlyMap<number, Value> | null {
  let at = 0;
  const head = (): readonly [number, number] | null => {
    const first = bytes[at++] ?? 0xff;
    const [major, low] = [first >> 5, first & 31];
    if (low < 24) return [major, low];
    const width = low === 24 ? 1 : low === 25 ? 2 : 0;
    const end = at + width;
    if (width === 0 || end > bytes.length) return null;
    let count = 0;
    while (at < end) count = count * 256 + (bytes[at++] ?? 0);
    return [major, count];
  };
  const value = (): Value | null => {
    const [major, count] = head() ?? [7, 0];
    if (major === 0) return count;
    if (major === 1) return -1 - count;
    if (major !== 2 || at + count > bytes.length) return null;
    at += count;
    return bytes.slice(at - count, at);
  };
  const [major, members] = head() ?? [7, 0];
  const map = new Map<number, Value>();
  if (major !== 5 || members > 8) return null;
  for (let member = 0; member < members; member += 1) {
    const [key, held] = [value(), value()];
    if (typeof key !== 'number' || held === null || map.has(key)) return null;
    map.set(key, held);
  }
  return at === bytes.length ? map : null;
}

/**
 * r and s of a P-256 signature, 32 bytes each, from its DER form; null when it is none.
 * @basis RFC 3279 section 2.2.3 (Ecdsa-Sig-Value).
 */
export function plainSignature(der: Uint8Array): Uint8Array<ArrayBuffer> | null {
  if (der[0] !== 0x30 || der[1] !== der.length - 2) return null;
  const r = readInteger(der, 2);
  const s = r === null ? null : readInteger(der, r.end);
  if (r === null || s === null || s.end !== der.length) return null;
  const plain = new Uint8Array(64);
  plain.set(r.digits, 32 - r.digits.length);
  plain.set(s.digits, 64 - s.digits.length);
  return plain;
}

function readInteger(der: Uint8Array, at: number): { readonly digits: Uint8Array; readonly end: number } | null {
  const end = at + 2 + (der[at + 1] ?? 0);
  if (der[at] !== 0x02 || end > der.length) return null;
  const written = der.slice(at + 2, end);
  const digits = written[0] === 0 ? written.slice(1) : written;
  return digits.length === 0 || digits.length > 32 ? null : { digits, end };
}
