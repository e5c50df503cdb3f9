// Signing passkeys in a real browser with a virtual authenticator: enrolled before the presentation, signing and certifying in the plenary.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from '../../src/actions/perform.ts';
import { computeCategory } from '../../src/actions/result/compute.ts';
import { signResult } from '../../src/actions/result/sign.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { SAMPLE_PASSWORD } from '../../src/seeds/sample-people.ts';
import { passkeyTexts } from '../../src/texts/id/passkey.ts';
import { type Journey, openJourney, SEED_NOW } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';
import { press } from './chapters/teller.ts';

const CATEGORY = 'blud-puskesmas';
const BEFORE_OPENING = -3;
const IN_PLENARY = 13;

let journey: Journey;
let site = '';
let juror: Page;
let regent: Page;
const complaints: string[] = [];
beforeAll(async () => {
  journey = await openJourney({ seed: 'sample' });
  site = journey.base.replace('127.0.0.1', 'localhost');
  [juror, regent] = [await withAuthenticator(), await withAuthenticator()];
}, 180_000);
afterAll(() => journey?.end());

const words = (page: Page) => page.locator('main').innerText();
const look = async (page: Page, kind: string) => complaints.push(...(await complaintsOf(page, kind, { axe: true })));

async function withAuthenticator(): Promise<Page> {
  const page = await journey.visitor();
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const options = { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true } as const;
  await session.send('WebAuthn.addVirtualAuthenticator', { options: { ...options, automaticPresenceSimulation: true } });
  return page;
}

async function enter(page: Page, account: string): Promise<void> {
  await page.context().clearCookies();
  await page.goto(`${site}/masuk`);
  await page.getByLabel('NIP atau surel').fill(`${account}@contoh.example`);
  await page.getByLabel('Kata sandi').fill(SAMPLE_PASSWORD);
  await press(page, 'Masuk');
}

test('on an address of numbers the page says why passkeys fail and where they work', async () => {
  journey.day(BEFORE_OPENING);
  const page = await journey.signIn('juri2.blud');
  await page.goto('/saya/akun/kunci-tanda-tangan');
  expect(await words(page)).toContain('Kunci sandi tidak dapat dipakai di alamat ini');
  const link = page.locator('main a[href^="http://localhost"]');
  expect(await link.getAttribute('href')).toBe(`${site}/saya/akun/kunci-tanda-tangan`);
  expect(await page.locator('form[data-kunci]').count()).toBe(0);
  await look(page, 'kunci di alamat angka');
});

test.each([
  ['a juror', 'juri2.blud', () => juror],
  ['the leader', 'bupati', () => regent],
] as const)('%s enrols a signing key on its own page, and it opens no door', async (_who, account, whose) => {
  const page = whose();
  await enter(page, account);
  await page.goto(`${site}/saya/akun`);
  await page.locator('a[href="/saya/akun/kunci-tanda-tangan"]').click();
  await look(page, 'kunci tanda tangan kosong');
  await page.locator('[name=nama]').fill('Ponsel pribadi');
  await press(page, 'Daftarkan kunci');
  expect(await words(page)).toMatch(/Kunci tanda tangan terdaftar\.[\s\S]*Ponsel pribadi[\s\S]*dapat dipakai/);
  await look(page, 'kunci tanda tangan');
  await page.context().clearCookies();
  await page.goto(`${site}/masuk/kunci`);
  await page.getByRole('button', { name: passkeyTexts.enter }).click();
  await page.getByText(passkeyTexts.stopped).waitFor();
});

test('in the plenary the juror compares the places and signs with the key; the others state', async () => {
  journey.day(IN_PLENARY);
  const at = later(SEED_NOW, IN_PLENARY * DAY);
  const { people, plan, stage } = journey.ground;
  const categoryId = plan.categories.find(({ code }) => code === CATEGORY)?.categoryId ?? '';
  const secretary = await people.actor('sekretariat', at);
  const { resultId, digest } = await stage.as(secretary, at, (act) => computeCategory(act, { categoryId }));
  await enter(juror, 'juri2.blud');
  await juror.goto(`${site}/pleno/${CATEGORY}`);
  expect(await words(juror)).toContain('Tiga besar menurut hasil ini');
  expect(await juror.locator('main ol > li[value="1"]').count()).toBe(1);
  await look(juror, 'pleno dengan kunci');
  await press(juror, 'Tanda tangani dengan kunci');
  expect(await words(juror)).toContain('Centang pernyataan ini dulu');
  await juror.locator('#pasti').check();
  await press(juror, 'Tanda tangani dengan kunci');
  expect(await words(juror)).toMatch(/Tanda tangan dengan kunci, /);
  await look(juror, 'pleno ditandatangani');
  for (const account of ['juri1.blud', 'juri3.blud', 'juri4.blud', 'juri5.blud']) {
    const actor = await people.actor(account, at);
    const done = await perform(journey.database.platform, { regionId: journey.regionId, actor, provedAt: at }, (act) => signResult(act, { resultId, digest }));
    expect(done).toMatchObject({ ok: true });
  }
});

test('the leader certifies with the key, and the list to print names every key', async () => {
  await enter(regent, 'bupati');
  await regent.goto(`${site}/pimpinan`);
  await look(regent, 'pimpinan dengan kunci');
  await regent.getByLabel(/penetapan tidak dapat dibatalkan/).check();
  await press(regent, 'Tetapkan dengan tanda tangan kunci');
  expect(await words(regent)).toMatch(/Ditetapkan [^\n]*Tanda tangan dengan kunci\./);
  await look(regent, 'pimpinan menetapkan dengan kunci');
  const secretary = await journey.signIn('sekretariat');
  await secretary.goto(`/pleno/${CATEGORY}`);
  expect((await words(secretary)).match(/Pernyataan dengan kata sandi, /g)?.length).toBe(4);
  await look(secretary, 'pleno dengan tanda tangan dan pernyataan');
  await secretary.goto('/s/2026/kunci');
  expect(await words(secretary)).toMatch(/Sidik daftar kunci: [0-9A-F]{4}(-[0-9A-F]{4}){3}/);
  await look(secretary, 'daftar kunci');
});

test('nothing failed unseen, every page kept its promises, and so did the data', async () => {
  expect(complaints).toEqual([]);
  expect(journey.faults).toEqual([]);
  expect(await journey.breaches()).toEqual([]);
});
