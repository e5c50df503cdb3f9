// Verification, read: the entry under review with its snapshot, verdicts, assignments; verifiers with their seats.

import type { ClaimsUnderReview, SeatedPerson, StandingVerdict, StandingVerdicts, VerdictKind } from '../domain/assessment/verification.ts';
import { counts, type FileState } from '../domain/evidence/check.ts';
import type { EntryState } from '../domain/innovation/entry.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import { findFileStates } from './evidence.read.ts';

/** One piece of evidence as a snapshot froze it. */
export interface FrozenEvidence {
  readonly evidenceId?: string;
  readonly sha256?: string | null;
  readonly link?: string | null;
  readonly kind?: string;
  readonly label?: string;
  readonly pages?: string;
  /** How the file stands now; of a link none. */
  readonly file?: FileState | undefined;
}

export interface FrozenIndicator {
  readonly code: string;
  readonly level: number;
  readonly basis?: string | null;
  readonly note?: string;
  readonly evidence: readonly FrozenEvidence[];
}

/** What verification reads of a snapshot's body. */
export interface ReviewedSnapshot {
  readonly indicators: readonly FrozenIndicator[];
  readonly profile?: unknown;
}

export interface ReviewEntry {
  readonly entryId: string;
  readonly editionId: string;
  readonly categoryId: string;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly year: number;
  readonly instrument: string;
  readonly innovationName: string;
  readonly slug: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly state: EntryState;
  readonly refusalCode: string | null;
  readonly registrationNumber: string | null;
  readonly repairUntil: Instant | null;
  readonly memberIds: readonly string[];
  readonly verifierIds: readonly string[];
  readonly snapshotId: string | null;
  readonly snapshotVersion: number | null;
  readonly takenAt: Instant | null;
  readonly body: ReviewedSnapshot | null;
}

const REVIEW = `SELECT e.entry_id AS "entryId", e.edition_id AS "editionId", e.category_id AS "categoryId", c.code AS "categoryCode", c.name AS "categoryName",
    d.year, d.instrument, i.name AS "innovationName", i.slug, e.agency_id AS "agencyId", a.name AS "agencyName", e.state, e.refusal_code AS "refusalCode",
    e.registration_number AS "registrationNumber", e.repair_until AS "repairUntil", s.snapshot_id AS "snapshotId", s.version AS "snapshotVersion", s.taken_at AS "takenAt", s.body,
    ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = e.region_id AND m.entry_id = e.entry_id) AS "memberIds",
    ARRAY(SELECT v.person_id::text FROM verification_assignment v WHERE v.region_id = e.region_id AND v.entry_id = e.entry_id) AS "verifierIds"
  FROM entry e JOIN category c USING (region_id, category_id) JOIN edition d ON d.region_id = e.region_id AND d.edition_id = e.edition_id
    JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
    LEFT JOIN LATERAL (SELECT x.snapshot_id, x.version, x.taken_at, x.body FROM snapshot x
      WHERE x.region_id = e.region_id AND x.entry_id = e.entry_id ORDER BY x.version DESC LIMIT 1) s ON true
  WHERE e.region_id = $1 AND e.entry_id = $2`;

/** An entry with its newest snapshot: from approval on that is the approved one, because a later submit moves the state back. `assignedTo`: only when it is this verifier's. */
export async function findReviewEntry(db: Queryable, regionId: string, entryId: string, assignedTo: string | null = null): Promise<ReviewEntry | null> {
  const entry = await db.one<ReviewEntry>(
    `${REVIEW} AND ($3::uuid IS NULL OR EXISTS (SELECT 1 FROM verification_assignment v WHERE v.region_id = e.region_id AND v.entry_id = e.entry_id AND v.person_id = $3))`,
    [regionId, entryId, assignedTo],
  );
  if (entry === null || entry.body === null) return entry;
  return { ...entry, body: withFiles(entry.body, await findFileStates(db, regionId, entryId)) };
}

/** The frozen evidence, each file with how it stands now. */
function withFiles(body: ReviewedSnapshot, files: ReadonlyMap<string, FileState>): ReviewedSnapshot {
  const indicators = body.indicators.map((row) => ({ ...row, evidence: row.evidence.map((item) => ({ ...item, file: files.get(item.sha256 ?? '') })) }));
  return { ...body, indicators };
}

/** The same, with the entry locked for a change: first locked, then read, for one statement would show who held it before it waited. */
export async function lockReviewEntry(tx: Queryable, regionId: string, entryId: string): Promise<ReviewEntry | null> {
  await tx.one('SELECT 1 AS one FROM entry WHERE region_id = $1 AND entry_id = $2 FOR UPDATE', [regionId, entryId]);
  return findReviewEntry(tx, regionId, entryId);
}

/** The claims of a snapshot, by indicator code; a file that was quarantined since is no evidence. */
export function claimsOf(body: ReviewedSnapshot | null): ClaimsUnderReview {
  return Object.fromEntries(
    (body?.indicators ?? []).map((row) => [
      row.code,
      { level: row.level, basis: row.basis ?? null, evidence: row.evidence.filter(({ file }) => file === undefined || counts(file)).length },
    ]),
  );
}

export interface VerdictRow extends StandingVerdict {
  readonly indicator: string;
  readonly kind: VerdictKind;
  readonly verdictId: string;
  readonly givenBy: string;
  readonly givenByName: string;
  readonly givenAt: Instant;
  readonly inheritedFrom: string | null;
}

/** The newest verdict of every indicator of a snapshot. */
export async function findVerdicts(db: Queryable, regionId: string, snapshotId: string): Promise<readonly VerdictRow[]> {
  return db.all<VerdictRow>(
    `SELECT DISTINCT ON (v.indicator) v.indicator, v.kind, v.level, v.reason, v.verdict_id AS "verdictId", v.given_by AS "givenBy", p.name AS "givenByName",
       v.given_at AS "givenAt", v.inherited_from AS "inheritedFrom"
     FROM verdict v JOIN person p ON p.region_id = v.region_id AND p.person_id = v.given_by
     WHERE v.region_id = $1 AND v.snapshot_id = $2 ORDER BY v.indicator, v.serial DESC`,
    [regionId, snapshotId],
  );
}

export interface BlindVerdicts {
  /** The newest of the person's own, by indicator. */
  readonly own: readonly VerdictRow[];
  /** Indicators that others have decided; what they decided stays with them. */
  readonly others: readonly string[];
}

/** What a verifier may see of the verdicts on a snapshot: the own ones. */
export async function findBlindVerdicts(db: Queryable, regionId: string, snapshotId: string, personId: string): Promise<BlindVerdicts> {
  const own = await db.all<VerdictRow>(
    `SELECT DISTINCT ON (v.indicator) v.indicator, v.kind, v.level, v.reason, v.verdict_id AS "verdictId", v.given_by AS "givenBy", p.name AS "givenByName",
       v.given_at AS "givenAt", v.inherited_from AS "inheritedFrom"
     FROM verdict v JOIN person p ON p.region_id = v.region_id AND p.person_id = v.given_by
     WHERE v.region_id = $1 AND v.snapshot_id = $2 AND v.given_by = $3 ORDER BY v.indicator, v.serial DESC`,
    [regionId, snapshotId, personId],
  );
  const others = await db.all<{ indicator: string }>(
    'SELECT DISTINCT indicator FROM verdict WHERE region_id = $1 AND snapshot_id = $2 AND given_by <> $3 ORDER BY indicator',
    [regionId, snapshotId, personId],
  );
  return { own, others: others.map(({ indicator }) => indicator) };
}

export function standing(rows: readonly VerdictRow[]): StandingVerdicts {
  return Object.fromEntries(rows.map((row) => [row.indicator, row]));
}

export interface Verifier extends SeatedPerson {
  readonly name: string;
}

/** Verifiers of an edition with every seat they hold or held: one query. */
export async function findVerifiers(db: Queryable, regionId: string, editionId: string, now: Instant): Promise<readonly Verifier[]> {
  return db.all<Verifier>(
    `SELECT p.person_id AS "personId", p.name, coalesce((SELECT json_agg(json_build_object('agencyId', s.agency_id,
         'heldUntil', to_char(h.held_until AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))
       FROM seat_holding h JOIN seat_reach s USING (region_id, seat_id) WHERE h.region_id = p.region_id AND h.person_id = p.person_id
         AND greatest(h.held_from, s.reached_from) <= $3 AND (h.held_until IS NULL OR h.held_until > s.reached_from)), '[]') AS seats
     FROM person p WHERE p.region_id = $1 AND p.disabled_at IS NULL AND EXISTS (SELECT 1 FROM grant_holder g WHERE g.region_id = p.region_id AND g.person_id = p.person_id
       AND g.role = 'verifier' AND (g.edition_id IS NULL OR g.edition_id = $2) AND g.granted_from <= $3 AND (g.granted_until IS NULL OR g.granted_until > $3))
     ORDER BY p.name, p.person_id`,
    [regionId, editionId, now],
  );
}

export interface AssignedRow {
  readonly entryId: string;
  readonly registrationNumber: string;
  readonly innovationName: string;
  readonly agencyName: string;
  readonly categoryName: string;
  readonly state: EntryState;
  readonly repairUntil: Instant | null;
  readonly claimed: number;
  readonly decided: number;
  readonly repairs: number;
}

/** The entries assigned to a person, with how many claims stand and how many have a verdict: one query. */
export async function listAssigned(db: Queryable, regionId: string, editionId: string, personId: string): Promise<readonly AssignedRow[]> {
  return db.all<AssignedRow>(
    `SELECT e.entry_id AS "entryId", e.registration_number AS "registrationNumber", i.name AS "innovationName", a.name AS "agencyName", c.name AS "categoryName",
       e.state, e.repair_until AS "repairUntil",
       (SELECT count(*)::int FROM jsonb_array_elements(s.body -> 'indicators') x WHERE (x ->> 'level')::int > 0) AS claimed,
       coalesce(n.decided, 0)::int AS decided, coalesce(n.repairs, 0)::int AS repairs
     FROM verification_assignment t JOIN entry e USING (region_id, entry_id) JOIN category c ON c.region_id = e.region_id AND c.category_id = e.category_id
       JOIN innovation i ON i.region_id = e.region_id AND i.innovation_id = e.innovation_id JOIN agency a ON a.region_id = e.region_id AND a.agency_id = e.agency_id
       LEFT JOIN LATERAL (SELECT x.snapshot_id, x.body FROM snapshot x WHERE x.region_id = e.region_id AND x.entry_id = e.entry_id ORDER BY x.version DESC LIMIT 1) s ON true
       LEFT JOIN LATERAL (SELECT count(*) FILTER (WHERE kind <> 'repair') AS decided, count(*) FILTER (WHERE kind = 'repair') AS repairs
         FROM (SELECT DISTINCT ON (v.indicator) v.kind FROM verdict v WHERE v.region_id = e.region_id AND v.snapshot_id = s.snapshot_id ORDER BY v.indicator, v.serial DESC) w) n ON true
     WHERE t.region_id = $1 AND e.edition_id = $2 AND t.person_id = $3
     ORDER BY CASE e.state WHEN 'in-verification' THEN 0 WHEN 'approved' THEN 1 WHEN 'returned-for-repair' THEN 2 ELSE 3 END, e.registration_number LIMIT 200`,
    [regionId, editionId, personId],
  );
}

/** The live editions in which entries wait for the verifier and a verdict is accepted at `now`, newest first. */
export async function listWaitingYears(
  db: Queryable,
  regionId: string,
  personId: string,
  now: Instant,
): Promise<readonly { readonly editionId: string; readonly year: number; readonly count: number }[]> {
  return db.all(
    `SELECT d.edition_id AS "editionId", d.year, count(*)::int AS count FROM verification_assignment t JOIN entry e USING (region_id, entry_id)
       JOIN edition d ON d.region_id = e.region_id AND d.edition_id = e.edition_id
     WHERE t.region_id = $1 AND t.person_id = $2 AND d.kind = 'live' AND e.state IN ('approved', 'in-verification')
       AND EXISTS (SELECT 1 FROM stage s WHERE s.region_id = d.region_id AND s.edition_id = d.edition_id AND s.kind = 'verification' AND s.dropped_at IS NULL
         AND s.opens_at <= $3 AND s.closes_at + make_interval(mins => s.grace_minutes) > $3) GROUP BY d.edition_id, d.year ORDER BY d.year DESC`,
    [regionId, personId, now],
  );
}

export interface RepairNote {
  readonly place: string;
  readonly note: string;
  readonly writtenAt: Instant;
  readonly closedAt: Instant | null;
}

export async function findRepairNotes(db: Queryable, regionId: string, entryId: string): Promise<readonly RepairNote[]> {
  return db.all<RepairNote>(
    'SELECT place, note, written_at AS "writtenAt", closed_at AS "closedAt" FROM repair_note WHERE region_id = $1 AND entry_id = $2 ORDER BY written_at DESC, place LIMIT 100',
    [regionId, entryId],
  );
}
