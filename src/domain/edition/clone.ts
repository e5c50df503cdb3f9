// What a new edition takes from an earlier one: stages on the same days of the later year, rules and rubrics as they last stood.

import { DAY, type Instant, later, millisecondsBetween, type Window } from '../shared/time.ts';
import type { CategoryRules } from './category.ts';
import type { Stage } from './stage.ts';

/**
 * The same day, month and time, `years` later. 29 February becomes 28 February where the later year has none.
 * Zones of Indonesia have no summer time, so that a whole year in UTC is a whole year on the wall.
 */
export function yearsLater(at: Instant, years: number): Instant {
  const moment = new Date(Date.parse(at));
  const month = moment.getUTCMonth();
  moment.setUTCFullYear(moment.getUTCFullYear() + years);
  if (moment.getUTCMonth() !== month) moment.setUTCDate(0);
  return moment.toISOString() as Instant;
}

/** A stage of the new edition, with everything but its ids. A window that a leap day would turn around keeps its length. */
export function cloneStage(stage: Stage, years: number): Omit<Stage, 'stageId' | 'editionId'> {
  const { stageId: _stage, editionId: _edition, ...rest } = stage;
  const opensAt = yearsLater(stage.opensAt, years);
  const closesAt = yearsLater(stage.closesAt, years);
  return { ...rest, opensAt, closesAt: closesAt > opensAt ? closesAt : later(opensAt, millisecondsBetween(stage.opensAt, stage.closesAt)) };
}

/** The stage whose day moves all the others: registration, else the one that opens first; undefined of none. */
export function leadingStage<T extends Window & Pick<Stage, 'kind'>>(stages: readonly T[]): T | undefined {
  return stages.find(({ kind }) => kind === 'registration') ?? stages.toSorted((a, b) => (a.opensAt < b.opensAt ? -1 : 1))[0];
}

/** The stages moved by whole days, so that the leading one opens within the day that begins at `day`; their times of day stay. */
export function startOn<T extends Window & Pick<Stage, 'kind'>>(stages: readonly T[], day: Instant): readonly T[] {
  const leading = leadingStage(stages);
  const days = leading === undefined ? 0 : -Math.floor(millisecondsBetween(day, leading.opensAt) / DAY);
  return stages.map((stage) => ({ ...stage, opensAt: later(stage.opensAt, days * DAY), closesAt: later(stage.closesAt, days * DAY) }));
}

/** Rules of the new edition: the same, except the lot, whose seed belongs to one year. */
export function cloneRules(rules: CategoryRules): CategoryRules {
  return { ...rules, lot: null };
}
