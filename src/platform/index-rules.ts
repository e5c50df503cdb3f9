// The rules of the region's index: those the product ships and those the region adopted, read once each.

import { type IndexRule, readIndexRule } from '../domain/regional-index/rule.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { catalogueCodes, catalogueText, yearOfCode } from './catalogues.ts';

const known = new Map<string, Outcome<IndexRule>>();

/** Rules by code, the oldest year first, each whole or refused with what it lacks. */
export function indexRules(regionId?: string): ReadonlyMap<string, Outcome<IndexRule>> {
  return new Map(catalogueCodes(regionId).map((code) => [code, ruleOf(code)]));
}

function ruleOf(code: string): Outcome<IndexRule> {
  const read = known.get(code);
  if (read !== undefined) return read;
  const rule = readIndexRule(catalogueText(code));
  const named = rule.ok ? ok({ ...rule.value, code }) : rule;
  known.set(code, named);
  return named;
}

/**
 * The newest whole rule that knows the year and is not of a later one: a rule is never applied backwards. Refuses `index-rule.incomplete` when
 * the year's own rule is not whole, `index.year-unknown` (with the years there are) when no rule knows it.
 */
export function indexRuleOf(year: number, regionId?: string): Outcome<IndexRule> {
  const rules = indexRules(regionId);
  const whole = [...rules.values()].reverse().filter((rule) => rule.ok);
  const fitting = whole.find(({ value }) => value.years.has(year) && value.year <= year);
  if (fitting !== undefined) return fitting;
  const own = [...rules].find(([code]) => yearOfCode(code) === year)?.[1];
  if (own !== undefined && !own.ok) return own;
  return refuse('index.year-unknown', { rule: whole[0]?.value.code ?? '', year, years: whole.flatMap(({ value }) => [...value.years.keys()].map(String)) });
}
