// Recomputes a bundle, with nothing but its bytes: either everything in it follows from itself, or what differs is named.

import { readCanonicalJson } from '../shared/canonical-reader.ts';
import { BUNDLE_FORM, type Bundle, type Hash, partDigests } from './bundle.ts';
import { type BundleFault, difference } from './bundle-fault.ts';
import { checkFigures } from './bundle-figures.ts';
import { checkLedger } from './bundle-ledger.ts';
import { bundleShape } from './bundle-shape.ts';

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

export type BundleVerdict =
  | { readonly state: 'holds'; readonly digest: string; readonly about: Bundle['parts']['contest']; readonly counts: BundleCounts }
  /** Every fault that was found, the first named first. */
  | { readonly state: 'broken'; readonly digest: string; readonly faults: readonly BundleFault[] }
  | { readonly state: 'not-a-bundle' };

/**
 * Whether a file is a whole bundle: canonical text of the known shape, every part with its digest; desk points and values, shortlist and cut,
 * sheet totals, result with trace, ladder and ranks, and the published snapshot computed again from the inputs; the digests that were signed and
 * certified; rows of the ledger with theirs. `digest` is the one printed on the page of the result, when it is known: only it tells a bundle
 * that was forged throughout from the real one. Never throws, whatever the bytes.
 * @basis RULES 7 (bundle for recomputing), RULES 8 (a past result is recomputed from its frozen inputs).
 */
export function verifyBundle(bytes: Uint8Array, hash: Hash, digest: string | null = null): BundleVerdict {
  const decoded = decode(bytes);
  const reading = readCanonicalJson(decoded.text);
  if (!looksLikeBundle(decoded.text, reading.ok ? reading.value : null)) return { state: 'not-a-bundle' };
  const found = hash(decoded.text);
  const broken = (...faults: readonly BundleFault[]): BundleVerdict => ({ state: 'broken', digest: found, faults });
  const stray = decoded.stray;
  if (stray !== null) return broken({ kind: 'byte', check: 'text', offset: stray, expected: 'utf-8' });
  if (!reading.ok) return broken({ kind: 'byte', check: 'text', offset: byteLength(decoded.text.slice(0, reading.at)), expected: reading.expected });
  const misfit = bundleShape(reading.value, '$');
  if (misfit !== null) return broken({ kind: 'value', check: 'shape', path: misfit.path, written: misfit.found, computed: misfit.expected });
  const bundle = reading.value as Bundle;
  const faults = [...checkFigures(bundle.parts, hash), ...checkLedger(bundle.parts, hash), ...checkParts(bundle, hash), ...checkFile(found, digest)];
  return faults.length > 0 ? broken(...faults) : { state: 'holds', digest: found, about: bundle.parts.contest, counts: countOf(bundle) };
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

function checkParts(bundle: Bundle, hash: Hash): readonly BundleFault[] {
  const computed = partDigests(bundle.parts, hash);
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
