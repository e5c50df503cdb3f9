// A signature (tanda tangan) on a result: what a signing passkey is asked, and whether what it answered holds.

import { canonicalJson } from '../shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { bytesOf, textOf } from './base64url.ts';
import { type PublicKey, plainSignature, readPublicKey, type SigningAlgorithm } from './signing-algorithm.ts';

export const SIGNATURE_FORM = 'bailang/tanda-tangan/1';

export type SigningCapacity = 'juror' | 'chair' | 'leader';

/** What is signed. */
export interface SigningSubject {
  /** Id of the region. */
  readonly region: string;
  /** Year of the edition. */
  readonly edition: number;
  /** Id of the category. */
  readonly category: string;
  /** Version of the result, and its digest: 64 hexadecimal digits. */
  readonly version: number;
  readonly digest: string;
  readonly capacity: SigningCapacity;
  readonly act: 'sign' | 'certify';
}

/** The canonical text whose SHA-256 a signing passkey is asked as its challenge. */
export function signingText({ region, edition, category, version, digest, capacity, act }: SigningSubject): string {
  return canonicalJson({ form: SIGNATURE_FORM, region, edition, category, version, digest, capacity, act });
}

/** SHA-256 of bytes, as 32 bytes. */
export type HashBytes = (bytes: Uint8Array) => Uint8Array;

/** The challenge of the subject, as base64url text. */
export function signingChallenge(subject: SigningSubject, sha256: HashBytes): string {
  return textOf(sha256(new TextEncoder().encode(signingText(subject))));
}

/** What a signing passkey answered; base64url throughout. */
export interface SigningAssertion {
  readonly credentialId: string;
  readonly authenticatorData: string;
  readonly clientDataJSON: string;
  readonly signature: string;
}

/** A signing key in the list of those who sign one category's result. */
export interface ListedKey {
  readonly credentialId: string;
  /** COSE key as base64url. */
  readonly publicKey: string;
  readonly algorithm: SigningAlgorithm;
  /** Host name and address of the site where it was made; it signs nowhere else. */
  readonly rpId: string;
  readonly origin: string;
  readonly capacity: SigningCapacity;
  /** Keys of one person carry one number, so that nobody counts as two; it says nothing about who it is. */
  readonly holder: number;
  readonly enrolledAt: Instant;
  /** Enrolled at or after the opening of the category's presentation: a lost telephone, a substitute. It serves only once a second person confirmed it. */
  readonly afterOpening: boolean;
  readonly confirmedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/** Whether the key served at the instant: enrolled, confirmed where that is needed, not ended; half-open. */
export function served({ enrolledAt, afterOpening, confirmedAt, endedAt }: Omit<ListedKey, 'capacity' | 'holder'>, at: Instant): boolean {
  const from = afterOpening ? confirmedAt : enrolledAt;
  return from !== null && at >= from && (endedAt === null || at < endedAt);
}

/** A signature as primitives check it: ES256 in the plain form of 64 bytes. */
export interface AskedSignature {
  readonly key: PublicKey;
  readonly message: Uint8Array<ArrayBuffer>;
  readonly signature: Uint8Array<ArrayBuffer>;
}

export interface SignatureTools {
  readonly sha256: HashBytes;
  /** Whether the key made the signature over the message. A browser, whose own cryptography answers later, answers from what it has checked before. */
  readonly holds: (asked: AskedSignature) => boolean;
}

const USER_PRESENT = 0x01;
const USER_VERIFIED = 0x04;
/** Hash of the RP id, flags, counter. */
const LEAST_DATA = 37;

/**
 * Whether the assertion signs the subject: by a key of the list, of that capacity, that served at `signedAt`, at the site of its enrolment, with its
 * owner present and verified. Gives the key. Refuses `signature.malformed`, `signature.key-unknown`, `signature.key-not-valid-then`,
 * `signature.wrong-capacity`, `signature.wrong-kind` (not an answer to a challenge), `signature.signs-something-else` (challenge), `signature.wrong-site` (origin or RP id),
 * `signature.nobody-there` (not present or not verified), `signature.does-not-hold`.
 * @basis RULES 13 (Signatures); WebAuthn Level 3 section 7.2.
 */
export function checkSignature<K extends ListedKey>(
  assertion: SigningAssertion,
  subject: SigningSubject,
  keys: readonly K[],
  signedAt: Instant,
  { sha256, holds }: SignatureTools,
): Outcome<K> {
  const [data, client, given] = [assertion.authenticatorData, assertion.clientDataJSON, assertion.signature].map(bytesOf);
  const said = client ? readClient(client) : null;
  if (!data || !client || !given || said === null || data.length < LEAST_DATA) return refuse('signature.malformed');
  const key = keys.find(({ credentialId }) => credentialId === assertion.credentialId);
  if (key === undefined) return refuse('signature.key-unknown');
  if (!served(key, signedAt)) return refuse('signature.key-not-valid-then');
  if (key.capacity !== subject.capacity) return refuse('signature.wrong-capacity');
  if (said.type !== 'webauthn.get') return refuse('signature.wrong-kind');
  if (said.challenge !== signingChallenge(subject, sha256)) return refuse('signature.signs-something-else');
  const site = sha256(new TextEncoder().encode(key.rpId));
  if (said.origin !== key.origin || said.crossOrigin === true || textOf(data.slice(0, 32)) !== textOf(site)) return refuse('signature.wrong-site');
  const there = USER_PRESENT | USER_VERIFIED;
  if (((data[32] ?? 0) & there) !== there) return refuse('signature.nobody-there');
  const publicKey = readPublicKey(bytesOf(key.publicKey) ?? new Uint8Array());
  const signature = key.algorithm === -7 ? plainSignature(given) : given;
  if (publicKey?.algorithm !== key.algorithm || signature === null) return refuse('signature.does-not-hold');
  const message = new Uint8Array([...data, ...sha256(client)]);
  return holds({ key: publicKey, message, signature }) ? ok(key) : refuse('signature.does-not-hold');
}

function readClient(bytes: Uint8Array): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof read === 'object' && read !== null ? (read as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
}
