// The diagnostics of the rank contract: the robustness card as ordered JSON, keys as in its example.

import type { AdditiveFit, Disconnected } from '../domain/robustness/additive.ts';
import { severityOf } from '../domain/robustness/additive.ts';
import { toNumber } from '../domain/robustness/approximate.ts';
import type { Alpha, RobustnessCard } from '../domain/robustness/card.ts';
import type { Icc, IccName } from '../domain/robustness/icc.ts';
import type { Concordance } from '../domain/robustness/kendall.ts';
import type { VarianceComponents } from '../domain/robustness/reml.ts';
import type { Votes } from '../domain/robustness/voting.ts';
import type { Rational } from '../domain/shared/rational.ts';
import type { Ordered } from './ordered-json.ts';
import { bootstrapPart } from './rank-final.ts';
import { type Entry, each, exact, map, real } from './rank-values.ts';

const byId = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => (a < b ? -1 : 1);

const approximate = (value: Rational | null): Ordered => (value === null ? null : { float: toNumber(value) });

/** Every part of the report after `juror_totals`, in order. */
export function cardParts(card: RobustnessCard): readonly Entry[] {
  return [
    ['additive', additivePart(card.additive)],
    ['complete_submissions', card.completeEntries],
    ['icc_complete_block', iccPart(card.icc)],
    ['kendall_w_complete_block', kendallPart(card.concordance)],
    ['reml', remlPart(card.components)],
    ['alpha_total', alphaPart(card.alpha)],
    ['alpha_by_criterion', each(card.alphaByCriterion, alphaPart)],
    ['jurors', jurorsPart(card)],
    ['leave_one_juror_out', leaveOnePart(card)],
    ['bootstrap_exact', bootstrapPart(card.bootstrap)],
    ['wsm', each(card.weighted, exact)],
    [
      'weight_stability',
      each(
        card.stability,
        (one) =>
          one &&
          map([
            ['lo', exact(one.low)],
            ['at', exact(one.at)],
            ['hi', exact(one.high)],
          ]),
      ),
    ],
    ['leave_one_criterion_out', each(card.withoutCriterion, (ranks) => ranks && new Map([...ranks].sort(byId)))],
    [
      'smaa_25pct',
      each(card.acceptability, (one) =>
        map([
          ['p_top_n', real(one.inTop)],
          ['p_win', real(one.wins)],
        ]),
      ),
    ],
    ['voting', votingPart(card.votes)],
    ['z_scores', each(card.z, real)],
  ];
}

/** Sheet figures are keyed submission|juror. */
function bySheet<T>(values: ReadonlyMap<string, ReadonlyMap<string, T>>, write: (value: T) => Ordered): Ordered {
  return new Map([...values].flatMap(([id, row]) => [...row].map(([juror, value]) => [`${id}|${juror}`, write(value)] as const)));
}

function additivePart(fit: AdditiveFit | Disconnected | null): Ordered {
  if (fit === null) return null;
  if (!fit.connected) {
    const parts = fit.components.map(({ entries, jurors }) =>
      map([
        ['submissions', entries],
        ['jurors', jurors],
      ]),
    );
    return map([
      ['connected', false],
      ['components', parts],
    ]);
  }
  return map([
    ['connected', true],
    ['grand', exact(fit.grand)],
    ['fair', each(fit.fair, exact)],
    ['leniency', each(fit.leniency, exact)],
    ['severity', each(severityOf(fit), exact)],
    ['df_resid', fit.df],
    ['sse', exact(fit.sse)],
    ['mse', real(fit.mse)],
    ['residuals', bySheet(fit.residuals, exact)],
    ['n', fit.n],
    ['ss_jurors_adj', exact(fit.ssJurors)],
    ['F_jurors', real(fit.jurorTest?.F ?? null)],
    ['p_jurors', real(fit.jurorTest?.p ?? null)],
    ['se_leniency', fit.leniencyError && each(fit.leniencyError, real)],
    ['student_resid', bySheet(fit.studentised, real)],
  ]);
}

const ICC_ORDER: readonly IccName[] = ['ICC1', 'ICC1k', 'ICC2', 'ICC2k', 'ICC3', 'ICC3k'];
const CI_ORDER: readonly IccName[] = ['ICC1', 'ICC1k', 'ICC3', 'ICC3k', 'ICC2', 'ICC2k'];

function iccPart(icc: Icc | null): Ordered {
  if (icc === null) return null;
  const { intervals } = icc;
  return map([
    ...(['MSB', 'MSW', 'MSJ', 'MSE'] as const).map((name): Entry => [name, approximate(icc[name])]),
    ['n', icc.n],
    ['k', icc.k],
    ...ICC_ORDER.map((name): Entry => [name, approximate(icc.estimates[name])]),
    ['F1', real(icc.oneWay?.F ?? null)],
    ['p1', real(icc.oneWay?.p ?? null)],
    ['F3', real(icc.twoWay?.F ?? null)],
    ['p3', real(icc.twoWay?.p ?? null)],
    ['ci', intervals && map(CI_ORDER.map((name): Entry => [name, intervals[name].map(real)]))],
  ]);
}

function kendallPart(one: Concordance | null): Ordered {
  if (one === null) return null;
  return map([
    ['W', exact(one.W)],
    ['S', exact(one.S)],
    ['T', one.T],
    ['chi2', exact(one.chi2)],
    ['df', one.df],
    ['p', real(one.p)],
    ['mean_spearman', exact(one.meanSpearman)],
    ['W_uncorrected', exact(one.uncorrected)],
  ]);
}

function remlPart(one: VarianceComponents | null): Ordered {
  if (one === null) return null;
  return map([
    ['mu', real(one.mu)],
    ['var_submission', real(one.submission)],
    ['var_juror', real(one.juror)],
    ['var_resid', real(one.residual)],
    ['reml_criterion', real(one.criterion)],
    ['k_harmonic', real(one.kHarmonic)],
    ['q', real(one.q)],
    ['ICC_A1', real(one.iccA1)],
    ['ICC_C1', real(one.iccC1)],
    ['ICC_Ak', real(one.iccAk)],
    ['G_qk', real(one.gqk)],
  ]);
}

function alphaPart({ ordinal, interval }: Alpha): Ordered {
  return map([
    ['ordinal', exact(ordinal)],
    ['interval', exact(interval)],
  ]);
}

function jurorsPart({ jurors }: RobustnessCard): Ordered {
  return map(
    jurors.map(
      (one): Entry => [
        one.juror,
        map([
          ['n', one.n],
          ['constant', one.constant],
          ['rho_vs_others', real(one.rhoVsOthers)],
          ['mean_diff_vs_others', approximate(one.meanDifference)],
          ['mean_abs_diff', approximate(one.meanAbsoluteDifference)],
        ]),
      ],
    ),
  );
}

function leaveOnePart({ withoutJuror }: RobustnessCard): Ordered {
  return each(withoutJuror, (one) =>
    map([
      ['lost_submissions', one.lost],
      ['max_rank_shift', one.maxRankShift],
      ['tau_b', real(one.tauB)],
      ['winner', one.winners],
      ['ranks', new Map([...one.ranks].sort(byId))],
      ['top_n_in', one.entering],
      ['top_n_out', one.leaving],
    ]),
  );
}

function votingPart(votes: Votes | null): Ordered {
  if (votes === null) return null;
  const { kemeny } = votes;
  return map([
    ['candidates', votes.candidates],
    ['condorcet_winner', votes.condorcetWinner],
    ['smith', votes.smith],
    ['copeland', each(votes.copeland, exact)],
    ['borda', each(votes.borda, exact)],
    ['borda_share', each(votes.bordaShare, exact)],
    [
      'kemeny',
      kemeny &&
        map([
          ['score', exact(kemeny.score)],
          ['distance', exact(kemeny.distance)],
          ['order', kemeny.order],
          ['n_optimal', kemeny.optimalOrders],
        ]),
    ],
  ]);
}
