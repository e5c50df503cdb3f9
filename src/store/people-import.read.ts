// What an import of people is matched against: one query per kind, whatever the length of the table.

import type { MergedAgency } from '../domain/people/new-agencies.ts';
import type { KnownPerson, KnownSeat } from '../domain/people/people-plan.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** People who bear any of the numbers or addresses (in small letters). */
export async function findKnownPeople(db: Queryable, regionId: string, nips: readonly string[], emails: readonly string[]): Promise<readonly KnownPerson[]> {
  return db.all<KnownPerson>(
    `SELECT person_id AS "personId", name, nip, email, disabled_at IS NOT NULL AS "isClosed" FROM person WHERE region_id = $1 AND (nip = ANY($2) OR lower(email) = ANY($3))`,
    [regionId, nips, emails],
  );
}

/** Every seat with whoever holds it, in the order they were made. */
export async function findKnownSeats(db: Queryable, regionId: string): Promise<readonly KnownSeat[]> {
  return db.all<KnownSeat>(
    `SELECT s.seat_id AS "seatId", s.agency_id AS "agencyId", s.title, s.role, h.person_id AS "holderId", p.name AS "holderName" FROM seat s
       LEFT JOIN seat_holding h ON h.region_id = s.region_id AND h.seat_id = s.seat_id AND h.held_until IS NULL
       LEFT JOIN person p ON p.region_id = h.region_id AND p.person_id = h.person_id
     WHERE s.region_id = $1 ORDER BY s.seat_id`,
    [regionId],
  );
}

/** The agencies that went into another, with the one that stands for them. */
export async function listMergedAgencies(db: Queryable, regionId: string): Promise<readonly MergedAgency[]> {
  return db.all<MergedAgency>(
    `SELECT a.name, a.short_name AS "shortName", i.name AS into FROM agency_merge m JOIN agency a ON a.region_id = m.region_id AND a.agency_id = m.agency_id
       JOIN agency i ON i.region_id = m.region_id AND i.agency_id = m.into_id
     WHERE m.region_id = $1 AND NOT EXISTS (SELECT 1 FROM agency_merge o WHERE o.region_id = m.region_id AND o.agency_id = m.into_id) ORDER BY a.name`,
    [regionId],
  );
}

export interface Uninvited {
  readonly personId: string;
  readonly name: string;
  readonly account: string;
  /** Where they sit, in words; empty without a seat. */
  readonly place: string;
  readonly linkUntil: Instant | null;
  readonly hasEmail: boolean;
}

/** People who have not made a password yet, of one agency when it is named, with the end of the link they hold: an office's people together, by their seat. */
export async function listUninvited(
  db: Queryable,
  asked: { readonly regionId: string; readonly agencyId: string | null; readonly now: Instant; readonly limit: number },
): Promise<readonly Uninvited[]> {
  return db.all<Uninvited>(
    `SELECT p.person_id AS "personId", p.name, coalesce(p.nip, p.email) AS account, coalesce(h.place, '') AS place, p.email IS NOT NULL AS "hasEmail",
       (SELECT max(expires_at) FROM link_token l WHERE l.region_id = p.region_id AND l.person_id = p.person_id AND l.used_at IS NULL AND l.expires_at > $2) AS "linkUntil"
     FROM person p LEFT JOIN LATERAL (SELECT string_agg(s.title || ', ' || a.short_name, '; ' ORDER BY a.name, s.title) AS place,
         min(a.name) AS office, array_agg(s.agency_id) AS agencies
       FROM seat_holding h JOIN seat s USING (region_id, seat_id) JOIN agency a USING (region_id, agency_id)
       WHERE h.region_id = p.region_id AND h.person_id = p.person_id AND h.held_until IS NULL) h ON true
     WHERE p.region_id = $1 AND p.password_hash IS NULL AND p.disabled_at IS NULL AND ($3::uuid IS NULL OR $3 = ANY(h.agencies))
     ORDER BY h.office NULLS LAST, h.place, p.name, p.person_id LIMIT $4`,
    [asked.regionId, asked.now, asked.agencyId, asked.limit],
  );
}

/** Of these people, those who have no password and are not shut out. */
export async function findUninvited(db: Queryable, regionId: string, personIds: readonly string[]): Promise<readonly string[]> {
  const rows = await db.all<{ personId: string }>(
    'SELECT person_id AS "personId" FROM person WHERE region_id = $1 AND person_id = ANY($2) AND password_hash IS NULL AND disabled_at IS NULL',
    [regionId, personIds],
  );
  return rows.map((row) => row.personId);
}
