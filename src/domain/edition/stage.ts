// Stages (tahapan): ten kinds known to code, each a half-open window judged by the server's clock.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { type Instant, later, MINUTE } from '../shared/time.ts';

export type StageKind =
  | 'outreach'
  | 'registration'
  | 'approval'
  | 'verification'
  | 'desk'
  | 'presentation'
  | 'field-validation'
  | 'plenary'
  | 'objection'
  | 'follow-up';

export interface Stage {
  readonly stageId: string;
  readonly editionId: string;
  readonly kind: StageKind;
  readonly name: string;
  /** The public line shows at most six groups; stages of one group share a point. */
  readonly publicGroup: string;
  readonly position: number;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly graceMinutes: number;
  /** A later stage is opened by hand only once this one has nothing left to do. */
  readonly exitCheck: boolean;
}

export type StagePhase = 'ahead' | 'open' | 'closed';

/** ahead before opensAt, open while opensAt <= now < closesAt, else closed. Grace is not shown. */
export function phaseOf(stage: Stage, now: Instant): StagePhase {
  if (now < stage.opensAt) return 'ahead';
  return now < stage.closesAt ? 'open' : 'closed';
}

/** The instant until which an act is still accepted: the close plus the grace period (minutes), never advertised. */
export function acceptsUntil(stage: Pick<Stage, 'closesAt' | 'graceMinutes'>): Instant {
  return later(stage.closesAt, stage.graceMinutes * MINUTE);
}

/**
 * Whether an act of this stage is accepted at `now`.
 * Refuses `stage.absent` when the edition has no such stage, `stage.not-open` with its opening, `stage.closed` with its close.
 * @basis RULES 2: windows are half-open, judged by the server's clock.
 */
export function requireOpen(stages: readonly Stage[], kind: StageKind, now: Instant): Outcome<Stage> {
  const stage = stages.find((one) => one.kind === kind);
  if (stage === undefined) return refuse('stage.absent', { kind });
  if (now < stage.opensAt) return refuse('stage.not-open', { stage: stage.name, opensAt: stage.opensAt });
  if (now >= acceptsUntil(stage)) return refuse('stage.closed', { stage: stage.name, closedAt: stage.closesAt });
  return ok(stage);
}

/** Whether any stage has opened: until then the windows are a plan. */
export function hasAnyOpened(stages: readonly Stage[], now: Instant): boolean {
  return stages.some((stage) => now >= stage.opensAt);
}

/** Whether the stage has ever opened: what it uses is frozen from then on (RULES 2). */
export function hasOpened(stages: readonly Stage[], kind: StageKind, now: Instant): boolean {
  return stages.some((stage) => stage.kind === kind && now >= stage.opensAt);
}
