import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignVerifier } from '../../src/actions/assessment/assign-verifier.ts';
import { giveVerdict } from '../../src/actions/assessment/give-verdict.ts';
import { takeUp } from '../../src/actions/assessment/take-up.ts';
import { randomToken, sha256Bytes } from '../../src/platform/crypto.ts';
import { createApp } from '../../src/web/app.ts';
import { type DeskWorld, deskWorld, IN_DESK, IN_VERIFICATION, levelsFor } from '../factories/verification.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let world: DeskWorld;
let app: ReturnType<typeof createApp>;
beforeAll(async () => {
  database = await testDatabase(IN_VERIFICATION);
  world = await deskWorld(database);
  app = createApp(database.platform);
  const held = await world.addEntry('Layanan Satu Pintu', world.bapperida, levelsFor(70));
  await world.addEntry('Taman Baca', world.dinas, levelsFor(40));
  await world.addEntry('Bank Sampah <Dua>', world.dinas, levelsFor(55));
  await world.run('secretary', (act) => assignVerifier(act, { entryId: held.entryId, personId: world.people.outside }));
  await world.run('outside', (act) => takeUp(act, { entryId: held.entryId }));
  for (const code of world.codes) {
    const verdict = { verdictId: database.platform.newId(), entryId: held.entryId, indicator: code, kind: 'agree' };
    await world.run('outside', (act) => giveVerdict(act, verdict));
  }
});
afterAll(() => database?.end());

async function visitor(person: keyof DeskWorld['people']) {
  const token = randomToken();
  const seen = [world.regionId, database.platform.newId(), sha256Bytes(token), world.people[person], database.platform.now()];
  await database.owner.run('INSERT INTO session (region_id, session_id, token_sha256, person_id, started_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)', seen);
  const headers = { cookie: `bailang_sesi=${token}`, host: 'localhost' };
  const post = async (path: string, fields: readonly (readonly [string, string])[]) => {
    const body = new URLSearchParams([
      ['csrf', sha256Bytes(`csrf ${token}`).toString('base64url')],
      ...fields.map(([name, value]) => [name, value] as [string, string]),
    ]);
    const answer = await app.request(`http://localhost${path}`, { method: 'POST', headers: { ...headers, origin: 'http://localhost' }, body });
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') ?? '' };
  };
  return { get: (path: string) => app.request(`http://localhost${path}`, { headers }), post };
}

async function board(person: keyof DeskWorld['people'], query: Readonly<Record<string, string>> = {}) {
  const answer = await (await visitor(person)).get(`/s/2026/papan?${new URLSearchParams(query)}`);
  const html = await answer.text();
  const names = ['Layanan Satu Pintu', 'Taman Baca', 'Bank Sampah'].filter((name) => html.includes(`>${name}`));
  return { status: answer.status, html, names };
}

const table = { tampilan: 'tabel' };

describe('the board', () => {
  test('shows every entry in its column, with its holder, and what waits for a verifier', async () => {
    const { status, html, names } = await board('secretary');
    expect([status, names]).toEqual([200, ['Layanan Satu Pintu', 'Taman Baca', 'Bank Sampah']]);
    expect(html).toContain('<h1>3 usulan</h1>');
    for (const words of ['klaim 70 → terverifikasi 70', 'Verifikator Dinas · berubah hari ini', 'Sedang berjalan: ', '>Verifikasi</a> sampai ', 'Berikutnya '])
      expect(html).toContain(words);
    expect(html).toContain('Belum ada verifikator');
    expect(html).toContain('Terisi begitu verifikator menyelesaikan semua putusan.');
    expect(html).not.toContain('<Dua>');
  });

  test.each([
    ['layanan', ['Layanan Satu Pintu']],
    ['kantor:dinas -sampah', ['Taman Baca']],
    ['petugas:kosong', ['Taman Baca', 'Bank Sampah']],
    ['petugas:"verifikator dinas"', ['Layanan Satu Pintu']],
    ['skor:>50 tahap:verifikasi', ['Layanan Satu Pintu', 'Bank Sampah']],
    ['terverifikasi:70', ['Layanan Satu Pintu']],
    ['kategori:skpd nomor:0002', ['Taman Baca']],
    ['kategori:blud', []],
    ['tahap:hasil', []],
  ])('finds by %s', async (q, found) => {
    expect((await board('secretary', { ...table, q })).names).toEqual(found);
    expect((await board('secretary', { q })).names).toEqual(found);
  });

  test('says what it did not understand, keeps what was typed, and lists nothing', async () => {
    const { status, html, names } = await board('secretary', { ...table, q: 'warna:merah' });
    expect([status, names]).toEqual([422, []]);
    expect(html).toContain('<title>Galat:');
    expect(html).toContain('Kata &quot;warna:&quot; tidak dikenal');
    expect(html).toContain('value="warna:merah"');
  });

  test('orders the table, pages it, and says how much of it is seen', async () => {
    const order = (html: string) => [...html.matchAll(/id="u\d+"[^>]*>([^<&]+)/g)].map((match) => match[1]?.trim());
    expect(order((await board('secretary', { ...table, urut: 'klaim' })).html)).toEqual(['Layanan Satu Pintu', 'Bank Sampah', 'Taman Baca']);
    const byVerified = await board('secretary', { ...table, urut: 'terverifikasi', hal: '7' });
    expect(order(byVerified.html)).toEqual(['Layanan Satu Pintu', 'Taman Baca', 'Bank Sampah']);
    expect(byVerified.html).toContain('1–3 dari 3');
    expect(order((await board('secretary', { ...table, urut: 'diam' })).html).at(-1)).toBe('Layanan Satu Pintu');
  });

  test('draws the funnel of what is found', async () => {
    const { html } = await board('secretary', { tampilan: 'corong' });
    expect([...html.matchAll(/<b>(\d+)<\/b>/g)].map((match) => match[1]).slice(0, 5)).toEqual(['3', '3', '3', '0', '0']);
  });

  test('tells what is late, on top', async () => {
    database.at(IN_DESK);
    const { html } = await board('secretary', { q: 'lewat:ya' });
    database.at(IN_VERIFICATION);
    expect(html).toContain('<h1>3 usulan, 3 lewat batas</h1>');
    expect(html).toMatch(/Lewat \d+ hari/);
  });
});

describe('verdicts before the announcement', () => {
  test('are not shown to the secretariat of the own agency, nor found by a search', async () => {
    const own = await board('ownSecretary', table);
    expect(own.names).toHaveLength(3);
    expect(own.html).toContain('tampil setelah pengumuman');
    const row = /<tr>(?:(?!<\/tr>).)*Layanan Satu Pintu.*?<\/tr>/s.exec(own.html)?.[0] ?? '';
    expect(row).toContain('data-label="Klaim">70<');
    expect(row).toContain('data-label="Terverifikasi">–<');
    expect((await board('ownSecretary', { ...table, q: 'terverifikasi:>0' })).names).toEqual([]);
    expect((await board('ownSecretary', { q: '-terverifikasi:>0' })).names).toHaveLength(3);
  });

  test('are shown to the verifier who holds the entry and to no other', async () => {
    expect((await board('outside', { ...table, q: 'terverifikasi:70 petugas:saya' })).names).toEqual(['Layanan Satu Pintu']);
    expect((await board('verifier', { ...table, q: 'terverifikasi:70' })).names).toEqual([]);
  });
});

describe('work on many entries', () => {
  const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
  const marks = (html: string) => [...html.matchAll(/name="usulan" value="([^"]+)"/g)].map((match) => match[1] ?? '');

  test('asks for marks and a verifier, keeping what was marked', async () => {
    const secretary = await visitor('secretary');
    const [first = '', second = ''] = marks((await board('secretary', table)).html);
    const none = await secretary.post('/s/2026/papan/tindakan', [['tindakan', 'tugaskan']]);
    expect([none.status, none.html.includes('Centang dahulu usulan')]).toEqual([422, true]);
    const nobody = await secretary.post('/s/2026/papan/tindakan?q=tahap:verifikasi', [
      ['tindakan', 'tugaskan'],
      ['usulan', second],
    ]);
    expect(nobody.status).toBe(422);
    expect(nobody.html).toContain('value="tahap:verifikasi"');
    expect(nobody.html).toMatch(new RegExp(`value="${second}"[^>]* checked`));
    expect(nobody.html).not.toMatch(new RegExp(`value="${first}"[^>]* checked`));
    expect((await (await visitor('verifier')).post('/s/2026/papan/tindakan', [['usulan', first]])).status).toBe(404);
  });

  test('shows what it would do, does it once, and takes it back within the half minute', async () => {
    const secretary = await visitor('secretary');
    const preview = await secretary.post('/s/2026/papan/tindakan', [
      ['tindakan', 'tugaskan'],
      ['semua', 'ya'],
      ['orang', world.people.verifier],
    ]);
    expect(preview.html).toContain('Tugaskan 2 usulan kepada Verifikator Bapperida?');
    expect(preview.html).toContain('1 usulan tidak ikut:');
    expect(preview.html).toContain('Layanan Satu Pintu (Bapperida Uji): Verifikator Bapperida tidak dapat memverifikasi');
    expect((await board('secretary', { ...table, q: 'petugas:bapperida' })).names).toEqual([]);
    const fields = ['orang', 'daftar', 'massal', 'q'].map((name) => [name, hidden(preview.html, name)] as const);
    const done = await secretary.post('/s/2026/papan/tugaskan', fields);
    expect([done.status, done.to]).toEqual([303, `/s/2026/papan?tampilan=tabel&massal=${hidden(preview.html, 'massal')}`]);
    expect((await secretary.post('/s/2026/papan/tugaskan', fields)).status).toBe(303);
    const after = await (await secretary.get(done.to)).text();
    expect(after).toContain('2 usulan ditugaskan kepada Verifikator Bapperida.');
    expect(after).toContain('Batalkan (30 detik lagi)');
    expect((await board('secretary', { ...table, q: 'petugas:bapperida' })).names).toEqual(['Taman Baca', 'Bank Sampah']);
    expect(await (await (await visitor('ownSecretary')).get(done.to)).text()).not.toContain('Batalkan (');
    const undone = await secretary.post('/s/2026/papan/batalkan', [['massal', hidden(preview.html, 'massal')]]);
    expect([undone.status, undone.to]).toEqual([303, '/s/2026/papan?tampilan=tabel']);
    expect((await board('secretary', { ...table, q: 'petugas:bapperida' })).names).toEqual([]);
    expect(await (await secretary.get(done.to)).text()).not.toContain('Batalkan (');
  });

  test('names whom it would remind', async () => {
    const secretary = await visitor('secretary');
    const preview = await secretary.post('/s/2026/papan/tindakan', [
      ['tindakan', 'ingatkan'],
      ['semua', 'ya'],
    ]);
    expect(preview.html).toContain('Ingatkan 1 orang?');
    expect(preview.html).toContain('<li>Verifikator Dinas</li>');
    const fields = ['daftar', 'massal', 'q'].map((name) => [name, hidden(preview.html, name)] as const);
    const done = await secretary.post('/s/2026/papan/ingatkan', fields);
    expect(await (await secretary.get(done.to)).text()).toContain('Pengingat untuk 3 usulan dikirim sebentar lagi.');
    const waiting = marks((await board('secretary', { ...table, q: 'petugas:kosong' })).html).map((id) => ['usulan', id] as const);
    const nobody = await secretary.post('/s/2026/papan/tindakan', [['tindakan', 'ingatkan'], ...waiting]);
    expect([nobody.status, nobody.html.includes('Tidak ada yang perlu diingatkan')]).toEqual([422, true]);
  });

  test('refuses what was not made by the form', async () => {
    const secretary = await visitor('secretary');
    expect((await secretary.post('/s/2026/papan/tugaskan', [['massal', 'x']])).status).toBe(404);
    const wrong = await secretary.post('/s/2026/papan/tugaskan', [
      ['massal', database.platform.newId()],
      ['orang', 'x'],
    ]);
    expect(wrong.status).toBe(422);
    expect((await secretary.post('/s/2026/papan/batalkan', [['massal', 'x']])).status).toBe(404);
    expect((await secretary.post('/s/2019/papan/tindakan', [])).status).toBe(404);
  });
});
