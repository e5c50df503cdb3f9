// Looks every few minutes for what waited its day.

import { effectsDue } from '../actions/access/effects-due.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';

export async function takeDueEffects(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) await perform(platform, { regionId, actor: NOBODY }, effectsDue);
}
