// Requests for deciding roles and for ways in, read: who asked, who may confirm, what stands.

import type { AccessRequest } from '../domain/access/request.ts';
import type { GrantedRole } from '../domain/people/role.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** What an effect or a stop needs beside the rules. */
export interface RequestRow extends AccessRequest {
  readonly grantId: string | null;
  readonly seatId: string | null;
  readonly holdingId: string | null;
  readonly reason: string;
}

const REQUEST = `r.request_id AS "requestId", r.kind, r.person_id AS "personId", r.role, r.edition_id AS "editionId", r.category_id AS "categoryId", r.asked_by AS "askedBy",
  r.asked_at AS "askedAt", r.route, r.due_at AS "dueAt", r.effective_at AS "effectiveAt", r.stopped_at AS "stoppedAt", r.grant_id AS "grantId", r.seat_id AS "seatId",
  r.holding_id AS "holdingId", r.reason`;

/** The request, locked until the act ends. */
export async function lockRequest(tx: Queryable, regionId: string, requestId: string): Promise<RequestRow | null> {
  return tx.one<RequestRow>(`SELECT ${REQUEST} FROM access_request r WHERE r.region_id = $1 AND r.request_id = $2 FOR UPDATE`, [regionId, requestId]);
}

/** Open ones whose day is over, locked. */
export async function lockDue(tx: Queryable, regionId: string, now: Instant): Promise<readonly RequestRow[]> {
  return tx.all<RequestRow>(
    `SELECT ${REQUEST} FROM access_request r WHERE r.region_id = $1 AND r.due_at <= $2 AND r.effective_at IS NULL AND r.stopped_at IS NULL ORDER BY r.request_id FOR UPDATE`,
    [regionId, now],
  );
}

export interface ShownRequest extends RequestRow {
  readonly personName: string | null;
  readonly askedByName: string | null;
  readonly seatName: string | null;
  readonly categoryName: string | null;
  readonly year: number | null;
  /** The person has a password, a passkey or the office's sign-on. */
  readonly isActive: boolean;
}

const SHOWN = `SELECT ${REQUEST}, p.name AS "personName", a.name AS "askedByName", s.title || ', ' || o.name AS "seatName", c.name AS "categoryName", e.year,
    r.person_id IS NULL OR ${active('p')} AS "isActive"
  FROM access_request r LEFT JOIN person p ON p.region_id = r.region_id AND p.person_id = r.person_id
    LEFT JOIN person a ON a.region_id = r.region_id AND a.person_id = r.asked_by
    LEFT JOIN seat s ON s.region_id = r.region_id AND s.seat_id = r.seat_id LEFT JOIN agency o ON o.region_id = s.region_id AND o.agency_id = s.agency_id
    LEFT JOIN category c ON c.region_id = r.region_id AND c.category_id = r.category_id
    LEFT JOIN edition e ON e.region_id = r.region_id AND e.edition_id = r.edition_id
  WHERE r.region_id = $1`;

function active(person: string): string {
  const own = (table: string) => `EXISTS (SELECT 1 FROM ${table} x WHERE x.region_id = ${person}.region_id AND x.person_id = ${person}.person_id)`;
  return `(${person}.password_hash IS NOT NULL OR ${own('passkey')} OR ${own('sso_identity')})`;
}

export async function listOpenRequests(db: Queryable, regionId: string): Promise<readonly ShownRequest[]> {
  return db.all<ShownRequest>(`${SHOWN} AND r.effective_at IS NULL AND r.stopped_at IS NULL ORDER BY p.name NULLS LAST, r.asked_at, r.request_id LIMIT 200`, [
    regionId,
  ]);
}

export async function listRequestsOf(db: Queryable, regionId: string, personId: string): Promise<readonly ShownRequest[]> {
  return db.all<ShownRequest>(`${SHOWN} AND r.person_id = $2 AND r.effective_at IS NULL AND r.stopped_at IS NULL ORDER BY r.asked_at, r.request_id`, [
    regionId,
    personId,
  ]);
}

/** What was set up alone before the first registration, and nobody else has looked at yet. */
export async function listAlone(db: Queryable, regionId: string): Promise<readonly ShownRequest[]> {
  return db.all<ShownRequest>(
    `${SHOWN} AND r.route = 'alone' AND r.reviewed_at IS NULL AND r.stopped_at IS NULL ORDER BY p.name NULLS LAST, r.asked_at LIMIT 500`,
    [regionId],
  );
}

/** Whether somebody who can come in could confirm: an admin, a secretariat member (of the edition when one is named), or for a juror the chair of the category; not these. */
export async function hasSecond(
  tx: Queryable,
  regionId: string,
  asked: { readonly role: GrantedRole | null; readonly editionId: string | null; readonly categoryId: string | null; readonly not: readonly string[] },
  now: Instant,
): Promise<boolean> {
  const row = await tx.one(
    `SELECT 1 AS one FROM grant_holder g JOIN person p USING (region_id, person_id)
     WHERE g.region_id = $1 AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2) AND p.disabled_at IS NULL AND ${active('p')}
       AND g.person_id <> ALL($6::uuid[])
       AND (g.role = 'admin' OR (g.role = 'secretariat' AND (g.edition_id IS NULL OR $4::uuid IS NULL OR g.edition_id = $4))
         OR (g.role = 'chair' AND $3 = 'juror' AND (g.edition_id IS NULL OR g.edition_id = $4) AND (g.category_id IS NULL OR g.category_id = $5::uuid))) LIMIT 1`,
    [regionId, now, asked.role, asked.editionId, asked.categoryId, asked.not],
  );
  return row !== null;
}

/** Whether the registration of a live edition has ever opened. */
export async function hasOpened(db: Queryable, regionId: string, now: Instant): Promise<boolean> {
  const row = await db.one(
    `SELECT 1 AS one FROM stage s JOIN edition e USING (region_id, edition_id)
     WHERE s.region_id = $1 AND e.kind = 'live' AND s.kind = 'registration' AND s.dropped_at IS NULL AND s.opens_at <= $2 LIMIT 1`,
    [regionId, now],
  );
  return row !== null;
}

/** Whether the actor made a link for the account or changed it since an instant; `anyWay`: or the mail server or the office's sign-on, over which a way in may have come. */
export async function hasTouched(
  db: Queryable,
  regionId: string,
  asked: { readonly actorId: string; readonly personId: string; readonly anyWay: boolean; readonly since: Instant },
): Promise<boolean> {
  const row = await db.one(
    `SELECT 1 AS one FROM audit_entry WHERE region_id = $1 AND actor_id = $2 AND acted_at > $4
       AND ((subject_id = $3 AND kind IN ('person.invited', 'person.reset-link-made', 'person.changed', 'person.sso-unlinked', 'person.let-in'))
         OR ($5 AND kind IN ('mail.changed', 'sso.changed'))) LIMIT 1`,
    [regionId, asked.actorId, asked.personId, asked.since, asked.anyWay],
  );
  return row !== null;
}

export interface DecidingGrant {
  readonly role: GrantedRole;
  readonly editionId: string | null;
  readonly categoryId: string | null;
  readonly waiting: boolean;
}

/** Deciding roles that fall to the person now, with whether they wait. */
export async function decidingGrantsOf(db: Queryable, regionId: string, personId: string, now: Instant): Promise<readonly DecidingGrant[]> {
  return db.all<DecidingGrant>(
    `SELECT role, edition_id AS "editionId", category_id AS "categoryId", waiting FROM grant_asked
     WHERE region_id = $1 AND person_id = $2 AND granted_from <= $3 AND (granted_until IS NULL OR granted_until > $3)
       AND role IN ('juror', 'chair', 'leader', 'secretariat', 'admin') ORDER BY role, grant_id`,
    [regionId, personId, now],
  );
}

/** Whether the person has a way in of their own. */
export async function isActive(db: Queryable, regionId: string, personId: string): Promise<boolean> {
  const row = await db.one(`SELECT 1 AS one FROM person p WHERE p.region_id = $1 AND p.person_id = $2 AND ${active('p')}`, [regionId, personId]);
  return row !== null;
}

/** Of these seats, those that carry a deciding role, confirmed or not, with one of the roles. */
export async function listDecidingSeats(
  db: Queryable,
  regionId: string,
  seatIds: readonly string[],
  now: Instant,
): Promise<readonly { readonly seatId: string; readonly role: GrantedRole }[]> {
  return db.all(
    `SELECT seat_id AS "seatId", min(role) AS role FROM role_grant WHERE region_id = $1 AND seat_id = ANY($2) AND (granted_until IS NULL OR granted_until > $3)
       AND role IN ('leader', 'secretariat', 'admin') GROUP BY seat_id`,
    [regionId, seatIds, now],
  );
}

/** Everybody who decides something now: who is told, and may stop. */
export async function listDeciding(db: Queryable, regionId: string, now: Instant, roles: readonly GrantedRole[]): Promise<readonly string[]> {
  const rows = await db.all<{ personId: string }>(
    `SELECT DISTINCT g.person_id AS "personId" FROM grant_holder g JOIN person p USING (region_id, person_id)
     WHERE g.region_id = $1 AND g.granted_from <= $2 AND (g.granted_until IS NULL OR g.granted_until > $2) AND g.role = ANY($3) AND p.disabled_at IS NULL ORDER BY 1`,
    [regionId, now, roles],
  );
  return rows.map(({ personId }) => personId);
}

/** Who asked for the person's newest deciding role. */
export async function lastAsker(db: Queryable, regionId: string, personId: string): Promise<string | null> {
  const row = await db.one<{ askedBy: string | null }>(
    `SELECT asked_by AS "askedBy" FROM access_request WHERE region_id = $1 AND person_id = $2 AND asked_by IS NOT NULL AND asked_by <> $2 ORDER BY asked_at DESC LIMIT 1`,
    [regionId, personId],
  );
  return row?.askedBy ?? null;
}

/** Since when the person has had time codes, and the unused emergency code of this digest. */
export async function codeSince(db: Queryable, regionId: string, personId: string, codeSha256: Buffer | null): Promise<Instant | null> {
  const row = await db.one<{ since: Instant | null }>(
    codeSha256 === null
      ? 'SELECT confirmed_at AS since FROM time_code WHERE region_id = $1 AND person_id = $2 AND $3::bytea IS NULL'
      : 'SELECT made_at AS since FROM recovery_code WHERE region_id = $1 AND person_id = $2 AND code_sha256 = $3 AND used_at IS NULL',
    [regionId, personId, codeSha256],
  );
  return row?.since ?? null;
}

/** Whether a seat of the agency, or whoever came to sit there, waits for a second person. */
export async function hasOpenSeat(db: Queryable, regionId: string, agencyId: string): Promise<boolean> {
  const row = await db.one(
    `SELECT 1 AS one FROM access_request r JOIN seat s USING (region_id, seat_id) WHERE r.region_id = $1 AND s.agency_id = $2 AND r.effective_at IS NULL AND r.stopped_at IS NULL LIMIT 1`,
    [regionId, agencyId],
  );
  return row !== null;
}
