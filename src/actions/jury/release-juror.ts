// Takes a juror off the panel of a category, who has not confirmed the conflicts yet, with the role that came with it.

import { mayRelease } from '../../domain/jury/appointment.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { stopEnded } from '../../store/access-request.write.ts';
import { findCategory } from '../../store/edition.read.ts';
import { findPanelStanding } from '../../store/jury.read.ts';
import { deleteJuror, endJurorGrant, lockCategory } from '../../store/jury.write.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

/** Refuses `category.not-found`, and `panel.juror-begun` once the juror confirmed the conflicts or an absence was recorded. Whoever is not on the panel stays off it. */
export async function releaseJuror(act: Act, input: { readonly categoryId: string; readonly personId: string }): Promise<Outcome<{ categoryId: string }>> {
  const { tx, regionId, now } = act;
  const { categoryId, personId } = input;
  const category = await findCategory(tx, regionId, categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, 'panel.appoint', { editionId: category.editionId });
  if (!allowed.ok) return allowed;
  await lockCategory(tx, regionId, categoryId);
  const juror = (await findPanelStanding(tx, regionId, categoryId)).find((one) => one.personId === personId);
  if (juror === undefined) return ok({ categoryId });
  const free = mayRelease(juror);
  if (!free.ok) return free;
  await deleteJuror(tx, regionId, categoryId, personId);
  await endJurorGrant(tx, regionId, categoryId, personId, now);
  await stopEnded(tx, regionId, act.actor.personId, now);
  await tell(act, [{ kind: 'juror-released', personId, aboutId: categoryId, facts: { category: category.name } }]);
  act.record({ kind: 'juror.released', subjectId: personId, facts: { category: categoryId, code: juror.code, chair: juror.isChair } });
  return ok({ categoryId });
}
