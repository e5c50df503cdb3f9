// Sets a password by a one-time link: an invitation accepted, or a forgotten password replaced.

import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { hashPassword, sha256Bytes } from '../../platform/crypto.ts';
import { endSessions, setPassword, useLink as useUp } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';

export const MIN_PASSWORD = 10;

/** Refuses `password.too-short` and `password.too-long` by field, `link.not-found` when the link is used, run out or unknown. */
export async function setPasswordByLink(act: Act, input: { readonly token: string; readonly password: string }): Promise<Outcome<{ personId: string }>> {
  if ([...input.password].length < MIN_PASSWORD) return refuse('password.invalid', {}, { password: fault('password.too-short', { min: MIN_PASSWORD }) });
  if (input.password.length > 200) return refuse('password.invalid', {}, { password: fault('password.too-long', { max: 200 }) });
  const link = await useUp(act.tx, act.regionId, sha256Bytes(input.token), act.now);
  if (link === null) return refuse('link.not-found');
  await setPassword(act.tx, act.regionId, link.personId, await hashPassword(input.password));
  await endSessions(act.tx, act.regionId, link.personId, null, act.now);
  act.record({ kind: link.kind === 'reset' ? 'person.password-reset' : 'person.invitation-accepted', subjectId: link.personId });
  return ok({ personId: link.personId });
}
