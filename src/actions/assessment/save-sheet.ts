// Saves a part of a sheet. Draft saves write their own history; the ledger takes one row at the seal.

import { sheetTotal } from '../../domain/assessment/sheet.ts';
import { decideSave, type SheetPart } from '../../domain/assessment/sheet-change.ts';
import type { AuditEvent } from '../../domain/audit/events.ts';
import { mayScore } from '../../domain/jury/panel.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { toPair } from '../../domain/shared/rational.ts';
import { lockOwnSheet } from '../../store/assessment-sheet.read.ts';
import { saveSheetScores } from '../../store/assessment-sheet.write.ts';
import type { Act } from '../perform.ts';

export interface SheetSaved {
  readonly revision: number;
  readonly complete: boolean;
  /** What could not be taken of the part; the rest is saved. */
  readonly faults: Readonly<Record<string, Refusal>>;
}

export interface SheetSaving extends SheetPart {
  readonly sheetId: string;
}

/**
 * Refuses `sheet.not-found`, `sheet.tied`, `sheet.sealed`, `sheet.absent`, `stage.*`, `sheet.stale`, `sheet.invalid` (fields), `sheet.unknown-criterion`.
 * What already stands there is not written again; one bad field does not hold up the others.
 */
export async function saveSheet(act: Act, input: SheetSaving): Promise<Outcome<SheetSaved>> {
  const { tx, regionId, actor } = act;
  const sheet = await lockOwnSheet(tx, regionId, input.sheetId, actor.personId);
  if (sheet === null) return refuse('sheet.not-found');
  const allowed = may(actor, 'sheet.score', { editionId: sheet.editionId, categoryId: sheet.categoryId });
  if (!allowed.ok) return allowed;
  const free = mayScore(actor, sheet, act.now);
  if (!free.ok) return free;
  const change = decideSave(sheet, sheet.rubric, sheet.stages, input, act.now);
  if (!change.ok) return change;
  const { scores, comment, changed, faults } = change.value;
  const { total } = sheetTotal(sheet.rubric, scores);
  if (!changed) return ok({ revision: sheet.revision, complete: total !== null, faults });
  const revision = sheet.revision + 1;
  const save = { sheetId: sheet.sheetId, scores, comment, revision, total: total === null ? null : toPair(total), savedBy: actor.personId };
  await saveSheetScores(tx, regionId, save, act.now);
  return ok({ revision, complete: total !== null, faults });
}

/** A score that came after the seal or the close is refused and kept in the ledger. */
export function rememberLateScore(sheetId: string): (refusal: Refusal) => AuditEvent | null {
  return (refusal) => {
    const late = refusal.code === 'sheet.sealed' || refusal.code === 'stage.closed';
    return late ? { kind: 'sheet.late-score-refused', subjectId: sheetId, facts: { why: refusal.code } } : null;
  };
}
