// Every promise of the system, asked of the data each night and after each publication; the answer is kept for the admin. The night reads
// every piece of evidence, so that a changed bit is found within a day; a publication does not wait for gigabytes.

import type { FileDepth } from '../actions/audit/check-files.ts';
import { keepPromiseCheck } from '../actions/audit/keep-promise-check.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';

export async function checkAllPromises(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) await checkPromises(platform, regionId, 'content');
}

/** Broken promises go to the log by their names. */
export async function checkPromises(platform: Platform, regionId: string, depth: FileDepth = 'size'): Promise<void> {
  const broken = await keepPromiseCheck(platform, regionId, depth);
  if (broken.length > 0) platform.log.error('promises broken', broken.join(' '));
}
