// What a person tries in a simulation: steps from the list of next gains, and quantities set by hand. Everything travels in the address.

import { TOP_LEVEL } from '../instrument/indicator.ts';
import { highestPoints } from '../instrument/instrument.ts';
import type { Levels } from '../instrument/points.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { compare, fromInt, parseDecimal, type Rational, toText, ZERO } from '../shared/rational.ts';
import type { Gain } from './gains.ts';
import type { IndexParts, Portfolio } from './iid.ts';
import { type IndexRule, termsOf } from './rule.ts';
import type { Scenario } from './scenario.ts';

export interface TypedWhatIf {
  readonly year: string;
  readonly spd: string;
  readonly average: string;
  readonly innovations: string;
  readonly basicServices: string;
  /** Keys of gains. */
  readonly steps: readonly string[];
}

export interface WhatIf {
  readonly scenario: Scenario;
  readonly set: Partial<IndexParts>;
}

const MOST_INNOVATIONS = 9_999;

/** The key of a single step in an address: 'SPD-12', 'SID-35@BL-2026-0001'. Gains that count innovations have none. */
export function gainKey(gain: Gain): string | null {
  if (gain.kind === 'spd') return gain.indicator;
  return gain.kind === 'sid' ? `${gain.indicator}@${gain.innovation}` : null;
}

/**
 * What is tried, or null when nothing is. An empty field keeps what is.
 * Refuses `index.what-if-invalid` with fields `year`, `spd`, `average`, `innovations`, `basicServices`, each with the range it must keep, and
 * `index.set-twice` where a figure is typed whose steps are taken as well: one of the two would be lost.
 * A step that is no longer to be had (its row is at the highest level, or gone) is left out.
 */
export function readWhatIf(rule: IndexRule, portfolio: Portfolio, typed: TypedWhatIf): Outcome<WhatIf | null> {
  const faults: Record<string, Refusal> = {};
  const year = readYear(rule, typed.year, faults);
  const limits = { spd: highestPoints(rule.spd), average: highestPoints(rule.sid) };
  const [innovations, basicServices] = [
    readCount(typed.innovations, MOST_INNOVATIONS, 'innovations', faults),
    readCount(typed.basicServices, rule.basicServices.length, 'basicServices', faults),
  ];
  const [spd, average] = [readPoints(typed.spd, limits.spd, 'spd', faults), readPoints(typed.average, limits.average, 'average', faults)];
  if (spd !== null && typed.steps.some((step) => !step.includes('@'))) faults.spd = fault('index.set-twice');
  if (average !== null && typed.steps.some((step) => step.includes('@'))) faults.average = fault('index.set-twice');
  if (Object.keys(faults).length > 0) return refuse('index.what-if-invalid', {}, faults);
  const set: Partial<IndexParts> = {
    ...(spd === null ? {} : { spd }),
    ...(average === null ? {} : { average }),
    ...(innovations === null ? {} : { innovations }),
    ...(basicServices === null ? {} : { basicServices }),
  };
  const scenario = scenarioOf(rule, portfolio, typed.steps, year);
  const isNothing =
    Object.keys(set).length === 0 && (year === null || year === portfolio.year) && Object.keys(scenario.spd).length === 0 && scenario.changed.size === 0;
  return ok(isNothing ? null : { scenario, set });
}

function readYear(rule: IndexRule, typed: string, faults: Record<string, Refusal>): number | null {
  if (typed === '') return null;
  const year = /^\d{4}$/.test(typed) ? Number(typed) : 0;
  const terms = termsOf(rule, year);
  if (!terms.ok) faults.year = terms.refusal;
  return terms.ok ? year : null;
}

function readPoints(typed: string, most: Rational, field: string, faults: Record<string, Refusal>): Rational | null {
  if (typed === '') return null;
  const value = parseDecimal(typed);
  if (value !== null && compare(value, ZERO) >= 0 && compare(value, most) <= 0) return value;
  faults[field] = fault('index.outside-range', { most: toText(most) });
  return null;
}

function readCount(typed: string, most: number, field: string, faults: Record<string, Refusal>): number | null {
  if (typed === '') return null;
  const value = /^\d{1,6}$/.test(typed) ? Number(typed) : Number.NaN;
  if (value <= most) return value;
  faults[field] = fault('index.outside-count', { most: toText(fromInt(most)) });
  return null;
}

function scenarioOf(rule: IndexRule, portfolio: Portfolio, steps: readonly string[], year: number | null): Scenario {
  const spd: Record<string, number> = {};
  const changed = new Map<string, { affair: null; levels: Record<string, number> }>();
  const innovations = new Map(portfolio.innovations.map((one) => [one.code, one.levels]));
  for (const step of steps) {
    const [indicator = '', innovation] = step.split('@');
    const levels = innovation === undefined ? portfolio.spd : innovations.get(innovation);
    const rows = innovation === undefined ? rule.spd : rule.sid;
    if (levels === undefined || !rows.some(({ code }) => code === indicator)) continue;
    const raised = raisedLevel(levels, indicator);
    if (raised === null) continue;
    if (innovation === undefined) spd[indicator] = raised;
    else {
      const change = changed.get(innovation) ?? { affair: null, levels: {} };
      change.levels[indicator] = raised;
      changed.set(innovation, change);
    }
  }
  return { year, spd, changed, added: [], removed: [] };
}

function raisedLevel(levels: Levels, code: string): number | null {
  const level = levels[code] ?? 0;
  return level < TOP_LEVEL ? level + 1 : null;
}
