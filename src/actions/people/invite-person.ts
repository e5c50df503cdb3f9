// Adds a person and makes the one-time link with which they set their password.

import { isEmail, isNip, LONGEST_NAME } from '../../domain/people/identity.ts';
import { FRESH_MS } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { DAY, later } from '../../domain/shared/time.ts';
import { randomToken, sha256Bytes } from '../../platform/crypto.ts';
import { isInvited } from '../../store/people.read.ts';
import { insertLink, insertPerson, voidLinks } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';
import { allowLinks } from './allow-links.ts';
import { tell } from './tell.ts';

export interface Invitation {
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
}

export const INVITATION_MS = 14 * DAY;

/** Returns the link's secret once; the same form sent again at once makes no second person, only a link in place of the first: later a link for somebody known asks for a fresh proof. Refuses `person.invalid` by field, `person.exists` when NIP or e-mail is taken, `limit.links`. */
export async function invitePerson(act: Act, input: Invitation): Promise<Outcome<{ personId: string; token: string }>> {
  const faults = faultsOf(input);
  if (Object.keys(faults).length > 0) return refuse('person.invalid', {}, faults);
  const allowed = await allowLinks(act);
  if (!allowed.ok) return allowed;
  const isNew = (await insertPerson(act.tx, act.regionId, input, act.now)) > 0;
  if (!isNew && !(await isInvited(act.tx, act.regionId, input, later(act.now, -FRESH_MS))))
    return refuse('person.exists', {}, { [input.email === null ? 'nip' : 'email']: fault('person.exists') });
  if (!isNew) await voidLinks(act.tx, act.regionId, input.personId, act.now);
  const token = randomToken();
  await insertLink(act.tx, act.regionId, {
    linkId: act.newId(),
    tokenSha256: sha256Bytes(token),
    kind: 'invitation',
    personId: input.personId,
    expiresAt: later(act.now, INVITATION_MS),
    createdAt: act.now,
    createdBy: act.actor.personId || null,
    route: act.actor.personId === '' ? 'machine' : 'hand',
  });
  if (isNew) await tell(act, [{ kind: 'invited', personId: input.personId, aboutId: input.personId, facts: {} }]);
  act.record({ kind: isNew ? 'person.invited' : 'person.reset-link-made', subjectId: input.personId });
  return ok({ personId: input.personId, token });
}

/** What is wrong with name and addresses, by field. */
export function faultsOf(input: Invitation): Record<string, Refusal> {
  const faults: Record<string, Refusal> = {};
  if (input.name === '' || input.name.length > LONGEST_NAME) faults.name = fault('person.name-form', { max: LONGEST_NAME });
  if (input.nip !== null && !isNip(input.nip)) faults.nip = fault('person.nip-form');
  if (input.email !== null && !isEmail(input.email)) faults.email = fault('person.email-form');
  if (input.nip === null && input.email === null) faults.email = fault('person.needs-address');
  return faults;
}
