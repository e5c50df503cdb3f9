// Where an entry may be started: the newest edition whose registration is open.

import type { Edition } from '../../domain/edition/edition.ts';
import { requireOpen } from '../../domain/edition/stage.ts';
import { fault, type Refusal } from '../../domain/shared/outcome.ts';
import { listShownEditions, listStages } from '../../store/edition.read.ts';
import type { Ctx } from '../request.ts';

export interface RegistrationHere {
  readonly edition: Edition | null;
  /** Why nothing may be started: of the newest edition, when no registration is open. */
  readonly closed: Refusal | null;
}

export async function registrationHere(c: Ctx): Promise<RegistrationHere> {
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const editions = await listShownEditions(db, regionId, now());
  const ids = editions.map(({ editionId }) => editionId);
  const stages = await listStages(db, regionId, ids);
  const doors = editions.map((edition) => {
    const own = stages.filter(({ editionId }) => editionId === edition.editionId);
    const door = requireOpen(own, 'registration', now());
    return { edition, closed: door.ok ? null : door.refusal };
  });
  return doors.find(({ closed }) => closed === null) ?? doors[0] ?? { edition: null, closed: fault('stage.absent', { kind: 'registration' }) };
}
