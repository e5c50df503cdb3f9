// Looks every few minutes for what waited its day, and whether the start of the second factor is in the way of a stage.

import { effectsDue } from '../actions/access/effects-due.ts';
import { keepFactorStart } from '../actions/access/second-factor-rule.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { Platform } from '../platform/platform.ts';
import { listRegions } from '../store/people.read.ts';

export async function takeDueEffects(platform: Platform): Promise<void> {
  for (const { regionId } of await listRegions(platform.db)) await perform(platform, { regionId, actor: NOBODY }, effectsDue);
  for (const { regionId } of await listRegions(platform.db)) await perform(platform, { regionId, actor: NOBODY }, keepFactorStart);
}
