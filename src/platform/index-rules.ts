// The rules of the region's index that the product ships, read once each.

import { type IndexRule, readIndexRule } from '../domain/regional-index/rule.ts';
import { type Outcome, refuse } from '../domain/shared/outcome.ts';
import { catalogueCodes, catalogueText } from './catalogues.ts';

const known = new Map<string, Outcome<IndexRule>>();

/** Rules by code, the oldest first, each whole or refused with what it lacks. */
export function indexRules(): ReadonlyMap<string, Outcome<IndexRule>> {
  if (known.size === 0) for (const code of catalogueCodes()) known.set(code, readIndexRule(catalogueText(code)));
  return known;
}

/**
 * The newest whole rule that knows the year. Refuses `index-rule.incomplete` when the year's own rule is not whole, `index.year-unknown` (with
 * the years there are) when no rule knows it.
 */
export function indexRuleOf(year: number): Outcome<IndexRule> {
  const rules = indexRules();
  const whole = [...rules.values()].reverse().filter((rule) => rule.ok);
  const fitting = whole.find(({ value }) => value.years.has(year));
  if (fitting !== undefined) return fitting;
  const own = rules.get(`iid-${year}`);
  if (own !== undefined && !own.ok) return own;
  return refuse('index.year-unknown', { rule: whole[0]?.value.code ?? '', year, years: whole.flatMap(({ value }) => [...value.years.keys()].map(String)) });
}
