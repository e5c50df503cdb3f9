// Who is to be told: people by their part in an entry, a category or an edition, as of now.

import type { EntryState } from '../domain/innovation/entry.ts';
import type { SeatRole } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** A person and the entry they are told about, with what its words need. */
export interface Concerned {
  readonly personId: string;
  readonly entryId: string;
  readonly innovation: string;
  readonly number: string;
}

/** The innovator who began the entry while still in office, else every innovator of the agency; in a group without seats, who began it. */
const TEAM = `SELECT e.region_id, e.entry_id, coalesce(own.person_id, holder.person_id, e.started_by) AS person_id
  FROM entry e
  LEFT JOIN LATERAL (SELECT h.person_id FROM seat_reach r JOIN seat s USING (region_id, seat_id) JOIN seat_holding h USING (region_id, seat_id)
    WHERE r.region_id = e.region_id AND r.agency_id = e.agency_id AND s.role = 'innovator' AND h.person_id = e.started_by
      AND h.held_from <= $2 AND (h.held_until IS NULL OR h.held_until > $2) LIMIT 1) own ON true
  LEFT JOIN LATERAL (SELECT h.person_id FROM seat_reach r JOIN seat s USING (region_id, seat_id) JOIN seat_holding h USING (region_id, seat_id)
    WHERE own.person_id IS NULL AND r.region_id = e.region_id AND r.agency_id = e.agency_id AND s.role = 'innovator'
      AND h.held_from <= $2 AND (h.held_until IS NULL OR h.held_until > $2)) holder ON true
  WHERE e.region_id = $1`;
const HEADS = `SELECT e.region_id, e.entry_id, h.person_id FROM entry e JOIN seat_reach r USING (region_id, agency_id) JOIN seat s USING (region_id, seat_id) JOIN seat_holding h USING (region_id, seat_id)
  WHERE e.region_id = $1 AND s.role = 'head' AND h.held_from <= $2 AND (h.held_until IS NULL OR h.held_until > $2)`;
const CONCERNED = `SELECT DISTINCT t.person_id AS "personId", t.entry_id AS "entryId", i.name AS innovation, coalesce(e.registration_number, '') AS number`;
const OF_ENTRY = 'JOIN entry e USING (region_id, entry_id) JOIN innovation i USING (region_id, innovation_id)';

export async function teamOf(db: Queryable, regionId: string, entryId: string, now: Instant): Promise<readonly Concerned[]> {
  return db.all<Concerned>(`${CONCERNED} FROM (${TEAM} AND e.entry_id = $3) t ${OF_ENTRY}`, [regionId, now, entryId]);
}

export async function headsOf(db: Queryable, regionId: string, entryId: string, now: Instant): Promise<readonly Concerned[]> {
  return db.all<Concerned>(`${CONCERNED} FROM (${HEADS} AND e.entry_id = $3) t ${OF_ENTRY}`, [regionId, now, entryId]);
}

/** The teams of some entries. */
export async function teamsOfMany(db: Queryable, regionId: string, entryIds: readonly string[], now: Instant): Promise<readonly Concerned[]> {
  if (entryIds.length === 0) return [];
  return db.all<Concerned>(`${CONCERNED} FROM (${TEAM} AND e.entry_id = ANY($3)) t ${OF_ENTRY} ORDER BY 1, 2`, [regionId, now, entryIds]);
}

/** The approvers of some entries. */
export async function headsOfMany(db: Queryable, regionId: string, entryIds: readonly string[], now: Instant): Promise<readonly Concerned[]> {
  if (entryIds.length === 0) return [];
  return db.all<Concerned>(`${CONCERNED} FROM (${HEADS} AND e.entry_id = ANY($3)) t ${OF_ENTRY} ORDER BY 1, 2`, [regionId, now, entryIds]);
}

interface Entries {
  readonly editionId: string;
  /** Null: every category of the edition. */
  readonly categoryId: string | null;
  readonly states: readonly EntryState[];
}

/** The teams of all such entries. */
export async function teamsOf(db: Queryable, regionId: string, { editionId, categoryId, states }: Entries, now: Instant): Promise<readonly Concerned[]> {
  return db.all<Concerned>(
    `${CONCERNED} FROM (${TEAM} AND e.edition_id = $3 AND ($4::uuid IS NULL OR e.category_id = $4) AND e.state = ANY($5)) t ${OF_ENTRY} ORDER BY 1, 2`,
    [regionId, now, editionId, categoryId, states],
  );
}

/** The approvers of all such entries. */
export async function approversOf(db: Queryable, regionId: string, { editionId, categoryId, states }: Entries, now: Instant): Promise<readonly Concerned[]> {
  return db.all<Concerned>(
    `${CONCERNED} FROM (${HEADS} AND e.edition_id = $3 AND ($4::uuid IS NULL OR e.category_id = $4) AND e.state = ANY($5)) t ${OF_ENTRY} ORDER BY 1, 2`,
    [regionId, now, editionId, categoryId, states],
  );
}

/** Everybody who holds one of the roles for the edition. */
export async function holdersOf(db: Queryable, regionId: string, editionId: string, roles: readonly string[], now: Instant): Promise<readonly string[]> {
  const rows = await db.all<{ personId: string }>(
    `SELECT DISTINCT person_id AS "personId" FROM grant_holder WHERE region_id = $1 AND role = ANY($3) AND (edition_id IS NULL OR edition_id = $4)
       AND granted_from <= $2 AND (granted_until IS NULL OR granted_until > $2) ORDER BY 1`,
    [regionId, now, roles, editionId],
  );
  return rows.map(({ personId }) => personId);
}

/** Everybody who sits in a seat of one of the roles, in any agency. */
export async function seatedAs(db: Queryable, regionId: string, roles: readonly SeatRole[], now: Instant): Promise<readonly string[]> {
  const rows = await db.all<{ personId: string }>(
    `SELECT DISTINCT h.person_id AS "personId" FROM seat_holding h JOIN seat s USING (region_id, seat_id) JOIN person p ON p.region_id = h.region_id AND p.person_id = h.person_id
     WHERE h.region_id = $1 AND s.role = ANY($3) AND h.held_from <= $2 AND (h.held_until IS NULL OR h.held_until > $2) AND p.disabled_at IS NULL ORDER BY 1`,
    [regionId, now, roles],
  );
  return rows.map(({ personId }) => personId);
}
