// Ranking (peringkat): groups of equal value in order, the kinds of rank, and the cut at N. Never by name, id or row order.

import type { CutPolicy } from '../edition/category.ts';
import { add, compare, div, fromInt, type Rational } from '../shared/rational.ts';

/** Entries in order, best first; entries of one group are tied. Inside a group ids stand ascending, which means nothing. */
export type Order = readonly (readonly string[])[];

/** Groups of equal values, highest first. */
export function groupByValue(values: ReadonlyMap<string, Rational>): string[][] {
  const sorted = [...values].sort(([idA, a], [idB, b]) => compare(b, a) || (idA < idB ? -1 : 1));
  const groups: string[][] = [];
  let previous: Rational | null = null;
  for (const [id, value] of sorted) {
    if (previous !== null && compare(previous, value) === 0) groups.at(-1)?.push(id);
    else groups.push([id]);
    previous = value;
  }
  return groups;
}

/** 1, 2, 2, 4: the official rank. */
export function competitionRanks(order: Order): Map<string, number> {
  let before = 0;
  const ranks = new Map<string, number>();
  for (const group of order) {
    for (const id of group) ranks.set(id, before + 1);
    before += group.length;
  }
  return ranks;
}

/** 1, 2, 2, 3. */
export function denseRanks(order: Order): Map<string, number> {
  return new Map(order.flatMap((group, at) => group.map((id) => [id, at + 1] as const)));
}

/** 1, 5/2, 5/2, 4: for correlations only. */
export function averageRanks(order: Order): Map<string, Rational> {
  let before = 0;
  const ranks = new Map<string, Rational>();
  for (const group of order) {
    const middle = add(fromInt(before), div(fromInt(group.length + 1), fromInt(2)));
    for (const id of group) ranks.set(id, middle);
    before += group.length;
  }
  return ranks;
}

/** Where the line at N falls. `straddling` is the tied group across the line; `how` says what became of it. */
export interface Cut {
  readonly selected: readonly string[];
  readonly straddling: readonly string[];
  readonly how: 'clean' | 'included' | 'excluded' | 'unresolved';
  readonly placesLeft: number;
}

/**
 * The first N (0 or more) of an order. A tied group across the line enters whole (`include`), stays out whole (`exclude`) or stops the
 * selection (`unresolved`); a group whose ladder still lacks its decision or lot (`waiting`) is unresolved under every policy.
 * @basis SCORING 3: no silent truncation by sort order.
 */
export function cutAt(order: Order, n: number, policy: CutPolicy, waiting: ReadonlySet<string> = new Set()): Cut {
  const selected: string[] = [];
  for (const group of order) {
    if (selected.length >= n) break;
    if (selected.length + group.length > n) return straddle(selected, group, n, group.some((id) => waiting.has(id)) ? 'unresolved' : policy);
    selected.push(...group);
  }
  return { selected, straddling: [], how: 'clean', placesLeft: n - selected.length };
}

function straddle(selected: readonly string[], group: readonly string[], n: number, policy: CutPolicy): Cut {
  if (policy === 'include') return { selected: [...selected, ...group], straddling: [...group], how: 'included', placesLeft: 0 };
  const how = policy === 'exclude' ? 'excluded' : 'unresolved';
  return { selected, straddling: [...group], how, placesLeft: n - selected.length };
}
