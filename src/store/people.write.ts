// People, seats, grants and sessions, written.

import type { Agency } from '../domain/people/agency.ts';
import type { GrantedRole, SeatRole } from '../domain/people/role.ts';
import type { Factor } from '../domain/people/second-factor.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewRegion {
  readonly regionId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: 'province' | 'regency' | 'city';
  readonly zone: string;
  readonly zoneWord: string;
  readonly prefix: string;
  readonly contact: string;
  readonly isSample: boolean;
}

export async function insertRegion(tx: Queryable, region: NewRegion): Promise<void> {
  await tx.run(
    'INSERT INTO region (region_id, code, name, kind, zone, zone_word, prefix, contact, is_sample) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING',
    [region.regionId, region.code, region.name, region.kind, region.zone, region.zoneWord, region.prefix, region.contact, region.isSample],
  );
}

/** Rows inserted: 0 when the agency was there already. */
export async function insertAgency(tx: Queryable, regionId: string, agency: Agency): Promise<number> {
  return tx.run('INSERT INTO agency (region_id, agency_id, name, short_name, kind) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
    regionId,
    agency.agencyId,
    agency.name,
    agency.shortName,
    agency.kind,
  ]);
}

export interface NewPerson {
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
}

export async function insertPerson(tx: Queryable, regionId: string, person: NewPerson, now: Instant): Promise<number> {
  return tx.run('INSERT INTO person (region_id, person_id, name, nip, email, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING', [
    regionId,
    person.personId,
    person.name,
    person.nip,
    person.email,
    now,
  ]);
}

/** Rows: 0 when NIP or e-mail is somebody else's. */
export async function updatePerson(tx: Queryable, regionId: string, person: NewPerson): Promise<number> {
  return tx.run(
    `UPDATE person SET name = $3, nip = $4, email = $5 WHERE region_id = $1 AND person_id = $2 AND NOT EXISTS (
       SELECT 1 FROM person o WHERE o.region_id = $1 AND o.person_id <> $2 AND (o.nip = $4 OR lower(o.email) = lower($5)))`,
    [regionId, person.personId, person.name, person.nip, person.email],
  );
}

/** Shuts an account out, or (null) lets it in. Rows: 0 when it stood so already. */
export async function setDisabled(tx: Queryable, regionId: string, personId: string, at: Instant | null): Promise<number> {
  return tx.run('UPDATE person SET disabled_at = $3 WHERE region_id = $1 AND person_id = $2 AND (disabled_at IS NULL) = ($3::timestamptz IS NOT NULL)', [
    regionId,
    personId,
    at,
  ]);
}

export async function setPassword(tx: Queryable, regionId: string, personId: string, passwordHash: string): Promise<void> {
  await tx.run('UPDATE person SET password_hash = $3 WHERE region_id = $1 AND person_id = $2', [regionId, personId, passwordHash]);
}

export async function insertSeat(
  tx: Queryable,
  regionId: string,
  seat: { readonly seatId: string; readonly agencyId: string; readonly title: string; readonly role: SeatRole | null },
): Promise<number> {
  return tx.run('INSERT INTO seat (region_id, seat_id, agency_id, title, role) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING', [
    regionId,
    seat.seatId,
    seat.agencyId,
    seat.title,
    seat.role,
  ]);
}

export async function insertHolding(
  tx: Queryable,
  regionId: string,
  held: {
    readonly holdingId: string;
    readonly seatId: string;
    readonly personId: string;
    readonly from: Instant;
    readonly until: Instant | null;
    readonly waiting?: boolean;
  },
): Promise<number> {
  return tx.run(
    'INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from, held_until, waiting) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING',
    [regionId, held.holdingId, held.seatId, held.personId, held.from, held.until, held.waiting ?? false],
  );
}

export async function endHolding(tx: Queryable, regionId: string, seatId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE seat_holding SET held_until = $3 WHERE region_id = $1 AND seat_id = $2 AND held_until IS NULL AND held_from < $3', [
    regionId,
    seatId,
    now,
  ]);
}

export interface NewGrant {
  readonly grantId: string;
  readonly personId: string;
  readonly role: GrantedRole;
  readonly editionId: string | null;
  readonly categoryId: string | null;
  /** Counts only once a second person has confirmed it. */
  readonly waiting?: boolean;
}

export async function insertGrant(tx: Queryable, regionId: string, grant: NewGrant, now: Instant): Promise<number> {
  return tx.run(
    'INSERT INTO role_grant (region_id, grant_id, person_id, role, edition_id, category_id, granted_from, waiting) VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING',
    [regionId, grant.grantId, grant.personId, grant.role, grant.editionId, grant.categoryId, now, grant.waiting ?? false],
  );
}

export async function endGrants(tx: Queryable, regionId: string, personId: string, role: GrantedRole, now: Instant): Promise<number> {
  return tx.run('UPDATE role_grant SET granted_until = $4 WHERE region_id = $1 AND person_id = $2 AND role = $3 AND granted_until IS NULL', [
    regionId,
    personId,
    role,
    now,
  ]);
}

/** Who is admin now and may come in, by person or by seat; the grants are locked, so that two at once cannot both be the last but one. */
export async function lockAdmins(tx: Queryable, regionId: string, now: Instant): Promise<readonly string[]> {
  await tx.all(`SELECT grant_id FROM role_grant WHERE region_id = $1 AND role = 'admin' AND granted_until IS NULL ORDER BY grant_id FOR UPDATE`, [regionId]);
  const rows = await tx.all<{ personId: string }>(
    `SELECT DISTINCT g.person_id AS "personId" FROM grant_holder g JOIN person p USING (region_id, person_id)
     WHERE g.region_id = $1 AND g.role = 'admin' AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2) AND p.disabled_at IS NULL`,
    [regionId, now],
  );
  return rows.map((row) => row.personId);
}

/** Rows: 0 when the account was closed meanwhile. */
export async function insertSession(
  tx: Queryable,
  regionId: string,
  session: {
    readonly sessionId: string;
    readonly tokenSha256: Buffer;
    readonly personId: string;
    readonly at: Instant;
    readonly factor: Factor;
    readonly device: string;
  },
): Promise<number> {
  return tx.run(
    `INSERT INTO session (region_id, session_id, token_sha256, person_id, started_at, seen_at, proved_at, factor, device)
     SELECT $1, $2, $3, person_id, $5, $5, $5, $6, $7 FROM person WHERE region_id = $1 AND person_id = $4 AND disabled_at IS NULL FOR SHARE`,
    [regionId, session.sessionId, session.tokenSha256, session.personId, session.at, session.factor, session.device],
  );
}

export async function touchSession(db: Queryable, seen: { readonly regionId: string; readonly sessionId: string; readonly at: Instant }): Promise<void> {
  await db.run('UPDATE session SET seen_at = $3 WHERE region_id = $1 AND session_id = $2 AND ended_at IS NULL AND seen_at < $3', [
    seen.regionId,
    seen.sessionId,
    seen.at,
  ]);
}

/** Ends one session of the person, or all of them. */
export async function endSessions(tx: Queryable, regionId: string, personId: string, sessionId: string | null, now: Instant): Promise<number> {
  return tx.run('UPDATE session SET ended_at = $4 WHERE region_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR session_id = $3) AND ended_at IS NULL', [
    regionId,
    personId,
    sessionId,
    now,
  ]);
}

export interface NewLink {
  readonly linkId: string;
  readonly tokenSha256: Buffer;
  readonly kind: 'invitation' | 'reset';
  readonly personId: string;
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly createdBy: string | null;
  /** By somebody of the house, by a mail, or by whoever has the machine. */
  readonly route?: LinkRoute;
}

export type LinkRoute = 'hand' | 'mail' | 'machine';

export async function insertLink(tx: Queryable, regionId: string, link: NewLink): Promise<void> {
  await tx.run(
    'INSERT INTO link_token (region_id, token_sha256, link_id, kind, person_id, expires_at, created_at, created_by, route) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [regionId, link.tokenSha256, link.linkId, link.kind, link.personId, link.expiresAt, link.createdAt, link.createdBy, link.route ?? 'hand'],
  );
}

export interface UsedLink {
  readonly personId: string;
  readonly kind: 'invitation' | 'reset';
  readonly createdBy: string | null;
  readonly route: LinkRoute;
}

/** Uses up the link; of two tries at once, by one link or by two of a person, exactly one finds a row. An invitation is worth nothing once there is a password. */
export async function useLink(tx: Queryable, regionId: string, tokenSha256: Buffer, now: Instant): Promise<UsedLink | null> {
  await tx.one(
    `SELECT 1 AS one FROM person WHERE region_id = $1 AND person_id = (SELECT person_id FROM link_token WHERE region_id = $1 AND token_sha256 = $2) FOR NO KEY UPDATE`,
    [regionId, tokenSha256],
  );
  return tx.one(
    `UPDATE link_token l SET used_at = $3 FROM person p WHERE p.region_id = l.region_id AND p.person_id = l.person_id AND l.region_id = $1 AND l.token_sha256 = $2
       AND l.used_at IS NULL AND l.expires_at > $3 AND p.disabled_at IS NULL AND (l.kind = 'reset' OR p.password_hash IS NULL)
     RETURNING l.person_id AS "personId", l.kind, l.created_by AS "createdBy", l.route`,
    [regionId, tokenSha256, now],
  );
}

/** An older link of the same person is worth nothing once a new one is made. */
export async function voidLinks(tx: Queryable, regionId: string, personId: string, now: Instant): Promise<void> {
  await tx.run('UPDATE link_token SET used_at = $3 WHERE region_id = $1 AND person_id = $2 AND used_at IS NULL', [regionId, personId, now]);
}

export async function insertFailure(
  db: Queryable,
  failure: { readonly regionId: string; readonly failureId: string; readonly account: Buffer; readonly address: string; readonly at: Instant },
) {
  await db.run('INSERT INTO sign_in_failure (region_id, failure_id, account_sha256, address, failed_at) VALUES ($1, $2, $3, $4, $5)', [
    failure.regionId,
    failure.failureId,
    failure.account,
    failure.address,
    failure.at,
  ]);
}

export async function forgetFailures(tx: Queryable, regionId: string, account: Buffer): Promise<void> {
  await tx.run('DELETE FROM sign_in_failure WHERE region_id = $1 AND account_sha256 = $2', [regionId, account]);
}

export async function forgetTry(db: Queryable, regionId: string, failureId: string): Promise<void> {
  await db.run('DELETE FROM sign_in_failure WHERE region_id = $1 AND failure_id = $2', [regionId, failureId]);
}
