// Entries, read within the agencies whose seats the asker holds.

import type { CategoryRules } from '../domain/edition/category.ts';
import type { Entry, EntryState } from '../domain/innovation/entry.ts';
import type { Instant, Window } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface EntryDetail extends Entry {
  readonly year: number;
  readonly instrument: string;
  readonly prefix: string;
  readonly editionName: string;
  readonly slug: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly repairUntil: Instant | null;
  readonly rules: CategoryRules;
}

const DETAIL = `SELECT e.entry_id AS "entryId", e.edition_id AS "editionId", e.category_id AS "categoryId", c.code AS "categoryCode", c.name AS "categoryName", d.year, d.instrument,
    r.prefix, d.name AS "editionName", e.innovation_id AS "innovationId", i.name AS "innovationName", i.slug, e.agency_id AS "agencyId", a.name AS "agencyName", e.state,
    e.registration_number AS "registrationNumber", e.submitted_at AS "submittedAt", e.approved_at AS "approvedAt", e.repair_until AS "repairUntil",
    (SELECT x.body FROM category_rules x WHERE x.region_id = e.region_id AND x.category_id = e.category_id ORDER BY x.version DESC LIMIT 1) AS rules
  FROM entry e JOIN region r USING (region_id) JOIN category c ON c.region_id = e.region_id AND c.category_id = e.category_id
    JOIN edition d ON d.region_id = e.region_id AND d.edition_id = e.edition_id JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id
    JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
  WHERE e.region_id = $1 AND e.entry_id = $2 AND e.agency_id = ANY($3::uuid[])`;

/** The entry, when it is of one of the agencies. */
export async function findEntry(db: Queryable, regionId: string, entryId: string, agencyIds: readonly string[]): Promise<EntryDetail | null> {
  return db.one<EntryDetail>(DETAIL, [regionId, entryId, agencyIds]);
}

/** The same, locked for a change. */
export async function lockEntry(tx: Queryable, regionId: string, entryId: string, agencyIds: readonly string[]): Promise<EntryDetail | null> {
  return tx.one<EntryDetail>(`${DETAIL} FOR UPDATE OF e`, [regionId, entryId, agencyIds]);
}

/** What a save of one part needs: where the entry stands, when registration is open, what stood in the part. */
export interface PartOfEntry {
  readonly entryId: string;
  readonly agencyId: string;
  readonly innovationId: string;
  readonly state: EntryState;
  readonly repairUntil: Instant | null;
  readonly repairPlaces: readonly string[];
  readonly instrument: string;
  readonly registration: (Window & { readonly name: string; readonly graceMinutes: number }) | null;
  readonly fields: Readonly<Record<string, string>> | null;
  readonly revision: number;
}

const WHEN = `to_char(s.opens_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const UNTIL = `to_char(s.closes_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const OPEN = `e.entry_id AS "entryId", e.agency_id AS "agencyId", e.innovation_id AS "innovationId", e.state, e.repair_until AS "repairUntil", d.instrument,
    ARRAY(SELECT n.place FROM repair_note n WHERE e.state = 'returned-for-repair' AND n.region_id = e.region_id AND n.entry_id = e.entry_id AND n.closed_at IS NULL) AS "repairPlaces",
    (SELECT json_build_object('name', s.name, 'opensAt', ${WHEN}, 'closesAt', ${UNTIL}, 'graceMinutes', s.grace_minutes) FROM stage s
      WHERE s.region_id = e.region_id AND s.edition_id = e.edition_id AND s.kind = 'registration' AND s.dropped_at IS NULL) AS registration`;

/** The entry locked for a save, with the part that stands: one statement. */
export async function lockPart(tx: Queryable, regionId: string, entryId: string, agencyIds: readonly string[], part: number): Promise<PartOfEntry | null> {
  return tx.one<PartOfEntry>(
    `SELECT ${OPEN}, p.fields, coalesce(p.revision, 0) AS revision FROM entry e JOIN edition d USING (region_id, edition_id)
     LEFT JOIN profile_part p ON p.region_id = e.region_id AND p.entry_id = e.entry_id AND p.part = $4
     WHERE e.region_id = $1 AND e.entry_id = $2 AND e.agency_id = ANY($3::uuid[]) FOR NO KEY UPDATE OF e`,
    [regionId, entryId, agencyIds, part],
  );
}

export interface ClaimOfEntry extends Omit<PartOfEntry, 'fields'> {
  readonly level: number | null;
  readonly basis: string | null;
  readonly note: string | null;
}

/** The entry locked for a save, with the claim that stands on an indicator. */
export async function lockClaim(
  tx: Queryable,
  regionId: string,
  entryId: string,
  agencyIds: readonly string[],
  indicator: string,
): Promise<ClaimOfEntry | null> {
  return tx.one<ClaimOfEntry>(
    `SELECT ${OPEN}, c.level, c.basis, c.note, coalesce(c.revision, 0) AS revision FROM entry e JOIN edition d USING (region_id, edition_id)
     LEFT JOIN claim c ON c.region_id = e.region_id AND c.entry_id = e.entry_id AND c.indicator = $4
     WHERE e.region_id = $1 AND e.entry_id = $2 AND e.agency_id = ANY($3::uuid[]) FOR NO KEY UPDATE OF e`,
    [regionId, entryId, agencyIds, indicator],
  );
}

export interface EntryRow {
  readonly entryId: string;
  readonly innovationName: string;
  readonly agencyName: string;
  readonly categoryName: string;
  readonly year: number;
  readonly state: EntryState;
  readonly registrationNumber: string | null;
  readonly submittedAt: Instant | null;
  readonly savedAt: Instant | null;
}

/** Entries of the agencies, newest edition first. */
export async function listEntries(
  db: Queryable,
  regionId: string,
  agencyIds: readonly string[],
  state: EntryState | null = null,
): Promise<readonly EntryRow[]> {
  return db.all<EntryRow>(
    `SELECT e.entry_id AS "entryId", i.name AS "innovationName", a.name AS "agencyName", c.name AS "categoryName", d.year, e.state,
       e.registration_number AS "registrationNumber", e.submitted_at AS "submittedAt",
       (SELECT max(p.saved_at) FROM profile_part p WHERE p.region_id = e.region_id AND p.entry_id = e.entry_id) AS "savedAt"
     FROM entry e JOIN innovation i USING (region_id, innovation_id) JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
       JOIN category c ON c.region_id = e.region_id AND c.category_id = e.category_id JOIN edition d ON d.region_id = e.region_id AND d.edition_id = e.edition_id
     WHERE e.region_id = $1 AND e.agency_id = ANY($2::uuid[]) AND ($3::text IS NULL OR e.state = $3)
     ORDER BY d.year DESC, e.started_at DESC, e.entry_id LIMIT 200`,
    [regionId, agencyIds, state],
  );
}

export interface OpenEntry extends Pick<PartOfEntry, 'entryId' | 'state' | 'repairUntil' | 'repairPlaces' | 'registration'> {
  readonly innovationName: string;
}

/** Entries of the agencies that lie with their innovators: begun and not sent, or sent back. What came back stands first. */
export async function listOpenEntries(db: Queryable, regionId: string, agencyIds: readonly string[]): Promise<readonly OpenEntry[]> {
  return db.all<OpenEntry>(
    `SELECT ${OPEN}, i.name AS "innovationName" FROM entry e JOIN edition d USING (region_id, edition_id) JOIN innovation i USING (region_id, innovation_id)
     WHERE e.region_id = $1 AND e.agency_id = ANY($2::uuid[]) AND e.state IN ('draft', 'returned-by-head', 'returned-for-repair')
     ORDER BY e.state = 'draft', e.started_at DESC, e.entry_id LIMIT 50`,
    [regionId, agencyIds],
  );
}

export interface InnovationRow {
  readonly innovationId: string;
  readonly agencyId: string;
  readonly name: string;
  readonly oldNumber: string | null;
}

/** An innovation of the region by id, whoever owns it. */
export async function findInnovation(db: Queryable, regionId: string, innovationId: string): Promise<InnovationRow | null> {
  return db.one<InnovationRow>(
    'SELECT innovation_id AS "innovationId", agency_id AS "agencyId", name, old_number AS "oldNumber" FROM innovation WHERE region_id = $1 AND innovation_id = $2',
    [regionId, innovationId],
  );
}

/** Slugs already given that begin with this one. */
export async function findSlugs(db: Queryable, regionId: string, slug: string): Promise<readonly string[]> {
  const rows = await db.all<{ slug: string }>(`SELECT slug FROM innovation WHERE region_id = $1 AND (slug = $2 OR slug LIKE $2 || '-%')`, [regionId, slug]);
  return rows.map((row) => row.slug);
}

/** Names of the other entries of the edition that are not withdrawn. */
export async function findOtherNames(db: Queryable, regionId: string, editionId: string, entryId: string): Promise<readonly string[]> {
  const rows = await db.all<{ name: string }>(
    `SELECT i.name FROM entry e JOIN innovation i USING (region_id, innovation_id) WHERE e.region_id = $1 AND e.edition_id = $2 AND e.entry_id <> $3 AND e.state <> 'withdrawn'`,
    [regionId, editionId, entryId],
  );
  return rows.map((row) => row.name);
}
