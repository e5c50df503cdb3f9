// Seats and grants given and ended: who may act as what, from when.

import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { endGrants, endHolding, insertGrant, insertHolding, insertSeat } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';

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

/** Makes the seat when it is new and gives it to the person; whoever holds it until now hands it over. */
export async function giveSeat(act: Act, input: SeatGiven): Promise<Outcome<{ seatId: string }>> {
  await insertSeat(act.tx, act.regionId, input);
  if (input.until === undefined) await endHolding(act.tx, act.regionId, input.seatId, act.now);
  const held = { holdingId: input.holdingId, seatId: input.seatId, personId: input.personId, from: input.from ?? act.now, until: input.until ?? null };
  const rows = await insertHolding(act.tx, act.regionId, held);
  if (rows > 0) act.record({ kind: 'person.seat-given', subjectId: input.personId, facts: { seat: input.seatId } });
  return ok({ seatId: input.seatId });
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
  if (rows > 0) act.record({ kind: 'person.role-granted', subjectId: input.personId, facts: { role: input.role } });
  return ok(true);
}

export async function endGrant(act: Act, input: { readonly personId: string; readonly role: GrantedRole }): Promise<Outcome<true>> {
  const rows = await endGrants(act.tx, act.regionId, input.personId, input.role, act.now);
  if (rows > 0) act.record({ kind: 'person.role-ended', subjectId: input.personId, facts: { role: input.role } });
  return ok(true);
}
