import { expect, test } from 'vitest';
import { askedPlaces, isKeyTrialDue } from './key-trial.ts';

test('the printed key is asked for when it was never tried, and again after a quarter', () => {
  const tried = '2026-01-01T00:00:00.000Z';
  expect(isKeyTrialDue(tried, null)).toBe(true);
  expect(isKeyTrialDue('2026-04-03T00:00:00.000Z', tried)).toBe(false);
  expect(isKeyTrialDue('2026-04-03T00:00:00.001Z', tried)).toBe(true);
});

test.each([
  ['000102', [1, 2, 3]],
  ['1717170a05', [6, 11, 24]],
  ['ff', [3, 5, 16]],
  ['', [1, 3, 5]],
])('three different words of a key are asked for: %s', (digest, places) => {
  expect(askedPlaces(digest)).toEqual(places);
});
