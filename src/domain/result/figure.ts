// A figure: an exact value and what is printed of it. Printing rounds once; nothing is computed from a printed value.

import { type Rational, roundHalfUp, toText } from '../shared/rational.ts';

export interface Figure {
  /** Exact fraction as text: '32571/500'. */
  readonly exact: string;
  /** Half-up rounding of the exact value: '65.14'. */
  readonly rounded: string;
}

/** The figure of an exact value, printed with `places` decimals. */
export function figure(value: Rational, places: number): Figure {
  return { exact: toText(value), rounded: roundHalfUp(value, places) };
}
