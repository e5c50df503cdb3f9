// One verdict on one claim; an earlier one stays in the history and the newest rules.

import { decideVerdict } from '../../domain/assessment/verification.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { claimsOf, findVerdicts } from '../../store/assessment-verification.read.ts';
import { insertVerdict } from '../../store/assessment-verification.write.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';
import { keepPoints } from './keep-points.ts';
import { openOwnVerification } from './open-verification.ts';

export interface GivenVerdict {
  readonly verdictId: string;
  readonly entryId: string;
  readonly indicator: string;
  /** The snapshot that was on the screen, when known: a newer one is not judged unseen. */
  readonly snapshotId?: string;
  readonly kind: string;
  readonly level?: number | null;
  readonly reason?: string;
}

/** Refuses `verdict.*`, `entry.wrong-state`. The same verdict by the same person again adds nothing. */
export async function giveVerdict(act: Act, input: GivenVerdict): Promise<Outcome<{ entryId: string; indicator: string }>> {
  const opened = await openOwnVerification(act, input.entryId);
  if (!opened.ok) return opened;
  const { entry } = opened.value;
  const { sid } = await instrumentOf(act.tx, act.regionId, entry.instrument);
  if (!sid.some(({ code }) => code === input.indicator)) return refuse('indicator.not-found');
  if (entry.state !== 'in-verification') return refuse('entry.wrong-state', { state: entry.state, act: 'verdict' });
  if (input.snapshotId !== undefined && input.snapshotId !== entry.snapshotId) return refuse('verdict.stale-snapshot');
  const decided = decideVerdict(claimsOf(entry.body)[input.indicator], {
    kind: input.kind,
    level: input.level ?? null,
    reason: input.reason ?? '',
  });
  if (!decided.ok) return decided;
  const value = { entryId: entry.entryId, indicator: input.indicator };
  const last = (await findVerdicts(act.tx, act.regionId, entry.snapshotId)).find(({ indicator }) => indicator === input.indicator);
  const { kind, level, reason } = decided.value;
  const isSame = last !== undefined && last.kind === kind && last.level === level && last.reason === reason && last.givenBy === act.actor.personId;
  if (isSame && last.inheritedFrom === null) return ok(value);
  const row = {
    ...decided.value,
    verdictId: input.verdictId,
    entryId: entry.entryId,
    snapshotId: entry.snapshotId,
    indicator: input.indicator,
  };
  const added = await insertVerdict(act.tx, act.regionId, { ...row, givenBy: act.actor.personId }, act.now);
  if (added === 0) return ok(value);
  await keepPoints(act, entry);
  act.record({
    kind: 'verdict.given',
    subjectId: entry.entryId,
    facts: { snapshot: entry.snapshotId, indicator: input.indicator, verdict: kind, level },
  });
  return ok(value);
}
