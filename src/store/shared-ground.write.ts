import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';
import type { SharedThing } from './shared-ground.read.ts';

/** The first that comes says what is shared. */
export async function claimShared(db: Queryable, what: SharedThing, fingerprint: string, now: Instant): Promise<void> {
  await db.run('INSERT INTO shared_ground (what, fingerprint, set_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING', [what, fingerprint, now]);
}

export async function forgetShared(db: Queryable): Promise<void> {
  await db.run('DELETE FROM shared_ground');
}
