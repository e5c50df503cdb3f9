// `bailang backup FILE` and `bailang restore [--coba] FILE`.

import { chmod, mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { backUp } from '../actions/audit/back-up.ts';
import { checkInvariants } from '../actions/audit/check-invariants.ts';
import { hasInstallation, joinInstallation, type Opened, restoreInstallation } from '../main.ts';
import { DamagedArchive } from '../platform/archive.ts';
import { CannotStart } from '../platform/cannot-start.ts';
import type { Config } from '../platform/config.ts';
import type { Restored } from '../platform/restore.ts';
import { addBackupRun } from '../store/backup.write.ts';
import { listRegions } from '../store/people.read.ts';
import { formatFileSize } from '../texts/id/format.ts';
import type { CliIo } from './rank.ts';

/** 0 when the archive is whole, 1 when files that rows speak of were missing. */
export async function runBackup(config: Config, words: readonly string[], io: CliIo): Promise<number> {
  const [path, ...more] = words;
  if (path === undefined || more.length > 0) throw new CannotStart('Pemakaian: bailang backup BERKAS.tar');
  if (!hasInstallation(config)) throw new CannotStart(`Belum ada data di ${config.home}.`);
  const opened = await joinInstallation(config);
  try {
    const made = await backUp(opened.platform, resolve(path)).catch(refuseDisk(path));
    io.stdout(`Cadangan ${path}: ${formatFileSize(made.bytes)}, ${made.files} berkas bukti, sidik ${made.digest}\n`);
    for (const sha256 of made.missing) io.stderr(`Berkas bukti ${sha256} tercatat tetapi tidak ada atau tidak utuh di penyimpanan.\n`);
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
  const isTrial = words.includes('--coba');
  const [path, ...more] = words.filter((word) => word !== '--coba');
  if (path === undefined || more.length > 0) throw new CannotStart('Pemakaian: bailang restore [--coba] BERKAS.tar');
  return isTrial ? tryRestore(config, resolve(path), io) : restore(config, resolve(path), io);
}

async function restore(config: Config, path: string, io: CliIo): Promise<number> {
  const { opened, restored } = await restoreInstallation(config, path).catch(refuseDamage(path));
  try {
    const found = await report(opened, restored, io);
    io.stdout(found === 0 ? 'Semua janji sistem terpenuhi. Jalankan bailang serve.\n' : `${found} janji tidak terpenuhi.\n`);
    return found === 0 ? 0 : 1;
  } finally {
    await opened.close();
  }
}

/** Restores into a place of its own, checks, throws it away, and writes the trial down in the installation that is running. */
async function tryRestore(config: Config, path: string, io: CliIo): Promise<number> {
  const place = await mkdtemp(join(tmpdir(), 'bailang-coba-'));
  await chmod(place, 0o711); // The database's own account must pass.
  const aside: Config = { ...config, home: join(place, 'data'), backupFolder: join(place, 'cadangan'), databaseUrl: null, migrateUrl: null };
  const installation = hasInstallation(config) ? await joinInstallation(config) : null;
  const now = () => installation?.platform.now() ?? '';
  const startedAt = now();
  try {
    const { opened, restored } = await restoreInstallation(aside, path).catch(refuseDamage(path));
    const found = await report(opened, restored, io).finally(() => opened.close());
    io.stdout(found === 0 ? 'Percobaan pulih berhasil; hasilnya dibuang lagi.\n' : `${found} janji tidak terpenuhi.\n`);
    await note(installation, { path, startedAt, finishedAt: now(), restored: found === 0 ? restored : null });
    return found === 0 ? 0 : 1;
  } catch (error) {
    await note(installation, { path, startedAt, finishedAt: now(), restored: null });
    throw error;
  } finally {
    await installation?.close();
    await rm(place, { recursive: true, force: true });
  }
}

interface Trial {
  readonly path: string;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly restored: Restored | null;
}

async function note(installation: Opened | null, { path, restored, ...when }: Trial): Promise<void> {
  if (installation === null) return;
  const { db, newId } = installation.platform;
  await addBackupRun(db, newId(), {
    kind: 'trial',
    fileName: basename(path),
    ...when,
    bytes: restored?.bytes ?? null,
    digest: restored?.digest ?? null,
    missingFiles: 0,
    fault: restored === null ? 'restore' : null,
  });
}

async function report(opened: Opened, restored: Restored, io: CliIo): Promise<number> {
  const { head, files, bytes, digest } = restored;
  io.stdout(`Pulih: ${head.tables.length} tabel dan ${files} berkas bukti dari cadangan ${head.madeAt} (${formatFileSize(bytes)}), sidik ${digest}\n`);
  let found = 0;
  for (const { regionId } of await listRegions(opened.platform.db)) {
    for (const breach of await checkInvariants(opened.platform, regionId)) {
      found += 1;
      io.stdout(`${breach.promise}\t${breach.subject}\t${breach.says}\n`);
    }
  }
  return found;
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
