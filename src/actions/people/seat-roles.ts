// Roles that stay with a seat, whoever holds it.

import type { GrantedRole } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findSeat } from '../../store/people-seats.read.ts';
import { endSeatGrants, insertSeatGrant } from '../../store/people-seats.write.ts';
import type { Act } from '../perform.ts';
import { keepAnAdmin, managed, managedAfresh } from './managed.ts';

/** What a seat may carry; jurors and chairs are chosen as persons. */
export const SEAT_GRANTS: readonly GrantedRole[] = ['secretariat', 'verifier', 'leader', 'province', 'admin'];

interface RoleOfSeat {
  readonly seatId: string;
  readonly role: GrantedRole;
}

/** Refuses `seat.not-found`, `person.role-unknown`, `person.proof-needed`. The same role twice is one grant. */
export async function grantSeatRole(act: Act, input: RoleOfSeat): Promise<Outcome<true>> {
  return managedAfresh(act, async () => {
    if (!SEAT_GRANTS.includes(input.role)) return refuse('person.role-unknown');
    if ((await findSeat(act.tx, act.regionId, input.seatId)) === null) return refuse('seat.not-found');
    const rows = await insertSeatGrant(act.tx, act.regionId, { grantId: act.newId(), ...input }, act.now);
    if (rows > 0) act.record({ kind: 'seat.role-granted', subjectId: input.seatId, facts: { role: input.role } });
    return ok(true);
  });
}

/** Refuses `person.last-admin`. */
export async function endSeatRole(act: Act, input: RoleOfSeat): Promise<Outcome<true>> {
  return managed(act, () =>
    keepAnAdmin(act, async () => {
      const rows = await endSeatGrants(act.tx, act.regionId, input.seatId, input.role, act.now);
      if (rows > 0) act.record({ kind: 'seat.role-ended', subjectId: input.seatId, facts: { role: input.role } });
      return ok(true);
    }),
  );
}
