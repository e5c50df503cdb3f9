// Moves the windows of an edition's stages together, with one reason: they are judged as they will stand, not one after the other.

import { type StageWindow, windowFaults } from '../../domain/edition/window.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { lockEdition, lockStages } from '../../store/edition.read.ts';
import type { Act } from '../perform.ts';
import { doubtsOf, takeWindow } from './take-window.ts';

export interface StageMoves {
  readonly editionId: string;
  readonly windows: readonly StageWindow[];
  readonly reason: string;
  /** Said after the doubts were shown: it is meant. */
  readonly isSure: boolean;
}

/** The field of an end of a stage's window: `opens-ID`, `closes-ID`. */
export function endField(end: 'opens' | 'closes', stageId: string): string {
  return `${end}-${stageId}`;
}

/**
 * Nothing opens by this act. Refuses `edition.not-found`, `window.invalid` with what windowFaults names at each end, `window.needs-reason`,
 * `window.unsure` with the doubts until they are said to be meant. Stages of another edition and windows that stay change nothing.
 */
export async function moveStages(act: Act, input: StageMoves): Promise<Outcome<{ moved: number }>> {
  const edition = await lockEdition(act.tx, act.regionId, input.editionId);
  if (edition === null || edition.kind !== 'live') return refuse('edition.not-found');
  const allowed = may(act.actor, 'edition.schedule', { editionId: edition.editionId });
  if (!allowed.ok) return allowed;
  const stages = await lockStages(act.tx, act.regionId, edition.editionId);
  const moves = stages.flatMap((stage) => {
    const wish = input.windows.find(({ stageId }) => stageId === stage.stageId);
    return wish === undefined || (wish.opensAt === stage.opensAt && wish.closesAt === stage.closesAt) ? [] : [{ stage, wish }];
  });
  if (moves.length === 0) return ok({ moved: 0 });
  const faults: Record<string, Refusal> = {};
  for (const { stage, wish } of moves) {
    const { opens, closes } = windowFaults(stage, wish, act.now);
    if (opens !== undefined) faults[endField('opens', stage.stageId)] = opens;
    if (closes !== undefined) faults[endField('closes', stage.stageId)] = closes;
  }
  if (Object.keys(faults).length > 0) return refuse('window.invalid', {}, faults);
  if (input.reason.trim().length < 3) return refuse('window.needs-reason');
  const wishes = moves.map(({ wish }) => wish);
  const doubts = input.isSure ? ok(true) : await doubtsOf(act, stages, wishes);
  if (!doubts.ok) return doubts;
  for (const { stage, wish } of moves) await takeWindow(act, stage, { ...wish, changeId: act.newId(), reason: input.reason }, false);
  return ok({ moved: moves.length });
}
