// Kemeny's order: the one with the fewest pairwise disagreements, found exactly over subsets.

import { fromInt, type Rational } from '../shared/rational.ts';

export interface Kemeny {
  /** Votes that agree with the order, over all pairs; a tie on a ballot agrees with nothing and disagrees with nothing. */
  readonly score: Rational;
  /** Votes against it. */
  readonly distance: Rational;
  /** One optimal order; among several, built from the last place up, the first by id. */
  readonly order: readonly string[];
  readonly optimalOrders: number;
}

const MOST_CANDIDATES = 13;

/** `votes[i][l]`: ballots that put candidate i strictly before l. Null beyond 13 candidates. @basis SCORING 11. */
export function kemeny(candidates: readonly string[], votes: readonly Float64Array[]): Kemeny | null {
  const size = candidates.length;
  if (size > MOST_CANDIDATES) return null;
  const full = (1 << size) - 1;
  // best[set]: agreement of the best order of the set's members; ways[set]: how many orders reach it.
  const best = new Float64Array(full + 1);
  const ways = new Float64Array(full + 1);
  ways[0] = 1;
  const gain = (last: number, before: number) => {
    let sum = 0;
    for (let i = 0; i < size; i += 1) if (before & (1 << i)) sum += votes[i]?.[last] ?? 0;
    return sum;
  };
  for (let set = 1; set <= full; set += 1) {
    let [most, count] = [-1, 0];
    for (let last = 0; last < size; last += 1) {
      if (!(set & (1 << last))) continue;
      const before = set & ~(1 << last);
      const score = (best[before] ?? 0) + gain(last, before);
      if (score > most) [most, count] = [score, ways[before] ?? 0];
      else if (score === most) count += ways[before] ?? 0;
    }
    best[set] = most;
    ways[set] = count;
  }
  const order: string[] = [];
  for (let set = full; set > 0; ) {
    const last = candidates.findIndex((_, i) => set & (1 << i) && (best[set & ~(1 << i)] ?? 0) + gain(i, set & ~(1 << i)) === best[set]);
    order.unshift(candidates[last] ?? '');
    set &= ~(1 << last);
  }
  const all = votes.reduce((whole, line) => whole + line.reduce((a, b) => a + b, 0), 0);
  const score = best[full] ?? 0;
  return { score: fromInt(score), distance: fromInt(all - score), order, optimalOrders: ways[full] ?? 0 };
}
