import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type Authenticator, authenticator, optionsOn } from '../support/authenticator.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const START = '2026-08-19T02:00:00.000Z';
const PASSWORD = 'kata sandi panjang';
let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let now = START;
beforeAll(async () => {
  database = await testDatabase(START);
  town = await smallRegion(database.platform);
});
afterAll(() => database.end());

function pass(minutes: number): void {
  now = later(now, minutes * MINUTE);
  database.at(now);
}

let serial = 0;
async function person(): Promise<{ account: string; personId: string; browser: Browser }> {
  serial += 1;
  const account = `kunci${serial}@contoh.example`;
  const personId = database.platform.newId();
  const who = { regionId: town.regionId, actor: NOBODY };
  const invited = await perform(database.platform, who, (act) => invitePerson(act, { personId, name: `Orang ${serial}`, nip: null, email: account }));
  if (!invited.ok) throw new Error(invited.refusal.code);
  await perform(database.platform, who, (act) => setPasswordByLink(act, { token: invited.value.token, password: PASSWORD }));
  const browser = browse(town.app);
  await browser.signIn(account, PASSWORD);
  return { account, personId, browser };
}

const page = async (browser: Browser, path: string) => (await browser.get(path)).text();
const askedToMake = async (browser: Browser) => optionsOn(await page(browser, paths.secondFactor), paths.passkeys);

/** Adds a passkey through the page; the recovery codes are shown with the first one. */
async function addKey(browser: Browser, key: Authenticator): Promise<Response> {
  return browser.post(paths.passkeys, { nama: 'Ponsel kantor', jawaban: key.make(await askedToMake(browser)) });
}

describe('a passkey', () => {
  test('is added with recovery codes, ends other sessions, and then opens a session by itself', async () => {
    const { browser, account, personId } = await person();
    const other = browse(town.app);
    await other.signIn(account, PASSWORD);
    const key = authenticator();
    const added = await addKey(browser, key);
    expect([added.status, (await added.text()).match(/<code>[A-Z2-9]{4}(-[A-Z2-9]{4}){3}<\/code>/g)?.length]).toEqual([200, 10]);
    expect((await other.get('/saya')).headers.get('location')).toContain('/masuk');
    expect(await page(browser, paths.secondFactor)).toContain('Ponsel kantor');
    const door = browse(town.app);
    const options = optionsOn(await page(door, `${paths.passkeySignIn}?ke=%2Fsaya%2Fakun`));
    const entered = await door.post(paths.passkeySignIn, { jawaban: key.answer(options), ke: '/saya/akun' });
    expect([entered.status, entered.headers.get('location')]).toEqual([303, '/saya/akun']);
    expect(await page(door, paths.account)).toContain('kunci sandi');
    expect((await browse(town.app).post('/masuk', { akun: account, sandi: PASSWORD })).headers.get('location')).toBe(paths.signInCode);
    const rows = await database.db.all<{ counter: number }>('SELECT counter FROM passkey WHERE person_id = $1', [personId]);
    expect(rows).toEqual([{ counter: 1 }]);
  });

  test('answers a challenge once, in time, on its own site, attended, and counting up', async () => {
    const { browser } = await person();
    const key = authenticator();
    await addKey(browser, key);
    const ask = async () => optionsOn(await page(browse(town.app), paths.passkeySignIn));
    const enter = async (answer: string) => (await browse(town.app).post(paths.passkeySignIn, { jawaban: answer })).status;
    const answer = key.answer(await ask());
    const together = await Promise.all([1, 2, 3].map(() => enter(answer)));
    expect(together.sort()).toEqual([303, 422, 422]);
    expect(await enter(key.answer(await ask(), { origin: 'https://jahat.example' }))).toBe(422);
    expect(await enter(key.answer(await ask(), { unattended: true }))).toBe(422);
    expect(await enter(key.answer(await ask(), { counter: 1 }))).toBe(422);
    const old = await ask();
    pass(5);
    expect(await enter(key.answer(old, { counter: 50 }))).toBe(422);
    expect(await enter(key.answer(await ask(), { counter: 51 }))).toBe(303);
    const foreign = JSON.stringify({ ...JSON.parse(await ask()), challenge: Buffer.alloc(80, 7).toString('base64url') });
    expect(await enter(key.answer(foreign, { counter: 60 }))).toBe(422);
    expect(await enter(authenticator().answer(await ask()))).toBe(422);
    for (const junk of ['', '{}', 'bukan json', '{"id":5}', `{"id":"${key.id}","response":{}}`]) expect([junk, await enter(junk)]).toEqual([junk, 422]);
  });

  test('made elsewhere, for somebody else, or twice is not taken', async () => {
    const [one, two] = [await person(), await person()];
    const key = authenticator();
    const elsewhere = key.make(await askedToMake(one.browser), { origin: 'https://jahat.example' });
    expect((await one.browser.post(paths.passkeys, { nama: 'Kunci', jawaban: elsewhere })).status).toBe(422);
    const ofOne = key.make(await askedToMake(one.browser));
    await askedToMake(two.browser);
    expect((await two.browser.post(paths.passkeys, { nama: 'Kunci', jawaban: ofOne })).status).toBe(422);
    await askedToMake(one.browser);
    expect((await one.browser.post(paths.passkeys, { nama: '', jawaban: ofOne })).status).toBe(422);
    expect((await one.browser.post(paths.passkeys, { nama: 'Kunci', jawaban: ofOne })).status).toBe(200);
    expect((await one.browser.post(paths.passkeys, { nama: 'Kunci', jawaban: ofOne })).status).toBe(422);
    const again = key.make(await askedToMake(two.browser));
    expect((await two.browser.post(paths.passkeys, { nama: 'Kunci', jawaban: again })).status).toBe(422);
  });

  test('proves to be there, for its own person only, and its own removal asks for that', async () => {
    const [one, two] = [await person(), await person()];
    const [mine, theirs] = [authenticator(), authenticator()];
    await addKey(one.browser, mine);
    await addKey(two.browser, theirs);
    pass(10);
    const asked = await one.browser.post(`${paths.passkeys}/hapus`, { kunci: mine.id });
    expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining(`${paths.prove}?ke=`)]);
    const ask = async (browser: Browser) => optionsOn(await page(browser, `${paths.prove}?ke=%2Fsaya%2Fakun%2Fpengaman`));
    const here = `${paths.prove}/kunci`;
    expect((await one.browser.post(here, { jawaban: theirs.answer(await ask(one.browser)), ke: paths.secondFactor })).status).toBe(422);
    const stolen = theirs.answer(await ask(two.browser));
    await ask(one.browser);
    expect((await one.browser.post(here, { jawaban: stolen, ke: paths.secondFactor })).status).toBe(422);
    const proved = await one.browser.post(here, { jawaban: mine.answer(await ask(one.browser)), ke: paths.secondFactor });
    expect([proved.status, proved.headers.get('location')]).toEqual([303, paths.secondFactor]);
    await page(one.browser, paths.secondFactor);
    expect((await one.browser.post(`${paths.passkeys}/hapus`, { kunci: theirs.id })).status).toBe(303);
    expect((await one.browser.post(`${paths.passkeys}/hapus`, { kunci: mine.id })).status).toBe(303);
    const left = await database.db.all<{ id: string }>('SELECT credential_id AS id FROM passkey WHERE person_id = ANY($1)', [[one.personId, two.personId]]);
    expect(left).toEqual([{ id: theirs.id }]);
    expect((await browse(town.app).signIn(one.account, PASSWORD)).headers.get('location')).toBe('/saya');
  });
});
