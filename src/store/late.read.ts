// Who still has work to do in a stage, and how much: one query a kind.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface Late {
  readonly personId: string;
  readonly count: number;
}

/** Heads with submitted entries of the edition that wait for their decision. */
export async function lateHeads(db: Queryable, regionId: string, editionId: string, now: Instant): Promise<readonly Late[]> {
  return db.all<Late>(
    `SELECT h.person_id AS "personId", count(DISTINCT e.entry_id) AS count
     FROM entry e JOIN seat s USING (region_id, agency_id) JOIN seat_holding h USING (region_id, seat_id)
     WHERE e.region_id = $1 AND e.edition_id = $2 AND e.state = 'submitted' AND s.role = 'head' AND h.held_from <= $3 AND (h.held_until IS NULL OR h.held_until > $3)
     GROUP BY 1 ORDER BY 1`,
    [regionId, editionId, now],
  );
}

/** Verifiers with assigned entries of the edition that are not verified. */
export async function lateVerifiers(db: Queryable, regionId: string, editionId: string): Promise<readonly Late[]> {
  return db.all<Late>(
    `SELECT a.person_id AS "personId", count(*) AS count FROM verification_assignment a JOIN entry e USING (region_id, entry_id)
     WHERE a.region_id = $1 AND e.edition_id = $2 AND e.state IN ('approved', 'in-verification') GROUP BY 1 ORDER BY 1`,
    [regionId, editionId],
  );
}

export interface LateJuror extends Late {
  readonly categoryId: string;
  readonly category: string;
}

/** Jurors with finalists of the edition they have neither sealed nor been recused from or recorded absent at. */
export async function lateJurors(db: Queryable, regionId: string, editionId: string): Promise<readonly LateJuror[]> {
  return db.all<LateJuror>(
    `SELECT j.person_id AS "personId", c.category_id AS "categoryId", c.name AS category, count(*) AS count
     FROM category c JOIN panel_juror j USING (region_id, category_id) JOIN finalist f USING (region_id, category_id)
     WHERE c.region_id = $1 AND c.edition_id = $2
       AND NOT EXISTS (SELECT 1 FROM recusal r WHERE r.region_id = c.region_id AND r.entry_id = f.entry_id AND r.person_id = j.person_id)
       AND NOT EXISTS (SELECT 1 FROM sheet s WHERE s.region_id = c.region_id AND s.entry_id = f.entry_id AND s.juror_id = j.person_id AND s.state IN ('sealed', 'absent'))
     GROUP BY 1, 2, 3 ORDER BY 1, 2`,
    [regionId, editionId],
  );
}
