// Weight stability, a second time: every place where anything can change is listed, and walked from the stated weight outwards.

import type { Contest } from './final.ts';
import { ascending, between, type Fraction, frac, less, minus, over, plus, same, text, times, total } from './fraction.ts';
import { figuresOf, ranksOf, weightIn } from './rule.ts';

type Json = Readonly<Record<string, unknown>>;

export function ranges(contest: Contest, why: Record<string, string>): Json {
  const { config, official, top } = contest;
  const codes = Object.keys(config.criteria);
  const ranks = ranksOf(official.order);
  const whole = total(codes.map(weightIn(config)));
  const rows = codes.map((code) => {
    if (codes.length === 1) why[`weight_stability|${code}`] = 'no_other_weight';
    if (codes.length === 1) return [code, null];
    const at = over(weightIn(config)(code), whole);
    const stops = stopsOf(contest, code, at);
    const ends = ([name, most]: readonly [string, number]) => {
      const set = contest.ids.filter((id) => (ranks.get(id) ?? 0) <= most);
      const range = rangeAround(at, stops, (share) => holds(scoresAt(contest, code, share), set, most));
      if (range === null) why[`weight_stability|${code}|${name}`] = 'not_by_exact_score';
      return [name, range];
    };
    return [
      code,
      {
        at: text(at),
        ...Object.fromEntries(
          (
            [
              ['winner', 1],
              ['top_n', top],
            ] as const
          ).map(ends),
        ),
      },
    ];
  });
  return Object.fromEntries(rows);
}

type Scores = ReadonlyMap<string, Fraction>;

/** The whole rule's exact scores with the criterion at a share, the others in proportion. */
function scoresAt({ config, ids, sheets }: Contest, code: string, share: Fraction): Scores {
  const rest = total(
    Object.keys(config.criteria)
      .filter((one) => one !== code)
      .map(weightIn(config)),
  );
  const weightOf = (one: string) => (one === code ? share : over(times(minus(frac(1), share), weightIn(config)(one)), rest));
  return new Map(ids.map((id) => [id, figuresOf(id, sheets.get(id) ?? new Map(), config, weightOf).final]));
}

function holds(scores: Scores, set: readonly string[], most: number): boolean {
  return set.every((id) => {
    const above = [...scores].filter(([, other]) => less(scores.get(id) as Fraction, other)).map(([one]) => one);
    return above.every((one) => set.includes(one)) && above.length < most;
  });
}

/** Shares at which a score bends or two scores meet, with the ends and the stated one. */
function stopsOf(contest: Contest, code: string, at: Fraction): readonly Fraction[] {
  const { config, ids, sheets } = contest;
  const totalsAt = (share: Fraction) => {
    const rest = total(
      Object.keys(config.criteria)
        .filter((one) => one !== code)
        .map(weightIn(config)),
    );
    const weightOf = (one: string) => (one === code ? share : over(times(minus(frac(1), share), weightIn(config)(one)), rest));
    return ids.map((id) => [...figuresOf(id, sheets.get(id) ?? new Map(), config, weightOf).totals.values()]);
  };
  const [zero, one] = [totalsAt(frac(0)), totalsAt(frac(1))];
  const bends = zero.flatMap((row, i) => row.flatMap((_, a) => row.flatMap((__, b) => (a < b ? meeting(row, one[i] ?? [], a, b) : []))));
  const pieces = tidy([frac(0), at, frac(1), ...bends]);
  const meetings = pieces.slice(1).flatMap((end, k) => {
    const start = pieces[k] as Fraction;
    const [left, right] = [[...scoresAt(contest, code, start).values()], [...scoresAt(contest, code, end).values()]];
    return left.flatMap((_, a) => left.flatMap((__, b) => (a < b ? meeting(left, right, a, b).map((t) => plus(start, times(t, minus(end, start)))) : [])));
  });
  return tidy([...pieces, ...meetings]);
}

/** Where between 0 and 1 two straight lines, given at both ends, are equal. */
function meeting(left: readonly Fraction[], right: readonly Fraction[], a: number, b: number): readonly Fraction[] {
  const start = minus(left[a] as Fraction, left[b] as Fraction);
  const end = minus(right[a] as Fraction, right[b] as Fraction);
  if (same(start, end)) return [];
  const t = over(start, minus(start, end));
  return less(t, frac(0)) || less(frac(1), t) ? [] : [t];
}

export function tidy(values: readonly Fraction[]): readonly Fraction[] {
  const sorted = [...values].sort(ascending);
  return sorted.filter((value, at) => at === 0 || !same(value, sorted[at - 1] as Fraction));
}

function rangeAround(at: Fraction, stops: readonly Fraction[], isGood: (share: Fraction) => boolean): Json | null {
  if (!isGood(at)) return null;
  const walk = (path: readonly Fraction[]) => {
    let end = at;
    for (const stop of path) {
      if (!isGood(between(end, stop)) || !isGood(stop)) break;
      end = stop;
    }
    return text(end);
  };
  return { lo: walk(stops.filter((stop) => less(stop, at)).reverse()), hi: walk(stops.filter((stop) => less(at, stop))) };
}
