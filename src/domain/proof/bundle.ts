// The bundle of a published result: one canonical text that holds everything its figures came from, so that anybody can recompute them.

import type { CategoryRules } from '../edition/category.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { PublishedResult } from '../publication/published-result.ts';
import type { CutDecision, KeptShortlist } from '../result/desk-decision.ts';
import type { FrozenInputs } from '../result/frozen-inputs.ts';
import type { ResultBody } from '../result/result.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import type { Instant } from '../shared/time.ts';
import type { ListedKey, SigningAssertion } from './signature.ts';

export const BUNDLE_FORM = 'bundle/2';
/** Bundles made before there were signing keys, marks of actors and anchors: they verify as what they are. */
export const FIRST_FORM = 'bundle/1';

/** SHA-256 of a UTF-8 text, as 64 hexadecimal digits. */
export type Hash = (text: string) => string;

/**
 * A row of the ledger. `closed`: the actor sits on the panel, so that the id is left out. A closed row shows the actor's mark, of which its digest is made;
 * an open one the blind, which makes the mark. Rows from before there were marks have neither, and closed ones of them only the secretariat's key recomputes.
 */
export interface BundleRow {
  readonly seq: number;
  readonly kind: string;
  readonly actorId: string | null;
  readonly actorBlind?: string | null;
  readonly actorMark?: string | null;
  readonly closed: boolean;
  readonly subjectId: string | null;
  readonly actedAt: Instant;
  readonly facts: string;
  readonly previous: string;
  readonly digest: string;
}

export interface BundleParts {
  readonly contest: {
    readonly region: { readonly id: string; readonly code: string; readonly name: string };
    /** True: DATA CONTOH, not an official result. */
    readonly sample: boolean;
    readonly year: number;
    readonly edition: string;
    readonly category: { readonly id: string; readonly code: string; readonly name: string };
    /** The program that made the bundle, with its version. */
    readonly program: string;
  };
  /** The SID rows of the catalogue: all that the desk points need. */
  readonly instrument: {
    readonly code: string;
    readonly year: number;
    readonly indicators: readonly { readonly code: string; readonly name: string; readonly weight: string }[];
  };
  /** The versions of the rules that the desk and the result went by. */
  readonly rules: readonly { readonly version: number; readonly decidedAt: Instant; readonly body: CategoryRules }[];
  /** Every entry of the desk decision, by registration number. */
  readonly levels: readonly { readonly id: string; readonly entryId: string; readonly verified: Readonly<Record<string, number>> }[];
  readonly desk: { readonly shortlist: KeptShortlist; readonly decisions: readonly CutDecision[]; readonly digest: string; readonly announcedAt: Instant };
  /** The names of the finalists as published. */
  readonly names: readonly { readonly id: string; readonly name: string; readonly agency: string }[];
  /** Keys that may sign in the category (form 2). */
  readonly keys?: readonly ListedKey[];
  /** Codes of the whole panel. Which of them is the chair is part of the key. */
  readonly panel: readonly string[];
  readonly inputs: FrozenInputs;
  readonly result: { readonly id: string; readonly version: number; readonly computedAt: Instant; readonly body: ResultBody; readonly digest: string };
  /** By time and capacity, without codes: a code beside the capacity would name the chair. Without an assertion it is a statement (pernyataan). */
  readonly signatures: readonly {
    readonly capacity: 'juror' | 'chair';
    readonly signedAt: Instant;
    readonly digest: string;
    readonly assertion?: SigningAssertion | null;
  }[];
  readonly certification: { readonly decree: string; readonly certifiedAt: Instant; readonly digest: string; readonly assertion?: SigningAssertion | null };
  readonly publication: { readonly version: number; readonly publishedAt: Instant; readonly body: PublishedResult; readonly digest: string };
  /** Rows of the ledger about this category and result, in order. */
  readonly ledger: readonly BundleRow[];
}

export interface Bundle {
  readonly bailang: typeof BUNDLE_FORM | typeof FIRST_FORM;
  readonly digests: PartDigests;
  readonly parts: BundleParts;
  /** Which installation wrote the file (form 2): its key's signature over the root; null when it had no private part. */
  readonly region?: RegionSeal | null;
}

export type PartDigests = Readonly<Partial<Record<keyof BundleParts, string>>>;

/** 32 and 64 bytes as base64url. */
export interface RegionSeal {
  readonly publicKey: string;
  readonly signature: string;
}

/** Kinds of acts of which a bundle quotes the rows, when they are about its category, its result or a sheet of the category. */
export const QUOTED_KINDS: readonly string[] = [
  'category.rules-decided',
  'category.rubric-decided',
  'shortlist.computed',
  'shortlist.decided',
  'shortlist.announced',
  'sheet.sealed',
  'result.computed',
  'result.signed',
  'result.certified',
];

/** The parts that the points of the desk need, from the whole catalogue. */
export function quoteInstrument({ code, year, sid }: Instrument): BundleParts['instrument'] {
  return { code, year, indicators: sid.map((indicator) => ({ code: indicator.code, name: indicator.name, weight: indicator.weight })) };
}

/** The text of a bundle and its root digest, which stands on the page of the result, in its row of the ledger and in its anchor. The same parts give the same root. */
export function writeBundle(
  parts: BundleParts,
  hash: Hash,
  seal: (statement: string) => RegionSeal | null = () => null,
): { readonly text: string; readonly digest: string } {
  const digests = partDigests(parts, hash);
  const digest = rootDigest(digests, hash);
  return { text: canonicalJson({ bailang: BUNDLE_FORM, digests, parts, region: seal(rootStatement(digest)) }), digest };
}

/** What the key of the region signs. */
export function rootStatement(root: string): string {
  return `bailang/bundel/2 ${root}`;
}

/** One digest over all parts: SHA-256 of the canonical text of form and part digests. */
export function rootDigest(digests: PartDigests, hash: Hash): string {
  return hash(canonicalJson({ bailang: BUNDLE_FORM, digests }));
}

/** Part -> digest of its canonical text, which is the very text that stands in the file. */
export function partDigests(parts: BundleParts, hash: Hash): PartDigests {
  const held = Object.entries(parts).filter(([, part]) => part !== undefined);
  return Object.fromEntries(held.map(([name, part]) => [name, hash(canonicalJson(part))]));
}
