// When the nightly backup is made.

import { HOUR, type Instant, later, millisecondsBetween } from '../shared/time.ts';

/** 18.00 UTC: 01.00 WIB, 02.00 WITA, 03.00 WIT, when nobody works. */
const NIGHT = 'T18:00:00.000Z';

/**
 * Whether a backup is due at `now`: none has succeeded since the last night hour, and the last try is at least an hour old.
 * `goodAt` and `triedAt` are when the newest success and the newest try began; null when there was none.
 */
export function isBackupDue(now: Instant, goodAt: Instant | null, triedAt: Instant | null): boolean {
  if (triedAt !== null && millisecondsBetween(triedAt, now) < HOUR) return false;
  const tonight = `${now.slice(0, 10)}${NIGHT}`;
  const lastNight = tonight <= now ? tonight : later(tonight, -24 * HOUR);
  return goodAt === null || goodAt < lastNight;
}
