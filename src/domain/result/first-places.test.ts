import { expect, test } from 'vitest';
import { firstPlaces } from './first-places.ts';
import type { ResultBody } from './result.ts';

const body = (...ranks: readonly number[]) => ({ entries: ranks.map((rank, at) => ({ rank, id: `BL-${at}` })) }) as unknown as Pick<ResultBody, 'entries'>;

test('are those of rank one to three, in order, with everybody who shares a place', () => {
  expect(firstPlaces(body(4, 2, 1, 3)).map(({ rank, id }) => `${rank} ${id}`)).toEqual(['1 BL-2', '2 BL-1', '3 BL-3']);
  expect(firstPlaces(body(1, 2, 2, 4)).map(({ rank }) => rank)).toEqual([1, 2, 2]);
  expect(firstPlaces(body(3, 3, 1, 1)).map(({ rank, id }) => `${rank} ${id}`)).toEqual(['1 BL-2', '1 BL-3', '3 BL-0', '3 BL-1']);
  expect(firstPlaces(body())).toEqual([]);
});
