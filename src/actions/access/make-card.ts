// Ten single-use codes on paper in place of a telephone: made and shown once, to their owner.

import { requireFresh } from '../../domain/people/second-factor.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { insertCard } from '../../store/access-setting.write.ts';
import { endOtherSessions } from '../../store/people-factor.write.ts';
import { newRecoveryCodes } from '../people/second-factor.ts';
import type { Act } from '../perform.ts';

/** A new card takes the place of the old one and of all codes before; sessions elsewhere end. Refuses `person.proof-needed`. */
export async function makeCard(act: Act, input: { readonly sessionId: string }): Promise<Outcome<{ codes: readonly string[] }>> {
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const { personId } = act.actor;
  await insertCard(act.tx, act.regionId, personId, act.now);
  await endOtherSessions(act.tx, act.regionId, personId, input.sessionId, act.now);
  act.record({ kind: 'person.second-factor-on', subjectId: personId, facts: { factor: 'card' } });
  return ok({ codes: await newRecoveryCodes(act) });
}
