import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, later } from '../shared/time.ts';
import { afterQuiet, isQuiet, MESSAGE_KINDS, nextTry, remindedSince, TOO_LATE_AFTER } from './message.ts';

const moments = fc.integer({ min: 0, max: 400 * 24 * 60 }).map((minutes) => later('2026-01-01T00:00:00.000Z', minutes * 60_000));
const zones = fc.constantFrom(7, 8, 9);

describe('quiet hours', () => {
  test.each([
    ['2026-08-19T11:59:59.999Z', false, '2026-08-19T11:59:59.999Z'],
    ['2026-08-19T12:00:00.000Z', true, '2026-08-19T23:00:00.000Z'],
    ['2026-08-19T15:59:00.000Z', true, '2026-08-19T23:00:00.000Z'],
    ['2026-08-19T22:59:59.999Z', true, '2026-08-19T23:00:00.000Z'],
    ['2026-08-19T23:00:00.000Z', false, '2026-08-19T23:00:00.000Z'],
  ])('in WITA at %s: %s, next %s', (now, quiet, next) => {
    expect(isQuiet(now, 8)).toBe(quiet);
    expect(afterQuiet(now, 8)).toBe(next);
  });

  test('end within eleven hours, never move back, and end at seven', () => {
    fc.assert(
      fc.property(moments, zones, (now, hours) => {
        const next = afterQuiet(now, hours);
        expect(isQuiet(next, hours)).toBe(false);
        expect(next >= now && next <= later(now, 11 * HOUR)).toBe(true);
        if (next !== now) expect(later(next, hours * HOUR).slice(11)).toBe('07:00:00.000Z');
      }),
    );
  });
});

test.each([
  [1, 1],
  [2, 2],
  [5, 16],
  [6, 30],
  [50, 30],
])('after try %i waits %i minutes', (attempts, minutes) => {
  expect(nextTry('2026-08-19T00:00:00.000Z', attempts)).toBe(later('2026-08-19T00:00:00.000Z', minutes * 60_000));
});

test('every kind is too late some time, once', () => {
  expect(TOO_LATE_AFTER.flatMap(([kinds]) => kinds).sort()).toEqual([...MESSAGE_KINDS].sort());
});

test.each([
  [8 * DAY, null],
  [7 * DAY, 7],
  [4 * DAY, 7],
  [3 * DAY, 3],
  [DAY + 1, 3],
  [DAY, 1],
  [1, 1],
  [0, null],
])('%i ms before the close the newest moment is %s days before', (before, days) => {
  const closesAt = '2026-08-19T00:00:00.000Z';
  expect(remindedSince(closesAt, later(closesAt, -before))).toBe(days === null ? null : later(closesAt, -days * DAY));
});
