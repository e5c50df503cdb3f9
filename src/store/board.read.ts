// The committee's board: every entry of an edition, searched and counted, and one entry whole.

import type { EntryState } from '../domain/innovation/entry.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface BoardRow {
  readonly entryId: string;
  readonly registrationNumber: string | null;
  readonly innovationName: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly categoryName: string;
  readonly state: EntryState;
  readonly verifiers: readonly string[];
  readonly verifierCount: number;
  readonly memberIds: readonly string[];
  readonly repairUntil: Instant | null;
  readonly total: number;
}

export interface BoardQuery {
  readonly regionId: string;
  readonly editionId: string;
  readonly words: string;
  readonly state: string;
  readonly category: string;
  readonly limit: number;
  readonly offset: number;
}

/** A page of entries; `total` counts every match. */
export async function pageBoard(db: Queryable, asked: BoardQuery): Promise<readonly BoardRow[]> {
  return db.all<BoardRow>(
    `WITH found AS (SELECT e.entry_id, e.registration_number, e.state, e.repair_until, e.agency_id, i.name, a.name AS agency, c.name AS category, count(*) OVER ()::int AS total
       FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
         JOIN category c ON c.region_id = e.region_id AND c.category_id = e.category_id
       WHERE e.region_id = $1 AND e.edition_id = $2 AND ($3 = '' OR i.name ILIKE '%' || $3 || '%' OR a.name ILIKE '%' || $3 || '%' OR e.registration_number ILIKE '%' || $3 || '%')
         AND ($4 = '' OR e.state = $4) AND ($5 = '' OR c.code = $5)
       ORDER BY e.registration_number NULLS LAST, e.entry_id LIMIT $6 OFFSET $7)
     SELECT f.entry_id AS "entryId", f.registration_number AS "registrationNumber", f.name AS "innovationName", f.agency_id AS "agencyId", f.agency AS "agencyName",
       f.category AS "categoryName", f.state, f.repair_until AS "repairUntil", f.total, coalesce(t.names, '{}') AS verifiers, coalesce(t.n, 0) AS "verifierCount", coalesce(m.ids, '{}') AS "memberIds"
     FROM found f
       LEFT JOIN LATERAL (SELECT array_agg(p.name ORDER BY p.name) AS names, count(*)::int AS n FROM verification_assignment v JOIN person p USING (region_id, person_id)
         WHERE v.region_id = $1 AND v.entry_id = f.entry_id) t ON true
       LEFT JOIN LATERAL (SELECT array_agg(x.person_id::text) AS ids FROM entry_member x WHERE x.region_id = $1 AND x.entry_id = f.entry_id) m ON true
     ORDER BY f.registration_number NULLS LAST, f.entry_id`,
    [asked.regionId, asked.editionId, asked.words.replace(/[%_\\]/g, '\\$&'), asked.state, asked.category, asked.limit, asked.offset],
  );
}

/** How many entries stand in each state. */
export async function countStates(db: Queryable, regionId: string, editionId: string): Promise<readonly { readonly state: EntryState; readonly n: number }[]> {
  return db.all('SELECT state, count(*)::int AS n FROM entry WHERE region_id = $1 AND edition_id = $2 GROUP BY state', [regionId, editionId]);
}

export interface EntrySheet {
  readonly jurorCode: string;
  readonly jurorName: string;
  readonly state: 'draft' | 'sealed' | 'absent';
  readonly num: string | null;
  readonly den: string | null;
}

/** The sheets about an entry; totals only when asked for, which is from the plenary on (RULES 5). */
export async function listEntrySheets(db: Queryable, regionId: string, entryId: string, withTotals: boolean): Promise<readonly EntrySheet[]> {
  return db.all<EntrySheet>(
    `SELECT j.code AS "jurorCode", p.name AS "jurorName", s.state, CASE WHEN $3 AND s.state = 'sealed' THEN s.total_num END AS num, CASE WHEN $3 AND s.state = 'sealed' THEN s.total_den END AS den
     FROM sheet s JOIN panel_juror j ON j.region_id = s.region_id AND j.category_id = s.category_id AND j.person_id = s.juror_id JOIN person p ON p.region_id = s.region_id AND p.person_id = s.juror_id
     WHERE s.region_id = $1 AND s.entry_id = $2 ORDER BY length(j.code), j.code`,
    [regionId, entryId, withTotals],
  );
}
