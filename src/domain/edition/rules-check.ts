// Category rules as a whole: who enters, numbers that add up, ladders whose steps exist and come in an order that can end.

import type { AgencyKind } from '../people/agency.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { add, equals, HUNDRED, parseExact, type Rational } from '../shared/rational.ts';
import type { CategoryRules } from './category.ts';

/** Codes a ladder may name: indicators of the desk instrument, criteria of the rubric. */
export interface KnownCodes {
  readonly indicators: readonly string[];
  readonly criteria: readonly string[];
}

export const ENTRANT_KINDS: readonly AgencyKind[] = ['skpd', 'kecamatan', 'puskesmas', 'blud', 'school', 'village', 'group', 'outside'];

/** Steps of the final ladder beside the criteria, in the order RULES 5 names them. */
export const FINAL_STEPS = ['jury', 'desk', 'exact', 'median', 'wins', 'decision', 'lot'] as const;
const LAST_STEPS = ['decision', 'lot'];
export const LONGEST_LADDER = 8;

/** How the final ladder names a criterion. */
export function criterionStep(code: string): string {
  return `criterion:${code}`;
}

/**
 * Accepts rules that can be used, or refuses `rules.invalid` with the fields at fault: `rules.nobody-enters`, `rules.number-invalid`,
 * `rules.shares-sum`, `rules.ladder-unknown-step`, `rules.ladder-twice`, `rules.ladder-after-end` (a step behind the lot, or anything but the
 * lot behind a decision), `rules.ladder-too-long`, `rules.lot-half` (a seed without its source, or the reverse).
 * Numbers are decimal text; shares are percent and add to exactly 100.
 * @basis RULES 2, 4, 5.
 */
export function checkRules(rules: CategoryRules, known: KnownCodes): Outcome<CategoryRules> {
  const faults: Record<string, Refusal> = {};
  const complain = (field: string, code: string, facts = {}) => {
    faults[field] ??= fault(code, facts);
  };
  if (rules.whoEnters.length === 0 || rules.whoEnters.some((kind) => !ENTRANT_KINDS.includes(kind))) complain('whoEnters', 'rules.nobody-enters');
  const number = (field: string, text: string): Rational | null => {
    const value = /^\d{1,6}(\.\d{1,6})?$/.test(text) ? parseExact(text) : null;
    if (value === null) complain(field, 'rules.number-invalid', { typed: text });
    return value;
  };
  if (rules.floor !== null) number('floor', rules.floor);
  if (rules.shortlist.kind === 'threshold') number('bound', rules.shortlist.above);
  else if (!isCount(rules.shortlist.n)) complain('bound', 'rules.count-invalid');
  if (!isCount(rules.winners)) complain('winners', 'rules.count-invalid');
  const [desk, jury] = [number('deskShare', rules.deskShare), number('juryShare', rules.juryShare)];
  if (desk !== null && jury !== null && !equals(add(desk, jury), HUNDRED)) complain('juryShare', 'rules.shares-sum');
  const ladders = [
    ['deskLadder', rules.deskLadder, [...known.indicators, ...LAST_STEPS]],
    ['finalLadder', rules.finalLadder, [...FINAL_STEPS, ...known.criteria.map(criterionStep)]],
  ] as const;
  for (const [field, ladder, steps] of ladders) {
    const wrong = ladderFault(ladder, steps);
    if (wrong !== null) faults[field] = wrong;
  }
  if (rules.lot !== null && (rules.lot.seed.trim() === '' || rules.lot.source.trim() === '')) complain('seed', 'rules.lot-half');
  return Object.keys(faults).length > 0 ? refuse('rules.invalid', {}, faults) : ok(rules);
}

function ladderFault(ladder: readonly string[], steps: readonly string[]): Refusal | null {
  const unknown = ladder.find((step) => !steps.includes(step));
  if (unknown !== undefined) return fault('rules.ladder-unknown-step', { step: unknown });
  if (new Set(ladder).size !== ladder.length) return fault('rules.ladder-twice');
  if (ladder.length > LONGEST_LADDER) return fault('rules.ladder-too-long', { most: LONGEST_LADDER });
  const isBehindEnd = (step: string, at: number) => step !== 'lot' && ladder.slice(0, at).some((one) => LAST_STEPS.includes(one));
  return ladder.some(isBehindEnd) ? fault('rules.ladder-after-end') : null;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 999;
}
