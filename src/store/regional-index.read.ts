// The region's index, read: its innovations with their newest approved snapshot, and its own levels.

import type { VerdictKind } from '../domain/assessment/verification.ts';
import type { EntryState } from '../domain/innovation/entry.ts';
import type { SpdLevel, SpdLevels } from '../domain/regional-index/spd.ts';
import type { ApprovedInnovation } from '../domain/regional-index/standing.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface IndexInnovation extends ApprovedInnovation {
  readonly entryId: string;
  readonly year: number;
  readonly name: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly state: EntryState;
  readonly memberIds: readonly string[];
  /** Whether the finalists of its category are announced: until then nobody sees verdicts on the own agency. */
  readonly isAnnounced: boolean;
}

interface Row extends Omit<IndexInnovation, 'claims' | 'verdicts'> {
  readonly claims: readonly (readonly [code: string, level: number, evidence: number])[] | null;
  readonly verdicts: Readonly<Record<string, readonly [kind: VerdictKind, level: number]>> | null;
}

/** Every innovation of the region with the newest approved snapshot of an edition up to the year: one query. */
export async function listIndexInnovations(db: Queryable, regionId: string, year: number): Promise<readonly IndexInnovation[]> {
  const rows = await db.all<Row>(
    `SELECT s.registration_number AS code, s.entry_id AS "entryId", s.year, i.name, s.agency_id AS "agencyId", a.name AS "agencyName", s.state,
       s.body ->> 'instrument' AS instrument, coalesce(s.body -> 'profile' ->> 'affair', '') AS affair,
       ARRAY(SELECT m.person_id::text FROM entry_member m WHERE m.region_id = $1 AND m.entry_id = s.entry_id) AS "memberIds",
       EXISTS (SELECT 1 FROM shortlist_announcement n WHERE n.region_id = $1 AND n.category_id = s.category_id) AS "isAnnounced",
       (SELECT json_agg(json_build_array(x ->> 'code', (x ->> 'level')::int, 
           (SELECT count(*) FROM jsonb_array_elements(x -> 'evidence') y 
             WHERE (y ->> 'sha256' = ANY (ARRAY(SELECT k.sha256 FROM file_check k WHERE k.region_id = $1 AND k.verdict = 'quarantined'))) IS NOT TRUE)))
         FROM jsonb_array_elements(s.body -> 'indicators') x) AS claims,
       (SELECT json_object_agg(w.indicator, json_build_array(w.kind, w.level)) FROM (SELECT DISTINCT ON (v.indicator) v.indicator, v.kind, v.level
         FROM verdict v WHERE v.region_id = $1 AND v.snapshot_id = s.snapshot_id ORDER BY v.indicator, v.serial DESC) w) AS verdicts
     FROM innovation i
       JOIN LATERAL (SELECT e.registration_number, e.entry_id, e.agency_id, e.category_id, e.state, d.year, t.snapshot_id, t.body
         FROM entry e JOIN edition d ON d.region_id = e.region_id AND d.edition_id = e.edition_id
           JOIN snapshot t ON t.region_id = e.region_id AND t.entry_id = e.entry_id
           JOIN approval p ON p.region_id = t.region_id AND p.snapshot_id = t.snapshot_id AND p.decision = 'approved'
         WHERE e.region_id = i.region_id AND e.innovation_id = i.innovation_id AND d.year <= $2 ORDER BY d.year DESC, t.version DESC LIMIT 1) s ON true
       JOIN agency a ON a.region_id = i.region_id AND a.agency_id = s.agency_id
     WHERE i.region_id = $1 ORDER BY s.registration_number`,
    [regionId, year],
  );
  return rows.map(({ claims, verdicts, ...row }) => ({
    ...row,
    claims: Object.fromEntries((claims ?? []).map(([code, level, evidence]) => [code, { level, basis: null, evidence }])),
    verdicts: Object.fromEntries(Object.entries(verdicts ?? {}).map(([code, [kind, level]]) => [code, { kind, level, reason: '' }])),
  }));
}

export interface StandingSpd {
  readonly rows: SpdLevels;
  /** The newest save of the year; 0 before the first. */
  readonly revision: number;
  readonly savedAt: Instant | null;
}

/** The region's own levels of a year: the newest row of each indicator. */
export async function findSpdLevels(db: Queryable, regionId: string, year: number): Promise<StandingSpd> {
  const rows = await db.all<SpdLevel & { indicator: string; revision: number; savedAt: Instant }>(
    `SELECT DISTINCT ON (indicator) indicator, level, source, revision, saved_at AS "savedAt" FROM region_spd_level
     WHERE region_id = $1 AND year = $2 ORDER BY indicator, revision DESC`,
    [regionId, year],
  );
  const newest = rows.reduce<(typeof rows)[number] | null>((last, row) => (last === null || row.revision > last.revision ? row : last), null);
  return {
    rows: Object.fromEntries(rows.map(({ indicator, level, source }) => [indicator, { level, source }])),
    revision: newest?.revision ?? 0,
    savedAt: newest?.savedAt ?? null,
  };
}

export interface SpdChange extends SpdLevel {
  readonly indicator: string;
  readonly revision: number;
  /** What stood before; null before the first save of the row. */
  readonly before: number | null;
  readonly savedByName: string;
  readonly savedAt: Instant;
}

/** The changes of a year, newest first. */
export async function listSpdChanges(db: Queryable, regionId: string, year: number, limit: number): Promise<readonly SpdChange[]> {
  return db.all<SpdChange>(
    `SELECT c.indicator, c.revision, c.level, c.source, c.before, p.name AS "savedByName", c.saved_at AS "savedAt"
     FROM (SELECT *, lag(level) OVER (PARTITION BY indicator ORDER BY revision) AS before FROM region_spd_level WHERE region_id = $1 AND year = $2) c
       JOIN person p ON p.region_id = c.region_id AND p.person_id = c.saved_by
     ORDER BY c.revision DESC, c.indicator LIMIT $3`,
    [regionId, year, limit],
  );
}
