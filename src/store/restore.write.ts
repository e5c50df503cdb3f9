// What a restore ends: doors that were open where the backup was made.

import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

/** Sessions, and sign-ins that were half-way. How many sessions. */
export async function endEverySession(tx: Queryable, regionId: string, now: Instant): Promise<number> {
  await tx.run('UPDATE sign_in_step SET used_at = $2 WHERE region_id = $1 AND used_at IS NULL', [regionId, now]);
  return tx.run('UPDATE session SET ended_at = $2 WHERE region_id = $1 AND ended_at IS NULL', [regionId, now]);
}

/** Invitations and links for a new password. How many. */
export async function voidEveryLink(tx: Queryable, regionId: string, now: Instant): Promise<number> {
  return tx.run('UPDATE link_token SET used_at = $2 WHERE region_id = $1 AND used_at IS NULL', [regionId, now]);
}
