// A head delegates for some days, then hands the seat over: two confirmations, and nothing is orphaned.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';
import { follow, press } from './chapters/teller.ts';

let journey: Journey;
const complaints: string[] = [];
beforeAll(async () => {
  journey = await openJourney({ seed: 'sample' });
});
afterAll(() => journey?.end());

const look = async (page: Page, kind: string) => complaints.push(...(await complaintsOf(page, kind, { axe: true })));
const words = (page: Page) => page.locator('main').innerText();

test('the head names a delegate, who sees the work and the dates', async () => {
  const head = await journey.signIn('kepala.bkpsdm');
  await head.goto('/persetujuan');
  await follow(head, /^Delegasikan/);
  await look(head, 'jabatan sendiri');
  await head.locator('#delegasi-kepada').fill('tidak.ada@contoh.example');
  await head.locator('#until').fill('2026-08-25T16:00');
  await press(head, 'Delegasikan jabatan');
  expect(await head.title()).toMatch(/^Galat:/);
  expect(await head.locator('#delegasi-kepada').inputValue()).toBe('tidak.ada@contoh.example');
  await look(head, 'delegasi galat');
  await head.locator('#delegasi-kepada').fill('sekretariat2@contoh.example');
  await press(head, 'Delegasikan jabatan');
  expect(await words(head)).toMatch(/Sedang didelegasikan[\s\S]*Sekretariat BAILANG 2 \(contoh\), Plh\.[\s\S]*25 Agustus 2026 pukul 16\.00 WITA/);
  await look(head, 'jabatan didelegasikan');
  const delegate = await journey.signIn('sekretariat2');
  await delegate.goto('/saya/akun');
  expect(await words(delegate)).toContain('Plh. Kepala, BKPSDM');
  await delegate.goto('/persetujuan');
  expect(await words(delegate)).toContain('Persetujuan');
});

test('the head hands the seat over; until the receiver agrees nothing moves', async () => {
  const head = await journey.signIn('kepala.bkpsdm');
  await head.goto('/saya/akun');
  await follow(head, 'Delegasi dan serah terima');
  await head.locator('#serah-kepada').fill('inovator.bkpsdm@contoh.example');
  await head.locator('#serah-surat').fill('821.2/17/2026');
  await press(head, 'Periksa serah terima');
  expect(await words(head)).toContain('Inovator BKPSDM (contoh)');
  await look(head, 'serah terima periksa');
  await press(head, 'Serahkan jabatan');
  expect(await words(head)).toContain('Menunggu Inovator BKPSDM (contoh) menerima');
  await look(head, 'serah terima menunggu');
  expect((await head.goto('/persetujuan'))?.status()).toBe(200);
});

test('the receiver agrees: the seat, its approvals and its history go along, the giver has none of it', async () => {
  const receiver = await journey.signIn('inovator.bkpsdm');
  expect((await receiver.goto('/persetujuan'))?.status()).toBe(404);
  await receiver.goto('/saya');
  await look(receiver, 'saya dengan serah terima');
  await follow(receiver, 'Periksa dan terima jabatan');
  await look(receiver, 'terima jabatan');
  await press(receiver, 'Terima jabatan');
  expect(await words(receiver)).toContain('Jabatan sudah Anda terima');
  await look(receiver, 'jabatan diterima');
  expect((await receiver.goto('/persetujuan'))?.status()).toBe(200);
  await follow(receiver, /^Delegasikan/);
  expect(await words(receiver)).toMatch(/Riwayat[\s\S]*Inovator BKPSDM[\s\S]*Kepala BKPSDM \(contoh\)/);
  await look(receiver, 'jabatan baru');
  const giver = await journey.signIn('kepala.bkpsdm');
  expect((await giver.goto('/persetujuan'))?.status()).toBe(404);
  const delegate = await journey.signIn('sekretariat2');
  expect((await delegate.goto('/persetujuan'))?.status()).toBe(404);
});

test('an admin sees the seat, its history and what is empty', async () => {
  const admin = await journey.signIn('admin');
  await admin.goto('/admin/jabatan?cari=BKPSDM');
  await follow(admin, /^Kepala$/);
  await look(admin, 'jabatan oleh admin');
  await admin.locator('#grant').selectOption('leader');
  await press(admin, 'Beri peran pada jabatan');
  expect(await words(admin)).toMatch(/Peran yang melekat[\s\S]*Pimpinan, sejak/);
  expect((await (await journey.signIn('inovator.bkpsdm')).goto('/pimpinan'))?.status()).toBe(200);
});

test('every page was fit to be seen, nothing failed unseen, every promise holds', async () => {
  expect(complaints).toEqual([]);
  expect(journey.faults).toEqual([]);
  expect(await journey.breaches()).toEqual([]);
});
