// What anybody sees once both results are announced.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { seedStory } from '../../src/seeds/sample.ts';
import { createApp } from '../../src/web/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await testDatabase();
  await seedStory(database.platform, 'published');
  app = createApp(database.platform);
}, 120_000);
afterAll(() => database.end());

/** The words of a page, without its markup. */
async function words(path: string): Promise<string> {
  const html = await (await app.request(path)).text();
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

test('the home page names the winners first, with neither a countdown nor the order of presenting', async () => {
  const home = await words('/');
  const at = (text: string) => home.indexOf(text);
  expect(at('Juara SKPD')).toBeGreaterThan(0);
  expect(home).toMatch(/Juara SKPD 1 Lasungku Talu .* Juara 1 · Dinas Kependudukan dan Pencatatan Sipil/);
  expect(at('Juara BLUD dan UPT Puskesmas')).toBeLessThan(at('Sosialisasi'));
  expect(home).not.toContain('urutan tampil');
  expect(home).not.toMatch(/jam lagi|hari lagi/);
  expect(await (await app.request('/')).text()).toContain('href="/hasil/2026/skpd"');
});

test('a final score is explained first as printed, then exactly, with a note where the printed parts do not add up', async () => {
  const result = await words('/hasil/2026/skpd');
  expect(result).toMatch(
    /\d\d,\d\d × 60% \+ \d\d,\d\d × 40% = \d\d,\d\d Nilai juri = rata-rata \d juri pada tiap kriteria × bobotnya .* Nilai akhir tanpa pembulatan, sebagai pecahan \(60 × [\d/]+ \+ 40 × [\d/]+\) ÷ \(60 \+ 40\) = [\d/]+/,
  );
  expect(result).toContain('Versi 1 adalah pengumuman pertama.');
  expect(result).not.toMatch(/\bv1\b/);
});

test('every name on a result leads to its innovation', async () => {
  const html = await (await app.request('/hasil/2026/skpd')).text();
  expect(html.match(/<th scope="row"[^>]*><a href="\/inovasi\/[^"]+"/g)).toHaveLength(10);
});

test('rules name indicators by their place and name, never by their code', async () => {
  const guide = await words('/pedoman');
  expect(guide).toContain('Bila poinnya seri pada batas itu, penentunya berurutan: 18. Kemanfaatan inovasi; 16. ');
  expect(guide).toContain('18. Kemanfaatan inovasi · bobot');
  expect(guide).not.toMatch(/SID-\d/);
});

test('the guide explains its terms and works one total out, from the rules of each category', async () => {
  const guide = await words('/pedoman');
  for (const term of [
    'Poin terverifikasi',
    'Nilai meja',
    'Nilai juri',
    'Seri',
    'Nilai tengah juri',
    'Keputusan rapat',
    'Undian dengan benih',
    'Bundel hitung ulang',
  ])
    expect(guide).toContain(` ${term} `);
  expect(guide).toMatch(
    /Contoh hitungan satu nilai Nilai meja 92 poin terverifikasi ÷ 111 poin tertinggi × 100 = 82,88 .* = 86,75 .*86,75 × 60% \+ 82,88 × 40% = 85,20/,
  );
  expect(guide).toContain('66,67 × 23,81%');
  expect(guide).not.toMatch(/iid-2026|tidak dibaca langsung/);
});

test('guide and help stand in the drawer of a phone; the record of past editions says what each holds', async () => {
  const drawer = (await (await app.request('/hasil')).text()).split('class="bawah__laci"')[1] ?? '';
  expect(drawer).toContain('href="/pedoman"');
  expect(drawer).toContain('href="/bantuan"');
  expect(await words('/hasil')).toMatch(/Lomba Inovasi Balangan 2022 Jumlah usulan tiap tahap, ambang, [^;]*; \d+ sumber/);
  expect(await (await app.request('/hasil')).text()).toContain('href="/riwayat"');
  const past = await words('/riwayat');
  expect(past).toMatch(/Lomba Inovasi Balangan 2025 .*2024 .*2022 .*2021/);
  expect(past).toContain('tidak dapat dibandingkan');
  expect(await words('/riwayat/2022')).toContain('tidak dapat dibandingkan');
});

test('a card of the gallery says what the innovation is good for, and a winner where it won', async () => {
  const gallery = await words('/inovasi');
  expect(gallery).toMatch(/Lasungku Talu .*Dinas Kependudukan dan Pencatatan Sipil · SKPD 2026 Contoh: warga menghemat waktu[^.]*\. Juara 1 SKPD 2026/);
  expect(gallery.match(/Juara \d SKPD 2026/g)).toEqual(['Juara 1 SKPD 2026', 'Juara 2 SKPD 2026', 'Juara 3 SKPD 2026']);
  const slug = /href="(\/inovasi\/[^"]*lasungku[^"]*)"/.exec(await (await app.request('/inovasi')).text())?.[1] ?? '';
  expect(await words(slug)).toContain('Juara 1 SKPD 2026');
});

test('the gallery is filtered by links, which keep each other', async () => {
  const html = await (await app.request('/inovasi?kategori=skpd&tahun=2026&cari=dinas')).text();
  expect(html).toContain('href="/inovasi?cari=dinas&amp;kategori=blud-puskesmas&amp;tahun=2026"');
  expect(html).toContain('href="/inovasi?cari=dinas&amp;tahun=2026"');
  expect(await words('/inovasi?kategori=skpd')).toContain(' 5 inovasi');
  expect(await words('/inovasi?tahun=2026')).toContain(' 10 inovasi');
  expect(await words('/inovasi?tahun=2025')).toContain('Tampilkan semua inovasi');
});

test('what programs ask for by custom is there: robots, the icon, where a password is changed', async () => {
  const robots = await app.request('/robots.txt');
  expect([robots.status, await robots.text()]).toEqual([200, 'User-agent: *\nDisallow: /\n']);
  const icon = await app.request('/favicon.ico');
  expect([icon.status, icon.headers.get('location')]).toEqual([302, '/aset/lambang.svg']);
  expect((await app.request('/.well-known/change-password')).headers.get('location')).toBe('/saya/akun/sandi');
});

test('no page holds an id twice', async () => {
  for (const path of ['/', '/pedoman', '/jadwal', '/hasil', '/hasil/2026/skpd', '/inovasi']) {
    const html = await (await app.request(path)).text();
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect([path, ids.filter((id, at) => ids.indexOf(id) !== at)]).toEqual([path, []]);
  }
});
