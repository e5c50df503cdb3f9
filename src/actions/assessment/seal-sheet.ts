// The juror seals the own sheet: from here it counts, and its digest can be shown.

import { decideSeal, sheetCanon } from '../../domain/assessment/sheet.ts';
import { mayScore } from '../../domain/jury/panel.ts';
import { may } from '../../domain/people/permissions.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { listHistory, lockOwnSheet } from '../../store/assessment-sheet.read.ts';
import { applySheetAct } from '../../store/assessment-sheet.write.ts';
import type { Act } from '../perform.ts';

export interface SheetSealing {
  readonly sheetId: string;
  /** The revision the juror saw on the confirmation page. */
  readonly revision?: number;
}

/** Refuses `sheet.not-found`, `sheet.tied`, `sheet.absent`, `sheet.stale`, `stage.*`, `sheet.incomplete`, `sheet.invalid`. Sealing again gives the same digest. */
export async function sealSheet(act: Act, input: SheetSealing): Promise<Outcome<{ digest: string }>> {
  const { tx, regionId, actor, now } = act;
  const sheet = await lockOwnSheet(tx, regionId, input.sheetId, actor.personId);
  if (sheet === null) return refuse('sheet.not-found');
  const allowed = may(actor, 'sheet.score', { editionId: sheet.editionId, categoryId: sheet.categoryId });
  if (!allowed.ok) return allowed;
  if (sheet.state === 'sealed' && sheet.digest !== null) return ok({ digest: sheet.digest });
  const free = mayScore(actor, sheet, now);
  if (!free.ok) return free;
  const decided = decideSeal(sheet, sheet.rubric, sheet.stages, now);
  if (!decided.ok) return decided;
  if (input.revision !== undefined && input.revision !== sheet.revision) return refuse('sheet.stale', { revision: sheet.revision });
  const { sheetId, categoryId, entryId, jurorId, comment } = sheet;
  const canon = sheetCanon({ regionId, sheetId, categoryId, entryId, jurorId, comment, sealedAt: now }, sheet.rubric, sheet.scores);
  const digest = sha256Hex(canon);
  await applySheetAct(tx, regionId, { sheetId, kind: 'sealed', state: 'sealed', digest, canon, reason: '', actedBy: actor.personId }, now);
  const history = await listHistory(tx, regionId, sheetId);
  act.record({ kind: 'sheet.sealed', subjectId: sheetId, facts: { digest, revision: sheet.revision, history: sha256Hex(canonicalJson(history)) } });
  return ok({ digest });
}
