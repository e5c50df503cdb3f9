// Gathers what a result is computed from: newest rules and rubric, announced desk values, settled sheets under juror codes.

import { openPairs, pairKey } from '../../domain/jury/panel.ts';
import { type FrozenInputs, freezeInputs, type SealedSheet } from '../../domain/result/frozen-inputs.ts';
import type { Decision } from '../../domain/result/tie-break.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { listCountable } from '../../store/assessment-sheet.read.ts';
import { findRubric, findRules } from '../../store/edition.read.ts';
import { findFinalists, findPanel, findRecusals } from '../../store/jury.read.ts';
import { findAnnouncedDesk } from '../../store/result.read.ts';
import type { Act } from '../perform.ts';

/** Refuses `result.no-finalists`, `result.rules-missing`, `result.sheets-open` and `result.rubric-differs` (pairs as "J2 BL-2026-0001"). */
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
  const sheets = await listCountable(tx, regionId, categoryId);
  const settled = new Set(recusals.map((one) => pairKey(one.personId, one.entryId)));
  for (const sheet of sheets) if (sheet.state !== 'draft') settled.add(pairKey(sheet.jurorId, sheet.entryId));
  const open = openPairs(panel, finalists, settled);
  if (open.length > 0) return refuse('result.sheets-open', { count: open.length, pairs: open.map((pair) => `${pair.juror} ${pair.entry}`) });
  const codes = new Map(panel.map((juror) => [juror.personId, juror.code]));
  const numbers = new Map(finalists.map((finalist) => [finalist.entryId, finalist.registrationNumber]));
  const pair = (entryId: string, personId: string) => ({ entry: numbers.get(entryId) ?? '', juror: codes.get(personId) ?? '' });
  const sealed = sheets.filter(({ state }) => state === 'sealed');
  const strange = sealed.filter(({ rubricVersion }) => rubricVersion !== rubric.version).map(({ entryId, jurorId }) => pair(entryId, jurorId));
  if (strange.length > 0) return refuse('result.rubric-differs', { pairs: strange.map(({ juror, entry }) => `${juror} ${entry}`) });
  const recusedPairs = new Set(recusals.map((one) => pairKey(one.personId, one.entryId)));
  const deskOf = new Map(desk.entries.map((entry) => [entry.entryId, entry.desk]));
  return ok(
    freezeInputs({
      categoryId,
      rules,
      rubric,
      deskDigest: desk.digest,
      entries: finalists.map(({ entryId, registrationNumber }) => ({ id: registrationNumber, desk: deskOf.get(entryId) ?? null })),
      sheets: sealed.map((sheet): SealedSheet => ({ ...pair(sheet.entryId, sheet.jurorId), scores: sheet.scores, seal: sheet.digest ?? '' })),
      recused: recusals.map((one) => pair(one.entryId, one.personId)),
      absent: sheets
        .filter((sheet) => sheet.state === 'absent' && !recusedPairs.has(pairKey(sheet.jurorId, sheet.entryId)))
        .map((sheet) => pair(sheet.entryId, sheet.jurorId)),
      decisions,
    }),
  );
}
