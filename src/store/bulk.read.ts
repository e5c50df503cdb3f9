// Work on many entries, read: the entries with who holds them, and what was done to them together.

import type { AssignableEntry } from '../domain/assessment/bulk.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface BulkEntry extends AssignableEntry {
  readonly innovationName: string;
  readonly agencyName: string;
  readonly registrationNumber: string | null;
  readonly isApproved: boolean;
}

const ENTRIES = `SELECT e.entry_id AS "entryId", e.state, e.agency_id AS "agencyId", i.name AS "innovationName", a.name AS "agencyName", e.registration_number AS "registrationNumber",
    e.approved_at IS NOT NULL AS "isApproved",
    ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id) AS "memberIds",
    ARRAY(SELECT v.person_id::text FROM verification_assignment v WHERE v.region_id = e.region_id AND v.entry_id = e.entry_id) AS "verifierIds"
  FROM entry e JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
  WHERE e.region_id = $1 AND e.edition_id = $2 AND e.entry_id = ANY($3) ORDER BY e.registration_number NULLS LAST, e.entry_id`;

/** Some entries of an edition. */
export async function findBulkEntries(db: Queryable, regionId: string, editionId: string, entryIds: readonly string[]): Promise<readonly BulkEntry[]> {
  return db.all<BulkEntry>(ENTRIES, [regionId, editionId, entryIds]);
}

/** The same, locked for a change: first locked, then read, for one statement would show who held them before it waited. */
export async function lockBulkEntries(tx: Queryable, regionId: string, editionId: string, entryIds: readonly string[]): Promise<readonly BulkEntry[]> {
  const lock = 'SELECT entry_id FROM entry WHERE region_id = $1 AND edition_id = $2 AND entry_id = ANY($3) ORDER BY entry_id FOR UPDATE';
  await tx.all(lock, [regionId, editionId, entryIds]);
  return findBulkEntries(tx, regionId, editionId, entryIds);
}

export interface BulkAct {
  readonly bulkId: string;
  readonly editionId: string;
  readonly kind: 'assign' | 'remind';
  /** The verifier the entries were given to. */
  readonly personId: string | null;
  readonly personName: string | null;
  readonly entryIds: readonly string[];
  readonly actedBy: string;
  readonly actedAt: Instant;
  readonly undoneAt: Instant | null;
  readonly toldAt: Instant | null;
}

const BULK = `SELECT b.bulk_id AS "bulkId", b.edition_id AS "editionId", b.kind, b.person_id AS "personId", p.name AS "personName", b.entry_ids AS "entryIds", b.acted_by AS "actedBy",
    b.acted_at AS "actedAt", b.undone_at AS "undoneAt", b.told_at AS "toldAt"
  FROM bulk_act b LEFT JOIN person p ON p.region_id = b.region_id AND p.person_id = b.person_id WHERE b.region_id = $1 AND b.bulk_id = $2`;

export async function findBulk(db: Queryable, regionId: string, bulkId: string): Promise<BulkAct | null> {
  return db.one<BulkAct>(BULK, [regionId, bulkId]);
}

/** The same, locked: taking back and telling come one after the other. */
export async function lockBulk(tx: Queryable, regionId: string, bulkId: string): Promise<BulkAct | null> {
  return tx.one<BulkAct>(`${BULK} FOR UPDATE OF b`, [regionId, bulkId]);
}
