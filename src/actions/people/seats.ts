// Seats and grants given and ended: who may act as what, from when.

import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { findAgency, lockHolder } from '../../store/people.read.ts';
import { endGrants, endHolding, insertGrant, insertHolding, insertSeat, lockAdmins } from '../../store/people.write.ts';
import { endHandoversOf } from '../../store/people-seats.write.ts';
import type { Act } from '../perform.ts';
import { tellOfAccount } from './tell.ts';

export interface SeatGiven {
  readonly seatId: string;
  readonly holdingId: string;
  readonly agencyId: string;
  readonly title: string;
  readonly role: SeatRole | null;
  readonly personId: string;
  readonly from?: Instant;
  readonly until?: Instant;
}

/** Makes the seat when it is new and gives it to the person; whoever holds it until now hands it over. Giving it again to its holder changes nothing. */
export async function giveSeat(act: Act, input: SeatGiven): Promise<Outcome<{ seatId: string }>> {
  if ((await findAgency(act.tx, act.regionId, input.agencyId)) === null) return refuse('agency.not-found');
  await insertSeat(act.tx, act.regionId, input);
  if (input.until === undefined) {
    const holder = await lockHolder(act.tx, act.regionId, input.seatId);
    if (holder === input.personId) return ok({ seatId: input.seatId });
    if (holder !== null) await endSeat(act, { personId: holder, seatId: input.seatId });
    await endHandoversOf(act.tx, act.regionId, input.seatId, act.actor.personId || null, act.now);
  }
  const held = { holdingId: input.holdingId, seatId: input.seatId, personId: input.personId, from: input.from ?? act.now, until: input.until ?? null };
  const rows = await insertHolding(act.tx, act.regionId, held);
  if (rows > 0) act.record({ kind: 'person.seat-given', subjectId: input.personId, facts: { seat: input.seatId } });
  return ok({ seatId: input.seatId });
}

/** The person leaves the seat now; the seat stays, for whoever comes. */
export async function endSeat(act: Act, input: { readonly personId: string; readonly seatId: string }): Promise<Outcome<true>> {
  if ((await lockHolder(act.tx, act.regionId, input.seatId)) !== input.personId) return ok(true);
  const rows = await endHolding(act.tx, act.regionId, input.seatId, act.now);
  await endHandoversOf(act.tx, act.regionId, input.seatId, act.actor.personId || null, act.now);
  if (rows > 0) act.record({ kind: 'person.seat-ended', subjectId: input.personId, facts: { seat: input.seatId } });
  return ok(true);
}

export interface RoleGranted {
  readonly personId: string;
  readonly role: GrantedRole;
  readonly editionId?: string;
  readonly categoryId?: string;
}

/** The same role twice is one grant. */
export async function grantRole(act: Act, input: RoleGranted): Promise<Outcome<true>> {
  const grant = { grantId: act.newId(), personId: input.personId, role: input.role, editionId: input.editionId ?? null, categoryId: input.categoryId ?? null };
  const rows = await insertGrant(act.tx, act.regionId, grant, act.now);
  if (rows === 0) return ok(true);
  await tellOfAccount(act, input.personId, 'role-granted', { role: input.role });
  act.record({ kind: 'person.role-granted', subjectId: input.personId, facts: { role: input.role } });
  return ok(true);
}

/** Refuses `person.last-admin`: an installation without an admin could let nobody in any more. */
export async function endGrant(act: Act, input: { readonly personId: string; readonly role: GrantedRole }): Promise<Outcome<true>> {
  const before = input.role === 'admin' ? await lockAdmins(act.tx, act.regionId, act.now) : [];
  const rows = await endGrants(act.tx, act.regionId, input.personId, input.role, act.now);
  if (before.length > 0 && (await lockAdmins(act.tx, act.regionId, act.now)).length === 0) return refuse('person.last-admin');
  if (rows === 0) return ok(true);
  await tellOfAccount(act, input.personId, 'role-ended', { role: input.role });
  act.record({ kind: 'person.role-ended', subjectId: input.personId, facts: { role: input.role } });
  return ok(true);
}
