// Conflict of interest (konflik kepentingan): nobody verifies, scores or certifies the own agency or team.

import type { SeatHolding } from '../people/role.ts';
import { type Instant, later } from '../shared/time.ts';

export type ConflictFound = 'seat' | 'past-seat' | 'team' | null;

/** Days of three years: a seat given up longer ago no longer binds. */
const LOOK_BACK_DAYS = 3 * 365 + 1;
const DAY_MS = 86_400_000;

/**
 * The conflict between a person and an entry, found from seats (now, or given up in the last three years) and from the team.
 * @basis RULES 6: never by a person with a seat, now or in the last 3 years, in the entry's agency, or in its team.
 */
export function findConflict(
  person: { readonly personId: string; readonly seats: readonly Pick<SeatHolding, 'agencyId' | 'heldUntil'>[] },
  entry: { readonly agencyId: string; readonly memberIds: readonly string[] },
  now: Instant,
): ConflictFound {
  if (entry.memberIds.includes(person.personId)) return 'team';
  const since = bindsSince(now);
  const binding = person.seats.filter((seat) => seat.agencyId === entry.agencyId && (seat.heldUntil === null || seat.heldUntil > since));
  if (binding.length === 0) return null;
  return binding.some((seat) => seat.heldUntil === null || seat.heldUntil > now) ? 'seat' : 'past-seat';
}

/** A seat given up after this moment still binds at `now`. */
export function bindsSince(now: Instant): Instant {
  return later(now, -LOOK_BACK_DAYS * DAY_MS);
}
