// Verification (verifikasi): claims judged beside their evidence. A verdict never raises a claim; what is not judged yet is never zero.

import { type ConflictFound, findConflict } from '../jury/conflict.ts';
import type { SeatHolding } from '../people/role.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';

export const VERDICT_KINDS = ['agree', 'lower', 'repair', 'invalid'] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** What a snapshot claims for one indicator; `evidence` counts its files and links. */
export interface ClaimUnderReview {
  readonly level: number;
  readonly basis: string | null;
  readonly evidence: number;
}

/** Indicator code -> claim; an absent code claims nothing. */
export type ClaimsUnderReview = Readonly<Record<string, ClaimUnderReview>>;

export interface VerdictWish {
  readonly kind: string;
  /** The level given, when the claim is lowered. */
  readonly level: number | null;
  readonly reason: string;
}

export interface DecidedVerdict {
  readonly kind: VerdictKind;
  readonly claimed: number;
  readonly level: number;
  readonly reason: string;
}

/** The newest verdict of an indicator. */
export interface StandingVerdict {
  readonly kind: VerdictKind;
  readonly level: number;
  readonly reason: string;
}

export type StandingVerdicts = Readonly<Record<string, StandingVerdict>>;

const SHORTEST_REASON = 3;
const LONGEST_REASON = 4000;

/**
 * The verdict as it will be kept: agree keeps the claimed level, lower takes a level below it, repair and invalid keep 0.
 * Refuses `verdict.nothing-claimed`, `verdict.incomplete` with the fields at fault, `verdict.no-evidence` when points would be given for nothing.
 * @basis RULES 3: a reason except for agree; a verdict never raises the claim.
 */
export function decideVerdict(claim: ClaimUnderReview | undefined, wish: VerdictWish): Outcome<DecidedVerdict> {
  if (claim === undefined || claim.level === 0) return refuse('verdict.nothing-claimed');
  const kind = VERDICT_KINDS.find((one) => one === wish.kind);
  if (kind === undefined) return refuse('verdict.incomplete', {}, { kind: fault('verdict.kind-missing') });
  const reason = kind === 'agree' ? '' : wish.reason.trim();
  const faults: Readonly<Record<string, Refusal>> = {
    ...(kind === 'agree' && wish.level !== null ? { level: fault('verdict.level-unused') } : {}),
    ...(kind === 'lower' && !isBelow(wish.level, claim.level) ? { level: fault('verdict.level-not-below', { claimed: claim.level }) } : {}),
    ...reasonFault(kind, reason),
  };
  if (Object.keys(faults).length > 0) return refuse('verdict.incomplete', {}, faults);
  const level = kind === 'agree' ? claim.level : kind === 'lower' ? (wish.level ?? 0) : 0;
  if (level > 0 && claim.evidence === 0) return refuse('verdict.no-evidence', {}, { kind: fault('verdict.no-evidence') });
  return ok({ kind, claimed: claim.level, level, reason });
}

function isBelow(level: number | null, claimed: number): boolean {
  return level !== null && Number.isInteger(level) && level >= 0 && level < claimed;
}

function reasonFault(kind: VerdictKind, reason: string): Readonly<Record<string, Refusal>> {
  if (kind === 'agree') return {};
  if (reason.length < SHORTEST_REASON) return { reason: fault('verdict.reason-missing') };
  return reason.length > LONGEST_REASON ? { reason: fault('verdict.reason-too-long', { most: LONGEST_REASON }) } : {};
}

/**
 * Verified level of each code: the verdict's; null (*belum*) where none was given or repair was asked. A row that claims nothing is
 * verified at 0 by itself: there is nothing to judge, and a verdict could not raise it.
 * @basis RULES 3.
 */
export function verifiedLevels(codes: readonly string[], claims: ClaimsUnderReview, verdicts: StandingVerdicts): Readonly<Record<string, number | null>> {
  const levelOf = (code: string): number | null => {
    if ((claims[code]?.level ?? 0) === 0) return 0;
    const verdict = verdicts[code];
    return verdict === undefined || verdict.kind === 'repair' ? null : verdict.level;
  };
  return Object.fromEntries(codes.map((code) => [code, levelOf(code)]));
}

export interface VerificationProgress {
  readonly decided: number;
  readonly total: number;
  readonly missing: readonly string[];
  readonly repairs: readonly string[];
}

/** How far the verification of a snapshot is. `decided` counts rows that claim nothing; a row sent for repair is not decided. */
export function verificationProgress(codes: readonly string[], claims: ClaimsUnderReview, verdicts: StandingVerdicts): VerificationProgress {
  const levels = verifiedLevels(codes, claims, verdicts);
  const open = codes.filter((code) => levels[code] === null);
  const repairs = open.filter((code) => verdicts[code] !== undefined);
  return {
    decided: codes.length - open.length,
    total: codes.length,
    missing: open.filter((code) => verdicts[code] === undefined),
    repairs,
  };
}

/** Refuses `verification.incomplete` and `verification.repair-standing` with the codes. */
export function mayFinishVerification(progress: VerificationProgress): Outcome<true> {
  if (progress.missing.length > 0) return refuse('verification.incomplete', { codes: progress.missing, left: progress.missing.length });
  return progress.repairs.length > 0 ? refuse('verification.repair-standing', { codes: progress.repairs, left: progress.repairs.length }) : ok(true);
}

/** A person with the seats held now and before. */
export interface SeatedPerson {
  readonly personId: string;
  readonly seats: readonly Pick<SeatHolding, 'agencyId' | 'heldUntil'>[];
  readonly pastSeats?: readonly Pick<SeatHolding, 'agencyId' | 'heldUntil'>[];
}

export interface OwnedEntry {
  readonly agencyId: string;
  readonly memberIds: readonly string[];
}

/** The tie between a person and an entry, from seats now or given up in the last three years and from the team; null when free. */
export function tieBetween(person: SeatedPerson, entry: OwnedEntry, now: Instant): ConflictFound {
  return findConflict({ personId: person.personId, seats: [...person.seats, ...(person.pastSeats ?? [])] }, entry, now);
}

/**
 * Whether the person may work on the verification of the entry. Refuses `verification.own-agency` with the conflict found.
 * @basis RULES 6: nobody verifies the own agency or team; a member of the secretariat cannot act on the own agency's entry.
 */
export function mustBeFree(person: SeatedPerson, entry: OwnedEntry, now: Instant): Outcome<true> {
  const conflict = tieBetween(person, entry, now);
  return conflict === null ? ok(true) : refuse('verification.own-agency', { conflict });
}

/** *Butuh verifikator luar*: no verifier of the edition is free to verify the entry. */
export function needsOutsideVerifier(verifiers: readonly SeatedPerson[], entry: OwnedEntry, now: Instant): boolean {
  return verifiers.every((verifier) => tieBetween(verifier, entry, now) !== null);
}

export interface RepairPlace {
  readonly place: string;
  readonly note: string;
}

const PROFILE_PLACE = /^profile:[1-7]$/;

/**
 * The notes of a repair request: at least one, each at a known place (an indicator code or `profile:1`..`profile:7`), each with words.
 * Refuses `repair.incomplete` with faults by place, or on `until` when the deadline is not ahead of now and within the stage.
 */
export function checkRepair(
  codes: readonly string[],
  notes: readonly RepairPlace[],
  until: Instant,
  window: { readonly now: Instant; readonly closesAt: Instant },
): Outcome<true> {
  if (notes.length === 0) return refuse('repair.nothing-noted');
  const strange = notes.find(({ place }) => !codes.includes(place) && !PROFILE_PLACE.test(place));
  if (strange !== undefined) return refuse('repair.unknown-place', { place: strange.place });
  const faults: Record<string, Refusal> = {};
  for (const { place, note } of notes) {
    if (note.trim().length < SHORTEST_REASON) faults[`note-${place}`] = fault('verdict.reason-missing');
    if (note.length > LONGEST_REASON) faults[`note-${place}`] = fault('verdict.reason-too-long', { most: LONGEST_REASON });
  }
  if (!(until > window.now && until <= window.closesAt)) faults.until = fault('repair.deadline-outside', { closesAt: window.closesAt });
  return Object.keys(faults).length > 0 ? refuse('repair.incomplete', {}, faults) : ok(true);
}
