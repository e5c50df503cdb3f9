// What was done is said once, and an address that only takes posts leads back to its form.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { browse, smallRegion } from '../../tests/support/app.ts';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
});
afterAll(() => database.end());

const SAID = 'role="status"><svg';

test('the page after an act says it was kept, and the next one does not', async () => {
  const browser = browse(town.app);
  await browser.signIn(town.account, town.password);
  expect((await browser.post('/saya/sesi/akhiri', {})).status).toBe(303);
  const first = await (await browser.get('/saya/akun')).text();
  expect([first.includes(SAID), first.includes('Tersimpan.')]).toEqual([true, true]);
  expect(await (await browser.get('/saya/akun')).text()).not.toContain('Tersimpan.');
});

test('signing in and out says nothing of the kind, and a key nobody wrote says nothing', async () => {
  const browser = browse(town.app);
  await browser.signIn(town.account, town.password);
  for (const forged of ['toString~x', 'apa~x', '~', 'certified~%3Cb%3Ex']) {
    browser.cookies.set('bailang_kata', forged);
    expect([forged, (await (await browser.get('/saya')).text()).includes('<b>x')]).toEqual([forged, false]);
    expect(browser.cookies.has('bailang_kata')).toBe(false);
  }
  await browser.post('/keluar', {});
  expect(browser.cookies.has('bailang_kata')).toBe(false);
});

test.each([
  ['/pleno/skpd/hitung', '/pleno/skpd'],
  ['/pleno/skpd/penetapan', '/pimpinan'],
  ['/saya/sesi/akhiri', '/saya/akun'],
  ['/usulan/1/bukti/2/lepas', '/usulan/1'],
  ['/saya/notifikasi/1/buka', '/saya/notifikasi'],
  ['/persetujuan/1/setuju', '/persetujuan/1'],
])('reloading %s leads to %s', async (address, to) => {
  const answer = await browse(town.app).get(address);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, to]);
});
