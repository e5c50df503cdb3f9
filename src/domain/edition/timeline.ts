// The public line: at most six groups of stages, which one is now, and what comes next.

import type { Instant } from '../shared/time.ts';
import { phaseOf, type Stage, type StageKind, type StagePhase } from './stage.ts';

export interface TimelineGroup {
  readonly name: string;
  /** `now` for every group with an open stage; several may be. */
  readonly state: 'done' | 'now' | 'ahead';
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** In the order given: a group of several tells each under its own name, for each has its own end. */
  readonly stages: readonly Stage[];
}

export interface Moment {
  /** The stage that is open, or the next to open; null before and after everything. */
  readonly stage: Stage | null;
  readonly isOpen: boolean;
  /** The other stages that are open, what decides most first. */
  readonly besides: readonly Stage[];
  /** Position among the groups, from 1; 0 when there is none. */
  readonly groupNumber: number;
  readonly groups: readonly TimelineGroup[];
}

/** Later kinds speak before earlier ones when windows overlap, but for registration: while it runs, its end is what the public asks about. */
const WEIGHT: Readonly<Record<StageKind, number>> = {
  outreach: 0,
  'follow-up': 1,
  approval: 2,
  verification: 3,
  desk: 4,
  registration: 5,
  objection: 6,
  'field-validation': 7,
  presentation: 8,
  plenary: 9,
};

/** Where the edition stands at `now`. Groups are in order of their first stage. */
export function momentOf(stages: readonly Stage[], now: Instant): Moment {
  const groups = groupsOf(stages, now);
  const [open, ...besides] = stages.filter((stage) => phaseOf(stage, now) === 'open').sort((a, b) => WEIGHT[b.kind] - WEIGHT[a.kind]);
  const next = stages.filter((stage) => phaseOf(stage, now) === 'ahead').sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1))[0];
  const stage = open ?? next ?? null;
  const groupNumber = stage === null ? 0 : groups.findIndex((group) => group.name === stage.publicGroup) + 1;
  return { stage, isOpen: open !== undefined, besides, groupNumber, groups };
}

/** What an edition has still to open. */
export interface StagesAhead {
  /** The next to open after the last one that has opened; null when there is none. */
  readonly next: Stage | null;
  /** Not opened yet, though a stage after them has. */
  readonly passedOver: readonly Stage[];
}

/** The stages that have not opened at `now`, by their place in the edition: one that lies before an opened stage is not what comes next. */
export function stagesAhead(stages: readonly Stage[], now: Instant): StagesAhead {
  const reached = Math.max(-1, ...stages.filter((stage) => now >= stage.opensAt).map(({ position }) => position));
  const ahead = stages.filter((stage) => now < stage.opensAt).sort((a, b) => (a.opensAt < b.opensAt ? -1 : 1));
  return { next: ahead.find(({ position }) => position > reached) ?? null, passedOver: ahead.filter(({ position }) => position <= reached) };
}

function groupsOf(stages: readonly Stage[], now: Instant): readonly TimelineGroup[] {
  const groups = new Map<string, TimelineGroup>();
  for (const stage of stages) {
    const known = groups.get(stage.publicGroup);
    const opensAt = known !== undefined && known.opensAt < stage.opensAt ? known.opensAt : stage.opensAt;
    const closesAt = known !== undefined && known.closesAt > stage.closesAt ? known.closesAt : stage.closesAt;
    const state = known?.state === 'now' ? 'now' : stateOf(phaseOf(stage, now), now >= closesAt);
    groups.set(stage.publicGroup, { name: stage.publicGroup, opensAt, closesAt, state, stages: [...(known?.stages ?? []), stage] });
  }
  return [...groups.values()];
}

function stateOf(phase: StagePhase, isOver: boolean): TimelineGroup['state'] {
  if (phase === 'open') return 'now';
  return isOver ? 'done' : 'ahead';
}

/** A recorded change of a stage's window, with both ends before and after. */
export interface WindowMove {
  readonly stageId: string;
  readonly openedFrom: Instant;
  readonly opensTo: Instant;
  readonly closedFrom: Instant;
  readonly closesTo: Instant;
}

/** One end of a window that was moved. */
export interface MovedEnd {
  readonly end: 'opening' | 'close';
  readonly from: Instant;
  readonly to: Instant;
}

/** Which ends the change moved: the opening, the close, or both. */
export function movedEnds(move: WindowMove): readonly MovedEnd[] {
  const opening: MovedEnd = { end: 'opening', from: move.openedFrom, to: move.opensTo };
  const close: MovedEnd = { end: 'close', from: move.closedFrom, to: move.closesTo };
  return [opening, close].filter(({ from, to }) => from !== to);
}

/**
 * The changes that still hold at `now`, in the order given (newest first): stages not yet closed, each end told once, by its newest change.
 * @basis RULES 2: an extension stays visible with its reason.
 */
export function movesInForce<T extends WindowMove>(
  moves: readonly T[],
  stages: readonly Stage[],
  now: Instant,
): readonly (T & { readonly ends: readonly MovedEnd[] })[] {
  const running = new Set(stages.filter((stage) => phaseOf(stage, now) !== 'closed').map((stage) => stage.stageId));
  const told = new Set<string>();
  return moves.flatMap((move) => {
    const ends = movedEnds(move).filter(({ end }) => running.has(move.stageId) && !told.has(`${move.stageId} ${end}`));
    for (const { end } of ends) told.add(`${move.stageId} ${end}`);
    return ends.length === 0 ? [] : [{ ...move, ends }];
  });
}
