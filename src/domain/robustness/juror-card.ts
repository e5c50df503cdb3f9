// One juror beside the others (SCORING 7): facts for a conversation, never a correction.

import { compare, div, equals, fromInt, mean, type Rational, sub, sum } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { spearman } from './correlation.ts';
import { jurorsOf, type SheetTotals } from './totals.ts';

export interface JurorCard {
  readonly juror: string;
  readonly n: number;
  readonly mean: Rational;
  /** Sample standard deviation; null for one sheet. */
  readonly sd: number | null;
  /** Every total the same: the juror's sheets carry no order. */
  readonly constant: boolean;
  /** Rank correlation with the mean of the others, over the entries that others scored too. Null when undefined. */
  readonly rhoVsOthers: number | null;
  /** Mean of own total minus the others' mean, and of its size. Null when nobody else scored the same. */
  readonly meanDifference: Rational | null;
  readonly meanAbsoluteDifference: Rational | null;
}

/** The card of every juror, by code. */
export function jurorCards(totals: SheetTotals): readonly JurorCard[] {
  return jurorsOf(totals).map((juror) => cardOf(totals, juror));
}

function cardOf(totals: SheetTotals, juror: string): JurorCard {
  const own: Rational[] = [];
  const beside: (readonly [Rational, Rational])[] = [];
  for (const row of totals.values()) {
    const total = row.get(juror);
    if (total === undefined) continue;
    own.push(total);
    if (row.size > 1) beside.push([total, div(sub(sum([...row.values()]), total), fromInt(row.size - 1))]);
  }
  const differences = beside.map(([total, others]) => sub(total, others));
  const middle = mean(own);
  const squares = sum(own.map((total) => squared(sub(total, middle))));
  return {
    juror,
    n: own.length,
    mean: middle,
    sd: own.length < 2 ? null : Math.sqrt(toNumber(squares) / (own.length - 1)),
    constant: own.every((total) => equals(total, own[0] ?? total)),
    rhoVsOthers: spearman(
      beside.map(([total]) => total),
      beside.map(([, others]) => others),
    ),
    meanDifference: differences.length === 0 ? null : mean(differences),
    meanAbsoluteDifference: differences.length === 0 ? null : mean(differences.map(absolute)),
  };
}

function squared(x: Rational): Rational {
  return { n: x.n * x.n, d: x.d * x.d };
}

function absolute(x: Rational): Rational {
  return compare(x, fromInt(0)) < 0 ? { n: -x.n, d: x.d } : x;
}
