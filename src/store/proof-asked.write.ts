// How often an address asked of late; what is old is forgotten on the way.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface Asking {
  readonly address: Buffer;
  readonly now: Instant;
  /** Start of the window that is counted; older rows go. */
  readonly since: Instant;
}

/** Counts this asking and gives how many the window holds with it. */
export async function countAsking(db: Queryable, regionId: string, { address, now, since }: Asking): Promise<number> {
  await db.run('DELETE FROM check_asked WHERE minute < $1', [since]);
  const row = await db.one<{ asked: number }>(
    `WITH counted AS (INSERT INTO check_asked (region_id, address_sha256, minute, asked) VALUES ($1, $2, date_trunc('minute', $3::timestamptz), 1)
       ON CONFLICT (region_id, address_sha256, minute) DO UPDATE SET asked = check_asked.asked + 1 RETURNING minute, asked)
     SELECT (coalesce(sum(a.asked) FILTER (WHERE a.minute <> c.minute), 0) + max(c.asked))::int AS asked
     FROM counted c LEFT JOIN check_asked a ON a.region_id = $1 AND a.address_sha256 = $2 AND a.minute >= $4`,
    [regionId, address, now, since],
  );
  return row?.asked ?? 0;
}
