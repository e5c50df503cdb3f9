// Panels, finalists, confirmations and recusals, read.

import type { Contender } from '../domain/jury/appointment.ts';
import type { Finalist, PanelJuror, Recusal } from '../domain/jury/panel.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** The panel of a category in the order of its codes. */
export async function findPanel(db: Queryable, regionId: string, categoryId: string): Promise<readonly PanelJuror[]> {
  return db.all<PanelJuror>(
    `SELECT j.person_id AS "personId", p.name, j.code, j.is_chair AS "isChair" FROM panel_juror j JOIN person p USING (region_id, person_id)
     WHERE j.region_id = $1 AND j.category_id = $2 ORDER BY length(j.code), j.code`,
    [regionId, categoryId],
  );
}

/** The panel with the moment each juror confirmed the conflicts; null before. */
export async function findPanelStanding(
  db: Queryable,
  regionId: string,
  categoryId: string,
): Promise<readonly (PanelJuror & { readonly confirmedAt: Instant | null; readonly hasSheet: boolean })[]> {
  return db.all(
    `SELECT j.person_id AS "personId", p.name, j.code, j.is_chair AS "isChair", k.confirmed_at AS "confirmedAt",
       EXISTS (SELECT 1 FROM sheet s WHERE s.region_id = j.region_id AND s.category_id = j.category_id AND s.juror_id = j.person_id) AS "hasSheet"
     FROM panel_juror j JOIN person p USING (region_id, person_id) LEFT JOIN conflict_confirmation k USING (region_id, category_id, person_id)
     WHERE j.region_id = $1 AND j.category_id = $2 ORDER BY length(j.code), j.code`,
    [regionId, categoryId],
  );
}

/** Entries the panel may have to score: the finalists, before the announcement every entry that is on its way. */
export async function findContenders(db: Queryable, regionId: string, categoryId: string): Promise<readonly Contender[]> {
  return db.all<Contender>(
    `SELECT e.entry_id AS "entryId", i.name, e.agency_id AS "agencyId", a.name AS "agencyName",
       ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id) AS "memberIds"
     FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id
     JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id LEFT JOIN finalist f ON f.region_id = e.region_id AND f.entry_id = e.entry_id
     WHERE e.region_id = $1 AND e.category_id = $2 AND e.state NOT IN ('withdrawn', 'refused')
       AND (f.entry_id IS NOT NULL OR NOT EXISTS (SELECT 1 FROM finalist x WHERE x.region_id = $1 AND x.category_id = $2))
     ORDER BY i.name, e.entry_id`,
    [regionId, categoryId],
  );
}

/** The announced finalists of a category with agency and team. */
export async function findFinalists(db: Queryable, regionId: string, categoryId: string): Promise<readonly Finalist[]> {
  return db.all<Finalist>(
    `SELECT f.entry_id AS "entryId", e.registration_number AS "registrationNumber", i.name, e.agency_id AS "agencyId", a.name AS "agencyName",
       ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = f.region_id AND m.entry_id = f.entry_id) AS "memberIds"
     FROM finalist f JOIN entry e USING (region_id, entry_id) JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id
     JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
     WHERE f.region_id = $1 AND f.category_id = $2 ORDER BY f.position`,
    [regionId, categoryId],
  );
}

export interface Appointment {
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly editionId: string;
  readonly editionName: string;
  readonly year: number;
  readonly code: string;
  readonly isChair: boolean;
  readonly confirmedAt: Instant | null;
}

/** The panels of live editions a person sits on. */
export async function listAppointments(db: Queryable, regionId: string, personId: string): Promise<readonly Appointment[]> {
  return db.all<Appointment>(
    `SELECT j.category_id AS "categoryId", c.code AS "categoryCode", c.name AS "categoryName", c.edition_id AS "editionId", e.name AS "editionName", e.year,
       j.code, j.is_chair AS "isChair", k.confirmed_at AS "confirmedAt"
     FROM panel_juror j JOIN category c USING (region_id, category_id) JOIN edition e ON e.region_id = c.region_id AND e.edition_id = c.edition_id
     LEFT JOIN conflict_confirmation k ON k.region_id = j.region_id AND k.category_id = j.category_id AND k.person_id = j.person_id
     WHERE j.region_id = $1 AND j.person_id = $2 AND e.kind = 'live' ORDER BY e.year DESC, c.position`,
    [regionId, personId],
  );
}

/** When the juror confirmed the conflicts of a category; null before. */
export async function findConfirmation(db: Queryable, regionId: string, categoryId: string, personId: string): Promise<Instant | null> {
  const row = await db.one<{ at: Instant }>(
    'SELECT confirmed_at AS at FROM conflict_confirmation WHERE region_id = $1 AND category_id = $2 AND person_id = $3',
    [regionId, categoryId, personId],
  );
  return row?.at ?? null;
}

/** Recusals of the finalists of a category. */
export async function findRecusals(db: Queryable, regionId: string, categoryId: string): Promise<readonly (Recusal & { readonly personId: string })[]> {
  return db.all(
    `SELECT r.entry_id AS "entryId", r.person_id AS "personId", r.source, r.reason FROM recusal r JOIN finalist f USING (region_id, entry_id)
     WHERE r.region_id = $1 AND f.category_id = $2 ORDER BY f.position`,
    [regionId, categoryId],
  );
}

export async function isRecused(db: Queryable, regionId: string, entryId: string, personId: string): Promise<boolean> {
  return (await db.one('SELECT 1 AS one FROM recusal WHERE region_id = $1 AND entry_id = $2 AND person_id = $3', [regionId, entryId, personId])) !== null;
}

/** Heads, at a moment, of agencies with a finalist in the category. */
export async function findFinalistHeads(db: Queryable, regionId: string, categoryId: string, now: Instant): Promise<readonly string[]> {
  const rows = await db.all<{ personId: string }>(
    `SELECT DISTINCT h.person_id AS "personId" FROM finalist f JOIN entry e USING (region_id, entry_id)
     JOIN seat_reach r ON r.region_id = e.region_id AND r.agency_id = e.agency_id JOIN seat s ON s.region_id = r.region_id AND s.seat_id = r.seat_id AND s.role = 'head'
     JOIN seat_holding h ON h.region_id = s.region_id AND h.seat_id = s.seat_id AND h.held_from <= $3 AND (h.held_until IS NULL OR h.held_until > $3)
     WHERE f.region_id = $1 AND f.category_id = $2`,
    [regionId, categoryId, now],
  );
  return rows.map((row) => row.personId);
}

/** Whether judging has begun in earnest: a sheet of the category is sealed. */
export async function hasSealedSheet(db: Queryable, regionId: string, categoryId: string): Promise<boolean> {
  return (await db.one(`SELECT 1 FROM sheet WHERE region_id = $1 AND category_id = $2 AND state = 'sealed' LIMIT 1`, [regionId, categoryId])) !== null;
}
