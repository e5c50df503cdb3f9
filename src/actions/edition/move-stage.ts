// Opens a stage now, moves a window ahead, or extends one: always with a reason that stays visible.

import { mayOpenByHand } from '../../domain/edition/readiness.ts';
import { mayMoveWindow, type WindowWish } from '../../domain/edition/window.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findStages, lockStage } from '../../store/edition.read.ts';
import { readEditionFacts } from '../../store/edition-facts.read.ts';
import type { Act } from '../perform.ts';
import { doubtsOf, takeWindow } from './take-window.ts';

export interface StageMove extends WindowWish {
  readonly changeId: string;
  readonly stageId: string;
  /** Said after the doubts were shown: it is meant. */
  readonly isSure?: boolean;
}

/**
 * A stage opened by hand opens at this moment, not before. Refuses `stage.not-found`, `window.*`, and to open by hand `stage.not-ready`,
 * `stage.not-finished`; `window.unsure` with the doubts until it is said to be meant. The window it already has changes nothing.
 */
export async function moveStage(act: Act, wish: StageMove): Promise<Outcome<{ stageId: string }>> {
  const stage = await lockStage(act.tx, act.regionId, wish.stageId);
  if (stage === null) return refuse('stage.not-found');
  const allowed = may(act.actor, 'edition.schedule', { editionId: stage.editionId });
  if (!allowed.ok) return allowed;
  const isByHand = stage.opensAt > act.now && wish.opensAt <= act.now;
  const input = isByHand ? { ...wish, opensAt: act.now } : wish;
  if (stage.opensAt === input.opensAt && stage.closesAt === input.closesAt) return ok({ stageId: stage.stageId });
  const moved = mayMoveWindow(stage, input, act.now);
  if (!moved.ok) return moved;
  const stages = await findStages(act.tx, act.regionId, stage.editionId);
  const ready = isByHand
    ? mayOpenByHand({ ...stage, opensAt: act.now }, stages, await readEditionFacts(act.tx, act.regionId, stage.editionId, act.now))
    : ok(stage);
  if (!ready.ok) return ready;
  if (input.isSure !== true) {
    const doubts = await doubtsOf(act, stages, [input]);
    if (!doubts.ok) return doubts;
  }
  await takeWindow(act, stage, input, isByHand);
  return ok({ stageId: stage.stageId });
}
