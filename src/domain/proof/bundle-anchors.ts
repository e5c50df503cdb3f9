// A bundle beside anchors that its reader holds: rows of the ledger as they left the machine at the time, and the root of the bundle itself.

import type { Anchor } from './anchor.ts';
import type { Bundle } from './bundle.ts';
import { FIRST_FORM } from './bundle.ts';
import { type BundleFault, difference, refused } from './bundle-fault.ts';

export interface AnchorFindings {
  readonly faults: readonly BundleFault[];
  /** An anchor names this very bundle. */
  readonly namesBundle: boolean;
  /** Quoted rows that stand as they were anchored. */
  readonly rows: number;
  /** Digests of the category's list of signing keys, as anchored. */
  readonly keyLists: readonly string[];
  /** Every row of signing and certifying lies before an anchor that agrees. */
  readonly coversSigning: boolean;
}

/**
 * Compares rows by their numbers and the root by category and version. A bundle that no anchor names although there are anchors from after its publication
 * is at fault; one published after the last anchor is just not covered. A bundle of the first form has no root: its rows alone are compared.
 * @basis RULES 13: `verify --jangkar` compares; an older or rewritten ledger is named.
 */
export function checkAnchors({ bailang, parts }: Bundle, root: string, anchors: readonly Anchor[]): AnchorFindings {
  const { contest, ledger, publication } = parts;
  const own = anchors.filter(({ region }) => region === contest.region.id);
  if (own.length === 0) {
    const faults = anchors.length === 0 ? [] : [refused('anchor', '$.parts.contest.region.id', 'bundle.anchors-of-another-region')];
    return { faults, namesBundle: false, rows: 0, keyLists: [], coversSigning: false };
  }
  const digestAt = new Map(own.map(({ seq, digest }) => [seq, digest]));
  const met = ledger.flatMap((row, at) => (digestAt.has(row.seq) ? [{ row, at }] : []));
  const faults = met.flatMap(({ row, at }) => difference('anchor', `$.parts.ledger[${at}].digest`, row.digest, digestAt.get(row.seq)));
  const roots = own.flatMap(({ bundle }) => (bundle?.category === contest.category.id && bundle.version === publication.version ? [bundle.root] : []));
  const isFirst = bailang === FIRST_FORM;
  const isLate = own.some(({ at }) => at > publication.publishedAt);
  const [anchored] = roots;
  if (!isFirst && anchored !== undefined && !roots.includes(root)) faults.push(...difference('anchor', '$.digests', root, anchored));
  if (!isFirst && anchored === undefined && isLate) faults.push(refused('anchor', '$.digests', 'bundle.not-anchored'));
  const namesBundle = !isFirst && roots.includes(root);
  const signing = ledger.filter(({ kind }) => kind === 'result.signed' || kind === 'result.certified');
  return {
    faults,
    namesBundle,
    rows: met.length,
    keyLists: own.flatMap(({ keys }) => (keys?.category === contest.category.id ? [keys.digest] : [])),
    coversSigning: namesBundle || signing.every(({ seq }) => digestAt.has(seq)),
  };
}
