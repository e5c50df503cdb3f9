import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toText } from '../shared/rational.ts';
import { asksForBasis, type Indicator, levelLabel } from './indicator.ts';
import { highestPoints, type Instrument, readCatalogue } from './instrument.ts';
import { evidencedLevels, indicatorPoints, maxPoints, points, positionOf, verifiedPoints } from './points.ts';

const file = (year: number) => readFileSync(new URL(`../../../data/catalogues/iid-${year}.json`, import.meta.url), 'utf8');
const outcome = readCatalogue(file(2026));
if (!outcome.ok) throw new Error(outcome.refusal.code);
const instrument: Instrument = outcome.value;
const every = (level: number | null) => Object.fromEntries(instrument.sid.map(({ code }) => [code, level]));
const row = (code: string) => [...instrument.sid, ...instrument.spd].find((one) => one.code === code) as Indicator;

describe('the catalogue of 2026', () => {
  test('has 20 SID rows of 111 points, 20 SPD rows of 63 and the count row', () => {
    expect([instrument.code, instrument.sid.length, instrument.spd.length]).toEqual(['iid-2026', 20, 20]);
    expect([toText(maxPoints(instrument)), toText(highestPoints(instrument.spd))]).toEqual(['111', '63']);
    expect(instrument.count).toMatchObject({ code: 'SID-36', weight: '0.38', cap: 200 });
    expect(row('SPD-05a').weight).toBe('0.75');
  });

  test('asks for a basis on the benefit row only', () => {
    expect(instrument.sid.filter(asksForBasis).map(({ code }) => code)).toEqual(['SID-33']);
    expect(levelLabel(row('SID-33'), 2, 'a')).toBe('201-500');
    expect(levelLabel(row('SID-33'), 2, 'z')).toBe('');
    expect(levelLabel(row('SID-34'), 2)).toBe('Survei Kepuasan Masyarakat');
    expect([levelLabel(row('SID-34'), 0), levelLabel(row('SID-34'), 1, 'a')]).toEqual(['', '']);
  });
});

describe('points', () => {
  test('are weight times level over the SID rows only', () => {
    expect(toText(points(instrument, every(3) as Record<string, number>))).toBe('111');
    expect(toText(points(instrument, { 'SID-35': 2, 'SID-20': 1, 'SPD-12': 3 }))).toBe('9');
    expect(toText(indicatorPoints(row('SPD-05a'), 3))).toBe('9/4');
    expect(() => points(instrument, { 'SID-35': 4 })).toThrow(RangeError);
    for (const level of [1.5, -1, Number.NaN]) expect(() => points(instrument, { 'SID-35': level })).toThrow(`SID-35: no level ${level}`);
  });

  test('are unknown while one row is not verified, never 0', () => {
    expect(verifiedPoints(instrument, { ...every(2), 'SID-20': null })).toBeNull();
    expect(verifiedPoints(instrument, {})).toBeNull();
    expect(toText(verifiedPoints(instrument, every(0)) ?? { n: -1n, d: 1n })).toBe('0');
  });

  test('count a claim as evidenced only with evidence', () => {
    expect(evidencedLevels({ 'SID-16': 3, 'SID-17': 2 }, new Set(['SID-17']))).toEqual({ 'SID-16': 0, 'SID-17': 2 });
  });

  test('name the position of a row on the screen', () => {
    expect([positionOf(instrument, 'SID-31'), positionOf(instrument, 'SPD-01')]).toEqual([16, 0]);
  });
});
