// Makes a region: the first act of an installation.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { insertRegion, type NewRegion } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';

export async function createRegion(act: Act, input: Omit<NewRegion, 'regionId'>): Promise<Outcome<{ regionId: string }>> {
  await insertRegion(act.tx, { ...input, regionId: act.regionId });
  act.record({ kind: 'region.created', subjectId: act.regionId, facts: { code: input.code } });
  return ok({ regionId: act.regionId });
}
