// The vectors' names for the diagnostics, and how to ask ours.

import { additiveFit, severityOf } from '../../src/domain/robustness/additive.ts';
import { toNumber } from '../../src/domain/robustness/approximate.ts';
import { jurorBootstrap } from '../../src/domain/robustness/bootstrap.ts';
import { spearman } from '../../src/domain/robustness/correlation.ts';
import { intraclass } from '../../src/domain/robustness/icc.ts';
import { kendallTauB, kendallW } from '../../src/domain/robustness/kendall.ts';
import { krippendorffAlpha, type Metric } from '../../src/domain/robustness/krippendorff.ts';
import { leaveOneJurorOut } from '../../src/domain/robustness/leave-one-out.ts';
import { zNormalise } from '../../src/domain/robustness/normalise.ts';
import { varianceComponents } from '../../src/domain/robustness/reml.ts';
import type { SheetTotals } from '../../src/domain/robustness/totals.ts';
import { type Ballot, countVotes } from '../../src/domain/robustness/voting.ts';
import { weightedMeans, weightStability } from '../../src/domain/robustness/weights.ts';
import { type Rational, rational, roundHalfUp, toText } from '../../src/domain/shared/rational.ts';

type Fields<T> = Readonly<Record<string, T>>;
type Table = Fields<Fields<number>>;
type Matrix = { readonly matrix: readonly (readonly number[])[] };
type Scores = { readonly scores: Table; readonly n_top: number };
type Weighted = { readonly matrix: Table; readonly weights: Fields<string>; readonly criterion: string; readonly n: number };

const exact = (value: number | string): Rational => rational(String(value));
const approximate = (value: Rational | null): number | null => (value === null ? null : toNumber(value));
const rows = (table: Table) => new Map(Object.entries(table).map(([id, row]) => [id, new Map(Object.entries(row).map(([key, value]) => [key, exact(value)]))]));
const totals = (table: Table): SheetTotals => rows(table);
const block = ({ matrix }: Matrix) => matrix.map((row) => row.map(exact));
const texts = (values: ReadonlyMap<string, Rational>) => Object.fromEntries([...values].map(([id, value]) => [id, toText(value)]));

export const ROBUSTNESS_CALLS: Fields<(input: never) => unknown> = {
  additive({ scores }: Scores) {
    const fit = additiveFit(totals(scores));
    if (fit === null || !fit.connected) return fit;
    return { grand: toText(fit.grand), fair: texts(fit.fair), leniency: texts(fit.leniency), severity: texts(severityOf(fit)), mse: fit.mse, sse: toText(fit.sse) };
  },
  icc(input: Matrix) {
    const icc = intraclass(block(input));
    if (icc === null) return null;
    const estimates = Object.entries(icc.estimates).map(([name, value]) => [name, approximate(value)]);
    const squares = Object.fromEntries((['MSB', 'MSW', 'MSJ', 'MSE'] as const).map((name) => [name, toNumber(icc[name])]));
    const tests = { F1: icc.oneWay?.F, p1: icc.oneWay?.p, F3: icc.twoWay?.F, p3: icc.twoWay?.p };
    return { ...Object.fromEntries(estimates), ...squares, ...tests, ci: icc.intervals };
  },
  kripp_alpha({ units, levels }: { units: (number | null)[][]; levels: Metric[] }) {
    const values = units.map((unit) => unit.map((value) => (value === null ? null : exact(value))));
    return Object.fromEntries(levels.map((level) => [level, approximate(krippendorffAlpha(values, level))]));
  },
  kendall_w(input: Matrix) {
    const found = kendallW(block(input));
    return found && { ...found, W: toNumber(found.W), chi2: toNumber(found.chi2) };
  },
  spearman: ({ x, y }: { x: number[]; y: number[] }) => ({ rho: spearman(x.map(exact), y.map(exact)) }),
  kendall_tau_b: ({ x, y }: { x: number[]; y: number[] }) => kendallTauB(x.map(exact), y.map(exact)),
  reml({ scores }: Scores) {
    const found = varianceComponents(totals(scores));
    return found && { ICC_A1: found.iccA1, ICC_C1: found.iccC1, ICC_Ak: found.iccAk, G_qk: found.gqk, q: found.q };
  },
  bootstrap({ scores, n_top }: Scores) {
    const found = jurorBootstrap(totals(scores), n_top);
    const submissions = [...(found?.entries ?? [])].map(([id, one]) => {
      return [id, { rank_lo: one.low, rank_hi: one.high, p_win: one.wins, mean_rank: one.meanRank, p_top_n: one.inTop }];
    });
    return { submissions: Object.fromEntries(submissions), dropped_share: found?.droppedShare, resamples: found?.resamples };
  },
  loo({ scores, n_top }: Scores) {
    const found = [...leaveOneJurorOut(totals(scores), n_top)].map(([juror, one]) => {
      return [juror, { max_rank_shift: one.maxRankShift, winner: one.winners, top_n_in: one.entering, top_n_out: one.leaving }];
    });
    return Object.fromEntries(found);
  },
  stability({ matrix, weights, criterion, n }: Weighted) {
    const found = weightStability(rows(matrix), new Map(Object.entries(weights).map(([code, weight]) => [code, exact(weight)])), criterion, n);
    return found && { lo: toText(found.low), at: toText(found.at), hi: toText(found.high) };
  },
  wsm({ matrix, weights }: Weighted) {
    const means = weightedMeans(rows(matrix), new Map(Object.entries(weights).map(([code, weight]) => [code, exact(weight)])));
    return Object.fromEntries([...means].map(([id, value]) => [id, roundHalfUp(value, 2)]));
  },
  voting({ ballots }: { ballots: [number, Fields<number>][] }) {
    const votes = countVotes(ballots.map(([weight, places]): Ballot => ({ weight, places: new Map(Object.entries(places)) })));
    if (votes === null) return null;
    const pairs = votes.candidates.flatMap((i) => votes.candidates.map((l) => [`${i}|${l}`, toText(votes.pairwise(i, l))]));
    const { kemeny } = votes;
    return {
      condorcet_winner: votes.condorcetWinner,
      borda: texts(votes.borda),
      kemeny: kemeny && { score: toText(kemeny.score), distance: toText(kemeny.distance), order: kemeny.order, n_optimal: kemeny.optimalOrders },
      pairwise: Object.fromEntries(pairs),
    };
  },
  znorm({ scores }: Scores) {
    const { z, flags } = zNormalise(totals(scores));
    return { z: Object.fromEntries([...z].map(([id, row]) => [id, Object.fromEntries(row)])), flags: Object.fromEntries(flags) };
  },
};
