// Gathers how things go: disks, clocks, and what the database knows.

import { type Concern, concernsOf, type Disk } from '../../domain/audit/health.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { diskOf } from '../../platform/disk.ts';
import type { Platform } from '../../platform/platform.ts';
import { readHealth, type StoredHealth } from '../../store/health.read.ts';

export interface Health {
  readonly at: Instant;
  readonly disks: readonly Disk[];
  readonly stored: StoredHealth;
  readonly concerns: readonly Concern[];
}

export async function lookAfter({ db, now, home, backup, ownDatabase, scanner }: Platform, regionId: string): Promise<Health> {
  const [data, kept] = await Promise.all([diskOf(home), diskOf(backup.folder)]);
  const disks: readonly Disk[] = [
    { place: 'data', ...data },
    { place: 'backup', ...kept },
  ];
  const stored = await readHealth(db, regionId);
  const at = now();
  return {
    at,
    disks,
    stored,
    concerns: concernsOf(
      { ...stored, scannerDownSince: scanner === null ? null : stored.scannerDownSince, databaseNow: ownDatabase ? null : stored.databaseNow, disks },
      at,
    ),
  };
}
