import { describe, expect, test } from 'vitest';
import { firstBundle, hash, smallBundle } from '../../../tests/factories/bundle.ts';
import { anchorsOf, keyListOf, regionSeal } from '../../../tests/factories/reader.ts';
import { authenticator } from '../../../tests/support/authenticator.ts';
import { bundleTools } from '../../platform/signature.ts';
import type { Anchor } from './anchor.ts';
import { type BundleParts, type RegionSeal, writeBundle } from './bundle.ts';
import { type Given, verifyBundle } from './bundle-verify.ts';

const { parts } = smallBundle();
const anchors = anchorsOf(parts);
const named = anchors.at(-1)!;
const digest = writeBundle(parts, hash).digest;

function said(given: Given, from: BundleParts = parts, seal: (statement: string) => RegionSeal | null = regionSeal): readonly string[] {
  const verdict = verifyBundle(new TextEncoder().encode(writeBundle(from, hash, seal).text), bundleTools, given);
  if (verdict.state !== 'broken') return verdict.state === 'holds' ? [...verdict.found.boundBy, verdict.found.signaturesStand ? 'signed' : 'unsigned'] : [];
  return verdict.faults.map((fault) =>
    fault.kind === 'refused' ? `${fault.path} ${fault.code}` : fault.kind === 'value' ? `${fault.path} ${fault.written}` : '',
  );
}

test('only what comes from outside the file vouches for it', () => {
  expect(said({})).toEqual(['unsigned']);
  expect(said({ digest })).toEqual(['digest', 'unsigned']);
  expect(said({ anchors })).toEqual(['anchor', 'signed']);
  expect(said({ keyList: keyListOf(parts) })).toEqual(['unsigned']);
  expect(said({ digest, anchors, keyList: keyListOf(parts) })).toEqual(['digest', 'anchor', 'signed']);
});

describe('beside anchors', () => {
  const without = anchors.slice(0, -1);
  const with_ = (changes: Partial<Anchor>) => [...without, { ...named, ...changes }];

  test('older than the publication the bundle is not covered, and its rows are compared all the same', () => {
    expect(said({ anchors: without })).toEqual(['signed']);
    const changed = without.map((anchor) => (anchor.seq === parts.ledger[1]!.seq ? { ...anchor, digest: hash('x') } : anchor));
    expect(said({ anchors: changed })).toEqual([`$.parts.ledger[1].digest "${parts.ledger[1]!.digest}"`]);
  });

  test('of another region it is at fault; beside none nothing is said', () => {
    const elsewhere = anchors.map((anchor) => ({ ...anchor, region: '00000000-0000-7000-8000-000000000099' }));
    expect(said({ anchors: elsewhere })).toEqual(['$.parts.contest.region.id bundle.anchors-of-another-region']);
    expect(said({ anchors: [] })).toEqual(['unsigned']);
  });

  test('that name another root, or none although they are later, it is at fault', () => {
    expect(said({ anchors: with_({ bundle: { ...named.bundle!, root: hash('other') } }) })).toEqual([`$.digests "${digest}"`]);
    expect(said({ anchors: with_({ bundle: null, at: '2026-09-02T00:00:00.000Z' }) })).toEqual(['$.digests bundle.not-anchored']);
    expect(said({ anchors: with_({ bundle: { ...named.bundle!, version: 9 } }) })).toEqual(['signed']);
  });

  test('that know another list of keys, the list is at fault, unless the reader knows it', () => {
    const other = anchors.map((anchor) => (anchor.keys === null ? anchor : { ...anchor, keys: { ...anchor.keys, digest: hash('list') } }));
    expect(said({ anchors: other })).toEqual([`$.parts.keys "${keyListOf(parts)}"`]);
    expect(said({ anchors: other, keyList: keyListOf(parts) })).toEqual(['anchor', 'signed']);
  });

  test('of the first form its rows alone are compared', () => {
    const { text } = firstBundle();
    const first = verifyBundle(new TextEncoder().encode(text), bundleTools, { anchors: anchorsOf(smallBundle({ first: true }).parts) });
    expect(first).toMatchObject({ state: 'holds', found: { boundBy: [], anchors: { namesBundle: false, rows: 10, coversSigning: true } } });
  });
});

describe('signatures', () => {
  const edited = (edit: (parts: { -readonly [Key in keyof BundleParts]: BundleParts[Key] }) => void) => {
    const copy = structuredClone(parts);
    edit(copy);
    return copy;
  };

  test('another list of keys than the one the reader knows is named', () => {
    expect(said({ keyList: hash('list') })).toEqual([`$.parts.keys "${keyListOf(parts)}"`]);
  });

  test('by one who signs twice with two keys count once', () => {
    const twice = edited((copy) => {
      copy.keys = copy.keys!.map((key) => ({ ...key, holder: 1 }));
    });
    expect(said({}, twice)).toEqual(['$.parts.signatures[1].assertion bundle.holder-signs-twice', '$.parts.certification.assertion bundle.holder-signs-twice']);
  });

  test('that hold for another subject are refused at their place', () => {
    const copied = edited((copy) => {
      copy.certification = { ...copy.certification, assertion: copy.signatures[0]!.assertion! };
    });
    expect(said({}, copied)).toContain('$.parts.certification.assertion signature.wrong-capacity');
  });

  test('of keys that were enrolled after the opening and confirmed are counted as such', () => {
    const late = edited((copy) => {
      copy.keys = copy.keys!.map((key) => ({ ...key, afterOpening: true, confirmedAt: key.enrolledAt }));
    });
    const verdict = verifyBundle(new TextEncoder().encode(writeBundle(late, hash).text), bundleTools);
    expect(verdict).toMatchObject({ state: 'holds', found: { signatures: { proven: 3, lateKeys: 3, of: 3 }, isRegionSigned: false } });
  });

  test('are statements where no key signed', () => {
    const verdict = verifyBundle(new TextEncoder().encode(writeBundle(smallBundle({ signers: null }).parts, hash).text), bundleTools);
    expect(verdict).toMatchObject({ state: 'holds', found: { signatures: { proven: 0, of: 3 }, signaturesStand: false } });
  });

  test('by keys of somebody else hold among themselves and stand for nothing', () => {
    const others = smallBundle({ signers: [authenticator(), authenticator(), authenticator()] }).parts;
    expect(said({}, others)).toEqual(['unsigned']);
    expect(said({ keyList: keyListOf(parts) }, others)).toEqual([`$.parts.keys "${keyListOf(others)}"`]);
  });
});

test('a signature of the key of the region that does not hold is named', () => {
  const wrong = (change: Partial<RegionSeal>) => said({ digest }, parts, (statement) => ({ ...regionSeal(statement), ...change }));
  const other = regionSeal('something else').signature;
  expect(wrong({ signature: other })).toEqual(['$.region.signature bundle.region-key-does-not-hold']);
  expect(wrong({ publicKey: 'A'.repeat(43) })).toEqual(['$.region.signature bundle.region-key-does-not-hold']);
  expect(wrong({ signature: 'B'.repeat(86) })).toEqual(['$.region.signature bundle.region-key-does-not-hold']);
  expect(said({ digest }, parts, () => null)).toEqual(['digest', 'unsigned']);
});
