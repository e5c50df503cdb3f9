import { expect, test } from 'vitest';
import { uuidV7 } from './ids.ts';

test('has the form of version 7', () => {
  expect(uuidV7(Date.parse('2026-08-19T02:00:00Z'))).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
});

test('sorts as its times do, and differs at the same time', () => {
  const times = [0, 1, 255, 256, 2 ** 32 - 1, 2 ** 32, Date.parse('2026-08-19T02:00:00Z'), Date.parse('2126-08-19T02:00:00Z')];
  const ids = times.map(uuidV7);
  expect([...ids].sort()).toEqual(ids);
  expect(new Set(Array.from({ length: 1000 }, () => uuidV7(1))).size).toBe(1000);
});
