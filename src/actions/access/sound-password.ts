// A new password is looked at before it is kept: its length always, what it is made of once a person chooses it.

import { checkLength, checkPassword } from '../../domain/access/password.ts';
import { type Outcome, refuse } from '../../domain/shared/outcome.ts';
import { isCommonPassword } from '../../platform/common-passwords.ts';
import { findKnown } from '../../store/access-device.read.ts';
import type { Act } from '../perform.ts';

/** Refuses as `checkPassword`. What the system itself lays (the sample region's printed password) is asked for its length only. */
export async function soundPassword(act: Act, personId: string, password: string): Promise<Outcome<true>> {
  if (act.actor.personId === '') return checkLength(password);
  const known = await findKnown(act.tx, act.regionId, personId);
  return known === null ? refuse('person.not-found') : checkPassword(password, known, isCommonPassword);
}
