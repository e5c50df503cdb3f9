// The juror seals the own sheet: from here it counts. Its digest tells nothing of the scores, and its receipt can be kept.

import { historyText } from '../../domain/assessment/sealed-sheet.ts';
import { decideSeal, sheetCanon } from '../../domain/assessment/sheet.ts';
import { mayScore } from '../../domain/jury/panel.ts';
import { may } from '../../domain/people/permissions.ts';
import { receiptCode } from '../../domain/proof/check-code.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { randomBlind, randomSigns, sha256Hex } from '../../platform/crypto.ts';
import { listHistory, lockOwnSheet, type WorkingSheet } from '../../store/assessment-sheet.read.ts';
import { applySheetAct } from '../../store/assessment-sheet.write.ts';
import { insertReceipt } from '../../store/proof-receipt.write.ts';
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
  return ok({ digest: await seal(act, sheet) });
}

/** Two blinds: whoever is given the sealed text later must not learn the drafts before it. */
async function seal(act: Act, sheet: WorkingSheet): Promise<string> {
  const { tx, regionId, actor, now } = act;
  const { sheetId, categoryId, entryId, jurorId, comment } = sheet;
  const historyBlind = randomBlind();
  const facts = { regionId, sheetId, categoryId, entryId, jurorId, comment, sealedAt: now, blind: randomBlind() };
  const canon = sheetCanon(facts, sheet.rubric, sheet.scores);
  const digest = sha256Hex(canon);
  const sealing = { sheetId, kind: 'sealed', state: 'sealed', digest, canon, historyBlind, reason: '', actedBy: actor.personId } as const;
  const actNo = await applySheetAct(tx, regionId, sealing, now);
  await insertReceipt(tx, regionId, { code: receiptCode(randomSigns()), sheetId, actNo, categoryId, entryId, jurorId, digest }, now);
  const history = sha256Hex(historyText(await listHistory(tx, regionId, sheetId), historyBlind));
  act.record({ kind: 'sheet.sealed', subjectId: sheetId, facts: { digest, revision: sheet.revision, history, category: categoryId, entry: entryId } });
  return digest;
}
