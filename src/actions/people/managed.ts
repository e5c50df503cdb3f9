// The door before the acts on people: whoever manages people may pass. Seeds and the first start come in by another way.

import { may } from '../../domain/people/permissions.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { type Outcome, refuse } from '../../domain/shared/outcome.ts';
import { findActor } from '../../store/people.read.ts';
import { lockAdmins } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';

/** Refuses `permission.denied` to all but an admin. */
export async function managed<T>(act: Act, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const allowed = may(act.actor, 'people.manage');
  return allowed.ok ? work() : allowed;
}

/** The same for acts that give somebody more than they had: `person.proof-needed` unless the admin proved to be there just now. */
export async function managedAfresh<T>(act: Act, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return managed(act, async () => {
    const fresh = requireFresh(act.provedAt, act.now);
    return fresh.ok ? work() : fresh;
  });
}

/** The same for an act on one person; `person.not-found` when nobody of the region bears the id. */
export async function managedPerson<T>(act: Act, personId: string, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  return managed(act, async () => ((await findActor(act.tx, act.regionId, personId, act.now)) === null ? refuse('person.not-found') : work()));
}

/** Refuses `person.last-admin` when the work leaves none: an installation without an admin could let nobody in any more. */
export async function keepAnAdmin<T>(act: Act, work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  const before = await lockAdmins(act.tx, act.regionId, act.now);
  const done = await work();
  const isLast = done.ok && before.length > 0 && (await lockAdmins(act.tx, act.regionId, act.now)).length === 0;
  return isLast ? refuse('person.last-admin') : done;
}
