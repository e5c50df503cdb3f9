// The panel (dewan juri) of a category: who scores, under which stable code, and which pairs are never scored.

import type { Actor, SeatHolding } from '../people/role.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { type ConflictFound, findConflict } from './conflict.ts';

export interface PanelJuror {
  readonly personId: string;
  readonly name: string;
  readonly code: string;
  readonly isChair: boolean;
}

export interface Finalist {
  readonly entryId: string;
  readonly registrationNumber: string;
  readonly name: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly memberIds: readonly string[];
}

/** A pair whose score is never made: found from seats and teams, or declared by the juror. */
export interface Recusal {
  readonly entryId: string;
  readonly source: 'found' | 'declared';
  readonly reason: string;
}

export interface Declared {
  readonly entryId: string;
  readonly reason: string;
}

const REASONS: Readonly<Record<Exclude<ConflictFound, null>, string>> = { seat: 'seat', 'past-seat': 'past-seat', team: 'team' };

/** The next free juror code of a panel: J1, J2, … A code that has a sheet never changes hands. */
export function nextJurorCode(taken: readonly string[]): string {
  const numbers = taken.map((code) => Number(code.slice(1)));
  return `J${Math.max(0, ...numbers) + 1}`;
}

/** Conflicts of a person with the finalists, found from seats (now or in the last three years) and teams. */
export function conflictsFound(
  person: { readonly personId: string; readonly seats: readonly Pick<SeatHolding, 'agencyId' | 'heldUntil'>[] },
  finalists: readonly Pick<Finalist, 'entryId' | 'agencyId' | 'memberIds'>[],
  now: Instant,
): readonly Recusal[] {
  return finalists.flatMap((finalist): Recusal[] => {
    const found = findConflict(person, finalist, now);
    return found === null ? [] : [{ entryId: finalist.entryId, source: 'found', reason: REASONS[found] }];
  });
}

/**
 * Whether the juror may score the entry now: a seat taken, or a team joined, after the confirmation binds as one before it. Refuses `sheet.tied` with the conflict.
 * @basis RULES 6: score and seal, never with a conflict as for verify.
 */
export function mayScore(
  juror: Pick<Actor, 'personId' | 'seats' | 'pastSeats'>,
  entry: { readonly agencyId: string; readonly memberIds: readonly string[] },
  now: Instant,
): Outcome<true> {
  const conflict = findConflict({ personId: juror.personId, seats: [...juror.seats, ...juror.pastSeats] }, entry, now);
  return conflict === null ? ok(true) : refuse('sheet.tied', { conflict });
}

/**
 * All pairs the juror steps back from: what was found stays found, what was declared needs a reason of 3 to 1000 characters.
 * Refuses `conflict.no-finalists`, `conflict.unknown-entry`, `conflict.reason-missing` (field `alasan-<entry>`).
 * @basis RULES 5: a conflicted or recused juror's score is never made and never replaced.
 */
export function decideRecusals(found: readonly Recusal[], declared: readonly Declared[], finalists: readonly Finalist[]): Outcome<readonly Recusal[]> {
  if (finalists.length === 0) return refuse('conflict.no-finalists');
  const known = new Set(finalists.map((finalist) => finalist.entryId));
  const stranger = declared.find((one) => !known.has(one.entryId));
  if (stranger !== undefined) return refuse('conflict.unknown-entry', { entry: stranger.entryId });
  const own = new Set(found.map((one) => one.entryId));
  const further = declared.filter((one) => !own.has(one.entryId));
  const fields: Record<string, Refusal> = {};
  for (const one of further) if (!isReason(one.reason)) fields[`alasan-${one.entryId}`] = fault('conflict.reason-missing');
  if (Object.keys(fields).length > 0) return refuse('conflict.reason-missing', {}, fields);
  return ok([...found, ...further.map((one): Recusal => ({ entryId: one.entryId, source: 'declared', reason: one.reason.trim() }))]);
}

function isReason(text: string): boolean {
  const { length } = text.trim();
  return length >= 3 && length <= 1000;
}

/** A pair of the panel that should have a sheet which counts, and what it has instead. */
export interface OpenPair {
  readonly juror: string;
  readonly entry: string;
}

/** Pairs (juror code, registration number) neither recused nor settled by a sealed sheet or a recorded absence, juror by juror. */
export function openPairs(
  panel: readonly Pick<PanelJuror, 'personId' | 'code'>[],
  finalists: readonly Pick<Finalist, 'entryId' | 'registrationNumber'>[],
  settled: ReadonlySet<string>,
): readonly OpenPair[] {
  return panel.flatMap((juror) =>
    finalists
      .filter((finalist) => !settled.has(pairKey(juror.personId, finalist.entryId)))
      .map((finalist) => ({ juror: juror.code, entry: finalist.registrationNumber })),
  );
}

/** The fewest jurors any of the entries is left with; `leaves` holds, for each juror, the entries that juror does not score. Without entries the whole panel. */
export function leastJurors(leaves: readonly (readonly string[])[], entryIds: readonly string[]): number {
  return Math.min(leaves.length, ...entryIds.map((id) => leaves.filter((left) => !left.includes(id)).length));
}

/** One name for a pair of juror and entry. */
export function pairKey(personId: string, entryId: string): string {
  return `${personId} ${entryId}`;
}
