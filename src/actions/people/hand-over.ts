// A seat goes from one person to another with two confirmations: the giver's (or an admin's), then the receiver's.

import { checkReceiving, LONGEST_LETTER } from '../../domain/people/seat.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { stopEnded } from '../../store/access-request.write.ts';
import { lockHolder } from '../../store/people.read.ts';
import { endHolding, insertHolding } from '../../store/people.write.ts';
import { findHandover } from '../../store/people-seats.read.ts';
import { endDelegations, endHandover, insertHandover, receiveHandover } from '../../store/people-seats.write.ts';
import { askAccess } from '../access/ask-access.ts';
import { decidingSeatRole } from '../access/deciding-seat.ts';
import type { Act } from '../perform.ts';
import { keepSeat, keepSeatAfresh, namedPerson } from './keep-seat.ts';
import { tell } from './tell.ts';

export interface HandoverGiven {
  readonly handoverId: string;
  readonly seatId: string;
  /** NIP or e-mail of whoever takes it over. */
  readonly account: string;
  readonly letter: string;
}

/** The first confirmation; until the second nothing changes hands. Refuses `seat.not-found`, `person.proof-needed`, `handover.invalid` by field, `handover.open-already`. */
export async function giveOver(act: Act, input: HandoverGiven): Promise<Outcome<true>> {
  const seat = await keepSeatAfresh(act, input.seatId);
  if (!seat.ok) return seat;
  if (input.letter.length > LONGEST_LETTER) return refuse('handover.invalid', {}, { letter: fault('field.length', { max: LONGEST_LETTER }) });
  const receiver = await namedPerson(act, input.account, 'handover.invalid');
  if (!receiver.ok) return receiver;
  const giverId = seat.value.holderId;
  if (receiver.value === giverId) return refuse('handover.invalid', {}, { account: fault('handover.to-holder') });
  const { account: _, ...asked } = input;
  const rows = await insertHandover(act.tx, act.regionId, { ...asked, giverId, receiverId: receiver.value, givenBy: act.actor.personId, givenAt: act.now });
  if (rows === 0) return (await findHandover(act.tx, act.regionId, input.handoverId)) === null ? refuse('handover.open-already') : ok(true);
  act.record({ kind: 'seat.handover-begun', subjectId: receiver.value, facts: { seat: input.seatId } });
  await tell(act, [{ kind: 'seat-offered', personId: receiver.value, aboutId: input.handoverId, facts: named(seat.value) }]);
  return ok(true);
}

const named = (seat: { readonly title: string; readonly agencyName: string }) => ({ seat: `${seat.title}, ${seat.agencyName}` });

/** The second confirmation: holder, delegations and roles of the seat change in one moment; a deciding role of the seat waits for a person more. Refuses as `checkReceiving`. */
export async function takeOver(act: Act, input: { readonly handoverId: string }): Promise<Outcome<true>> {
  const asked = await findHandover(act.tx, act.regionId, input.handoverId);
  if (asked === null) return refuse('handover.not-found');
  const holderId = await lockHolder(act.tx, act.regionId, asked.seatId);
  const handover = await findHandover(act.tx, act.regionId, input.handoverId);
  const step = handover === null ? refuse('handover.not-found') : checkReceiving(handover, act.actor.personId, holderId);
  if (!step.ok) return step;
  if (step.value === 'taken') return ok(true);
  const { tx, regionId, now } = act;
  if (holderId !== null) await endHolding(tx, regionId, asked.seatId, now);
  await stopEnded(tx, regionId, act.actor.personId, now);
  await endDelegations(tx, regionId, asked.seatId, null, now);
  const role = await decidingSeatRole(act, asked.seatId);
  const holding = { holdingId: act.newId(), seatId: asked.seatId, personId: asked.receiverId, from: now, until: null, waiting: role !== null };
  if ((await insertHolding(tx, regionId, holding)) === 0 || (await receiveHandover(tx, regionId, input.handoverId, now)) === 0)
    return refuse('handover.overtaken');
  act.record({ kind: 'seat.handed-over', subjectId: asked.receiverId, facts: { seat: asked.seatId, giver: asked.giverId ?? '', handover: input.handoverId } });
  if (role !== null)
    await askAccess(act, { kind: 'seat', personId: asked.receiverId, role, seatId: asked.seatId, holdingId: holding.holdingId, askedBy: asked.givenById });
  if (asked.giverId !== null) await tell(act, [{ kind: 'seat-handed-over', personId: asked.giverId, aboutId: input.handoverId, facts: named(asked) }]);
  return ok(true);
}

/** Called off by the giver or an admin, or turned down by the receiver; the seat stays where it is. */
export async function callOff(act: Act, input: { readonly handoverId: string }): Promise<Outcome<true>> {
  const handover = await findHandover(act.tx, act.regionId, input.handoverId);
  if (handover === null) return refuse('handover.not-found');
  const mine = handover.receiverId === act.actor.personId || (await keepSeat(act, handover.seatId)).ok;
  if (!mine) return refuse('handover.not-found');
  const rows = await endHandover(act.tx, act.regionId, input.handoverId, act.actor.personId, act.now);
  if (rows > 0) act.record({ kind: 'seat.handover-ended', subjectId: handover.receiverId, facts: { seat: handover.seatId } });
  return ok(true);
}
