// A conflict found out after the confirmation: the juror steps back, and the draft no longer counts.

import { decideAbsent } from '../../domain/assessment/sheet.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockOwnSheet } from '../../store/assessment-sheet.read.ts';
import { applySheetAct } from '../../store/assessment-sheet.write.ts';
import { isRecused } from '../../store/jury.read.ts';
import { insertRecusal } from '../../store/jury.write.ts';
import type { Act } from '../perform.ts';

export interface LateConflict {
  readonly sheetId: string;
  readonly reason: string;
}

/** Refuses `sheet.not-found`, `sheet.sealed` (the chair reopens it first), `sheet.absent`, `sheet.reason-missing`. */
export async function declareConflict(act: Act, input: LateConflict): Promise<Outcome<{ categoryId: string }>> {
  const { tx, regionId, actor } = act;
  const sheet = await lockOwnSheet(tx, regionId, input.sheetId, actor.personId);
  if (sheet === null) return refuse('sheet.not-found');
  if (await isRecused(tx, regionId, sheet.entryId, actor.personId)) return ok({ categoryId: sheet.categoryId });
  const stepped = decideAbsent(sheet.state, input.reason);
  if (!stepped.ok) return stepped;
  const reason = input.reason.trim();
  await insertRecusal(tx, regionId, { entryId: sheet.entryId, personId: actor.personId, source: 'declared', reason }, act.now);
  const absence = { sheetId: sheet.sheetId, kind: 'absent' as const, state: 'absent' as const, digest: null, canon: null, reason, actedBy: actor.personId };
  await applySheetAct(tx, regionId, absence, act.now);
  act.record({ kind: 'conflict.declared', subjectId: sheet.entryId, facts: { sheet: sheet.sheetId } });
  return ok({ categoryId: sheet.categoryId });
}
