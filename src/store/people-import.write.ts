// Many people, seats and links at once: one statement per kind.

import type { SeatRole } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import type { NewLink, NewPerson } from './people.write.ts';

/** One import of a region at a time: the second sees what the first has written. */
export async function lockImports(tx: Queryable, regionId: string): Promise<void> {
  await tx.one(`SELECT pg_advisory_xact_lock(hashtextextended('import ' || $1, 0))`, [regionId]);
}

/** Rows inserted: fewer than given when a number or address was taken in the meantime. */
export async function insertPeople(tx: Queryable, regionId: string, people: readonly NewPerson[], now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO person (region_id, person_id, name, nip, email, created_at)
     SELECT $1, x."personId", x.name, x.nip, x.email, $3 FROM json_to_recordset($2::json) AS x("personId" uuid, name text, nip text, email text) ON CONFLICT DO NOTHING`,
    [regionId, JSON.stringify(people), now],
  );
}

export interface NewSeat {
  readonly seatId: string;
  readonly agencyId: string;
  readonly title: string;
  readonly role: SeatRole | null;
}

export async function insertSeats(tx: Queryable, regionId: string, seats: readonly NewSeat[]): Promise<void> {
  await tx.run(
    `INSERT INTO seat (region_id, seat_id, agency_id, title, role)
     SELECT $1, x."seatId", x."agencyId", x.title, x.role FROM json_to_recordset($2::json) AS x("seatId" uuid, "agencyId" uuid, title text, role text)`,
    [regionId, JSON.stringify(seats)],
  );
}

export interface NewHolding {
  readonly holdingId: string;
  readonly seatId: string;
  readonly personId: string;
  readonly waiting?: boolean;
}

/** Rows inserted: fewer than given when somebody took a seat in the meantime. */
export async function insertHoldings(tx: Queryable, regionId: string, holdings: readonly NewHolding[], now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from, waiting)
     SELECT $1, x."holdingId", x."seatId", x."personId", $3, coalesce(x.waiting, false)
     FROM json_to_recordset($2::json) AS x("holdingId" uuid, "seatId" uuid, "personId" uuid, waiting boolean) ON CONFLICT DO NOTHING`,
    [regionId, JSON.stringify(holdings), now],
  );
}

/** Links in place of whatever unused links these people had. */
export async function replaceLinks(tx: Queryable, regionId: string, links: readonly NewLink[], now: Instant): Promise<void> {
  const people = links.map((link) => link.personId);
  await tx.run('UPDATE link_token SET used_at = $3 WHERE region_id = $1 AND person_id = ANY($2) AND used_at IS NULL', [regionId, people, now]);
  const rows = links.map((link) => ({ ...link, tokenSha256: link.tokenSha256.toString('hex') }));
  await tx.run(
    `INSERT INTO link_token (region_id, token_sha256, link_id, kind, person_id, expires_at, created_at, created_by)
     SELECT $1, decode(x."tokenSha256", 'hex'), x."linkId", x.kind, x."personId", x."expiresAt", x."createdAt", x."createdBy" FROM json_to_recordset($2::json)
       AS x("tokenSha256" text, "linkId" uuid, kind text, "personId" uuid, "expiresAt" timestamptz, "createdAt" timestamptz, "createdBy" uuid)`,
    [regionId, JSON.stringify(rows)],
  );
}
