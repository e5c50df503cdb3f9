// The report of `bailang index`: keys of the contract first, in the order of its example; what was asked for beside it comes after.

import type { Comparison, RowDifference } from '../domain/regional-index/compare.ts';
import { type Gain, gainPerStep } from '../domain/regional-index/gains.ts';
import { INDEX_PLACES, type RegionalIndex } from '../domain/regional-index/iid.ts';
import type { Simulation } from '../domain/regional-index/scenario.ts';
import { add, type Rational, roundHalfUp, toText } from '../domain/shared/rational.ts';
import type { Ordered } from './ordered-json.ts';

export interface IndexExtras {
  readonly gains: readonly Gain[] | null;
  readonly simulation: Simulation | null;
  readonly comparison: Comparison | null;
}

/** The whole report; keys that were not asked for are absent. */
export function indexReport(index: RegionalIndex, { gains, simulation, comparison }: IndexExtras): Ordered {
  const extras: [string, Ordered][] = [];
  if (gains !== null) extras.push(['next_gains', gains.map((gain) => gainOf(index, gain))]);
  if (simulation !== null) extras.push(['what_if', simulationOf(simulation)]);
  if (comparison !== null) extras.push(['against', comparisonOf(comparison)]);
  return new Map([...contractOf(index), ...extras]);
}

function contractOf(index: RegionalIndex): ReadonlyMap<string, Ordered> {
  const maturity = new Map<string, Ordered>([
    ['per_innovation', new Map([...index.maturity].map(([code, points]) => [code, printed(points)]))],
    ['divisor', index.divisor],
    ['average', printed(index.average)],
    ['average_exact', toText(index.average)],
  ]);
  const count = new Map<string, Ordered>([
    ['innovations', index.maturity.size],
    ['basic_services_covered', index.covered],
    ['basic_services_needed', index.terms.basicServicesNeeded],
    ['score', printed(index.countScore)],
  ]);
  return new Map<string, Ordered>([
    ['rule', index.rule],
    ['year', index.year],
    ['spd', printed(index.spd)],
    ['maturity', maturity],
    ['count', count],
    ['sid', printed(index.sid)],
    ['total', printed(index.total)],
    ['iid', index.printed],
    ['iid_exact', toText(index.iid)],
    ['predicate', index.predicate.label],
  ]);
}

function printed(value: Rational): string {
  return roundHalfUp(value, INDEX_PLACES);
}

function gainOf(index: RegionalIndex, gain: Gain): Ordered {
  const worth: readonly (readonly [string, Ordered])[] = [
    ['gain', printed(gain.gain)],
    ['gain_exact', toText(gain.gain)],
    ['iid', printed(add(index.iid, gain.gain))],
  ];
  return new Map<string, Ordered>([['kind', gain.kind], ...stepOf(gain), ...worth]);
}

function stepOf(gain: Gain): readonly (readonly [string, Ordered])[] {
  switch (gain.kind) {
    case 'spd':
      return levelOf(gain.indicator, gain.from);
    case 'sid':
      return [['innovation', gain.innovation], ...levelOf(gain.indicator, gain.from)];
    case 'coverage':
      return [
        ['innovations', gain.innovations],
        ['affairs', gain.affairs],
        ['assumed_maturity', printed(gain.maturity)],
        ['gain_per_innovation', printed(gainPerStep(gain))],
      ];
    case 'innovation':
      return [
        ['innovations', 1],
        ['assumed_maturity', printed(gain.maturity)],
        ['break_even_maturity', printed(gain.breakEven)],
      ];
  }
}

function levelOf(indicator: string, from: number): readonly (readonly [string, Ordered])[] {
  return [
    ['indicator', indicator],
    ['from', from],
    ['to', from + 1],
  ];
}

function simulationOf({ mark, after, change }: Simulation): Ordered {
  return new Map<string, Ordered>([['mark', mark], ...contractOf(after), ['change', printed(change)], ['change_exact', toText(change)]]);
}

function comparisonOf({ right, difference, rows, notCounted }: Comparison): Ordered {
  return new Map<string, Ordered>([
    ['note', 'recalculated for comparison, not the result of that year'],
    ...contractOf(right),
    ['difference', printed(difference)],
    ['difference_exact', toText(difference)],
    ['rows_that_differ', rows.map(rowOf)],
    ['not_counted', notCounted],
  ]);
}

function rowOf({ code, left, right }: RowDifference): Ordered {
  const side = (row: RowDifference['left']): Ordered =>
    row === null
      ? null
      : new Map<string, Ordered>([
          ['name', row.name],
          ['weight', row.weight],
        ]);
  return new Map<string, Ordered>([
    ['code', code],
    ['here', side(left)],
    ['there', side(right)],
  ]);
}
