// The step that both tables share: agencies that are new, written and put in the ledger.

import type { Agency } from '../../domain/people/agency.ts';
import { insertAgencies } from '../../store/people-agencies.write.ts';
import type { Act } from '../perform.ts';

/** False, and nothing is to be kept, when somebody took one of the names meanwhile. */
export async function addAgencies(act: Act, agencies: readonly Agency[]): Promise<boolean> {
  if (agencies.length === 0) return true;
  if ((await insertAgencies(act.tx, act.regionId, agencies)) < agencies.length) return false;
  for (const { agencyId, kind } of agencies) act.record({ kind: 'agency.created', subjectId: agencyId, facts: { kind } });
  return true;
}
