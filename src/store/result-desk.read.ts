// The desk, read: verified levels of a category, the kept shortlist, its announcement.

import type { EntryState } from '../domain/innovation/entry.ts';
import type { CutDecision, KeptShortlist } from '../domain/result/desk-decision.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Indicator code -> kind, claimed level, level of its newest verdict. */
export type VerdictLevels = Readonly<Record<string, readonly [kind: string, claimed: number, level: number]>>;

export interface DeskRow {
  readonly entryId: string;
  readonly registrationNumber: string;
  readonly state: EntryState;
  readonly innovationName: string;
  readonly slug: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly memberIds: readonly string[];
  readonly verifiers: readonly string[];
  readonly verdicts: VerdictLevels | null;
}

const ROW = `SELECT e.entry_id AS "entryId", e.registration_number AS "registrationNumber", e.state, i.name AS "innovationName", i.slug, e.agency_id AS "agencyId", a.name AS "agencyName",
    ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id) AS "memberIds",
    ARRAY(SELECT p.name FROM verification_assignment t JOIN person p USING (region_id, person_id) WHERE t.region_id = e.region_id AND t.entry_id = e.entry_id ORDER BY p.name) AS verifiers,
    (SELECT json_object_agg(w.indicator, json_build_array(w.kind, w.claimed, w.level)) FROM (SELECT DISTINCT ON (v.indicator) v.indicator, v.kind, v.claimed, v.level
      FROM verdict v WHERE v.region_id = e.region_id AND v.snapshot_id = s.snapshot_id ORDER BY v.indicator, v.serial DESC) w) AS verdicts
  FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
    LEFT JOIN LATERAL (SELECT x.snapshot_id FROM snapshot x WHERE x.region_id = e.region_id AND x.entry_id = e.entry_id ORDER BY x.version DESC LIMIT 1) s ON true
  WHERE e.region_id = $1 AND e.category_id = $2 AND e.state IN ('approved', 'in-verification', 'returned-for-repair', 'verified', 'eligible', 'refused')`;

/** Every entry of the category that reached the desk or stands before it: one query. */
export async function listDeskRows(db: Queryable, regionId: string, categoryId: string): Promise<readonly DeskRow[]> {
  return db.all<DeskRow>(`${ROW} ORDER BY e.registration_number`, [regionId, categoryId]);
}

/** The rows of some registration numbers. */
export async function findDeskRows(db: Queryable, regionId: string, categoryId: string, numbers: readonly string[]): Promise<readonly DeskRow[]> {
  return db.all<DeskRow>(`${ROW} AND e.registration_number = ANY($3)`, [regionId, categoryId, numbers]);
}

/** One page of rows by registration number. */
export async function pageDeskRows(
  db: Queryable,
  regionId: string,
  categoryId: string,
  page: { readonly limit: number; readonly offset: number },
): Promise<readonly DeskRow[]> {
  return db.all<DeskRow>(`${ROW} ORDER BY e.registration_number LIMIT $3 OFFSET $4`, [regionId, categoryId, page.limit, page.offset]);
}

export interface DeskName {
  readonly registrationNumber: string;
  readonly entryId: string;
  readonly innovationName: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly memberIds: readonly string[];
}

/** Names behind the registration numbers of a category, for a list that has its numbers already. */
export async function listDeskNames(db: Queryable, regionId: string, categoryId: string): Promise<readonly DeskName[]> {
  return db.all<DeskName>(
    `SELECT e.registration_number AS "registrationNumber", e.entry_id AS "entryId", i.name AS "innovationName", e.agency_id AS "agencyId", a.name AS "agencyName",
       ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id) AS "memberIds"
     FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
     WHERE e.region_id = $1 AND e.category_id = $2 AND e.registration_number IS NOT NULL`,
    [regionId, categoryId],
  );
}

export interface OnTheWay {
  readonly innovationName: string;
  readonly agencyName: string;
  readonly state: EntryState;
}

/** Entries of the category that have not come to the desk: an announcement leaves them out. */
export async function listOnTheWay(db: Queryable, regionId: string, categoryId: string): Promise<readonly OnTheWay[]> {
  return db.all<OnTheWay>(
    `SELECT i.name AS "innovationName", a.name AS "agencyName", e.state
     FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
     WHERE e.region_id = $1 AND e.category_id = $2 AND e.state IN ('draft', 'submitted', 'returned-by-head') ORDER BY i.name, e.entry_id`,
    [regionId, categoryId],
  );
}

export interface ShortlistVersion {
  readonly shortlistId: string;
  readonly version: number;
  readonly body: KeptShortlist;
  readonly digest: string;
  readonly decisions: readonly CutDecision[];
  readonly computedAt: Instant;
}

/** The newest shortlist of a category. */
export async function findShortlist(db: Queryable, regionId: string, categoryId: string): Promise<ShortlistVersion | null> {
  return db.one<ShortlistVersion>(
    `SELECT shortlist_id AS "shortlistId", version, body, digest, decisions, computed_at AS "computedAt" FROM shortlist
     WHERE region_id = $1 AND category_id = $2 ORDER BY version DESC LIMIT 1`,
    [regionId, categoryId],
  );
}

export interface Announcement {
  readonly shortlistId: string;
  readonly announcedAt: Instant;
}

export async function findAnnouncement(db: Queryable, regionId: string, categoryId: string): Promise<Announcement | null> {
  return db.one<Announcement>(
    'SELECT shortlist_id AS "shortlistId", announced_at AS "announcedAt" FROM shortlist_announcement WHERE region_id = $1 AND category_id = $2',
    [regionId, categoryId],
  );
}

/** The category, locked so that computing, deciding and announcing come one after another. */
export async function lockDesk(
  tx: Queryable,
  regionId: string,
  categoryId: string,
): Promise<{
  readonly categoryId: string;
  readonly editionId: string;
  readonly code: string;
  readonly name: string;
  readonly year: number;
  readonly instrument: string;
} | null> {
  return tx.one(
    `SELECT c.category_id AS "categoryId", c.edition_id AS "editionId", c.code, c.name, d.year, d.instrument FROM category c JOIN edition d USING (region_id, edition_id)
     WHERE c.region_id = $1 AND c.category_id = $2 FOR UPDATE OF c`,
    [regionId, categoryId],
  );
}
