// Stored figures with what they were made of, for working them out again.

import type { VerdictKind } from '../domain/assessment/verification.ts';
import type { Rubric } from '../domain/instrument/rubric.ts';
import type { Queryable } from '../platform/db.ts';
import type { FrozenIndicator } from './assessment-verification.read.ts';

export async function listResultInputs(db: Queryable, regionId: string): Promise<readonly { resultId: string; inputs: unknown; body: unknown }[]> {
  return db.all('SELECT result_id AS "resultId", inputs, body FROM result_version WHERE region_id = $1 ORDER BY result_id', [regionId]);
}

export async function listBundles(db: Queryable, regionId: string): Promise<readonly { publicationId: string; body: string; digest: string }[]> {
  return db.all('SELECT publication_id AS "publicationId", body, digest FROM publication_bundle WHERE region_id = $1 ORDER BY publication_id', [regionId]);
}

export interface SheetFigure {
  readonly sheetId: string;
  readonly scores: Readonly<Record<string, string>>;
  readonly rubric: Rubric;
  readonly num: string | null;
  readonly den: string | null;
}

export async function listSheetFigures(db: Queryable, regionId: string): Promise<readonly SheetFigure[]> {
  return db.all<SheetFigure>(
    `SELECT s.sheet_id AS "sheetId", s.scores, r.body AS rubric, s.total_num AS num, s.total_den AS den
     FROM sheet s JOIN category_rubric r ON r.region_id = s.region_id AND r.category_id = s.category_id AND r.version = s.rubric_version
     WHERE s.region_id = $1 ORDER BY s.sheet_id`,
    [regionId],
  );
}

export interface EntryFigure {
  readonly entryId: string;
  readonly instrument: string;
  readonly indicators: readonly FrozenIndicator[];
  readonly verdicts: Readonly<Record<string, { readonly kind: VerdictKind; readonly level: number; readonly reason: string }>>;
  readonly claimed: string | null;
  readonly verified: string | null;
}

/** The newest snapshot of each entry with its newest verdicts, and the points kept beside the entry. */
export async function listEntryFigures(db: Queryable, regionId: string): Promise<readonly EntryFigure[]> {
  return db.all<EntryFigure>(
    `SELECT e.entry_id AS "entryId", d.instrument, s.body -> 'indicators' AS indicators, e.claimed_points::numeric(12, 4) AS claimed, e.verified_points::numeric(12, 4) AS verified,
       coalesce((SELECT jsonb_object_agg(w.indicator, jsonb_build_object('kind', w.kind, 'level', w.level, 'reason', '')) FROM (SELECT DISTINCT ON (v.indicator) v.indicator, v.kind, v.level
         FROM verdict v WHERE v.region_id = e.region_id AND v.snapshot_id = s.snapshot_id ORDER BY v.indicator, v.serial DESC) w), '{}') AS verdicts
     FROM entry e JOIN edition d USING (region_id, edition_id) JOIN LATERAL (SELECT x.snapshot_id, x.body FROM snapshot x
       WHERE x.region_id = e.region_id AND x.entry_id = e.entry_id ORDER BY x.version DESC LIMIT 1) s ON true
     WHERE e.region_id = $1 AND d.kind = 'live' ORDER BY e.entry_id`,
    [regionId],
  );
}
