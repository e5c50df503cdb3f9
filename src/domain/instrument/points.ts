// Points of an innovation at the desk: weight x level over the SID rows. Claimed, evidenced and verified points share this sum.

import { fromInt, mul, type Rational, sum } from '../shared/rational.ts';
import { type Indicator, TOP_LEVEL } from './indicator.ts';
import { highestPoints, type Instrument } from './instrument.ts';
import { readWeight } from './weights.ts';

/** Indicator code -> level 0..3. */
export type Levels = Readonly<Record<string, number>>;

/**
 * Sum of weight x level over the SID rows, 0..111 in 2026; a row without a level counts 0, codes that are not SID rows count nothing.
 * Throws RangeError for a level that is not 0, 1, 2 or 3.
 * @basis RULES 3: only the 20 SID rows are the desk instrument.
 */
export function points(instrument: Instrument, levels: Levels): Rational {
  return sum(instrument.sid.map((indicator) => indicatorPoints(indicator, levels[indicator.code] ?? 0)));
}

/** The same sum over verified levels, or null while any SID row has none: *belum* is never 0 and keeps the desk value blocked. */
export function verifiedPoints(instrument: Instrument, levels: Readonly<Record<string, number | null>>): Rational | null {
  const known: Record<string, number> = {};
  for (const { code } of instrument.sid) {
    const level = levels[code] ?? null;
    if (level === null) return null;
    known[code] = level;
  }
  return points(instrument, known);
}

/** The highest points an innovation can have: 111 in 2026. */
export function maxPoints(instrument: Instrument): Rational {
  return highestPoints(instrument.sid);
}

/** Points of one indicator: weight x level. Throws RangeError for a level that is not 0, 1, 2 or 3. */
export function indicatorPoints(indicator: Indicator, level: number): Rational {
  if (!Number.isInteger(level) || level < 0 || level > TOP_LEVEL) throw new RangeError(`${indicator.code}: no level ${level}`);
  return mul(readWeight(indicator.weight), fromInt(level));
}

/**
 * *Berbukti*: the claimed level where at least one accepted, not quarantined item is attached (its code is in `evidenced`), else 0.
 * @basis RULES 3.
 */
export function evidencedLevels(claimed: Levels, evidenced: ReadonlySet<string>): Levels {
  return Object.fromEntries(Object.entries(claimed).map(([code, level]) => [code, evidenced.has(code) ? level : 0]));
}

/** Position of an indicator on the screen, 1..20 ("Indikator 16 dari 20"); 0 when it is not an SID row. */
export function positionOf(instrument: Instrument, code: string): number {
  return instrument.sid.findIndex((indicator) => indicator.code === code) + 1;
}
