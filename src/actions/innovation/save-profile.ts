// Saves one part of the profile. Draft saves keep their own history; the ledger takes their digest at the submit.

import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { checkPart, type PartNumber, type ProfileFields } from '../../domain/innovation/profile.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { savePart } from '../../store/innovation-draft.write.ts';
import { lockPart } from '../../store/innovation-entry.read.ts';
import { renameInnovation } from '../../store/innovation-entry.write.ts';
import type { Act } from '../perform.ts';

export interface ProfileSaving {
  readonly entryId: string;
  readonly part: PartNumber;
  /** The revision that was read: 0 for a part never saved. */
  readonly revision: number;
  /** Only the fields that were sent; the others stay. */
  readonly fields: ProfileFields;
}

/**
 * Refuses `entry.not-found`, `entry.not-editable`, `stage.*`, `repair.closed`, `repair.not-asked`, `profile.stale` (nothing is overwritten), `profile.invalid` (fields).
 * What already stands there is not written again.
 */
export async function saveProfile(act: Act, input: ProfileSaving): Promise<Outcome<{ revision: number }>> {
  const { tx, regionId, actor, now } = act;
  const stood = await lockPart(tx, regionId, input.entryId, agenciesOf(actor, 'innovator'), input.part);
  if (stood === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.edit', { agencyId: stood.agencyId });
  if (!allowed.ok) return allowed;
  const open = mayChange(stood, now, `profile:${input.part}`);
  if (!open.ok) return open;
  const before = stood.fields ?? {};
  const checked = checkPart(input.part, before, input.fields);
  if (!checked.ok) return checked;
  const isSame = Object.entries(checked.value).every(([name, value]) => (before[name] ?? '') === value);
  if (isSame && stood.revision > 0) return ok({ revision: stood.revision });
  if (stood.revision !== input.revision) return refuse('profile.stale', { revision: stood.revision });
  const revision = stood.revision + 1;
  const save = { entryId: input.entryId, part: input.part, fields: checked.value, revision, savedBy: actor.personId };
  if ((await savePart(tx, regionId, save, now)) === 0) return refuse('profile.stale', { revision });
  if (input.part === 1) await renameInnovation(tx, regionId, stood.innovationId, checked.value.name ?? '');
  return ok({ revision });
}
