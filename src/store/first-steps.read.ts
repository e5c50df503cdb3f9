// How far an installation is from its first open registration: one query.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface FirstSteps {
  readonly agencies: number;
  /** People who hold a seat now. */
  readonly seated: number;
  /** The live edition that opens next, or has opened; null before the first. */
  readonly year: number | null;
  readonly categories: number;
  readonly registrationId: string | null;
  readonly hasOpened: boolean;
}

export async function readFirstSteps(db: Queryable, regionId: string, now: Instant): Promise<FirstSteps> {
  const row = await db.one<FirstSteps>(
    `SELECT (SELECT count(*)::int FROM agency WHERE region_id = $1) AS agencies,
       (SELECT count(DISTINCT person_id)::int FROM seat_holding WHERE region_id = $1 AND held_from <= $2 AND (held_until IS NULL OR held_until > $2)) AS seated,
       e.year, (SELECT count(*)::int FROM category c WHERE c.region_id = $1 AND c.edition_id = e.edition_id AND c.dropped_at IS NULL) AS categories,
       s.stage_id AS "registrationId",
       EXISTS (SELECT 1 FROM stage x JOIN edition y USING (region_id, edition_id)
         WHERE x.region_id = $1 AND y.kind = 'live' AND x.kind = 'registration' AND x.dropped_at IS NULL AND x.opens_at <= $2) AS "hasOpened"
     FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT edition_id, year FROM edition WHERE region_id = $1 AND kind = 'live' ORDER BY year LIMIT 1) e ON true
     LEFT JOIN stage s ON s.region_id = $1 AND s.edition_id = e.edition_id AND s.kind = 'registration' AND s.dropped_at IS NULL`,
    [regionId, now],
  );
  return row ?? { agencies: 0, seated: 0, year: null, categories: 0, registrationId: null, hasOpened: false };
}
