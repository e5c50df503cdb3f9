// One seat: who holds it, who stands in, who held it before, and what is under way.

import type { GrantedRole, SeatRole } from '../domain/people/role.ts';
import type { Delegation, Handover } from '../domain/people/seat.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface SeatCard {
  readonly seatId: string;
  readonly title: string;
  readonly role: SeatRole | null;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly heldFrom: Instant | null;
}

export async function findSeat(db: Queryable, regionId: string, seatId: string): Promise<SeatCard | null> {
  return db.one<SeatCard>(
    `SELECT s.seat_id AS "seatId", s.title, s.role, s.agency_id AS "agencyId", a.name AS "agencyName", h.person_id AS "holderId", p.name AS "holderName",
       h.held_from AS "heldFrom"
     FROM seat s JOIN agency a USING (region_id, agency_id)
       LEFT JOIN seat_holding h ON h.region_id = s.region_id AND h.seat_id = s.seat_id AND h.held_until IS NULL
       LEFT JOIN person p ON p.region_id = h.region_id AND p.person_id = h.person_id
     WHERE s.region_id = $1 AND s.seat_id = $2`,
    [regionId, seatId],
  );
}

export interface HoldingRow {
  readonly holdingId: string;
  readonly personId: string;
  readonly personName: string;
  readonly delegation: Delegation | null;
  readonly delegatedByName: string | null;
  readonly letter: string;
  readonly from: Instant;
  readonly until: Instant | null;
}

/** Everybody who held the seat or stood in, newest first. */
export async function listHoldings(db: Queryable, regionId: string, seatId: string): Promise<readonly HoldingRow[]> {
  return db.all<HoldingRow>(
    `SELECT h.holding_id AS "holdingId", h.person_id AS "personId", p.name AS "personName", h.delegation, d.name AS "delegatedByName", h.letter,
       h.held_from AS "from", h.held_until AS until
     FROM seat_holding h JOIN person p USING (region_id, person_id) LEFT JOIN person d ON d.region_id = h.region_id AND d.person_id = h.delegated_by
     WHERE h.region_id = $1 AND h.seat_id = $2 AND (h.held_until IS NULL OR h.held_until > h.held_from) ORDER BY h.held_from DESC, h.holding_id DESC LIMIT 100`,
    [regionId, seatId],
  );
}

export interface HandoverRow extends Handover {
  readonly title: string;
  readonly agencyName: string;
  readonly giverName: string | null;
  readonly receiverName: string;
  readonly letter: string;
  readonly givenById: string;
  readonly givenByName: string;
  readonly givenAt: Instant;
}

const HANDOVER = `SELECT v.handover_id AS "handoverId", v.seat_id AS "seatId", v.giver_id AS "giverId", v.receiver_id AS "receiverId", v.received_at AS "receivedAt",
    v.ended_at AS "endedAt", s.title, a.name AS "agencyName", g.name AS "giverName", r.name AS "receiverName", v.letter, v.given_by AS "givenById",
    b.name AS "givenByName", v.given_at AS "givenAt"
  FROM handover v JOIN seat s USING (region_id, seat_id) JOIN agency a USING (region_id, agency_id)
    LEFT JOIN person g ON g.region_id = v.region_id AND g.person_id = v.giver_id
    JOIN person r ON r.region_id = v.region_id AND r.person_id = v.receiver_id
    JOIN person b ON b.region_id = v.region_id AND b.person_id = v.given_by
  WHERE v.region_id = $1`;

export async function findHandover(db: Queryable, regionId: string, handoverId: string): Promise<HandoverRow | null> {
  return db.one<HandoverRow>(`${HANDOVER} AND v.handover_id = $2`, [regionId, handoverId]);
}

export async function findOpenHandover(db: Queryable, regionId: string, seatId: string): Promise<HandoverRow | null> {
  return db.one<HandoverRow>(`${HANDOVER} AND v.seat_id = $2 AND v.received_at IS NULL AND v.ended_at IS NULL`, [regionId, seatId]);
}

/** What waits for the person to take it over. */
export async function listHandoversTo(db: Queryable, regionId: string, personId: string): Promise<readonly HandoverRow[]> {
  return db.all<HandoverRow>(`${HANDOVER} AND v.receiver_id = $2 AND v.received_at IS NULL AND v.ended_at IS NULL ORDER BY v.given_at`, [regionId, personId]);
}

export interface SeatGrant {
  readonly role: GrantedRole;
  readonly from: Instant;
}

/** Roles that stay with the seat. */
export async function listSeatGrants(db: Queryable, regionId: string, seatId: string, now: Instant): Promise<readonly SeatGrant[]> {
  return db.all<SeatGrant>(
    `SELECT role, granted_from AS "from" FROM role_grant WHERE region_id = $1 AND seat_id = $2 AND granted_from <= $3 AND (granted_until IS NULL OR granted_until > $3)
     ORDER BY role`,
    [regionId, seatId, now],
  );
}

export interface SeatLoad {
  /** Entries of the agency that go on with the seat: not finished, not withdrawn. */
  readonly openEntries: number;
  readonly waitingForHead: number;
  /** What stays with the person, not the seat. */
  readonly verifications: number;
  readonly openSheets: number;
  /** Roles given to the seat, and roles given to its holder. */
  readonly seatRoles: readonly GrantedRole[];
  readonly ownRoles: readonly GrantedRole[];
}

/** What a handover carries over, and what it leaves with the person. */
export async function findSeatLoad(db: Queryable, regionId: string, seat: Pick<SeatCard, 'seatId' | 'agencyId' | 'holderId'>, now: Instant): Promise<SeatLoad> {
  const row = await db.one<SeatLoad>(
    `SELECT (SELECT count(*) FROM entry WHERE region_id = $1 AND agency_id = $2 AND state IN ('draft', 'submitted', 'returned-by-head', 'returned-for-repair')) AS "openEntries",
       (SELECT count(*) FROM entry WHERE region_id = $1 AND agency_id = $2 AND state = 'submitted') AS "waitingForHead",
       (SELECT count(*) FROM verification_assignment v JOIN entry e USING (region_id, entry_id)
         WHERE v.region_id = $1 AND v.person_id = $3 AND e.state IN ('approved', 'in-verification', 'returned-for-repair')) AS verifications,
       (SELECT count(*) FROM sheet WHERE region_id = $1 AND juror_id = $3 AND state = 'draft') AS "openSheets",
       ARRAY(SELECT role FROM role_grant WHERE region_id = $1 AND seat_id = $4 AND granted_from <= $5 AND (granted_until IS NULL OR granted_until > $5) ORDER BY role) AS "seatRoles",
       ARRAY(SELECT DISTINCT role FROM role_grant WHERE region_id = $1 AND person_id = $3 AND granted_from <= $5 AND (granted_until IS NULL OR granted_until > $5) ORDER BY role) AS "ownRoles"`,
    [regionId, seat.agencyId, seat.holderId, seat.seatId, now],
  );
  return row ?? { openEntries: 0, waitingForHead: 0, verifications: 0, openSheets: 0, seatRoles: [], ownRoles: [] };
}

/** Addresses of colleagues of the agency, offered when a delegate or successor is named. */
export async function listColleagues(
  db: Queryable,
  regionId: string,
  agencyId: string,
  now: Instant,
): Promise<readonly { readonly account: string; readonly name: string }[]> {
  return db.all(
    `SELECT DISTINCT coalesce(p.nip, p.email) AS account, p.name FROM seat s JOIN seat_holding h USING (region_id, seat_id) JOIN person p USING (region_id, person_id)
     WHERE s.region_id = $1 AND s.agency_id = $2 AND h.held_from <= $3 AND (h.held_until IS NULL OR h.held_until > $3) AND p.disabled_at IS NULL ORDER BY p.name LIMIT 50`,
    [regionId, agencyId, now],
  );
}
