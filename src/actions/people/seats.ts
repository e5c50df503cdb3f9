// Seats and grants given and ended: who may act as what, from when.

import { isDeciding } from '../../domain/access/request.ts';
import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { stopEnded } from '../../store/access-request.write.ts';
import { findPerson, lockHolder } from '../../store/people.read.ts';
import { endGrants, endHolding, insertGrant, insertHolding, insertSeat } from '../../store/people.write.ts';
import { lockAgency } from '../../store/people-agencies.read.ts';
import { endDelegations, endHandoversOf, endStandIns } from '../../store/people-seats.write.ts';
import { askAccess } from '../access/ask-access.ts';
import { decidingSeatRole } from '../access/deciding-seat.ts';
import type { Act } from '../perform.ts';
import { keepAnAdmin } from './managed.ts';
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

/** Makes the seat when it is new and gives it to the person; whoever holds it until now hands it over, and nobody stands in for it any more. Giving it again to its holder changes nothing. Refuses `agency.not-found`, `agency.merged-already`, `person.closed`, `person.last-admin`. */
export async function giveSeat(act: Act, input: SeatGiven): Promise<Outcome<{ seatId: string }>> {
  return keepAnAdmin(act, async () => {
    const { tx, regionId, now } = act;
    const agency = await lockAgency(tx, regionId, input.agencyId);
    if (agency === null) return refuse('agency.not-found');
    if (agency.mergedInto !== null) return refuse('agency.merged-already', { into: agency.mergedInto });
    if (input.until === undefined && (await findPerson(tx, regionId, input.personId))?.disabledAt != null) return refuse('person.closed');
    await insertSeat(tx, regionId, input);
    if (input.until === undefined) {
      const holder = await lockHolder(tx, regionId, input.seatId);
      if (holder === input.personId) return ok({ seatId: input.seatId });
      if (holder !== null) await leaveSeat(act, holder, input.seatId);
      await endHandoversOf(tx, regionId, input.seatId, act.actor.personId || null, now);
      recordEnded(act, input.seatId, await endDelegations(tx, regionId, input.seatId, null, now));
    }
    const { holdingId, seatId, personId, from = now, until = null } = input;
    const role = until !== null && until <= now ? null : await decidingSeatRole(act, seatId);
    const rows = await insertHolding(tx, regionId, { holdingId, seatId, personId, from, until, waiting: role !== null });
    if (rows > 0) act.record({ kind: 'person.seat-given', subjectId: input.personId, facts: { seat: input.seatId } });
    if (rows > 0 && role !== null) await askAccess(act, { kind: 'seat', personId, role, seatId, holdingId });
    return ok({ seatId: input.seatId });
  });
}

/** The person leaves the seat now, and so do those who stood in for them; the seat stays, for whoever comes. Refuses `person.last-admin`. */
export async function endSeat(act: Act, input: { readonly personId: string; readonly seatId: string }): Promise<Outcome<true>> {
  return keepAnAdmin(act, async () => {
    if ((await lockHolder(act.tx, act.regionId, input.seatId)) === input.personId) await leaveSeat(act, input.personId, input.seatId);
    return ok(true);
  });
}

async function leaveSeat(act: Act, personId: string, seatId: string): Promise<void> {
  const rows = await endHolding(act.tx, act.regionId, seatId, act.now);
  await stopEnded(act.tx, act.regionId, act.actor.personId || null, act.now);
  await endHandoversOf(act.tx, act.regionId, seatId, act.actor.personId || null, act.now);
  recordEnded(act, seatId, await endStandIns(act.tx, act.regionId, seatId, act.now));
  if (rows > 0) act.record({ kind: 'person.seat-ended', subjectId: personId, facts: { seat: seatId } });
}

function recordEnded(act: Act, seatId: string, ended: readonly { readonly personId: string }[]): void {
  for (const { personId } of ended) act.record({ kind: 'seat.delegation-ended', subjectId: personId, facts: { seat: seatId } });
}

export interface RoleGranted {
  readonly personId: string;
  readonly role: GrantedRole;
  readonly editionId?: string;
  readonly categoryId?: string;
}

/** The same role twice is one grant. A deciding role that somebody gives waits for a second person; before there are people, the system gives it. */
export async function grantRole(act: Act, input: RoleGranted): Promise<Outcome<true>> {
  const { personId, role, editionId = null, categoryId = null } = input;
  const grantId = act.newId();
  const waiting = isDeciding(role) && act.actor.personId !== '';
  const rows = await insertGrant(act.tx, act.regionId, { grantId, personId, role, editionId, categoryId, waiting }, act.now);
  if (rows === 0) return ok(true);
  act.record({ kind: 'person.role-granted', subjectId: personId, facts: { role } });
  if (waiting) await askAccess(act, { kind: 'role', personId, role, grantId, editionId, categoryId });
  else await tellOfAccount(act, personId, 'role-granted', { role });
  return ok(true);
}

/** Refuses `person.last-admin`. */
export async function endGrant(act: Act, input: { readonly personId: string; readonly role: GrantedRole }): Promise<Outcome<true>> {
  return keepAnAdmin(act, async () => {
    const rows = await endGrants(act.tx, act.regionId, input.personId, input.role, act.now);
    if (rows === 0) return ok(true);
    await stopEnded(act.tx, act.regionId, act.actor.personId || null, act.now);
    await tellOfAccount(act, input.personId, 'role-ended', { role: input.role });
    act.record({ kind: 'person.role-ended', subjectId: input.personId, facts: { role: input.role } });
    return ok(true);
  });
}
