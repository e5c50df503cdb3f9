// Bundles of published results, written once.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export async function insertBundle(
  tx: Queryable,
  regionId: string,
  bundle: { readonly publicationId: string; readonly text: string; readonly digest: string },
  now: Instant,
): Promise<void> {
  await tx.run('INSERT INTO publication_bundle (region_id, publication_id, body, digest, made_at) VALUES ($1, $2, $3, $4, $5)', [
    regionId,
    bundle.publicationId,
    bundle.text,
    bundle.digest,
    now,
  ]);
}
