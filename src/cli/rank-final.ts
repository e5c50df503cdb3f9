// The key `final` of the rank contract: the diagnostics of the official score as ordered JSON.

import { type JurorBootstrap, MOST_DROPPED } from '../domain/robustness/bootstrap.ts';
import type { FinalDiagnostics, FinalStability } from '../domain/robustness/final.ts';
import type { Margin } from '../domain/robustness/margin.ts';
import type { Acceptability } from '../domain/robustness/smaa.ts';
import type { WeightRange } from '../domain/robustness/weight-range.ts';
import type { RuleWithout } from '../domain/robustness/without-one.ts';
import type { Rational } from '../domain/shared/rational.ts';
import type { Ordered } from './ordered-json.ts';
import { each, exact, map, real } from './rank-values.ts';

export function finalPart(one: FinalDiagnostics): Ordered {
  return map([
    ['top_n', one.top],
    ['margin', one.margins.map(marginPart)],
    ['leave_one_juror_out', each(one.withoutJuror, withoutPart)],
    ['leave_one_criterion_out', each(one.withoutCriterion, withoutPart)],
    ['bootstrap_exact', bootstrapPart(one.bootstrap)],
    ['weight_stability', one.stability && each(one.stability, stabilityPart)],
    ['smaa_25pct', one.acceptability && each(one.acceptability, sharesPart)],
    ['not_estimable', new Map(one.notEstimable)],
  ]);
}

function marginPart(one: Margin): Ordered {
  const { turn } = one;
  return map([
    ['above', one.above],
    ['below', one.below],
    ['rank_above', one.rankAbove],
    ['rank_below', one.rankBelow],
    ['gap', exact(one.gap)],
    ['gap_rounded', one.gapRounded],
    ['decided_by', one.decidedBy],
    ['at_cut', one.atCut],
    [
      'turn',
      turn &&
        map([
          ['submission', turn.submission],
          ['juror', turn.juror],
          ['criterion', turn.criterion],
          ['from', exact(turn.from)],
          ['change', exact(turn.change)],
          ['reached', turn.reached],
        ]),
    ],
  ]);
}

function withoutPart(one: RuleWithout | null): Ordered {
  if (one === null) return null;
  return map([
    ['ranks', new Map(one.ranks)],
    ['winner', one.winner],
    ['winner_depends', one.winnerDepends],
    ['top_n_in', one.topIn],
    ['top_n_out', one.topOut],
    ['max_rank_shift', one.maxRankShift],
    ['tau_b', real(one.tauB)],
    ['not_estimable', one.notEstimable],
  ]);
}

/** In the form of the older key too. */
export function bootstrapPart(one: JurorBootstrap | null): Ordered {
  if (one === null) return null;
  const rows = each(one.entries, (entry) =>
    map([
      ['rank_lo', entry.low],
      ['rank_hi', entry.high],
      ['p_win', real(entry.wins)],
      ['mean_rank', real(entry.meanRank)],
      ['p_top_n', real(entry.inTop)],
    ]),
  );
  return map([
    ['submissions', one.droppedShare > MOST_DROPPED ? null : rows],
    ['dropped_share', real(one.droppedShare)],
    ['resamples', one.resamples],
  ]);
}

function stabilityPart(one: FinalStability | null): Ordered {
  if (one === null) return null;
  return map([
    ['at', exact(one.at)],
    ['winner', rangePart(one.winner)],
    ['top_n', rangePart(one.top)],
  ]);
}

function rangePart(one: WeightRange | null): Ordered {
  if (one === null) return null;
  const ends: readonly (readonly [string, Rational])[] = [
    ['lo', one.low],
    ['hi', one.high],
  ];
  return map(ends.map(([name, end]) => [name, exact(end)]));
}

function sharesPart(one: Acceptability): Ordered {
  return map([
    ['p_win', real(one.wins)],
    ['p_top_n', real(one.inTop)],
  ]);
}
