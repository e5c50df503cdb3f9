// From juror totals to one jury score: mean, trimmed mean or median, always exact.

import { add, compare, div, fromInt, mean, type Rational } from '../shared/rational.ts';

export interface Aggregated {
  readonly value: Rational;
  /** Set when too few totals were there to trim and the plain mean stands instead. */
  readonly plainMean: boolean;
}

/** The middle of at least one value; the mean of the two middle ones when their number is even. Throws RangeError for none. */
export function median(values: readonly Rational[]): Rational {
  const sorted = [...values].sort(compare);
  const half = (sorted.length - (sorted.length % 2)) / 2;
  const upper = sorted[half];
  const lower = sorted[sorted.length % 2 === 0 ? half - 1 : half];
  if (upper === undefined || lower === undefined) throw new RangeError('median of nothing');
  return div(add(lower, upper), fromInt(2));
}

/**
 * The mean without the k lowest and k highest values (one instance each when tied), k >= 0. With fewer than 2k + 1 values it is the
 * plain mean, flagged. Throws RangeError for none.
 * @basis SCORING 4.
 */
export function trimmedMean(values: readonly Rational[], k: number): Aggregated {
  if (values.length < 2 * k + 1) return { value: mean(values), plainMean: true };
  const sorted = [...values].sort(compare);
  return { value: mean(sorted.slice(k, sorted.length - k)), plainMean: false };
}

/** The jury score of at least one total by the rubric's rule. Throws RangeError for none. */
export function aggregate(totals: readonly Rational[], rule: 'mean' | 'trimmed' | 'median', trim: number): Aggregated {
  if (rule === 'trimmed') return trimmedMean(totals, trim);
  return { value: rule === 'median' ? median(totals) : mean(totals), plainMean: false };
}
