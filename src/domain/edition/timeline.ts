// The public line: at most six groups of stages, which one is now, and what comes next.

import type { Instant } from '../shared/time.ts';
import { phaseOf, type Stage, type StageKind } from './stage.ts';

export interface TimelineGroup {
  readonly name: string;
  readonly state: 'done' | 'now' | 'ahead';
  readonly opensAt: Instant;
  readonly closesAt: Instant;
}

export interface Moment {
  /** The stage that is open, or the next to open; null before and after everything. */
  readonly stage: Stage | null;
  readonly isOpen: boolean;
  /** Position among the groups, from 1; 0 when there is none. */
  readonly groupNumber: number;
  readonly groups: readonly TimelineGroup[];
}

/** Later kinds speak before earlier ones when windows overlap: what decides most is what the public asks about. */
const WEIGHT: Readonly<Record<StageKind, number>> = {
  outreach: 0,
  'follow-up': 1,
  approval: 2,
  registration: 3,
  verification: 4,
  desk: 5,
  objection: 6,
  'field-validation': 7,
  presentation: 8,
  plenary: 9,
};

/** Where the edition stands at `now`. Groups are in order of their first stage. */
export function momentOf(stages: readonly Stage[], now: Instant): Moment {
  const groups = groupsOf(stages, now);
  const open = stages.filter((stage) => phaseOf(stage, now) === 'open').sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind])[0];
  const next = stages.filter((stage) => phaseOf(stage, now) === 'ahead').sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))[0];
  const stage = open ?? next ?? null;
  const groupNumber = stage === null ? 0 : groups.findIndex((group) => group.name === stage.publicGroup) + 1;
  return {
    stage,
    isOpen: open !== undefined,
    groupNumber,
    groups: groups.map((group, index) => withState(group, index, groupNumber, open !== undefined)),
  };
}

function groupsOf(stages: readonly Stage[], now: Instant): readonly TimelineGroup[] {
  const groups = new Map<string, TimelineGroup>();
  for (const stage of stages) {
    const known = groups.get(stage.publicGroup);
    const opensAt = known !== undefined && known.opensAt < stage.opensAt ? known.opensAt : stage.opensAt;
    const closesAt = known !== undefined && known.closesAt > stage.closesAt ? known.closesAt : stage.closesAt;
    groups.set(stage.publicGroup, { name: stage.publicGroup, opensAt, closesAt, state: now >= closesAt ? 'done' : 'ahead' });
  }
  return [...groups.values()];
}

function withState(group: TimelineGroup, index: number, groupNumber: number, isOpen: boolean): TimelineGroup {
  if (isOpen && index === groupNumber - 1) return { ...group, state: 'now' };
  return group;
}
