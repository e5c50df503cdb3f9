// Changes to the small bundle of the factory, its digests made anew as a forger would, and what the check then names.

import { actorMark, chainText } from '../../src/domain/audit/chain.ts';
import { type BundleParts, writeBundle } from '../../src/domain/proof/bundle.ts';
import type { BundleFault } from '../../src/domain/proof/bundle-fault.ts';
import { verifyBundle } from '../../src/domain/proof/bundle-verify.ts';
import { canonicalJson } from '../../src/domain/shared/decimal-json.ts';
import { bundleTools } from '../../src/platform/signature.ts';
import { hash, smallBundle } from './bundle.ts';

type Mutable<T> = T extends string ? T : { -readonly [Key in keyof T]: Mutable<T[Key]> };
export type Parts = Mutable<BundleParts>;
export type Edit = (parts: Parts) => void;

const PARTS = smallBundle().parts;

/** A fault in one line: what was asked, where, and the code of a rule that said no. */
function said(fault: BundleFault): string {
  if (fault.kind === 'byte') return `${fault.check} byte ${fault.offset} ${fault.expected}`;
  return `${fault.check} ${fault.path.replace('$.parts.', '')}${fault.kind === 'refused' ? ` ${fault.code}` : ''}`;
}

/** Every fault after the edit, the digests of the parts made anew. */
export function faults(edit: Edit): readonly string[] {
  const parts = structuredClone(PARTS) as Parts;
  edit(parts);
  const verdict = verifyBundle(new TextEncoder().encode(writeBundle(parts, hash).text), bundleTools);
  return verdict.state === 'broken' ? verdict.faults.map(said) : [];
}

/** Puts a value at a path such as levels[0].verified["SID-1"]; undefined takes it away. */
export function put(path: string, value: unknown): (holder: object) => void {
  const keys = [...path.matchAll(/\["([^"]+)"\]|\[(\d+)\]|([A-Za-z]+)/g)].map(([, quoted, index, name]) => quoted ?? index ?? name ?? '');
  return (holder) => {
    const inner = keys.slice(0, -1).reduce((at, key) => at[key] as Record<string, unknown>, holder as Record<string, unknown>);
    const last = keys.at(-1) ?? '';
    if (value === undefined) delete inner[last];
    else inner[last] = value;
  };
}

/** Puts a value into the facts of a row. */
export function tell(row: number, key: string, value: unknown): Edit {
  return ({ ledger }) => {
    const known = JSON.parse(ledger[row]?.facts ?? '');
    put(`[${row}].facts`, canonicalJson({ ...known, [key]: value }))(ledger);
  };
}

/** Makes the digests of the rows anew from the row on, and links neighbours. */
export function relink({ ledger }: Parts, from: number): void {
  for (let at = from; at < ledger.length; at += 1) {
    const [row, before] = [ledger[at], ledger[at - 1]];
    if (row === undefined) return;
    if (at > from && before !== undefined && before.seq + 1 === row.seq) row.previous = before.digest;
    const mark = row.actorMark ?? actorMark(row.actorId, row.actorBlind ?? null, hash);
    row.digest = hash(chainText({ ...row, actorMark: mark, regionId: PARTS.contest.region.id }));
  }
}
