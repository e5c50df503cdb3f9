// What if: a portfolio changed on paper. Whatever comes out is a simulation and carries that word wherever it is shown.

import type { Levels } from '../instrument/points.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { type Rational, sub } from '../shared/rational.ts';
import {
  computeIndex,
  type IndexFigures,
  type IndexParts,
  indexOfParts,
  type Portfolio,
  type PortfolioInnovation,
  partsOf,
  type RegionalIndex,
} from './iid.ts';
import type { IndexRule } from './rule.ts';

/** The mark of every figure that did not happen. */
export const SIMULATION = 'SIMULASI';

export interface Scenario {
  /** Another year's divisor and threshold; null keeps the portfolio's. */
  readonly year: number | null;
  readonly spd: Levels;
  /** Innovation code -> what changes of it. */
  readonly changed: ReadonlyMap<string, { readonly affair: string | null; readonly levels: Levels }>;
  readonly added: readonly PortfolioInnovation[];
  readonly removed: readonly string[];
}

export interface Simulation<T extends IndexFigures = RegionalIndex> {
  readonly mark: typeof SIMULATION;
  readonly before: RegionalIndex;
  readonly after: T;
  /** Index points, exact; negative when the scenario loses. */
  readonly change: Rational;
}

/**
 * The portfolio after the scenario; the given one is left alone.
 * Refuses `index.scenario-unknown-innovation` (code) for a change or removal of an innovation that is not there.
 */
export function applyScenario(portfolio: Portfolio, scenario: Scenario): Outcome<Portfolio> {
  const there = new Set(portfolio.innovations.map(({ code }) => code));
  const unknown = [...scenario.changed.keys(), ...scenario.removed].find((code) => !there.has(code));
  if (unknown !== undefined) return refuse('index.scenario-unknown-innovation', { code: unknown });
  const kept = portfolio.innovations.filter(({ code }) => !scenario.removed.includes(code));
  const innovations = kept.map((one) => {
    const change = scenario.changed.get(one.code);
    return change === undefined ? one : { ...one, affair: change.affair ?? one.affair, levels: { ...one.levels, ...change.levels } };
  });
  return ok({
    year: scenario.year ?? portfolio.year,
    spd: { ...portfolio.spd, ...scenario.spd },
    innovations: [...innovations, ...scenario.added],
  });
}

/** The index before and after a scenario. Refuses what applyScenario and computeIndex refuse. */
export function simulate(rule: IndexRule, portfolio: Portfolio, scenario: Scenario): Outcome<Simulation> {
  const changed = applyScenario(portfolio, scenario);
  if (!changed.ok) return changed;
  const before = computeIndex(rule, portfolio);
  if (!before.ok) return before;
  const after = computeIndex(rule, changed.value);
  return after.ok ? ok({ mark: SIMULATION, before: before.value, after: after.value, change: sub(after.value.iid, before.value.iid) }) : after;
}

/** The same simulation with some of the four quantities set by hand; the caller keeps them inside their ranges. */
export function withParts(rule: IndexRule, { before, after }: Simulation, set: Partial<IndexParts>): Simulation<IndexFigures & IndexParts> {
  const parts = { ...partsOf(after), ...set };
  const figures = indexOfParts(rule, after.terms, parts);
  return { mark: SIMULATION, before, after: { ...figures, ...parts }, change: sub(figures.iid, before.iid) };
}
