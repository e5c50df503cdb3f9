// A snapshot freezes what was submitted, as one canonical text whose digest the ledger keeps.

import type { Instrument } from '../instrument/instrument.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import type { Instant } from '../shared/time.ts';
import type { Claims } from './claim.ts';
import type { FileKind } from './evidence.ts';
import type { ProfileFields } from './profile.ts';

export interface SnapshotEvidence {
  readonly evidenceId: string;
  readonly sha256: string | null;
  readonly link: string | null;
  readonly kind: FileKind | 'link';
  readonly label: string;
  readonly pages: string;
}

export interface SnapshotIndicator {
  readonly code: string;
  readonly level: number;
  readonly basis: string | null;
  readonly note: string;
  readonly evidence: readonly SnapshotEvidence[];
}

export interface SnapshotBody {
  readonly version: number;
  readonly registrationNumber: string;
  readonly instrument: string;
  readonly category: { readonly id: string; readonly code: string; readonly name: string };
  readonly agency: { readonly id: string; readonly name: string };
  readonly profile: ProfileFields;
  readonly indicators: readonly SnapshotIndicator[];
  /** Ids of the people with an account who worked on it. */
  readonly team: readonly string[];
  /** Digest of every draft save up to here. */
  readonly history: string;
  readonly takenAt: Instant;
}

/** Every SID row of the catalogue in its order, with what is claimed and attached; a row without a claim stands at level 0. */
export function freezeIndicators(
  instrument: Instrument,
  claims: Claims,
  evidence: readonly (SnapshotEvidence & { readonly indicator: string })[],
): readonly SnapshotIndicator[] {
  return instrument.sid.map(({ code }) => ({
    code,
    level: claims[code]?.level ?? 0,
    basis: claims[code]?.basis ?? null,
    note: claims[code]?.note ?? '',
    evidence: evidence.filter((item) => item.indicator === code).map(({ indicator: _, ...item }) => item),
  }));
}

/** The text that is hashed. Equal bodies give equal texts. */
export function snapshotCanon(body: SnapshotBody): string {
  return canonicalJson(body);
}

type Frozen = {
  readonly indicators: readonly { readonly code: string; readonly level: number; readonly basis?: string | null; readonly evidence: readonly Proof[] }[];
};
type Proof = { readonly sha256?: string | null; readonly link?: string | null; readonly pages?: string };

/**
 * Codes whose level, basis and set of evidence (content or link, and pages) are the same in both snapshots: their verdicts stand.
 * @basis RULES 3: a new snapshot inherits a verdict only where claim, basis and the set of evidence are identical.
 */
export function unchangedClaims(before: Frozen, after: Frozen): readonly string[] {
  const earlier = new Map(before.indicators.map((row) => [row.code, fingerprint(row)]));
  return after.indicators.filter((row) => earlier.get(row.code) === fingerprint(row)).map((row) => row.code);
}

function fingerprint(row: Frozen['indicators'][number]): string {
  const proofs = new Set(row.evidence.map((item) => `${item.sha256 ?? ''} ${item.link ?? ''} ${item.pages ?? ''}`));
  return canonicalJson([row.level, row.basis ?? null, [...proofs].sort()]);
}
