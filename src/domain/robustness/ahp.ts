// Weights from pairwise judgements of importance (SCORING 9): a help when weights are set, never part of a result.

import type { Rational } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { principalVector } from './matrix.ts';

/** Saaty's random index by number of criteria. */
const RANDOM_INDEX = [0, 0, 0, 0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49] as const;

export interface PairwiseWeights {
  /** Summing to 1, in the order of the matrix. */
  readonly weights: readonly number[];
  /** Below 0.10 the judgements hold together; null below 3 or beyond 10 criteria. */
  readonly consistency: number | null;
}

/**
 * Weights by the principal eigenvector of a reciprocal matrix of positive judgements.
 * @basis Saaty 1980.
 */
export function pairwiseWeights(matrix: readonly (readonly Rational[])[]): PairwiseWeights {
  const n = matrix.length;
  const { value, vector } = principalVector(matrix.map((row) => row.map(toNumber)));
  const random = RANDOM_INDEX[n] ?? 0;
  return { weights: vector, consistency: random === 0 ? null : (value - n) / (n - 1) / random };
}
