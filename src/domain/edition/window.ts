// Windows of stages as wished: what may become of them, and what about them needs a second look.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Instant, Window } from '../shared/time.ts';
import type { Stage, StageKind } from './stage.ts';

/** What about wished windows needs a second look before they are taken. */
export interface WindowDoubts {
  /** Names of stages that are over and would open again, and after what: finalists announced, or sheets sealed. */
  readonly reopens: readonly (readonly [stage: string, after: 'announced' | 'sealed'])[];
  /** Names of a later and an earlier stage, the later one opening first. Only orders that the wishes bring about together. */
  readonly order: readonly (readonly [later: string, earlier: string])[];
}

export interface StageWindow extends Window {
  readonly stageId: string;
}

const BEFORE_FINALISTS: readonly StageKind[] = ['registration', 'approval', 'verification', 'desk'];
const BEFORE_PLENARY: readonly StageKind[] = ['presentation', 'field-validation'];

/**
 * The doubts about the windows of an edition once all wishes hold. Nothing here forbids; the one who moves must say that it is meant.
 * @basis RULES 2: earlier stages are over once finalists are announced or sheets are sealed; stages follow their positions.
 */
export function windowDoubts(
  stages: readonly Stage[],
  wishes: readonly StageWindow[],
  standing: { readonly announced: boolean; readonly sealed: boolean },
  now: Instant,
): WindowDoubts {
  const after = new Map(wishes.map((wish) => [wish.stageId, wish]));
  const reopens = stages.flatMap((stage): WindowDoubts['reopens'] => {
    const why = stage.closesAt <= now && (after.get(stage.stageId)?.closesAt ?? '') > now ? reopenedAfter(stage.kind, standing) : null;
    return why === null ? [] : [[stage.name, why]];
  });
  const opening = ({ stageId, opensAt }: Stage) => after.get(stageId)?.opensAt ?? opensAt;
  const order = stages.flatMap((later) =>
    stages
      .filter((earlier) => earlier.position < later.position && opening(later) < opening(earlier) && later.opensAt >= earlier.opensAt)
      .map((earlier) => [later.name, earlier.name] as const),
  );
  return { reopens, order };
}

function reopenedAfter(kind: StageKind, standing: { readonly announced: boolean; readonly sealed: boolean }): 'announced' | 'sealed' | null {
  const isEarlier = BEFORE_FINALISTS.includes(kind);
  if (standing.sealed && (isEarlier || BEFORE_PLENARY.includes(kind))) return 'sealed';
  return standing.announced && isEarlier ? 'announced' : null;
}

/** Stages that were to be over before this one opens and are not over at `now`: not begun, or still running. */
export function unfinishedBefore(stage: Stage, stages: readonly Stage[], now: Instant): readonly Stage[] {
  return stages.filter((one) => one.position < stage.position && one.closesAt <= stage.opensAt && one.closesAt > now);
}

export interface WindowWish extends Window {
  readonly reason: string;
}

/**
 * Whether a stage's window may become the wished one. What is past stays past: an opened stage keeps its opening, and no window
 * closes before now. Refuses `window.needs-reason`, `window.in-the-past`, `window.backwards`, `window.already-open`.
 */
export function mayMoveWindow(stage: Stage, wish: WindowWish, now: Instant): Outcome<WindowWish> {
  if (wish.reason.trim().length < 3) return refuse('window.needs-reason');
  if (wish.closesAt <= now) return refuse('window.in-the-past');
  if (wish.closesAt <= wish.opensAt) return refuse('window.backwards');
  return stage.opensAt <= now && wish.opensAt !== stage.opensAt ? refuse('window.already-open', { opensAt: stage.opensAt }) : ok(wish);
}

/**
 * What is wrong with a window set for a time ahead, by its end: `opens` (`window.already-open`, `window.opens-past`: opening now is an act of its
 * own), `closes` (`window.in-the-past`, `window.backwards`). Empty when it may be so, and for the window the stage already has.
 */
export function windowFaults(stage: Stage, wish: Window, now: Instant): { readonly opens?: Refusal; readonly closes?: Refusal } {
  if (stage.opensAt === wish.opensAt && stage.closesAt === wish.closesAt) return {};
  const opens =
    stage.opensAt <= now
      ? wish.opensAt !== stage.opensAt && fault('window.already-open', { opensAt: stage.opensAt })
      : wish.opensAt <= now && fault('window.opens-past');
  const closes = wish.closesAt <= now ? fault('window.in-the-past') : wish.closesAt <= wish.opensAt && fault('window.backwards');
  return { ...(opens ? { opens } : {}), ...(closes ? { closes } : {}) };
}

/** Whether a stage that was not there may take the window. Refuses `window.in-the-past` (closed before it was made), `window.backwards`, `window.needs-reason`. */
export function mayPlaceWindow(wish: WindowWish, now: Instant): Outcome<Window> {
  if (wish.closesAt <= now) return refuse('window.in-the-past');
  if (wish.closesAt <= wish.opensAt) return refuse('window.backwards');
  return wish.reason.trim().length < 3 ? refuse('window.needs-reason') : ok(wish);
}
