// The list of an edition's stages: one more, another face, or one taken away before it opens. Windows move by moveStage.

import type { Stage } from '../../domain/edition/stage.ts';
import { checkStageFace, placeOf, type StageFace } from '../../domain/edition/stage-plan.ts';
import { mayPlaceWindow } from '../../domain/edition/window.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import type { Window } from '../../domain/shared/time.ts';
import { findEdition, findStages, lockEdition, lockStage } from '../../store/edition.read.ts';
import { insertStage } from '../../store/edition.write.ts';
import { dropStageRow, insertEditionChange, saveStageFace } from '../../store/edition-change.write.ts';
import type { Act } from '../perform.ts';

export interface NewStage extends StageFace, Window {
  readonly stageId: string;
  readonly editionId: string;
  readonly reason: string;
}

/** Refuses `edition.not-found`, `stage.invalid`, `window.*`. The same id again is the same stage. */
export async function addStage(act: Act, input: NewStage): Promise<Outcome<{ stageId: string }>> {
  const edition = await lockEdition(act.tx, act.regionId, input.editionId);
  if (edition === null || edition.kind !== 'live') return refuse('edition.not-found');
  const allowed = may(act.actor, 'edition.schedule', { editionId: edition.editionId });
  if (!allowed.ok) return allowed;
  const others = await findStages(act.tx, act.regionId, edition.editionId);
  if (others.some(({ stageId }) => stageId === input.stageId)) return ok({ stageId: input.stageId });
  const face = checkStageFace(input, others);
  if (!face.ok) return face;
  const placed = mayPlaceWindow(input, act.now);
  if (!placed.ok) return placed;
  const { reason, ...stage } = input;
  await insertStage(act.tx, act.regionId, { ...stage, position: placeOf(input.kind, others) });
  await keep(act, stage, { before: null, after: stage, reason });
  return ok({ stageId: input.stageId });
}

export interface StageFaceChange extends Omit<StageFace, 'kind'> {
  readonly stageId: string;
  readonly reason: string;
}

/** Name, group, grace and exit check. Refuses `stage.not-found`, `stage.invalid`, `window.needs-reason`. */
export async function changeStageFace(act: Act, input: StageFaceChange): Promise<Outcome<{ stageId: string }>> {
  const found = await lockOwn(act, input.stageId);
  if (!found.ok) return found;
  const stage = found.value;
  const others = (await findStages(act.tx, act.regionId, stage.editionId)).filter(({ stageId }) => stageId !== stage.stageId);
  const face = checkStageFace({ ...input, kind: stage.kind }, others);
  if (!face.ok) return face;
  if (input.reason.trim().length < 3) return refuse('window.needs-reason');
  const [before, after] = [faceOf(stage), faceOf({ ...stage, ...input })];
  if (JSON.stringify(before) === JSON.stringify(after)) return ok({ stageId: stage.stageId });
  await saveStageFace(act.tx, act.regionId, stage.stageId, after);
  await keep(act, stage, { before, after, reason: input.reason });
  return ok({ stageId: stage.stageId });
}

/** Takes a stage away. Refuses `stage.not-found`, `window.already-open`, `window.needs-reason`. */
export async function dropStage(act: Act, input: { readonly stageId: string; readonly reason: string }): Promise<Outcome<true>> {
  const found = await lockOwn(act, input.stageId);
  if (!found.ok) return found;
  const stage = found.value;
  if (stage.opensAt <= act.now) return refuse('window.already-open', { opensAt: stage.opensAt });
  if (input.reason.trim().length < 3) return refuse('window.needs-reason');
  await dropStageRow(act.tx, act.regionId, stage.stageId, act.now);
  const { opensAt, closesAt } = stage;
  await keep(act, stage, { before: { ...faceOf(stage), opensAt, closesAt }, after: null, reason: input.reason });
  return ok(true);
}

async function lockOwn(act: Act, stageId: string): Promise<Outcome<Stage>> {
  const stage = await lockStage(act.tx, act.regionId, stageId);
  const edition = stage === null ? null : await findEdition(act.tx, act.regionId, stage.editionId);
  if (stage === null || edition?.kind !== 'live') return refuse('stage.not-found');
  const allowed = may(act.actor, 'edition.schedule', { editionId: stage.editionId });
  return allowed.ok ? ok(stage) : allowed;
}

function faceOf({ kind, name, publicGroup, graceMinutes, exitCheck }: StageFace): StageFace {
  return { kind, name, publicGroup, graceMinutes, exitCheck };
}

interface Kept {
  readonly before: object | null;
  readonly after: object | null;
  readonly reason: string;
}

async function keep(act: Act, stage: Pick<Stage, 'stageId' | 'editionId'>, kept: Kept): Promise<void> {
  const change = {
    ...kept,
    changeId: act.newId(),
    editionId: stage.editionId,
    part: 'stage',
    subjectId: stage.stageId,
    changedBy: act.actor.personId,
  } as const;
  await insertEditionChange(act.tx, act.regionId, change, act.now);
  const kind = kept.before === null ? 'stage.added' : kept.after === null ? 'stage.dropped' : 'stage.changed';
  act.record({ kind, subjectId: stage.stageId });
}
