// Recomputes a bundle with nothing but its bytes, and compares it with what its reader knows from elsewhere: a digest, a list of keys, anchors.

import { readCanonicalJson } from '../shared/canonical-reader.ts';
import type { Anchor } from './anchor.ts';
import { BUNDLE_FORM, type Bundle, FIRST_FORM, type Hash, partDigests, rootDigest } from './bundle.ts';
import { type AnchorFindings, checkAnchors } from './bundle-anchors.ts';
import { type BundleFault, difference } from './bundle-fault.ts';
import { checkFigures } from './bundle-figures.ts';
import { checkLedger } from './bundle-ledger.ts';
import { bundleShape } from './bundle-shape.ts';
import { checkSigning, regionFaults, type SignatureFindings } from './bundle-signatures.ts';
import type { SignatureTools } from './signature.ts';

export interface BundleCounts {
  readonly entries: number;
  readonly levels: number;
  readonly sheets: number;
  readonly ranked: number;
  readonly signatures: number;
  readonly rows: number;
  readonly closedRows: number;
  readonly parts: number;
}

/** What the reader has from elsewhere. */
export interface Given {
  /** Root digest of the bundle; for one of the first form the digest of its file. */
  readonly digest?: string | null;
  /** Digest of the category's list of signing keys. */
  readonly keyList?: string | null;
  /** Null: no anchors were given. */
  readonly anchors?: readonly Anchor[] | null;
}

export interface BundleTools extends SignatureTools {
  readonly hash: Hash;
}

export interface Findings {
  /** What from outside the file vouches for the whole of it. Nothing: figures agree with each other, and that is all that is known. */
  readonly boundBy: readonly ('digest' | 'anchor')[];
  readonly signatures: SignatureFindings;
  /** Null: no anchors were given. */
  readonly anchors: AnchorFindings | null;
  /** Whether the signatures are proven: by keys of a known list, before an anchor. */
  readonly signaturesStand: boolean;
  readonly isRegionSigned: boolean;
}

export type BundleVerdict =
  | {
      readonly state: 'holds';
      readonly form: Bundle['bailang'];
      readonly digest: string;
      readonly about: Bundle['parts']['contest'];
      readonly counts: BundleCounts;
      readonly found: Findings;
    }
  /** Every fault that was found, the first named first. */
  | { readonly state: 'broken'; readonly digest: string; readonly faults: readonly BundleFault[] }
  | { readonly state: 'not-a-bundle' };

/**
 * Whether a file is a whole bundle: canonical text of the known shape, every part with its digest; desk points and values, shortlist and cut, sheet totals,
 * result with trace, ladder and ranks, and the published snapshot computed again from the inputs; the digests that were signed and certified; rows of the
 * ledger with theirs; assertions of signing passkeys. `holds` says that it agrees with itself and with all that was given; only `found.boundBy` says
 * whether anything from outside vouches for it. `digest` is the root; of a broken text or the first form, that of the file. Never throws, whatever the bytes.
 * @basis RULES 7 (bundle for recomputing), RULES 13 (verify says what it knows).
 */
export function verifyBundle(bytes: Uint8Array, tools: BundleTools, given: Given = {}): BundleVerdict {
  const { hash } = tools;
  const decoded = decode(bytes);
  const reading = readCanonicalJson(decoded.text);
  if (!looksLikeBundle(decoded.text, reading.ok ? reading.value : null)) return { state: 'not-a-bundle' };
  const file = hash(decoded.text);
  const broken = (digest: string, ...faults: readonly BundleFault[]): BundleVerdict => ({ state: 'broken', digest, faults });
  const stray = decoded.stray;
  if (stray !== null) return broken(file, { kind: 'byte', check: 'text', offset: stray, expected: 'utf-8' });
  if (!reading.ok) return broken(file, { kind: 'byte', check: 'text', offset: byteLength(decoded.text.slice(0, reading.at)), expected: reading.expected });
  const misfit = bundleShape(reading.value, '$');
  if (misfit !== null) return broken(file, { kind: 'value', check: 'shape', path: misfit.path, written: misfit.found, computed: misfit.expected });
  const bundle = reading.value as Bundle;
  const computed = partDigests(bundle.parts, hash);
  const digest = bundle.bailang === FIRST_FORM ? file : rootDigest(computed, hash);
  const anchors = checkAnchors(bundle, digest, given.anchors ?? []);
  const signatures = checkSigning(bundle, given.keyList ?? null, anchors, hash, tools);
  const faults = [
    ...checkFigures(bundle.parts, hash),
    ...checkLedger(bundle.parts, hash),
    ...checkParts(bundle, computed),
    ...signatures.faults,
    ...regionFaults(bundle, digest, tools),
    ...checkFile(digest, given.digest ?? null),
    ...anchors.faults,
  ];
  if (faults.length > 0) return broken(digest, ...faults);
  const boundBy = [...(given.digest === digest ? (['digest'] as const) : []), ...(anchors.namesBundle ? (['anchor'] as const) : [])];
  const found: Findings = {
    boundBy,
    signatures,
    anchors: given.anchors === undefined || given.anchors === null ? null : anchors,
    signaturesStand: signatures.proven > 0 && signatures.listKnown !== null && anchors.coversSigning,
    isRegionSigned: (bundle.region ?? null) !== null,
  };
  return { state: 'holds', form: bundle.bailang, digest, about: bundle.parts.contest, counts: countOf(bundle), found };
}

interface Decoded {
  readonly text: string;
  /** Offset of the first byte that is not UTF-8, or null. */
  readonly stray: number | null;
}

function decode(bytes: Uint8Array): Decoded {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
  const again = new TextEncoder().encode(text);
  if (again.length === bytes.length && again.every((byte, at) => byte === bytes[at])) return { text, stray: null };
  let stray = 0;
  while (again[stray] === bytes[stray]) stray += 1;
  return { text, stray };
}

function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

const PREFIX = '{"bailang":"bundle/';

/** A damaged bundle is still one: it begins like one, or has its members. */
function looksLikeBundle(text: string, value: unknown): boolean {
  if (typeof value === 'object' && value !== null && ['bailang', 'digests', 'parts'].some((key) => Object.hasOwn(value, key))) return true;
  if (text !== '' && PREFIX.startsWith(text)) return true;
  return text.startsWith(PREFIX.slice(0, 9)) || text.slice(0, PREFIX.length + 2).includes(BUNDLE_FORM.slice(0, 6));
}

function checkParts(bundle: Bundle, computed: Bundle['digests']): readonly BundleFault[] {
  const names = Object.keys(computed) as (keyof typeof computed)[];
  return names.flatMap((name) => difference('parts', `$.digests.${name}`, bundle.digests[name], computed[name]));
}

function checkFile(found: string, digest: string | null): readonly BundleFault[] {
  return digest === null || digest === found ? [] : [{ kind: 'value', check: 'file', path: '$', written: digest, computed: found }];
}

function countOf({ parts }: Bundle): BundleCounts {
  return {
    entries: parts.levels.length,
    levels: parts.levels.length * parts.instrument.indicators.length,
    sheets: parts.inputs.sheets.length,
    ranked: parts.publication.body.entries.length,
    signatures: parts.signatures.length,
    rows: parts.ledger.length,
    closedRows: parts.ledger.filter(({ closed }) => closed).length,
    parts: Object.keys(parts).length,
  };
}
