// The rule of a year's index, among the catalogues that may rule it.

import type { IndexRule } from '../domain/regional-index/rule.ts';
import { type Outcome, refuse } from '../domain/shared/outcome.ts';
import { type Catalogue, yearOfCode } from './catalogues.ts';

/**
 * The newest whole rule that knows the year and is not of a later one: a rule is never applied backwards. `catalogues` with the oldest year first.
 * Refuses `index-rule.incomplete` when the year's own rule is not whole, `index.year-unknown` (with the years there are) when no rule knows it.
 */
export function indexRuleOf(year: number, catalogues: readonly Catalogue[]): Outcome<IndexRule> {
  const whole = catalogues
    .map(({ rule }) => rule)
    .toReversed()
    .filter((rule) => rule.ok);
  const fitting = whole.find(({ value }) => value.years.has(year) && value.year <= year);
  if (fitting !== undefined) return fitting;
  const own = catalogues.find(({ code }) => yearOfCode(code) === year)?.rule;
  if (own !== undefined && !own.ok) return own;
  return refuse('index.year-unknown', { rule: whole[0]?.value.code ?? '', year, years: whole.flatMap(({ value }) => [...value.years.keys()].map(String)) });
}
