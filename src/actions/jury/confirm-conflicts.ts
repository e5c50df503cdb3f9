// The juror confirms the conflicts of a category: only then do the sheets of the others open.

import { conflictsFound, type Declared, decideRecusals } from '../../domain/jury/panel.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findCategory, findRubric } from '../../store/edition.read.ts';
import { findConfirmation, findFinalists, findPanel } from '../../store/jury.read.ts';
import { insertConfirmation, lockCategory } from '../../store/jury.write.ts';
import type { Act } from '../perform.ts';

export interface ConflictConfirmation {
  readonly categoryId: string;
  readonly declared: readonly Declared[];
}

/**
 * Refuses `category.not-found`, `panel.not-a-member`, `conflict.no-finalists`, `conflict.unknown-entry`, `conflict.reason-missing`,
 * `rubric.not-found`. Confirming again changes nothing: a conflict found out later is declared on its sheet.
 */
export async function confirmConflicts(act: Act, input: ConflictConfirmation): Promise<Outcome<{ categoryId: string }>> {
  const { tx, regionId, actor } = act;
  const category = await findCategory(tx, regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(actor, 'sheet.score', { editionId: category.editionId, categoryId: category.categoryId });
  if (!allowed.ok) return allowed;
  await lockCategory(tx, regionId, input.categoryId);
  const panel = await findPanel(tx, regionId, input.categoryId);
  if (!panel.some((juror) => juror.personId === actor.personId)) return refuse('panel.not-a-member');
  if ((await findConfirmation(tx, regionId, input.categoryId, actor.personId)) !== null) return ok({ categoryId: input.categoryId });
  const finalists = await findFinalists(tx, regionId, input.categoryId);
  const found = conflictsFound({ personId: actor.personId, seats: [...actor.seats, ...actor.pastSeats] }, finalists, act.now);
  const recusals = decideRecusals(found, input.declared, finalists);
  if (!recusals.ok) return recusals;
  const rubric = await findRubric(tx, regionId, input.categoryId);
  if (rubric === null) return refuse('rubric.not-found');
  const recused = new Set(recusals.value.map((one) => one.entryId));
  const open = finalists.filter((finalist) => !recused.has(finalist.entryId));
  const sheets = open.map(({ entryId }) => ({ sheetId: act.newId(), entryId }));
  const confirmation = { categoryId: input.categoryId, personId: actor.personId, recusals: recusals.value, sheets, rubricVersion: rubric.version };
  await insertConfirmation(tx, regionId, confirmation, act.now);
  act.record({
    kind: 'conflict.confirmed',
    subjectId: input.categoryId,
    facts: {
      found: recusals.value.filter((one) => one.source === 'found').map((one) => one.entryId),
      declared: declaredIds(recusals.value),
      sheets: sheets.length,
    },
  });
  return ok({ categoryId: input.categoryId });
}

function declaredIds(recusals: readonly { readonly entryId: string; readonly source: string }[]): readonly string[] {
  return recusals.filter((one) => one.source === 'declared').map((one) => one.entryId);
}
