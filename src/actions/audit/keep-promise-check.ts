// Asks every promise and writes down when and what was found.

import type { Platform } from '../../platform/platform.ts';
import { newestPromiseCheck } from '../../store/promise-check.read.ts';
import { addPromiseCheck } from '../../store/promise-check.write.ts';
import { FILE_PROMISE, type FileDepth } from './check-files.ts';
import { checkInvariants } from './check-invariants.ts';

/** Names of the broken promises. What only a look into the files can see stays found until the next such look. */
export async function keepPromiseCheck(platform: Platform, regionId: string, depth: FileDepth): Promise<readonly string[]> {
  const startedAt = platform.now();
  const breaches = await checkInvariants(platform, regionId, depth);
  const before = depth === 'size' ? ((await newestPromiseCheck(platform.db, regionId))?.broken ?? []) : [];
  const broken = [...new Set([...breaches.map(({ promise }) => promise), ...before.filter((name) => name === FILE_PROMISE)])].sort();
  await addPromiseCheck(platform.db, regionId, { checkId: platform.newId(), startedAt, finishedAt: platform.now(), broken });
  return broken;
}
