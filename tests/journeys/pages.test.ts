// Pages that need no story: what everybody sees, and the rooms of those who run the edition.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Journey, openJourney } from '../support/journey.ts';
import { complaintsOf } from '../support/journey-page.ts';

let journey: Journey;
beforeAll(async () => {
  journey = await openJourney();
});
afterAll(() => journey.end());

const PUBLIC = [
  '/',
  '/jadwal',
  '/pedoman',
  '/inovasi',
  '/riwayat',
  '/riwayat/2022',
  '/bantuan',
  '/status',
  '/privasi',
  '/aksesibilitas',
  '/masuk',
  '/lupa-sandi',
  '/tidak-ada',
];

describe('for everybody', () => {
  test('the stage is in one view of a phone, with its zone and one thing to do', async () => {
    const page = await journey.visitor();
    await page.goto('/');
    const seen = await page.evaluate(() => {
      const inside = (element: Element) => {
        const box = element.getBoundingClientRect();
        return box.height > 0 && box.top >= 0 && box.bottom <= 640 && box.left >= 0 && box.right <= 360;
      };
      const shown = [...document.querySelectorAll<HTMLElement>('main :is(p, h1, h2, time, b, strong, span)')].filter(inside).map((one) => one.innerText);
      return { words: shown.join(' '), buttons: [...document.querySelectorAll('main .tombol--utama')].filter(inside).length };
    });
    expect(seen.words).toContain('Presentasi');
    expect(seen.words).toContain('WITA');
    expect(seen.words).toMatch(/12\s+hari/);
    expect(seen.buttons).toBe(1);
  });

  test.each(PUBLIC)('%s keeps what every page keeps, and ships no script', async (path) => {
    const page = await journey.visitor();
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(path === '/tidak-ada' ? 404 : 200);
    expect(await page.locator('script').count()).toBe(0);
    expect(await complaintsOf(page, `umum ${path}`, { axe: true })).toEqual([]);
  });

  test('on paper the details stand open, controls are gone, and no section runs into the next', async () => {
    const page = await journey.visitor();
    await page.emulateMedia({ media: 'print' });
    await page.goto('/pedoman');
    const paper = await page.evaluate(() => {
      const high = (selector: string) => [...document.querySelectorAll(selector)].filter((one) => one.getBoundingClientRect().height > 0).length;
      return {
        closed: document.querySelectorAll('main details > div').length - high('main details > div'),
        controls: high('button, .tombol, .kaki ul, .bawah'),
      };
    });
    expect(paper).toEqual({ closed: 0, controls: 0 });
    await page.goto('/');
    const gaps = await page.evaluate(() =>
      [...document.querySelectorAll('.kolom2 > * + *, .sampul__isi > * + *')].map(
        (one) => one.getBoundingClientRect().top - (one.previousElementSibling?.getBoundingClientRect().bottom ?? 0),
      ),
    );
    expect(gaps.length).toBeGreaterThan(0);
    expect(Math.min(...gaps)).toBeGreaterThan(10);
  });

  test('a wrong password says so above the field, keeps what was typed, and a long wait is named', async () => {
    const page = await journey.visitor();
    await page.goto('/masuk');
    await page.getByLabel('NIP atau surel').fill('kepala.bkpsdm@contoh.example');
    await page.getByLabel('Kata sandi').fill('bukan-ini');
    await page.getByRole('button', { name: 'Masuk', exact: true }).click();
    await page.waitForSelector('.galat-ringkas');
    expect(await page.title()).toMatch(/^Galat:/);
    expect(await page.getByLabel('NIP atau surel').inputValue()).toBe('kepala.bkpsdm@contoh.example');
    expect(await page.getByLabel('Kata sandi').inputValue()).toBe('');
    expect(await complaintsOf(page, 'masuk keliru', { axe: true })).toEqual([]);
  });
});

const ROOMS: readonly (readonly [string, readonly string[]])[] = [
  [
    'sekretariat',
    [
      '/saya',
      '/saya/akun',
      '/saya/akun/pengaman',
      '/saya/akun/sandi',
      '/saya/akun/surel',
      '/s/2026/papan',
      '/s/2026/papan?tampilan=tabel',
      '/s/2026/edisi',
      '/s/2026/jejak',
      '/s/2026/nilai-meja',
      '/s/2026/nilai-meja/skpd',
      '/s/2026/penetapan/skpd',
      '/s/2026/penetapan/blud-puskesmas',
      '/s/2026/verifikasi',
      '/pleno',
      '/pleno/skpd',
      '/pimpinan/iid',
      '/pimpinan/iid/spd',
    ],
  ],
  [
    'sekretariat2',
    [
      '/s/2026/edisi/salin',
      '/s/2026/edisi/baru',
      '/s/2026/edisi/setelan',
      '/s/2026/edisi/riwayat',
      '/s/2026/edisi/kategori',
      '/s/2026/edisi/kategori/skpd',
      '/s/2026/edisi/waktu',
      '/s/2026/edisi/tahap',
      '/s/2026/edisi/pratinjau/skpd',
      '/s/2026/edisi/pratinjau/skpd?peran=juri',
      '/s/2026/edisi/pratinjau/blud-puskesmas?peran=juri',
      '/s/2026/edisi/pratinjau/skpd?peran=publik',
      '/s/2026/edisi/ketentuan/skpd',
      '/s/2026/edisi/rubrik/skpd',
      '/s/2026/edisi/rubrik/skpd/berkas',
      '/s/2026/edisi/rubrik/blud-puskesmas',
      '/s/2026/aturan',
      '/s/2026/aturan/baru',
      '/s/2026/aturan/tulis?dari=iid-2026',
      '/s/2026/aturan/katalog/iid-2026',
      '/s/2026/aturan/katalog/iid-2025',
    ],
  ],
  ['verifikator1', ['/saya', '/s/2026/verifikasi']],
  ['bupati', ['/saya', '/pimpinan', '/pimpinan/iid', '/pimpinan/iid/spd', '/s/2026/jejak']],
  [
    'admin',
    [
      '/saya',
      '/admin/orang',
      '/admin/orang/masukkan',
      '/admin/orang/slip',
      '/admin/jabatan',
      '/admin/perangkat',
      '/admin/pengaman',
      '/admin/pengaman/kantor',
      '/admin/perangkat/masukkan',
      '/s/2026/target',
      '/admin/pesan',
      '/admin/server',
      '/admin/pesan/surel',
      '/admin/pesan/templat',
      '/admin/pesan/templat/entry-returned',
      '/saya/notifikasi',
      '/s/2026/jejak',
    ],
  ],
  ['inovator.disdukcapil', ['/saya', '/usulan', '/usulan/mulai']],
  ['kepala.disdukcapil', ['/saya', '/persetujuan']],
];

describe('empty rooms', () => {
  test.each(ROOMS)(
    'of %s',
    async (account, paths) => {
      const page = await journey.signIn(account);
      const found: string[] = [];
      for (const path of paths) {
        const answer = await page.goto(path);
        if (answer?.status() !== 200) found.push(`${account} ${path}: ${answer?.status()}`);
        else found.push(...(await complaintsOf(page, `${account.split('.')[0]} ${path}`, { axe: true })));
      }
      expect(found).toEqual([]);
    },
    180_000,
  );

  test('are closed to others: a guest is led to sign in and back, a stranger finds nothing', async () => {
    const page = await journey.visitor();
    await page.goto('/s/2026/papan');
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/masuk?ke=%2Fs%2F2026%2Fpapan');
    const innovator = await journey.signIn('inovator.bkpsdm');
    for (const path of ['/s/2026/papan', '/s/2026/jejak', '/s/2026/nilai-meja', '/pimpinan', '/juri', '/admin/orang', '/pleno/skpd']) {
      expect([path, (await innovator.goto(path))?.status()]).toEqual([path, 404]);
    }
  });
});

test('with the keyboard alone: in, and focus is seen at each step', async () => {
  const page = await journey.visitor();
  await page.goto('/masuk');
  const seen: string[] = [];
  for (let step = 0; step < 40; step += 1) {
    await page.keyboard.press('Tab');
    const focus = await page.evaluate(() => {
      const one = document.activeElement;
      if (!(one instanceof HTMLElement) || one === document.body) return null;
      const style = getComputedStyle(one);
      const box = one.getBoundingClientRect();
      const isRinged = (Number.parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none') || style.boxShadow !== 'none';
      return { name: one.getAttribute('name') ?? one.innerText.trim(), isRinged, isInside: box.bottom > 0 && box.top < innerHeight && box.width > 0 };
    });
    if (focus === null) continue;
    seen.push(focus.name);
    expect(focus).toEqual({ name: focus.name, isRinged: true, isInside: true });
    if (focus.name === 'akun') await page.keyboard.type('sekretariat@contoh.example');
    if (focus.name === 'sandi') await page.keyboard.type('contoh-balangan');
    if (focus.name === 'Masuk' && seen.includes('sandi')) break;
  }
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname !== '/masuk');
  expect(seen[0]).toMatch(/isi|konten|Lompat|Langsung/i);
});

test('a stage extended shows its new close to everybody, with the reason', async () => {
  const page = await journey.signIn('sekretariat');
  const stage = journey.ground.plan.stages.find((one) => one.kind === 'presentation');
  await page.goto(`/s/2026/edisi/tahap/${stage?.stageId}`);
  expect(await complaintsOf(page, 'waktu tahap', { axe: true })).toEqual([]);
  await page.locator('[name=closes]').fill('2026-09-03T16:00');
  await page.getByRole('button', { name: 'Simpan waktu' }).click();
  await page.waitForSelector('.galat-ringkas');
  expect(await page.locator('[name=closes]').inputValue()).toBe('2026-09-03T16:00');
  expect(await complaintsOf(page, 'waktu tahap galat', { axe: true })).toEqual([]);
  await page.locator('[name=reason]').fill('Jaringan padam di dua kecamatan.');
  await page.getByRole('button', { name: 'Simpan waktu' }).click();
  await page.getByText('Tahap Pleno jadi dibuka sebelum tahap Presentasi dan penilaian juri ditutup.').first().waitFor();
  expect(await complaintsOf(page, 'waktu tahap bertanya', { axe: true })).toEqual([]);
  await page.locator('#pasti').check();
  await page.getByRole('button', { name: 'Simpan waktu' }).click();
  await page.waitForURL('**/s/2026/edisi');
  const guest = await journey.visitor();
  await guest.goto('/');
  const text = await guest.locator('main').innerText();
  expect(text).toMatch(/3 September( 2026)? pukul 16\.00 WITA/);
  expect(text).toContain('Jaringan padam di dua kecamatan.');
  expect(await complaintsOf(guest, 'beranda diperpanjang', { axe: true })).toEqual([]);
});

test('nothing failed unseen, and every promise holds', async () => {
  expect(journey.faults).toEqual([]);
  expect(await journey.breaches()).toEqual([]);
});
