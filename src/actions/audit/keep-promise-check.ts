// Asks every promise and writes down when and what was found.

import type { Platform } from '../../platform/platform.ts';
import { addPromiseCheck } from '../../store/promise-check.write.ts';
import { checkInvariants } from './check-invariants.ts';

/** Names of the broken promises. */
export async function keepPromiseCheck(platform: Platform, regionId: string): Promise<readonly string[]> {
  const startedAt = platform.now();
  const breaches = await checkInvariants(platform, regionId);
  const broken = [...new Set(breaches.map(({ promise }) => promise))].sort();
  await addPromiseCheck(platform.db, regionId, { checkId: platform.newId(), startedAt, finishedAt: platform.now(), broken });
  return broken;
}
