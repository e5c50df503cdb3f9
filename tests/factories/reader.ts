// What a reader of a bundle holds from elsewhere: the digest of the list of keys, and anchors as they came by mail.

import { generateKeyPairSync, sign } from 'node:crypto';
import { isDeciding } from '../../src/domain/audit/deciding.ts';
import type { EventKind } from '../../src/domain/audit/events.ts';
import { type Anchor, anchorLine, anchorStatement, readAnchors } from '../../src/domain/proof/anchor.ts';
import { type BundleParts, type RegionSeal, writeBundle } from '../../src/domain/proof/bundle.ts';
import { keyListDigest } from '../../src/domain/proof/key-list.ts';
import { hash } from './bundle.ts';

const { privateKey, publicKey } = generateKeyPairSync('ed25519');

/** The key of the region: whoever has the server's disk has it. */
export function regionSeal(statement: string): RegionSeal {
  return { publicKey: publicKey.export({ format: 'jwk' }).x ?? '', signature: sign(null, Buffer.from(statement), privateKey).toString('base64url') };
}

export function keyListOf({ contest, keys = [] }: BundleParts): string {
  return keyListDigest({ region: contest.region.id, edition: contest.year, category: contest.category.id, keys }, hash);
}

/** One anchor for each deciding act that the bundle quotes, and the one of the bundle itself. */
export function anchorTextOf(parts: BundleParts): string {
  const { contest, ledger, publication } = parts;
  const [region, category] = [contest.region.id, contest.category.id];
  const keys = { category, digest: keyListOf(parts) };
  const points = ledger
    .filter(({ kind }) => isDeciding({ kind: kind as EventKind }))
    .map(({ seq, digest, actedAt, kind }) => ({ region, seq, digest, at: actedAt, kind, bundle: null, keys: kind.startsWith('result.') ? keys : null }));
  const root = writeBundle(parts, hash).digest;
  const last = { region, seq: (ledger.at(-1)?.seq ?? 0) + 2, digest: hash(root), at: publication.publishedAt, kind: 'result.bundled', keys };
  const named = { ...last, bundle: { category, version: publication.version, root } };
  return [...points, named].map((point) => anchorLine(anchorStatement(point), regionSeal(anchorStatement(point)))).join('\n');
}

export function anchorsOf(parts: BundleParts): readonly Anchor[] {
  const read = readAnchors(anchorTextOf(parts));
  return read.ok ? read.anchors : [];
}
