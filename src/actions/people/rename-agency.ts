// An agency gets another name or kind; what it was called stays in its history.

import { type Agency, agencyFaults } from '../../domain/people/agency.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { lockAgency } from '../../store/people-agencies.read.ts';
import { insertRename, updateAgency } from '../../store/people-agencies.write.ts';
import type { Act } from '../perform.ts';
import { managed } from './managed.ts';

const SHORTEST_REASON = 3;
const LONGEST_REASON = 1_000;

/** `agency.reason-missing` by field; the reason is kept with the change. */
export function reasonFaults(reason: string): Readonly<Record<string, Refusal>> {
  return reason.length < SHORTEST_REASON || reason.length > LONGEST_REASON ? { reason: fault('agency.reason-missing', { max: LONGEST_REASON }) } : {};
}

/** Refuses `agency.not-found`, `agency.merged-already`, `agency.invalid` by field, also when another agency bears the name. Changing nothing is no act. */
export async function renameAgency(act: Act, input: Agency & { readonly reason: string }): Promise<Outcome<true>> {
  return managed(act, async () => {
    const agency = await lockAgency(act.tx, act.regionId, input.agencyId);
    if (agency === null) return refuse('agency.not-found');
    if (agency.mergedInto !== null) return refuse('agency.merged-already', { into: agency.mergedInto });
    if (agency.name === input.name && agency.shortName === input.shortName && agency.kind === input.kind) return ok(true);
    const faults = { ...agencyFaults(input), ...reasonFaults(input.reason) };
    if (Object.keys(faults).length > 0) return refuse('agency.invalid', {}, faults);
    if ((await updateAgency(act.tx, act.regionId, input)) === 0) return refuse('agency.invalid', {}, { name: fault('agency.exists') });
    const decided = { id: act.newId(), reason: input.reason, by: act.actor.personId, at: act.now };
    await insertRename(act.tx, act.regionId, agency, input, decided);
    act.record({ kind: 'agency.renamed', subjectId: input.agencyId, facts: { rename: decided.id } });
    return ok(true);
  });
}
