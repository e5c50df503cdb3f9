// The first other person who decides something has looked at what was set up alone.

import { decides } from '../../domain/access/request.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { listAlone } from '../../store/access-request.read.ts';
import { markReviewed } from '../../store/access-request.write.ts';
import { findActor } from '../../store/people.read.ts';
import type { Act } from '../perform.ts';

/** Only what was on the page (`requestIds`), and nothing the actor set up. Refuses `permission.denied`. */
export async function reviewAlone(act: Act, input: { readonly requestIds: readonly string[] }): Promise<Outcome<true>> {
  const { tx, regionId, now } = act;
  const actor = await findActor(tx, regionId, act.actor.personId, now);
  if (actor === null || !decides(actor)) return refuse('permission.denied', { verb: 'access.confirm' });
  const seen = (await listAlone(tx, regionId)).filter(({ requestId, askedBy }) => input.requestIds.includes(requestId) && askedBy !== actor.personId);
  const ids = seen.map(({ requestId }) => requestId);
  if ((await markReviewed(tx, regionId, ids, actor.personId, now)) > 0)
    act.record({ kind: 'access.list-confirmed', subjectId: regionId, facts: { requests: ids } });
  return ok(true);
}
