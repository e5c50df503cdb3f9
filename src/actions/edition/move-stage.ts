// Opens a stage now, moves a window ahead, or extends one: always with a reason that stays visible.

import { mayMoveWindow, type WindowWish, windowDoubts } from '../../domain/edition/freeze.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findStages, findStanding, lockStage } from '../../store/edition.read.ts';
import { changeWindow } from '../../store/edition.write.ts';
import type { Act } from '../perform.ts';
import { tellOfWindow } from './tell-of-window.ts';

export interface StageMove extends WindowWish {
  readonly changeId: string;
  readonly stageId: string;
  /** Said after the doubts were shown: it is meant. */
  readonly isSure?: boolean;
}

/** Refuses `stage.not-found`, `window.*`; `window.unsure` with the doubts until it is said to be meant. The window it already has changes nothing. */
export async function moveStage(act: Act, input: StageMove): Promise<Outcome<{ stageId: string }>> {
  const stage = await lockStage(act.tx, act.regionId, input.stageId);
  if (stage === null) return refuse('stage.not-found');
  const allowed = may(act.actor, 'edition.schedule', { editionId: stage.editionId });
  if (!allowed.ok) return allowed;
  if (stage.opensAt === input.opensAt && stage.closesAt === input.closesAt) return ok({ stageId: stage.stageId });
  const moved = mayMoveWindow(stage, input, act.now);
  if (!moved.ok) return moved;
  if (input.isSure !== true) {
    const { tx, regionId, now } = act;
    const stages = await findStages(tx, regionId, stage.editionId);
    const { reopens, order } = windowDoubts(stages, stage, input, await findStanding(tx, regionId, stage.editionId), now);
    const facts = { stage: stage.name, reopens: reopens ?? '', order: order.flat() };
    if (reopens !== null || order.length > 0) return refuse('window.unsure', facts, { pasti: fault('window.unsure') });
  }
  await changeWindow(act.tx, act.regionId, { ...input, stage, changedBy: act.actor.personId }, act.now);
  const kind = stage.opensAt > act.now && input.opensAt <= act.now ? 'stage.opened' : stage.opensAt === input.opensAt ? 'stage.extended' : 'stage.rescheduled';
  await tellOfWindow(act, stage, input);
  act.record({ kind, subjectId: stage.stageId, facts: { opensAt: input.opensAt, closesAt: input.closesAt } });
  return ok({ stageId: stage.stageId });
}
