// Who may act as what: roles come from seats (innovator, head) or from grants (all others), each from-to.

import type { Instant } from '../shared/time.ts';
import type { Delegation } from './seat.ts';

export type SeatRole = 'innovator' | 'head';
export type GrantedRole = 'secretariat' | 'verifier' | 'juror' | 'chair' | 'leader' | 'admin' | 'province';
export type Role = SeatRole | GrantedRole;

/** A seat (jabatan) as held by a person, now or in the past. `heldUntil` null: still held. */
export interface SeatHolding {
  readonly seatId: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly title: string;
  readonly role: SeatRole | null;
  readonly heldFrom: Instant;
  readonly heldUntil: Instant | null;
  /** Held in place of its holder. */
  readonly delegation?: Delegation | null;
  /** Reached because the agency was merged into the one where the seat is. */
  readonly inherited?: boolean;
}

/** A granted role. Null scope means the whole region (leader, admin, province) or every edition or category. */
export interface Grant {
  readonly role: GrantedRole;
  readonly editionId: string | null;
  readonly categoryId: string | null;
  /** The seat it stays with; absent or null when it was given to the person. */
  readonly seatId?: string | null;
}

/** Whoever acts: grants and seats are those in force at the moment of the request; past seats are kept for conflicts. */
export interface Actor {
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly Grant[];
  readonly seats: readonly SeatHolding[];
  readonly pastSeats: readonly SeatHolding[];
  /** Given, and confirmed by nobody yet: gives nothing. */
  readonly waiting?: readonly Grant[];
}

/** The seats themselves, without what they reach by a merge. */
export function ownSeats(actor: Actor): readonly SeatHolding[] {
  return actor.seats.filter((seat) => !seat.inherited);
}

/** Every role the actor holds anywhere, once each, in the order the interface offers them. */
export function rolesOf(actor: Actor): readonly Role[] {
  const held = new Set<Role>([...actor.grants.map((grant) => grant.role), ...actor.seats.flatMap((seat) => seat.role ?? [])]);
  const order: readonly Role[] = ['innovator', 'head', 'juror', 'chair', 'verifier', 'secretariat', 'leader', 'province', 'admin'];
  return order.filter((role) => held.has(role));
}

/** Whether the actor holds a granted role for an edition (and category, when given). */
export function holdsGrant(actor: Actor, role: GrantedRole, editionId?: string, categoryId?: string): boolean {
  return actor.grants.some(
    (grant) =>
      grant.role === role &&
      (grant.editionId === null || editionId === undefined || grant.editionId === editionId) &&
      (grant.categoryId === null || categoryId === undefined || grant.categoryId === categoryId),
  );
}

/** Whether the actor holds a seat of the given role in the agency. */
export function holdsSeat(actor: Actor, role: SeatRole, agencyId: string): boolean {
  return actor.seats.some((seat) => seat.role === role && seat.agencyId === agencyId);
}

/** As whose delegate the actor acts in the agency; null when they hold such a seat themselves. */
export function delegateOf(actor: Actor, role: SeatRole, agencyId: string): Delegation | null {
  const seats = actor.seats.filter((seat) => seat.role === role && seat.agencyId === agencyId);
  return seats.some((seat) => !seat.delegation) ? null : (seats[0]?.delegation ?? null);
}
