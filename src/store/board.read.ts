// The committee's board: the entries of an edition in one query, and how far each category is.

import type { EntryState } from '../domain/innovation/entry.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface BoardEntry {
  readonly entryId: string;
  readonly registrationNumber: string | null;
  readonly innovationName: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly categoryId: string;
  readonly state: EntryState;
  readonly isApproved: boolean;
  readonly isFinalist: boolean;
  /** Decimal text, shortest form; null before the first submit. */
  readonly claimed: string | null;
  /** Null while a claim waits for its verdict. */
  readonly verified: string | null;
  /** When anything about it last changed. */
  readonly movedAt: Instant;
  readonly repairUntil: Instant | null;
  /** Its verifiers, one a line: id, space, name. */
  readonly assigned: string;
  /** Whether the person who asks is of its team. */
  readonly isMember: boolean;
}

/** Every entry of an edition, or of some of its categories, by registration number; drafts come last. `onlyAssigned`: what a verifier sees, without the others who verify. */
export async function listBoard(
  db: Queryable,
  regionId: string,
  editionId: string,
  asked: { readonly personId: string; readonly categoryIds: readonly string[] | null; readonly onlyAssigned: boolean },
): Promise<readonly BoardEntry[]> {
  return db.all<BoardEntry>(
    `SELECT e.entry_id AS "entryId", e.registration_number AS "registrationNumber", i.name AS "innovationName", e.agency_id AS "agencyId", a.name AS "agencyName",
       e.category_id AS "categoryId", e.state, e.approved_at IS NOT NULL AS "isApproved", f.entry_id IS NOT NULL AS "isFinalist",
       trim_scale(e.claimed_points) AS claimed,
       CASE WHEN NOT $5 OR NOT EXISTS (SELECT 1 FROM verdict o WHERE o.region_id = e.region_id AND o.entry_id = e.entry_id AND o.given_by <> $3)
         THEN trim_scale(e.verified_points) END AS verified, e.repair_until AS "repairUntil", coalesce(v.assigned, '') AS assigned,
       m.entry_id IS NOT NULL AS "isMember",
       CASE WHEN e.state IN ('draft', 'returned-by-head', 'returned-for-repair')
         THEN greatest(e.started_at, e.moved_at, (SELECT max(p.saved_at) FROM profile_part p WHERE p.region_id = e.region_id AND p.entry_id = e.entry_id),
           (SELECT max(c.saved_at) FROM claim c WHERE c.region_id = e.region_id AND c.entry_id = e.entry_id))
         ELSE coalesce(e.moved_at, e.approved_at, e.submitted_at, e.started_at) END AS "movedAt"
     FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id
       JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
       LEFT JOIN finalist f ON f.region_id = e.region_id AND f.entry_id = e.entry_id
       LEFT JOIN entry_member m ON m.region_id = e.region_id AND m.entry_id = e.entry_id AND m.person_id = $3
       LEFT JOIN (SELECT t.entry_id, string_agg(t.person_id || ' ' || p.name, chr(10) ORDER BY p.name, t.person_id) AS assigned
         FROM verification_assignment t JOIN person p USING (region_id, person_id)
         WHERE t.region_id = $1 AND (NOT $5 OR t.person_id = $3) GROUP BY t.entry_id) v ON v.entry_id = e.entry_id
     WHERE e.region_id = $1 AND e.edition_id = $2 AND ($4::uuid[] IS NULL OR e.category_id = ANY($4)) AND (NOT $5 OR v.entry_id IS NOT NULL)
     ORDER BY e.registration_number NULLS LAST, e.entry_id`,
    [regionId, editionId, asked.personId, asked.categoryIds, asked.onlyAssigned],
  );
}

/** The teams of some entries: entry and person. */
export async function listTeams(
  db: Queryable,
  regionId: string,
  entryIds: readonly string[],
): Promise<readonly { readonly entryId: string; readonly personId: string }[]> {
  return db.all('SELECT entry_id AS "entryId", person_id AS "personId" FROM entry_member WHERE region_id = $1 AND entry_id = ANY($2)', [regionId, entryIds]);
}

export interface BoardCategory {
  readonly categoryId: string;
  readonly code: string;
  readonly name: string;
  readonly isAnnounced: boolean;
  readonly isPublished: boolean;
  /** Whether the person who asks sits on its panel. */
  readonly isOnPanel: boolean;
}

/** The categories of an edition, with how far each is. */
export async function listBoardCategories(db: Queryable, regionId: string, editionId: string, personId: string): Promise<readonly BoardCategory[]> {
  return db.all<BoardCategory>(
    `SELECT c.category_id AS "categoryId", c.code, c.name,
       EXISTS (SELECT 1 FROM shortlist_announcement a WHERE a.region_id = c.region_id AND a.category_id = c.category_id) AS "isAnnounced",
       EXISTS (SELECT 1 FROM publication p WHERE p.region_id = c.region_id AND p.category_id = c.category_id AND p.kind = 'result') AS "isPublished",
       EXISTS (SELECT 1 FROM panel_juror j WHERE j.region_id = c.region_id AND j.category_id = c.category_id AND j.person_id = $3) AS "isOnPanel"
     FROM category c WHERE c.region_id = $1 AND c.edition_id = $2 ORDER BY c.position`,
    [regionId, editionId, personId],
  );
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
