// A person chooses another password; sessions elsewhere end.

import { requireFresh } from '../../domain/people/second-factor.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { hashPassword } from '../../platform/crypto.ts';
import { setPassword } from '../../store/people.write.ts';
import { endOtherSessions } from '../../store/people-factor.write.ts';
import { soundPassword } from '../access/sound-password.ts';
import type { Act } from '../perform.ts';
import { tellOfAccount } from './tell.ts';

/** Refuses `password.invalid` by field, `person.proof-needed`. */
export async function changePassword(act: Act, input: { readonly password: string; readonly sessionId: string }): Promise<Outcome<true>> {
  const sound = await soundPassword(act, act.actor.personId, input.password);
  if (!sound.ok) return sound;
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  await setPassword(act.tx, act.regionId, act.actor.personId, await hashPassword(input.password));
  await endOtherSessions(act.tx, act.regionId, act.actor.personId, input.sessionId, act.now);
  await tellOfAccount(act, act.actor.personId, 'password');
  act.record({ kind: 'person.password-changed', subjectId: act.actor.personId });
  return ok(true);
}
