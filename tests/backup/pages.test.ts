import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { backUpWhenDue } from '../../src/jobs/nightly-backup.ts';
import { seedGround } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let admin: Browser;
beforeAll(async () => {
  database = await testDatabase();
  await seedGround(database.platform);
  admin = await signedIn('admin');
}, 60_000);
afterAll(() => database.end());

async function signedIn(account: string): Promise<Browser> {
  const browser = browse(createApp(database.platform, new Map()));
  await browser.get('/masuk');
  await browser.signIn(`${account}@contoh.example`, 'contoh-balangan');
  return browser;
}

const words = async () => (await (await admin.get('/admin/cadangan')).text()).replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

test('says that there is none, makes one on a press, and shows its age, size and digest', async () => {
  expect(await words()).toContain('Belum ada cadangan');
  const answer = await admin.post('/admin/cadangan', {});
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/admin/cadangan']);
  const seen = await words();
  expect(seen).toContain('bailang-2026-08-19.tar.age');
  expect(seen).toMatch(/[0-9a-f]{64}/);
  expect(seen).toContain('Belum pernah dicoba pulih');
  expect(seen).not.toContain('Belum ada cadangan');
});

test('warns when the last one is more than a day old', async () => {
  database.at('2026-08-20T09:00:00.000Z');
  admin = await signedIn('admin');
  expect(await words()).toContain('lebih dari satu hari');
});

test('is made by itself at night, once, and the newest fourteen stay', async () => {
  const { folder } = database.platform.backup;
  for (let day = 1; day <= 18; day += 1) writeFileSync(join(folder, `bailang-2026-07-${String(day).padStart(2, '0')}.tar`), '');
  writeFileSync(join(folder, 'milik-orang.tar'), '');
  expect(await backUpWhenDue(database.platform)).toBe(true);
  expect(await backUpWhenDue(database.platform)).toBe(false);
  const kept = readdirSync(folder).sort();
  expect(kept).toHaveLength(15);
  expect(kept).toContain('milik-orang.tar');
  expect(kept).toContain('bailang-2026-08-20.tar.age');
});

test('a folder that cannot be written is told, and the rest goes on', async () => {
  database.at('2026-08-22T19:00:00.000Z');
  admin = await signedIn('admin');
  const { folder } = database.platform.backup;
  rmSync(folder, { recursive: true });
  mkdirSync(join(folder, 'bailang-2026-08-23.tar.age', 'x'), { recursive: true });
  const answer = await admin.post('/admin/cadangan', {});
  expect(answer.headers.get('location')).toBe('/admin/cadangan?tahap=gagal');
  expect(await words()).toContain('gagal');
});

test('belongs to the admin', async () => {
  const juror = await signedIn('juri1.skpd');
  expect((await juror.get('/admin/cadangan')).status).toBe(404);
});
