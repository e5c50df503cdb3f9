// Works out again what was computed: a result from its frozen inputs, a bundle from its own, a sheet's total from its scores, an entry's points
// from its verdicts.

import { listedPoints } from '../../domain/assessment/listed-points.ts';
import { sheetTotal } from '../../domain/assessment/sheet.ts';
import { verifyBundle } from '../../domain/proof/bundle-verify.ts';
import { computeResult } from '../../domain/result/compute.ts';
import type { ResultInput } from '../../domain/result/result.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { toPair } from '../../domain/shared/rational.ts';
import type { Queryable } from '../../platform/db.ts';
import { bundleTools } from '../../platform/signature.ts';
import { claimsOf } from '../../store/assessment-verification.read.ts';
import { listBundles, listEntryFigures, listResultInputs, listSheetFigures } from '../../store/figures.read.ts';
import type { Breach } from '../../store/invariants.read.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';

export async function figureBreaches(db: Queryable, regionId: string): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const row of await listResultInputs(db, regionId)) {
    const again = computeResult(row.inputs as ResultInput);
    const holds = again.ok && canonicalJson(again.value) === canonicalJson(row.body);
    if (!holds) breaches.push({ promise: 'result.recomputes', says: 'a result computed again from its frozen inputs is the same', subject: row.resultId });
  }
  for (const { publicationId, body, digest } of await listBundles(db, regionId)) {
    const holds = verifyBundle(Buffer.from(body), bundleTools, { digest }).state === 'holds';
    if (!holds) breaches.push({ promise: 'bundle.recomputes', says: 'a bundle computed again from its own inputs is the same', subject: publicationId });
  }
  for (const row of await listSheetFigures(db, regionId)) {
    const { total } = sheetTotal(row.rubric, row.scores);
    const pair = total === null ? null : toPair(total);
    const holds = (pair?.num ?? null) === row.num && (pair?.den ?? null) === row.den;
    if (!holds) breaches.push({ promise: 'sheet.total-recomputes', says: 'the total of a sheet is that of its scores', subject: row.sheetId });
  }
  for (const row of await listEntryFigures(db, regionId)) {
    const points = listedPoints(await instrumentOf(db, regionId, row.instrument), claimsOf(row), row.verdicts);
    const holds = points.claimed === row.claimed && points.verified === row.verified;
    if (!holds) breaches.push({ promise: 'entry.points-recompute', says: 'the points kept beside an entry are those of its verdicts', subject: row.entryId });
  }
  return breaches;
}
