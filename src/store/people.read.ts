// People, seats, grants and sessions, read.

import type { Agency, AgencyKind } from '../domain/people/agency.ts';
import { DOOR_KINDS } from '../domain/people/message.ts';
import type { Region } from '../domain/people/region.ts';
import type { Actor, Grant, SeatHolding } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

const REGION = `region_id AS "regionId", code, name, zone, zone_word AS "zoneWord", prefix, contact, is_sample AS "isSample"`;

/** The region of a host name; the only region when there is one. */
export async function findRegion(db: Queryable, host: string): Promise<Region | null> {
  const rows = await db.all<Region>(
    `SELECT ${REGION} FROM region WHERE lower(host) = lower($1) OR (SELECT count(*) FROM region) = 1 ORDER BY host NULLS LAST LIMIT 1`,
    [host],
  );
  return rows[0] ?? null;
}

export async function listRegions(db: Queryable): Promise<readonly Region[]> {
  return db.all<Region>(`SELECT ${REGION} FROM region ORDER BY code`);
}

export async function findRegionById(db: Queryable, regionId: string): Promise<Region | null> {
  return db.one<Region>(`SELECT ${REGION} FROM region WHERE region_id = $1`, [regionId]);
}

interface SessionRow {
  readonly sessionId: string;
  readonly seenAt: Instant;
  readonly personId: string;
  readonly name: string;
  readonly grants: readonly Grant[] | null;
  readonly waiting: readonly Grant[] | null;
  readonly seats: readonly SeatHolding[] | null;
}

interface OpenedSession {
  readonly sessionId: string;
  readonly seenAt: Instant;
  readonly provedAt: Instant | null;
  /** A role of the person asks for a second factor, and there is none yet. */
  readonly lacksFactor: boolean;
  /** Messages in the person's box that were not read yet. */
  readonly unread: number;
  readonly actor: Actor;
}

const grantsIn = (view: 'grant_holder' | 'grant_waiting') =>
  `(SELECT json_agg(json_build_object('role', g.role, 'editionId', g.edition_id, 'categoryId', g.category_id, 'seatId', g.seat_id)) FROM ${view} g
  WHERE g.region_id = p.region_id AND g.person_id = p.person_id AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2))`;
const GRANTS = `${grantsIn('grant_holder')} AS grants, ${grantsIn('grant_waiting')} AS waiting`;
const SEATS = `(SELECT json_agg(json_build_object('seatId', s.seat_id, 'agencyId', r.agency_id, 'agencyName', a.name, 'inherited', r.inherited, 'title', s.title, 'role', s.role, 'delegation', h.delegation,
    'heldFrom', to_char(greatest(h.held_from, r.reached_from) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'heldUntil', to_char(h.held_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
  FROM seat_holding h JOIN seat s USING (region_id, seat_id) JOIN seat_reach r USING (region_id, seat_id)
    JOIN agency a ON a.region_id = r.region_id AND a.agency_id = r.agency_id
  WHERE h.region_id = p.region_id AND h.person_id = p.person_id AND greatest(h.held_from, r.reached_from) <= $2
    AND (h.held_until IS NULL OR h.held_until > r.reached_from))`;

/** Whether the person has no second factor, and the region asks it of a deciding role or an edition of one of the person's roles: of a role of all editions, the newest does. A scalar question, so that it is asked of this person and not of all. */
const LACKS_FACTOR = `(coalesce((SELECT true FROM access_setting x JOIN grant_holder g ON g.region_id = x.region_id AND g.person_id = p.person_id
    AND g.role IN ('juror', 'chair', 'leader', 'secretariat', 'admin') AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2)
  WHERE x.region_id = p.region_id AND x.second_factor_from <= $2 LIMIT 1), false) OR coalesce((SELECT true FROM edition e JOIN grant_holder g ON g.region_id = e.region_id AND g.person_id = p.person_id AND g.role = ANY(e.second_factor_roles)
    AND (g.edition_id = e.edition_id OR (g.edition_id IS NULL AND e.year = (SELECT max(year) FROM edition x WHERE x.region_id = p.region_id AND x.kind = 'live')))
  WHERE e.region_id = p.region_id AND e.kind = 'live' AND e.second_factor_roles <> '{}' AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2) LIMIT 1), false))
  AND NOT EXISTS (SELECT 1 FROM time_code c WHERE c.region_id = p.region_id AND c.person_id = p.person_id AND c.confirmed_at IS NOT NULL)
  AND NOT EXISTS (SELECT 1 FROM passkey k WHERE k.region_id = p.region_id AND k.person_id = p.person_id)
  AND NOT EXISTS (SELECT 1 FROM code_card k WHERE k.region_id = p.region_id AND k.person_id = p.person_id)`;

const UNREAD = `(SELECT count(*) FROM message m WHERE m.region_id = p.region_id AND m.person_id = p.person_id AND m.read_at IS NULL AND m.to_address IS NULL AND m.kind <> ALL($5))`;

/** The open session of a token, with its person, unread messages, grants in force, seats now and before: one query. */
export async function findSession(
  db: Queryable,
  asked: { readonly regionId: string; readonly tokenSha256: Buffer; readonly now: Instant; readonly idleSince: Instant; readonly startedSince: Instant },
): Promise<OpenedSession | null> {
  const row = await db.one<SessionRow & Omit<OpenedSession, 'actor'>>(
    `SELECT t.session_id AS "sessionId", t.seen_at AS "seenAt", t.proved_at AS "provedAt", ${LACKS_FACTOR} AS "lacksFactor", ${UNREAD} AS unread, p.person_id AS "personId", p.name, ${GRANTS}, ${SEATS} AS seats
     FROM session t JOIN person p USING (region_id, person_id)
     WHERE t.region_id = $1 AND t.token_sha256 = $3 AND t.ended_at IS NULL AND t.seen_at > $4 AND t.started_at > $6 AND p.disabled_at IS NULL`,
    [asked.regionId, asked.now, asked.tokenSha256, asked.idleSince, DOOR_KINDS, asked.startedSince],
  );
  if (row === null) return null;
  const { sessionId, seenAt, provedAt, lacksFactor, unread } = row;
  return { sessionId, seenAt, provedAt, lacksFactor, unread, actor: actorOf(row, asked.now) };
}

/** A person as an actor, with grants and seats at `now`. */
export async function findActor(db: Queryable, regionId: string, personId: string, now: Instant): Promise<Actor | null> {
  const row = await db.one<Omit<SessionRow, 'sessionId' | 'seenAt'>>(
    `SELECT p.person_id AS "personId", p.name, ${GRANTS}, ${SEATS} AS seats FROM person p WHERE p.region_id = $1 AND p.person_id = $3`,
    [regionId, now, personId],
  );
  return row === null ? null : actorOf(row, now);
}

/** Several people as actors, with grants and seats at `now`: one query. */
export async function findActors(db: Queryable, regionId: string, personIds: readonly string[], now: Instant): Promise<readonly Actor[]> {
  const rows = await db.all<Omit<SessionRow, 'sessionId' | 'seenAt'>>(
    `SELECT p.person_id AS "personId", p.name, ${GRANTS}, ${SEATS} AS seats FROM person p WHERE p.region_id = $1 AND p.person_id = ANY($3)`,
    [regionId, now, personIds],
  );
  return rows.map((row) => actorOf(row, now));
}

function actorOf(row: Omit<SessionRow, 'sessionId' | 'seenAt'>, now: Instant): Actor {
  const seats = row.seats ?? [];
  const isHeld = (seat: SeatHolding) => seat.heldUntil === null || seat.heldUntil > now;
  return {
    personId: row.personId,
    name: row.name,
    grants: row.grants ?? [],
    seats: seats.filter(isHeld),
    pastSeats: seats.filter((seat) => !isHeld(seat)),
    ...(row.waiting === null ? {} : { waiting: row.waiting }),
  };
}

export interface Credential {
  readonly personId: string;
  readonly passwordHash: string | null;
  readonly disabledAt: Instant | null;
}

/** By NIP (18 digits) or e-mail, whatever its letters' case. */
export async function findCredential(db: Queryable, regionId: string, account: string): Promise<Credential | null> {
  return db.one<Credential>(
    `SELECT person_id AS "personId", password_hash AS "passwordHash", disabled_at AS "disabledAt" FROM person
     WHERE region_id = $1 AND (lower(email) = lower($2) OR nip = $2)`,
    [regionId, account],
  );
}

export interface PersonCard {
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  readonly hasPassword: boolean;
  readonly disabledAt: Instant | null;
}

export async function findPerson(db: Queryable, regionId: string, personId: string): Promise<PersonCard | null> {
  return db.one<PersonCard>(
    `SELECT person_id AS "personId", name, nip, email, password_hash IS NOT NULL AS "hasPassword", disabled_at AS "disabledAt" FROM person
     WHERE region_id = $1 AND person_id = $2`,
    [regionId, personId],
  );
}

/** What the person signs in with, as shown to them. */
export async function findAccount(db: Queryable, regionId: string, personId: string): Promise<string> {
  const row = await db.one<{ account: string }>('SELECT coalesce(email, nip) AS account FROM person WHERE region_id = $1 AND person_id = $2', [
    regionId,
    personId,
  ]);
  return row?.account ?? '';
}

/** The password's hash of a person who may come in. */
export async function findPasswordHash(db: Queryable, regionId: string, personId: string): Promise<string | null> {
  const row = await db.one<{ hash: string | null }>(
    'SELECT password_hash AS hash FROM person WHERE region_id = $1 AND person_id = $2 AND disabled_at IS NULL',
    [regionId, personId],
  );
  return row?.hash ?? null;
}

/** Failed tries since an instant: of the account, and of the address. */
export async function countFailures(
  db: Queryable,
  asked: { readonly regionId: string; readonly account: Buffer; readonly address: string; readonly since: Instant },
) {
  const row = await db.one<{ account: number; address: number }>(
    `SELECT count(*) FILTER (WHERE region_id = $1 AND account_sha256 = $2) AS account, count(*) FILTER (WHERE address = $3) AS address
     FROM sign_in_failure WHERE failed_at > $4 AND ((region_id = $1 AND account_sha256 = $2) OR address = $3)`,
    [asked.regionId, asked.account, asked.address, asked.since],
  );
  return row ?? { account: 0, address: 0 };
}

export interface LinkRow {
  readonly linkId: string;
  readonly kind: 'invitation' | 'reset';
  readonly personId: string;
  readonly personName: string;
  /** What the person signs in with: the NIP, else the e-mail. */
  readonly account: string;
  readonly expiresAt: Instant;
}

/** An unused link that has not run out. */
export async function findLink(db: Queryable, regionId: string, tokenSha256: Buffer, now: Instant): Promise<LinkRow | null> {
  return db.one<LinkRow>(
    `SELECT l.link_id AS "linkId", l.kind, l.person_id AS "personId", p.name AS "personName", coalesce(p.nip, p.email) AS account, l.expires_at AS "expiresAt"
     FROM link_token l JOIN person p USING (region_id, person_id)
     WHERE l.region_id = $1 AND l.token_sha256 = $2 AND l.used_at IS NULL AND l.expires_at > $3 AND p.disabled_at IS NULL
       AND (l.kind = 'reset' OR p.password_hash IS NULL)`,
    [regionId, tokenSha256, now],
  );
}

export interface PersonRow {
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  readonly hasPassword: boolean;
  readonly seats: string | null;
  readonly roles: string | null;
  readonly lastSignIn: Instant | null;
}

/** One page of people with seats and roles in words: one query. */
export async function listPeople(
  db: Queryable,
  asked: { readonly regionId: string; readonly now: Instant; readonly words: string; readonly offset: number; readonly limit: number },
) {
  return db.all<PersonRow & { total: number }>(
    `SELECT p.person_id AS "personId", p.name, p.nip, p.email, p.password_hash IS NOT NULL AS "hasPassword", count(*) OVER () AS total,
       (SELECT string_agg(s.title || ', ' || a.short_name, '; ') FROM seat_holding h JOIN seat s USING (region_id, seat_id) JOIN agency a USING (region_id, agency_id)
         WHERE h.region_id = p.region_id AND h.person_id = p.person_id AND h.held_from <= $2 AND (h.held_until IS NULL OR h.held_until > $2)) AS seats,
       (SELECT string_agg(DISTINCT g.role, ',') FROM grant_holder g WHERE g.region_id = p.region_id AND g.person_id = p.person_id
         AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2)) AS roles,
       (SELECT max(started_at) FROM session t WHERE t.region_id = p.region_id AND t.person_id = p.person_id) AS "lastSignIn"
     FROM person p WHERE p.region_id = $1 AND ($3 = '' OR p.name ILIKE '%' || $3 || '%' OR p.email ILIKE '%' || $3 || '%' OR p.nip LIKE $3 || '%')
     ORDER BY p.name, p.person_id LIMIT $4 OFFSET $5`,
    [asked.regionId, asked.now, asked.words.replace(/[%_\\]/g, '\\$&'), asked.limit, asked.offset],
  );
}

/** The agencies that stand: those merged into another are left out. */
export async function listAgencies(db: Queryable, regionId: string): Promise<readonly Agency[]> {
  return db.all<{ agencyId: string; name: string; shortName: string; kind: AgencyKind }>(
    `SELECT agency_id AS "agencyId", name, short_name AS "shortName", kind FROM agency a
     WHERE region_id = $1 AND NOT EXISTS (SELECT 1 FROM agency_merge m WHERE m.region_id = a.region_id AND m.agency_id = a.agency_id) ORDER BY name`,
    [regionId],
  );
}

export async function findAgency(db: Queryable, regionId: string, agencyId: string): Promise<Agency | null> {
  return db.one<Agency>(`SELECT agency_id AS "agencyId", name, short_name AS "shortName", kind FROM agency WHERE region_id = $1 AND agency_id = $2`, [
    regionId,
    agencyId,
  ]);
}

/** Whether this very invitation was written since an instant and still waits for its password. */
export async function isInvited(
  db: Queryable,
  regionId: string,
  person: { readonly personId: string; readonly name: string; readonly nip: string | null; readonly email: string | null },
  since: Instant,
) {
  const row = await db.one(
    `SELECT 1 AS one FROM person WHERE region_id = $1 AND person_id = $2 AND name = $3 AND nip IS NOT DISTINCT FROM $4 AND email IS NOT DISTINCT FROM $5
       AND created_at > $6 AND password_hash IS NULL AND disabled_at IS NULL`,
    [regionId, person.personId, person.name, person.nip, person.email, since],
  );
  return row !== null;
}

/** Who holds the seat; the seat stays locked until the act ends. */
export async function lockHolder(tx: Queryable, regionId: string, seatId: string): Promise<string | null> {
  await tx.one('SELECT 1 AS one FROM seat WHERE region_id = $1 AND seat_id = $2 FOR UPDATE', [regionId, seatId]);
  const row = await tx.one<{ personId: string }>(
    'SELECT person_id AS "personId" FROM seat_holding WHERE region_id = $1 AND seat_id = $2 AND held_until IS NULL',
    [regionId, seatId],
  );
  return row?.personId ?? null;
}

/** Names of people, in the order of names. */
export async function listNames(
  db: Queryable,
  regionId: string,
  personIds: readonly string[],
): Promise<readonly { readonly personId: string; readonly name: string }[]> {
  return db.all('SELECT person_id AS "personId", name FROM person WHERE region_id = $1 AND person_id = ANY($2) ORDER BY name, person_id', [
    regionId,
    personIds,
  ]);
}
