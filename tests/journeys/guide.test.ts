// The guide's pictures, page by page. `GAMBAR=docs/panduan/gambar npm run journeys guide` draws them anew; without it, it is looked at
// that each picture of the guide is drawn from a page that still opens.

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Journey, openJourney } from '../support/journey.ts';

const GUIDE = join('docs', 'panduan');
const FOLDER = join(GUIDE, 'gambar');

interface Picture {
  readonly name: string;
  readonly account: string;
  readonly path: string;
  readonly heading: string;
  /** What is done on the page before it is drawn. */
  readonly act?: (page: Page) => Promise<void>;
}

const FAULTY = [
  'Nama\tNIP\tPerangkat daerah\tJabatan\tPeran',
  'Pegawai Satu (contoh)\t199001012015031001\tBKPSDM\tAnalis SDM\tInovator',
  'Pegawai Dua (contoh)\t1990010120150\tBKPSDM\tPranata komputer\tInovator',
  'Pegawai Tiga (contoh)\t199203032018012003\tDisangkasa\tAnalis\tInovator',
].join('\n');

const CRITERIA = [
  'Kemudahan bagi warga; 40; Seberapa mudah layanannya dipakai.',
  'Jangkauan desa; 35; Berapa desa yang terlayani.',
  'Kerja sama; 25; Siapa saja yang ikut menjalankan.',
].join('\n');

const PICTURES: readonly Picture[] = [
  { name: 'orang', account: 'admin', path: '/admin/orang', heading: 'Orang' },
  {
    name: 'tabel-orang',
    account: 'admin',
    path: '/admin/orang/masukkan',
    heading: 'Masukkan tabel orang',
    act: async (page) => {
      await page.locator('textarea[name=table]').fill(FAULTY);
      await page.getByRole('button', { name: 'Periksa tabel' }).click();
      await page.waitForSelector('.galat-ringkas');
    },
  },
  { name: 'pengaman', account: 'admin', path: '/admin/pengaman', heading: 'Pengaman' },
  { name: 'edisi', account: 'sekretariat', path: '/s/2026/edisi', heading: '2026' },
  {
    name: 'katalog',
    account: 'sekretariat',
    path: '/s/2026/aturan/katalog/iid-2026',
    heading: 'IID 2026',
    act: (page) => page.locator('h2').first().scrollIntoViewIfNeeded(),
  },
  { name: 'papan', account: 'sekretariat', path: '/s/2026/papan', heading: 'usulan' },
  { name: 'nilai-meja', account: 'sekretariat', path: '/s/2026/nilai-meja/skpd', heading: 'Nilai meja' },
  { name: 'pleno', account: 'sekretariat', path: '/pleno/skpd', heading: 'Pleno' },
  {
    name: 'kategori',
    account: 'sekretariat',
    path: '/s/2026/edisi/salin',
    heading: 'Tambah kategori',
    act: async (page) => {
      await page.getByRole('button', { name: 'Buat edisi baru' }).click();
      await page.goto('/s/2027/edisi/kategori');
      await page.getByLabel('Nama kategori').fill('Kecamatan');
      await page.getByRole('checkbox', { name: /^Kecamatan/ }).check();
      await page.getByLabel('Hanya di kategori ini').check();
      await page.getByLabel('Kriteria rubriknya sendiri').fill(CRITERIA);
      await page.getByRole('button', { name: 'Tambah kategori' }).scrollIntoViewIfNeeded();
    },
  },
];

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney({ seed: 'sample' });
});
afterAll(() => journey?.end());

test.each(PICTURES)('$name is drawn from a page that opens', async ({ name, account, path, heading, act }) => {
  const page = await journey.signIn(account);
  await page.setViewportSize({ width: 1180, height: 760 });
  expect((await page.goto(path))?.status()).toBe(200);
  await act?.(page);
  expect(await page.locator('h1').innerText()).toContain(heading);
  if (process.env.GAMBAR !== undefined) await draw(page, join(process.env.GAMBAR, `${name}.webp`));
});

test('the guide shows each of them, and no other', () => {
  const shown = readdirSync(GUIDE)
    .filter((file) => file.endsWith('.md'))
    .flatMap((file) => [...readFileSync(join(GUIDE, file), 'utf8').matchAll(/!\[[^\]]+\]\(gambar\/([\w-]+)\.webp\)/g)].map(([, name]) => name));
  const drawn = PICTURES.map(({ name }) => name);
  expect(shown.toSorted()).toEqual(drawn.toSorted());
  expect(drawn.filter((name) => !existsSync(join(FOLDER, `${name}.webp`)))).toEqual([]);
});

/** WebP keeps letters sharp in a third of the bytes; the browser makes it, though the tool around it does not offer it. */
async function draw(page: Page, file: string): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 80 });
  writeFileSync(file, Buffer.from(data, 'base64'));
}
