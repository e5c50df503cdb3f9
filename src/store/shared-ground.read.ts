import type { Queryable } from '../platform/db.ts';

export type SharedThing = 'secret' | 'evidence';

/** What the processes on this database share, by fingerprint. */
export async function listShared(db: Queryable): Promise<ReadonlyMap<SharedThing, string>> {
  const rows = await db.all<{ what: SharedThing; fingerprint: string }>('SELECT what, fingerprint FROM shared_ground');
  return new Map(rows.map(({ what, fingerprint }) => [what, fingerprint]));
}
