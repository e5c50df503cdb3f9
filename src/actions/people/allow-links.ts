// One-time links are secrets on paper: nobody needs thousands within an hour.

import { LINKS_MINUTES, withinLimit } from '../../domain/operations/limits.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { later, MINUTE } from '../../domain/shared/time.ts';
import { countLinks } from '../../store/limits.read.ts';
import type { Act } from '../perform.ts';

/** Refuses `limit.links`. The system itself makes as many as it must. */
export async function allowLinks({ tx, regionId, actor, now }: Act, more = 1): Promise<Outcome<true>> {
  if (actor.personId === '' || more === 0) return ok(true);
  return withinLimit('links', await countLinks(tx, regionId, { personId: actor.personId, since: later(now, -LINKS_MINUTES * MINUTE) }), more);
}
