// What an admin should look at before it hurts: disks, clocks, backups, promises, mail, jobs. Facts in, concerns out.

import type { Facts } from '../shared/outcome.ts';
import { HOUR, type Instant, MINUTE, millisecondsBetween } from '../shared/time.ts';

export interface Disk {
  readonly place: 'data' | 'backup';
  readonly freeBytes: number;
  readonly totalBytes: number;
}

export interface HealthFacts {
  readonly disks: readonly Disk[];
  /** The database's clock at the moment ours said `now`; null when it runs on this machine. */
  readonly databaseNow: Instant | null;
  /** The latest moment among the newest rows of the ledger, and its oldest; null when there is none. */
  readonly newestAct: Instant | null;
  readonly oldestAct: Instant | null;
  /** When the newest good backup ended. */
  readonly backupAt: Instant | null;
  /** How many pieces of evidence it could not hold whole. */
  readonly backupMissing: number;
  /** Why the newest trial of a restore failed; null when it succeeded, or there was none. */
  readonly trialFault: string | null;
  /** How many promises the newest check found broken; null when none was made yet. */
  readonly broken: number | null;
  /** What the mail server last said; null when all was well, or there is none. */
  readonly mailFault: string | null;
  /** Since when the scanner for viruses does not answer, and why; null when it does, or there is none. */
  readonly scannerDownSince: Instant | null;
  readonly scannerFault: string | null;
  /** Jobs that gave up within a day, and since when the oldest waits for a worker. */
  readonly failedJobs: number;
  readonly waitingSince: Instant | null;
}

export type ConcernCode =
  | 'disk-full'
  | 'disk-low'
  | 'clock-behind'
  | 'clock-apart'
  | 'backup-old'
  | 'backup-none'
  | 'backup-incomplete'
  | 'trial-failed'
  | 'promises-broken'
  | 'mail-down'
  | 'scanner-down'
  | 'jobs-failed'
  | 'jobs-stuck';

export interface Concern {
  readonly code: ConcernCode;
  /** Work is lost or stops soon: said on every page of an admin. */
  readonly isGrave: boolean;
  readonly facts: Facts;
}

const GIB = 1024 ** 3;
const FULL = { bytes: GIB / 2, share: 0.02 };
const LOW = { bytes: 5 * GIB, share: 0.1 };
const CLOCKS_APART = 5_000;
const BACKUP_OLD = 26 * HOUR;
const WAITS_LONG = 15 * MINUTE;

/**
 * Everything worth a look at `now`, gravest first. A disk is full below half a gibibyte or two percent free, low when below five gibibytes and
 * ten percent; a clock is behind when the ledger knows a later minute, apart when the database's differs by more than five seconds; a backup is
 * old after 26 hours, incomplete when evidence was missing or changed; a failed trial counts until one succeeds; a job is stuck after a quarter of an hour.
 */
export function concernsOf(health: HealthFacts, now: Instant): readonly Concern[] {
  const found = [...health.disks.flatMap(diskConcerns), ...clockConcerns(health, now), ...backupConcerns(health, now), ...otherConcerns(health, now)];
  return [...found.filter(({ isGrave }) => isGrave), ...found.filter(({ isGrave }) => !isGrave)];
}

function diskConcerns({ place, freeBytes, totalBytes }: Disk): readonly Concern[] {
  const facts = { place, free: freeBytes };
  const below = ({ bytes, share }: typeof FULL) => [freeBytes < bytes, freeBytes < totalBytes * share];
  if (below(FULL).some(Boolean)) return [{ code: 'disk-full', isGrave: true, facts }];
  return below(LOW).every(Boolean) ? [{ code: 'disk-low', isGrave: false, facts }] : [];
}

function clockConcerns({ databaseNow, newestAct }: HealthFacts, now: Instant): readonly Concern[] {
  const behind = newestAct === null ? 0 : millisecondsBetween(now, newestAct);
  if (behind > MINUTE) return [{ code: 'clock-behind', isGrave: true, facts: { seconds: Math.floor(behind / 1000) } }];
  const apart = databaseNow === null ? 0 : Math.abs(millisecondsBetween(now, databaseNow));
  return apart > CLOCKS_APART ? [{ code: 'clock-apart', isGrave: true, facts: { seconds: Math.floor(apart / 1000) } }] : [];
}

function backupConcerns(health: HealthFacts, now: Instant): readonly Concern[] {
  const { backupMissing, trialFault } = health;
  const concerns: Concern[] = [];
  if (backupMissing > 0) concerns.push({ code: 'backup-incomplete', isGrave: true, facts: { count: backupMissing } });
  if (trialFault !== null) concerns.push({ code: 'trial-failed', isGrave: false, facts: { fault: trialFault } });
  return [...concerns, ...ageConcerns(health, now)];
}

function ageConcerns({ backupAt, oldestAct }: HealthFacts, now: Instant): readonly Concern[] {
  const since = backupAt ?? oldestAct;
  if (since === null || millisecondsBetween(since, now) <= BACKUP_OLD) return [];
  return [{ code: backupAt === null ? 'backup-none' : 'backup-old', isGrave: false, facts: { hours: Math.floor(millisecondsBetween(since, now) / HOUR) } }];
}

function otherConcerns({ broken, mailFault, scannerDownSince, scannerFault, failedJobs, waitingSince }: HealthFacts, now: Instant): readonly Concern[] {
  const concerns: Concern[] = [];
  if (broken !== null && broken > 0) concerns.push({ code: 'promises-broken', isGrave: true, facts: { count: broken } });
  if (mailFault !== null) concerns.push({ code: 'mail-down', isGrave: false, facts: { fault: mailFault } });
  if (scannerDownSince !== null)
    concerns.push({
      code: 'scanner-down',
      isGrave: false,
      facts: { fault: scannerFault ?? '', minutes: Math.floor(millisecondsBetween(scannerDownSince, now) / MINUTE) },
    });
  if (failedJobs > 0) concerns.push({ code: 'jobs-failed', isGrave: false, facts: { count: failedJobs } });
  if (waitingSince !== null && millisecondsBetween(waitingSince, now) > WAITS_LONG)
    concerns.push({ code: 'jobs-stuck', isGrave: false, facts: { minutes: Math.floor(millisecondsBetween(waitingSince, now) / MINUTE) } });
  return concerns;
}
