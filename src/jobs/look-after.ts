// Says in the log what an admin should look at.

import { lookAfter } from '../actions/audit/look-after.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';

export async function logConcerns(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) {
    for (const { code, isGrave, facts } of (await lookAfter(platform, regionId)).concerns) {
      if (isGrave) platform.log.error('concern', code, facts);
      else platform.log.info('concern', { code, ...facts });
    }
  }
}
