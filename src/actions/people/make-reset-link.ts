// An admin hands over a one-time link to someone who forgot the password: many offices have no mail.

import { DECIDING_ROLES } from '../../domain/access/request.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { DAY, later } from '../../domain/shared/time.ts';
import { randomToken, sha256Bytes } from '../../platform/crypto.ts';
import { listDeciding } from '../../store/access-request.read.ts';
import { findPerson } from '../../store/people.read.ts';
import { insertLink, voidLinks } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';
import { allowLinks } from './allow-links.ts';
import { INVITATION_MS } from './invite-person.ts';
import { findByAccount } from './keep-seat.ts';
import { managedAfresh } from './managed.ts';
import { takeOffFactors } from './take-off-factors.ts';
import { tell, tellOfAccount } from './tell.ts';

/** Returns the link's secret once; older links of the person are void. Who has no password yet gets an invitation, for as long as the first. Refuses `person.proof-needed`, `limit.links`. */
export async function makeResetLink(act: Act, input: { readonly personId: string }): Promise<Outcome<{ token: string }>> {
  return managedAfresh(act, () => newLink(act, input.personId, 'hand'));
}

async function newLink(act: Act, personId: string, route: 'hand' | 'machine'): Promise<Outcome<{ token: string }>> {
  const person = await findPerson(act.tx, act.regionId, personId);
  if (person === null) return refuse('person.not-found');
  const allowed = await allowLinks(act);
  if (!allowed.ok) return allowed;
  const token = randomToken();
  await voidLinks(act.tx, act.regionId, personId, act.now);
  await insertLink(act.tx, act.regionId, {
    linkId: act.newId(),
    tokenSha256: sha256Bytes(token),
    kind: person.hasPassword ? 'reset' : 'invitation',
    personId,
    expiresAt: later(act.now, person.hasPassword ? DAY : INVITATION_MS),
    createdAt: act.now,
    createdBy: act.actor.personId || null,
    route,
  });
  act.record({ kind: 'person.reset-link-made', subjectId: personId, ...(route === 'machine' ? { facts: { by: route } } : {}) });
  if (person.hasPassword) await tellOfAccount(act, personId, 'reset-link');
  return ok({ token });
}

/** For whoever has the machine itself, when no admin can come in any more: the second factor may come off with it. Everybody who decides something is told. Refuses `person.not-found`. */
export async function emergencyLink(act: Act, input: { readonly account: string; readonly withoutFactor: boolean }): Promise<Outcome<{ token: string }>> {
  const personId = await findByAccount(act.tx, act.regionId, input.account);
  if (personId === null) return refuse('person.not-found');
  if (input.withoutFactor) await takeOffFactors(act, personId);
  const others = await listDeciding(act.tx, act.regionId, act.now, DECIDING_ROLES);
  await tell(
    act,
    others.filter((one) => one !== personId).map((one) => ({ kind: 'access-machine', personId: one, aboutId: personId, facts: {} })),
  );
  return newLink(act, personId, 'machine');
}
