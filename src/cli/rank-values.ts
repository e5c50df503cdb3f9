// How the report writes its values: exact fractions beside their doubles, doubles alone, maps in order.

import { toNumber } from '../domain/robustness/approximate.ts';
import { type Rational, toText } from '../domain/shared/rational.ts';
import type { Ordered } from './ordered-json.ts';

export type Entry = readonly [string, Ordered];

export const map = (entries: readonly Entry[]): Ordered => new Map(entries);
export const real = (value: number | null): Ordered => (value === null || !Number.isFinite(value) ? null : { float: value });
export const exact = (value: Rational | null): Ordered =>
  value === null
    ? null
    : map([
        ['exact', toText(value)],
        ['value', { float: toNumber(value) }],
      ]);

export function each<T>(values: ReadonlyMap<string, T>, write: (value: T) => Ordered): Ordered {
  return new Map([...values].map(([key, value]) => [key, write(value)]));
}
