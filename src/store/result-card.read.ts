// The kept card of a result, read. A card of an older form is as good as none: its figures answer other questions than the labels ask.

import type { PartyPlace } from '../domain/publication/parties.ts';
import { CARD_FORM, type CardSummary } from '../domain/robustness/summary.ts';
import type { Queryable } from '../platform/db.ts';

/** The kept card of a result version; null while it is being worked out. */
export async function findCard(db: Queryable, regionId: string, resultId: string): Promise<CardSummary | null> {
  const row = await db.one<{ body: CardSummary }>('SELECT body FROM result_card WHERE region_id = $1 AND result_id = $2 AND form = $3', [
    regionId,
    resultId,
    CARD_FORM,
  ]);
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
     FROM publication p LEFT JOIN result_card k ON k.region_id = p.region_id AND k.result_id = p.result_id AND k.form = $3
     WHERE p.region_id = $1 AND p.publication_id = $2`,
    [regionId, publicationId, CARD_FORM],
  );
}

/** Results whose card has an older form only, the newest first. */
export async function listOutdatedCards(db: Queryable, most: number): Promise<readonly { readonly regionId: string; readonly resultId: string }[]> {
  return db.all<{ regionId: string; resultId: string }>(
    `SELECT k.region_id AS "regionId", k.result_id AS "resultId" FROM result_card k
     GROUP BY k.region_id, k.result_id HAVING count(*) FILTER (WHERE k.form = $1) = 0 ORDER BY max(k.made_at) DESC LIMIT $2`,
    [CARD_FORM, most],
  );
}
