// An edition asks the leader for a second factor: a code of the telephone first, then a passkey of the machine.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SAMPLE_PASSWORD } from '../../src/seeds/sample-people.ts';
import { type Journey, openJourney } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';
import { codeAt, secretOn } from '../support/time-codes.ts';
import { follow, press } from './chapters/teller.ts';

let journey: Journey;
const complaints: string[] = [];
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey?.end());

const look = async (page: Page, kind: string) => complaints.push(...(await complaintsOf(page, kind, { axe: true })));
const words = (page: Page) => page.locator('main').innerText();
const nowThere = () => journey.database.platform.now();

test('the admin says whose roles need one', async () => {
  const admin = await journey.signIn('admin');
  await admin.goto('/admin/pengaman');
  await admin.locator('input[value="leader"]').check();
  await press(admin, 'Simpan pengaman edisi');
  expect(await words(admin)).toContain('langsung berlaku');
  await look(admin, 'pengaman disimpan');
});

test('the leader is led to set it up, gets recovery codes, and goes on', async () => {
  const leader = await journey.signIn('bupati');
  await leader.goto('/pimpinan');
  expect(new URL(leader.url()).pathname).toBe('/saya/akun/pengaman');
  await look(leader, 'pengaman diminta');
  await press(leader, 'Mulai memasang');
  await look(leader, 'pengaman dipasang');
  await leader.locator('[name=kode]').fill('000000');
  await press(leader, 'Pasang pengaman kedua');
  expect(await leader.title()).toMatch(/^Galat:/);
  await look(leader, 'pengaman galat');
  await leader.locator('[name=kode]').fill(codeAt(secretOn(await leader.content()), nowThere()));
  await press(leader, 'Pasang pengaman kedua');
  await look(leader, 'kode pemulihan');
  await follow(leader, 'Sudah saya simpan');
  expect((await leader.goto('/pimpinan'))?.status()).toBe(200);
});

test('a passkey of the machine opens the door by itself', async () => {
  const page = await journey.visitor();
  const site = journey.base.replace('127.0.0.1', 'localhost');
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`${site}/masuk`);
  await page.getByLabel('NIP atau surel').fill('sekretariat@contoh.example');
  await page.getByLabel('Kata sandi').fill(SAMPLE_PASSWORD);
  await press(page, 'Masuk');
  await page.goto(`${site}/saya/akun/pengaman`);
  await page.locator('[name=nama]').fill('Komputer kantor');
  await press(page, 'Tambah kunci sandi');
  expect(await words(page)).toContain('Kode pemulihan');
  await page.goto(`${site}/saya/akun/pengaman`);
  expect(await words(page)).toContain('Komputer kantor');
  await look(page, 'pengaman dengan kunci');
  await page.context().clearCookies();
  await page.goto(`${site}/masuk`);
  await follow(page, 'Masuk dengan kunci sandi');
  await look(page, 'masuk dengan kunci');
  await press(page, 'Masuk dengan kunci sandi');
  await page.goto(`${site}/saya/akun`);
  expect(await words(page)).toMatch(/Dengan\s*kunci sandi|kunci sandi/);
});

test('every page was fit to be seen, nothing failed unseen, every promise holds', async () => {
  expect(complaints).toEqual([]);
  expect(journey.faults).toEqual([]);
  expect(await journey.breaches()).toEqual([]);
});
