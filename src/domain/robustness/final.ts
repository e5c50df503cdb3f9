// The diagnostics of the official score (SCORING 0.6, 8-10, 15): everything that speaks of places, by the category's own rule.

import type { ResultBody, ResultInput } from '../result/result.ts';
import { div, type Rational, sum, ZERO } from '../shared/rational.ts';
import { FEWEST_JURORS, finalBootstrap, type JurorBootstrap, MOST_JURORS } from './bootstrap.ts';
import { type Contest, contestOf, finalOf, juryPart, type Measure, totalWithout, trimOf } from './contest.ts';
import { type Margin, marginsOf } from './margin.ts';
import { type Acceptability, finalAcceptability } from './smaa.ts';
import { type MovingEntry, type WeightRange, weightRange } from './weight-range.ts';
import { type RuleWithout, withoutEachCriterion, withoutEachJuror } from './without-one.ts';

export type WhyNot = 'few_jurors' | 'many_jurors' | 'no_jury_part' | 'no_ranked_entry' | 'no_other_weight' | 'incomplete_sheets' | 'not_by_exact_score';

export interface FinalStability {
  readonly at: Rational;
  readonly winner: WeightRange | null;
  readonly top: WeightRange | null;
}

export interface FinalDiagnostics {
  /** N of the watched line. */
  readonly top: number;
  readonly margins: readonly Margin[];
  readonly withoutJuror: ReadonlyMap<string, RuleWithout>;
  readonly withoutCriterion: ReadonlyMap<string, RuleWithout | null>;
  readonly bootstrap: JurorBootstrap | null;
  readonly stability: ReadonlyMap<string, FinalStability | null> | null;
  readonly acceptability: ReadonlyMap<string, Acceptability> | null;
  /** What is null above, keys joined by `|` as in the report, and why. */
  readonly notEstimable: ReadonlyMap<string, WhyNot>;
}

/** Of a computed result; `input` is what it was computed from, `mostMargins` how many margins are looked at from the top. */
export function finalDiagnostics(input: ResultInput, body: ResultBody, mostMargins?: number): FinalDiagnostics {
  const contest = contestOf(input, body);
  const why = new Map<string, WhyNot>();
  const none = contest.entries.length === 0 ? 'no_ranked_entry' : contest.juryShare.n === 0n ? 'no_jury_part' : null;
  const only = contest.criteria.length === 1 ? contest.criteria[0]?.code : undefined;
  if (only !== undefined) why.set(`leave_one_criterion_out|${only}`, 'no_other_weight');
  const blocked = none ?? (contest.jurors.length < FEWEST_JURORS ? 'few_jurors' : contest.jurors.length > MOST_JURORS ? 'many_jurors' : null);
  if (blocked !== null) why.set('bootstrap_exact', blocked);
  const stability = stabilityOf(contest, none, why);
  if (none !== null) why.set('smaa_25pct', none);
  return {
    top: contest.top,
    margins: marginsOf(contest, mostMargins),
    withoutJuror: withoutEachJuror(contest),
    withoutCriterion: withoutEachCriterion(contest),
    bootstrap: blocked === null ? finalBootstrap(contest) : null,
    stability,
    acceptability: none === null ? finalAcceptability(contest) : null,
    notEstimable: why,
  };
}

function stabilityOf(contest: Contest, none: WhyNot | null, why: Map<string, WhyNot>): FinalDiagnostics['stability'] {
  const isHoled = contest.entries.some(({ sheets }) => sheets.some(({ values }) => values.size < contest.criteria.length));
  const reason = none ?? (isHoled ? 'incomplete_sheets' : null);
  if (reason !== null) why.set('weight_stability', reason);
  if (reason !== null) return null;
  const whole = sum(contest.criteria.map(({ weight }) => weight));
  return new Map(
    contest.criteria.map((criterion) => {
      const key = `weight_stability|${criterion.code}`;
      if (contest.criteria.length === 1) why.set(key, 'no_other_weight');
      if (contest.criteria.length === 1) return [criterion.code, null];
      const at = div(criterion.weight, whole);
      const moving = movingEntries(contest, criterion);
      const [winner, top] = [1, contest.top].map((most) => weightRange(moving, at, firstOf(contest, most), most)) as [WeightRange | null, WeightRange | null];
      if (winner === null) why.set(`${key}|winner`, 'not_by_exact_score');
      if (top === null) why.set(`${key}|top_n`, 'not_by_exact_score');
      return [criterion.code, { at, winner, top }];
    }),
  );
}

/** The entries of place <= N, ties included. */
function firstOf({ order }: Contest, most: number): readonly string[] {
  let before = 0;
  return order.flatMap((group) => {
    const place = before + 1;
    before += group.length;
    return place <= most ? group : [];
  });
}

function movingEntries(contest: Contest, criterion: Measure): readonly MovingEntry[] {
  return contest.entries.map(({ id, desk, sheets }) => ({
    id,
    base: desk === null ? ZERO : finalOf(contest, desk, ZERO),
    part: juryPart(contest, desk),
    sheets: sheets.map((sheet) => ({ atZero: totalWithout(sheet, criterion) ?? ZERO, atOne: sheet.values.get(criterion.code) ?? ZERO })),
    trim: trimOf(contest, sheets.length),
  }));
}
