// Affairs of a portfolio that no list knows: a slip of the pen would silently count as no basic service.

import { AFFAIRS } from '../innovation/affairs.ts';
import { nearestWord, sameLook } from '../shared/near-word.ts';
import type { PortfolioInnovation } from './iid.ts';
import type { IndexRule } from './rule.ts';

export interface StrangeAffair {
  readonly innovation: string;
  readonly affair: string;
  /** The listed affair it was probably meant to be; '' when none is near. */
  readonly near: string;
}

/**
 * Innovations whose affair is neither empty, nor a government affair (UU 23/2014), nor a basic service of the rule; capitals and spaces do
 * not matter. In the order of the portfolio. Never refuses: the reader decides what a strange affair means.
 */
export function strangeAffairs(rule: IndexRule, innovations: readonly PortfolioInnovation[]): readonly StrangeAffair[] {
  const known = [...new Set([...rule.basicServices, ...AFFAIRS])];
  const looks = new Set(known.map(sameLook));
  return innovations
    .filter(({ affair }) => affair.trim() !== '' && !looks.has(sameLook(affair)))
    .map(({ code, affair }) => ({ innovation: code, affair, near: nearestWord(affair, known) }));
}
