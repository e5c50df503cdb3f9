// Looks each hour for those who have work left in a stage that soon closes.

import { remindLate } from '../actions/people/remind-late.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';

export async function remindAll(platform: Platform): Promise<void> {
  for (const region of await listRegions(platform.db)) {
    await perform(platform, { regionId: region.regionId, actor: NOBODY }, (act) => remindLate(act, region));
  }
}
