// The stages of an edition as a plan: each kind once, windows that run forward, at most six groups on the public line.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Stage, StageKind } from './stage.ts';

/** In the order a competition runs through them. */
export const STAGE_KINDS: readonly StageKind[] = [
  'outreach',
  'registration',
  'approval',
  'verification',
  'desk',
  'presentation',
  'field-validation',
  'plenary',
  'objection',
  'follow-up',
];

export const MOST_GROUPS = 6;
const LONGEST_NAME = 80;
const LONGEST_GRACE = 1_440;

/** What a form may say of a stage beside its window. `graceMinutes` 0..1440. */
export type StageFace = Pick<Stage, 'kind' | 'name' | 'publicGroup' | 'graceMinutes' | 'exitCheck'>;

/**
 * Accepts a stage beside the others, or refuses `stage.invalid` with the fields at fault: `stage.kind-unknown`, `stage.kind-taken`,
 * `stage.name-missing`, `stage.groups-too-many` (most), `stage.grace-invalid`.
 * @basis RULES 2: ten kinds, each may be absent; the public line shows at most six groups.
 */
export function checkStageFace(face: StageFace, others: readonly StageFace[]): Outcome<StageFace> {
  const faults: Record<string, Refusal> = {};
  if (!STAGE_KINDS.includes(face.kind)) faults.kind = fault('stage.kind-unknown');
  else if (others.some(({ kind }) => kind === face.kind)) faults.kind = fault('stage.kind-taken');
  const isName = (text: string) => text.trim().length >= 3 && text.length <= LONGEST_NAME;
  if (!isName(face.name)) faults.name = fault('stage.name-missing');
  if (!isName(face.publicGroup)) faults.publicGroup = fault('stage.name-missing');
  else if (new Set([...others, face].map(({ publicGroup }) => publicGroup)).size > MOST_GROUPS) {
    faults.publicGroup = fault('stage.groups-too-many', { most: MOST_GROUPS });
  }
  const { graceMinutes } = face;
  if (!Number.isInteger(graceMinutes) || graceMinutes < 0 || graceMinutes > LONGEST_GRACE) faults.graceMinutes = fault('stage.grace-invalid');
  return Object.keys(faults).length > 0 ? refuse('stage.invalid', {}, faults) : ok(face);
}

/** Where a new stage of the kind stands: behind every stage that comes before it in a competition. */
export function placeOf(kind: StageKind, stages: readonly Pick<Stage, 'kind' | 'position'>[]): number {
  const rank = STAGE_KINDS.indexOf(kind);
  const before = stages.filter((one) => STAGE_KINDS.indexOf(one.kind) < rank).map(({ position }) => position);
  return Math.max(0, ...before) + 1;
}

/** A plan of stages from nothing: every window forward and every face sound, or the first fault with its stage. Refuses `window.backwards`, `stage.invalid`. */
export function checkStagePlan(stages: readonly (StageFace & Pick<Stage, 'opensAt' | 'closesAt'>)[]): Outcome<true> {
  for (const [index, stage] of stages.entries()) {
    if (stage.closesAt <= stage.opensAt) return refuse('window.backwards', { stage: stage.name });
    const face = checkStageFace(stage, stages.slice(0, index));
    if (!face.ok) return face;
  }
  return ok(true);
}
