// A backup of the whole installation, made while it runs, and written down whether it succeeded or not.

import { mkdir, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { zoneHours } from '../../domain/people/region.ts';
import { HOUR, later } from '../../domain/shared/time.ts';
import { publicPart } from '../../platform/age.ts';
import { type BackupMade, makeBackup } from '../../platform/backup.ts';
import { readRecipient } from '../../platform/backup-words.ts';
import type { Platform } from '../../platform/platform.ts';
import { newestWholeFile } from '../../store/backup.read.ts';
import { addBackupRun } from '../../store/backup.write.ts';
import { listBackupKeys } from '../../store/backup-key.read.ts';
import { listRegions } from '../../store/people.read.ts';

/** Makes the archive at `path`. A failure is written down and thrown on. */
export async function backUp(platform: Platform, path: string): Promise<BackupMade> {
  const startedAt = platform.now();
  const write = (run: Pick<Parameters<typeof addBackupRun>[2], 'bytes' | 'digest' | 'missingFiles' | 'fault'>) =>
    addBackupRun(platform.db, platform.newId(), { kind: 'backup', openedWith: null, fileName: basename(path), startedAt, finishedAt: platform.now(), ...run });
  try {
    const recipients = await recipientsOf(platform);
    const made = await makeBackup({ ...platform.backup, files: platform.files, path, now: startedAt, recipients });
    await write({ bytes: made.bytes, digest: made.digest, missingFiles: made.missing.length, fault: null });
    return made;
  } catch (error) {
    await write({ bytes: null, digest: null, missingFiles: 0, fault: faultOf(error) }).catch(() => undefined);
    throw error;
  }
}

/** The data folder's own key, and every key that somebody has shown to hold. */
async function recipientsOf({ db, vault }: Platform): Promise<readonly Uint8Array[]> {
  const kept = (await listBackupKeys(db)).filter(({ confirmedAt }) => confirmedAt !== null);
  return [publicPart(vault.backupSecret), ...kept.flatMap(({ recipient }) => readRecipient(recipient) ?? [])];
}

/** The short name of what went wrong: a code of the system, or the kind of error. */
function faultOf(error: unknown): string {
  const { code, name } = error as NodeJS.ErrnoException;
  return code ?? name ?? 'fault';
}

const KEPT = 14;
/** Those of before backups were sealed end without `.age`. */
const OURS = /^bailang-\d{4}-\d{2}-\d{2}\.tar(\.age)?$/;

let running: Promise<BackupMade> | null = null;

/** Today's backup in the installation's own folder. The newest fourteen are kept, and the newest that held every piece of evidence whole. Asked twice at once, it is made once. */
export function backUpToday(platform: Platform): Promise<BackupMade> {
  running ??= makeToday(platform).finally(() => {
    running = null;
  });
  return running;
}

/** The date on the calendar of the office: at two in the night it is not yet that of UTC. */
async function today({ db, now }: Platform): Promise<string> {
  const [region] = await listRegions(db);
  return later(now(), zoneHours(region?.zone ?? '') * HOUR).slice(0, 10);
}

async function makeToday(platform: Platform): Promise<BackupMade> {
  const { folder } = platform.backup;
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const made = await backUp(platform, join(folder, `bailang-${await today(platform)}.tar.age`));
  const old = (await readdir(folder)).filter((name) => OURS.test(name)).sort();
  const whole = await newestWholeFile(platform.db, old);
  for (const name of old.slice(0, -KEPT)) if (name !== whole) await rm(join(folder, name), { force: true });
  return made;
}
