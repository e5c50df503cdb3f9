// The margin (SCORING 15): the gap between neighbouring places, and the smallest change of one given cell that turns it.

import type { TieTrace } from '../result/tie-break.ts';
import { compare, type Rational, roundHalfUp, sub } from '../shared/rational.ts';
import type { Contest } from './contest.ts';
import { type Field, fieldOf, smallestTurn, type Turn } from './turn.ts';

export interface Margin {
  /** The entries of two adjacent places; an undecided tie is one place. */
  readonly above: readonly string[];
  readonly below: readonly string[];
  readonly rankAbove: number;
  readonly rankBelow: number;
  /** Least exact score above less greatest below; negative where the ladder placed them against the exact scores. */
  readonly gap: Rational;
  readonly gapRounded: string;
  /** `score`, or the step of the ladder that parted them. */
  readonly decidedBy: string;
  /** A prize place or the cut lies between. */
  readonly atCut: boolean;
  /** Null when no single cell can turn them. */
  readonly turn: Turn | null;
}

/** Between every two adjacent places, best first. `most` bounds how many are looked at. */
export function marginsOf(contest: Contest, most = Number.POSITIVE_INFINITY): readonly Margin[] {
  const field = fieldOf(contest);
  let before = 0;
  return contest.order.slice(0, -1).flatMap((above, at) => {
    const rankAbove = before + 1;
    before += above.length;
    const below = contest.order[at + 1] ?? [];
    return at < most ? [marginBetween(contest, field, { above, below, rankAbove, rankBelow: before + 1 })] : [];
  });
}

type Pair = Pick<Margin, 'above' | 'below' | 'rankAbove' | 'rankBelow'>;

function marginBetween(contest: Contest, field: Field, pair: Pair): Margin {
  const scores = (ids: readonly string[]) => ids.flatMap((id) => field.figures.get(id)?.final ?? []);
  const least = scores(pair.above).reduce((a, b) => (compare(b, a) < 0 ? b : a));
  const greatest = scores(pair.below).reduce((a, b) => (compare(b, a) > 0 ? b : a));
  const gap = sub(least, greatest);
  const level = (ids: readonly string[]) => field.bases.get(ids[0] ?? '');
  const [high, low] = [level(pair.above), level(pair.below)];
  const isTied = high !== undefined && low !== undefined && compare(high, low) === 0;
  return {
    ...pair,
    gap,
    gapRounded: roundHalfUp(gap, contest.rubric.decimals),
    decidedBy: isTied ? partingStep(contest.trace, pair) : 'score',
    atCut: pair.rankAbove <= contest.top,
    turn: smallestTurn(contest, field, pair),
  };
}

/** The last line of the trace that still held both. */
function partingStep(trace: readonly TieTrace[], { above, below }: Pair): string {
  const lines = trace.filter(({ tied, waiting }) => waiting !== true && [above[0], below[0]].every((id) => id !== undefined && tied.includes(id)));
  return lines.at(-1)?.step ?? 'score';
}
