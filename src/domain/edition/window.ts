// Windows of stages as wished: what may become of them, and what about them needs a second look.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { DAY, type Instant, later as laterBy, millisecondsBetween, type Window } from '../shared/time.ts';
import type { Stage, StageKind } from './stage.ts';

/** What about wished windows needs a second look before they are taken. */
export interface WindowDoubts {
  /** Names of stages that are over and would open again, and after what: finalists announced, or sheets sealed. */
  readonly reopens: readonly (readonly [stage: string, after: 'announced' | 'sealed'])[];
  /** Names of a later and an earlier stage, the later one opening first. Only orders that the wishes bring about together. */
  readonly order: readonly (readonly [later: string, earlier: string])[];
  /** Names of a later stage and of an earlier one, the later one opening (or closing) before the earlier one closes, as it did not before; nothing waits for outreach. */
  readonly overlaps: readonly (readonly [later: string, end: 'opens' | 'closes', earlier: string])[];
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
  const wished = (stage: Stage): Window => after.get(stage.stageId) ?? stage;
  const pairs = stages.flatMap((later) => stages.filter((earlier) => earlier.position < later.position).map((earlier) => ({ later, earlier })));
  const order = pairs.filter(({ later, earlier }) => wished(later).opensAt < wished(earlier).opensAt && later.opensAt >= earlier.opensAt);
  const overlaps = pairs.flatMap(({ later, earlier }): WindowDoubts['overlaps'] => {
    const isTold = earlier.kind === 'outreach' || order.some((one) => one.later === later && one.earlier === earlier);
    if (isTold) return [];
    const end = (['opensAt', 'closesAt'] as const).find((one) => wished(later)[one] < wished(earlier).closesAt && later[one] >= earlier.closesAt);
    return end === undefined ? [] : [[later.name, end === 'opensAt' ? 'opens' : 'closes', earlier.name]];
  });
  return { reopens, order: order.map(({ later, earlier }) => [later.name, earlier.name]), overlaps };
}

/**
 * The wishes with every later stage carried along behind the first one that is wished to close later: its ends that lie at or after the old close,
 * are still ahead at `now` and are not wished otherwise move by as many whole days. The same wishes where nothing closes later.
 */
export function carryAlong(stages: readonly Stage[], wishes: readonly StageWindow[], now: Instant): readonly StageWindow[] {
  const wished = (stage: Stage): StageWindow => wishes.find(({ stageId }) => stageId === stage.stageId) ?? stage;
  const leading = stages.toSorted((a, b) => a.position - b.position).find((stage) => wished(stage).closesAt > stage.closesAt);
  const days = leading === undefined ? 0 : Math.ceil(millisecondsBetween(leading.closesAt, wished(leading).closesAt) / DAY);
  return stages.map((stage) => {
    const { stageId, opensAt, closesAt } = wished(stage);
    const carried = (standing: Instant, wish: Instant) =>
      leading !== undefined && stage.position > leading.position && standing >= leading.closesAt && standing > now && wish === standing
        ? laterBy(standing, days * DAY)
        : wish;
    return { stageId, opensAt: carried(stage.opensAt, opensAt), closesAt: carried(stage.closesAt, closesAt) };
  });
}

function reopenedAfter(kind: StageKind, standing: { readonly announced: boolean; readonly sealed: boolean }): 'announced' | 'sealed' | null {
  const isEarlier = BEFORE_FINALISTS.includes(kind);
  if (standing.sealed && (isEarlier || BEFORE_PLENARY.includes(kind))) return 'sealed';
  return standing.announced && isEarlier ? 'announced' : null;
}

/** Stages that were to be over before this one opens and are not over at `now`: not begun, or still running. Outreach hands nothing on, so that nothing waits for it. */
export function unfinishedBefore(stage: Stage, stages: readonly Stage[], now: Instant): readonly Stage[] {
  return stages.filter((one) => one.kind !== 'outreach' && one.position < stage.position && one.closesAt <= stage.opensAt && one.closesAt > now);
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
