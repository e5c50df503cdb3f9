// Ends what a person has open, and shuts an account out or lets it in again.

import { ownSeats } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findActor } from '../../store/people.read.ts';
import { endSessions, lockAdmins, setDisabled, voidLinks } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';
import { managedAfresh, managedPerson } from './managed.ts';

/** Ends every session of somebody else. */
export async function endSessionsOf(act: Act, input: { readonly personId: string }): Promise<Outcome<true>> {
  return managedPerson(act, input.personId, async () => {
    const ended = await endSessions(act.tx, act.regionId, input.personId, null, act.now);
    if (ended > 0) act.record({ kind: 'person.signed-out', subjectId: input.personId, facts: { sessions: ended } });
    return ok(true);
  });
}

/** No sign-in, no link, no session from now on; history stays. Refuses `person.last-admin`, `person.oneself`, and `person.holds-seats`: a seat is handed over first, so that nothing is left without a keeper. */
export async function shutOut(act: Act, input: { readonly personId: string }): Promise<Outcome<true>> {
  return managedPerson(act, input.personId, async () => {
    if (input.personId === act.actor.personId) return refuse('person.oneself');
    const person = await findActor(act.tx, act.regionId, input.personId, act.now);
    const held = person === null ? [] : ownSeats(person).filter((seat) => !seat.delegation);
    if (held.length > 0) return refuse('person.holds-seats', { seats: held.map(({ title, agencyName }) => `${title}, ${agencyName}`) });
    const admins = await lockAdmins(act.tx, act.regionId, act.now);
    if (admins.length === 1 && admins[0] === input.personId) return refuse('person.last-admin');
    if ((await setDisabled(act.tx, act.regionId, input.personId, act.now)) > 0) act.record({ kind: 'person.shut-out', subjectId: input.personId });
    await endSessions(act.tx, act.regionId, input.personId, null, act.now);
    await voidLinks(act.tx, act.regionId, input.personId, act.now);
    return ok(true);
  });
}

/** Refuses `person.proof-needed`. */
export async function letIn(act: Act, input: { readonly personId: string }): Promise<Outcome<true>> {
  return managedAfresh(act, async () => {
    if ((await setDisabled(act.tx, act.regionId, input.personId, null)) > 0) act.record({ kind: 'person.let-in', subjectId: input.personId });
    return ok(true);
  });
}
