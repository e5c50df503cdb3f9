// How far the jury agrees (SCORING 7): about jurors, so on their own totals; with the word an interval carries, or none.

import type { Rational } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import type { RobustnessCard } from './card.ts';
import { type ChanceOfAgreement, chanceOfAgreement } from './kendall-p.ts';
import { alphaInterval } from './krippendorff.ts';
import { projected } from './reml.ts';
import { completeBlock, jurorsOf } from './totals.ts';

export interface Agreement {
  readonly entriesInBlock: number;
  readonly alpha: number | null;
  readonly alphaInterval: readonly [number, number] | null;
  readonly icc2k: number | null;
  readonly icc2kInterval: readonly [number, number] | null;
  readonly icc3k: number | null;
  readonly w: number | null;
  readonly wChance: ChanceOfAgreement | null;
  readonly g: number | null;
  /** What G would be with so many jurors on every entry. */
  readonly projected: readonly { readonly jurors: number; readonly g: number }[];
}

const PLANS = [3, 5, 7, 9] as const;

export function agreementOf(card: RobustnessCard): Agreement {
  const { icc, concordance, components, totals } = card;
  const number = (value: Rational | null | undefined) => (value === null || value === undefined ? null : toNumber(value));
  const jurors = jurorsOf(totals);
  return {
    entriesInBlock: card.completeEntries,
    alpha: number(card.alpha.interval),
    alphaInterval: alphaInterval([...totals.values()].map((row) => jurors.map((juror) => row.get(juror) ?? null))),
    icc2k: number(icc?.estimates.ICC2k),
    icc2kInterval: icc?.intervals?.ICC2k ?? null,
    icc3k: number(icc?.estimates.ICC3k),
    w: number(concordance?.W),
    wChance: concordance === null ? null : chanceOfAgreement(completeBlock(totals)),
    g: components?.gqk ?? null,
    projected: components === null ? [] : PLANS.map((count) => ({ jurors: count, g: projected(components, count) })),
  };
}

/** Fewer entries than this make an interval that misleads. @basis SCORING 7 and 15. */
const FEWEST_ENTRIES = 10;

export type Reliability = 'very-high' | 'high' | 'medium' | 'low';

/**
 * Koo & Li's word for the lower end of an interval of a reliability; null, "a hint only", without an interval or below ten entries.
 * @basis SCORING 15.
 */
export function reliabilityOf(interval: readonly [number, number] | null, entries: number): Reliability | null {
  if (interval === null || entries < FEWEST_ENTRIES) return null;
  const [low] = interval;
  if (low >= 0.9) return 'very-high';
  if (low >= 0.75) return 'high';
  return low >= 0.5 ? 'medium' : 'low';
}
