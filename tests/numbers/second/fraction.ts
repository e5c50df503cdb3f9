// Fractions of the second calculator: its own, so that a fault in the first one's numbers shows.

export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

const LONG = 2n ** 400n;

/** Left as it comes while it is short: brought to lowest terms only when it is written, or grows. */
export function frac(top: bigint | number, bottom: bigint | number = 1): Fraction {
  const [a, b] = [BigInt(top), BigInt(bottom)];
  const positive = b < 0n ? { top: -a, bottom: -b } : { top: a, bottom: b };
  return positive.bottom > LONG ? lowest(positive) : positive;
}

function lowest({ top, bottom }: Fraction): Fraction {
  let [x, y] = [top < 0n ? -top : top, bottom];
  while (y > 0n) [x, y] = [y, x % y];
  return { top: top / x, bottom: bottom / x };
}

export function parse(text: string): Fraction {
  if (text.includes('/')) {
    const [a = '0', b = '1'] = text.split('/');
    return frac(BigInt(a), BigInt(b));
  }
  const [whole = '0', rest = ''] = text.split('.');
  return frac(BigInt(whole + rest), 10n ** BigInt(rest.length));
}

export const plus = (a: Fraction, b: Fraction) => frac(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Fraction, b: Fraction) => frac(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Fraction, b: Fraction) => frac(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Fraction, b: Fraction) => frac(a.top * b.bottom, a.bottom * b.top);
export const less = (a: Fraction, b: Fraction) => a.top * b.bottom < b.top * a.bottom;
export const same = (a: Fraction, b: Fraction) => a.top * b.bottom === b.top * a.bottom;
export const total = (all: readonly Fraction[]) => all.reduce(plus, frac(0));
export const average = (all: readonly Fraction[]) => over(total(all), frac(all.length));
export const ascending = (a: Fraction, b: Fraction) => (less(a, b) ? -1 : Number(less(b, a)));
export function text(x: Fraction): string {
  const { top, bottom } = lowest(x);
  return bottom === 1n ? `${top}` : `${top}/${bottom}`;
}

/** The nearest double, for shares whose parts are small. */
export function double(x: Fraction): number {
  const { top, bottom } = lowest(x);
  return Number(top) / Number(bottom);
}

/** The middle of an open interval. */
export const between = (a: Fraction, b: Fraction) => over(plus(a, b), frac(2));

/** Half up: floor(x 10^d + 1/2) / 10^d of the size. */
export function rounded(x: Fraction, places: number): string {
  const size = x.top < 0n ? -x.top : x.top;
  const units = (size * 10n ** BigInt(places) * 2n + x.bottom) / (x.bottom * 2n);
  const digits = units.toString().padStart(places + 1, '0');
  const head = places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`;
  return x.top < 0n && units > 0n ? `-${head}` : head;
}
