import type { Stage, StageKind } from '../../src/domain/edition/stage.ts';

/** A stage that is known by its kind. */
export function stageOf(kind: StageKind, opensAt: string, closesAt: string, publicGroup: string = kind): Stage {
  return { stageId: kind, editionId: 'e', kind, name: kind, publicGroup, position: 1, opensAt, closesAt, graceMinutes: 0, exitCheck: true };
}
