import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAnchors } from '../../src/domain/proof/anchor.ts';
import { dropAnchors } from '../../src/jobs/drop-anchors.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const PASSWORD = 'contoh-balangan';
let database: TestDatabase;
let regionId: string;
beforeAll(async () => {
  database = await testDatabase();
  regionId = (await seedStory(database.platform, 'announced')).stage.regionId;
  await dropAnchors(database.platform, regionId);
}, 120_000);
afterAll(() => database.end());

const keys = () =>
  database.db.all<{ publicKey: string; endedAt: string | null }>('SELECT public_key AS "publicKey", ended_at AS "endedAt" FROM region_key ORDER BY begun_at');
const renewal = async () => (await database.db.one<{ id: string }>('SELECT renewal_id AS id FROM region_key_renewal WHERE settled_at IS NULL'))?.id ?? '';
async function as(account: string) {
  const browser = browse(createApp(database.platform, new Map()));
  await browser.get('/masuk');
  await browser.signIn(`${account}@contoh.example`, PASSWORD);
  await browser.get('/admin/kunci-daerah');
  return browser;
}

test('TR-N7: a new key takes two people; the old one ends and stays listed', async () => {
  const [before] = await keys();
  const admin = await as('admin');
  expect((await admin.post('/admin/kunci-daerah/minta', { id: database.platform.newId(), alasan: 'x', bukti: PASSWORD })).status).toBe(422);
  expect((await admin.post('/admin/kunci-daerah/minta', { id: database.platform.newId(), alasan: 'Server diganti', bukti: PASSWORD })).status).toBe(303);
  const own = await admin.post('/admin/kunci-daerah/konfirmasi', { id: await renewal(), bukti: PASSWORD });
  expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('dikonfirmasi orang lain')]);
  expect(await keys()).toEqual([before]);
  const secretary = await as('sekretariat');
  expect((await secretary.post('/admin/kunci-daerah/minta', { id: database.platform.newId(), alasan: 'Lagi sekali', bukti: PASSWORD })).status).toBe(422);
  expect((await secretary.post('/admin/kunci-daerah/konfirmasi', { id: await renewal(), bukti: PASSWORD })).status).toBe(303);
  const [old, fresh] = await keys();
  expect([old?.publicKey, old?.endedAt !== null, fresh?.endedAt]).toEqual([before?.publicKey, true, null]);
  const page = await (await secretary.get('/admin/kunci-daerah')).text();
  for (const { publicKey } of await keys()) expect(page).toContain(publicKey);
  await dropAnchors(database.platform, regionId);
  const { line } = (await database.db.one<{ line: string }>('SELECT line FROM anchor ORDER BY seq DESC LIMIT 1')) ?? { line: '' };
  const read = readAnchors(line);
  expect(read.ok && read.anchors[0]?.signed?.publicKey).toBe(fresh?.publicKey);
  expect(readdirSync(join(database.platform.home, 'kunci-daerah')).length).toBe(2);
});

test('a wish taken back changes nothing, and others find no such page', async () => {
  const admin = await as('admin');
  expect((await admin.post('/admin/kunci-daerah/minta', { id: database.platform.newId(), alasan: 'Salah tekan', bukti: PASSWORD })).status).toBe(303);
  const id = await renewal();
  expect((await admin.post('/admin/kunci-daerah/batal', { id, bukti: PASSWORD })).status).toBe(303);
  expect([(await keys()).length, await renewal()]).toEqual([2, '']);
  expect((await (await as('sekretariat')).post('/admin/kunci-daerah/konfirmasi', { id, bukti: PASSWORD })).status).toBe(422);
  for (const account of ['bupati', 'juri1.skpd', 'inovator.disdukcapil'])
    expect((await (await as(account)).post('/admin/kunci-daerah/minta', { id, alasan: 'Ingin tahu', bukti: PASSWORD })).status).not.toBe(303);
});

test('anchors go on without a signature while the private part is not here, as after a restore', async () => {
  const elsewhere = { ...database.platform, home: join(database.platform.home, 'lain') };
  await as('sekretariat');
  await dropAnchors(elsewhere, regionId);
  const { line } = (await database.db.one<{ line: string }>('SELECT line FROM anchor ORDER BY seq DESC LIMIT 1')) ?? { line: '' };
  expect(readAnchors(line)).toMatchObject({ ok: true, anchors: [{ signed: null }] });
});
