// Diagnostics may approximate; official figures may not. Floats live in this folder only.

import type { Rational } from '../shared/rational.ts';

const DIGITS = 30;

/** The double nearest to an exact value: for diagnostics and for the `value` beside an `exact`, never fed back into a figure. */
export function toNumber(x: Rational): number {
  const size = x.n < 0n ? -x.n : x.n;
  if (size <= Number.MAX_SAFE_INTEGER && x.d <= Number.MAX_SAFE_INTEGER) return Number(x.n) / Number(x.d);
  const shift = DIGITS + x.d.toString().length - size.toString().length;
  const [above, below] = shift > 0 ? [size * 10n ** BigInt(shift), x.d] : [size, x.d * 10n ** BigInt(-shift)];
  const sticky = above % below === 0n ? '' : '1';
  const digits = `${above / below}${sticky}`;
  return Number(`${x.n < 0n ? '-' : ''}${digits}e${-shift - sticky.length}`);
}
