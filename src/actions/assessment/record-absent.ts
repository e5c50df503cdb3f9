// The chair records that a juror gave no score for a finalist, with a reason.

import { decideAbsent } from '../../domain/assessment/sheet.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockSheetOfPair, type WorkingSheet } from '../../store/assessment-sheet.read.ts';
import { applySheetAct, insertSheet } from '../../store/assessment-sheet.write.ts';
import { findCategory, findRubric } from '../../store/edition.read.ts';
import { findFinalists, findPanel, isRecused } from '../../store/jury.read.ts';
import { lockCategory } from '../../store/jury.write.ts';
import type { Act } from '../perform.ts';

export interface Absence {
  readonly categoryId: string;
  readonly entryId: string;
  readonly jurorId: string;
  readonly reason: string;
}

/** Refuses `category.not-found`, `sheet.not-found` (not a pair of this panel), `sheet.recused`, `sheet.sealed`, `sheet.reason-missing`. Again: no change. */
export async function recordAbsent(act: Act, input: Absence): Promise<Outcome<{ sheetId: string }>> {
  const { tx, regionId, actor } = act;
  const category = await findCategory(tx, regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(actor, 'sheet.reopen', { editionId: category.editionId, categoryId: category.categoryId });
  if (!allowed.ok) return allowed;
  await lockCategory(tx, regionId, category.categoryId);
  const sheet = await sheetOfPair(act, input);
  if (sheet === null) return refuse('sheet.not-found');
  if (sheet.state === 'absent') return ok({ sheetId: sheet.sheetId });
  if (await isRecused(tx, regionId, input.entryId, input.jurorId)) return refuse('sheet.recused');
  const decided = decideAbsent(sheet.state, input.reason);
  if (!decided.ok) return decided;
  const reason = input.reason.trim();
  await applySheetAct(
    tx,
    regionId,
    { sheetId: sheet.sheetId, kind: 'absent', state: 'absent', digest: null, canon: null, reason, actedBy: actor.personId },
    act.now,
  );
  act.record({ kind: 'sheet.absent', subjectId: sheet.sheetId, facts: { reason } });
  return ok({ sheetId: sheet.sheetId });
}

/** The pair's sheet; an empty one is made for a juror who never confirmed. Null when it is no pair of the panel. */
async function sheetOfPair(act: Act, input: Absence): Promise<WorkingSheet | null> {
  const { tx, regionId } = act;
  const [finalists, panel] = [await findFinalists(tx, regionId, input.categoryId), await findPanel(tx, regionId, input.categoryId)];
  const isPair = finalists.some((one) => one.entryId === input.entryId) && panel.some((one) => one.personId === input.jurorId);
  const rubric = await findRubric(tx, regionId, input.categoryId);
  if (!isPair || rubric === null) return null;
  const { categoryId, entryId, jurorId } = input;
  await insertSheet(tx, regionId, { sheetId: act.newId(), categoryId, entryId, jurorId, rubricVersion: rubric.version });
  return lockSheetOfPair(tx, regionId, entryId, jurorId);
}
