// The ledger of the database beside anchors that were kept elsewhere.

import { type Anchor, compareLedger } from '../../domain/proof/anchor.ts';
import type { Queryable } from '../../platform/db.ts';
import { findDigests } from '../../store/anchor.read.ts';

/** Null when none of the anchors is of the region. */
export async function compareWithAnchors(db: Queryable, regionId: string, anchors: readonly Anchor[]): Promise<ReturnType<typeof compareLedger>> {
  const own = anchors.filter(({ region }) => region === regionId);
  const digests = await findDigests(
    db,
    regionId,
    own.map(({ seq }) => seq),
  );
  return compareLedger(own, regionId, (seq) => digests.get(seq) ?? null);
}
