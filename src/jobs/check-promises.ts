// Every promise of the system, asked of the data each night and after each publication; the answer is kept for the admin.

import { keepPromiseCheck } from '../actions/audit/keep-promise-check.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';

export async function checkAllPromises(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) await checkPromises(platform, regionId);
}

/** Broken promises go to the log by their names. */
export async function checkPromises(platform: Platform, regionId: string): Promise<void> {
  const broken = await keepPromiseCheck(platform, regionId);
  if (broken.length > 0) platform.log.error('promises broken', broken.join(' '));
}
