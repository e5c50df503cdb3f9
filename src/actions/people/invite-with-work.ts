// Adds a person together with the seat and the role they come for: nobody is left with a link and nothing to do by half.

import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import type { Act } from '../perform.ts';
import { type Invitation, invitePerson } from './invite-person.ts';
import { managedAfresh } from './managed.ts';
import { giveSeat, grantRole } from './seats.ts';

export interface InvitationWithWork extends Invitation {
  readonly seat: { readonly seatId: string; readonly agencyId: string; readonly title: string; readonly role: SeatRole } | null;
  readonly role: GrantedRole | null;
}

/** One act of three: refuses as `invitePerson`, `giveSeat` and `grantRole`, and `person.proof-needed`; then nothing of it is done. */
export async function inviteWithWork(act: Act, input: InvitationWithWork): Promise<Outcome<{ personId: string; token: string }>> {
  return managedAfresh(act, async () => {
    const { seat, role, ...person } = input;
    const invited = await invitePerson(act, person);
    if (!invited.ok) return invited;
    const seated = seat === null ? ok(true) : await giveSeat(act, { ...seat, holdingId: act.newId(), personId: person.personId });
    if (!seated.ok) return seated;
    const granted = role === null ? ok(true) : await grantRole(act, { personId: person.personId, role });
    return granted.ok ? invited : granted;
  });
}
