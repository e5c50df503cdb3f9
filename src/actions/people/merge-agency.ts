// Two agencies become one: people go over with their seats, and whoever sits in the other one reaches what the first began.

import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { hasOpenSeat } from '../../store/access-request.read.ts';
import { endHolding } from '../../store/people.write.ts';
import { lockAgency, lockHeldSeats, type SeatToMove } from '../../store/people-agencies.read.ts';
import { endAllUnderWay, insertMerge, moveInnovations, moveSeatGrants } from '../../store/people-agencies.write.ts';
import { insertHoldings, insertSeats } from '../../store/people-import.write.ts';
import type { Act } from '../perform.ts';
import { keepAnAdmin, managedAfresh } from './managed.ts';
import { reasonFaults } from './rename-agency.ts';

export interface Merging {
  readonly agencyId: string;
  readonly intoId: string;
  readonly reason: string;
}

/**
 * The head's seat ends, since the other agency has its own; every other held seat is made anew there for its holder, with its roles.
 * Innovations live on there; entries keep the agency that sent them. Refuses `agency.not-found`, `agency.merged-already`,
 * `agency.merge-invalid` by field, `person.last-admin`, `person.proof-needed`, `access.seat-open` while a seat of it waits for a second person: a new seat would not wait. Merged already into the same one: nothing more happens.
 */
export async function mergeAgency(act: Act, { agencyId, intoId, reason }: Merging): Promise<Outcome<{ seats: number }>> {
  return managedAfresh(act, () => keepAnAdmin(act, () => merge(act, { agencyId, intoId, reason })));
}

async function merge(act: Act, { agencyId, intoId, reason }: Merging): Promise<Outcome<{ seats: number }>> {
  const { tx, regionId, now } = act;
  // In the order of their ids, so that two merges at once cannot wait for each other.
  for (const id of [agencyId, intoId].sort()) await lockAgency(tx, regionId, id);
  const [agency, into] = [await lockAgency(tx, regionId, agencyId), await lockAgency(tx, regionId, intoId)];
  if (agency === null || into === null) return refuse('agency.not-found');
  if (agencyId === intoId) return refuse('agency.merge-invalid', {}, { intoId: fault('agency.into-itself') });
  if (agency.mergedInto !== null) return agency.mergedInto === into.name ? ok({ seats: 0 }) : refuse('agency.merged-already', { into: agency.mergedInto });
  if (into.mergedInto !== null) return refuse('agency.merge-invalid', {}, { intoId: fault('agency.merged-already', { into: into.mergedInto }) });
  const faults = reasonFaults(reason);
  if (Object.keys(faults).length > 0) return refuse('agency.merge-invalid', {}, faults);
  if (await hasOpenSeat(tx, regionId, agencyId)) return refuse('access.seat-open');
  await endAllUnderWay(tx, regionId, agencyId, act.actor.personId, now);
  const seats = await lockHeldSeats(tx, regionId, agencyId);
  await leaveSeats(act, seats);
  const moved = await sitAnew(
    act,
    intoId,
    seats.filter((seat) => seat.role !== 'head'),
  );
  await moveInnovations(tx, regionId, agencyId, intoId);
  await insertMerge(tx, regionId, agencyId, intoId, { reason, by: act.actor.personId, at: now });
  act.record({ kind: 'agency.merged', subjectId: agencyId, facts: { into: intoId, seats: moved } });
  return ok({ seats: moved });
}

async function leaveSeats(act: Act, seats: readonly SeatToMove[]): Promise<void> {
  for (const { seatId, personId } of seats) {
    await endHolding(act.tx, act.regionId, seatId, act.now);
    act.record({ kind: 'person.seat-ended', subjectId: personId, facts: { seat: seatId } });
  }
}

async function sitAnew(act: Act, agencyId: string, seats: readonly SeatToMove[]): Promise<number> {
  if (seats.length === 0) return 0;
  const anew = seats.map((seat) => ({ ...seat, oldId: seat.seatId, seatId: act.newId(), holdingId: act.newId(), agencyId }));
  await insertSeats(
    act.tx,
    act.regionId,
    anew.map(({ seatId, title, role }) => ({ seatId, agencyId, title, role })),
  );
  await insertHoldings(
    act.tx,
    act.regionId,
    anew.map(({ holdingId, seatId, personId }) => ({ holdingId, seatId, personId })),
    act.now,
  );
  await moveSeatGrants(
    act.tx,
    act.regionId,
    anew.map(({ oldId, seatId }) => ({ from: oldId, to: seatId })),
  );
  for (const { personId, seatId } of anew) act.record({ kind: 'person.seat-given', subjectId: personId, facts: { seat: seatId } });
  return anew.length;
}
