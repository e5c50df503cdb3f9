// Weights (bobot) as exact decimals. Any positive sum is valid; it is shown, and every share is divided by it.

import { div, parseDecimal, parseExact, type Rational, sum, ZERO } from '../shared/rational.ts';

interface Weighted {
  readonly criteria: readonly { readonly code: string; readonly weight: string }[];
}

/** The sum of the criteria's weights, in the unit of the weights. An unreadable weight throws: checkRubric comes first. */
export function weightSum(rubric: Weighted): Rational {
  return sum(rubric.criteria.map((criterion) => readWeight(criterion.weight)));
}

/** The weight of one criterion divided by the sum, 0..1; zero for a code the rubric does not have. The sum must be positive. */
export function weightShare(rubric: Weighted, code: string): Rational {
  const criterion = rubric.criteria.find((one) => one.code === code);
  return criterion === undefined ? ZERO : div(readWeight(criterion.weight), weightSum(rubric));
}

/** A weight as typed (comma or dot) or as exact text ('1/9'); null when it is neither. */
export function parseWeight(text: string): Rational | null {
  return parseDecimal(text) ?? parseExact(text);
}

/** A weight of a checked rubric or catalogue. Throws RangeError when it is not one: weights are checked where they are configured. */
export function readWeight(text: string): Rational {
  const weight = parseWeight(text);
  if (weight === null) throw new RangeError(`not a weight: ${text}`);
  return weight;
}
