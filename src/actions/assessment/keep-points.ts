// Keeps the points of an entry beside its state, after a submit or a verdict has changed them.

import { listedPoints } from '../../domain/assessment/listed-points.ts';
import { claimsOf, findVerdicts, type ReviewedSnapshot, standing } from '../../store/assessment-verification.read.ts';
import { setEntryPoints } from '../../store/assessment-verification.write.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';

interface Snapshotted {
  readonly entryId: string;
  readonly instrument: string;
  readonly snapshotId: string;
  readonly body: ReviewedSnapshot;
}

export async function keepPoints(act: Act, { entryId, instrument, snapshotId, body }: Snapshotted): Promise<void> {
  const verdicts = standing(await findVerdicts(act.tx, act.regionId, snapshotId));
  const points = listedPoints(await instrumentOf(act.tx, act.regionId, instrument), claimsOf(body), verdicts);
  await setEntryPoints(act.tx, act.regionId, entryId, points, act.now);
}
