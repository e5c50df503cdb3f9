// Publications, written: the canonical text is what the public reads.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewPublication {
  readonly publicationId: string;
  readonly kind: 'finalists' | 'result';
  readonly editionId: string;
  readonly categoryId: string;
  readonly version: number;
  readonly resultId: string | null;
  readonly canon: string;
  readonly digest: string;
  readonly publishedBy: string;
}

export async function insertPublication(tx: Queryable, regionId: string, publication: NewPublication, now: Instant): Promise<void> {
  await tx.run(
    `INSERT INTO publication (region_id, publication_id, kind, edition_id, category_id, version, result_id, body, canon, digest, published_by, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb, $8, $9, $10, $11)`,
    [
      regionId,
      publication.publicationId,
      publication.kind,
      publication.editionId,
      publication.categoryId,
      publication.version,
      publication.resultId,
      publication.canon,
      publication.digest,
      publication.publishedBy,
      now,
    ],
  );
}
