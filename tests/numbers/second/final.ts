// The key `final`, a second time and the slow way: every ordered draw, every cell moved, every crossing walked.

import { double, type Fraction, frac, less, minus, over, parse, plus, rounded, text } from './fraction.ts';
import { ranges } from './ranges.ts';
import {
  type Config,
  countedSheets,
  figuresOf,
  finalOf,
  isBlocked,
  juryOf,
  type Ordered,
  onHundred,
  placed,
  publicLot,
  type Ranked,
  ranksOf,
  sameLot,
  type Table,
  weightIn,
} from './rule.ts';
import { turns } from './turns.ts';

export interface Contest {
  readonly config: Config;
  readonly sheets: Table;
  readonly ids: readonly string[];
  readonly jurors: readonly string[];
  readonly entries: readonly Ranked[];
  readonly official: Ordered;
  readonly lot: ReturnType<typeof publicLot>;
  readonly top: number;
}

type Json = Readonly<Record<string, unknown>>;

/** Exact values as text, shares as doubles: as the report reads once each `exact` stands for its pair. */
export function secondFinal(rows: readonly (readonly string[])[], config: Config): Json {
  const all = countedSheets(rows, config);
  const ids = [...all.keys()].filter((id) => !isBlocked(id, all.get(id) ?? new Map(), config)).sort();
  const sheets: Table = new Map(ids.map((id) => [id, all.get(id) ?? new Map()]));
  const entries = ids.map((id) => figuresOf(id, sheets.get(id) ?? new Map(), config, weightIn(config)));
  const official = placed(entries, config, publicLot(config));
  const jurors = [...new Set([...sheets.values()].flatMap((row) => [...row.keys()]))].sort();
  const lot = sameLot(official.drawn, publicLot(config));
  const contest: Contest = { config, sheets, ids, jurors, entries, official, lot, top: Math.max(1, config.top_n) };
  const why: Record<string, string> = {};
  const codes = Object.keys(config.criteria);
  const none = ids.length === 0 ? 'no_ranked_entry' : parse(config.jury_weight).top === 0n ? 'no_jury_part' : null;
  if (codes.length === 1) why[`leave_one_criterion_out|${codes[0]}`] = 'no_other_weight';
  const size = jurors.length < 3 ? 'few_jurors' : jurors.length > 9 ? 'many_jurors' : null;
  if (none ?? size) why.bootstrap_exact = none ?? size ?? '';
  const holes = [...sheets.values()].some((row) => [...row.values()].some((cells) => cells.size < codes.length));
  if (none || holes) why.weight_stability = none ?? 'incomplete_sheets';
  const stability = none || holes ? null : ranges(contest, why);
  if (none) why.smaa_25pct = none;
  return {
    top_n: contest.top,
    margin: marginsOf(contest),
    leave_one_juror_out: Object.fromEntries(jurors.map((juror) => [juror, withoutJuror(contest, juror)])),
    leave_one_criterion_out: Object.fromEntries(codes.map((code) => [code, codes.length === 1 ? null : withoutCriterion(contest, code)])),
    bootstrap_exact: (none ?? size) ? null : bootstrap(contest),
    weight_stability: stability,
    smaa_25pct: none ? null : smaa(contest),
    not_estimable: why,
  };
}

function marginsOf(contest: Contest): readonly Json[] {
  const { official, entries, config, top } = contest;
  const finals = new Map(entries.map(({ id, final }) => [id, final]));
  const ranks = ranksOf(official.order);
  const found = turns(contest);
  return official.order.slice(1).map((below, at) => {
    const above = official.order[at] ?? [];
    const pick = (ids: readonly string[], isBetter: (a: Fraction, b: Fraction) => boolean) =>
      ids.map((id) => finals.get(id) as Fraction).reduce((a, b) => (isBetter(b, a) ? b : a));
    const gap = minus(
      pick(above, less),
      pick(below, (b, a) => less(a, b)),
    );
    const rankAbove = ranks.get(above[0] ?? '') ?? 0;
    return {
      above,
      below,
      rank_above: rankAbove,
      rank_below: ranks.get(below[0] ?? ''),
      gap: text(gap),
      gap_rounded: rounded(gap, config.decimals),
      decided_by: official.parted.get(`${above[0]}|${below[0]}`),
      at_cut: rankAbove <= top,
      turn: found[at],
    };
  });
}

function withoutJuror(contest: Contest, juror: string): Json {
  const { config, sheets } = contest;
  const kept = [...sheets].map(([id, row]) => [id, new Map([...row].filter(([one]) => one !== juror))] as const);
  const entries = kept.filter(([, row]) => row.size >= config.min_jurors).map(([id, row]) => figuresOf(id, row, config, weightIn(config)));
  return compared(contest, entries, config);
}

function withoutCriterion(contest: Contest, code: string): Json {
  const { config, sheets } = contest;
  const weightOf = (one: string) => (one === code ? frac(0) : weightIn(config)(one));
  const kept = [...sheets].map(([id, row]) => [id, new Map([...row].filter(([, cells]) => [...cells.keys()].some((one) => one !== code)))] as const);
  const entries = kept.filter(([, row]) => row.size >= config.min_jurors).map(([id, row]) => figuresOf(id, row, config, weightOf));
  return compared(contest, entries, { ...config, tiebreak: config.tiebreak.filter((step) => step !== `criterion:${code}`) });
}

function compared({ ids, official, lot, top }: Contest, entries: readonly Ranked[], config: Config): Json {
  const known = entries.map(({ id }) => id);
  const now = ranksOf(placed(entries, config, lot).order);
  const before = ranksOf(official.order.map((group) => group.filter((id) => known.includes(id))).filter((group) => group.length > 0));
  const first = (ranks: ReadonlyMap<string, number>, most: number) => known.filter((id) => (ranks.get(id) ?? 0) <= most).sort();
  const winners = official.order[0] ?? [];
  return {
    ranks: Object.fromEntries(known.map((id) => [id, now.get(id)])),
    winner: first(now, 1),
    winner_depends: winners.every((id) => known.includes(id)) ? first(now, 1).join('\n') !== [...winners].sort().join('\n') : null,
    top_n_in: first(now, top).filter((id) => !first(before, top).includes(id)),
    top_n_out: first(before, top).filter((id) => !first(now, top).includes(id)),
    max_rank_shift: known.length === 0 ? null : Math.max(...known.map((id) => Math.abs((now.get(id) ?? 0) - (before.get(id) ?? 0)))),
    tau_b: tauB(known.map((id) => [before.get(id) ?? 0, now.get(id) ?? 0])),
    not_estimable: ids.filter((id) => !known.includes(id)),
  };
}

/** By its definition, pair by pair. */
function tauB(points: readonly (readonly [number, number])[]): number | null {
  let [agree, differ, tiedX, tiedY, pairs] = [0, 0, 0, 0, 0];
  for (const [at, [x, y]] of points.entries()) {
    for (const [u, v] of points.slice(at + 1)) {
      pairs += 1;
      const sign = Math.sign(x - u) * Math.sign(y - v);
      if (x === u) tiedX += 1;
      if (y === v) tiedY += 1;
      if (sign > 0) agree += 1;
      if (sign < 0) differ += 1;
    }
  }
  const below = (pairs - tiedX) * (pairs - tiedY);
  return below === 0 ? null : (agree - differ) / Math.sqrt(below);
}

function bootstrap({ config, entries, jurors, top }: Contest): Json {
  const size = jurors.length;
  const tallies = entries.map(() => ({ places: [] as number[], wins: frac(0) }));
  let dropped = 0;
  const whole = size ** size;
  for (let draw = 0; draw < whole; draw += 1) {
    const drawn = jurors.map((_, at) => jurors[Math.floor(draw / size ** at) % size] ?? '');
    const totals = entries.map((entry) => drawn.flatMap((juror) => entry.totals.get(juror) ?? []));
    if (totals.some((row) => row.length === 0)) {
      dropped += 1;
      continue;
    }
    const scores = entries.map(({ id }, i) => finalOf(id, juryOf(totals[i] ?? [], config), config));
    const places = scores.map((own) => 1 + scores.filter((other) => less(own, other)).length);
    const level = places.filter((place) => place === 1).length;
    for (const [i, place] of places.entries()) {
      tallies[i]?.places.push(place);
      if (place === 1 && tallies[i] !== undefined) tallies[i].wins = plus(tallies[i].wins, frac(1, level));
    }
  }
  const held = whole - dropped;
  const rows = tallies.map(({ places, wins }) => {
    const sorted = places.toSorted((a, b) => a - b);
    const at = (part: number) => sorted[Math.ceil((held * part) / 40) - 1];
    const share = (some: number) => some / held;
    return {
      rank_lo: at(1),
      rank_hi: at(39),
      p_win: double(over(wins, frac(held))),
      mean_rank: share(places.reduce((a, b) => a + b, 0)),
      p_top_n: share(places.filter((place) => place <= top).length),
    };
  });
  const isShown = dropped <= whole * 0.2;
  let resamples = 1;
  for (let k = 1; k < size; k += 1) resamples = (resamples * (size + k)) / k;
  return {
    submissions: isShown ? Object.fromEntries(entries.map(({ id }, i) => [id, rows[i]])) : null,
    dropped_share: dropped / whole,
    resamples,
  };
}

function smaa({ config, sheets, entries, top }: Contest): Json {
  const codes = Object.keys(config.criteria);
  let state = 20_240_101;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return (t ^ (t >>> 14)) >>> 0;
  };
  // One denominator for all values, so that a drawn weight meets whole numbers only.
  const values = entries.map(({ id }) =>
    [...(sheets.get(id)?.values() ?? [])].map((cells) => new Map([...cells].map(([code, points]) => [code, onHundred(code, points, config)]))),
  );
  const unit = values
    .flat()
    .flatMap((row) => [...row.values()])
    .reduce((all, { bottom }) => (all * bottom) / gcd(all, bottom), 1n);
  const whole = values.map((rows) => rows.map((row) => codes.map((code) => (row.has(code) ? inUnits(row.get(code) as Fraction, unit) : null))));
  const weights = codes.map((code) => weightIn(config)(code));
  const common = weights.reduce((all, { bottom }) => all * bottom, 1n);
  const wins = entries.map(() => frac(0));
  const inTop = entries.map(() => 0);
  for (let draw = 0; draw < 2000; draw += 1) {
    const drawn = weights.map(({ top: a, bottom }) => a * (common / bottom) * (3n * 2n ** 31n + BigInt(next())));
    const scores = entries.map(({ id }, i) =>
      finalOf(
        id,
        juryOf(
          (whole[i] ?? []).map((row) => meanOf(row, drawn, unit)),
          config,
        ),
        config,
      ),
    );
    const places = scores.map((own) => 1 + scores.filter((other) => less(own, other)).length);
    const level = places.filter((place) => place === 1).length;
    for (const [i, place] of places.entries()) {
      if (place === 1) wins[i] = plus(wins[i] as Fraction, frac(1, level));
      if (place <= top) inTop[i] = (inTop[i] ?? 0) + 1;
    }
  }
  return Object.fromEntries(entries.map(({ id }, i) => [id, { p_win: double(over(wins[i] as Fraction, frac(2000))), p_top_n: (inTop[i] ?? 0) / 2000 }]));
}

function inUnits({ top, bottom }: Fraction, unit: bigint): bigint {
  return (top * unit) / bottom;
}

/** Left unreduced: only compared. */
function meanOf(row: readonly (bigint | null)[], drawn: readonly bigint[], unit: bigint): Fraction {
  let [a, b] = [0n, 0n];
  for (const [c, value] of row.entries()) {
    if (value === null) continue;
    a += (drawn[c] ?? 0n) * value;
    b += drawn[c] ?? 0n;
  }
  return { top: a, bottom: b * unit };
}

function gcd(a: bigint, b: bigint): bigint {
  return b === 0n ? a : gcd(b, a % b);
}
