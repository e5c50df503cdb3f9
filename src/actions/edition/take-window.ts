// What every move of a window ends with: its doubts asked about, the row, the people told, the line in the ledger.

import type { Stage } from '../../domain/edition/stage.ts';
import { type StageWindow, type WindowWish, windowDoubts } from '../../domain/edition/window.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findStanding } from '../../store/edition.read.ts';
import { changeWindow } from '../../store/edition.write.ts';
import type { Act } from '../perform.ts';
import { tellOfWindow } from './tell-of-window.ts';

/** Refuses `window.unsure` with the doubts about the windows once all of them hold. */
export async function doubtsOf(act: Act, stages: readonly Stage[], wishes: readonly StageWindow[]): Promise<Outcome<true>> {
  const editionId = stages[0]?.editionId ?? '';
  const { reopens, order, overlaps } = windowDoubts(stages, wishes, await findStanding(act.tx, act.regionId, editionId), act.now);
  const facts = { reopens: reopens.flat(), order: order.flat(), overlaps: overlaps.flat() };
  return Object.values(facts).some((doubts) => doubts.length > 0) ? refuse('window.unsure', facts, { pasti: fault('window.unsure') }) : ok(true);
}

export async function takeWindow(act: Act, stage: Stage, wish: WindowWish & { readonly changeId: string }, isByHand: boolean): Promise<void> {
  const { opensAt, closesAt } = wish;
  await changeWindow(act.tx, act.regionId, { ...wish, stage, changedBy: act.actor.personId }, act.now);
  await tellOfWindow(act, stage, wish);
  const kind = isByHand ? 'stage.opened' : stage.opensAt === opensAt ? 'stage.extended' : 'stage.rescheduled';
  act.record({ kind, subjectId: stage.stageId, facts: { opensAt, closesAt } });
}
