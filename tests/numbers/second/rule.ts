// The official rule, a second time and the slow way, from the text of the definitions: a table of cells in, an order of places out.

import { ascending, average, type Fraction, frac, less, over, parse, plus, rounded, same, times, total } from './fraction.ts';

/** The configuration of the contract, every key given. */
export interface Config {
  readonly criteria: Readonly<Record<string, { readonly weight: string; readonly min: string; readonly max: string }>>;
  readonly scale: 'minmax' | 'max' | 'raw';
  readonly incomplete_sheet: 'exclude' | 'renormalise';
  readonly jury_aggregate: 'mean' | 'trimmed' | 'median';
  readonly trim: number;
  readonly min_jurors: number;
  readonly desk: Readonly<Record<string, string>>;
  readonly desk_weight: string;
  readonly jury_weight: string;
  readonly decimals: number;
  readonly rank_on: 'rounded' | 'exact';
  readonly tiebreak: readonly string[];
  readonly top_n: number;
  readonly decisions: readonly { readonly tied: readonly string[]; readonly order: readonly (readonly string[])[]; readonly act: string }[];
  readonly lot: { readonly seed: string } | null;
}

/** submission -> juror -> criterion -> points, of the sheets that count. */
export type Table = Map<string, Map<string, Map<string, Fraction>>>;

/** How weights are asked about: the configured ones, or others. */
export type WeightOf = (code: string) => Fraction;

export const weightIn =
  (config: Config): WeightOf =>
  (code) =>
    parse(config.criteria[code]?.weight ?? '0');

export function countedSheets(rows: readonly (readonly string[])[], config: Config): Table {
  const table: Table = new Map();
  for (const [id = '', juror = '', code = '', score = ''] of rows) {
    if (!table.has(id)) table.set(id, new Map());
    const sheets = table.get(id) as Map<string, Map<string, Fraction>>;
    if (!sheets.has(juror)) sheets.set(juror, new Map());
    if (score !== '') sheets.get(juror)?.set(code, parse(score));
  }
  const needed = config.incomplete_sheet === 'exclude' ? Object.keys(config.criteria).length : 1;
  for (const sheets of table.values()) for (const [juror, cells] of [...sheets]) if (cells.size < needed) sheets.delete(juror);
  return table;
}

export function sheetTotal(cells: ReadonlyMap<string, Fraction>, config: Config, weightOf: WeightOf): Fraction {
  const parts = [...cells].map(([code, points]) => times(weightOf(code), onHundred(code, points, config)));
  return over(total(parts), total([...cells.keys()].map(weightOf)));
}

export function onHundred(code: string, points: Fraction, config: Config): Fraction {
  const { min = '0', max = '1' } = config.criteria[code] ?? {};
  if (config.scale === 'raw') return points;
  if (config.scale === 'max') return over(times(frac(100), points), parse(max));
  return over(times(frac(100), plus(points, times(frac(-1), parse(min)))), plus(parse(max), times(frac(-1), parse(min))));
}

export function juryOf(totals: readonly Fraction[], config: Config): Fraction {
  const sorted = [...totals].sort(ascending);
  if (config.jury_aggregate === 'median') return middle(sorted);
  while (config.jury_aggregate === 'trimmed' && totals.length >= 2 * config.trim + 1 && sorted.length > totals.length - 2 * config.trim) {
    sorted.pop();
    sorted.shift();
  }
  return average(sorted);
}

export function middle(sorted: readonly Fraction[]): Fraction {
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[half] as Fraction) : average([sorted[half - 1] as Fraction, sorted[half] as Fraction]);
}

export function finalOf(id: string, jury: Fraction, config: Config): Fraction {
  const desk = config.desk[id];
  if (desk === undefined) return jury;
  const [a, b] = [parse(config.desk_weight), parse(config.jury_weight)];
  return over(plus(times(a, parse(desk)), times(b, jury)), plus(a, b));
}

/** The figures of one ranked entry. */
export interface Ranked {
  readonly id: string;
  readonly totals: ReadonlyMap<string, Fraction>;
  readonly jury: Fraction;
  readonly final: Fraction;
  readonly median: Fraction;
  readonly means: ReadonlyMap<string, Fraction>;
}

export function figuresOf(id: string, sheets: ReadonlyMap<string, ReadonlyMap<string, Fraction>>, config: Config, weightOf: WeightOf): Ranked {
  const totals = new Map([...sheets].map(([juror, cells]) => [juror, sheetTotal(cells, config, weightOf)]));
  const jury = juryOf([...totals.values()], config);
  const means = new Map<string, Fraction>();
  for (const code of Object.keys(config.criteria)) {
    const given = [...sheets.values()].flatMap((cells) => cells.get(code) ?? []);
    if (given.length > 0) means.set(code, average(given));
  }
  return { id, totals, jury, final: finalOf(id, jury, config), median: middle([...totals.values()].sort(ascending)), means };
}

export function isBlocked(id: string, sheets: ReadonlyMap<string, unknown>, config: Config): boolean {
  return sheets.size < config.min_jurors || (config.desk[id] === undefined && parse(config.desk_weight).top > 0n);
}

/** What the lot did to a tied group; in a re-run only what the official lot did. */
export type LotOf = (tied: readonly string[]) => readonly string[] | null;

export interface Ordered {
  readonly order: readonly (readonly string[])[];
  /** Which step parted two entries, by `first|second`. */
  readonly parted: ReadonlyMap<string, string>;
  /** The groups the lot was drawn for. */
  readonly drawn: readonly (readonly string[])[];
}

export function placed(entries: readonly Ranked[], config: Config, lotOf: LotOf): Ordered {
  const parted = new Map<string, string>();
  const drawn: (readonly string[])[] = [];
  const shown = ({ final }: Ranked) => (config.rank_on === 'exact' ? final : parse(rounded(final, config.decimals)));
  const split = (group: readonly Ranked[], figureFor: (one: Ranked) => Fraction, step: string): Ranked[][] => {
    const values = [...group].map(figureFor).sort(ascending).reverse();
    const distinct = values.filter((value, at) => at === 0 || !same(value, values[at - 1] as Fraction));
    const groups = distinct.map((value) => group.filter((one) => same(figureFor(one), value)));
    for (const [at, better] of groups.entries())
      for (const worse of groups.slice(at + 1)) for (const a of better) for (const b of worse) parted.set(`${a.id}|${b.id}`, step);
    return groups;
  };
  const resolve = (group: readonly Ranked[], steps: readonly string[]): (readonly string[])[] => {
    const ids = group.map(({ id }) => id).sort();
    const [step, ...rest] = steps;
    if (group.length === 1 || step === undefined) return [ids];
    const byId = new Map(group.map((one) => [one.id, one]));
    const settle = (order: readonly (readonly string[])[]) => {
      const placeOf = ({ id }: Ranked) => frac(-order.findIndex((some) => some.includes(id)));
      return split(group, placeOf, step).flatMap((some) => resolve(some, rest));
    };
    if (step === 'decision') {
      const found = config.decisions.find(({ tied }) => [...tied].sort().join('\n') === ids.join('\n'));
      return found === undefined ? [ids] : settle(found.order);
    }
    if (step === 'lot') {
      const order = lotOf(ids);
      if (order === null) return [ids];
      drawn.push(ids);
      return settle(order.map((id) => [id]));
    }
    const values = new Map([...byId].map(([id, one]) => [id, stepValue(one, group, step, config)] as const));
    if ([...values.values()].includes(null)) return resolve(group, rest);
    return split(group, ({ id }) => values.get(id) as Fraction, step).flatMap((some) => resolve(some, rest));
  };
  const order = split(entries, shown, 'score').flatMap((group) => resolve(group, config.tiebreak));
  return { order, parted, drawn };
}

function stepValue(one: Ranked, group: readonly Ranked[], step: string, config: Config): Fraction | null {
  if (step === 'jury') return one.jury;
  if (step === 'exact') return one.final;
  if (step === 'median') return one.median;
  if (step === 'desk') return config.desk[one.id] === undefined ? null : parse(config.desk[one.id] as string);
  if (step.startsWith('criterion:')) return one.means.get(step.slice(10)) ?? null;
  let halves = 0;
  for (const rival of group) {
    if (rival === one) continue;
    let lead = 0;
    for (const [juror, own] of one.totals) {
      const other = rival.totals.get(juror);
      if (other !== undefined) lead += less(other, own) ? 1 : less(own, other) ? -1 : 0;
    }
    halves += lead > 0 ? 2 : lead === 0 ? 1 : 0;
  }
  return frac(halves, 2);
}

/** The lot as published: mulberry32 from the seed, Fisher and Yates from the last place down, over the ids ascending. */
export function publicLot(config: Config): LotOf {
  return (tied) => {
    if (config.lot === null) return null;
    let state = Number(BigInt(config.lot.seed) % 2n ** 32n) | 0;
    const order = [...tied].sort();
    for (let last = order.length - 1; last > 0; last -= 1) {
      state = (state + 0x6d2b79f5) | 0;
      let t = Math.imul(state ^ (state >>> 15), state | 1);
      t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
      const pick = Math.floor((((t ^ (t >>> 14)) >>> 0) * (last + 1)) / 2 ** 32);
      [order[last], order[pick]] = [order[pick] as string, order[last] as string];
    }
    return order;
  };
}

/** A lot settles only the ties it was drawn for. */
export function sameLot(drawn: Ordered['drawn'], lot: LotOf): LotOf {
  return (tied) => (drawn.some((group) => group.join('\n') === tied.join('\n')) ? lot(tied) : null);
}

/** id -> 1, 2, 2, 4. */
export function ranksOf(order: Ordered['order']): Map<string, number> {
  const ranks = new Map<string, number>();
  for (const group of order) {
    const rank = ranks.size + 1;
    for (const id of group) ranks.set(id, rank);
  }
  return ranks;
}
