import { afterAll, beforeAll, expect, test } from 'vitest';
import { recipientOf } from '../../src/platform/backup-words.ts';
import { randomSecret } from '../../src/platform/crypto.ts';
import { seedGround } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const PASSWORD = 'contoh-balangan';
const KEYS = '/admin/cadangan/kunci';
let database: TestDatabase;
let admin: Browser;
beforeAll(async () => {
  database = await testDatabase();
  await seedGround(database.platform);
  await database.owner.run('UPDATE region SET is_sample = false');
  admin = await signedIn('admin');
}, 60_000);
afterAll(() => database.end());

async function signedIn(account: string): Promise<Browser> {
  const browser = browse(createApp(database.platform, new Map()));
  await browser.get('/masuk');
  await browser.signIn(`${account}@contoh.example`, PASSWORD);
  return browser;
}
const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const listed = (html: string) => [...html.matchAll(/<li>\d+\. <code>([a-z]+)<\/code><\/li>/g)].map(([, word = '']) => word);
const asked = (html: string) => [...html.matchAll(/Kata nomor (\d+)/g)].map(([, place]) => Number(place));

test('warns until a printed key is kept, and shows its words to nobody without a fresh proof', async () => {
  expect(words(await (await admin.get('/admin/cadangan')).text())).toContain('Belum ada kunci cetak');
  database.at('2026-08-19T02:30:00.000Z');
  const page = await admin.get(KEYS);
  expect(listed(await page.text())).toEqual([]);
  const refused = await admin.post(`${KEYS}/lembar`, {});
  expect([refused.status, listed(await refused.text())]).toEqual([422, []]);
});

test('prints 24 words, takes the key for kept when three were typed back, and forgets it', async () => {
  const html = await (await admin.post(`${KEYS}/lembar`, { bukti: PASSWORD })).text();
  const printed = listed(html);
  const places = asked(html);
  expect(printed).toHaveLength(24);
  expect(new Set(places).size).toBe(3);
  expect(html).toContain('<svg class="qr"');
  const again = listed(await (await admin.post(`${KEYS}/lembar`, {})).text());
  expect(again).toEqual(printed);
  const typed = Object.fromEntries(places.map((place, at) => [`kata${at}`, printed[place - 1] ?? '']));
  const wrong = await admin.post(KEYS, { ...typed, kata1: 'keliru' });
  expect([wrong.status, words(await wrong.text())]).toEqual([422, expect.stringContaining(`Kata nomor ${places[1]} berbeda`)]);
  expect((await admin.post(KEYS, typed)).status).toBe(303);
  expect(listed(await (await admin.get(KEYS)).text())).toEqual([]);
  expect(await database.owner.one('SELECT count(*)::int AS kept FROM backup_key WHERE sealed IS NOT NULL')).toEqual({ kept: 0 });
  const seen = words(await (await admin.get('/admin/cadangan')).text());
  expect(seen).not.toContain('Belum ada kunci cetak');
  expect(seen).toContain('Kunci cetak terakhir dicoba');
});

test('takes a second recipient, refuses what is none, and ends one', async () => {
  const mistyped = await admin.post(`${KEYS}/penerima`, { label: 'Inspektorat', penerima: 'age1salah', bukti: PASSWORD });
  expect([mistyped.status, words(await mistyped.text())]).toEqual([422, expect.stringContaining('Bukan kunci penerima')]);
  const recipient = recipientOf(randomSecret());
  expect((await admin.post(`${KEYS}/penerima`, { label: 'Inspektorat', penerima: recipient, bukti: PASSWORD })).status).toBe(303);
  expect((await admin.post(`${KEYS}/penerima`, { label: 'Inspektorat', penerima: recipient, bukti: PASSWORD })).status).toBe(422);
  const html = await (await admin.get(KEYS)).text();
  expect(html).toContain(recipient.slice(0, 12));
  const row = await database.owner.one<{ id: string }>("SELECT key_id::text AS id FROM backup_key WHERE kind = 'second'");
  expect((await admin.post(`${KEYS}/hentikan`, { id: row?.id ?? '', bukti: PASSWORD })).status).toBe(303);
  expect(await (await admin.get(KEYS)).text()).not.toContain(recipient.slice(0, 12));
});

test('belongs to the admin', async () => {
  expect((await (await signedIn('sekretariat')).get(KEYS)).status).toBe(404);
});
