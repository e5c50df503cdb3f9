// Files of evidence as they stand: what is known of each, what the scanner said, and which contents any row speaks of.

import type { FileState } from '../domain/evidence/check.ts';
import type { Queryable } from '../platform/db.ts';

/** Every file that was ever attached to the entry, by its content. */
export async function findFileStates(db: Queryable, regionId: string, entryId: string): Promise<ReadonlyMap<string, FileState>> {
  const rows = await db.all<FileState & { readonly sha256: string }>(
    `SELECT f.sha256, f.kind, f.bytes, json_build_object('pages', f.pages, 'width', f.width, 'height', f.height, 'seconds', f.seconds) AS facts,
       f.check_state AS "checkState"
     FROM file_state f WHERE f.region_id = $1 AND f.sha256 IN (SELECT sha256 FROM evidence WHERE region_id = $1 AND entry_id = $2)`,
    [regionId, entryId],
  );
  return new Map(rows.map((row) => [row.sha256, row]));
}

/** Contents that the scanner was not asked about or gave no answer to, oldest first. */
export async function listUnchecked(db: Queryable, regionId: string, limit: number): Promise<readonly string[]> {
  const rows = await db.all<{ sha256: string }>(
    `SELECT f.sha256 FROM stored_file f WHERE f.region_id = $1 AND NOT EXISTS (SELECT 1 FROM file_check k WHERE k.region_id = f.region_id AND k.sha256 = f.sha256)
     ORDER BY f.stored_at, f.sha256 LIMIT $2`,
    [regionId, limit],
  );
  return rows.map(({ sha256 }) => sha256);
}

export interface UseOfFile {
  readonly entryId: string;
  readonly editionId: string;
  readonly year: number;
  readonly indicator: string;
  readonly label: string;
}

/** Where a content is attached now. */
export async function findUses(db: Queryable, regionId: string, sha256: string): Promise<readonly UseOfFile[]> {
  return db.all<UseOfFile>(
    `SELECT v.entry_id AS "entryId", e.edition_id AS "editionId", d.year, v.indicator, v.label
     FROM evidence v JOIN entry e USING (region_id, entry_id) JOIN edition d ON d.region_id = e.region_id AND d.edition_id = e.edition_id
     WHERE v.region_id = $1 AND v.sha256 = $2 AND v.detached_at IS NULL ORDER BY v.entry_id, v.indicator`,
    [regionId, sha256],
  );
}

/** Whether any row of any region speaks of the content. */
export async function isReferenced(db: Queryable, sha256: string): Promise<boolean> {
  return (await db.one('SELECT 1 AS one FROM stored_file WHERE sha256 = $1 LIMIT 1', [sha256])) !== null;
}

/** Every content that a row of the installation speaks of, each once, with the size it had. */
export async function listReferenced(db: Queryable): Promise<readonly { readonly sha256: string; readonly bytes: number }[]> {
  return db.all('SELECT sha256, max(bytes) AS bytes FROM stored_file GROUP BY sha256 ORDER BY sha256');
}

export interface FileCare {
  /** Files that nobody has scanned yet, and those that were found to carry something. */
  readonly unchecked: number;
  readonly quarantined: number;
  /** What sweeps of the whole installation took away, all in all. */
  readonly swept: { readonly files: number; readonly bytes: number };
}

export async function readFileCare(db: Queryable, regionId: string): Promise<FileCare> {
  const row = await db.one<FileCare>(
    `SELECT (SELECT count(*) FROM stored_file f WHERE f.region_id = $1 AND NOT EXISTS (SELECT 1 FROM file_check k WHERE k.region_id = $1 AND k.sha256 = f.sha256)) AS unchecked,
       (SELECT count(*) FROM file_check WHERE region_id = $1 AND verdict = 'quarantined') AS quarantined,
       (SELECT json_build_object('files', coalesce(sum(orphans + leftovers), 0), 'bytes', coalesce(sum(bytes), 0)) FROM file_sweep) AS swept`,
    [regionId],
  );
  if (row === null) throw new Error('no care of files');
  return row;
}
