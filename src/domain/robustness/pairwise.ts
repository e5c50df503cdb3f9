// Pairwise judging (SCORING 12): Bradley and Terry's strengths. For an optional round; never official.

import { inverseOf } from './matrix.ts';

/** Wins of the first over the second; ties are half a win each. */
export type Wins = readonly { readonly winner: string; readonly loser: string; readonly times: number }[];

export interface Strength {
  /** Relative to the reference, on the logit scale. */
  readonly estimate: number;
  readonly error: number;
}

/**
 * Strengths relative to `reference` by Hunter's MM steps. Null when they are not finite: somebody cannot be reached from everybody
 * by wins, or the reference did not take part.
 * @basis SCORING 12; Hunter 2004; Ford 1957.
 */
export function bradleyTerry(wins: Wins, reference: string): ReadonlyMap<string, Strength> | null {
  const names = [...new Set(wins.flatMap(({ winner, loser }) => [winner, loser]))].sort();
  const place = new Map(names.map((name, i) => [name, i]));
  const w = names.map(() => new Float64Array(names.length));
  for (const { winner, loser, times } of wins) {
    const line = w[place.get(winner) ?? 0] ?? new Float64Array();
    line[place.get(loser) ?? 0] = (line[place.get(loser) ?? 0] ?? 0) + times;
  }
  const against = place.get(reference);
  if (against === undefined || !isStronglyConnected(w)) return null;
  const met = (i: number, l: number) => (w[i]?.[l] ?? 0) + (w[l]?.[i] ?? 0);
  const won = w.map((line) => line.reduce((a, b) => a + b, 0));
  let strength = names.map(() => 1);
  for (let round = 0, moved = 1; round < 100_000 && moved > 1e-13; round += 1) {
    const next = strength.map((own, i) => (won[i] ?? 0) / names.reduce((whole, _, l) => (l === i ? whole : whole + met(i, l) / (own + (strength[l] ?? 1))), 0));
    const scale = next.length / next.reduce((a, b) => a + b, 0);
    const scaled = next.map((one) => one * scale);
    moved = Math.max(...scaled.map((one, i) => Math.abs(Math.log(one / (strength[i] ?? 1)))));
    strength = scaled;
  }
  const kept = names.map((_, i) => i).filter((i) => i !== against);
  const spread = inverseOf(kept.map((i) => kept.map((l) => information(strength, met, i, l))));
  const log = (i: number) => Math.log(strength[i] ?? 1) - Math.log(strength[against] ?? 1);
  return new Map(
    names.map((name, i) => {
      const at = kept.indexOf(i);
      return [name, { estimate: log(i), error: at < 0 ? 0 : Math.sqrt(spread[at]?.[at] ?? 0) }];
    }),
  );
}

/** Fisher's information of the strengths. */
function information(strength: readonly number[], met: (i: number, l: number) => number, i: number, l: number): number {
  const term = (a: number, b: number) => {
    const [p, q] = [strength[a] ?? 1, strength[b] ?? 1];
    return (met(a, b) * p * q) / (p + q) ** 2;
  };
  if (i !== l) return -term(i, l);
  return strength.reduce((whole, _, other) => (other === i ? whole : whole + term(i, other)), 0);
}

function isStronglyConnected(w: readonly Float64Array[]): boolean {
  const reaches = (follow: (i: number, l: number) => boolean) => {
    const seen = new Set([0]);
    for (const i of seen) for (const [l] of w.entries()) if (follow(i, l)) seen.add(l);
    return seen.size === w.length;
  };
  return reaches((i, l) => (w[i]?.[l] ?? 0) > 0) && reaches((i, l) => (w[l]?.[i] ?? 0) > 0);
}
