// Agencies and seats as lists for whoever keeps them: one query a page.

import type { Agency, AgencyKind } from '../domain/people/agency.ts';
import type { SeatRole } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface AgencyRow extends Agency {
  readonly seats: number;
  /** Who approves there now, by name. */
  readonly heads: string | null;
  /** Where it went; null while it stands. */
  readonly mergedInto: string | null;
  readonly total: number;
}

interface Asked {
  readonly regionId: string;
  readonly words: string;
  readonly offset: number;
  readonly limit: number;
}

export async function listAgencyRows(db: Queryable, asked: Asked): Promise<readonly AgencyRow[]> {
  return db.all<{
    agencyId: string;
    name: string;
    shortName: string;
    kind: AgencyKind;
    seats: number;
    heads: string | null;
    mergedInto: string | null;
    total: number;
  }>(
    `SELECT a.agency_id AS "agencyId", a.name, a.short_name AS "shortName", a.kind, count(*) OVER () AS total,
       (SELECT count(*) FROM seat s JOIN seat_holding h USING (region_id, seat_id) WHERE s.region_id = a.region_id AND s.agency_id = a.agency_id AND h.held_until IS NULL) AS seats,
       (SELECT string_agg(p.name, '; ' ORDER BY p.name) FROM seat s JOIN seat_holding h USING (region_id, seat_id) JOIN person p USING (region_id, person_id)
         WHERE s.region_id = a.region_id AND s.agency_id = a.agency_id AND s.role = 'head' AND h.held_until IS NULL) AS heads,
       (SELECT i.name FROM agency_merge m JOIN agency i ON i.region_id = m.region_id AND i.agency_id = m.into_id
         WHERE m.region_id = a.region_id AND m.agency_id = a.agency_id ORDER BY m.merged_at DESC LIMIT 1) AS "mergedInto"
     FROM agency a WHERE a.region_id = $1 AND ($2 = '' OR a.name ILIKE '%' || $2 || '%' OR a.short_name ILIKE '%' || $2 || '%')
     ORDER BY a.name, a.agency_id LIMIT $3 OFFSET $4`,
    [asked.regionId, literal(asked.words), asked.limit, asked.offset],
  );
}

export interface SeatRow {
  readonly seatId: string;
  readonly title: string;
  readonly role: SeatRole | null;
  readonly agencyName: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly heldFrom: Instant | null;
  /** Entries of the agency that nobody has finished. */
  readonly openEntries: number;
  readonly total: number;
}

/** Every seat, or only those that nobody holds. */
export async function listSeatRows(db: Queryable, asked: Asked & { readonly onlyEmpty: boolean }): Promise<readonly SeatRow[]> {
  return db.all<SeatRow>(
    `SELECT s.seat_id AS "seatId", s.title, s.role, a.name AS "agencyName", h.person_id AS "personId", p.name AS "personName", h.held_from AS "heldFrom", count(*) OVER () AS total,
       (SELECT count(*) FROM entry e WHERE e.region_id = s.region_id AND e.agency_id = s.agency_id
         AND e.state IN ('draft', 'submitted', 'returned-by-head', 'returned-for-repair')) AS "openEntries"
     FROM seat s JOIN agency a USING (region_id, agency_id)
       LEFT JOIN seat_holding h ON h.region_id = s.region_id AND h.seat_id = s.seat_id AND h.held_until IS NULL
       LEFT JOIN person p ON p.region_id = s.region_id AND p.person_id = h.person_id
     WHERE s.region_id = $1 AND ($2 = '' OR s.title ILIKE '%' || $2 || '%' OR a.name ILIKE '%' || $2 || '%' OR p.name ILIKE '%' || $2 || '%')
       AND (NOT $5 OR h.person_id IS NULL)
     ORDER BY a.name, s.role NULLS LAST, s.title, s.seat_id LIMIT $3 OFFSET $4`,
    [asked.regionId, literal(asked.words), asked.limit, asked.offset, asked.onlyEmpty],
  );
}

/** Words as typed: the signs of a pattern stand for themselves. */
function literal(words: string): string {
  return words.replace(/[%_\\]/g, '\\$&');
}
