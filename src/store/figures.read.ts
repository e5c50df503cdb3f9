// Stored figures with what they were made of, for working them out again.

import type { Rubric } from '../domain/instrument/rubric.ts';
import type { Queryable } from '../platform/db.ts';

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
