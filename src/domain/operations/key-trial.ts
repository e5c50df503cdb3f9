// When the printed backup key must be tried again: paper fades, and safes are cleared out.

import { DAY, type Instant, millisecondsBetween } from '../shared/time.ts';

const QUARTER = 92 * DAY;

/** Whether the next trial of a restore must be made with the printed key. `triedAt`: when one last opened a backup well; null: never. */
export function isKeyTrialDue(now: Instant, triedAt: Instant | null): boolean {
  return triedAt === null || millisecondsBetween(triedAt, now) > QUARTER;
}

const WORDS = 24;

/** Three places (from 1) whose words are asked for, ascending: always the same for a key, so that the page may be opened again. `digest`: hexadecimal. */
export function askedPlaces(digest: string): readonly number[] {
  const places = new Set<number>();
  for (let at = 0; places.size < 3; at += 2) places.add(((Number.parseInt(digest.slice(at, at + 2), 16) || at) % WORDS) + 1);
  return [...places].sort((a, b) => a - b);
}
