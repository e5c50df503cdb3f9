import { describe, expect, it, test } from 'vitest';
import { zoneOf } from '../texts/id/format.ts';
import { fromTypedDay, fromTypedMoment, isWeekend, moveTyped, toTypedDay, toTypedMoment } from './local-time.ts';

const WITA = zoneOf('Asia/Makassar');
const AT = '2026-07-31T08:00:00.000Z';

describe('a moment as people type it', () => {
  test.each([
    '31-07-2026 16.00',
    ' 31-7-2026 16:00 ',
    '31/07/2026 16.00 WITA',
    '31 Juli 2026 pukul 16.00',
    '31 juli 2026, pkl. 16.00',
    '31 Juli 2026 jam 16.00 wita',
    'Jumat, 31 Juli 2026 pukul 16.00 WITA',
    '2026-07-31T16:00',
    '2026-07-31 16:00',
  ])('%s', (typed) => expect(fromTypedMoment(typed, WITA)).toBe(AT));

  test.each(['', '31-07-2026', '16.00', '31-02-2026 16.00', '31-07-2026 24.00', '31-07-2026 16.60', '07/31/2026 04:00 PM', 'besok 16.00'])(
    '%s is none',
    (typed) => expect(fromTypedMoment(typed, WITA)).toBeNull(),
  );

  it('is shown the way it is typed, and read back as it was', () => {
    expect(toTypedMoment(AT, WITA)).toBe('31-07-2026 16.00');
    expect(fromTypedMoment(toTypedMoment(AT, WITA), WITA)).toBe(AT);
    expect(toTypedDay('2026-07-31T16:00:00.000Z', WITA)).toBe('01-08-2026');
    expect(fromTypedDay('1 Agustus 2026', WITA)).toBe('2026-07-31T16:00:00.000Z');
    expect(fromTypedDay('31-02-2026', WITA)).toBeNull();
  });

  it('keeps its clock where a day alone is typed', () => {
    expect(moveTyped('2 Agustus 2026', AT, WITA)).toBe('2026-08-02T08:00:00.000Z');
    expect(moveTyped('02-08-2026 09.30', AT, WITA)).toBe('2026-08-02T01:30:00.000Z');
    expect(moveTyped('besok', AT, WITA)).toBeNull();
    expect(moveTyped('', AT, WITA)).toBeNull();
  });

  test.each([
    ['Friday evening', '2026-07-31T15:59:00.000Z', false],
    ['midnight to Saturday, here', '2026-07-31T16:00:00.000Z', true],
    ['Sunday before midnight, here', '2026-08-02T15:59:00.000Z', true],
    ['Monday, here', '2026-08-02T16:00:00.000Z', false],
  ])('%s', (_when, at, isFree) => expect(isWeekend(at, WITA)).toBe(isFree));
});
