import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { browse, smallRegion } from '../../../tests/support/app.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { invitePerson } from '../../actions/people/invite-person.ts';
import { makeResetLink } from '../../actions/people/make-reset-link.ts';
import { TRIES_PER_ACCOUNT } from '../../actions/people/tries.ts';
import { setPasswordByLink } from '../../actions/people/use-link.ts';
import { NOBODY, perform } from '../../actions/perform.ts';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
});
afterAll(() => database.end());

describe('signing in', () => {
  test('opens a session, shows the person, and ends it', async () => {
    const browser = browse(town.app);
    const answer = await browser.signIn(town.account, town.password);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/saya']);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect(await (await browser.get('/saya')).text()).toContain('Orang Uji');
    const stolen = new Map(browser.cookies);
    expect((await browser.post('/keluar', {})).status).toBe(303);
    for (const [name, value] of stolen) browser.cookies.set(name, value);
    expect((await browser.get('/saya')).headers.get('location')).toBe('/masuk?ke=%2Fsaya');
  });

  test('gives every sign-in a new token and believes none that was planted', async () => {
    const browser = browse(town.app);
    const planted = 'A'.repeat(43);
    browser.cookies.set('bailang_sesi', planted);
    await browser.signIn(town.account, town.password);
    expect(browser.cookies.get('bailang_sesi')).not.toBe(planted);
  });

  test('says the same of an unknown account and a wrong password, and keeps what was typed', async () => {
    const pages = await Promise.all(
      [town.account, 'tidak.ada@contoh.example'].map(async (account) => {
        const answer = await browse(town.app).post('/masuk', { akun: account, sandi: 'salah sama sekali' });
        const text = await answer.text();
        expect(text).toContain(`value="${account}"`);
        expect(text).toContain('<title>Galat: Masuk');
        return [answer.status, text.replaceAll(account, '')];
      }),
    );
    expect(pages[0]).toEqual(pages[1]);
  });

  test('names the field that is empty, for any account alike, and counts no try', async () => {
    const said = async (fields: Readonly<Record<string, string>>) => {
      const answer = await browse(town.app).post('/masuk', fields);
      return [answer.status, [...(await answer.text()).matchAll(/href="#(?:akun|sandi)">([^<]+)/g)].map(([, words]) => words)];
    };
    expect(await said({ akun: ' ', sandi: '' })).toEqual([422, ['Isi NIP atau surel Anda.', 'Isi kata sandi Anda.']]);
    expect(await said({ akun: '', sandi: 'rahasia' })).toEqual([422, ['Isi NIP atau surel Anda.']]);
    for (const akun of [town.account, 'tidak.ada@contoh.example'])
      for (let press = 0; press <= TRIES_PER_ACCOUNT; press += 1) expect(await said({ akun, sandi: '' })).toEqual([422, ['Isi kata sandi Anda.']]);
    expect((await browse(town.app).signIn(town.account, town.password)).status).toBe(303);
  });

  test('ends an idle session after eight hours', async () => {
    const browser = browse(town.app);
    await browser.signIn(town.account, town.password);
    database.at('2026-08-19T09:59:00.000Z');
    expect((await browser.get('/saya')).status).toBe(200);
    database.at('2026-08-19T18:00:00.000Z');
    expect((await browser.get('/saya')).status).toBe(303);
    database.at('2026-08-19T02:00:00.000Z');
  });

  test('limits tries on an account, whatever forwarding header is sent, and lets time pass', async () => {
    await perform(database.platform, { regionId: town.regionId, actor: NOBODY }, (act) =>
      invitePerson(act, { personId: act.newId(), name: 'Sasaran', nip: null, email: 'sasaran@contoh.example' }),
    );
    const guess = (n: number) =>
      browse(town.app).post('/masuk', { akun: 'sasaran@contoh.example', sandi: `tebakan ${n}` }, { 'x-forwarded-for': `10.0.0.${n}` });
    const statuses = [];
    for (let n = 0; n < TRIES_PER_ACCOUNT + 2; n += 1) statuses.push((await guess(n)).status);
    expect(statuses).toEqual([...Array(TRIES_PER_ACCOUNT).fill(422), 429, 429]);
    database.at('2026-08-19T02:05:01.000Z');
    expect((await guess(99)).status).toBe(422);
    database.at('2026-08-19T02:00:00.000Z');
  });

  test('sends on only to its own pages', async () => {
    for (const [to, place] of [
      ['/usulan', '/usulan'],
      ['//jahat.example', '/saya'],
      ['https://jahat.example', '/saya'],
      ['/\\jahat.example', '/saya'],
    ] as const) {
      const answer = await browse(town.app).post('/masuk', { akun: town.account, sandi: town.password, ke: to });
      expect(answer.headers.get('location')).toBe(place);
    }
  });
});

describe('a one-time link', () => {
  test('is used once, by one of two who try together', async () => {
    const who = { regionId: town.regionId, actor: NOBODY };
    const invited = await perform(database.platform, who, (act) =>
      invitePerson(act, { personId: act.newId(), name: 'Baru', nip: null, email: 'baru@contoh.example' }),
    );
    if (!invited.ok) throw new Error(invited.refusal.code);
    const { token } = invited.value;
    const tries = await Promise.all(
      [1, 2, 3].map((n) => perform(database.platform, who, (act) => setPasswordByLink(act, { token, password: `kata sandi ke-${n}` }))),
    );
    expect(tries.filter((one) => one.ok)).toHaveLength(1);
    expect((await browse(town.app).get(`/undangan/${token}`)).status).toBe(404);
  });

  test('keeps the link open when the password is too short or typed differently', async () => {
    const who = { regionId: town.regionId, actor: NOBODY };
    const invited = await perform(database.platform, who, (act) =>
      invitePerson(act, { personId: act.newId(), name: 'Lain', nip: '198001012005011001', email: null }),
    );
    if (!invited.ok) throw new Error(invited.refusal.code);
    const browser = browse(town.app);
    const path = `/undangan/${invited.value.token}`;
    expect((await browser.post(path, { password: 'pendek', again: 'pendek' })).status).toBe(422);
    expect((await browser.post(path, { password: 'kata sandi panjang', again: 'lain lagi ya' })).status).toBe(422);
    expect((await browser.post(path, { password: 'kata sandi panjang', again: 'kata sandi panjang' })).status).toBe(303);
    expect((await browse(town.app).signIn('198001012005011001', 'kata sandi panjang')).status).toBe(303);
  });

  test('of an invitation lets the person in, with a session of their own and a row of it', async () => {
    const who = { regionId: town.regionId, actor: NOBODY };
    const personId = database.platform.newId();
    const invited = await perform(database.platform, who, (act) => invitePerson(act, { personId, name: 'Baru', nip: '198001012005011009', email: null }));
    if (!invited.ok) throw new Error(invited.refusal.code);
    const browser = browse(town.app);
    const planted = 'B'.repeat(43);
    browser.cookies.set('bailang_sesi', planted);
    const answer = await browser.post(`/undangan/${invited.value.token}`, { password: 'kata sandi panjang', again: 'kata sandi panjang' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/saya']);
    expect(browser.cookies.get('bailang_sesi')).not.toBe(planted);
    expect(await (await browser.get('/saya')).text()).toContain('Kata sandi tersimpan. Anda masuk sebagai Baru.');
    const rows = await database.db.all<{ kind: string; by: string }>(
      `SELECT kind, actor_id AS by FROM audit_entry WHERE subject_id = $1 AND kind <> 'person.invited' ORDER BY kind`,
      [personId],
    );
    expect(rows).toEqual([
      { kind: 'person.invitation-accepted', by: personId },
      { kind: 'person.signed-in', by: personId },
    ]);
  });

  test("opened where somebody else is signed in says who goes and who comes, in nobody's frame, and ends that session", async () => {
    const who = { regionId: town.regionId, actor: NOBODY };
    const personId = database.platform.newId();
    const invited = await perform(database.platform, who, (act) =>
      invitePerson(act, { personId, name: 'Rahmat, S.Kom.', nip: '198001012005011008', email: null }),
    );
    if (!invited.ok) throw new Error(invited.refusal.code);
    const [browser, path] = [browse(town.app), `/undangan/${invited.value.token}`];
    expect(await (await browser.get(path)).text()).not.toContain('Anda sedang masuk');
    await browser.signIn(town.account, town.password);
    const before = new Map(browser.cookies);
    const shown = await (await browser.get(path)).text();
    expect(shown).toContain(
      'Anda sedang masuk sebagai Orang Uji. Setelah kata sandi ini tersimpan, sesi itu berakhir di peramban ini dan Anda masuk sebagai Rahmat, S.Kom. Bila',
    );
    expect([shown.includes('Untuk Rahmat, S.Kom. Tautan'), shown.includes('action="/keluar"'), shown.includes('class="peran')]).toEqual([true, false, false]);
    expect((await browser.post(path, { password: 'pendek', again: 'pendek' })).status).toBe(422);
    expect((await browser.post(path, { password: 'kata sandi panjang', again: 'kata sandi panjang' })).status).toBe(303);
    expect(await (await browser.get('/saya')).text()).toContain('Kata sandi tersimpan. Anda masuk sebagai Rahmat, S.Kom.<');
    for (const [name, value] of before) browser.cookies.set(name, value);
    expect((await browser.get('/saya')).headers.get('location')).toBe('/masuk?ke=%2Fsaya');
    const out = await database.db.one<{ by: string }>(`SELECT actor_id AS by FROM audit_entry WHERE kind = 'person.signed-out' ORDER BY seq DESC LIMIT 1`);
    expect(out).toEqual({ by: town.personId });
  });

  test('of a new password leads to the sign-in page, which says that it is kept and fills in the account, once', async () => {
    const who = { regionId: town.regionId, actor: { ...NOBODY, grants: [{ role: 'admin', editionId: null, categoryId: null }] } as const };
    const fresh = { ...who, provedAt: database.platform.now() };
    const made = await perform(database.platform, fresh, (act) => makeResetLink(act, { personId: town.personId }));
    if (!made.ok) throw new Error(made.refusal.code);
    const browser = browse(town.app);
    const answer = await browser.post(`/undangan/${made.value.token}`, { password: town.password, again: town.password });
    expect([answer.headers.get('location'), browser.cookies.has('bailang_sesi')]).toEqual(['/masuk', false]);
    const [first, second] = [await (await browser.get('/masuk')).text(), await (await browser.get('/masuk')).text()];
    expect([first.includes('Kata sandi tersimpan'), first.includes(`value="${town.account}"`)]).toEqual([true, true]);
    expect([second.includes('Kata sandi tersimpan'), second.includes(town.account)]).toEqual([false, false]);
  });
});

describe('the frame of every answer', () => {
  test('carries strict headers', async () => {
    for (const path of ['/', '/masuk', '/tidak-ada']) {
      const { headers } = await browse(town.app).get(path);
      expect(headers.get('content-security-policy')).toMatch(/default-src 'none'.*base-uri 'none'/);
      expect(headers.get('content-security-policy')).not.toMatch(/unsafe/);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });

  test('refuses a post without the token, from another site, or not a form', async () => {
    const browser = browse(town.app);
    await browser.signIn(town.account, town.password);
    expect((await browser.post('/keluar', { csrf: 'lain' })).status).toBe(403);
    expect((await browser.post('/keluar', {}, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    expect((await browser.post('/masuk', {}, { origin: 'https://jahat.example' })).status).toBe(403);
    expect((await browser.post('/masuk', {}, { 'content-type': 'application/json' })).status).toBe(400);
    expect((await browser.get('/saya')).status).toBe(200);
  });

  test('shows a page of another role as not there', async () => {
    const browser = browse(town.app);
    await browser.signIn(town.account, town.password);
    expect((await browser.get('/admin/orang')).status).toBe(404);
    expect((await browser.get('/tidak-ada')).status).toBe(404);
  });
});

describe('what nobody should send', () => {
  test('tries made at once do not slip below the limit together', async () => {
    const at = '2026-08-20T02:00:00.000Z';
    database.at(at);
    const guesses = Array.from({ length: 40 }, (_, n) => browse(town.app).post('/masuk', { akun: 'serentak@contoh.example', sandi: `tebakan ${n}` }));
    const statuses = (await Promise.all(guesses)).map(({ status }) => status);
    expect(statuses.filter((status) => status !== 429).length).toBeLessThanOrEqual(TRIES_PER_ACCOUNT);
  });

  test('a person known by two names has one count of tries', async () => {
    database.at('2026-08-20T03:00:00.000Z');
    const names = ['dua.nama@contoh.example', '198001012005011002'];
    await perform(database.platform, { regionId: town.regionId, actor: NOBODY }, (act) =>
      invitePerson(act, { personId: act.newId(), name: 'Dua Nama', nip: names[1]!, email: names[0]! }),
    );
    const statuses = [];
    for (let n = 0; n < TRIES_PER_ACCOUNT + 2; n += 1)
      statuses.push((await browse(town.app).post('/masuk', { akun: names[n % 2]!, sandi: `tebakan ${n}` })).status);
    expect(statuses).toEqual([...Array(TRIES_PER_ACCOUNT).fill(422), 429, 429]);
  });

  test('a form too large is refused, named length or not', async () => {
    const body = `akun=${'a'.repeat(1_100_000)}`;
    const headers = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' };
    const streamed = new Blob([body]).stream();
    const init = { method: 'POST', headers, body: streamed, duplex: 'half' } as RequestInit;
    expect((await town.app.request('http://localhost/masuk', init)).status).toBe(413);
    expect((await town.app.request('http://localhost/masuk', { method: 'POST', headers: { ...headers, 'content-length': '1100005' }, body })).status).toBe(413);
  });

  test('an address opened in the wrong way says so, one that is not there does not', async () => {
    expect((await browse(town.app).get('/keluar')).status).toBe(405);
    expect((await browse(town.app).post('/jadwal', {})).headers.get('allow')).toBe('GET, HEAD');
    expect((await browse(town.app).post('/tidak-ada', {})).status).toBe(404);
  });
});
