// Rank intervals (SCORING 10): "another panel like this one". Every way to draw the jurors anew, with its weight; no random numbers.

import { mulberry32 } from '../result/lot.ts';
import { toNumber } from './approximate.ts';
import { SEED } from './krippendorff.ts';
import { shareWin } from './smaa.ts';
import { jurorsOf, type SheetTotals } from './totals.ts';

export interface RankInterval {
  /** Ends of the 95 % interval of the rank. */
  readonly low: number;
  readonly high: number;
  /** Ties shared. */
  readonly wins: number;
  /** Rank within the first N. */
  readonly inTop: number;
  readonly meanRank: number;
}

export interface JurorBootstrap {
  /** Empty when every draw is left out. */
  readonly entries: ReadonlyMap<string, RankInterval>;
  /** Share of the draws that leave an entry without a juror: left out. Above MOST_DROPPED the figures are not to be shown. */
  readonly droppedShare: number;
  readonly resamples: number;
  /** False beyond nine jurors, where 20,000 draws by mulberry32 from SEED stand for all. */
  readonly exact: boolean;
}

/** Of the draws, 0..1. @basis SCORING 10. */
export const MOST_DROPPED = 0.2;

const MOST_JURORS = 9;
const DRAWS = 20_000;

/**
 * The bootstrap over whole jurors, on the jury's means. Null with fewer than 3 jurors: too coarse. `top` is N of the watched line.
 * @basis SCORING 10; Fisher & Hall 1991; Diaconis & Holmes 1994.
 */
export function jurorBootstrap(totals: SheetTotals, top: number): JurorBootstrap | null {
  const jurors = jurorsOf(totals);
  const rows = [...totals].filter(([, row]) => row.size > 0);
  if (jurors.length < 3 || rows.length === 0) return null;
  const exact = jurors.length <= MOST_JURORS;
  const tally = new Tally(
    rows.map(([, row]) => jurors.map((juror) => (row.has(juror) ? toNumber(row.get(juror) ?? { n: 0n, d: 1n }) : Number.NaN))),
    top,
  );
  let resamples = 0;
  for (const [counts, weight] of exact ? multisets(jurors.length) : drawnMultisets(jurors.length)) {
    tally.add(counts, weight);
    resamples += 1;
  }
  const entries = new Map(tally.isEmpty ? [] : rows.map(([id], i) => [id, tally.interval(i)] as const));
  return { entries, droppedShare: tally.dropped, resamples, exact };
}

/** How often each juror is drawn, with the multinomial probability of it. */
function* multisets(size: number): Generator<readonly [Uint8Array, number]> {
  const factorial = Array.from({ length: size + 1 }, (_, n) => Array.from({ length: n }, (_one, k) => k + 1).reduce((a, b) => a * b, 1));
  const counts = new Uint8Array(size);
  const all = (factorial[size] ?? 1) / size ** size;
  function* fill(at: number, left: number, weight: number): Generator<readonly [Uint8Array, number]> {
    if (at === size - 1) {
      counts[at] = left;
      yield [counts, weight / (factorial[left] ?? 1)];
      return;
    }
    for (let times = 0; times <= left; times += 1) {
      counts[at] = times;
      yield* fill(at + 1, left - times, weight / (factorial[times] ?? 1));
    }
  }
  yield* fill(0, size, all);
}

function* drawnMultisets(size: number): Generator<readonly [Uint8Array, number]> {
  const next = mulberry32(SEED);
  for (let round = 0; round < DRAWS; round += 1) {
    const counts = new Uint8Array(size);
    for (let draw = 0; draw < size; draw += 1) {
      const juror = Math.floor((next() * size) / 2 ** 32);
      counts[juror] = (counts[juror] ?? 0) + 1;
    }
    yield [counts, 1 / DRAWS];
  }
}

const SAME = 1e-9;

/** Gathers, draw by draw, the weight of every rank of every entry. */
class Tally {
  dropped = 0;
  readonly #cells: readonly (readonly number[])[];
  readonly #top: number;
  readonly #means: Float64Array;
  readonly #ranks: readonly Float64Array[];
  readonly #wins: Float64Array;
  #weight = 0;

  constructor(cells: readonly (readonly number[])[], top: number) {
    this.#cells = cells;
    this.#top = top;
    this.#means = new Float64Array(cells.length);
    this.#ranks = cells.map(() => new Float64Array(cells.length + 1));
    this.#wins = new Float64Array(cells.length);
  }

  add(counts: Uint8Array, weight: number): void {
    if (!this.#average(counts)) {
      this.dropped += weight;
      return;
    }
    this.#weight += weight;
    shareWin(this.#means, this.#wins, weight);
    const sorted = Float64Array.from(this.#means).sort().reverse();
    for (let i = 0; i < this.#means.length; i += 1) {
      const rank = rankOf(sorted, this.#means[i] ?? 0);
      const row = this.#ranks[i] ?? new Float64Array();
      row[rank] = (row[rank] ?? 0) + weight;
    }
  }

  get isEmpty(): boolean {
    return this.#weight === 0;
  }

  /** False when an entry keeps no juror. */
  #average(counts: Uint8Array): boolean {
    for (let i = 0; i < this.#cells.length; i += 1) {
      let [whole, times] = [0, 0];
      const row = this.#cells[i] ?? [];
      for (let j = 0; j < counts.length; j += 1) {
        const [count, total] = [counts[j] ?? 0, row[j] ?? Number.NaN];
        if (count === 0 || Number.isNaN(total)) continue;
        whole += count * total;
        times += count;
      }
      if (times === 0) return false;
      this.#means[i] = whole / times;
    }
    return true;
  }

  interval(i: number): RankInterval {
    const row = this.#ranks[i] ?? new Float64Array();
    const at = (share: number) => {
      let [rank, cumulated] = [0, 0];
      while (rank < row.length - 1 && cumulated < share - 1e-12) {
        rank += 1;
        cumulated += (row[rank] ?? 0) / this.#weight;
      }
      return rank;
    };
    const inTop = row.slice(0, this.#top + 1).reduce((a, b) => a + b, 0) / this.#weight;
    const meanRank = row.reduce((whole, weight, rank) => whole + weight * rank, 0) / this.#weight;
    return { low: at(0.025), high: at(0.975), wins: (this.#wins[i] ?? 0) / this.#weight, inTop, meanRank };
  }
}

/** The competition rank of `value` in a list sorted from the highest. */
function rankOf(sorted: Float64Array, value: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] ?? 0) > value + SAME) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
