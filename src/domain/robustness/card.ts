// The robustness card of a category: every diagnostic from the frozen result, beside the official order and never instead of it.

import type { ResultBody } from '../result/result.ts';
import { mean, type Rational, rational } from '../shared/rational.ts';
import { type AdditiveFit, additiveFit, type Disconnected } from './additive.ts';
import { type JurorBootstrap, jurorBootstrap } from './bootstrap.ts';
import { type Icc, intraclass } from './icc.ts';
import { type JurorCard, jurorCards } from './juror-card.ts';
import { type Concordance, kendallW } from './kendall.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { leaveOneJurorOut, type WithoutOne } from './leave-one-out.ts';
import { zNormalise } from './normalise.ts';
import { type VarianceComponents, varianceComponents } from './reml.ts';
import { type Acceptability, rankAcceptability } from './smaa.ts';
import { completeBlock, jurorsOf, type SheetTotals } from './totals.ts';
import { ballotsOf, countVotes, type Votes } from './voting.ts';
import { type CriterionMatrix, leaveOneCriterionOut, type Stability, type Weights, weightedMeans, weightStability } from './weights.ts';

export interface Alpha {
  readonly ordinal: Rational | null;
  readonly interval: Rational | null;
}

export interface RobustnessCard {
  readonly totals: SheetTotals;
  readonly additive: AdditiveFit | Disconnected | null;
  /** Entries that every juror scored. */
  readonly completeEntries: number;
  readonly icc: Icc | null;
  readonly concordance: Concordance | null;
  readonly components: VarianceComponents | null;
  readonly alpha: Alpha;
  readonly alphaByCriterion: ReadonlyMap<string, Alpha>;
  readonly jurors: readonly JurorCard[];
  readonly withoutJuror: ReadonlyMap<string, WithoutOne>;
  readonly bootstrap: JurorBootstrap | null;
  /** Mean of every criterion on 0..100. */
  readonly matrix: CriterionMatrix;
  readonly weighted: ReadonlyMap<string, Rational>;
  readonly stability: ReadonlyMap<string, Stability | null>;
  readonly withoutCriterion: ReadonlyMap<string, ReadonlyMap<string, number> | null>;
  readonly acceptability: ReadonlyMap<string, Acceptability>;
  readonly votes: Votes | null;
  /** Mean of the juror-normalised totals. */
  readonly z: ReadonlyMap<string, number>;
}

/** The counted sheets of a result, those of blocked entries too. */
export function totalsOf(body: ResultBody): SheetTotals {
  const listed = [...body.entries, ...body.blocked].filter(({ totals }) => totals.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(listed.map(({ id, totals }) => [id, new Map(totals.map(({ juror, total }) => [juror, rational(total.exact)]))]));
}

/** Entry -> juror -> criterion -> value on 0..100. */
type Cells = ReadonlyMap<string, ReadonlyMap<string, ReadonlyMap<string, Rational>>>;

function cellsOf(body: ResultBody): Cells {
  const read = ({ parts }: ResultBody['entries'][number]['totals'][number]) => new Map(parts.map(({ criterion, value }) => [criterion, rational(value)]));
  const listed = [...body.entries, ...body.blocked].filter(({ totals }) => totals.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1));
  return new Map(listed.map(({ id, totals }) => [id, new Map(totals.map((one) => [one.juror, read(one)]))]));
}

/**
 * Everything of SCORING 5-11 for a computed result; `weights` are the rubric's. The jury's part only: desk values do not enter.
 * What is undefined is null. `top` is N of the watched line, normally the winners.
 */
export function robustnessCard(body: ResultBody, weights: Weights, top: number): RobustnessCard {
  const totals = totalsOf(body);
  const cells = cellsOf(body);
  const jurors = jurorsOf(totals);
  const block = completeBlock(totals);
  const matrix = criterionMatrix(cells, [...weights.keys()]);
  const units = [...totals.values()].map((row) => jurors.map((juror) => row.get(juror) ?? null));
  const unitsOf = (code: string) => [...cells.values()].map((row) => jurors.map((juror) => row.get(juror)?.get(code) ?? null));
  const codes = [...weights.keys()];
  return {
    totals,
    additive: additiveFit(totals),
    completeEntries: block.length,
    icc: intraclass(block),
    concordance: kendallW(block),
    components: varianceComponents(totals),
    alpha: alphaOf(units),
    alphaByCriterion: new Map(codes.map((code) => [code, alphaOf(unitsOf(code))])),
    jurors: jurorCards(totals),
    withoutJuror: leaveOneJurorOut(totals, top),
    bootstrap: jurorBootstrap(totals, top),
    matrix,
    weighted: weightedMeans(matrix, weights),
    stability: new Map(codes.map((code) => [code, weightStability(matrix, weights, code, top)])),
    withoutCriterion: leaveOneCriterionOut(matrix, weights),
    acceptability: rankAcceptability(matrix, weights, top),
    votes: countVotes(ballotsOf(totals)),
    z: meanOfNormalised(totals),
  };
}

function alphaOf(units: readonly (readonly (Rational | null)[])[]): Alpha {
  return { ordinal: krippendorffAlpha(units, 'ordinal'), interval: krippendorffAlpha(units, 'interval') };
}

function criterionMatrix(cells: Cells, codes: readonly string[]): CriterionMatrix {
  const meanOf = (row: ReadonlyMap<string, ReadonlyMap<string, Rational>>, code: string) => {
    const given = [...row.values()].flatMap((parts) => (parts.has(code) ? [parts.get(code) as Rational] : []));
    return given.length === 0 ? [] : [[code, mean(given)] as const];
  };
  return new Map([...cells].map(([id, row]) => [id, new Map(codes.flatMap((code) => meanOf(row, code)))]));
}

function meanOfNormalised(totals: SheetTotals): Map<string, number> {
  const { z } = zNormalise(totals);
  return new Map([...z].map(([id, row]) => [id, [...row.values()].reduce((a, b) => a + b, 0) / row.size]));
}
