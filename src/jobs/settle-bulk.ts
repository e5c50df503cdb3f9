// Tells those whom work on many entries concerns, in the name of who did it.

import { settleBulk } from '../actions/assessment/settle-bulk.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { Platform } from '../platform/platform.ts';
import { findBulk } from '../store/bulk.read.ts';
import { findActor } from '../store/people.read.ts';

export async function settle(platform: Platform, regionId: string, bulkId: string): Promise<void> {
  const bulk = await findBulk(platform.db, regionId, bulkId);
  if (bulk === null) return;
  const actor = (await findActor(platform.db, regionId, bulk.actedBy, platform.now())) ?? NOBODY;
  await perform(platform, { regionId, actor }, (act) => settleBulk(act, { bulkId }));
}
