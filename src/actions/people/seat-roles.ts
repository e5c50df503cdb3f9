// Roles that stay with a seat, whoever holds it.

import { isDeciding } from '../../domain/access/request.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { stopEnded } from '../../store/access-request.write.ts';
import { findSeat } from '../../store/people-seats.read.ts';
import { endSeatGrants, insertSeatGrant } from '../../store/people-seats.write.ts';
import { askAccess } from '../access/ask-access.ts';
import type { Act } from '../perform.ts';
import { keepAnAdmin, managed, managedAfresh } from './managed.ts';

/** What a seat may carry; jurors and chairs are chosen as persons. */
export const SEAT_GRANTS: readonly GrantedRole[] = ['secretariat', 'verifier', 'leader', 'province', 'admin'];

interface RoleOfSeat {
  readonly seatId: string;
  readonly role: GrantedRole;
}

/** Refuses `seat.not-found`, `person.role-unknown`, `person.proof-needed`. The same role twice is one grant; a deciding one waits for a second person. */
export async function grantSeatRole(act: Act, input: RoleOfSeat): Promise<Outcome<true>> {
  return managedAfresh(act, async () => {
    if (!SEAT_GRANTS.includes(input.role)) return refuse('person.role-unknown');
    const seat = await findSeat(act.tx, act.regionId, input.seatId);
    if (seat === null) return refuse('seat.not-found');
    const grantId = act.newId();
    const waiting = isDeciding(input.role);
    const rows = await insertSeatGrant(act.tx, act.regionId, { grantId, ...input, waiting }, act.now);
    if (rows > 0) act.record({ kind: 'seat.role-granted', subjectId: input.seatId, facts: { role: input.role } });
    if (rows > 0 && waiting) await askAccess(act, { kind: 'seat-role', personId: seat.holderId, role: input.role, seatId: input.seatId, grantId });
    return ok(true);
  });
}

/** Refuses `person.last-admin`. */
export async function endSeatRole(act: Act, input: RoleOfSeat): Promise<Outcome<true>> {
  return managed(act, () =>
    keepAnAdmin(act, async () => {
      const rows = await endSeatGrants(act.tx, act.regionId, input.seatId, input.role, act.now);
      await stopEnded(act.tx, act.regionId, act.actor.personId, act.now);
      if (rows > 0) act.record({ kind: 'seat.role-ended', subjectId: input.seatId, facts: { role: input.role } });
      return ok(true);
    }),
  );
}
