// Exact numbers: every score, weight and total is a fraction of two whole numbers until it is printed once.

/** An exact number n/d in lowest terms, d > 0. Build it with the functions of this file only. */
export interface Rational {
  readonly n: bigint;
  readonly d: bigint;
}

export const ZERO: Rational = { n: 0n, d: 1n };
export const ONE: Rational = { n: 1n, d: 1n };
export const HUNDRED: Rational = { n: 100n, d: 1n };

const EXACT_TEXT = /^([+-]?)(\d+)(?:\.(\d+)|\/(\d+))?$/;
const TYPED_DECIMAL = /^([+-]?)(\d{1,12})(?:[.,](\d{1,4}))?$/;

/**
 * The number written as an integer ('7'), a decimal with a dot of any length ('2.675') or a fraction ('145/2').
 * For text of our own; throws RangeError on anything else. What people type goes through parseDecimal.
 */
export function rational(value: string | bigint): Rational {
  if (typeof value === 'bigint') return { n: value, d: 1n };
  const parsed = parseExact(value);
  if (parsed === null) throw new RangeError(`not an exact number: ${value}`);
  return parsed;
}

/** The same reading as `rational`, with null where the text is not a number or divides by zero. */
export function parseExact(text: string): Rational | null {
  const match = EXACT_TEXT.exec(text);
  if (match === null) return null;
  const [, sign, whole, fraction = '', divisor] = match;
  const d = divisor === undefined ? 10n ** BigInt(fraction.length) : BigInt(divisor);
  if (d === 0n) return null;
  const n = BigInt(`${whole}${fraction}`);
  return reduced(sign === '-' ? -n : n, d);
}

/**
 * A typed decimal with a dot or a comma ('3,5', '3.5', '80'), at most 12 digits before and 4 after it; spaces around are ignored.
 * Null for an empty text and for everything else: thousands separators, exponents, fractions.
 * @basis SCORING 2: inputs are decimal strings, "4,5" and "4.5" alike, at most 4 places.
 */
export function parseDecimal(text: string): Rational | null {
  const match = TYPED_DECIMAL.exec(text.trim());
  if (match === null) return null;
  const [, sign, whole, fraction = ''] = match;
  const n = BigInt(`${whole}${fraction}`);
  return reduced(sign === '-' ? -n : n, 10n ** BigInt(fraction.length));
}

/** A whole number as a rational. Throws RangeError when `value` is not a whole number. */
export function fromInt(value: number): Rational {
  return { n: BigInt(value), d: 1n };
}

export function add(a: Rational, b: Rational): Rational {
  return a.d === b.d ? reduced(a.n + b.n, a.d) : reduced(a.n * b.d + b.n * a.d, a.d * b.d);
}

export function sub(a: Rational, b: Rational): Rational {
  return add(a, negated(b));
}

export function mul(a: Rational, b: Rational): Rational {
  return reduced(a.n * b.n, a.d * b.d);
}

/** a / b. Throws RangeError when b is zero: a divisor is checked where it is configured. */
export function div(a: Rational, b: Rational): Rational {
  if (b.n === 0n) throw new RangeError('division by zero');
  return reduced(a.n * b.d, a.d * b.n);
}

export function negated(a: Rational): Rational {
  return { n: -a.n, d: a.d };
}

/** -1, 0 or 1 as a is less than, equal to or greater than b; never by difference of floats. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.n * b.d;
  const right = b.n * a.d;
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

export function equals(a: Rational, b: Rational): boolean {
  return a.n === b.n && a.d === b.d;
}

/** The sum of the values; zero for none. Brought to lowest terms once, at the end. */
export function sum(values: readonly Rational[]): Rational {
  let [n, d] = [0n, 1n];
  for (const value of values) {
    if (value.d === d) n += value.n;
    else if (d % value.d === 0n) n += value.n * (d / value.d);
    else if (value.d % d === 0n) [n, d] = [n * (value.d / d) + value.n, value.d];
    else ({ n, d } = add({ n, d }, value));
  }
  return reduced(n, d);
}

/** The arithmetic mean of at least one value. Throws RangeError for none. */
export function mean(values: readonly Rational[]): Rational {
  return div(sum(values), fromInt(values.length));
}

/**
 * The one rounding of the house: half up, away from zero, to `places` decimals (0 or more), as text with a dot ('65.00').
 * sign(x) * floor(|x| 10^places + 1/2) / 10^places on the exact value; a rounded zero has no sign.
 * @basis SCORING 2 (half up, never twice).
 */
export function roundHalfUp(x: Rational, places: number): string {
  const size = x.n < 0n ? -x.n : x.n;
  const scaled = (2n * size * 10n ** BigInt(places) + x.d) / (2n * x.d);
  const digits = scaled.toString().padStart(places + 1, '0');
  const sign = x.n < 0n && scaled > 0n ? '-' : '';
  if (places === 0) return sign + digits;
  return `${sign}${digits.slice(0, -places)}.${digits.slice(-places)}`;
}

/** The exact value as text: '7', '-1/8', '145/2'. `rational` reads it back. */
export function toText(x: Rational): string {
  return x.d === 1n ? x.n.toString() : `${x.n}/${x.d}`;
}

/** Numerator and denominator as text, for two NUMERIC columns. */
export function toPair(x: Rational): { num: string; den: string } {
  return { num: x.n.toString(), den: x.d.toString() };
}

/** The rational of two whole numbers in text, den not zero; throws on anything else. */
export function fromPair(pair: { readonly num: string; readonly den: string }): Rational {
  return div(rational(BigInt(pair.num)), rational(BigInt(pair.den)));
}

function reduced(n: bigint, d: bigint): Rational {
  if (d === 1n) return { n, d };
  const divisor = gcd(n < 0n ? -n : n, d < 0n ? -d : d);
  const sign = d < 0n ? -1n : 1n;
  return { n: (sign * n) / divisor, d: (sign * d) / divisor };
}

/** Small numbers, the usual case, go through machine arithmetic, where remainders are exact too. */
function gcd(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y > SAFE || x > SAFE) {
    if (y === 0n) return x;
    [x, y] = [y, x % y];
  }
  let [u, v] = [Number(x), Number(y)];
  while (v !== 0) [u, v] = [v, u % v];
  return BigInt(u);
}

const SAFE = BigInt(Number.MAX_SAFE_INTEGER);
