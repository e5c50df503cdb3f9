import { expect, test } from 'vitest';
import { type Limited, MOST, withinLimit } from './limits.ts';

test.each(Object.entries(MOST))('the last of %s may be made, and none beyond it', (thing, most) => {
  expect(withinLimit(thing as Limited, most - 1)).toEqual({ ok: true, value: true });
  expect(withinLimit(thing as Limited, most)).toEqual({ ok: false, refusal: { code: `limit.${thing}`, facts: { most } } });
});

test('many at once count as many', () => {
  expect(withinLimit('links', 1_000, 2_000).ok).toBe(true);
  expect(withinLimit('links', 1_000, 2_001).ok).toBe(false);
});
