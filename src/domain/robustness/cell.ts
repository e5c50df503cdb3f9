// One given cell and what moving it does: to the sheet's total, the jury's score, the final score. Every one is a straight line with flat ends.

import { add, compare, div, fromInt, mul, negated, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { type Contest, type Contestant, juryPart, type Measure, type Sheet, trimOf } from './contest.ts';

export type Direction = 1 | -1;

export interface Cell {
  readonly entry: Contestant;
  readonly sheet: Sheet;
  readonly criterion: Measure;
  readonly points: Rational;
  /** By submission, juror, order of criteria. */
  readonly place: number;
  /** What is left to the end of the scale, in points. */
  readonly limit: (direction: Direction) => Rational;
  /** Points as a share of the scale. */
  readonly share: (points: Rational) => Rational;
  /** The entry with this cell changed by so many points. */
  readonly moved: (change: Rational) => Contestant;
}

/** The given cells of an entry's counted sheets. */
export function cellsOf(contest: Contest, entry: Contestant): readonly Cell[] {
  const first = contest.entries.indexOf(entry) * contest.jurors.length;
  return entry.sheets.flatMap((sheet) =>
    contest.criteria.flatMap((criterion, c) => {
      const points = sheet.points.get(criterion.code);
      const place = (first + contest.jurors.indexOf(sheet.juror)) * contest.criteria.length + c;
      return points === undefined ? [] : [cellAt(entry, sheet, criterion, points, place)];
    }),
  );
}

function cellAt(entry: Contestant, sheet: Sheet, criterion: Measure, points: Rational, place: number): Cell {
  const scale = sub(criterion.max, criterion.min);
  return {
    entry,
    sheet,
    criterion,
    points,
    place,
    limit: (direction) => (direction > 0 ? sub(criterion.max, points) : sub(points, criterion.min)),
    share: (move) => div(move, scale),
    moved(change) {
      const total = add(sheet.total, mul(change, perPoint(sheet, criterion)));
      const changed = { ...sheet, points: new Map(sheet.points).set(criterion.code, add(points, change)), total };
      return { ...entry, sheets: entry.sheets.map((one) => (one === sheet ? changed : one)) };
    },
  };
}

/** What one point of the cell is worth in its sheet's total. */
function perPoint(sheet: Sheet, { unit, weight }: Measure): Rational {
  return div(mul(unit, weight), sheet.weight);
}

/** A figure of the entry that moves with the cell, and a value it may take. */
export interface Target {
  readonly kind: 'final' | 'jury' | 'median' | 'total' | 'mean';
  readonly value: Rational;
}

/** The move (0 or more points in the direction) at which the figure is the value: none, or one. */
export function movesWhere(contest: Contest, cell: Cell, direction: Direction, { kind, value }: Target): readonly Rational[] {
  const { entry, sheet, criterion } = cell;
  if (kind === 'mean') {
    const given = entry.sheets.flatMap(({ points }) => points.get(criterion.code) ?? []);
    return forward(mul(sub(value, div(sum(given), fromInt(given.length))), fromInt(given.length)), direction);
  }
  const step = perPoint(sheet, criterion);
  if (kind === 'total') return forward(div(sub(value, sheet.total), step), direction);
  const jury = kind === 'final' ? juryFor(contest, entry, value) : value;
  const times = entry.sheets.length;
  const total = jury === null ? null : totalFor(entry, sheet, jury, kind === 'median' ? (times - 1) >> 1 : trimOf(contest, times));
  return total === null ? [] : forward(div(sub(total, sheet.total), step), direction);
}

function forward(points: Rational, direction: Direction): readonly Rational[] {
  const move = direction > 0 ? points : negated(points);
  return move.n < 0n ? [] : [move];
}

/** The jury score that makes the final score; null where the jury has no part. */
function juryFor(contest: Contest, { desk }: Contestant, final: Rational): Rational | null {
  const part = juryPart(contest, desk);
  if (part.n === 0n) return null;
  const { deskShare, juryShare } = contest;
  const base = desk === null ? ZERO : div(mul(deskShare, desk), add(deskShare, juryShare));
  return div(sub(final, base), part);
}

/**
 * The total of one sheet that makes the aggregate a value, the others left as they are: with `trim` dropped at each end the aggregate is the mean
 * of the middle others and of this total held between its two kept neighbours. Null where no total does.
 */
function totalFor({ sheets }: Contestant, sheet: Sheet, jury: Rational, trim: number): Rational | null {
  const others = sheets
    .filter((one) => one !== sheet)
    .map(({ total }) => total)
    .sort(compare);
  const middle = others.slice(trim, others.length - trim);
  const wanted = sub(mul(jury, fromInt(middle.length + 1)), sum(middle));
  const [low, high] = [others[trim - 1], others[others.length - trim]];
  const isBelow = low !== undefined && compare(wanted, low) < 0;
  const isAbove = high !== undefined && compare(wanted, high) > 0;
  return isBelow || isAbove ? null : wanted;
}
