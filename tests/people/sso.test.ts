import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { systemMilliseconds } from '../../src/platform/clock.ts';
import { isIssuer } from '../../src/platform/sso.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { type OidcProvider, oidcProvider } from '../support/oidc-provider.ts';

const START = '2026-08-19T02:00:00.000Z';
const NIP = '198001012005011001';
let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let provider: OidcProvider;
let admin: Browser;
let now = START;
beforeAll(async () => {
  database = await testDatabase(START);
  town = await smallRegion(database.platform);
  provider = await oidcProvider(() => Math.floor(systemMilliseconds() / 1000));
  const who = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  await perform(database.platform, who, (act) => invitePerson(act, { personId: act.newId(), name: 'Noor Aini', nip: NIP, email: 'noor@contoh.example' }));
  admin = browse(town.app);
  await admin.signIn(town.account, town.password);
  await admin.get(paths.sso);
  expect((await admin.post(paths.sso, setting())).status).toBe(303);
});
beforeEach(() => {
  provider.person = { sub: 'p-1', email: 'noor@contoh.example', email_verified: true };
  provider.fault = 'none';
  provider.isThin = false;
});
afterAll(async () => {
  await provider.close();
  await database.end();
});

const setting = (more: Readonly<Record<string, string>> = {}) => ({
  label: 'akun kantor',
  issuer: provider.issuer,
  clientId: provider.clientId,
  clientSecret: provider.clientSecret,
  nipClaim: '',
  isOn: 'ya',
  ...more,
});
const count = async (sql: string) => (await database.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`))?.n;

/** To the provider and back; what the page says where one ends up. */
async function travel(browser: Browser, to = ''): Promise<{ readonly location: string | null; readonly page: string }> {
  const left = await browser.get(to === '' ? paths.ssoLeave : `${paths.ssoLeave}?ke=${encodeURIComponent(to)}`);
  if (left.status !== 302) return { location: null, page: await left.text() };
  const back = await browser.get(await provider.visit(left.headers.get('location') ?? ''));
  return { location: back.headers.get('location'), page: await back.text() };
}

describe('single sign-on', () => {
  test('is offered, opens the account of a verified e-mail, and from then on goes by the name of the provider', async () => {
    expect(await (await browse(town.app).get('/masuk')).text()).toContain('Masuk dengan akun kantor');
    const browser = browse(town.app);
    expect((await travel(browser, '/saya/akun')).location).toBe('/saya/akun');
    expect(await (await browser.get(paths.account)).text()).toMatch(/Noor Aini[\s\S]*akun kantor/);
    provider.person = { sub: 'p-1', email: 'ganti@contoh.example', email_verified: true };
    expect((await travel(browse(town.app))).location).toBe('/saya');
    expect(await count('sso_identity')).toBe(1);
  });

  test('asks UserInfo for what the token leaves out, as standard providers do', async () => {
    provider.isThin = true;
    expect((await travel(browse(town.app))).location).toBe('/saya');
    for (const fault of ['other-userinfo', 'no-userinfo'] as const) {
      provider.fault = fault;
      expect([fault, await travel(browse(town.app))]).toEqual([fault, { location: null, page: expect.stringContaining('tidak sah') }]);
    }
    provider.fault = 'none';
    provider.person = { sub: 'p-7', email: 'noor@contoh.example', email_verified: false };
    expect((await travel(browse(town.app))).page).toContain('belum terdaftar');
  });

  test.each([
    ['an e-mail that is not verified', { sub: 'p-2', email: 'orang@contoh.example' }, 'belum terdaftar'],
    ['an e-mail said to be not verified', { sub: 'p-2', email: 'orang@contoh.example', email_verified: false }, 'belum terdaftar'],
    ['a stranger', { sub: 'p-3', email: 'bukan@contoh.example', email_verified: true }, 'belum terdaftar'],
    ['a second account for one person', { sub: 'p-4', email: 'noor@contoh.example', email_verified: true }, 'sudah tertaut'],
    ['nobody, whom the provider refused', null, 'menolak'],
  ])('does not open for %s', async (_name, person, words) => {
    provider.person = person;
    const browser = browse(town.app);
    const { location, page } = await travel(browser);
    expect([location, page]).toEqual([null, expect.stringContaining(words)]);
    expect((await browser.get('/saya')).headers.get('location')).toContain('/masuk');
  });

  test.each(['nonce', 'signature', 'audience'] as const)('does not believe an answer with a wrong %s', async (fault) => {
    provider.fault = fault;
    const { location, page } = await travel(browse(town.app));
    expect([location, page]).toEqual([null, expect.stringContaining('tidak sah')]);
  });

  test('says so when the provider is away, and the password still opens', async () => {
    provider.fault = 'down';
    const browser = browse(town.app);
    expect((await travel(browser)).page).toContain('tidak menjawab');
    expect((await browser.signIn(town.account, town.password)).status).toBe(303);
  });

  test('goes back only in the browser that left, in time, and once', async () => {
    const left = browse(town.app);
    const address = await provider.visit((await left.get(paths.ssoLeave)).headers.get('location') ?? '');
    expect(await (await browse(town.app).get(address)).text()).toContain('sudah lewat');
    const foreign = await left.get(address.replace(/state=[^&]+/, 'state=lain'));
    expect([foreign.headers.get('location'), await foreign.text()]).toEqual([null, expect.stringContaining('tidak sah')]);
    expect(await (await left.get(address)).text()).toContain('sudah lewat');
    const late = browse(town.app);
    const slow = await provider.visit((await late.get(paths.ssoLeave)).headers.get('location') ?? '');
    now = later(now, 10 * MINUTE);
    database.at(now);
    expect(await (await late.get(slow)).text()).toContain('sudah lewat');
  });

  test('proves to be there by signing in to the provider anew, for the own account only', async () => {
    const browser = browse(town.app);
    await travel(browser);
    now = later(now, 10 * MINUTE);
    database.at(now);
    await browser.get(paths.email);
    expect((await browser.post(paths.email, { email: 'noor2@contoh.example' })).status).toBe(422);
    provider.fault = 'old-proof';
    expect((await travel(browser, paths.email)).page).toContain('tidak sah');
    provider.fault = 'none';
    provider.person = { sub: 'p-9', email: 'orang@contoh.example', email_verified: true };
    expect((await travel(browser, paths.email)).page).toContain('milik orang lain');
    provider.person = { sub: 'p-1', email: 'noor@contoh.example', email_verified: true };
    expect((await travel(browser, paths.email)).location).toBe(paths.email);
    await browser.get(paths.email);
    expect((await browser.post(paths.email, { email: 'noor2@contoh.example' })).status).toBe(303);
  });

  test('finds people by NIP when a claim holds it, asks for their second factor, and is untied by an admin', async () => {
    const person = await database.db.one<{ id: string }>('SELECT person_id AS id FROM person WHERE nip = $1', [NIP]);
    await admin.signIn(town.account, town.password);
    expect((await admin.post(`${paths.person(person?.id ?? '')}/kantor`, {})).status).toBe(303);
    expect((await admin.post(paths.sso, setting({ nipClaim: 'nip', clientSecret: '' }))).status).toBe(303);
    provider.person = { sub: 'p-5', nip: '19800101 200501 1 001' };
    expect((await travel(browse(town.app))).location).toBe('/saya');
    await database.db.run(`INSERT INTO passkey VALUES ($1, 'kunci', $2, '\\x00', 0, '{}', 'Kunci', $3, NULL)`, [town.regionId, person?.id, now]);
    expect((await travel(browse(town.app), '/saya/akun')).location).toBe(`${paths.signInCode}?ke=%2Fsaya%2Fakun`);
  });

  test('is a setting with its secret sealed, changed only after a fresh proof, and tried by a press', async () => {
    await admin.signIn(town.account, town.password);
    expect((await admin.post(`${paths.sso}/uji`, {})).headers.get('location')).toContain('diterima');
    provider.fault = 'down';
    expect(await (await admin.post(`${paths.sso}/uji`, {})).text()).toContain('tidak menjawab');
    const stored = await database.owner.all<{ secret: string }>(`SELECT encode(client_secret_sealed, 'escape') AS secret FROM sso_setting`);
    expect(stored.some(({ secret }) => secret.includes('rahasia'))).toBe(false);
    for (const [field, value] of [
      ['issuer', 'http://sso.kantor.go.id'],
      ['issuer', 'https://a@sso.kantor.go.id'],
      ['label', ''],
      ['clientId', ''],
      ['nipClaim', 'a b'],
    ] as const) {
      const answer = await admin.post(paths.sso, setting({ [field]: value }));
      expect([field, value, answer.status]).toEqual([field, value, 422]);
    }
    expect((await admin.post(paths.sso, setting({ issuer: 'https://lain.example', clientSecret: '' }))).status).toBe(422);
    now = later(now, 10 * MINUTE);
    database.at(now);
    expect((await admin.post(paths.sso, setting())).status).toBe(422);
    const { isOn: _, ...off } = setting({ bukti: town.password });
    expect((await admin.post(paths.sso, off)).status).toBe(303);
    expect(await (await browse(town.app).get('/masuk')).text()).not.toContain('akun kantor');
    expect(await (await browse(town.app).get(paths.ssoLeave)).text()).toContain('sedang tidak dipakai');
  });
});

test.each([
  ['https://sso.kantor.go.id/realms/pegawai', true],
  ['http://127.0.0.1:9000', true],
  ['http://[::1]:9000', true],
  ['http://169.254.169.254', false],
  ['http://sso.kantor.go.id', false],
  ['https://sso.kantor.go.id?x=1', false],
  ['javascript:alert(1)', false],
  ['', false],
])('%s may be a provider: %s', (text, expected) => expect(isIssuer(text)).toBe(expected));
