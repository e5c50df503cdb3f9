// Places from scores in machine numbers, with every near tie settled exactly: what many draws need, and no guess among equals.

import type { Rational } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';

/** Scores on 0..100 in doubles are far closer to the truth than this; who lies nearer than this is compared exactly. */
export const NEAR = 1e-9;

/** Which of two exact scores is higher, as a sign. */
export type Exactly = (i: number, l: number) => number;

/**
 * Competition places (1, 2, 2, 4) by score, the highest first. Scores further apart than `near` are told apart by themselves, nearer ones by
 * `exactly`. With `near` 0 the scores are exact themselves.
 */
export function placesBy(scores: Float64Array, near: number, exactly: Exactly): Uint16Array {
  const sorted = Float64Array.from(scores).sort();
  const places = new Uint16Array(scores.length);
  for (let i = 0; i < scores.length; i += 1) {
    const own = scores[i] ?? 0;
    const upTo = firstAbove(sorted, own + near);
    let above = sorted.length - upTo;
    const isAlone = near === 0 || upTo < 2 || (sorted[upTo - 2] ?? 0) < own - near;
    if (!isAlone) above += nearAbove(scores, i, near, exactly);
    places[i] = above + 1;
  }
  return places;
}

/** How many sorted values are at most `line`. */
function firstAbove(sorted: Float64Array, line: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) <= line) low = middle + 1;
    else high = middle;
  }
  return low;
}

function nearAbove(scores: Float64Array, i: number, near: number, exactly: Exactly): number {
  const own = scores[i] ?? 0;
  let above = 0;
  for (let l = 0; l < scores.length; l += 1) {
    if (l !== i && Math.abs((scores[l] ?? 0) - own) <= near && exactly(l, i) > 0) above += 1;
  }
  return above;
}

/** Gathers, draw by draw, who held which place; weights are whole numbers, so the shares are exact until they are read. */
export class PlaceTally {
  readonly #places: readonly Float64Array[];
  /** By entry, by how many shared the first place. */
  readonly #wins: readonly Float64Array[];
  weight = 0;

  constructor(entries: number) {
    this.#places = Array.from({ length: entries }, () => new Float64Array(entries + 1));
    this.#wins = Array.from({ length: entries }, () => new Float64Array(entries + 1));
  }

  add(places: Uint16Array, weight: number): void {
    this.weight += weight;
    let level = 0;
    for (const place of places) if (place === 1) level += 1;
    for (let i = 0; i < places.length; i += 1) {
      const place = places[i] ?? 0;
      raise(this.#places[i], place, weight);
      if (place === 1) raise(this.#wins[i], level, weight);
    }
  }

  /** Share of the weight in which the entry is first; ties shared. */
  wins(i: number): number {
    const { n, d } = [...(this.#wins[i] ?? [])].reduce<Rational>(
      (whole, weight, level) => {
        return weight === 0 ? whole : { n: whole.n * BigInt(level) + BigInt(weight) * whole.d, d: whole.d * BigInt(level) };
      },
      { n: 0n, d: 1n },
    );
    return toNumber({ n, d: d * BigInt(this.weight) });
  }

  /** Share of the weight in which the entry has one of the first N places. */
  inTop(i: number, top: number): number {
    return (this.#places[i]?.slice(0, top + 1).reduce((a, b) => a + b, 0) ?? 0) / this.weight;
  }

  meanRank(i: number): number {
    return (this.#places[i]?.reduce((whole, weight, place) => whole + weight * place, 0) ?? 0) / this.weight;
  }

  /** The least place whose cumulated share is at least `part` of `whole`. */
  quantile(i: number, part: number, whole: number): number {
    const row = this.#places[i] ?? new Float64Array();
    let [place, cumulated] = [0, 0];
    while (place < row.length - 1 && cumulated * whole < this.weight * part) {
      place += 1;
      cumulated += row[place] ?? 0;
    }
    return place;
  }
}

function raise(row: Float64Array | undefined, at: number, weight: number): void {
  if (row !== undefined) row[at] = (row[at] ?? 0) + weight;
}
