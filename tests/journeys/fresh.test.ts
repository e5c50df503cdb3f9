// From an empty installation to an open registration: the printed invitation, agencies, people, an edition, a category of its own, and the button.
// No SQL, no file of the machine; only pages.

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';
import { follow, heading, press } from './chapters/teller.ts';

const PASSWORD = 'kata sandi yang panjang';
const AGENCIES = [
  ['Dinas Kependudukan dan Pencatatan Sipil', 'Disdukcapil', 'skpd'],
  ['Kecamatan Paringin', 'Kec. Paringin', 'kecamatan'],
  ['Kecamatan Awayan', 'Kec. Awayan', 'kecamatan'],
] as const;

let journey: Journey;
let admin: Page;
const complaints: string[] = [];
beforeAll(async () => {
  journey = await openJourney({ seed: 'empty' });
  admin = await journey.visitor();
}, 120_000);
afterAll(() => journey?.end());

const look = async (page: Page, kind: string) => complaints.push(...(await complaintsOf(page, kind, { axe: true })));
const words = (page: Page) => page.locator('main').innerText();

async function makePassword(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.getByLabel('Kata sandi baru').fill(PASSWORD);
  await page.getByLabel('Ketik sekali lagi').fill(PASSWORD);
  await press(page, 'Simpan kata sandi');
}

/** Fills the proof where a form asks for it. */
async function prove(page: Page, id: string): Promise<void> {
  const field = page.locator(`#${id}`);
  if ((await field.count()) > 0) await field.fill(PASSWORD);
}

const invitation = () => journey.ground.told?.join('\n').match(/\/undangan\/\S+/)?.[0] ?? '';

test('the printed invitation lets the first admin in, who sets up a second factor before anything else', async () => {
  await makePassword(admin, invitation());
  await admin.goto('/admin/orang');
  expect(new URL(admin.url()).pathname).toBe('/saya/akun/pengaman');
  await look(admin, 'pengaman wajib');
  await press(admin, 'Buat kartu kode');
  expect(await admin.locator('main code').count()).toBe(10);
  await look(admin, 'kartu kode');
  await follow(admin, 'Sudah saya simpan');
  await admin.goto('/akses');
  await look(admin, 'konfirmasi akses kosong');
}, 60_000);

test('the first admin is told what comes first', async () => {
  await admin.goto('/saya');
  const text = await words(admin);
  for (const step of ['Daftarkan perangkat daerah', 'Undang orang dan beri jabatan', 'Buat edisi pertama']) expect(text).toContain(step);
  await look(admin, 'langkah pertama');
  const doors = await admin
    .locator('nav a[href^="/"], main a[href^="/"]')
    .evaluateAll((links) => [...new Set(links.map((link) => link.getAttribute('href') ?? ''))]);
  const shut: string[] = [];
  for (const door of doors) if (((await admin.goto(door))?.status() ?? 0) >= 400) shut.push(door);
  expect(shut).toEqual([]);
  await admin.goto('/s/2026/papan');
  await look(admin, 'papan tanpa edisi');
  expect((await admin.goto(invitation()))?.status()).toBe(404);
}, 60_000);

test('agencies and people come in by pages: three offices, an innovator and a head each', async () => {
  for (const [name, shortName, kind] of AGENCIES) {
    await admin.goto('/admin/perangkat');
    await admin.getByLabel('Nama lengkap').fill(name);
    await admin.getByLabel('Nama pendek').fill(shortName);
    await admin.getByLabel('Jenis').selectOption(kind);
    await press(admin, 'Tambah perangkat daerah');
  }
  expect(await words(admin)).toContain('Kecamatan Awayan');
  await admin.goto('/admin/orang/masukkan');
  const rows = AGENCIES.flatMap(([name, short], at) => [
    `Inovator ${short}\tinovator${at}@balangan.invalid\t${name}\tInovator\tInovator`,
    `Kepala ${short}\tkepala${at}@balangan.invalid\t${name}\tKepala\tKepala`,
  ]);
  await admin.locator('#table').fill(`Nama\tSurel\tPerangkat daerah\tJabatan\tPeran\n${rows.join('\n')}`);
  await press(admin, 'Periksa tabel');
  await prove(admin, 'bukti');
  await press(admin, /^Masukkan|^Undang/);
  expect(await words(admin)).toMatch(/6|slip/i);
});

test('the first edition starts from the offered rules, laid from the day registration opens', async () => {
  await admin.goto('/saya');
  await follow(admin, /^Buat edisi pertama/);
  expect(await heading(admin)).toBe('Buat edisi pertama');
  await look(admin, 'edisi pertama');
  await admin.getByLabel('Pendaftaran dibuka tanggal').fill('2026-02-28');
  await admin.getByLabel('Nama edisi').fill('');
  await press(admin, 'Buat edisi');
  expect(await admin.title()).toMatch(/^Galat:/);
  expect(await admin.getByLabel('Pendaftaran dibuka tanggal').inputValue()).toBe('2026-02-28');
  await look(admin, 'edisi pertama galat');
  await admin.getByLabel('Nama edisi').fill('Lomba Inovasi Balangan 2026');
  await admin.getByLabel('Pendaftaran dibuka tanggal').fill('2026-09-01');
  await admin.getByRole('checkbox', { name: 'BLUD dan UPT Puskesmas' }).uncheck();
  await press(admin, 'Buat edisi');
  expect(await heading(admin)).toBe('Lomba Inovasi Balangan 2026');
  await look(admin, 'edisi baru');
});

test('a category of its own: who enters, a rubric with levels in words, its own ladder', async () => {
  await follow(admin, 'Tambah kategori');
  await admin.getByLabel('Nama kategori').fill('Kecamatan');
  await press(admin, 'Tambah kategori');
  expect(await admin.title()).toMatch(/^Galat:/);
  expect(await admin.getByLabel('Nama kategori').inputValue()).toBe('Kecamatan');
  await look(admin, 'kategori galat');
  await admin.getByRole('checkbox', { name: /^Kecamatan/ }).check();
  await press(admin, 'Tambah kategori');
  expect(await heading(admin)).toBe('Kecamatan');
  await look(admin, 'kategori');

  await follow(admin, 'Ubah rubrik');
  await admin.locator('#weight-0').fill('20');
  await press(admin, 'Hitung jumlah bobot');
  expect(await admin.locator('#jumlah').innerText()).toContain('90');
  await press(admin, 'Tambah kriteria');
  await admin.locator('#name-5').fill('Jangkauan ke desa');
  await admin.locator('#weight-5').fill('5');
  await admin.getByText('Cara juri menilai:').last().click();
  await admin.locator('input[name=entry-5][value=levels]').check();
  await admin.locator('#levels-5').fill('0 = Belum ada desa\n50 = Sebagian desa\n100 = Semua desa');
  await admin.locator('#reason').fill('rubrik kecamatan');
  await press(admin, 'Simpan rubrik');
  expect(await words(admin)).toContain('Jumlah bobot 95');
  await look(admin, 'rubrik bertanya');
  await admin.locator('#pasti').check();
  await press(admin, 'Simpan rubrik');
  expect(await heading(admin)).toBe('Kecamatan');
  expect(await words(admin)).toContain('Jangkauan ke desa');

  await follow(admin, 'Ubah ketentuan');
  await admin.locator('#finalLadder-1').selectOption({ label: 'Kriteria Jangkauan ke desa' });
  await admin.locator('#finalLadder-2').selectOption({ label: 'Nilai juri' });
  await admin.locator('#reason').fill('urutan seri kecamatan');
  await press(admin, 'Simpan ketentuan');
  expect(await admin.title()).toMatch(/^Galat:/);
  await look(admin, 'ketentuan galat');
  await admin.locator('#finalLadder-2').selectOption({ label: 'Nilai meja' });
  await admin.locator('#finalLadder-3').selectOption('');
  await press(admin, 'Simpan ketentuan');
  expect(await words(admin)).toMatch(/Nilai juri; Jangkauan ke desa; nilai meja/);
});

test('registration waits for what it needs, then opens by the button, for everybody to see', async () => {
  await admin.goto('/s/2026/edisi');
  await follow(admin, /^Periksa atau buka|^Pendaftaran dan data dukung/);
  await admin.goto('/s/2026/edisi');
  await follow(admin, 'Persetujuan kepala');
  await admin.getByText('Nama, titik di beranda, kelonggaran, syarat selesai').click();
  await admin.locator('#alasan-setelan').fill('terhapus tanpa sengaja');
  await press(admin, 'Hapus tahap');
  await follow(admin, 'Pendaftaran dan data dukung');
  expect(await words(admin)).toMatch(/Ada tahap persetujuan kepala[\s\S]*Belum/);
  await press(admin, 'Buka tahap sekarang');
  expect(await words(admin)).toContain('1 syarat belum terpenuhi');
  await look(admin, 'pendaftaran tertahan');

  await admin.goto('/s/2026/edisi/tahap');
  await admin.getByLabel('Jenis tahap').selectOption('approval');
  await admin.getByLabel('Nama tahap').fill('Persetujuan kepala');
  await admin.getByLabel('Titik di garis tahapan beranda').fill('Pendaftaran');
  await admin.locator('#opens').fill('2026-09-01T00:00');
  await admin.locator('#closes').fill('2026-08-30T16:00');
  await admin.locator('#reason').fill('dikembalikan');
  await press(admin, 'Tambah tahap');
  expect(await words(admin)).toContain('Waktu tutup harus sesudah waktu buka.');
  await look(admin, 'tahap galat');
  await admin.locator('#closes').fill('2026-10-17T16:00');
  await press(admin, 'Tambah tahap');

  await follow(admin, 'Pendaftaran dan data dukung');
  await press(admin, 'Buka tahap sekarang');
  expect(await words(admin)).toContain('Centang pernyataan ini dulu');
  await admin.locator('#pasti-buka').check();
  await press(admin, 'Buka tahap sekarang');
  expect(new URL(admin.url()).pathname).toBe('/s/2026/edisi');
  expect(await words(admin)).toContain('Dibuka sekarang: Pendaftaran dan data dukung');
  const guest = await journey.visitor();
  await guest.goto('/');
  expect(await words(guest)).toMatch(/Pendaftaran/);
  await guest.goto('/pedoman');
  expect(await words(guest)).toContain('Jangkauan ke desa');
});

test('history tells what was decided and why, and an invited innovator finds the category', async () => {
  await admin.goto('/s/2026/edisi/riwayat');
  const text = await words(admin);
  for (const one of [
    'Rubrik Kecamatan versi 2',
    'Alasan: rubrik kecamatan',
    'Ketentuan Kecamatan versi 2',
    'terhapus tanpa sengaja',
    'dibuka oleh sekretariat',
  ]) {
    expect(text).toContain(one);
  }
  await look(admin, 'riwayat');
  await admin.goto('/admin/orang?cari=inovator2');
  await follow(admin, 'Inovator Kec. Awayan');
  await prove(admin, 'bukti-masuk');
  await press(admin, 'Buat tautan kata sandi');
  expect(await words(admin)).toContain('Inovator, Kecamatan Awayan');
  await look(admin, 'tautan');
  const address = await admin.getByLabel('Tautan', { exact: true }).inputValue();
  const innovator = await journey.visitor();
  await makePassword(innovator, new URL(address).pathname);
  await innovator.goto('/usulan/mulai');
  expect(await words(innovator)).toContain('Kecamatan');
});

test('nothing failed unseen, every page kept its promises, and so did the data', async () => {
  expect(complaints).toEqual([]);
  expect(journey.faults).toEqual([]);
  expect(await journey.breaches()).toEqual([]);
});
