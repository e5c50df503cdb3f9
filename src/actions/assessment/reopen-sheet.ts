// The chair reopens a sheet with a reason; the old digest stays in the sheet's acts.

import { decideReopen } from '../../domain/assessment/sheet.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockSheet } from '../../store/assessment-sheet.read.ts';
import { applySheetAct } from '../../store/assessment-sheet.write.ts';
import { isRecused } from '../../store/jury.read.ts';
import { lockCategory } from '../../store/jury.write.ts';
import { findNewestResult } from '../../store/result.read.ts';
import type { Act } from '../perform.ts';

export interface SheetReopening {
  readonly sheetId: string;
  readonly reason: string;
}

/** Refuses `sheet.not-found`, `sheet.not-sealed`, `sheet.reason-missing`, `sheet.recused`, `result.already-signed`. */
export async function reopenSheet(act: Act, input: SheetReopening): Promise<Outcome<{ sheetId: string }>> {
  const { tx, regionId, actor } = act;
  const sheet = await lockSheet(tx, regionId, input.sheetId);
  if (sheet === null) return refuse('sheet.not-found');
  const allowed = may(actor, 'sheet.reopen', { editionId: sheet.editionId, categoryId: sheet.categoryId });
  if (!allowed.ok) return allowed;
  const decided = decideReopen(sheet.state, input.reason);
  if (!decided.ok) return decided;
  if (await isRecused(tx, regionId, sheet.entryId, sheet.jurorId)) return refuse('sheet.recused');
  await lockCategory(tx, regionId, sheet.categoryId);
  const result = await findNewestResult(tx, regionId, sheet.categoryId);
  if (result !== null && result.signatures.length > 0) return refuse('result.already-signed');
  const reason = input.reason.trim();
  await applySheetAct(
    tx,
    regionId,
    { sheetId: sheet.sheetId, kind: 'reopened', state: 'draft', digest: null, canon: null, reason, actedBy: actor.personId },
    act.now,
  );
  act.record({ kind: 'sheet.reopened', subjectId: sheet.sheetId, facts: { reason, digest: sheet.digest ?? '' } });
  return ok({ sheetId: sheet.sheetId });
}
