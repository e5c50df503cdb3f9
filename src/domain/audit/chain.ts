// The chain: each row carries the digest of the one before. The hash function is passed in.

import type { Facts } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';

export interface ChainRow {
  readonly regionId: string;
  readonly seq: number;
  readonly kind: string;
  readonly actorId: string | null;
  /** Stands for the actor in the digest; absent in rows from before there were marks. */
  readonly actorMark?: string | null;
  readonly subjectId: string | null;
  readonly actedAt: Instant;
  /** Canonical text of the facts. */
  readonly facts: string;
  readonly previous: string;
}

/** The digest before the first row of a region. */
export const CHAIN_START = '0'.repeat(64);

/** The facts as canonical text: JSON with keys in order of their code units, so that equal facts hash equally. */
export function canonicalFacts(facts: Facts): string {
  const keys = Object.keys(facts).sort();
  return JSON.stringify(Object.fromEntries(keys.map((key) => [key, facts[key]])));
}

/**
 * The mark of an actor: SHA-256(blind LF id), blind 32 hexadecimal digits drawn for the row. It binds the row to the actor and, while the blind is
 * kept back, tells nobody who that is. Null without an actor or without a blind.
 */
export function actorMark(actorId: string | null, blind: string | null, hash: (text: string) => string): string | null {
  return actorId === null || blind === null ? null : hash(`${blind}\n${actorId}`);
}

/** The text that a row's digest is made of: every column, in order, one per line; facts come last and may hold no line break. */
export function chainText(row: ChainRow): string {
  const actor = row.actorMark ?? row.actorId ?? '-';
  return [row.regionId, row.seq, row.kind, actor, row.subjectId ?? '-', row.actedAt, row.previous, row.facts].join('\n');
}

export type ChainFault = { readonly seq: number; readonly what: 'missing' | 'changed' | 'unlinked' };

export interface StoredRow extends ChainRow {
  readonly actorBlind?: string | null;
  readonly digest: string;
}

/**
 * The first fault of a chain read in order of seq, or null. `missing`: a number is skipped; `unlinked`: previous is not the digest
 * of the row before; `changed`: the row does not hash to its digest.
 */
export function firstFault(rows: Iterable<StoredRow>, hash: (text: string) => string): ChainFault | null {
  let expected = 1;
  let previous = CHAIN_START;
  for (const row of rows) {
    if (row.seq !== expected) return { seq: expected, what: 'missing' };
    if (row.previous !== previous) return { seq: row.seq, what: 'unlinked' };
    const marked = { ...row, actorMark: actorMark(row.actorId, row.actorBlind ?? null, hash) };
    if (hash(chainText(marked)) !== row.digest) return { seq: row.seq, what: 'changed' };
    previous = row.digest;
    expected += 1;
  }
  return null;
}
