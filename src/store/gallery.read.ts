// What the public may browse: announced finalists and published winners, from publications only.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface PublicFinalist {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly slug: string;
  readonly position: number;
}

export interface PublicWinner {
  readonly id: string;
  readonly name: string;
  readonly agency: string;
  readonly rank: number;
}

export interface FinalistList {
  readonly year: number;
  readonly categoryCode: string;
  readonly categoryName: string;
  readonly publishedAt: Instant;
  readonly entries: readonly PublicFinalist[];
  /** Winners of the newest published result, by rank; null before there is one. */
  readonly winners: readonly PublicWinner[] | null;
}

/** The announced lists, of these years when they are named, newest year first. */
export async function listFinalists(db: Queryable, regionId: string, years: readonly number[] | null = null): Promise<readonly FinalistList[]> {
  return db.all<FinalistList>(
    `SELECT e.year, c.code AS "categoryCode", c.name AS "categoryName", p.published_at AS "publishedAt", p.body->'entries' AS entries,
       (SELECT jsonb_path_query_array(r.body->'entries', '$[*] ? (@.wins == true)') FROM publication r
        WHERE r.region_id = p.region_id AND r.category_id = p.category_id AND r.kind = 'result' ORDER BY r.version DESC LIMIT 1) AS winners
     FROM publication p JOIN category c USING (region_id, category_id) JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
     WHERE p.region_id = $1 AND p.kind = 'finalists' AND ($2::smallint[] IS NULL OR e.year = ANY($2))
       AND p.version = (SELECT max(version) FROM publication x WHERE x.region_id = p.region_id AND x.category_id = p.category_id AND x.kind = 'finalists')
     ORDER BY e.year DESC, c.position LIMIT 100`,
    [regionId, years],
  );
}

/** How many entries of an edition came how far. */
export interface Passage {
  readonly sent: number;
  readonly verified: number;
  readonly finalists: number;
  readonly winners: number;
}

/** For an edition whose results are all published: counts alone, nothing of any single entry. */
export async function countPassage(db: Queryable, regionId: string, editionId: string): Promise<Passage> {
  const counts = await db.one<Passage>(
    `SELECT count(*) FILTER (WHERE n.registration_number IS NOT NULL AND n.state <> 'withdrawn') AS sent,
       count(*) FILTER (WHERE n.state IN ('verified', 'eligible', 'refused')) AS verified,
       (SELECT count(*) FROM finalist f JOIN entry e USING (region_id, entry_id) WHERE f.region_id = $1 AND e.edition_id = $2) AS finalists,
       (SELECT count(*) FROM publication p, jsonb_path_query(p.body->'entries', '$[*] ? (@.wins == true)') w
        WHERE p.region_id = $1 AND p.edition_id = $2 AND p.kind = 'result' AND p.version = (SELECT max(version) FROM publication x
          WHERE x.region_id = p.region_id AND x.category_id = p.category_id AND x.kind = 'result')) AS winners
     FROM entry n WHERE n.region_id = $1 AND n.edition_id = $2`,
    [regionId, editionId],
  );
  return counts ?? { sent: 0, verified: 0, finalists: 0, winners: 0 };
}

export interface GalleryRow extends PublicFinalist {
  readonly year: number;
  readonly categoryCode: string;
  readonly categoryName: string;
  /** Place among the winners of the newest published result; null for everybody else and before there is one. */
  readonly rank: number | null;
  /** What it is good for, in the words of its approved snapshot. */
  readonly benefits: string | null;
  readonly total: number;
}

/** The place of finalist `f` of publication `p` among the winners of the newest result. */
const WINNING_RANK = `(SELECT (x->>'rank')::int FROM (SELECT body FROM publication n WHERE n.region_id = p.region_id AND n.category_id = p.category_id
  AND n.kind = 'result' ORDER BY n.version DESC LIMIT 1) r, jsonb_array_elements(r.body->'entries') x WHERE x->>'id' = f.id AND (x->>'wins')::boolean) AS rank`;

/** The profile of finalist `f` in its newest approved snapshot, as `s.profile`. */
const APPROVED_PROFILE = `LEFT JOIN entry n ON n.region_id = p.region_id AND n.registration_number = f.id
       LEFT JOIN LATERAL (SELECT body->'profile' AS profile FROM snapshot s JOIN approval a USING (region_id, snapshot_id)
         WHERE s.region_id = n.region_id AND s.entry_id = n.entry_id AND a.decision = 'approved' ORDER BY s.version DESC LIMIT 1) s ON true`;

export interface GalleryFilter {
  readonly year: number;
  readonly code: string;
  readonly name: string;
}

/** The years and categories that have announced finalists, newest year first. */
export async function listGalleryFilters(db: Queryable, regionId: string): Promise<readonly GalleryFilter[]> {
  return db.all<GalleryFilter>(
    `SELECT e.year, c.code, c.name FROM publication p JOIN category c USING (region_id, category_id)
       JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
     WHERE p.region_id = $1 AND p.kind = 'finalists' AND p.version = 1 ORDER BY e.year DESC, c.position LIMIT 200`,
    [regionId],
  );
}

/** Announced innovations that match the words, a page at a time. */
export async function listGallery(
  db: Queryable,
  asked: {
    readonly regionId: string;
    readonly words: string;
    readonly category: string;
    readonly year: number | null;
    readonly offset: number;
    readonly limit: number;
  },
) {
  return db.all<GalleryRow>(
    `SELECT f.*, e.year, c.code AS "categoryCode", c.name AS "categoryName", count(*) OVER ()::int AS total, ${WINNING_RANK}, s.profile->>'benefits' AS benefits
     FROM publication p JOIN category c USING (region_id, category_id) JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
       CROSS JOIN LATERAL jsonb_to_recordset(p.body->'entries') AS f(id text, name text, agency text, slug text, position int)
       ${APPROVED_PROFILE}
     WHERE p.region_id = $1 AND p.kind = 'finalists'
       AND p.version = (SELECT max(version) FROM publication x WHERE x.region_id = p.region_id AND x.category_id = p.category_id AND x.kind = 'finalists')
       AND ($2 = '' OR f.name ILIKE '%' || $2 || '%' OR f.agency ILIKE '%' || $2 || '%') AND ($3 = '' OR c.code = $3) AND ($6::smallint IS NULL OR e.year = $6)
     ORDER BY e.year DESC, c.position, f.position LIMIT $4 OFFSET $5`,
    [asked.regionId, asked.words.replace(/[%_\\]/g, '\\$&'), asked.category, asked.limit, asked.offset, asked.year],
  );
}

export interface PublicInnovation extends GalleryRow {
  readonly aims: string | null;
  readonly results: string | null;
  readonly stage: string | null;
  readonly implementedOn: string | null;
}

/** One announced innovation with the words of its approved snapshot that are about the service, not about people. */
export async function findPublicInnovation(db: Queryable, regionId: string, slug: string): Promise<PublicInnovation | null> {
  return db.one<PublicInnovation>(
    `SELECT f.*, e.year, c.code AS "categoryCode", c.name AS "categoryName", 1 AS total, ${WINNING_RANK},
       s.profile->>'aims' AS aims, s.profile->>'benefits' AS benefits, s.profile->>'results' AS results,
       s.profile->>'stage' AS stage, s.profile->>'implementedOn' AS "implementedOn"
     FROM publication p JOIN category c USING (region_id, category_id) JOIN edition e ON e.region_id = p.region_id AND e.edition_id = p.edition_id
       CROSS JOIN LATERAL jsonb_to_recordset(p.body->'entries') AS f(id text, name text, agency text, slug text, position int)
       ${APPROVED_PROFILE}
     WHERE p.region_id = $1 AND p.kind = 'finalists' AND f.slug = $2 ORDER BY e.year DESC, p.version DESC LIMIT 1`,
    [regionId, slug],
  );
}
