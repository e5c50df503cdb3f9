// Passwords, sessions and devices: what a stranger tries elsewhere, and when a session is over.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY, HOUR, later, MINUTE } from '../../src/domain/shared/time.ts';
import { createApp } from '../../src/web/app.ts';
import { TOWN_PASSWORD, type Town, town } from '../factories/access.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const START = '2026-03-02T02:00:00.000Z';
let db: TestDatabase;
let place: Town;
let app: ReturnType<typeof createApp>;
let now = START;
beforeAll(async () => {
  db = await testDatabase(START);
  place = await town(db, START);
  app = createApp(db.platform);
}, 60_000);
afterAll(() => db.end());

const pass = (milliseconds: number) => {
  now = later(now, milliseconds);
  db.at(now);
};
const enter = async (who: Parameters<Town['accountOf']>[0], browser: Browser = browse(app)) => {
  const answer = await browser.signIn(place.accountOf(who), TOWN_PASSWORD);
  return { browser, status: answer.status };
};
const isIn = async (browser: Browser) => (await browser.get('/saya/akun')).status === 200;
const guess = (who: Parameters<Town['accountOf']>[0], browser = browse(app)) =>
  browser.post('/masuk', { akun: place.accountOf(who), sandi: 'tebakan orang lain' });

describe('TR-N8: a stranger who guesses', () => {
  test('locks out neither the device the person knows, nor the session they have, nor their proofs', async () => {
    pass(DAY);
    const known = (await enter('person')).browser;
    for (let n = 0; n < 30; n += 1) await guess('person');
    expect((await guess('person')).status).toBe(429);
    expect(await isIn(known)).toBe(true);
    expect((await known.post('/saya/pastikan', { bukti: TOWN_PASSWORD, ke: '/saya/akun' })).status).toBe(303);
    expect((await known.post('/keluar', {})).status).toBe(303);
    expect(known.cookies.has('bailang_perangkat')).toBe(true);
    expect((await enter('person', known)).status).toBe(303);
    expect(await isIn(known)).toBe(true);
  });

  test('TR-N1: has ten tries in five minutes at one account however many devices they are, and a mark that is not the person’s is none', async () => {
    pass(DAY);
    const another = (await enter('verifier')).browser;
    await another.post('/keluar', {});
    const statuses = [];
    for (let n = 0; n < 15; n += 1) statuses.push((await guess('secretary', n % 2 === 0 ? another : browse(app))).status);
    expect(statuses.filter((status) => status === 422)).toHaveLength(10);
    expect(statuses.slice(10)).toEqual(Array(5).fill(429));
    pass(5 * MINUTE + 1);
    expect((await enter('secretary')).status).toBe(303);
  });

  test('who holds the device itself has ten tries too', async () => {
    pass(DAY);
    const known = (await enter('person')).browser;
    await known.post('/keluar', {});
    const statuses = [];
    for (let n = 0; n < 12; n += 1) statuses.push((await guess('person', known)).status);
    expect(statuses.slice(10)).toEqual([429, 429]);
  });
});

describe('TR-N5: a session', () => {
  test('ends after eight idle hours, and after seven days however busy', async () => {
    pass(DAY);
    const idle = (await enter('person')).browser;
    pass(8 * HOUR);
    expect(await isIn(idle)).toBe(false);
    const busy = (await enter('person')).browser;
    for (let hours = 0; hours < 7 * 24 - 7; hours += 7) {
      pass(7 * HOUR);
      expect(await isIn(busy)).toBe(true);
    }
    pass(7 * HOUR);
    expect(await isIn(busy)).toBe(false);
  });

  test('ends when another person signs in on the same device; the same person’s other tab goes on', async () => {
    pass(DAY);
    const device = (await enter('person')).browser;
    const tab = /name="csrf" value="([^"]+)"/.exec(await (await device.get('/saya/akun')).text())?.[1] ?? '';
    const first = device.cookies.get('bailang_sesi') ?? '';
    await device.post('/masuk', { akun: place.accountOf('person'), sandi: TOWN_PASSWORD });
    expect(device.cookies.get('bailang_sesi')).not.toBe(first);
    expect((await device.post('/saya/pastikan', { csrf: tab, bukti: TOWN_PASSWORD, ke: '/saya/akun' })).status).toBe(303);
    const second = device.cookies.get('bailang_sesi') ?? '';
    await device.post('/masuk', { akun: place.accountOf('verifier'), sandi: TOWN_PASSWORD });
    const old = browse(app);
    old.cookies.set('bailang_sesi', second);
    expect([await isIn(old), await isIn(device)]).toEqual([false, true]);
    expect((await device.post('/saya/pastikan', { csrf: tab, bukti: TOWN_PASSWORD })).status).not.toBe(303);
  });

  test('takes no planted secret, and its roles are those of the moment', async () => {
    pass(DAY);
    const device = browse(app);
    device.cookies.set('bailang_sesi', 'x'.repeat(43));
    await enter('admin', device);
    expect(device.cookies.get('bailang_sesi')).not.toBe('x'.repeat(43));
    expect((await device.get('/admin/orang')).status).toBe(200);
    await db.owner.run('UPDATE role_grant SET granted_until = $2 WHERE person_id = $1', [place.people.admin, now]);
    expect((await device.get('/admin/orang')).status).toBe(404);
    await db.owner.run('UPDATE role_grant SET granted_until = NULL WHERE person_id = $1', [place.people.admin]);
  });

  test('has a name under TLS that no other host can plant, and a plain one without', async () => {
    pass(DAY);
    const secure = createApp({ ...db.platform, trustedProxy: true });
    const browser = browse(secure);
    const sent = await browser.post('/masuk', { akun: place.accountOf('person'), sandi: TOWN_PASSWORD }, { 'x-forwarded-proto': 'https' });
    const lines = sent.headers.getSetCookie().filter((line) => /sesi|perangkat/.test(line));
    expect(lines).toHaveLength(2);
    for (const line of lines) expect(line).toMatch(/^__Host-bailang_\w+=[\w-]{43};.*Path=\/.*HttpOnly; Secure/);
    expect((await enter('person')).browser.cookies.has('bailang_sesi')).toBe(true);
  });
});

describe('a new password', () => {
  test('is refused when many use it or it is made of its owner, with a sentence that says what to do', async () => {
    pass(DAY);
    const { browser } = await enter('person');
    for (const [password, words] of [
      ['bismillah123', 'dipakai banyak orang'],
      ['Orang.Person!', 'tersusun dari nama'],
      ['pendek', 'paling sedikit 10'],
    ] as const) {
      const answer = await browser.post('/saya/akun/sandi', { password, again: password, bukti: TOWN_PASSWORD });
      expect([password, answer.status, await answer.text()]).toEqual([password, 422, expect.stringContaining(words)]);
    }
    const elsewhere = (await enter('person')).browser;
    const sound = 'tiga perahu di sungai';
    expect((await browser.post('/saya/akun/sandi', { password: sound, again: sound, bukti: TOWN_PASSWORD })).status).toBe(303);
    expect([await isIn(browser), await isIn(elsewhere)]).toEqual([true, false]);
  });
});
