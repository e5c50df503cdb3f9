// Exact values as the index pages print them: two decimals, rounded once, and shares for bars.

import { div, type Rational, roundHalfUp } from '../../domain/shared/rational.ts';
import { formatChange, formatScore } from '../../texts/id/format.ts';

export function shown(value: Rational): string {
  return formatScore(roundHalfUp(value, 2));
}

/** With its sign: +1,98. */
export function shownChange(value: Rational): string {
  return formatChange(roundHalfUp(value, 2), 2);
}

/** A part of the most, 0 to 1, only to draw a bar. */
export function shareOf(value: Rational, most: Rational): number {
  return Number(roundHalfUp(div(value, most), 4));
}
