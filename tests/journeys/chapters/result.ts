// From sealed sheets to the published winner: computed, signed, certified, published, each by somebody else.

import { expect } from 'vitest';
import { heading, press, type Teller } from './teller.ts';

const SIGNERS = ['juri2.skpd', 'juri3.skpd', 'juri1.skpd'];

export async function plenary(told: Teller): Promise<void> {
  told.journey.day(13);
  const secretary = await told.journey.signIn('sekretariat');
  await secretary.goto('/pleno/skpd');
  await told.look(secretary, 'pleno belum dihitung');
  await press(secretary, 'Hitung hasil');
  await told.look(secretary, 'pleno dihitung');
  const digest = await secretary.locator('code.sidik').first().innerText();
  await press(secretary, 'Hitung lagi');
  expect(await secretary.locator('code.sidik').first().innerText()).toBe(digest);
  await certifyingWaits(told);
  const decided = await decideTie(told);
  for (const account of SIGNERS) {
    const signer = await told.journey.signIn(account);
    await signer.goto('/pleno/skpd');
    await told.look(signer, `pleno ${account === 'juri1.skpd' ? 'ketua' : 'anggota'}`);
    expect(await signer.locator('code.sidik').first().innerText()).toBe(decided);
    await signer.getByLabel(/hasil dengan kode di atas benar/).check();
    await press(signer, 'Nyatakan hasil ini benar');
    expect(await signer.getByRole('button', { name: 'Nyatakan hasil ini benar' }).count()).toBe(0);
  }
}

/** Second and third are equal to the last step of the ladder: nobody signs until the chair has minuted the panel's decision. */
async function decideTie(told: Teller): Promise<string> {
  const juror = await told.journey.signIn('juri2.skpd');
  await juror.goto('/pleno/skpd');
  expect(await juror.getByRole('button', { name: 'Nyatakan hasil ini benar' }).count()).toBe(0);
  await told.look(juror, 'pleno anggota menunggu putusan');
  const chair = await told.journey.signIn('juri1.skpd');
  await chair.goto('/pleno/skpd');
  expect(await chair.locator('main').innerText()).toMatch(/Seri: Inovasi (kedua dan Inovasi ketiga|ketiga dan Inovasi kedua)/);
  await told.look(chair, 'pleno ketua memutus');
  await chair.getByLabel('Inovasi ketiga', { exact: true }).selectOption('1');
  await chair.getByLabel('Inovasi kedua', { exact: true }).selectOption('2');
  await chair.getByLabel('Alasan').first().fill('Suara pleno 2 banding 1.');
  await press(chair, 'Catat putusan pleno');
  expect(await chair.title()).toMatch(/^Galat:/);
  expect(await chair.getByLabel('Alasan').first().inputValue()).toBe('Suara pleno 2 banding 1.');
  await told.look(chair, 'pleno putusan galat');
  await chair.getByLabel('Nomor berita acara').first().fill('BA-01/2026 (contoh)');
  await press(chair, 'Catat putusan pleno');
  expect(await chair.title()).not.toMatch(/^Galat:/);
  await told.look(chair, 'pleno diputus');
  return chair.locator('code.sidik').first().innerText();
}

async function certifyingWaits(told: Teller): Promise<void> {
  const regent = await told.journey.signIn('bupati');
  await regent.goto('/pimpinan');
  expect(await regent.locator('body').innerText()).toContain('Masih menunggu pernyataan 3 juri');
  expect(await regent.getByRole('button', { name: 'Tetapkan hasil' }).count()).toBe(0);
  await told.look(regent, 'pimpinan menunggu');
}

export async function certifyAndPublish(told: Teller): Promise<void> {
  const regent = await told.journey.signIn('bupati');
  await regent.goto('/pimpinan');
  await told.look(regent, 'pimpinan siap menetapkan');
  await regent.getByLabel(/Nomor keputusan/).fill('188.45/77/Kum 2026 (contoh)');
  await press(regent, 'Tetapkan hasil');
  expect(await regent.title()).toMatch(/^Galat:/);
  expect(await regent.getByLabel(/Nomor keputusan/).inputValue()).toBe('188.45/77/Kum 2026 (contoh)');
  await regent.getByLabel(/penetapan tidak dapat dibatalkan/).check();
  await press(regent, 'Tetapkan hasil');
  expect(await regent.getByRole('status').first().innerText()).toBe('Hasil SKPD ditetapkan.');
  await told.look(regent, 'pimpinan ditetapkan');
  const guest = await told.journey.visitor();
  expect((await guest.goto('/hasil/2026/skpd'))?.status()).toBe(404);
  const secretary = await told.journey.signIn('sekretariat2');
  await secretary.goto('/pleno/skpd');
  await told.look(secretary, 'pleno siap diumumkan');
  await secretary.getByLabel(/pengumuman tidak dapat dibatalkan/).check();
  await press(secretary, 'Umumkan hasil');
  await told.look(secretary, 'pleno diumumkan');
}

/** Whoever comes by sees the winner, the same figures as the plenary, and no juror. */
export async function publicSees(told: Teller, winner: string): Promise<void> {
  const guest = await told.journey.visitor();
  expect((await guest.goto('/hasil/2026/skpd'))?.status()).toBe(200);
  expect(await heading(guest)).toMatch(/SKPD/);
  const text = await guest.locator('main').innerText();
  expect(text).toContain(winner);
  expect(text.indexOf(winner)).toBeLessThan(text.indexOf('Inovasi ketiga'));
  expect(text.indexOf('Inovasi ketiga')).toBeLessThan(text.indexOf('Inovasi kedua'));
  expect(text).toContain('93,00');
  expect(text).not.toMatch(/Juri \d SKPD \(contoh\)/);
  expect(await guest.locator('script').count()).toBe(0);
  await told.look(guest, 'hasil kategori');
  for (const [path, kind] of [
    ['/hasil', 'hasil'],
    ['/', 'beranda sesudah hasil'],
    ['/inovasi', 'galeri'],
  ] as const) {
    await guest.goto(path);
    await told.look(guest, kind);
  }
  await guest.goto('/inovasi');
  await Promise.all([guest.waitForEvent('load'), guest.getByRole('link', { name: winner }).first().click()]);
  expect(await heading(guest)).toBe(winner);
  await told.look(guest, 'halaman inovasi');
}
