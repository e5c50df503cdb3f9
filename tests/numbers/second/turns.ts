// What turns two neighbours, a second time: every given cell of every entry is moved to every point where anything compared becomes equal, and a
// hair beyond it, and the whole rule is asked again each time. No thought is spent on which cells could matter.

import type { Contest } from './final.ts';
import { between, type Fraction, frac, less, minus, over, parse, plus, rounded, same, text, times } from './fraction.ts';
import { tidy } from './ranges.ts';
import { figuresOf, placed, type Ranked, ranksOf, weightIn } from './rule.ts';

interface Cell {
  readonly id: string;
  readonly juror: string;
  readonly code: string;
  readonly from: Fraction;
  readonly sign: 1 | -1;
  readonly limit: Fraction;
  readonly scale: Fraction;
}

interface Step {
  readonly cell: Cell;
  readonly points: Fraction;
  readonly share: Fraction;
  readonly reached: boolean;
  /** Where the rule is asked: at the point, or between it and the next. */
  readonly asked: Fraction;
}

type Json = Readonly<Record<string, unknown>>;

/** One per pair of adjacent places, best first; null when no cell does. */
export function turns(contest: Contest): readonly (Json | null)[] {
  const { official, config } = contest;
  const pairs = official.order.slice(1).map((below, at) => ({ above: official.order[at] ?? [], below }));
  const best: (Step | null)[] = pairs.map(() => null);
  const steps = cellsOf(contest).flatMap((cell) => stepsOf(contest, cell));
  steps.sort((a, b) => (less(a.share, b.share) ? -1 : Number(less(b.share, a.share))));
  const codes = Object.keys(config.criteria);
  const isBefore = (a: Step, b: Step, below: readonly string[]) => {
    const rise = (one: Step) => Number(one.cell.sign > 0 && below.includes(one.cell.id));
    const keys = (one: Step) => [Number(!one.reached), 1 - rise(one), one.cell.id, one.cell.juror, codes.indexOf(one.cell.code), -one.cell.sign];
    const [x, y] = [keys(a), keys(b)];
    const at = x.findIndex((key, k) => key !== y[k]);
    return at >= 0 && (x[at] as number) < (y[at] as number);
  };
  for (const step of steps) {
    const open = best.flatMap((held, k) => (held === null || same(held.share, step.share) ? [k] : []));
    if (open.length === 0) break;
    const ranks = ranksAfter(contest, step.cell, step.asked);
    for (const k of open) {
      const { above = [], below = [] } = pairs[k] ?? {};
      const isTurned = below.some((low) => above.some((high) => (ranks.get(low) ?? 0) < (ranks.get(high) ?? 0)));
      const held = best[k] ?? null;
      if (isTurned && (held === null || isBefore(step, held, below))) best[k] = step;
    }
  }
  return best.map((one) => {
    if (one === null) return null;
    const { id, juror, code, from, sign } = one.cell;
    return { submission: id, juror, criterion: code, from: text(from), change: text(times(frac(sign), one.points)), reached: one.reached };
  });
}

function cellsOf({ sheets, config }: Contest): readonly Cell[] {
  return [...sheets].flatMap(([id, row]) =>
    [...row].flatMap(([juror, cells]) =>
      [...cells].flatMap(([code, from]): readonly Cell[] => {
        const [min, max] = [parse(config.criteria[code]?.min ?? '0'), parse(config.criteria[code]?.max ?? '0')];
        const one = { id, juror, code, from, scale: minus(max, min) };
        return [
          { ...one, sign: 1, limit: minus(max, from) },
          { ...one, sign: -1, limit: minus(from, min) },
        ];
      }),
    ),
  );
}

function stepsOf(contest: Contest, cell: Cell): readonly Step[] {
  const stops = stopsOf(contest, cell);
  return stops.flatMap((points, at) => {
    const next = stops[at + 1];
    const share = over(points, cell.scale);
    const at0 = points.top === 0n ? [] : [{ cell, points, share, reached: true, asked: points }];
    return next === undefined ? at0 : [...at0, { cell, points, share, reached: false, asked: between(points, next) }];
  });
}

/** The figures of the entry with the cell moved. */
function moved({ sheets, config }: Contest, { id, juror, code, from, sign }: Cell, points: Fraction): Ranked {
  const row = new Map(
    [...(sheets.get(id) ?? [])].map(([one, cells]) => [one, one === juror ? new Map(cells).set(code, plus(from, times(frac(sign), points))) : cells]),
  );
  return figuresOf(id, row, config, weightIn(config));
}

function ranksAfter(contest: Contest, cell: Cell, points: Fraction): ReadonlyMap<string, number> {
  const changed = moved(contest, cell, points);
  const entries = contest.entries.map((one) => (one.id === cell.id ? changed : one));
  return ranksOf(placed(entries, contest.config, contest.lot).order);
}

/** From 0 to the end of the scale: where the sheet passes another of its entry (its figures bend), and where a figure meets a rival's. */
function stopsOf(contest: Contest, cell: Cell): readonly Fraction[] {
  const { config, entries } = contest;
  const rivals = entries.filter(({ id }) => id !== cell.id);
  const [start, end] = [moved(contest, cell, frac(0)), moved(contest, cell, cell.limit)];
  const own = (one: Ranked) => one.totals.get(cell.juror) as Fraction;
  const passes = [...start.totals.values()].flatMap((value) => where(own(start), own(end), value, frac(0), cell.limit));
  const bends = tidy([frac(0), ...passes, cell.limit]);
  const half = frac(1, 2n * 10n ** BigInt(config.decimals));
  const edges = entries.flatMap(({ final }) => {
    const shown = parse(rounded(final, config.decimals));
    return config.rank_on === 'exact' ? [final] : [minus(shown, half), plus(shown, half)];
  });
  const met = bends.slice(1).flatMap((until, k) => {
    const from = bends[k] as Fraction;
    const [a, b] = [moved(contest, cell, from), moved(contest, cell, until)];
    const meets = (figure: (one: Ranked) => Fraction | undefined, values: readonly (Fraction | undefined)[]) => {
      const [left, right] = [figure(a), figure(b)];
      return values.flatMap((value) => (left && right && value ? where(left, right, value, from, until) : []));
    };
    return [
      ...meets(({ final }) => final, [...edges, ...rivals.map(({ final }) => final)]),
      ...(config.tiebreak.includes('jury')
        ? meets(
            ({ jury }) => jury,
            rivals.map(({ jury }) => jury),
          )
        : []),
      ...(config.tiebreak.includes('median')
        ? meets(
            ({ median }) => median,
            rivals.map(({ median }) => median),
          )
        : []),
      ...(config.tiebreak.includes('wins')
        ? meets(
            own,
            rivals.map(({ totals }) => totals.get(cell.juror)),
          )
        : []),
      ...(config.tiebreak.includes(`criterion:${cell.code}`)
        ? meets(
            ({ means }) => means.get(cell.code),
            rivals.map(({ means }) => means.get(cell.code)),
          )
        : []),
    ];
  });
  return tidy([...bends, ...met]);
}

/** Where a straight line from `left` to `right` over an interval takes a value. */
function where(left: Fraction, right: Fraction, value: Fraction, from: Fraction, until: Fraction): readonly Fraction[] {
  if (same(left, right)) return [];
  const t = over(minus(value, left), minus(right, left));
  return less(t, frac(0)) || less(frac(1), t) ? [] : [plus(from, times(t, minus(until, from)))];
}
