// The signatures of a bundle: which of them a signing passkey made, with keys of which list.

import { bytesOf } from './base64url.ts';
import type { Bundle, BundleParts, Hash, RegionSeal } from './bundle.ts';
import { rootStatement } from './bundle.ts';
import type { AnchorFindings } from './bundle-anchors.ts';
import { type BundleFault, difference, refused } from './bundle-fault.ts';
import { keyListDigest } from './key-list.ts';
import { checkSignature, type ListedKey, type SignatureTools, type SigningAssertion, type SigningCapacity } from './signature.ts';

export interface SignatureFindings {
  readonly faults: readonly BundleFault[];
  /** Signatures and certification that a signing passkey made; the others are statements. */
  readonly proven: number;
  readonly of: number;
  /** Keys that were enrolled after the presentation had opened and signed. */
  readonly lateKeys: number;
  /** Digest of the list of keys in the bundle; null in the first form. */
  readonly keyList: string | null;
  /** Who vouches for the list: the reader, an anchor, or nobody. */
  readonly listKnown: 'reader' | 'anchor' | null;
}

interface Signing {
  readonly path: string;
  readonly assertion: SigningAssertion | null;
  readonly capacity: SigningCapacity;
  readonly act: 'sign' | 'certify';
  readonly at: string;
}

/**
 * Every assertion signs the digest of this result for this region, edition, category and version, by a key of the bundle's list that served then and in its
 * capacity; nobody signs twice. `keyList` is the digest of the list that the reader knows, or null. Faults of a list that differs are named.
 * @basis RULES 13 (Signatures).
 */
export function checkSigning({ parts }: Bundle, keyList: string | null, anchored: AnchorFindings, hash: Hash, tools: SignatureTools): SignatureFindings {
  const keys = parts.keys ?? [];
  const own = parts.keys === undefined ? null : listDigest(parts, keys, hash);
  const signings = signingsOf(parts);
  const proven = signings.filter(({ assertion }) => assertion !== null);
  const faults = [...proven.flatMap((one) => faultsOf(one, parts, keys, tools)), ...twice(proven, keys), ...listFaults(own, keyList, anchored)];
  const late = new Set(keys.filter(({ afterOpening }) => afterOpening).map(({ credentialId }) => credentialId));
  const known = own !== null && own === keyList ? 'reader' : own !== null && anchored.keyLists.includes(own) ? 'anchor' : null;
  return {
    faults,
    proven: proven.length,
    of: signings.length,
    lateKeys: proven.filter(({ assertion }) => late.has(assertion?.credentialId ?? '')).length,
    keyList: own,
    listKnown: known,
  };
}

function listDigest({ contest }: BundleParts, keys: readonly ListedKey[], hash: Hash): string {
  return keyListDigest({ region: contest.region.id, edition: contest.year, category: contest.category.id, keys }, hash);
}

function signingsOf({ signatures, certification }: BundleParts): readonly Signing[] {
  const signed = signatures.map(
    ({ assertion = null, capacity, signedAt }, at): Signing => ({
      path: `$.parts.signatures[${at}].assertion`,
      assertion,
      capacity,
      act: 'sign',
      at: signedAt,
    }),
  );
  const { assertion = null, certifiedAt } = certification;
  return [...signed, { path: '$.parts.certification.assertion', assertion, capacity: 'leader', act: 'certify', at: certifiedAt }];
}

function faultsOf({ path, assertion, capacity, act, at }: Signing, { contest, result }: BundleParts, keys: readonly ListedKey[], tools: SignatureTools) {
  if (assertion === null) return [];
  const { region, year, category } = contest;
  const subject = { region: region.id, edition: year, category: category.id, version: result.version, digest: result.digest, capacity, act };
  const checked = checkSignature(assertion, subject, keys, at, tools);
  return checked.ok ? [] : [refused('signatures', path, checked.refusal.code)];
}

/** Whoever holds two keys still signs once. */
function twice(signings: readonly Signing[], keys: readonly ListedKey[]): readonly BundleFault[] {
  const holders = new Map(keys.map(({ credentialId, holder }) => [credentialId, holder]));
  const seen = new Set<number | undefined>();
  return signings.flatMap(({ path, assertion }) => {
    const holder = holders.get(assertion?.credentialId ?? '');
    if (seen.has(holder)) return [refused('signatures', path, 'bundle.holder-signs-twice')];
    seen.add(holder);
    return [];
  });
}

/** A list that the reader or the anchors know must be the bundle's. */
function listFaults(own: string | null, given: string | null, { keyLists }: AnchorFindings): readonly BundleFault[] {
  if (own === null) return given === null ? [] : [refused('keys', '$.parts', 'bundle.no-key-list')];
  if (given !== null && given !== own) return difference('keys', '$.parts.keys', own, given);
  const [anchored] = keyLists;
  return given === null && anchored !== undefined && !keyLists.includes(own) ? difference('keys', '$.parts.keys', own, anchored) : [];
}

/** The key of the region over the root, or over a line: whether it holds. */
export function holdsRegionSeal({ publicKey, signature }: RegionSeal, statement: string, { holds }: Pick<SignatureTools, 'holds'>): boolean {
  const bytes = bytesOf(signature);
  const message = new TextEncoder().encode(statement);
  return bytes !== null && holds({ key: { algorithm: -8, jwk: { kty: 'OKP', crv: 'Ed25519', x: publicKey } }, message, signature: bytes });
}

export function regionFaults({ region }: Bundle, root: string, tools: SignatureTools): readonly BundleFault[] {
  const isWrong = region !== undefined && region !== null && !holdsRegionSeal(region, rootStatement(root), tools);
  return isWrong ? [refused('region-key', '$.region.signature', 'bundle.region-key-does-not-hold')] : [];
}
