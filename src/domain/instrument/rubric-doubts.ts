// What about a wished rubric needs a second look before it is taken. Nothing here forbids; the one who saves it must say that it is meant.

import { compare, div, HUNDRED, mul, parseDecimal, type Rational, roundHalfUp, sum, toText, ZERO } from '../shared/rational.ts';
import { percentNeedsConfirmation, type Rubric, scaled } from './rubric.ts';
import { readWeight, weightSum } from './weights.ts';

export interface RubricDoubts {
  /** The sum of the weights as exact text where the rubric is marked percent and it is not 100; else empty. */
  readonly sum: string;
  /** The highest total a sheet can have, 0..100 to two decimals, where it does not reach 100; else empty. */
  readonly best: string;
  /** Criteria of the final ladder that change under it: the old name, then the new one, empty where the criterion goes. */
  readonly ladder: readonly string[];
  /** Names of criteria that have a new name and still the old hint for jurors. */
  readonly hints: readonly string[];
}

/**
 * The total of a sheet with the highest points everywhere, 0..100: always 100 under minmax and max, under raw what the criteria reach.
 * The rubric must have passed checkRubric.
 * @basis SCORING 2: a sheet's total is the weighted mean of its scaled points.
 */
export function bestTotal(rubric: Rubric): Rational {
  const parts = rubric.criteria.map((criterion) => mul(readWeight(criterion.weight), scaled(criterion, rubric.scale, parseDecimal(criterion.max) ?? ZERO)));
  return div(sum(parts), weightSum(rubric));
}

/**
 * The doubts about a sound rubric, beside the one it follows and the criteria (codes) that the final ladder names.
 * @basis RULES 5: the sum of a percent rubric is asked about once; a sheet is worth 0..100.
 */
export function rubricDoubts(rubric: Rubric, before: Rubric | null, laddered: readonly string[]): RubricDoubts {
  const best = bestTotal(rubric);
  const renamed = (before?.criteria ?? []).map((old) => ({ old, now: rubric.criteria.find(({ code }) => code === old.code) }));
  return {
    sum: percentNeedsConfirmation(rubric) ? toText(weightSum(rubric)) : '',
    best: compare(best, HUNDRED) < 0 ? roundHalfUp(best, 2) : '',
    ladder: renamed.flatMap(({ old, now }) => (laddered.includes(old.code) && now?.name !== old.name ? [old.name, now?.name ?? ''] : [])),
    hints: renamed.flatMap(({ old, now }) => (now !== undefined && now.name !== old.name && old.hint !== undefined && now.hint === old.hint ? [now.name] : [])),
  };
}

/** Whether there is anything to ask. */
export function isDoubtful({ sum, best, ladder, hints }: RubricDoubts): boolean {
  return sum !== '' || best !== '' || ladder.length > 0 || hints.length > 0;
}

/**
 * Whether every doubt is among those that were shown and are meant: `shown` is their JSON text. A doubt that was mended meanwhile is not
 * asked about again; a new one, or one with another figure, is.
 */
export function isMeant({ sum, best, ladder, hints }: RubricDoubts, shown: string): boolean {
  const known = readDoubts(shown);
  if (known === null) return false;
  const steps = pairsOf(known.ladder);
  return (
    ['', known.sum].includes(sum) &&
    ['', known.best].includes(best) &&
    pairsOf(ladder).every((step) => steps.includes(step)) &&
    hints.every((name) => known.hints.includes(name))
  );
}

function pairsOf(ladder: readonly string[]): readonly string[] {
  return ladder.flatMap((name, at) => (at % 2 === 0 ? [JSON.stringify([name, ladder[at + 1] ?? ''])] : []));
}

function readDoubts(text: string): RubricDoubts | null {
  try {
    const { sum, best, ladder, hints } = JSON.parse(text) as Partial<RubricDoubts>;
    return Array.isArray(ladder) && Array.isArray(hints) ? { sum: String(sum), best: String(best), ladder, hints } : null;
  } catch {
    return null;
  }
}
