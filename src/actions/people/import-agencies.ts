// Takes in a whole table of agencies, with their targets when the table has them, or none of it.

import { type AgencyTable, readAgencyTable } from '../../domain/people/agency-table.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { TableSheet } from '../../domain/shared/table.ts';
import { listAgencies } from '../../store/people.read.ts';
import { saveTargets } from '../../store/people-agencies.write.ts';
import { lockImports } from '../../store/people-import.write.ts';
import type { Act } from '../perform.ts';
import { addAgencies } from './add-agencies.ts';
import { managed } from './managed.ts';

interface AgencyImport {
  readonly sheet: TableSheet;
  /** The edition the targets are for; null when there is none yet. */
  readonly editionId: string | null;
}

/** Refuses `import.has-faults`, `import.no-edition` for targets without an edition, `import.overtaken`. The same table again changes nothing. */
export async function importAgencies(act: Act, { sheet, editionId }: AgencyImport): Promise<Outcome<{ agencies: number; targets: number }>> {
  return managed(act, async () => {
    await lockImports(act.tx, act.regionId);
    const table: AgencyTable = readAgencyTable(sheet, await listAgencies(act.tx, act.regionId));
    if (table.faults.length > 0) return refuse('import.has-faults', { count: table.faults.length });
    const lines = table.lines.map((line) => ({ ...line, agencyId: line.agencyId ?? act.newId(), isNew: line.agencyId === null }));
    const added = lines.filter(({ isNew }) => isNew);
    const targets = lines.flatMap(({ agencyId, target }) => (target === null ? [] : [{ agencyId, target }]));
    if (targets.length > 0 && editionId === null) return refuse('import.no-edition');
    if (!(await addAgencies(act, added))) return refuse('import.overtaken');
    const changed = targets.length === 0 || editionId === null ? 0 : await saveTargets(act.tx, act.regionId, editionId, targets, act.actor.personId, act.now);
    if (changed > 0) act.record({ kind: 'agency.targets-set', subjectId: editionId, facts: { agencies: changed } });
    return ok({ agencies: added.length, targets: changed });
  });
}
