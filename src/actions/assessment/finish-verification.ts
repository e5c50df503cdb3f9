// Closes the verification of an entry once every claim has its verdict.

import { mayFinishVerification, verificationProgress } from '../../domain/assessment/verification.ts';
import { moveEntry } from '../../domain/innovation/entry.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { claimsOf, findVerdicts, standing } from '../../store/assessment-verification.read.ts';
import { setEntryState } from '../../store/assessment-verification.write.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';
import { openOwnVerification } from './open-verification.ts';

/** Refuses `verification.incomplete`, `verification.repair-standing`, `entry.wrong-state`. Already verified: nothing changes. */
export async function finishVerification(act: Act, input: { readonly entryId: string }): Promise<Outcome<{ entryId: string }>> {
  const opened = await openOwnVerification(act, input.entryId);
  if (!opened.ok) return opened;
  const { entry } = opened.value;
  if (entry.state === 'verified') return ok({ entryId: entry.entryId });
  const next = moveEntry(entry.state, 'finish-verification');
  if (!next.ok) return next;
  const codes = (await instrumentOf(act.tx, act.regionId, entry.instrument)).sid.map(({ code }) => code);
  const verdicts = standing(await findVerdicts(act.tx, act.regionId, entry.snapshotId));
  const finished = mayFinishVerification(verificationProgress(codes, claimsOf(entry.body), verdicts));
  if (!finished.ok) return finished;
  await setEntryState(act.tx, act.regionId, entry.entryId, { state: next.value }, act.now);
  act.record({ kind: 'entry.verified', subjectId: entry.entryId, facts: { snapshot: entry.snapshotId } });
  return ok({ entryId: entry.entryId });
}
