import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  compare,
  div,
  equals,
  fromInt,
  fromPair,
  mean,
  mul,
  ONE,
  parseDecimal,
  parseExact,
  type Rational,
  rational,
  roundHalfUp,
  sub,
  sum,
  toPair,
  toText,
  ZERO,
} from './rational.ts';

const anyRational = fc.tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 6n)).map(([n, d]): Rational => div({ n, d: 1n }, { n: d, d: 1n }));

describe('exact numbers', () => {
  test('reads integers, decimals of any length and fractions', () => {
    expect(toText(rational('145/2'))).toBe('145/2');
    expect(toText(rational('-0.00499999999999999999'))).toBe('-499999999999999999/100000000000000000000');
    expect(toText(rational(7n))).toBe('7');
    expect(() => rational('1e3')).toThrow(RangeError);
    expect(parseExact('1/0')).toBeNull();
  });

  test('reads what people type, with a comma or a dot and at most four places', () => {
    expect(['3,5', ' 3.5 ', '80', '+1', '-0,25'].map((text) => toText(parseDecimal(text) ?? ONE))).toEqual(['7/2', '7/2', '80', '1', '-1/4']);
    expect(['', ' ', '1.000,5', '1e3', '1/2', '3.', '.5', '1.23456', 'NaN', '1234567890123'].map(parseDecimal)).toEqual(Array(10).fill(null));
  });

  test('refuses to divide by zero', () => {
    expect(() => div(ONE, ZERO)).toThrow(RangeError);
    expect(() => mean([])).toThrow(RangeError);
  });

  test('keeps the laws of a field in lowest terms', () => {
    fc.assert(
      fc.property(anyRational, anyRational, anyRational, (a, b, c) => {
        expect(equals(add(a, b), add(b, a))).toBe(true);
        expect(equals(mul(a, add(b, c)), add(mul(a, b), mul(a, c)))).toBe(true);
        expect(equals(sub(add(a, b), b), a)).toBe(true);
        expect(equals(rational(toText(a)), a)).toBe(true);
        expect(fromPair(toPair(a))).toEqual(a);
        expect(compare(a, b)).toBe(compare(sub(a, b), ZERO));
        expect(b.n === 0n || equals(mul(div(a, b), b), a)).toBe(true);
      }),
    );
    expect(toText(sum([fromInt(1), rational('1/3'), rational('2/3')]))).toBe('2');
  });

  test('rounds half up by the definition on big integers', () => {
    fc.assert(
      fc.property(anyRational, fc.integer({ min: 0, max: 6 }), (x, places) => {
        const power = 10n ** BigInt(places);
        const size = x.n < 0n ? -x.n : x.n;
        const units = (size * power * 2n + x.d) / (x.d * 2n);
        const printed = roundHalfUp(x, places);
        expect(BigInt(printed.replace(/[-.]/g, ''))).toBe(units);
        expect(printed.startsWith('-')).toBe(x.n < 0n && units > 0n);
        expect(printed.split('.')[1]?.length ?? 0).toBe(places);
      }),
    );
    expect(roundHalfUp(rational('84.5549'), 2)).toBe('84.55');
    expect(roundHalfUp(rational('-0.004'), 2)).toBe('0.00');
    expect(roundHalfUp(rational('2.5'), 0)).toBe('3');
  });
});
