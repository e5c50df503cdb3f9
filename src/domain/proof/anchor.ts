// An anchor (jangkar): one line that says where the ledger stood, and leaves the machine so that nobody can rewrite it there.

import type { Instant } from '../shared/time.ts';

export interface AnchorPoint {
  /** Id of the region. */
  readonly region: string;
  /** Number, digest and time of the row. */
  readonly seq: number;
  readonly digest: string;
  readonly at: Instant;
  /** Kind of the act, or `hourly`. */
  readonly kind: string;
  /** Root digest of the bundle that the act made, with category id and version of the publication. */
  readonly bundle: { readonly category: string; readonly version: number; readonly root: string } | null;
  /** Digest of the list of signing keys of the category that the act is about. */
  readonly keys: { readonly category: string; readonly digest: string } | null;
}

export interface Anchor extends AnchorPoint {
  /** The part of the line that the key of the region signs. */
  readonly statement: string;
  /** Null: the installation had no private part of its key. */
  readonly signed: { readonly publicKey: string; readonly signature: string } | null;
}

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const DIGEST = '[0-9a-f]{64}';
const LINE = new RegExp(
  `^(jangkar/1 (${ID}) ([1-9]\\d{0,15}) (${DIGEST}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z) ([a-z][a-z.-]{0,60})` +
    `(?: bundel=(${ID})/([1-9]\\d{0,4})/(${DIGEST}))?(?: daftar-kunci=(${ID})/(${DIGEST}))?)` +
    '(?: kunci-daerah=([A-Za-z0-9_-]{43}) ttd=([A-Za-z0-9_-]{86}))?$',
);

/** The text that the key of the region signs: the same point gives the same text. */
export function anchorStatement({ region, seq, digest, at, kind, bundle, keys }: AnchorPoint): string {
  const parts = ['jangkar/1', region, seq, digest, at, kind];
  if (bundle !== null) parts.push(`bundel=${bundle.category}/${bundle.version}/${bundle.root}`);
  if (keys !== null) parts.push(`daftar-kunci=${keys.category}/${keys.digest}`);
  return parts.join(' ');
}

/** The whole line of an anchor. */
export function anchorLine(statement: string, signed: Anchor['signed']): string {
  return signed === null ? statement : `${statement} kunci-daerah=${signed.publicKey} ttd=${signed.signature}`;
}

export type AnchorReading =
  | { readonly ok: true; readonly anchors: readonly Anchor[] }
  /** `unreadable`: the line (from 1) begins like an anchor and is none; `contradiction`: an earlier line says another digest of the same row. */
  | { readonly ok: false; readonly line: number; readonly what: 'unreadable' | 'contradiction' };

/**
 * The anchors in a text: a page, a file, or the text of a mail, where lines may be quoted with `>`. Other lines are passed over. The same anchor may stand
 * there more than once. Never throws.
 */
export function readAnchors(text: string): AnchorReading {
  const anchors: Anchor[] = [];
  const digests = new Map<string, string>();
  for (const [at, raw] of text.split(/\r?\n/).entries()) {
    const line = raw.replace(/^[>\s]+/, '').trimEnd();
    if (!line.startsWith('jangkar/')) continue;
    const anchor = readLine(line);
    if (anchor === null) return { ok: false, line: at + 1, what: 'unreadable' };
    const place = `${anchor.region} ${anchor.seq}`;
    const known = digests.get(place);
    if (known !== undefined && known !== anchor.digest) return { ok: false, line: at + 1, what: 'contradiction' };
    digests.set(place, anchor.digest);
    anchors.push(anchor);
  }
  return { ok: true, anchors };
}

function readLine(line: string): Anchor | null {
  const found = LINE.exec(line);
  if (found === null) return null;
  const [, statement = '', region = '', seq, digest = '', at = '', kind = '', category, version, root, listed, list, publicKey, signature] = found;
  return {
    statement,
    region,
    seq: Number(seq),
    digest,
    at,
    kind,
    bundle: category === undefined || root === undefined ? null : { category, version: Number(version), root },
    keys: listed === undefined || list === undefined ? null : { category: listed, digest: list },
    signed: publicKey === undefined || signature === undefined ? null : { publicKey, signature },
  };
}

export type LedgerFault =
  /** The row of this number has another digest than when it was anchored, or is gone (`found` null). */
  { readonly seq: number; readonly at: Instant; readonly anchored: string; readonly found: string | null };

/**
 * What a ledger and anchors of its region disagree about, oldest first: rows changed or cut off since they were anchored. `digestOf` gives the digest that
 * the ledger has under a number. The first row that differs lies after the last anchor that agrees (`holdsUpTo`, 0 when none does) and not after the first
 * fault. Null when no anchor is of this region.
 * @basis RULES 13: an older or rewritten ledger is named.
 */
export function compareLedger(
  anchors: readonly Anchor[],
  region: string,
  digestOf: (seq: number) => string | null,
): { readonly compared: number; readonly holdsUpTo: number; readonly faults: readonly LedgerFault[] } | null {
  const own = anchors.filter((anchor) => anchor.region === region).sort((a, b) => a.seq - b.seq);
  if (own.length === 0) return null;
  const faults = own.map(({ seq, at, digest }) => ({ seq, at, anchored: digest, found: digestOf(seq) })).filter(({ anchored, found }) => anchored !== found);
  const first = faults[0]?.seq ?? Number.POSITIVE_INFINITY;
  return { compared: own.length, holdsUpTo: own.findLast(({ seq }) => seq < first)?.seq ?? 0, faults };
}
