// Name, NIP and e-mail of a person change: the own e-mail by its owner, all of it by an admin.

import { isEmail } from '../../domain/people/identity.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findPerson } from '../../store/people.read.ts';
import { updatePerson } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';
import { faultsOf, type Invitation } from './invite-person.ts';
import { managedAfresh } from './managed.ts';
import { tellOfAccount } from './tell.ts';

/** Refuses `person.invalid` by field, `person.exists` when somebody else has the address, `person.proof-needed`. */
export async function changeEmail(act: Act, input: { readonly email: string }): Promise<Outcome<true>> {
  if (!isEmail(input.email)) return refuse('person.invalid', {}, { email: fault('person.email-form') });
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const person = await findPerson(act.tx, act.regionId, act.actor.personId);
  return person === null ? refuse('person.not-found') : change(act, { ...person, email: input.email });
}

/** Refuses as above, and `person.not-found`. */
export async function changePerson(act: Act, input: Invitation): Promise<Outcome<true>> {
  return managedAfresh(act, async () => {
    const faults = faultsOf(input);
    if (Object.keys(faults).length > 0) return refuse('person.invalid', {}, faults);
    return change(act, input);
  });
}

async function change(act: Act, next: Invitation): Promise<Outcome<true>> {
  const before = await findPerson(act.tx, act.regionId, next.personId);
  if (before === null) return refuse('person.not-found');
  const changed = (['name', 'nip', 'email'] as const).filter((field) => before[field] !== next[field]);
  if (changed.length === 0) return ok(true);
  const rows = await updatePerson(act.tx, act.regionId, next);
  if (rows === 0) return refuse('person.exists', {}, { [changed.includes('email') ? 'email' : 'nip']: fault('person.exists') });
  if (changed.includes('email')) await tellOfAccount(act, next.personId, 'email', {}, before.email ?? undefined);
  act.record({ kind: 'person.changed', subjectId: next.personId, facts: { fields: changed } });
  return ok(true);
}
