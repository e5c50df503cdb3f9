// Gathers what a result is computed from: newest rules and rubric, announced desk values, settled sheets under juror codes, scores as they were sealed.

import { checkSeals } from '../../domain/assessment/seal-check.ts';
import { openPairs, pairKey } from '../../domain/jury/panel.ts';
import { type FrozenInputs, freezeInputs, type SealedSheet } from '../../domain/result/frozen-inputs.ts';
import type { Decision } from '../../domain/result/tie-break.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { findSealEvidence } from '../../store/assessment-seal.read.ts';
import { findRubric, findRules } from '../../store/edition.read.ts';
import { findFinalists, findPanel, findRecusals } from '../../store/jury.read.ts';
import { findAnnouncedDesk } from '../../store/result.read.ts';
import type { Act } from '../perform.ts';

/**
 * Refuses `result.no-finalists`, `result.rules-missing`, `rubric.*`, `seal.broken` when a sheet is not what was sealed, `result.sheets-open` and
 * `result.rubric-differs` (pairs as "J2 BL-2026-0001").
 */
export async function gatherInputs(act: Pick<Act, 'tx' | 'regionId'>, categoryId: string, decisions: readonly Decision[]): Promise<Outcome<FrozenInputs>> {
  const { tx, regionId } = act;
  const finalists = await findFinalists(tx, regionId, categoryId);
  const desk = await findAnnouncedDesk(tx, regionId, categoryId);
  if (finalists.length === 0 || desk === null) return refuse('result.no-finalists');
  const rules = await findRules(tx, regionId, categoryId);
  const rubric = await findRubric(tx, regionId, categoryId);
  if (rules === null || rubric === null) return refuse('result.rules-missing');
  const panel = await findPanel(tx, regionId, categoryId);
  const recusals = await findRecusals(tx, regionId, categoryId);
  const jurors = panel.map(({ personId }) => personId);
  const evidence = await findSealEvidence(tx, regionId, categoryId, jurors);
  const seals = checkSeals({ ...evidence, regionId, categoryId, rubric: rubric.body, panel, finalists, recusals }, sha256Hex);
  if (!seals.ok) return seals;
  const { sheets } = evidence;
  const settled = new Set(recusals.map((one) => pairKey(one.personId, one.entryId)));
  for (const sheet of sheets) if (sheet.state !== 'draft') settled.add(pairKey(sheet.jurorId, sheet.entryId));
  const open = openPairs(panel, finalists, settled);
  if (open.length > 0) return refuse('result.sheets-open', { count: open.length, pairs: open.map((pair) => `${pair.juror} ${pair.entry}`) });
  const codes = new Map(panel.map((juror) => [juror.personId, juror.code]));
  const numbers = new Map(finalists.map((finalist) => [finalist.entryId, finalist.registrationNumber]));
  const pair = (entryId: string, personId: string) => ({ entry: numbers.get(entryId) ?? '', juror: codes.get(personId) ?? '' });
  const strange = sheets.filter(({ state, rubricVersion }) => state === 'sealed' && rubricVersion !== rubric.version);
  if (strange.length > 0) {
    const pairs = strange.map(({ entryId, jurorId }) => pair(entryId, jurorId));
    return refuse('result.rubric-differs', { pairs: pairs.map(({ juror, entry }) => `${juror} ${entry}`) });
  }
  const recusedPairs = new Set(recusals.map((one) => pairKey(one.personId, one.entryId)));
  const deskOf = new Map(desk.entries.map((entry) => [entry.entryId, entry.desk]));
  return ok(
    freezeInputs({
      categoryId,
      rules,
      rubric,
      deskDigest: desk.digest,
      entries: finalists.map(({ entryId, registrationNumber }) => ({ id: registrationNumber, desk: deskOf.get(entryId) ?? null })),
      sheets: seals.value.map(({ entryId, jurorId, scores, seal }): SealedSheet => ({ ...pair(entryId, jurorId), scores, seal })),
      recused: recusals.map((one) => pair(one.entryId, one.personId)),
      absent: sheets
        .filter((sheet) => sheet.state === 'absent' && !recusedPairs.has(pairKey(sheet.jurorId, sheet.entryId)))
        .map((sheet) => pair(sheet.entryId, sheet.jurorId)),
      decisions,
    }),
  );
}
