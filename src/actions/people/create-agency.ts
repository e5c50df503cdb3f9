// Adds an agency (perangkat daerah and others who may enter).

import { type Agency, agencyFaults } from '../../domain/people/agency.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findAgency } from '../../store/people.read.ts';
import { insertAgency } from '../../store/people.write.ts';
import type { Act } from '../perform.ts';

/** Refuses `agency.invalid` by field, also when another agency bears the name. The same id again changes nothing. */
export async function createAgency(act: Act, agency: Agency): Promise<Outcome<{ agencyId: string }>> {
  const faults = agencyFaults(agency);
  if (Object.keys(faults).length > 0) return refuse('agency.invalid', {}, faults);
  const rows = await insertAgency(act.tx, act.regionId, agency);
  if (rows === 0 && (await findAgency(act.tx, act.regionId, agency.agencyId)) === null) return refuse('agency.invalid', {}, { name: fault('agency.exists') });
  if (rows > 0) act.record({ kind: 'agency.created', subjectId: agency.agencyId, facts: { kind: agency.kind } });
  return ok({ agencyId: agency.agencyId });
}
