// TR-N6: whoever decides has a second factor, from the first day; a card of codes is one.

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { keepFactorStart } from '../../src/actions/access/second-factor-rule.ts';
import { inviteFirstAdmin } from '../../src/actions/people/invite-first-admin.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { DAY, HOUR, later, MINUTE } from '../../src/domain/shared/time.ts';
import { findAccessSetting } from '../../src/store/access-setting.read.ts';
import { createApp } from '../../src/web/app.ts';
import { TOWN_PASSWORD, type Town, town } from '../factories/access.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const START = '2026-03-02T02:00:00.000Z';
let db: TestDatabase;
let place: Town;
let now = START;
beforeAll(async () => {
  db = await testDatabase(START);
}, 60_000);
beforeEach(async () => {
  await db.owner.run('UPDATE region SET host = code', []);
  place = await town(db, now);
  await db.owner.run(`UPDATE region SET host = 'localhost' WHERE region_id = $1`, [place.regionId]);
});
afterAll(() => db.end());

const pass = (milliseconds: number) => {
  now = later(now, milliseconds);
  db.at(now);
};
const from = async (at: string | null) =>
  db.owner.run(
    `INSERT INTO access_setting (region_id, second_factor_from, reason, changed_at) VALUES ($1, $2, 'alasan yang cukup', $3)
     ON CONFLICT (region_id) DO UPDATE SET second_factor_from = excluded.second_factor_from`,
    [place.regionId, at, now],
  );
const enter = async (who: Parameters<Town['accountOf']>[0]) => {
  const browser = browse(createApp(db.platform));
  await browser.signIn(place.accountOf(who), TOWN_PASSWORD);
  return browser;
};
const doorOf = async (browser: Awaited<ReturnType<typeof enter>>, path: string) => {
  const answer = await browser.get(path);
  return answer.headers.get('location') ?? answer.status;
};

test('TR-N6: a region made without the sample asks it of its first admin, before anything else', async () => {
  const regionId = db.platform.newId();
  const region = {
    code: '63.09',
    name: 'Kabupaten Lain',
    kind: 'regency',
    zone: 'Asia/Makassar',
    zoneWord: 'WITA',
    prefix: 'TB',
    contact: '',
    isSample: false,
  } as const;
  await db.owner.run('UPDATE region SET host = code', []);
  const invited = await perform(db.platform, { regionId, actor: NOBODY }, (act) => inviteFirstAdmin(act, { region, email: 'admin@lain.example' }));
  await db.owner.run(`UPDATE region SET host = 'localhost' WHERE region_id = $1`, [regionId]);
  await perform(db.platform, { regionId, actor: NOBODY }, (act) =>
    setPasswordByLink(act, { token: invited.ok ? invited.value.token : '', password: TOWN_PASSWORD }),
  );
  const browser = browse(createApp(db.platform));
  await browser.signIn('admin@lain.example', TOWN_PASSWORD);
  expect(await doorOf(browser, '/admin/orang')).toBe('/saya/akun/pengaman');
});

test.each(['admin', 'secretary', 'leader'] as const)('TR-N6: %s is led to set one up from the moment it begins, and told before', async (who) => {
  const door = { admin: '/admin/orang', secretary: '/s/2026/papan', leader: '/pimpinan' }[who];
  await from(later(now, DAY));
  const browser = await enter(who);
  expect(await doorOf(browser, door)).toBe(200);
  expect(await (await browser.get('/saya')).text()).toContain('Pasang pengaman kedua');
  pass(DAY);
  const waited = await enter(who);
  expect(await doorOf(waited, door)).toBe('/saya/akun/pengaman');
  expect(await doorOf(await enter('verifier'), '/s/2026/papan')).toBe(200);
});

test('a card of ten codes is one: each opens the door once, and only to its owner was it ever shown', async () => {
  pass(DAY);
  await from(now);
  const browser = await enter('leader');
  const made = await browser.post('/saya/akun/pengaman/kartu', { bukti: TOWN_PASSWORD });
  const codes = [...(await made.text()).matchAll(/<code>([A-Z2-9-]{19})<\/code>/g)].map(([, code = '']) => code);
  expect(new Set(codes).size).toBe(10);
  expect(await doorOf(browser, '/pimpinan')).toBe(200);
  const again = browse(createApp(db.platform));
  const first = await again.post('/masuk', { akun: place.accountOf('leader'), sandi: TOWN_PASSWORD });
  expect(first.headers.get('location')).toBe('/masuk/kode');
  expect((await again.post('/masuk/kode', { kode: codes[0] ?? '' })).status).toBe(303);
  expect(await doorOf(again, '/pimpinan')).toBe(200);
  const third = browse(createApp(db.platform));
  await third.post('/masuk', { akun: place.accountOf('leader'), sandi: TOWN_PASSWORD });
  expect((await third.post('/masuk/kode', { kode: codes[0] ?? '' })).status).toBe(422);
  const admin = await enter('admin');
  expect(await doorOf(admin, '/saya/akun/pengaman')).toBe(200);
});

test('it is taken off only with a reason and a fresh proof, everybody who decides is told, and put back with two weeks', async () => {
  pass(DAY);
  await from(later(now, -HOUR));
  const admin = await enter('admin');
  await admin.post('/saya/akun/pengaman/kartu', { bukti: TOWN_PASSWORD });
  expect((await admin.post('/admin/pengaman/cabut', { alasan: 'pendek', bukti: TOWN_PASSWORD })).status).toBe(422);
  pass(11 * MINUTE);
  expect((await admin.post('/admin/pengaman/cabut', { alasan: 'Ponsel para juri belum datang' })).status).toBe(422);
  expect((await admin.post('/admin/pengaman/cabut', { alasan: 'Ponsel para juri belum datang', bukti: TOWN_PASSWORD })).status).toBe(303);
  expect(await doorOf(await enter('secretary'), '/s/2026/papan')).toBe(200);
  const told = await db.owner.all<{ id: string }>(`SELECT person_id AS id FROM message WHERE kind = 'access-factor-off' AND region_id = $1`, [place.regionId]);
  expect(told.map(({ id }) => id)).toContain(place.people.leader);
  expect((await admin.post('/admin/pengaman/wajib', {})).status).toBe(303);
  expect((await findAccessSetting(db.platform.db, place.regionId))?.secondFactorFrom).toBe(later(now, 14 * DAY));
});

test('a start still ahead moves out of the last days of a stage', async () => {
  const closes = (await db.owner.one<{ at: string }>('SELECT closes_at AS at FROM stage WHERE region_id = $1', [place.regionId]))?.at ?? '';
  await from(later(closes, -2 * DAY));
  await perform(db.platform, { regionId: place.regionId, actor: NOBODY }, keepFactorStart);
  expect((await findAccessSetting(db.platform.db, place.regionId))?.secondFactorFrom).toBe(closes);
});
