// What turns two neighbouring places: the smallest change of one given cell after which the whole official rule places them the other way.

import type { EntryFigures } from '../result/ladder.ts';
import { breakTies } from '../result/tie-break.ts';
import { add, compare, div, fromInt, negated, type Rational, sub, toText, ZERO } from '../shared/rational.ts';
import { type Cell, cellsOf, type Direction, movesWhere, type Target } from './cell.ts';
import { basisOf, type Contest, type Contestant, Figures, stepsOf } from './contest.ts';

export interface Turn {
  readonly submission: string;
  readonly juror: string;
  readonly criterion: string;
  readonly from: Rational;
  /** Signed, in the cell's own points. */
  readonly change: Rational;
  /** False: `change` itself does not turn them yet, anything more does. */
  readonly reached: boolean;
}

interface Pair {
  readonly above: readonly string[];
  readonly below: readonly string[];
}

/** A way to change one cell, with the least move that could turn the places: fewer points never do. */
interface Try {
  readonly cell: Cell;
  readonly direction: Direction;
  readonly isRiseOfLower: boolean;
  readonly start: Rational;
  /** The start as a share of the cell's scale. */
  readonly least: Rational;
}

interface Found {
  readonly try: Try;
  readonly points: Rational;
  readonly share: Rational;
  readonly reached: boolean;
}

/** The ranked entries as they officially stand: figures, what is compared before the ladder, and who is level there. */
export interface Field {
  readonly figures: ReadonlyMap<string, EntryFigures>;
  readonly bases: ReadonlyMap<string, Rational>;
  /** By the text of the basis. */
  readonly level: ReadonlyMap<string, readonly string[]>;
  /** Whether who else is tied may change what the ladder says of two entries. */
  readonly looksAtGroup: boolean;
}

export function fieldOf(contest: Contest): Field {
  const figures = new Map(contest.entries.map((entry) => [entry.id, new Figures(contest, entry)]));
  const bases = new Map([...figures].map(([id, one]) => [id, basisOf(contest, one.final)]));
  const level = new Map<string, string[]>();
  for (const [id, basis] of bases) level.set(toText(basis), [...(level.get(toText(basis)) ?? []), id]);
  const isHoled = contest.entries.some(({ desk, sheets }) => desk === null || sheets.some(({ values }) => values.size < contest.criteria.length));
  return { figures, bases, level, looksAtGroup: isHoled || contest.ladder.some((step) => ['wins', 'decision'].includes(step)) };
}

/**
 * Smallest as a share of the cell's scale; among equals one that is reached, then a rise of the lower entry, then by submission, juror, order of
 * criteria. Null when no single cell within its scale can.
 * @basis SCORING 15 and the contract of the key `final`.
 */
export function smallestTurn(contest: Contest, field: Field, pair: Pair): Turn | null {
  const trial = new Trial(contest, field, pair);
  let best: Found | null = null;
  for (const one of trial.tries()) {
    if (best !== null && cannotBeat(one, best)) break;
    const found = trial.attempt(one, best);
    if (found !== null && (best === null || isBetter(found, best))) best = found;
  }
  if (best === null) return null;
  const { cell, direction } = best.try;
  const change = direction > 0 ? best.points : negated(best.points);
  return { submission: cell.entry.id, juror: cell.sheet.juror, criterion: cell.criterion.code, from: cell.points, change, reached: best.reached };
}

/** The tries come by their least share, then by preference: whoever needs as much and comes later wins only by being reached. */
function cannotBeat(one: Try, best: Found): boolean {
  const order = compare(one.least, best.share);
  if (order !== 0) return order > 0;
  return best.share.n === 0n || (best.reached && preference(best.try, one) < 0);
}

function isBetter(found: Found, best: Found): boolean {
  const order = compare(found.share, best.share) || Number(best.reached) - Number(found.reached) || preference(found.try, best.try);
  return order < 0;
}

function preference(a: Try, b: Try): number {
  return Number(b.isRiseOfLower) - Number(a.isRiseOfLower) || a.cell.place - b.cell.place || b.direction - a.direction;
}

class Trial {
  readonly #contest: Contest;
  readonly #field: Field;
  readonly #pair: Pair;
  readonly #goals: readonly Rational[];
  readonly #rivals: readonly string[];
  readonly #half: Rational;

  constructor(contest: Contest, field: Field, pair: Pair) {
    this.#contest = contest;
    this.#field = field;
    this.#pair = pair;
    const [high, low] = [this.#basis(pair.above[0] ?? ''), this.#basis(pair.below[0] ?? '')];
    this.#goals = compare(high, low) === 0 ? [high] : [high, low];
    this.#rivals = this.#goals.flatMap((goal) => field.level.get(toText(goal)) ?? []);
    const { rankOn, decimals } = contest.rubric;
    this.#half = rankOn === 'exact' ? ZERO : { n: 1n, d: 2n * 10n ** BigInt(decimals) };
  }

  /** Every cell that could matter, in each direction that could, by how little might do. */
  tries(): readonly Try[] {
    const { above, below } = this.#pair;
    const [high = ZERO, low = high] = this.#goals;
    const onTheWay = this.#contest.entries.flatMap((entry) => {
      if (below.includes(entry.id)) return this.#triesOf(entry, 1, high, true);
      return above.includes(entry.id) ? this.#triesOf(entry, -1, low, false) : [];
    });
    const others = this.#goals.length === 1 && this.#field.looksAtGroup ? this.#othersAround(high) : [];
    return [...onTheWay, ...others].sort((a, b) => compare(a.least, b.least) || preference(a, b));
  }

  /** Who joins or leaves the tied group, or stands in it otherwise, may turn the two by a step that looks at the whole group. */
  #othersAround(basis: Rational): readonly Try[] {
    const { above, below } = this.#pair;
    return this.#contest.entries.flatMap((entry) => [
      ...(below.includes(entry.id) ? [] : this.#triesOf(entry, 1, basis, false)),
      ...(above.includes(entry.id) ? [] : this.#triesOf(entry, -1, basis, false)),
    ]);
  }

  #triesOf(entry: Contestant, direction: Direction, goal: Rational, isRiseOfLower: boolean): readonly Try[] {
    // From here on the basis may be the goal: the near edge of what is published as it.
    const edge = direction > 0 ? sub(goal, this.#half) : add(goal, this.#half);
    const order = compare(this.#field.figures.get(entry.id)?.final ?? ZERO, edge);
    const isThere = direction > 0 ? order >= 0 : order <= 0;
    return cellsOf(this.#contest, entry).flatMap((cell) => {
      const starts = isThere ? [ZERO] : movesWhere(this.#contest, cell, direction, { kind: 'final', value: edge });
      return starts.flatMap((start) =>
        compare(start, cell.limit(direction)) > 0 ? [] : [{ cell, direction, isRiseOfLower, start, least: cell.share(start) }],
      );
    });
  }

  /** The least change along one try that turns the places; null when there is none, or none up to the best so far. */
  attempt(one: Try, best: Found | null): Found | null {
    const { cell, direction, start } = one;
    const limit = cell.limit(direction);
    const stops = this.#stopsOf(one).filter((move) => compare(move, start) >= 0 && compare(move, limit) <= 0);
    for (const [at, points] of stops.entries()) {
      const share = cell.share(points);
      if (best !== null && compare(share, best.share) > 0) return null;
      if (points.n > 0n && this.#isTurned(cell, direction, points)) return { try: one, points, share, reached: true };
      const next = stops[at + 1] ?? limit;
      const between = div(add(points, next), fromInt(2));
      if (compare(next, points) > 0 && this.#isTurned(cell, direction, between)) return { try: one, points, share, reached: false };
    }
    return null;
  }

  /** Every move at which anything the rule compares becomes equal, ascending from the start: between two of them the order stays. */
  #stopsOf({ cell, direction, start }: Try): readonly Rational[] {
    const { ladder } = this.#contest;
    const edges = this.#goals.flatMap((goal) => [sub(goal, this.#half), add(goal, this.#half)]);
    const moves = [start];
    const meet = (kind: Target['kind'], value: Rational | null | undefined) => {
      if (value) moves.push(...movesWhere(this.#contest, cell, direction, { kind, value }));
    };
    for (const edge of edges) meet('final', edge);
    for (const id of this.#rivals) {
      const rival = id === cell.entry.id ? undefined : this.#field.figures.get(id);
      if (ladder.includes('exact')) meet('final', rival?.final);
      if (ladder.includes('jury')) meet('jury', rival?.jury);
      if (ladder.includes('median')) meet('median', rival?.median);
      if (ladder.includes('wins')) meet('total', rival?.totals.get(cell.sheet.juror));
      if (ladder.includes(`criterion:${cell.criterion.code}`)) meet('mean', rival?.criteria.get(cell.criterion.code));
    }
    moves.sort(compare);
    return moves.filter((move, at) => at === 0 || compare(move, moves[at - 1] ?? ZERO) !== 0);
  }

  #isTurned(cell: Cell, direction: Direction, points: Rational): boolean {
    const changed = new Figures(this.#contest, cell.moved(direction > 0 ? points : negated(points)));
    const basis = basisOf(this.#contest, changed.final);
    const basisNow = (id: string) => (id === cell.entry.id ? basis : this.#basis(id));
    return this.#pair.below.some((low) =>
      this.#pair.above.some((high) => {
        const order = compare(basisNow(low), basisNow(high));
        return order > 0 || (order === 0 && this.#isBefore(low, high, basisNow(low), { id: cell.entry.id, figures: changed, basis }));
      }),
    );
  }

  /** Whether the ladder puts `low` before `high` inside the group that is tied at `level`. */
  #isBefore(low: string, high: string, level: Rational, changed: { readonly id: string; readonly figures: Figures; readonly basis: Rational }): boolean {
    const still = (this.#field.level.get(toText(level)) ?? []).filter((id) => id !== changed.id);
    const tied = compare(changed.basis, level) === 0 ? [...still, changed.id].sort() : still;
    const figures = new Map(tied.flatMap((id) => [[id, id === changed.id ? changed.figures : this.#field.figures.get(id)] as const]).filter(isKnown));
    const { order } = breakTies([tied], stepsOf(this.#contest, figures, this.#contest.ladder));
    const placeOf = (id: string) => order.findIndex((group) => group.includes(id));
    return placeOf(low) < placeOf(high);
  }

  #basis(id: string): Rational {
    return this.#field.bases.get(id) ?? ZERO;
  }
}

function isKnown(pair: readonly [string, EntryFigures | undefined]): pair is readonly [string, EntryFigures] {
  return pair[1] !== undefined;
}
