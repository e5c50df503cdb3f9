// The nightly backup: looked at every quarter of an hour, so that a night slept through is made up for.

import { backUpToday } from '../actions/audit/back-up.ts';
import { isBackupDue } from '../domain/audit/backup-due.ts';
import type { Platform } from '../platform/platform.ts';
import { newestRun } from '../store/backup.read.ts';

/** Makes tonight's backup when it is due. True when one was made. */
export async function backUpWhenDue(platform: Platform): Promise<boolean> {
  const newest = await newestRun(platform.db, 'backup', false);
  const good = await newestRun(platform.db, 'backup', true);
  const now = platform.now();
  if (!isBackupDue(now, good?.startedAt ?? null, newest?.startedAt ?? null)) return false;
  await backUpToday(platform);
  return true;
}
