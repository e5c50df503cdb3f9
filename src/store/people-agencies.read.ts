// One agency with its history, and targets with who reached them.

import type { Agency, AgencyKind } from '../domain/people/agency.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface AgencyCard extends Agency {
  /** Where it went; null while it stands. */
  readonly mergedInto: string | null;
}

/** The agency, locked until the act ends when a transaction asks for it with `lock`. */
export async function lockAgency(tx: Queryable, regionId: string, agencyId: string): Promise<AgencyCard | null> {
  await tx.one('SELECT 1 AS one FROM agency WHERE region_id = $1 AND agency_id = $2 FOR UPDATE', [regionId, agencyId]);
  return findAgencyCard(tx, regionId, agencyId);
}

export async function findAgencyCard(db: Queryable, regionId: string, agencyId: string): Promise<AgencyCard | null> {
  return db.one<Agency & { kind: AgencyKind; mergedInto: string | null }>(
    `SELECT agency_id AS "agencyId", name, short_name AS "shortName", kind,
       (SELECT i.name FROM agency_merge m JOIN agency i ON i.region_id = m.region_id AND i.agency_id = m.into_id
         WHERE m.region_id = a.region_id AND m.agency_id = a.agency_id ORDER BY m.merged_at DESC LIMIT 1) AS "mergedInto"
     FROM agency a WHERE region_id = $1 AND agency_id = $2`,
    [regionId, agencyId],
  );
}

export interface AgencyEvent {
  readonly kind: 'renamed' | 'merged' | 'took-in';
  readonly from: string;
  readonly to: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** What the agency was called and what it took in or went into, newest first. */
export async function listAgencyEvents(db: Queryable, regionId: string, agencyId: string): Promise<readonly AgencyEvent[]> {
  return db.all<AgencyEvent>(
    `SELECT e.kind, e.from_name AS "from", e.to_name AS "to", e.reason, p.name AS by, e.at FROM (
       SELECT 'renamed' AS kind, name_from AS from_name, name_to AS to_name, reason, renamed_by AS by_id, renamed_at AS at FROM agency_rename WHERE region_id = $1 AND agency_id = $2
       UNION ALL
       SELECT CASE WHEN m.agency_id = $2 THEN 'merged' ELSE 'took-in' END, a.name, i.name, m.reason, m.merged_by, m.merged_at FROM agency_merge m
         JOIN agency a ON a.region_id = m.region_id AND a.agency_id = m.agency_id JOIN agency i ON i.region_id = m.region_id AND i.agency_id = m.into_id
         WHERE m.region_id = $1 AND (m.agency_id = $2 OR m.into_id = $2)) e
     JOIN person p ON p.region_id = $1 AND p.person_id = e.by_id ORDER BY e.at DESC LIMIT 100`,
    [regionId, agencyId],
  );
}

export interface SeatToMove {
  readonly seatId: string;
  readonly title: string;
  readonly role: 'innovator' | 'head' | null;
  readonly personId: string;
}

/** Seats of the agency that somebody holds, locked. */
export async function lockHeldSeats(tx: Queryable, regionId: string, agencyId: string): Promise<readonly SeatToMove[]> {
  return tx.all<SeatToMove>(
    `SELECT s.seat_id AS "seatId", s.title, s.role, h.person_id AS "personId" FROM seat s JOIN seat_holding h USING (region_id, seat_id)
     WHERE s.region_id = $1 AND s.agency_id = $2 AND h.held_until IS NULL ORDER BY s.seat_id FOR UPDATE`,
    [regionId, agencyId],
  );
}

export interface TargetRow {
  readonly agencyId: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly target: number | null;
  readonly drafts: number;
  /** Sent and not withdrawn. */
  readonly sent: number;
  readonly approved: number;
}

/** Every standing agency that may enter, with its target and what it sent in the edition; what was merged into it counts for it. */
export async function listTargets(db: Queryable, regionId: string, editionId: string): Promise<readonly TargetRow[]> {
  return db.all<TargetRow>(
    `SELECT a.agency_id AS "agencyId", a.name, a.kind, t.target, coalesce(e.drafts, 0)::int AS drafts, coalesce(e.sent, 0)::int AS sent, coalesce(e.approved, 0)::int AS approved
     FROM agency a LEFT JOIN agency_target t ON t.region_id = a.region_id AND t.agency_id = a.agency_id AND t.edition_id = $2
       LEFT JOIN (SELECT coalesce(last.into_id, n.agency_id) AS agency_id, count(*) FILTER (WHERE n.state = 'draft') AS drafts,
           count(*) FILTER (WHERE n.state NOT IN ('draft', 'withdrawn')) AS sent, count(*) FILTER (WHERE n.approved_at IS NOT NULL) AS approved
         FROM entry n LEFT JOIN (SELECT DISTINCT ON (agency_id) agency_id, into_id FROM agency_merge WHERE region_id = $1 ORDER BY agency_id, merged_at DESC) last
           ON last.agency_id = n.agency_id
         WHERE n.region_id = $1 AND n.edition_id = $2 GROUP BY 1) e ON e.agency_id = a.agency_id
     WHERE a.region_id = $1 AND a.kind NOT IN ('outside', 'group') AND NOT EXISTS (SELECT 1 FROM agency_merge m WHERE m.region_id = a.region_id AND m.agency_id = a.agency_id)
     ORDER BY a.name, a.agency_id`,
    [regionId, editionId],
  );
}
