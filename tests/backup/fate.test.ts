import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUp, backUpToday } from '../../src/actions/audit/back-up.ts';
import { readArchive } from '../../src/platform/archive.ts';
import { sha256Hex } from '../../src/platform/crypto.ts';
import type { Files } from '../../src/platform/files.ts';
import { seedGround } from '../../src/seeds/sample.ts';
import type { BackupRun } from '../../src/store/backup.read.ts';
import { addBackupRun } from '../../src/store/backup.write.ts';
import { createApp } from '../../src/web/app.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const CONTENT = Buffer.alloc(200_000, 7);
const SHA256 = sha256Hex(CONTENT);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  const { regionId } = (await seedGround(database.platform)).stage;
  await database.platform.files.write(CONTENT);
  await database.owner.run("INSERT INTO stored_file (region_id, sha256, kind, bytes, stored_at) VALUES ($1, $2, 'pdf', $3, now())", [
    regionId,
    SHA256,
    CONTENT.length,
  ]);
}, 60_000);
afterAll(() => database.end());

/** What an admin reads of a page, in words. */
async function read(path: string): Promise<string> {
  const admin = browse(createApp(database.platform, new Map()));
  await admin.get('/masuk');
  await admin.signIn('admin@contoh.example', 'contoh-balangan');
  return (await (await admin.get(path)).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
}

function write(kind: BackupRun['kind'], at: string, fault: string | null = null): Promise<void> {
  const whole = fault === null ? { bytes: 1000, digest: '0'.repeat(64) } : { bytes: null, digest: null };
  const run = { kind, fileName: `${kind}.tar`, startedAt: at, finishedAt: at, missingFiles: 0, fault, openedWith: null, ...whole };
  return addBackupRun(database.db, database.platform.newId(), run);
}

/** A disk that gives the first part of the file and then an error. */
const failing = (files: Files): Files => ({
  ...files,
  read: () =>
    Readable.from(
      (async function* () {
        yield CONTENT.subarray(0, 70_000);
        throw Object.assign(new Error('input/output error'), { code: 'EIO' });
      })(),
    ) as ReturnType<Files['read']>,
});

test('a file that the disk cannot read does not cost the backup of the others', async () => {
  const { platform } = database;
  const path = join(platform.home, 'satu.tar.age');
  const made = await backUp({ ...platform, files: failing(platform.files) }, path);
  expect({ files: made.files, missing: made.missing }).toEqual({ files: 0, missing: [SHA256] });
  expect(await readArchive(path, async (_name, content) => void content.resume(), [platform.vault.backupSecret])).toMatchObject({ digest: made.digest });
});

test('a backup without a whole piece of evidence is told to the admin on every page, and in the history', async () => {
  expect(await read('/admin/cadangan')).toContain('1 berkas bukti hilang atau isinya berubah');
  expect(await read('/admin/cadangan')).toContain('tidak lengkap: 1 berkas bukti hilang atau rusak');
  expect(await read('/admin/server')).toContain('cadangan terakhir tidak lengkap');
  expect(await read('/')).toContain('Server perlu perhatian sekarang');
});

test('the newest file that holds everything stays, however old', async () => {
  const { platform } = database;
  const { folder } = platform.backup;
  mkdirSync(folder, { recursive: true });
  database.at('2026-09-01T02:00:00.000Z');
  await backUpToday(platform);
  for (let day = 2; day <= 15; day += 1) writeFileSync(join(folder, `bailang-2026-09-${String(day).padStart(2, '0')}.tar`), '');
  database.at('2026-09-16T02:00:00.000Z');
  await backUpToday({ ...platform, files: failing(platform.files) });
  const kept = readdirSync(folder).sort();
  expect(kept).toHaveLength(15);
  expect(kept).toEqual(expect.arrayContaining(['bailang-2026-09-01.tar.age', 'bailang-2026-09-16.tar.age']));
});

test('the file of the night bears the date of the office', async () => {
  database.at('2026-09-17T18:00:00.000Z');
  await backUpToday(database.platform);
  expect(readdirSync(database.platform.backup.folder)).toContain('bailang-2026-09-18.tar.age');
});

test('a trial that failed last is shown with its cause, until one succeeds', async () => {
  await write('trial', '2026-09-17T18:01:00.000Z');
  expect(await read('/admin/server')).not.toContain('Percobaan pulih terakhir');
  await write('trial', '2026-09-17T18:02:00.000Z', 'archive');
  expect(await read('/admin/cadangan')).toContain('trial.tar: gagal: berkas cadangan rusak atau terpotong');
  expect(await read('/admin/cadangan')).toContain('Percobaan pulih yang terakhir gagal.');
  expect(await read('/admin/server')).toContain('Percobaan pulih terakhir gagal: berkas cadangan rusak atau terpotong.');
  await write('trial', '2026-09-17T18:03:00.000Z');
  expect(await read('/admin/cadangan')).toContain('trial.tar: berhasil');
  expect(await read('/admin/server')).not.toContain('Percobaan pulih terakhir');
});

test('after a restore nothing of before counts: there is no backup yet, and no trial', async () => {
  await write('restore', '2026-09-17T18:04:00.000Z');
  const seen = await read('/admin/cadangan');
  expect(seen).toContain('Belum ada cadangan');
  expect(seen).toContain('Belum pernah dicoba pulih');
  expect(seen).toMatch(/Pemulihan restore\.tar/);
  expect(await read('/status')).toMatch(/Cadangan belum ada/);
  database.at('2026-09-17T18:05:00.000Z');
  await backUpToday(database.platform);
  expect(await read('/status')).toMatch(/Cadangan baru saja/);
});
