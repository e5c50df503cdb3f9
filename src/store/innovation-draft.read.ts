// The draft of an entry, read: profile parts, claims, evidence, open notes, and the history of saves.

import type { CheckState, FileFacts } from '../domain/evidence/check.ts';
import type { FileKind } from '../domain/innovation/evidence.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface SavedPart {
  readonly part: number;
  readonly fields: Readonly<Record<string, string>>;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly savedByName: string;
}

export async function findParts(db: Queryable, regionId: string, entryId: string): Promise<readonly SavedPart[]> {
  return db.all<SavedPart>(
    `SELECT p.part, p.fields, p.revision, p.saved_at AS "savedAt", w.name AS "savedByName" FROM profile_part p
     JOIN person w ON w.region_id = p.region_id AND w.person_id = p.saved_by WHERE p.region_id = $1 AND p.entry_id = $2 ORDER BY p.part`,
    [regionId, entryId],
  );
}

export interface SavedClaim {
  readonly indicator: string;
  readonly level: number;
  readonly basis: string | null;
  readonly note: string;
  readonly revision: number;
  readonly savedAt: Instant;
}

export async function findClaims(db: Queryable, regionId: string, entryId: string): Promise<readonly SavedClaim[]> {
  return db.all<SavedClaim>(
    'SELECT indicator, level, basis, note, revision, saved_at AS "savedAt" FROM claim WHERE region_id = $1 AND entry_id = $2 ORDER BY indicator',
    [regionId, entryId],
  );
}

export interface AttachedEvidence {
  readonly evidenceId: string;
  readonly entryId: string;
  readonly indicator: string;
  readonly sha256: string | null;
  readonly link: string | null;
  readonly kind: FileKind | 'link';
  readonly bytes: number | null;
  readonly label: string;
  readonly pages: string;
  readonly attachedAt: Instant;
  readonly facts: FileFacts | null;
  /** What the scanner for viruses said; a link is never asked about. */
  readonly checkState: CheckState;
}

const EVIDENCE = `v.evidence_id AS "evidenceId", v.entry_id AS "entryId", v.indicator, v.sha256, v.link, coalesce(f.kind, 'link') AS kind, f.bytes, v.label, v.pages, v.attached_at AS "attachedAt",
  CASE WHEN f.sha256 IS NOT NULL THEN json_build_object('pages', f.pages, 'width', f.width, 'height', f.height, 'seconds', f.seconds) END AS facts, coalesce(f.check_state, 'unchecked') AS "checkState"`;

/** What is attached to an entry now, oldest first. */
export async function findEvidence(db: Queryable, regionId: string, entryId: string): Promise<readonly AttachedEvidence[]> {
  return db.all<AttachedEvidence>(
    `SELECT ${EVIDENCE} FROM evidence v LEFT JOIN file_state f USING (region_id, sha256)
     WHERE v.region_id = $1 AND v.entry_id = $2 AND v.detached_at IS NULL ORDER BY v.attached_at, v.evidence_id`,
    [regionId, entryId],
  );
}

/** Who may see a piece of evidence follows from its entry. */
export interface EvidenceFile extends AttachedEvidence {
  readonly agencyId: string;
  readonly editionId: string;
  readonly categoryId: string;
  readonly verifierIds: readonly string[];
  /** Jurors with a sheet for the entry: conflicts confirmed, not recused. */
  readonly jurorIds: readonly string[];
}

export async function findEvidenceFile(db: Queryable, regionId: string, evidenceId: string): Promise<EvidenceFile | null> {
  return db.one<EvidenceFile>(
    `SELECT ${EVIDENCE}, e.agency_id AS "agencyId", e.edition_id AS "editionId", e.category_id AS "categoryId",
       ARRAY(SELECT a.person_id::text FROM verification_assignment a WHERE a.region_id = e.region_id AND a.entry_id = e.entry_id) AS "verifierIds",
       ARRAY(SELECT s.juror_id::text FROM sheet s WHERE s.region_id = e.region_id AND s.entry_id = e.entry_id AND s.state <> 'absent') AS "jurorIds"
     FROM evidence v JOIN entry e USING (region_id, entry_id) LEFT JOIN file_state f ON f.region_id = v.region_id AND f.sha256 = v.sha256
     WHERE v.region_id = $1 AND v.evidence_id = $2`,
    [regionId, evidenceId],
  );
}

export interface KnownFile {
  readonly sha256: string;
  readonly kind: FileKind;
  readonly bytes: number;
  readonly label: string;
  readonly usedAt: readonly string[];
}

/** Files that the agencies have attached anywhere: what may be used again without a new upload. */
export async function findKnownFiles(db: Queryable, regionId: string, agencyIds: readonly string[]): Promise<readonly KnownFile[]> {
  return db.all<KnownFile>(
    `SELECT v.sha256, f.kind, f.bytes, max(v.label) AS label, array_agg(DISTINCT v.indicator ORDER BY v.indicator) AS "usedAt"
     FROM evidence v JOIN entry e USING (region_id, entry_id) JOIN file_state f ON f.region_id = v.region_id AND f.sha256 = v.sha256 AND f.check_state <> 'quarantined'
     WHERE v.region_id = $1 AND e.agency_id = ANY($2::uuid[]) AND v.detached_at IS NULL
     GROUP BY v.sha256, f.kind, f.bytes ORDER BY max(v.attached_at) DESC LIMIT 100`,
    [regionId, agencyIds],
  );
}

/** The digest of every save of the draft so far, in order: what the ledger keeps of them at a submit. */
export async function findHistoryDigest(db: Queryable, regionId: string, entryId: string): Promise<string> {
  const row = await db.one<{ digest: string }>(
    `SELECT encode(sha256(convert_to(coalesce(string_agg(h.line, E'\\n' ORDER BY h.line COLLATE "C"), ''), 'UTF8')), 'hex') AS digest FROM (
       SELECT 'profile ' || part || ' ' || revision || ' ' || saved_by || ' ' || fields::text AS line FROM profile_part_history WHERE region_id = $1 AND entry_id = $2
       UNION ALL SELECT 'claim ' || indicator || ' ' || revision || ' ' || saved_by || ' ' || level || ' ' || coalesce(basis, '-') || ' ' || note
         FROM claim_history WHERE region_id = $1 AND entry_id = $2) h`,
    [regionId, entryId],
  );
  return row?.digest ?? '';
}

export interface HistoryRow {
  readonly place: string;
  readonly revision: number;
  readonly savedAt: Instant;
  readonly savedByName: string;
}

/** The newest saves of an entry, profile and claims together. */
export async function listHistory(db: Queryable, regionId: string, entryId: string): Promise<readonly HistoryRow[]> {
  return db.all<HistoryRow>(
    `SELECT h.place, h.revision, h.saved_at AS "savedAt", w.name AS "savedByName" FROM (
       SELECT 'profile:' || part AS place, revision, saved_at, saved_by FROM profile_part_history WHERE region_id = $1 AND entry_id = $2
       UNION ALL SELECT indicator, revision, saved_at, saved_by FROM claim_history WHERE region_id = $1 AND entry_id = $2) h
     JOIN person w ON w.region_id = $1 AND w.person_id = h.saved_by ORDER BY h.saved_at DESC, h.place LIMIT 200`,
    [regionId, entryId],
  );
}
