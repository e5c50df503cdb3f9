import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createEdition } from '../../src/actions/edition/create-edition.ts';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { emergencyLink } from '../../src/actions/people/make-reset-link.ts';
import { giveSeat, grantRole } from '../../src/actions/people/seats.ts';
import { TRIES_PER_ACCOUNT } from '../../src/actions/people/tries.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import type { GrantedRole } from '../../src/domain/people/role.ts';
import { FACTOR_ROLES } from '../../src/domain/people/second-factor.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { sampleEdition } from '../../src/seeds/sample-edition.ts';
import { findActor } from '../../src/store/people.read.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { codeAt, secretOn } from '../support/time-codes.ts';

const START = '2026-08-19T02:00:00.000Z';
let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let editionId: string;
let now = START;
const PASSWORD = 'kata sandi panjang';

beforeAll(async () => {
  database = await testDatabase(START);
  town = await smallRegion(database.platform);
  const plan = sampleEdition(database.platform.newId, START);
  editionId = plan.editionId;
  const who = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'secretariat' }));
  const secretary = await findActor(database.db, town.regionId, town.personId, START);
  const made = await perform(database.platform, { regionId: town.regionId, actor: secretary! }, (act) => createEdition(act, plan));
  expect(made.ok).toBe(true);
});
afterAll(() => database.end());

const pass = (minutes: number) => {
  now = later(now, minutes * MINUTE);
  database.at(now);
};
const kinds = async (personId: string) =>
  (await database.db.all<{ kind: string }>('SELECT kind FROM audit_entry WHERE subject_id = $1 ORDER BY seq', [personId])).map(({ kind }) => kind);

let serial = 0;
/** A person with a password and a role, signed in just now. */
async function person(role?: GrantedRole): Promise<{ account: string; personId: string; browser: Browser }> {
  serial += 1;
  const account = `orang${serial}@contoh.example`;
  const personId = database.platform.newId();
  const who = { regionId: town.regionId, actor: NOBODY };
  const invited = await perform(database.platform, who, (act) => invitePerson(act, { personId, name: `Orang ${serial}`, nip: null, email: account }));
  if (!invited.ok) throw new Error(invited.refusal.code);
  await perform(database.platform, who, (act) => setPasswordByLink(act, { token: invited.value.token, password: PASSWORD }));
  if (role !== undefined) await perform(database.platform, who, (act) => grantRole(act, { personId, role }));
  const browser = browse(town.app);
  await browser.signIn(account, PASSWORD);
  return { account, personId, browser };
}

/** Sets time codes up through the pages. */
async function protect(browser: Browser): Promise<{ secret: Buffer; codes: readonly string[] }> {
  expect((await browser.post(`${paths.secondFactor}/mulai`, {})).status).toBe(303);
  const secret = secretOn(await (await browser.get(paths.secondFactor)).text());
  const answer = await browser.post(`${paths.secondFactor}/pasang`, { kode: codeAt(secret, now) });
  const text = await answer.text();
  expect(answer.status).toBe(200);
  return { secret, codes: [...text.matchAll(/<code>([A-Z2-9]{4}(?:-[A-Z2-9]{4}){3})<\/code>/g)].map((match) => match[1] ?? '') };
}

/** Past the password, at the door of the second step. */
async function atSecondStep(account: string): Promise<Browser> {
  const browser = browse(town.app);
  const answer = await browser.post('/masuk', { akun: account, sandi: PASSWORD });
  expect(answer.headers.get('location')).toBe(paths.signInCode);
  return browser;
}

describe('time codes', () => {
  test('are asked for after the password, and nothing opens before', async () => {
    const { account, browser } = await person();
    const { secret, codes } = await protect(browser);
    expect(codes).toHaveLength(10);
    pass(1);
    const other = await atSecondStep(account);
    expect((await other.get('/saya')).headers.get('location')).toContain('/masuk');
    expect(await (await other.get(paths.signInCode)).text()).toContain('Enam angka');
    const wrong = await other.post(paths.signInCode, { kode: '000000' });
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('<title>Galat: Kode masuk')]);
    expect((await other.post(paths.signInCode, { kode: codeAt(secret, now) })).headers.get('location')).toBe('/saya');
    expect(await (await other.get(paths.account)).text()).toContain('kata sandi dan kode');
  });

  test('serve once, also for two who try together, and an old step is over', async () => {
    const { account, browser, personId } = await person();
    const { secret } = await protect(browser);
    pass(1);
    const code = codeAt(secret, now);
    const doors = [await atSecondStep(account), await atSecondStep(account), await atSecondStep(account)];
    const answers = await Promise.all(doors.map((door) => door.post(paths.signInCode, { kode: code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422]);
    expect((await kinds(personId)).filter((kind) => kind === 'person.signed-in')).toHaveLength(2);
    const late = await atSecondStep(account);
    pass(11);
    expect((await late.post(paths.signInCode, { kode: codeAt(secret, now) })).headers.get('location')).toBe('/masuk');
  });

  test('are limited in tries, and the limit passes', async () => {
    const { account, browser } = await person();
    const { secret } = await protect(browser);
    pass(6);
    const other = await atSecondStep(account);
    const statuses = [];
    for (let n = 0; n < TRIES_PER_ACCOUNT + 2; n += 1) statuses.push((await other.post(paths.signInCode, { kode: `00000${n % 10}` })).status);
    expect(statuses).toEqual([...Array(TRIES_PER_ACCOUNT).fill(422), 429, 429]);
    expect((await other.post(paths.signInCode, { kode: codeAt(secret, now) })).status).toBe(429);
    pass(6);
    expect((await other.post(paths.signInCode, { kode: codeAt(secret, now) })).status).toBe(303);
  });

  test('can be stood in for by a recovery code, each of them once, whatever way it is typed', async () => {
    const { account, browser } = await person();
    const { codes } = await protect(browser);
    const typed = (codes[0] ?? '').toLowerCase().replaceAll('-', ' ');
    expect((await (await atSecondStep(account)).post(paths.signInCode, { kode: typed })).status).toBe(303);
    expect((await (await atSecondStep(account)).post(paths.signInCode, { kode: typed })).status).toBe(422);
    expect(await (await browser.get(paths.secondFactor)).text()).toContain('Sisa kode pemulihan: 9');
  });

  test('set up on one device end the sessions elsewhere', async () => {
    const { account, browser } = await person();
    const other = browse(town.app);
    await other.signIn(account, PASSWORD);
    await protect(browser);
    expect((await other.get('/saya')).headers.get('location')).toContain('/masuk');
    expect((await browser.get('/saya')).status).toBe(200);
  });

  test('of one person do not open another account', async () => {
    const [one, two] = [await person(), await person()];
    const { secret } = await protect(one.browser);
    const { codes } = await protect(two.browser);
    pass(1);
    const door = await atSecondStep(one.account);
    expect((await door.post(paths.signInCode, { kode: codes[0] ?? '' })).status).toBe(422);
    expect((await door.post(paths.signInCode, { kode: codeAt(secret, now) })).status).toBe(303);
  });
});

describe('TR-N3: a fresh proof', () => {
  test('is asked before the second factor comes off, by password or code, in the same form', async () => {
    const { browser, personId } = await person();
    await protect(browser);
    pass(10);
    const asked = await browser.post(`${paths.secondFactor}/lepas`, {});
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('name="bukti"')]);
    expect((await browser.post(`${paths.secondFactor}/lepas`, { bukti: 'salah' })).status).toBe(422);
    expect(await kinds(personId)).not.toContain('person.second-factor-off');
    expect((await browser.post(`${paths.secondFactor}/lepas`, { bukti: PASSWORD })).status).toBe(303);
    expect((await kinds(personId)).slice(-2)).toEqual(['person.proved', 'person.second-factor-off']);
  });

  test('holds ten minutes, and a code of the authenticator serves once as well', async () => {
    const { browser } = await person();
    const { secret } = await protect(browser);
    pass(10);
    const code = codeAt(secret, now);
    expect((await browser.post(paths.recoveryCodes, { bukti: code })).status).toBe(200);
    pass(9);
    expect((await browser.post(paths.recoveryCodes, {})).status).toBe(200);
    pass(1);
    expect((await browser.post(paths.recoveryCodes, { bukti: code })).status).toBe(422);
  });

  test('is asked before the password changes, which ends the other sessions', async () => {
    const { account, browser } = await person();
    const other = browse(town.app);
    await other.signIn(account, PASSWORD);
    pass(10);
    const fields = { password: 'kata sandi baru', again: 'kata sandi baru' };
    expect((await browser.post(paths.password, fields)).status).toBe(422);
    expect((await browser.post(paths.password, { ...fields, bukti: PASSWORD })).status).toBe(303);
    expect((await other.get('/saya')).headers.get('location')).toContain('/masuk');
    expect((await browse(town.app).signIn(account, PASSWORD)).status).toBe(422);
    expect((await browse(town.app).signIn(account, fields.password)).status).toBe(303);
  });

  test('is asked before roles, seats, links and accounts are given or changed, not before they end', async () => {
    const admin = browse(town.app);
    await admin.signIn(town.account, town.password);
    const { personId, account } = await person();
    const here = paths.person(personId);
    pass(10);
    const fields = { grant: 'leader', end: '', id: personId, name: 'Nama Baru', nip: '', email: account };
    for (const path of ['peran', 'tautan', 'data', 'pengaman', 'buka']) {
      const answer = await admin.post(`${here}/${path}`, fields);
      expect([path, answer.status, await answer.text()]).toEqual([path, 422, expect.stringContaining('name="bukti"')]);
    }
    expect((await admin.post(`${here}/peran`, { grant: 'leader', end: 'ya' })).status).toBe(303);
    expect((await admin.post(`${here}/sesi`, {})).status).toBe(303);
    expect((await admin.post(`${here}/peran`, { ...fields, bukti: town.password })).status).toBe(303);
    expect((await admin.post(`${here}/data`, fields)).status).toBe(303);
    expect((await kinds(personId)).slice(-2)).toEqual(['access.asked', 'person.changed']);
    expect(await (await admin.get(here)).text()).toContain('<h1>Nama Baru</h1>');
  });

  test('is asked before the own e-mail changes, which then signs in', async () => {
    const { browser, account } = await person();
    pass(10);
    const asked = await browser.post(paths.email, { email: 'baru@contoh.example' });
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('value="baru@contoh.example"')]);
    expect((await browser.post(paths.email, { email: town.account, bukti: PASSWORD })).status).toBe(422);
    expect((await browser.post(paths.email, { email: 'baru@contoh.example' })).status).toBe(303);
    expect((await browse(town.app).signIn(account, PASSWORD)).status).toBe(422);
    expect((await browse(town.app).signIn('BARU@contoh.example', PASSWORD)).status).toBe(303);
  });

  test('cannot be guessed: tries count as those of the sign-in do', async () => {
    const { browser } = await person();
    pass(10);
    const statuses = [];
    for (let n = 0; n < TRIES_PER_ACCOUNT + 1; n += 1) statuses.push((await browser.post(`${paths.secondFactor}/mulai`, { bukti: `tebakan ${n}` })).status);
    expect(statuses.at(-1)).toBe(429);
    pass(6);
  });
});

describe('TR-N5: sessions', () => {
  test('are listed with device and way in, and all others end at once', async () => {
    const { account, browser } = await person();
    const other = browse(town.app);
    await other.signIn(account, PASSWORD);
    expect((await (await browser.get(paths.account)).text()).match(/Akhiri sesi\s*<\/button>/g)).toHaveLength(1);
    expect((await browser.post(paths.endOtherSessions, {})).status).toBe(303);
    expect((await other.get('/saya')).status).toBe(303);
    expect((await browser.get('/saya')).status).toBe(200);
  });

  test('lose a role with the next request', async () => {
    const { browser, personId } = await person('leader');
    expect((await browser.get('/pimpinan')).status).toBe(200);
    const admin = browse(town.app);
    await admin.signIn(town.account, town.password);
    expect((await admin.post(`${paths.person(personId)}/peran`, { grant: 'leader', end: 'ya' })).status).toBe(303);
    expect((await browser.get('/pimpinan')).status).toBe(404);
  });
});

describe('an account', () => {
  test('is shut out and let in again by an admin, who cannot shut out the last admin', async () => {
    const { browser, personId, account } = await person();
    const admin = browse(town.app);
    await admin.signIn(town.account, town.password);
    expect((await admin.post(`${paths.person(personId)}/tutup`, {})).status).toBe(303);
    expect((await browser.get('/saya')).headers.get('location')).toContain('/masuk');
    expect((await browse(town.app).signIn(account, PASSWORD)).status).toBe(422);
    expect((await admin.post(`${paths.person(personId)}/buka`, {})).status).toBe(303);
    expect((await browse(town.app).signIn(account, PASSWORD)).status).toBe(303);
    expect((await admin.post(`${paths.person(town.personId)}/tutup`, {})).status).toBe(422);
  });

  test('that lost its second factor is helped by an admin: link and factor, and the sessions end', async () => {
    const { browser, personId, account } = await person();
    await protect(browser);
    const admin = browse(town.app);
    await admin.signIn(town.account, town.password);
    expect((await admin.post(`${paths.person(personId)}/pengaman`, {})).status).toBe(303);
    expect((await browser.get('/saya')).headers.get('location')).toContain('/masuk');
    await admin.post(paths.madeLink(personId), {});
    const link = /\/undangan\/[\w-]{43}/.exec(await (await admin.get(paths.madeLink(personId))).text())?.[0] ?? '';
    expect((await browse(town.app).post(link, { password: 'kata sandi kedua', again: 'kata sandi kedua' })).status).toBe(303);
    expect((await browse(town.app).signIn(account, 'kata sandi kedua')).headers.get('location')).toBe('/saya');
  });
});

test('an account closed between password and code lets nobody in', async () => {
  const { account, personId, browser } = await person();
  const { secret } = await protect(browser);
  pass(2);
  const door = await atSecondStep(account);
  await database.db.run('UPDATE person SET disabled_at = $1 WHERE person_id = $2', [now, personId]);
  await database.db.run('UPDATE session SET ended_at = $1 WHERE person_id = $2', [now, personId]);
  await door.post(paths.signInCode, { kode: codeAt(secret, now) });
  expect(await database.db.all('SELECT 1 FROM session WHERE person_id = $1 AND ended_at IS NULL', [personId])).toEqual([]);
});

describe('a link made on the machine itself', () => {
  test('opens an account once and takes the second factor off when asked', async () => {
    const { browser, account } = await person();
    await protect(browser);
    const who = { regionId: town.regionId, actor: NOBODY };
    const link = (withoutFactor: boolean, of = account) => perform(database.platform, who, (act) => emergencyLink(act, { account: of, withoutFactor }));
    expect(await link(false, 'bukan@contoh.example')).toMatchObject({ ok: false, refusal: { code: 'person.not-found' } });
    const first = await link(false);
    expect((await browse(town.app).signIn(account, PASSWORD)).headers.get('location')).toBe(paths.signInCode);
    const second = await link(true);
    const [old, valid] = [first, second].map((made) => (made.ok ? made.value.token : ''));
    expect((await browse(town.app).get(`/undangan/${old}`)).status).toBe(404);
    const fields = { password: 'kata sandi darurat', again: 'kata sandi darurat' };
    expect((await browse(town.app).post(`/undangan/${valid}`, fields)).status).toBe(303);
    expect((await browse(town.app).signIn(account, fields.password)).headers.get('location')).toBe('/saya');
  });
});

describe('TR-N6: a second factor that an edition asks for', () => {
  const rooms: Readonly<Record<GrantedRole, string>> = {
    secretariat: '/s/2026/papan',
    verifier: '/s/2026/verifikasi',
    juror: '/juri',
    chair: '/pleno',
    leader: '/pimpinan',
    admin: '/admin/orang',
    province: '/saya',
  };

  test.each(FACTOR_ROLES.filter((role) => role !== 'province'))('keeps every %s without one out of every room until it is set up', async (role) => {
    const { browser } = await person(role);
    expect((await browser.get(rooms[role])).status).toBe(200);
    const admin = browse(town.app);
    await admin.signIn(town.account, town.password);
    const roles = role === 'admin' || role === 'secretariat' ? [] : [role];
    if (roles.length > 0) expect((await admin.post(paths.security, { edition: editionId, roles: role })).status).toBe(303);
    else await database.db.run('UPDATE edition SET second_factor_roles = $1 WHERE edition_id = $2', [[role], editionId]);
    const stopped = await browser.get(rooms[role]);
    expect([stopped.status, stopped.headers.get('location')]).toEqual([303, paths.secondFactor]);
    expect(await (await browser.get(paths.secondFactor)).text()).toContain('Peran Anda memerlukan pengaman kedua');
    await protect(browser);
    expect((await browser.get(rooms[role])).status).toBe(200);
    await database.db.run(`UPDATE edition SET second_factor_roles = '{}' WHERE edition_id = $1`, [editionId]);
  });

  test('stands before every address but the public ones and those of the account itself', async () => {
    const { browser, personId } = await person();
    const granted = ['secretariat', 'verifier', 'juror', 'chair', 'leader', 'admin'] as const;
    const who = { regionId: town.regionId, actor: NOBODY };
    for (const role of granted) await perform(database.platform, who, (act) => grantRole(act, { personId, role }));
    const agencyId = database.platform.newId();
    await perform(database.platform, who, (act) => createAgency(act, { agencyId, name: 'Dinas Uji', shortName: 'Dinas Uji', kind: 'skpd' }));
    for (const role of ['innovator', 'head'] as const) {
      const seat = { seatId: database.platform.newId(), holdingId: database.platform.newId(), agencyId, title: role, role, personId };
      await perform(database.platform, who, (act) => giveSeat(act, seat));
    }
    await database.db.run(`UPDATE edition SET second_factor_roles = '{juror}' WHERE edition_id = $1`, [editionId]);
    const isOpen =
      /^\/($|healthz|metrics|aset|jadwal|pedoman|inovasi|riwayat|hasil|cek|jangkar|periksa-bundel|bantuan|status|privasi|aksesibilitas|masuk|keluar|lupa-sandi|undangan|saya|robots\.txt|favicon\.ico|\.well-known)/;
    const isAsked = /^\/(saya\/(jabatan|serah-terima)\/|hasil\/.*kunci)/;
    const asked = town.app.routes.filter(({ method, path }) => method !== 'ALL' && (!isOpen.test(path) || isAsked.test(path)));
    expect(asked.length).toBeGreaterThan(100);
    const passed: string[] = [];
    for (const { method, path } of new Map(asked.map((route) => [`${route.method} ${route.path}`, route])).values()) {
      const address = path.replace(/:year(\{.*\})?(?=\/)/, '2026').replace(/:[a-z]+/g, editionId);
      const answer = method === 'GET' ? await browser.get(address) : await browser.post(address, {});
      if (answer.headers.get('location') !== paths.secondFactor) passed.push(`${method} ${path} ${answer.status}`);
    }
    expect(passed).toEqual([]);
    await database.db.run(`UPDATE edition SET second_factor_roles = '{}' WHERE edition_id = $1`, [editionId]);
  });

  test('is asked for by a fresh proof, recorded, and asks nothing of seats', async () => {
    const admin = browse(town.app);
    await admin.signIn(town.account, town.password);
    pass(10);
    expect((await admin.post(paths.security, { edition: editionId, roles: 'juror' })).status).toBe(422);
    expect((await admin.post(paths.security, { edition: editionId, roles: 'juror', bukti: town.password })).status).toBe(303);
    expect(await kinds(editionId)).toContain('edition.second-factor-required');
    expect((await (await person()).browser.get('/saya')).status).toBe(200);
    expect((await admin.post(paths.security, { edition: database.platform.newId(), roles: 'juror' })).status).toBe(404);
  });
});
