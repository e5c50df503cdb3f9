// The kept card of a result, read.

import type { PartyPlace } from '../domain/publication/parties.ts';
import type { CardSummary } from '../domain/robustness/summary.ts';
import type { Queryable } from '../platform/db.ts';

/** The kept card of a result version; null while it is being worked out. */
export async function findCard(db: Queryable, regionId: string, resultId: string): Promise<CardSummary | null> {
  const row = await db.one<{ body: CardSummary }>('SELECT body FROM result_card WHERE region_id = $1 AND result_id = $2', [regionId, resultId]);
  return row?.body ?? null;
}

export interface PublishedCard extends PartyPlace {
  readonly card: CardSummary | null;
}

/** The card of a publication, with what decides who may see it. */
export async function findPublishedCard(db: Queryable, regionId: string, publicationId: string): Promise<PublishedCard | null> {
  return db.one<PublishedCard>(
    `SELECT p.edition_id AS "editionId", p.category_id AS "categoryId", k.body AS card,
       ARRAY(SELECT DISTINCT e.agency_id::text FROM entry e
         WHERE e.region_id = p.region_id AND e.category_id = p.category_id AND e.registration_number IS NOT NULL) AS "agencyIds"
     FROM publication p LEFT JOIN result_card k USING (region_id, result_id) WHERE p.region_id = $1 AND p.publication_id = $2`,
    [regionId, publicationId],
  );
}
