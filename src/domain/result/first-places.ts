// The first three places, as a signer is shown them.

import type { ResultBody } from './result.ts';

export interface Place {
  readonly rank: number;
  /** Registration number of the entry. */
  readonly id: string;
}

const SHOWN = 3;

/**
 * Every entry that is ranked 1, 2 or 3, by rank, then number; more than three when a place is shared.
 * @basis RULES 13: the signer sees, and is sent, the first three places.
 */
export function firstPlaces({ entries }: Pick<ResultBody, 'entries'>): readonly Place[] {
  return entries
    .filter(({ rank }) => rank <= SHOWN)
    .map(({ rank, id }) => ({ rank, id }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}
