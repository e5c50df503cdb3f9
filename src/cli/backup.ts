// `bailang backup FILE` and `bailang restore [--coba] FILE`.

import { existsSync } from 'node:fs';
import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { backUp } from '../actions/audit/back-up.ts';
import { FILE_PROMISE } from '../actions/audit/check-files.ts';
import { checkInvariants } from '../actions/audit/check-invariants.ts';
import { isKeyTrialDue } from '../domain/operations/key-trial.ts';
import { hasInstallation, joinInstallation, type Opened, restoreInstallation } from '../main.ts';
import { WrongKey } from '../platform/age.ts';
import { DamagedArchive } from '../platform/archive.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import { systemNow } from '../platform/clock.ts';
import type { Config } from '../platform/config.ts';
import type { Restored } from '../platform/restore.ts';
import { ownBackupKey } from '../platform/vault.ts';
import { type BackupRun, newestKeyTrial } from '../store/backup.read.ts';
import { addBackupRun } from '../store/backup.write.ts';
import { listBackupKeys } from '../store/backup-key.read.ts';
import { listRegions } from '../store/people.read.ts';
import { restoreTexts } from '../texts/id/backup.ts';
import { keyCommandTexts } from '../texts/id/backup-key.ts';
import { formatDateTime, formatFileSize, zoneOf } from '../texts/id/format.ts';
import { type Keys, keysFor, readKeyWords, refuseKey } from './backup-key.ts';
import type { CliIo } from './rank.ts';

/** 0 when the archive is whole, 1 when files that rows speak of were missing. */
export async function runBackup(config: Config, words: readonly string[], io: CliIo): Promise<number> {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) throw new CannotStart('Pemakaian: bailang backup BERKAS.tar.age');
  if (!hasInstallation(config)) throw new CannotStart(`Belum ada data di ${config.home}.`);
  const opened = await joinInstallation(config);
  try {
    const made = await backUp(opened.platform, resolve(path)).catch(refuseDisk(path));
    io.stdout(`Cadangan ${path}: ${formatFileSize(made.bytes)}, ${made.files} berkas bukti, sidik isi ${made.digest}\n`);
    for (const sha256 of made.missing) io.stderr(`${restoreTexts.missing(sha256)}\n`);
    return made.missing.length === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

const DISK: Readonly<Record<string, string>> = {
  ENOSPC: 'Disk penuh. Kosongkan ruang atau pilih disk lain; cadangan sebelumnya tetap utuh.',
  EDQUOT: 'Jatah disk habis. Pilih disk lain; cadangan sebelumnya tetap utuh.',
  EFBIG: 'Disk ini tidak menerima berkas sebesar itu. Pilih disk lain; cadangan sebelumnya tetap utuh.',
  ENOENT: 'Foldernya tidak ada. Buat dulu, atau pilih folder lain.',
  EACCES: 'Foldernya tidak boleh ditulisi oleh pengguna ini.',
  EROFS: 'Disk itu hanya dapat dibaca.',
  EISDIR: 'Itu folder. Sebut nama berkasnya juga.',
};

function refuseDisk(path: string) {
  return (error: NodeJS.ErrnoException): never => {
    const words = DISK[error.code ?? ''];
    throw words === undefined ? error : new CannotStart(`${path}: ${words}`);
  };
}

/** 0 when everything came back and every promise holds, 1 with a line a breach. A damaged archive leaves nothing. */
export async function runRestore(config: Config, words: readonly string[], io: CliIo): Promise<number> {
  const { printed, rest } = readKeyWords(words);
  const isTrial = rest.includes('--coba');
  const [path, ...more] = rest.filter((word) => word !== '--coba');
  if (path === undefined || more.length > 0)
    throw new CannotStart('Pemakaian: bailang restore [--coba] BERKAS.tar.age [--kunci "24 kata" | --kunci-berkas BERKAS]');
  if (!existsSync(path)) throw new CannotStart(`Berkas ${path} tidak ada.`);
  const keys = await keysFor(path, printed, ownBackupKey(config));
  return isTrial ? tryRestore(config, resolve(path), keys, io) : restore(config, resolve(path), keys, io);
}

/** Writes the restore down in what was restored: backups of before were made elsewhere. */
async function restore(config: Config, path: string, { by, identities }: Keys, io: CliIo): Promise<number> {
  const startedAt = systemNow();
  const { opened, restored, doors } = await restoreInstallation(config, path, identities).catch(refuseKey(by)).catch(refuseDamage(path));
  try {
    const found = await report(opened, restored, io);
    await note(opened, { kind: 'restore', path, startedAt, restored, openedWith: by, missingFiles: found.missing, fault: null });
    io.stdout(`${keyCommandTexts.doors(doors.sessions, doors.links)}\n`);
    io.stdout(`${found.breaches === 0 ? restoreTexts.holds : restoreTexts.broken(found.breaches)}\n${restoreTexts.start(config)}\n`);
    return found.isWell ? 0 : 1;
  } finally {
    await opened.close();
  }
}

/** Restores into a place of its own, checks, throws it away, and writes the trial down in the installation that is running. */
async function tryRestore(config: Config, path: string, { by, identities }: Keys, io: CliIo): Promise<number> {
  const place = await mkdtemp(join(tmpdir(), 'bailang-coba-'));
  await chmod(place, 0o711); // The database's own account must pass.
  const aside: Config = { ...config, home: join(place, 'data'), backupFolder: join(place, 'cadangan'), databaseUrl: null, migrateUrl: null, poolerUrl: null };
  const installation = hasInstallation(config) ? await joinInstallation(config) : null;
  const trial = { kind: 'trial', path, startedAt: systemNow(), openedWith: by } as const;
  try {
    if (by === 'own' && installation !== null) await askForPrintedKey(installation);
    const { opened, restored } = await restoreInstallation(aside, path, identities);
    const found = await report(opened, restored, io).finally(() => opened.close());
    io.stdout(`${found.isWell ? restoreTexts.tried : restoreTexts.triedBroken(found.breaches)}\n`);
    await note(installation, { ...trial, restored, missingFiles: found.missing, fault: found.isWell ? null : 'promises' });
    return found.isWell ? 0 : 1;
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    await note(installation, { ...trial, restored: null, missingFiles: 0, fault: faultOf(error) });
    return await Promise.reject(error as Error)
      .catch(refuseKey(by))
      .catch(refuseDamage(path));
  } finally {
    await installation?.close();
    await rm(place, { recursive: true, force: true });
  }
}

/** Once a quarter the paper itself is tried. */
async function askForPrintedKey({ platform: { db } }: Opened): Promise<void> {
  const isKept = (await listBackupKeys(db)).some(({ kind, confirmedAt }) => kind === 'printed' && confirmedAt !== null);
  const tried = isKept ? await newestKeyTrial(db) : null;
  if (isKept && isKeyTrialDue(systemNow(), tried?.finishedAt ?? null)) throw new CannotStart(keyCommandTexts.due);
}

/** The short name of why a trial failed. */
function faultOf(error: unknown): string {
  if (error instanceof WrongKey) return 'key';
  if (error instanceof DamagedArchive) return 'archive';
  return (error as NodeJS.ErrnoException).code ?? 'restore';
}

interface Noted extends Pick<BackupRun, 'kind' | 'startedAt' | 'missingFiles' | 'fault' | 'openedWith'> {
  readonly path: string;
  readonly restored: Restored | null;
}

async function note(installation: Opened | null, { path, restored, ...run }: Noted): Promise<void> {
  if (installation === null) return;
  const { db, newId, now } = installation.platform;
  const whole = run.fault === null ? restored : null;
  await addBackupRun(db, newId(), { ...run, fileName: basename(path), finishedAt: now(), bytes: whole?.bytes ?? null, digest: whole?.digest ?? null });
}

interface Found {
  readonly breaches: number;
  readonly missing: number;
  readonly isWell: boolean;
}

/** Says what came back, and asks every promise. Evidence was read while it came, so that a look at its size is enough now. */
async function report({ platform }: Opened, { head, files, bytes, digest, damaged }: Restored, io: CliIo): Promise<Found> {
  const regions = await listRegions(platform.db);
  const madeAt = formatDateTime(head.madeAt, regions[0] && zoneOf(regions[0].zone));
  io.stdout(`Pulih: ${head.tables.length} tabel dan ${files} berkas bukti dari cadangan ${madeAt} (${formatFileSize(bytes)}), sidik isi ${digest}\n`);
  for (const sha256 of damaged) io.stderr(`${restoreTexts.damaged(sha256)}\n`);
  const breaches = (await Promise.all(regions.map(({ regionId }) => checkInvariants(platform, regionId, 'size')))).flat();
  for (const { promise, subject, says } of breaches) io.stdout(`${promise}\t${subject}\t${says}\n`);
  const missing = new Set([...damaged, ...breaches.filter(({ promise }) => promise === FILE_PROMISE).map(({ subject }) => subject)]);
  return { breaches: breaches.length, missing: missing.size, isWell: breaches.length === 0 && missing.size === 0 };
}

function refuseDamage(path: string) {
  return async (error: Error): Promise<never> => {
    if (!(error instanceof DamagedArchive)) throw error;
    const { size } = await stat(path);
    throw new CannotStart(
      `Cadangan ${path} (${formatFileSize(size)}) rusak atau terpotong, sekitar bagian ${error.member || 'pertama'}. Tidak ada yang dipulihkan; pakai cadangan lain.`,
    );
  };
}
