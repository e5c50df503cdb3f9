// How many innovations each agency is to send in an edition.

import { MOST_TARGET, readTarget } from '../../domain/people/agency.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { listTargets } from '../../store/people-agencies.read.ts';
import { saveTargets } from '../../store/people-agencies.write.ts';
import type { Act } from '../perform.ts';

interface TypedTargets {
  readonly editionId: string;
  /** Agency id -> what was typed; empty leaves it as it is. */
  readonly typed: ReadonlyMap<string, string>;
}

/** Refuses `target.invalid` with the field of each number that is not one. Agencies not named keep theirs. */
export async function setTargets(act: Act, { editionId, typed }: TypedTargets): Promise<Outcome<{ changed: number }>> {
  const allowed = may(act.actor, 'target.set', { editionId });
  if (!allowed.ok) return allowed;
  const known = new Set((await listTargets(act.tx, act.regionId, editionId)).map(({ agencyId }) => agencyId));
  const faults: Record<string, Refusal> = {};
  const targets: { agencyId: string; target: number }[] = [];
  for (const [agencyId, text] of typed) {
    const target = readTarget(text);
    if (!known.has(agencyId) || text === '') continue;
    if (target === null) faults[`target-${agencyId}`] = fault('import.target-unread', { most: MOST_TARGET });
    else targets.push({ agencyId, target });
  }
  if (Object.keys(faults).length > 0) return refuse('target.invalid', {}, faults);
  const changed = targets.length === 0 ? 0 : await saveTargets(act.tx, act.regionId, editionId, targets, act.actor.personId, act.now);
  if (changed > 0) act.record({ kind: 'agency.targets-set', subjectId: editionId, facts: { agencies: changed } });
  return ok({ changed });
}
