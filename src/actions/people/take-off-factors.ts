// Everything that stands beside a person's password is taken off.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { removeCard } from '../../store/access-setting.write.ts';
import { removePasskeys, removeRecoveryCodes, removeTimeCode } from '../../store/people-factor.write.ts';
import type { Act } from '../perform.ts';
import { tellOfAccount } from './tell.ts';

/** Everything that stands beside the password. */
export async function takeOffFactors(act: Act, personId: string): Promise<Outcome<true>> {
  const removed =
    (await removeTimeCode(act.tx, act.regionId, personId)) +
    (await removePasskeys(act.tx, act.regionId, personId)) +
    (await removeCard(act.tx, act.regionId, personId));
  await removeRecoveryCodes(act.tx, act.regionId, personId);
  if (removed === 0) return ok(true);
  await tellOfAccount(act, personId, 'second-factor-off');
  act.record({ kind: 'person.second-factor-off', subjectId: personId });
  return ok(true);
}
