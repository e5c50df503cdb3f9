// Who may dispose of a seat: whoever holds it, or an admin; and whom they name by NIP or e-mail.

import { plainNip } from '../../domain/people/identity.ts';
import { may } from '../../domain/people/permissions.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Queryable } from '../../platform/db.ts';
import { findCredential, lockHolder } from '../../store/people.read.ts';
import { findAgencyCard } from '../../store/people-agencies.read.ts';
import { findSeat, type SeatCard } from '../../store/people-seats.read.ts';
import type { Act } from '../perform.ts';

/** The seat, locked. Refuses `seat.not-found` to anybody who neither holds it nor manages people. */
export async function keepSeat(act: Act, seatId: string): Promise<Outcome<SeatCard>> {
  const holderId = await lockHolder(act.tx, act.regionId, seatId);
  const seat = await findSeat(act.tx, act.regionId, seatId);
  if (seat === null || (holderId !== act.actor.personId && !may(act.actor, 'people.manage').ok)) return refuse('seat.not-found');
  return ok(seat);
}

/** The same for what gives somebody more than they had. Refuses `person.proof-needed`, and `agency.merged-already`: nobody comes to sit there. */
export async function keepSeatAfresh(act: Act, seatId: string): Promise<Outcome<SeatCard>> {
  const seat = await keepSeat(act, seatId);
  if (!seat.ok) return seat;
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const into = (await findAgencyCard(act.tx, act.regionId, seat.value.agencyId))?.mergedInto ?? null;
  return into === null ? seat : refuse('agency.merged-already', { into });
}

/** The person behind a NIP or an e-mail; null for nobody, or an account that is shut out. */
export async function findByAccount(db: Queryable, regionId: string, account: string): Promise<string | null> {
  const digits = plainNip(account);
  const found = await findCredential(db, regionId, /^\d+$/.test(digits) ? digits : account);
  return found === null || found.disabledAt !== null ? null : found.personId;
}

/** Refuses `code` with the field `account` when nobody is behind it. */
export async function namedPerson(act: Act, account: string, code: string): Promise<Outcome<string>> {
  const personId = await findByAccount(act.tx, act.regionId, account);
  return personId === null ? refuse(code, {}, { account: fault('person.unknown-account') }) : ok(personId);
}
