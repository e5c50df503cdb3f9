// The key of a bundle, which stays with the secretariat: who sits under which code, the texts that were sealed, who did the closed acts.

import { sheetCanon } from '../assessment/sheet.ts';
import { actorMark, chainText } from '../audit/chain.ts';
import { readCanonicalJson } from '../shared/canonical-reader.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import * as is from '../shared/shape.ts';
import type { BundleParts, Hash } from './bundle.ts';
import { type BundleFault, difference, refused } from './bundle-fault.ts';

export const KEY_FORM = 'bundle-key/1';

export interface BundleKey {
  readonly bailang: typeof KEY_FORM;
  /** Digest of the bundle it opens. */
  readonly bundle: string;
  readonly jurors: readonly { readonly code: string; readonly personId: string; readonly name: string; readonly isChair: boolean }[];
  readonly seals: readonly { readonly entry: string; readonly juror: string; readonly text: string }[];
  /** `blind` opens the mark of the row; absent for rows from before there were marks. */
  readonly actors: readonly { readonly seq: number; readonly actorId: string; readonly blind?: string }[];
}

/** A sealed text holds the juror's comment. */
const sealedText = is.text('text', /^/, 100_000);
const name = is.text('code', /^\S{1,40}$/);

const blind = is.text('blind', /^[0-9a-f]{32}$/);

const keyShape = is.object<BundleKey>({
  bailang: is.oneOf(KEY_FORM),
  bundle: is.digest,
  jurors: is.list(is.object({ code: name, personId: is.id, name: is.words, isChair: is.flag })),
  seals: is.list(is.object({ entry: name, juror: name, text: sealedText })),
  actors: is.list(is.object({ seq: is.whole(1, Number.MAX_SAFE_INTEGER), actorId: is.id, blind: is.optional(blind) as is.Shape<string> })),
});

/** The text of a key. */
export function writeKey(key: Omit<BundleKey, 'bailang'>): string {
  return canonicalJson({ bailang: KEY_FORM, ...key });
}

export interface KeyReading {
  readonly faults: readonly BundleFault[];
  readonly seals: number;
  readonly rows: number;
}

/**
 * Whether the key opens the bundle (its parts and digest, found to hold before): every sheet's seal is the digest of a text with the sheet's
 * scores, its juror and its finalist, and every closed row of the ledger hashes to its digest with its actor, a juror of the panel. Paths begin
 * with `key` for the key's own places. Never throws.
 */
export function verifyKey(text: string, parts: BundleParts, digest: string, hash: Hash): KeyReading {
  const key = readKey(text);
  if ('kind' in key) return { faults: [key], seals: 0, rows: 0 };
  const codes = key.jurors.map(({ code }) => code);
  const faults = [
    ...difference('file', 'key.bundle', key.bundle, digest),
    ...difference('shape', 'key.jurors', codes, parts.panel),
    ...checkSeals(key, parts, hash),
    ...checkActors(key, parts, hash),
  ];
  return { faults, seals: parts.inputs.sheets.length, rows: key.actors.length };
}

function readKey(text: string): BundleKey | BundleFault {
  const reading = readCanonicalJson(text);
  if (!reading.ok) return { kind: 'byte', check: 'text', offset: new TextEncoder().encode(text.slice(0, reading.at)).length, expected: reading.expected };
  const misfit = keyShape(reading.value, 'key');
  return misfit === null
    ? (reading.value as BundleKey)
    : { kind: 'value', check: 'shape', path: misfit.path, written: misfit.found, computed: misfit.expected };
}

/** What only the sealed text says is taken from it; all else must be the bundle's own, and make the same text again. */
function checkSeals(key: BundleKey, { inputs, levels, contest }: BundleParts, hash: Hash): readonly BundleFault[] {
  return inputs.sheets.flatMap(({ entry, juror, scores, seal }, at) => {
    const path = `$.parts.inputs.sheets[${at}].seal`;
    const sealed = key.seals.find((one) => one.entry === entry && one.juror === juror);
    const said = sealed === undefined ? null : saidOf(sealed.text);
    if (sealed === undefined || said === null) return [refused('ledger', path, 'bundle.seal-not-in-key')];
    const { comment, sealedAt, sheetId, blind } = said;
    const facts = {
      regionId: contest.region.id,
      sheetId,
      categoryId: inputs.categoryId,
      entryId: levels.find(({ id }) => id === entry)?.entryId ?? '',
      jurorId: key.jurors.find(({ code }) => code === juror)?.personId ?? '',
      comment,
      sealedAt,
      ...(blind === undefined ? {} : { blind }),
    };
    return [
      ...difference('ledger', path, seal, hash(sealed.text)),
      ...difference('ledger', `$.parts.inputs.sheets[${at}]`, sealed.text, sheetCanon(facts, inputs.rubric, scores)),
    ];
  });
}

interface Said {
  readonly comment: string;
  readonly sealedAt: string;
  readonly sheetId: string;
  readonly blind: string | undefined;
}

const sealShape = is.openObject<Said>({ comment: sealedText, sealedAt: is.instant, sheetId: is.id, blind: is.optional(is.text('blind', /^[0-9a-f]{32}$/)) });

function saidOf(text: string): Said | null {
  const reading = readCanonicalJson(text);
  return reading.ok && sealShape(reading.value, '$') === null ? (reading.value as Said) : null;
}

function checkActors(key: BundleKey, { ledger, contest }: BundleParts, hash: Hash): readonly BundleFault[] {
  const panel = new Set(key.jurors.map(({ personId }) => personId));
  const actorOf = new Map(key.actors.map((one) => [one.seq, one]));
  return ledger.flatMap((row, at) => {
    if (!row.closed) return [];
    const { actorId, blind = null } = actorOf.get(row.seq) ?? {};
    if (actorId === undefined || !panel.has(actorId)) return [refused('ledger', `$.parts.ledger[${at}].actorId`, 'bundle.actor-not-in-key')];
    return difference(
      'ledger',
      `$.parts.ledger[${at}].digest`,
      row.digest,
      hash(chainText({ ...row, actorId, actorMark: actorMark(actorId, blind, hash), regionId: contest.region.id })),
    );
  });
}
