import { expect, test } from 'vitest';
import { EVENT_KINDS } from './events.ts';

test('every kind of act is listed once, as room and act', () => {
  expect(new Set(EVENT_KINDS).size).toBe(EVENT_KINDS.length);
  expect(EVENT_KINDS.filter((kind) => !/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/.test(kind))).toEqual([]);
});
