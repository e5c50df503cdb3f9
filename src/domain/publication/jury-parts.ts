// The road from the means of the criteria to the jury's value, where there is one that everybody can walk.

import { add, div, equals, mul, parseDecimal, type Rational, rational, ZERO } from '../shared/rational.ts';
import type { PublishedEntry, PublishedResult } from './published-result.ts';

export interface JuryPart {
  readonly name: string;
  /** Mean over the counted sheets, 0..100, as printed. */
  readonly mean: string;
  /** Share of the weights, 0..1, exact. */
  readonly share: Rational;
}

/**
 * The parts whose sum is the jury's exact value: each criterion's mean times its share of the weights. Null where the value does not
 * come about so: trimmed and median panels, and sheets that count without one of their criteria.
 * @basis SCORING 2 and 3: with equal criteria on every sheet the mean of the totals is the total of the means.
 */
export function juryParts(entry: Pick<PublishedEntry, 'jury' | 'criteria'>, { criteria }: Pick<PublishedResult, 'criteria'>): readonly JuryPart[] | null {
  const weights = criteria.map(({ weight }) => parseDecimal(weight) ?? ZERO);
  const whole = weights.reduce(add, ZERO);
  const meanOf = new Map(entry.criteria.map(({ code, mean }) => [code, mean]));
  let sum = ZERO;
  const parts: JuryPart[] = [];
  for (const [at, { code, name }] of criteria.entries()) {
    const mean = meanOf.get(code);
    if (mean === undefined) return null;
    const share = div(weights[at] ?? ZERO, whole);
    sum = add(sum, mul(rational(mean.exact), share));
    parts.push({ name, mean: mean.rounded, share });
  }
  return equals(sum, rational(entry.jury.exact)) ? parts : null;
}
