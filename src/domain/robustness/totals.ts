// What the diagnostics read: the totals of the counted sheets, and a few views of them.

import { mean, type Rational } from '../shared/rational.ts';

/** Entry -> juror -> total of a counted sheet, exact, 0..100. A recused or missing sheet is absent, never zero. */
export type SheetTotals = ReadonlyMap<string, ReadonlyMap<string, Rational>>;

/** Jurors that counted at least once, ascending. */
export function jurorsOf(totals: SheetTotals): readonly string[] {
  return [...new Set([...totals.values()].flatMap((row) => [...row.keys()]))].sort();
}

/** The mean over the counted sheets of each entry that has one. */
export function entryMeans(totals: SheetTotals): Map<string, Rational> {
  return new Map([...totals].filter(([, row]) => row.size > 0).map(([id, row]) => [id, mean([...row.values()])]));
}

/** The totals without one juror's sheets; entries left without any are absent. */
export function withoutJuror(totals: SheetTotals, juror: string): SheetTotals {
  const kept = [...totals].map(([id, row]) => [id, new Map([...row].filter(([one]) => one !== juror))] as const);
  return new Map(kept.filter(([, row]) => row.size > 0));
}

/** The largest block without holes: entries that every juror scored, one row each in the order of `jurorsOf`. */
export function completeBlock(totals: SheetTotals): readonly (readonly Rational[])[] {
  const jurors = jurorsOf(totals);
  const rows = [...totals].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => jurors.map((juror) => row.get(juror)));
  return rows.filter((row): row is Rational[] => row.every((total) => total !== undefined));
}
