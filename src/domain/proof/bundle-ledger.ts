// The rows of the ledger that a bundle quotes: each hashes to its digest, and they say what the bundle says.

import { actorMark, chainText } from '../audit/chain.ts';
import { readCanonicalJson } from '../shared/canonical-reader.ts';
import { type BundleParts, type BundleRow, type Hash, QUOTED_KINDS } from './bundle.ts';
import { type BundleFault, difference, refused } from './bundle-fault.ts';

type Faults = readonly BundleFault[];

interface ReadRow extends BundleRow {
  readonly path: string;
  readonly said: Readonly<Record<string, unknown>>;
}

/**
 * Rows stand in order of their numbers; neighbours are linked; every row hashes to its digest, closed ones by the mark of their actor (a closed row from
 * before there were marks is taken as it is). The ledger saw the desk decision announced,
 * each counted sheet sealed, the result computed, signed and certified, with the digests and times of the bundle and in that order.
 */
export function checkLedger(parts: BundleParts, hash: Hash): Faults {
  const rows: ReadRow[] = [];
  for (const [at, row] of parts.ledger.entries()) {
    const path = `$.parts.ledger[${at}]`;
    const said = readFacts(row.facts);
    const before = rows.at(-1);
    const fault = said === null ? refused('ledger', `${path}.facts`, 'bundle.facts-unreadable') : faultOfRow(parts, { ...row, path, said }, before, hash);
    if (fault !== null) return [fault];
    rows.push({ ...row, path, said: said ?? {} });
  }
  return checkStory(parts, rows);
}

function readFacts(facts: string): ReadRow['said'] | null {
  const { ok, ...reading } = readCanonicalJson(facts);
  const value = ok ? (reading as { value: unknown }).value : null;
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as ReadRow['said']) : null;
}

function faultOfRow({ contest, result }: BundleParts, row: ReadRow, before: ReadRow | undefined, hash: Hash): BundleFault | null {
  const { path, kind, closed, actorId } = row;
  if (!QUOTED_KINDS.includes(kind)) return refused('ledger', `${path}.kind`, 'bundle.kind-not-quoted');
  const about = kind.startsWith('result.') ? result.id : contest.category.id;
  if (kind !== 'sheet.sealed' && row.subjectId !== about) return refused('ledger', `${path}.subjectId`, 'bundle.about-something-else');
  if (before !== undefined && before.seq >= row.seq) return refused('ledger', `${path}.seq`, 'bundle.rows-out-of-order');
  const isNext = before !== undefined && before.seq + 1 === row.seq;
  if (isNext && before.digest !== row.previous) return difference('ledger', `${path}.previous`, row.previous, before.digest)[0] ?? null;
  if (closed && (actorId !== null || (row.actorBlind ?? null) !== null)) return refused('ledger', `${path}.actorId`, 'bundle.actor-not-closed');
  const mark = closed ? (row.actorMark ?? null) : actorMark(actorId, row.actorBlind ?? null, hash);
  if (closed && mark === null) return null;
  if (!closed && (row.actorMark ?? null) !== null) return refused('ledger', `${path}.actorMark`, 'bundle.actor-not-closed');
  const digest = hash(chainText({ ...row, actorMark: mark, regionId: contest.region.id }));
  return difference('ledger', `${path}.digest`, row.digest, digest)[0] ?? null;
}

function checkStory(parts: BundleParts, rows: readonly ReadRow[]): Faults {
  const { desk, inputs, result, signatures, certification } = parts;
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  const seals = new Set(of('sheet.sealed').map(({ said }) => said.digest));
  const unsealed = inputs.sheets.findIndex(({ seal }) => !seals.has(seal));
  const signed = of('result.signed').map(({ said, actedAt }) => ({ capacity: said.capacity, digest: said.digest, signedAt: actedAt }));
  const kinds = rows.filter(({ kind }) => LAST_ACTS.includes(kind)).map(({ kind }) => kind);
  const expected = LAST_ACTS.flatMap((kind) => (kind === 'result.signed' ? signatures.map(() => kind) : [kind]));
  return [
    ...difference('ledger', '$.parts.ledger', kinds, expected),
    ...(unsealed === -1 ? [] : [refused('ledger', `$.parts.inputs.sheets[${unsealed}].seal`, 'bundle.seal-not-in-ledger')]),
    ...difference(
      'ledger',
      '$.parts.signatures',
      signatures.map(({ capacity, digest, signedAt }) => ({ capacity, digest, signedAt })),
      inOrder(signed),
    ),
    ...of('shortlist.announced').flatMap(({ path, said, actedAt }) => [
      ...difference('ledger', `${path}.facts.digest`, said.digest, desk.digest),
      ...difference('ledger', '$.parts.desk.announcedAt', desk.announcedAt, actedAt),
    ]),
    ...of('result.computed').flatMap(({ path, said, actedAt }) => [
      ...difference('ledger', `${path}.facts.digest`, said.digest, result.digest),
      ...difference('ledger', `${path}.facts.version`, said.version, result.version),
      ...difference('ledger', '$.parts.result.computedAt', result.computedAt, actedAt),
    ]),
    ...of('result.certified').flatMap(({ path, said, actedAt }) => [
      ...difference('ledger', `${path}.facts.digest`, said.digest, certification.digest),
      ...difference('ledger', `${path}.facts.decree`, said.decree, certification.decree),
      ...difference('ledger', '$.parts.certification.certifiedAt', certification.certifiedAt, actedAt),
    ]),
  ];
}

const LAST_ACTS: readonly string[] = ['shortlist.announced', 'result.computed', 'result.signed', 'result.certified'];

interface Signed {
  readonly capacity: unknown;
  readonly signedAt: string;
}

/** Signatures by time, then capacity: their order says nothing about who is who. */
export function inOrder<T extends Signed>(signatures: readonly T[]): readonly T[] {
  const keyOf = ({ signedAt, capacity }: Signed) => `${signedAt} ${String(capacity)}`;
  return [...signatures].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}
