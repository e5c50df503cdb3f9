// Somebody stands in for a seat from one day to another, and acts as Plt., Plh. or in the holder's name.

import { checkDelegation, type Delegation } from '../../domain/people/seat.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { stopEnded } from '../../store/access-request.write.ts';
import { listHoldings } from '../../store/people-seats.read.ts';
import { endDelegations, insertDelegation } from '../../store/people-seats.write.ts';
import { askAccess } from '../access/ask-access.ts';
import { decidingSeatRole } from '../access/deciding-seat.ts';
import type { Act } from '../perform.ts';
import { keepSeat, keepSeatAfresh, namedPerson } from './keep-seat.ts';
import { tell } from './tell.ts';

export interface DelegationGiven {
  readonly holdingId: string;
  readonly seatId: string;
  /** NIP or e-mail of whoever stands in. */
  readonly account: string;
  readonly delegation: Delegation;
  readonly from: Instant;
  readonly until: Instant;
  /** Number of the letter that says so; may be empty. */
  readonly letter: string;
}

/** Refuses `seat.not-found`, `person.proof-needed`, `delegation.invalid` by field. The same form again changes nothing. */
export async function delegateSeat(act: Act, input: DelegationGiven): Promise<Outcome<true>> {
  const seat = await keepSeatAfresh(act, input.seatId);
  if (!seat.ok) return seat;
  const delegate = await namedPerson(act, input.account, 'delegation.invalid');
  if (!delegate.ok) return delegate;
  const holdings = await listHoldings(act.tx, act.regionId, input.seatId);
  if (holdings.some(({ holdingId }) => holdingId === input.holdingId)) return ok(true);
  const standing = holdings.flatMap(({ delegation, from, until }) => (delegation === null || until === null ? [] : [{ from, until }]));
  const sound = checkDelegation({ ...input, holderId: seat.value.holderId, delegateId: delegate.value }, standing, act.now);
  if (!sound.ok) return sound;
  const { account: _, ...asked } = input;
  const role = await decidingSeatRole(act, input.seatId);
  const rows = await insertDelegation(act.tx, act.regionId, { ...asked, personId: delegate.value, delegatedBy: act.actor.personId, waiting: role !== null });
  if (rows > 0) {
    const facts = { seat: input.seatId, as: input.delegation, from: input.from, until: input.until };
    act.record({ kind: 'seat.delegated', subjectId: delegate.value, facts });
    const told = { seat: `${seat.value.title}, ${seat.value.agencyName}`, opensAt: input.from, until: input.until };
    if (role !== null) await askAccess(act, { kind: 'seat', personId: delegate.value, role, seatId: input.seatId, holdingId: input.holdingId });
    await tell(act, [{ kind: 'seat-delegated', personId: delegate.value, aboutId: input.holdingId, facts: told }]);
  }
  return ok(true);
}

/** The delegation ends now; one that has not begun never does. Refuses `seat.not-found`. */
export async function endDelegation(act: Act, input: { readonly seatId: string; readonly holdingId: string }): Promise<Outcome<true>> {
  const seat = await keepSeat(act, input.seatId);
  if (!seat.ok) return seat;
  for (const { personId } of await endDelegations(act.tx, act.regionId, input.seatId, input.holdingId, act.now))
    act.record({ kind: 'seat.delegation-ended', subjectId: personId, facts: { seat: input.seatId } });
  await stopEnded(act.tx, act.regionId, act.actor.personId, act.now);
  return ok(true);
}
