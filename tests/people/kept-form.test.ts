// A form that arrives after its session: nothing is saved, nothing typed is lost, and no secret is written into a page.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let ground: Awaited<ReturnType<typeof smallRegion>>;
let browser: Browser;
beforeAll(async () => {
  database = await testDatabase('2026-08-19T02:00:00.000Z');
  ground = await smallRegion(database.platform);
});
afterAll(() => database.end());
beforeEach(async () => {
  browser = browse(ground.app);
  await browser.signIn(ground.account, ground.password);
});

const typed = { surel: 'baru@contoh.example', catatan: ' dua\nbaris "dikutip" ', sandi: 'rahasia-saya' };
const send = () => browser.post(paths.email, typed);

test('without a session it stands ready to be sent again, and says that it is not saved', async () => {
  browser.cookies.clear();
  const answer = await send();
  const html = await answer.text();
  expect(answer.status).toBe(401);
  expect(html).toContain('Sesi Anda sudah berakhir');
  expect(html).toContain(`<form method="post" action="${paths.email}"`);
  expect(html).toContain('name="surel" value="baru@contoh.example"');
  expect(html).toContain('&quot;dikutip&quot;');
  expect(html).not.toContain('rahasia-saya');
  expect(html).not.toContain('name="csrf"');
});

test('sent again under a new session it asks once, with the token of that session', async () => {
  const old = await (await browser.get(paths.email)).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(old)?.[1] ?? '';
  browser.cookies.clear();
  await browser.signIn(ground.account, ground.password);
  const answer = await browser.post(paths.email, { ...typed, csrf });
  const html = await answer.text();
  expect(answer.status).toBe(403);
  expect(html).toContain('Isian belum tersimpan');
  const fresh = /name="csrf" value="([^"]+)"/.exec(html.slice(html.indexOf('<main')))?.[1];
  expect(fresh).toBeDefined();
  expect(fresh).not.toBe(csrf);
  expect((await browser.post(paths.email, { ...typed, csrf: fresh ?? '' })).status).not.toBe(403);
});

test('from another site it is refused before anything is read', async () => {
  browser.cookies.clear();
  const answer = await browser.post(paths.email, typed, { origin: 'https://lain.example', 'sec-fetch-site': 'cross-site' });
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('baru@contoh.example');
});

test('with nothing typed, or only secrets, it leads to the door', async () => {
  browser.cookies.clear();
  const nothing: readonly Readonly<Record<string, string>>[] = [{}, { sandi: 'rahasia-saya', kode: '123456' }];
  for (const fields of nothing) {
    const answer = await browser.post(paths.email, fields);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/masuk']);
  }
});

test('a file is asked for again', async () => {
  browser.cookies.clear();
  const body = new FormData();
  body.append('berkas', new File(['isi'], 'a.pdf'));
  const answer = await ground.app.request(`http://localhost${paths.email}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost', origin: 'http://localhost', 'sec-fetch-site': 'same-origin' },
  });
  expect([answer.status, (await answer.text()).includes('pilih berkasnya lagi')]).toEqual([401, true]);
});
