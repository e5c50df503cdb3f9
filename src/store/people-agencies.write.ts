// Agencies renamed and merged, targets set.

import type { Agency } from '../domain/people/agency.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface Decided {
  readonly id: string;
  readonly reason: string;
  readonly by: string;
  readonly at: Instant;
}

/** Rows: 0 when another agency bears the name. */
export async function updateAgency(tx: Queryable, regionId: string, agency: Agency): Promise<number> {
  return tx.run(
    `UPDATE agency SET name = $3, short_name = $4, kind = $5 WHERE region_id = $1 AND agency_id = $2
       AND NOT EXISTS (SELECT 1 FROM agency o WHERE o.region_id = $1 AND o.agency_id <> $2 AND o.name = $3)`,
    [regionId, agency.agencyId, agency.name, agency.shortName, agency.kind],
  );
}

export async function insertRename(tx: Queryable, regionId: string, from: Agency, to: Agency, decided: Decided): Promise<void> {
  await tx.run(
    `INSERT INTO agency_rename (region_id, rename_id, agency_id, name_from, short_from, kind_from, name_to, short_to, kind_to, reason, renamed_by, renamed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [regionId, decided.id, from.agencyId, from.name, from.shortName, from.kind, to.name, to.shortName, to.kind, decided.reason, decided.by, decided.at],
  );
}

/** Calls off every handover and ends every delegation of the agency's seats, held or empty. */
export async function endAllUnderWay(tx: Queryable, regionId: string, agencyId: string, by: string, now: Instant): Promise<void> {
  await tx.run(
    `UPDATE handover v SET ended_at = $4, ended_by = $3 FROM seat s WHERE s.region_id = v.region_id AND s.seat_id = v.seat_id AND v.region_id = $1 AND s.agency_id = $2
       AND v.received_at IS NULL AND v.ended_at IS NULL`,
    [regionId, agencyId, by, now],
  );
  await tx.run(
    `UPDATE seat_holding h SET held_until = greatest(h.held_from, $3) FROM seat s WHERE s.region_id = h.region_id AND s.seat_id = h.seat_id AND h.region_id = $1
       AND s.agency_id = $2 AND h.delegation IS NOT NULL AND h.held_until > $3`,
    [regionId, agencyId, now],
  );
}

/** The agency and whatever was merged into it before go into the other. */
export async function insertMerge(tx: Queryable, regionId: string, agencyId: string, intoId: string, decided: Omit<Decided, 'id'>): Promise<void> {
  await tx.run(
    `INSERT INTO agency_merge (region_id, agency_id, into_id, merged_at, merged_by, reason)
     SELECT $1, x.agency_id, $3, $4, $5, $6 FROM (SELECT $2::uuid AS agency_id UNION SELECT agency_id FROM agency_merge WHERE region_id = $1 AND into_id = $2) x
     ON CONFLICT DO NOTHING`,
    [regionId, agencyId, intoId, decided.at, decided.by, decided.reason],
  );
}

/** Innovations live on with the agency that took the other in; entries keep the agency that sent them. */
export async function moveInnovations(tx: Queryable, regionId: string, agencyId: string, intoId: string): Promise<number> {
  return tx.run('UPDATE innovation SET agency_id = $3 WHERE region_id = $1 AND agency_id = $2', [regionId, agencyId, intoId]);
}

/** Roles of seats that are left go to the seats their holders get. */
export async function moveSeatGrants(tx: Queryable, regionId: string, moves: readonly { readonly from: string; readonly to: string }[]): Promise<void> {
  await tx.run(
    `UPDATE role_grant g SET seat_id = m."to" FROM json_to_recordset($2::json) AS m("from" uuid, "to" uuid) WHERE g.region_id = $1 AND g.seat_id = m."from" AND g.granted_until IS NULL`,
    [regionId, JSON.stringify(moves)],
  );
}

export interface NewTarget {
  readonly agencyId: string;
  readonly target: number;
}

/** Rows that changed. */
export async function saveTargets(tx: Queryable, regionId: string, editionId: string, targets: readonly NewTarget[], by: string, at: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO agency_target AS t (region_id, edition_id, agency_id, target, set_by, set_at)
     SELECT $1, $2, x."agencyId", x.target, $4, $5 FROM json_to_recordset($3::json) AS x("agencyId" uuid, target smallint)
     ON CONFLICT (region_id, edition_id, agency_id) DO UPDATE SET target = excluded.target, set_by = excluded.set_by, set_at = excluded.set_at
       WHERE t.target <> excluded.target`,
    [regionId, editionId, JSON.stringify(targets), by, at],
  );
}

export async function insertAgencies(tx: Queryable, regionId: string, agencies: readonly Agency[]): Promise<number> {
  return tx.run(
    `INSERT INTO agency (region_id, agency_id, name, short_name, kind)
     SELECT $1, x."agencyId", x.name, x."shortName", x.kind FROM json_to_recordset($2::json) AS x("agencyId" uuid, name text, "shortName" text, kind text) ON CONFLICT DO NOTHING`,
    [regionId, JSON.stringify(agencies)],
  );
}
