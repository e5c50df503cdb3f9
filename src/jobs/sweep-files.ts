// Sweeps the folder of evidence each hour, and says in the log what it took away.

import { sweepFiles } from '../actions/evidence/sweep-files.ts';
import type { Platform } from '../platform/platform.ts';

export async function sweepAndTell(platform: Platform): Promise<void> {
  const swept = await sweepFiles(platform);
  if (swept.orphans + swept.leftovers > 0) platform.log.info('files without an owner taken away', { ...swept });
}
