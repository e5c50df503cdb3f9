// How likely so much agreement is by chance (SCORING 15): Kendall's W against every way, or many drawn ways, to shuffle the jurors' own ranks.

import { mulberry32 } from '../result/lot.ts';
import { ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { midranks } from './correlation.ts';
import type { Block } from './icc.ts';
import { SEED } from './krippendorff.ts';

export interface ChanceOfAgreement {
  /** Share of the shuffles with a W at least as large. */
  readonly p: number;
  /** Standard error of `p`; null where every shuffle was counted. */
  readonly error: number | null;
}

/** Up to so many arrangements every one is counted. @basis SCORING 15. */
const MOST_EXACT = 1e8;
const DRAWS = 20_000;

/**
 * The p of Kendall's W of a complete block by permutations, ties kept: exact while (n!)^(m-1) is at most 10^8, else 20,000 shuffles by mulberry32
 * from the stated seed. Never by chi-square. Null below two entries or two jurors.
 */
export function chanceOfAgreement(block: Block): ChanceOfAgreement | null {
  const [n, m] = [block.length, block[0]?.length ?? 0];
  if (n < 2 || m < 2) return null;
  // Doubled, so that middle ranks are whole.
  const ranks = Array.from({ length: m }, (_, j) => midranks(block.map((row) => row[j] ?? ZERO)).map((rank) => 2 * toNumber(rank)));
  const observed = squares(ranks.reduce((sums, own) => sums.map((sum, i) => sum + (own[i] ?? 0))));
  const arrangements = factorial(n) ** (m - 1);
  return arrangements <= MOST_EXACT ? { p: countAll(ranks, observed), error: null } : drawMany(ranks, observed);
}

/** W grows with the sum of squares of the rank sums; everything else about it stays under a shuffle. */
function squares(sums: readonly number[]): number {
  return sums.reduce((whole, sum) => whole + sum * sum, 0);
}

function factorial(n: number): number {
  return Array.from({ length: n }, (_, k) => k + 1).reduce((a, b) => a * b, 1);
}

/** Juror by juror over the rank sums, whose order does not matter; of the last juror only what each shuffle adds to the squares. */
function countAll(ranks: readonly (readonly number[])[], observed: number): number {
  const [first = [], ...others] = ranks;
  const last = others.at(-1) ?? [];
  let states = new Map([[key(first), { sums: first, ways: 1 }]]);
  for (const own of others.slice(0, -1)) {
    const next = new Map<string, { readonly sums: readonly number[]; ways: number }>();
    const shuffles = permutations(own);
    for (const { sums, ways } of states.values()) {
      for (const shuffled of shuffles) {
        const reached = sums.map((sum, i) => sum + (shuffled[i] ?? 0)).sort((a, b) => a - b);
        const known = next.get(key(reached));
        if (known === undefined) next.set(key(reached), { sums: reached, ways });
        else known.ways += ways;
      }
    }
    states = next;
  }
  let [atLeast, all] = [0, 0];
  for (const { sums, ways } of states.values()) {
    const fixed = squares(sums) + squares(last);
    for (const [product, times] of products(sums, last)) {
      all += ways * times;
      if (fixed + 2 * product >= observed) atLeast += ways * times;
    }
  }
  return atLeast / all;
}

const key = (sums: readonly number[]) => sums.join();

function permutations(values: readonly number[]): readonly (readonly number[])[] {
  if (values.length < 2) return [values];
  return values.flatMap((value, at) => permutations(values.filter((_, i) => i !== at)).map((rest) => [value, ...rest]));
}

/** Sum of products -> number of shuffles of `own` that give it, place by place over the sets of ranks already given away. */
function products(sums: readonly number[], own: readonly number[]): ReadonlyMap<number, number> {
  let bySet = new Map([[0, new Map([[0, 1]])]]);
  for (const sum of sums) {
    const next = new Map<number, Map<number, number>>();
    for (const [set, counts] of bySet) {
      for (const [k, rank] of own.entries()) {
        if (set & (1 << k)) continue;
        const into = next.get(set | (1 << k)) ?? new Map<number, number>();
        next.set(set | (1 << k), into);
        for (const [product, times] of counts) into.set(product + sum * rank, (into.get(product + sum * rank) ?? 0) + times);
      }
    }
    bySet = next;
  }
  return [...bySet.values()][0] ?? new Map();
}

function drawMany(ranks: readonly (readonly number[])[], observed: number): ChanceOfAgreement {
  const next = mulberry32(SEED);
  const [first = [], ...others] = ranks;
  const shuffled = others.map((own) => [...own]);
  let atLeast = 0;
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const sums = [...first];
    for (const own of shuffled) {
      for (let last = own.length - 1; last > 0; last -= 1) {
        const chosen = Math.floor((next() * (last + 1)) / 2 ** 32);
        [own[last], own[chosen]] = [own[chosen] ?? 0, own[last] ?? 0];
      }
      for (const [i, rank] of own.entries()) sums[i] = (sums[i] ?? 0) + rank;
    }
    if (squares(sums) >= observed) atLeast += 1;
  }
  const p = atLeast / DRAWS;
  return { p, error: Math.sqrt((p * (1 - p)) / DRAWS) };
}
