// When an entry may be changed and submitted, and by whom: the agency's own seats, inside registration or before the end of repair.

import { acceptsUntil, type Stage } from '../edition/stage.ts';
import type { Actor, SeatRole } from '../people/role.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { type EntryState, isEditable } from './entry.ts';

/** Agencies in which the actor holds a seat with one of the roles. */
export function agenciesOf(actor: Actor, ...roles: readonly SeatRole[]): readonly string[] {
  return [...new Set(actor.seats.filter((seat) => seat.role !== null && roles.includes(seat.role)).map((seat) => seat.agencyId))];
}

export interface Editable {
  readonly state: EntryState;
  readonly repairUntil: Instant | null;
  /** Places that the verifier noted: indicator codes, or `profile:1`..`profile:7`. */
  readonly repairPlaces: readonly string[];
  readonly registration: Pick<Stage, 'name' | 'opensAt' | 'closesAt' | 'graceMinutes'> | null;
}

/**
 * Whether the draft may be submitted, or changed at the place, at `now`. Refuses `entry.not-editable` (state), `repair.closed` (closedAt),
 * `repair.not-asked`, `stage.absent`, `stage.not-open`, `stage.closed`. A repair has a deadline of its own and opens the noted places only: what
 * was claimed elsewhere stands as it was when registration closed.
 * @basis RULES 1: the deadline binds submit; RULES 2: grace is applied, never advertised.
 */
export function mayChange(entry: Editable, now: Instant, place?: string): Outcome<true> {
  const { state, repairUntil, registration } = entry;
  if (!isEditable(state)) return refuse('entry.not-editable', { state });
  if (state === 'returned-for-repair') {
    if (repairUntil === null || now >= repairUntil) return refuse('repair.closed', { closedAt: repairUntil ?? '' });
    return place === undefined || entry.repairPlaces.includes(place) ? ok(true) : refuse('repair.not-asked');
  }
  if (registration === null) return refuse('stage.absent', { kind: 'registration' });
  if (now < registration.opensAt) return refuse('stage.not-open', { stage: registration.name, opensAt: registration.opensAt });
  const until = acceptsUntil(registration);
  return now < until ? ok(true) : refuse('stage.closed', { stage: registration.name, closedAt: registration.closesAt });
}
