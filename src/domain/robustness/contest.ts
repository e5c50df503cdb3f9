// The contest as the diagnostics of the official score read it: ranked entries, their desk values and counted sheets, all exact.

import { type Criterion, type Rubric, scaled } from '../instrument/rubric.ts';
import { readWeight } from '../instrument/weights.ts';
import { type Aggregated, aggregate, median } from '../result/aggregate.ts';
import { type EntryFigures, finalLadder } from '../result/ladder.ts';
import { groupByValue, type Order } from '../result/ranking.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';
import { breakTies, type Decision, type Step, type TieTrace } from '../result/tie-break.ts';
import { add, div, mean, mul, ONE, parseDecimal, type Rational, rational, roundHalfUp, sub, sum, ZERO } from '../shared/rational.ts';

/** A counted sheet; `points` and `values` (on 0..100) hold the criteria it scores, `weight` is the sum of their weights. */
export interface Sheet {
  readonly juror: string;
  readonly points: ReadonlyMap<string, Rational>;
  readonly values: ReadonlyMap<string, Rational>;
  readonly weight: Rational;
  readonly total: Rational;
}

export interface Contestant {
  readonly id: string;
  readonly desk: Rational | null;
  readonly sheets: readonly Sheet[];
}

/** One criterion: `unit` is what one point is worth on 0..100. */
export interface Measure {
  readonly code: string;
  readonly weight: Rational;
  readonly min: Rational;
  readonly max: Rational;
  readonly unit: Rational;
}

export interface Contest {
  /** The ranked entries, by registration number. */
  readonly entries: readonly Contestant[];
  /** Jurors with a counted sheet on one of them. */
  readonly jurors: readonly string[];
  readonly criteria: readonly Measure[];
  readonly rubric: Rubric;
  readonly deskShare: Rational;
  readonly juryShare: Rational;
  /** N of the watched line: the winners, 1 without any. */
  readonly top: number;
  readonly ladder: readonly string[];
  readonly decisions: readonly Decision[];
  readonly order: Order;
  readonly trace: readonly TieTrace[];
}

/** The contest of a computed result; `input` is what the result was computed from. */
export function contestOf(input: ResultInput, body: ResultBody): Contest {
  const { rubric } = input;
  const weights = new Map(rubric.criteria.map(({ code, weight }) => [code, readWeight(weight)]));
  const desks = new Map(input.entries.map(({ id, desk }) => [id, desk === null ? null : rational(desk)]));
  const entries = body.entries.map(({ id, totals }) => ({ id, desk: desks.get(id) ?? null, sheets: totals.map((one) => readSheet(one, weights)) }));
  return {
    entries,
    jurors: [...new Set(entries.flatMap(({ sheets }) => sheets.map(({ juror }) => juror)))].sort(),
    criteria: rubric.criteria.map((criterion) => measure(criterion, rubric)),
    rubric,
    deskShare: rational(input.deskShare),
    juryShare: rational(input.juryShare),
    top: Math.max(1, input.winners),
    ladder: input.ladder,
    decisions: input.decisions ?? [],
    order: body.order,
    trace: body.trace,
  };
}

function readSheet({ juror, total, parts }: ResultBody['entries'][number]['totals'][number], weights: ReadonlyMap<string, Rational>): Sheet {
  return {
    juror,
    points: new Map(parts.map(({ criterion, score }) => [criterion, rational(score)])),
    values: new Map(parts.map(({ criterion, value }) => [criterion, rational(value)])),
    weight: sum(parts.map(({ criterion }) => weights.get(criterion) ?? ZERO)),
    total: rational(total.exact),
  };
}

function measure(criterion: Criterion, { scale }: Rubric): Measure {
  const [min, max] = [criterion.min, criterion.max].map((text) => parseDecimal(text) ?? ZERO) as [Rational, Rational];
  const unit = div(sub(scaled(criterion, scale, max), scaled(criterion, scale, min)), sub(max, min));
  return { code: criterion.code, weight: readWeight(criterion.weight), min, max, unit };
}

/** S = (a D + b J)/(a + b); J itself where there is no desk value. */
export function finalOf({ deskShare, juryShare }: Contest, desk: Rational | null, jury: Rational): Rational {
  return desk === null ? jury : div(add(mul(deskShare, desk), mul(juryShare, jury)), add(deskShare, juryShare));
}

/** What of a jury score reaches the final score: b/(a + b); all of it without a desk value. */
export function juryPart({ deskShare, juryShare }: Contest, desk: Rational | null): Rational {
  return desk === null ? ONE : div(juryShare, add(deskShare, juryShare));
}

/** The figures the official ladder compares, worked out when asked for: most entries are never tied. */
export class Figures implements EntryFigures {
  readonly #contest: Contest;
  readonly #entry: Contestant;
  readonly #totals: readonly Rational[];
  readonly #jury: Aggregated;
  readonly final: Rational;

  constructor(contest: Contest, entry: Contestant) {
    const { aggregate: rule, trim } = contest.rubric;
    this.#contest = contest;
    this.#entry = entry;
    this.#totals = entry.sheets.map(({ total }) => total);
    this.#jury = aggregate(this.#totals, rule, trim);
    this.final = finalOf(contest, entry.desk, this.#jury.value);
  }

  get jury(): Rational {
    return this.#jury.value;
  }

  get desk(): Rational | null {
    return this.#entry.desk;
  }

  get median(): Rational {
    return median(this.#totals);
  }

  get totals(): ReadonlyMap<string, Rational> {
    return new Map(this.#entry.sheets.map(({ juror, total }) => [juror, total]));
  }

  get criteria(): ReadonlyMap<string, Rational> {
    const given = (code: string) => this.#entry.sheets.flatMap(({ points }) => points.get(code) ?? []);
    return new Map(this.#contest.criteria.flatMap(({ code }) => (given(code).length === 0 ? [] : [[code, mean(given(code))] as const])));
  }
}

/** What decides the place before the ladder: the published or the exact score. */
export function basisOf({ rubric }: Contest, final: Rational): Rational {
  return rubric.rankOn === 'exact' ? final : rational(roundHalfUp(final, rubric.decimals));
}

/**
 * The order by the whole official rule: rounding, ranking basis, ladder. A decision or lot settles only the tie it was made for.
 * @basis SCORING 8, RULES 5.
 */
export function orderByRule(contest: Contest, figures: ReadonlyMap<string, EntryFigures>, ladder = contest.ladder): Order {
  const basis = new Map([...figures].map(([id, one]) => [id, basisOf(contest, one.final)]));
  return breakTies(groupByValue(basis), stepsOf(contest, figures, ladder)).order;
}

/** The ladder over some entries of the contest. */
export function stepsOf({ decisions, trace }: Contest, figures: ReadonlyMap<string, EntryFigures>, ladder: readonly string[]): readonly Step[] {
  return finalLadder(ladder, figures, decisions, null).map((step) => (step.name === 'lot' ? lotAsDrawn(trace) : step));
}

function lotAsDrawn(trace: readonly TieTrace[]): Step {
  const drawn = trace.filter(({ step, waiting }) => step === 'lot' && waiting !== true);
  return {
    name: 'lot',
    split(tied) {
      const found = drawn.find((line) => line.tied.length === tied.length && line.tied.every((id) => tied.includes(id)));
      return found === undefined ? { groups: [tied], waiting: true } : { groups: found.groups };
    },
  };
}

/** How many of the sheets the aggregate leaves out at each end: `times` sheets counted, a sheet drawn twice counting twice. */
export function trimOf({ rubric }: Contest, times: number): number {
  if (rubric.aggregate === 'median') return (times - 1) >> 1;
  return rubric.aggregate === 'trimmed' && times >= 2 * rubric.trim + 1 ? rubric.trim : 0;
}

/** The total of a sheet without one criterion, the other weights in proportion; null when it scores nothing else. */
export function totalWithout(sheet: Sheet, { code, weight }: Measure): Rational | null {
  const value = sheet.values.get(code);
  if (value === undefined) return sheet.total;
  if (sheet.values.size === 1) return null;
  return div(sub(mul(sheet.total, sheet.weight), mul(weight, value)), sub(sheet.weight, weight));
}
