// Saves what is claimed for one indicator.

import { type ClaimWish, checkClaim } from '../../domain/innovation/claim.ts';
import { agenciesOf, mayChange } from '../../domain/innovation/editing.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { saveClaimRow } from '../../store/innovation-draft.write.ts';
import { lockClaim } from '../../store/innovation-entry.read.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';

export interface ClaimSaving extends ClaimWish {
  readonly entryId: string;
  readonly indicator: string;
  /** The revision that was read: 0 where nothing was claimed yet. */
  readonly revision: number;
}

/** Refuses `entry.not-found`, `indicator.not-found`, `entry.not-editable`, `stage.*`, `repair.closed`, `repair.not-asked`, `claim.stale`, `claim.invalid` (fields). */
export async function saveClaim(act: Act, input: ClaimSaving): Promise<Outcome<{ revision: number }>> {
  const { tx, regionId, actor, now } = act;
  const stood = await lockClaim(tx, regionId, input.entryId, agenciesOf(actor, 'innovator'), input.indicator);
  if (stood === null) return refuse('entry.not-found');
  const allowed = may(actor, 'entry.edit', { agencyId: stood.agencyId });
  if (!allowed.ok) return allowed;
  const { sid } = await instrumentOf(tx, regionId, stood.instrument);
  const indicator = sid.find((one) => one.code === input.indicator);
  if (indicator === undefined) return refuse('indicator.not-found');
  const open = mayChange(stood, now, input.indicator);
  if (!open.ok) return open;
  const checked = checkClaim(indicator, input);
  if (!checked.ok) return checked;
  const claim = checked.value;
  const isSame = stood.level === claim.level && stood.basis === claim.basis && stood.note === claim.note;
  if (isSame) return ok({ revision: stood.revision });
  if (stood.revision !== input.revision) return refuse('claim.stale', { revision: stood.revision });
  const revision = stood.revision + 1;
  const save = { ...claim, entryId: input.entryId, indicator: input.indicator, revision, savedBy: actor.personId };
  if ((await saveClaimRow(tx, regionId, save, now)) === 0) return refuse('claim.stale', { revision });
  return ok({ revision });
}
