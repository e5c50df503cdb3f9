// How far one weight may move before the watched set changes (SCORING 9): straight lines for the mean, bent ones for median and trimmed. Exact.

import { add, compare, div, fromInt, mul, ONE, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { NEAR } from './places.ts';

/** A sheet's total while the criterion's share goes from 0 to 1, the other weights in proportion: a straight line. */
export interface SheetLine {
  readonly atZero: Rational;
  readonly atOne: Rational;
}

/** An entry under a moving weight: `base` plus `part` of the mean of its sheets, `trim` of them left out at each end. */
export interface MovingEntry {
  readonly id: string;
  readonly base: Rational;
  readonly part: Rational;
  readonly sheets: readonly SheetLine[];
  readonly trim: number;
}

export interface WeightRange {
  readonly low: Rational;
  readonly high: Rational;
}

/**
 * The longest interval of shares around `at` in which no other entry is above one of `watched` and each of these has fewer than `top` entries
 * above it. Ends are closed: at an end that is not 0 or 1 there is a tie, and a hair beyond the set is another. Null where `watched` does not
 * hold at `at` itself: rounding or the ladder placed them.
 * @basis SCORING 9.
 */
export function weightRange(entries: readonly MovingEntry[], at: Rational, watched: readonly string[], top: number): WeightRange | null {
  const set = new Set(watched);
  if (!holdsAt(entries, at, set, top)) return null;
  const up = reachOf(entries, at, 1n, set, top);
  const down = reachOf(entries, at, -1n, set, top);
  return { low: sub(at, down), high: add(at, up) };
}

function holdsAt(entries: readonly MovingEntry[], at: Rational, set: ReadonlySet<string>, top: number): boolean {
  const paths = entries.map((entry) => pathOf(entry, at, 1n, ZERO));
  const inside = paths.filter(({ id }) => set.has(id));
  const gap = gapAt(
    inside,
    paths.filter(({ id }) => !set.has(id)),
    ZERO,
  );
  return (gap === null || compare(gap.size, ZERO) >= 0) && isWithinTop(inside, ZERO, top);
}

/** A straight line of a score: its value at `at`, and its slope per share moved. */
interface Line {
  readonly p: Rational;
  readonly q: Rational;
  readonly fastP: number;
  readonly fastQ: number;
}

interface Path {
  readonly id: string;
  /** The line that holds just beyond a move of `u`. */
  readonly lineBeyond: (u: Rational) => Line;
  /** Moves at which the line may bend. */
  readonly bends: readonly Rational[];
  line: Line;
}

/** How far the share may move in one direction. */
function reachOf(entries: readonly MovingEntry[], at: Rational, direction: bigint, set: ReadonlySet<string>, top: number): Rational {
  const limit = direction > 0n ? sub(ONE, at) : at;
  const paths = entries.map((entry) => pathOf(entry, at, direction, limit));
  const [inside, outside] = [paths.filter(({ id }) => set.has(id)), paths.filter(({ id }) => !set.has(id))];
  const bends = paths.flatMap((path) => path.bends.map((u) => ({ u, path }))).sort((a, b) => compare(a.u, b.u));
  let from = ZERO;
  for (let next = 0; next <= bends.length; ) {
    const until = bends[next]?.u ?? limit;
    const end = endOnStraights(inside, outside, from, until, top);
    if (end !== null) return end;
    for (from = until; next < bends.length && compare(bends[next]?.u ?? limit, until) === 0; next += 1) {
      const bent = bends[next]?.path;
      if (bent !== undefined) bent.line = bent.lineBeyond(until);
    }
    if (compare(until, limit) === 0) break;
  }
  return limit;
}

function pathOf({ id, base, part, sheets, trim }: MovingEntry, at: Rational, direction: bigint, limit: Rational): Path {
  const lines = sheets.map(({ atZero, atOne }) => {
    const turn = sub(atOne, atZero);
    return { p: add(atZero, mul(at, turn)), q: { n: direction * turn.n, d: turn.d } };
  });
  const lineBeyond = (u: Rational): Line => {
    const used = trim === 0 ? lines : sortedAt(lines, u).slice(trim, lines.length - trim);
    const share = div(part, fromInt(used.length));
    const p = add(base, mul(share, sum(used.map((one) => one.p))));
    const q = mul(share, sum(used.map((one) => one.q)));
    return { p, q, fastP: toNumber(p), fastQ: toNumber(q) };
  };
  const pairs = trim === 0 ? [] : lines.flatMap((a, i) => lines.slice(i + 1).flatMap((b) => crossing(a, b)));
  const bends = pairs.filter((u) => u.n > 0n && compare(u, limit) < 0);
  return { id, lineBeyond, bends, line: lineBeyond(ZERO) };
}

type Straight = Pick<Line, 'p' | 'q'>;

function sortedAt(lines: readonly Straight[], u: Rational): readonly Straight[] {
  const keyed = lines.map((line) => ({ line, value: valueAt(line, u) }));
  return keyed.sort((a, b) => compare(a.value, b.value) || compare(a.line.q, b.line.q)).map(({ line }) => line);
}

function valueAt({ p, q }: Straight, u: Rational): Rational {
  return add(p, mul(q, u));
}

/** Where two lines meet; parallel lines never do. */
function crossing(a: Straight, b: Straight): readonly Rational[] {
  const turn = sub(b.q, a.q);
  return turn.n === 0n ? [] : [div(sub(a.p, b.p), turn)];
}

/** Where, on straight lines from a move where the set holds, it ends before `until`; null when it does not. */
function endOnStraights(inside: readonly Path[], outside: readonly Path[], from: Rational, until: Rational, top: number): Rational | null {
  const overtaken = endByOvertaking(inside, outside, until);
  if (inside.length <= top) return overtaken;
  return endByCrowding(inside, from, overtaken ?? until, top) ?? overtaken;
}

/**
 * The lowest inside is concave and the highest outside convex, so where the one falls below the other is found from the far end by following
 * the two lines that decide it.
 */
function endByOvertaking(inside: readonly Path[], outside: readonly Path[], until: Rational): Rational | null {
  if (clearlyApart(inside, outside, toNumber(until))) return null;
  let end: Rational | null = null;
  for (let u = until; ; ) {
    const gap = gapAt(inside, outside, u);
    if (gap === null || compare(gap.size, ZERO) >= 0) return end;
    [u = until] = crossing(gap.lowest, gap.highest);
    end = u;
  }
}

function clearlyApart(inside: readonly Path[], outside: readonly Path[], u: number): boolean {
  let [lowest, highest] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { line } of inside) lowest = Math.min(lowest, line.fastP + line.fastQ * u);
  for (const { line } of outside) highest = Math.max(highest, line.fastP + line.fastQ * u);
  return lowest - highest > NEAR;
}

function gapAt(inside: readonly Path[], outside: readonly Path[], u: Rational) {
  const extreme = (paths: readonly Path[], sign: -1 | 1) => {
    const all = paths.map(({ line }) => ({ line, value: valueAt(line, u) }));
    return all.reduce<(typeof all)[number] | null>((best, one) => (best === null || compare(one.value, best.value) === sign ? one : best), null);
  };
  const [low, high] = [extreme(inside, -1), extreme(outside, 1)];
  return low === null || high === null ? null : { lowest: low.line, highest: high.line, size: sub(low.value, high.value) };
}

/** The set is larger than N because of a tie at the cut: it ends where the tie splits so that one of it has N above itself. */
function endByCrowding(inside: readonly Path[], from: Rational, until: Rational, top: number): Rational | null {
  const meetings = inside.flatMap((a, i) => inside.slice(i + 1).flatMap((b) => crossing(a.line, b.line)));
  const stops = [from, ...meetings.filter((u) => compare(u, from) > 0 && compare(u, until) < 0).sort(compare), until];
  for (const [at, start] of stops.entries()) {
    const stop = stops[at + 1];
    if (stop === undefined || compare(start, stop) === 0) continue;
    if (!isWithinTop(inside, div(add(start, stop), fromInt(2)), top)) return start;
  }
  return null;
}

function isWithinTop(inside: readonly Path[], u: Rational, top: number): boolean {
  const values = inside.map(({ line }) => valueAt(line, u));
  return values.every((own) => values.filter((other) => compare(other, own) > 0).length < top);
}
