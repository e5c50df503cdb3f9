import { afterAll, beforeAll, expect, test } from 'vitest';
import { assignVerifier } from '../../src/actions/assessment/assign-verifier.ts';
import { releaseVerification } from '../../src/actions/assessment/release-verification.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { randomToken, sha256Bytes } from '../../src/platform/crypto.ts';
import { createApp } from '../../src/web/app.ts';
import { type DeskWorld, deskWorld, IN_DESK, IN_VERIFICATION, levelsFor } from '../factories/verification.ts';
import { keepCookie } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let world: DeskWorld;
let app: ReturnType<typeof createApp>;

beforeAll(async () => {
  database = await testDatabase(IN_VERIFICATION);
  world = await deskWorld(database);
  app = createApp(database.platform);
});
afterAll(() => database?.end());

async function browser(person: keyof DeskWorld['people'], at = IN_VERIFICATION) {
  const token = randomToken();
  await database.owner.run('INSERT INTO session (region_id, session_id, token_sha256, person_id, started_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)', [
    world.regionId,
    database.platform.newId(),
    sha256Bytes(token),
    world.people[person],
    at,
  ]);
  const cookies = new Map([['bailang_sesi', token]]);
  const headers = () => ({ host: 'localhost', cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') });
  const read = async (answer: Response) => {
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    return { status: answer.status, html: await answer.text(), to: answer.headers.get('location') };
  };
  const get = async (path: string) => read(await app.request(`http://localhost${path}`, { headers: headers() }));
  const post = async (path: string, fields: Readonly<Record<string, string>>) => {
    const body = new URLSearchParams({ csrf: sha256Bytes(`csrf ${token}`).toString('base64url'), ...fields });
    const sent = { ...headers(), origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' };
    return read(await app.request(`http://localhost${path}`, { method: 'POST', headers: sent, body }));
  };
  return { get, post };
}

function teamUp(person: keyof DeskWorld['people'], entryId: string) {
  return database.owner.run('INSERT INTO entry_member (region_id, entry_id, person_id) VALUES ($1, $2, $3)', [world.regionId, entryId, world.people[person]]);
}

test('a verifier works through an entry; a stranger and the own agency see nothing', async () => {
  const levels = levelsFor(60);
  const { entryId } = await world.addEntry('Layanan Satu Pintu', world.dinas, levels);
  const secretary = await browser('secretary');
  const unchosen = await secretary.post(`/s/2026/usulan/${entryId}/petugas`, { orang: '' });
  expect([unchosen.status, unchosen.html.includes('Pilih verifikator.')]).toEqual([422, true]);
  expect((await secretary.get('/s/2026/papan')).html).toContain('Layanan Satu Pintu');
  const assigned = await secretary.post(`/s/2026/usulan/${entryId}/petugas`, { orang: world.people.verifier });
  expect([assigned.status, assigned.to]).toEqual([303, `/s/2026/usulan/${entryId}`]);
  expect((await secretary.post(`/s/2026/usulan/${entryId}/petugas`, { orang: world.people.outside })).status).toBe(422);
  const verifier = await browser('verifier');
  const outside = await browser('outside');
  const [first = '', second = ''] = world.codes.filter((code) => (levels[code] ?? 0) > 0);
  expect((await outside.get(`/verifikasi/${entryId}/${first}`)).status).toBe(404);
  expect((await verifier.get('/s/2026/verifikasi')).html).toContain('Layanan Satu Pintu');
  expect((await verifier.post(`/verifikasi/${entryId}/mulai`, {})).to).toBe(`/verifikasi/${entryId}/${first}`);
  const claim = await verifier.get(`/verifikasi/${entryId}/${first}`);
  expect(claim.html).toContain('Sesuai klaim');
  expect(claim.html).not.toMatch(/type="radio"[^>]*checked/);
  for (const words of ['href="#indikator"', '>Semua indikator: ', 'poin menurut levelnya', 'poin menunggu', 'yang belum diputus (', '>Minta perbaikan</a>'])
    expect(claim.html).toContain(words);
  const refused = await verifier.post(`/verifikasi/${entryId}/${first}`, { kind: 'invalid', reason: '' });
  expect([refused.status, refused.html.includes('<title>Galat:')]).toEqual([422, true]);
  expect((await verifier.post(`/verifikasi/${entryId}/${first}`, { kind: 'agree' })).to).toBe(`/verifikasi/${entryId}/${second}`);
  const both = await verifier.post(`/verifikasi/${entryId}/${second}`, { kind: 'agree', level: '0' });
  expect([both.status, both.html.includes('Sesuai klaim berarti level klaim diakui penuh')]).toEqual([422, true]);
  const early = await verifier.post(`/verifikasi/${entryId}/selesai`, {});
  expect([
    early.status,
    early.html.includes(`<li><a href="/verifikasi/${entryId}/${second}">${world.codes.indexOf(second) + 1}. `),
    early.html.includes('Putusan Anda'),
  ]).toEqual([422, true, true]);
  expect((await verifier.get(`/verifikasi/${entryId}/selesai`)).to).toBe(`/verifikasi/${entryId}/${second}`);
  await verifier.post(`/verifikasi/${entryId}/${second}`, { kind: 'repair', reason: 'halaman 2 tidak terbaca' });
  expect((await verifier.get(`/verifikasi/${entryId}/perbaikan`)).html).toContain('halaman 2 tidak terbaca');
  expect((await verifier.post(`/verifikasi/${entryId}/perbaikan`, { [`note-${second}`]: 'halaman 2', until: '2020-01-01' })).status).toBe(422);
  await verifier.post(`/verifikasi/${entryId}/${second}`, { kind: 'lower', level: '0', reason: 'tidak sesuai' });
  for (const code of world.codes)
    if ((levels[code] ?? 0) > 0 && code !== first && code !== second) await verifier.post(`/verifikasi/${entryId}/${code}`, { kind: 'agree' });
  expect((await verifier.post(`/verifikasi/${entryId}/selesai`, {})).to).toBe('/s/2026/verifikasi');
  expect((await secretary.get(`/s/2026/usulan/${entryId}`)).html).toContain('tidak sesuai');
  expect((await verifier.get(`/s/2026/usulan/${entryId}`)).html).toContain('tidak sesuai');
  await world.run('secretary', (act) => releaseVerification(act, { entryId, personId: world.people.verifier }));
  expect((await verifier.get(`/s/2026/usulan/${entryId}`)).html).not.toContain('tidak sesuai');
  await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.verifier }));
});

test('the rooms of an edition are for the secretariat and verifiers of that edition', async () => {
  const rooms = ['papan', 'papan/usulan.xlsx', 'nilai-meja', 'nilai-meja/skpd', 'penetapan/skpd', 'panel/skpd', 'target', 'verifikasi'];
  const { entryId = '' } = (await database.owner.one<{ entryId: string }>('SELECT entry_id AS "entryId" FROM entry')) ?? {};
  const [secretary, verifier] = await Promise.all([browser('secretary'), browser('verifier')]);
  const seen = async (who: typeof secretary) =>
    (await Promise.all([...rooms, `usulan/${entryId}`].map((room) => who.get(`/s/2026/${room}`)))).map(({ status }) => status);
  expect((await seen(secretary)).filter((status) => status === 404)).toEqual([]);
  const other = database.platform.newId();
  await database.owner.run(
    `INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, created_at) VALUES ($1, $2, 2025, 'BAILANG 2025', 'live', 'iid-2026', $3)`,
    [world.regionId, other, IN_VERIFICATION],
  );
  const scope = (editionId: string | null) =>
    database.owner.run('UPDATE role_grant SET edition_id = $1 WHERE person_id = ANY($2)', [editionId, [world.people.secretary, world.people.verifier]]);
  await scope(other);
  for (const who of [secretary, verifier]) expect([...new Set(await seen(who))]).toEqual([404]);
  expect((await secretary.post(`/s/2026/usulan/${entryId}/petugas`, { orang: world.people.verifier })).status).toBe(404);
  expect((await secretary.get('/s/2025/papan')).status).toBe(200);
  await scope(world.editionId);
  expect((await secretary.get('/s/2026/papan')).status).toBe(200);
  await scope(null);
});

test('the desk: figures, shortlist, announcement; own-agency figures stay closed until then', async () => {
  const { entryId } = await world.addEntry('Riset Warga', world.bapperida, levelsFor(70));
  await world.run('secretary', (act) => assignVerifier(act, { entryId, personId: world.people.outside }));
  const outside = await browser('outside');
  await outside.post(`/verifikasi/${entryId}/mulai`, {});
  for (const code of world.codes) await outside.post(`/verifikasi/${entryId}/${code}`, { kind: 'agree' });
  await outside.post(`/verifikasi/${entryId}/selesai`, {});
  database.at(IN_DESK);
  const secretary = await browser('secretary', IN_DESK);
  const own = await browser('ownSecretary', IN_DESK);
  expect((await secretary.get('/s/2026/nilai-meja/skpd')).html).toContain('63,06');
  expect((await own.get('/s/2026/nilai-meja/skpd')).html).not.toContain('63,06');
  expect((await secretary.get('/s/2026/penetapan')).to).toBe('/s/2026/penetapan/skpd');
  expect((await secretary.post('/s/2026/penetapan/skpd/hitung', {})).status).toBe(303);
  expect((await secretary.get('/s/2026/penetapan/skpd')).html).toContain('Garis potong');
  expect((await own.get('/s/2026/penetapan/skpd')).html).not.toContain('63,06');
  expect((await own.get(`/s/2026/usulan/${entryId}`)).html).toContain('tampil setelah pengumuman');
  expect((await secretary.get('/s/2026/nilai-meja/skpd')).html).toContain('Rumus');
  await teamUp('secretary', entryId);
  for (const tied of [own, secretary]) {
    const list = (await tied.get('/s/2026/penetapan/skpd')).html;
    const line = list.slice(list.indexOf('Riset Warga')).split('</li>')[0] ?? '';
    expect([line.includes('kantor Anda'), /Terpilih|seri|63,06|70 dari/i.test(line)]).toEqual([true, false]);
    expect(list.indexOf('Riset Warga')).toBeGreaterThan(list.indexOf('Layanan Satu Pintu'));
    const desk = (await tied.get('/s/2026/nilai-meja/skpd')).html;
    expect(desk.indexOf('Riset Warga')).toBeGreaterThan(desk.indexOf('Layanan Satu Pintu'));
  }
  await database.owner.run('DELETE FROM entry_member WHERE entry_id = $1', [entryId]);
  const confirm = await secretary.get('/s/2026/penetapan/skpd/umumkan');
  const list = /name="daftar" value="([^"]+)"/.exec(confirm.html)?.[1] ?? '';
  expect(confirm.html).not.toContain('belum ditutup');
  const late = await world.addEntry('Belum Dikirim', world.dinas, levelsFor(60));
  const windows = (kind: string, closesAt: string) => database.owner.run('UPDATE stage SET closes_at = $1 WHERE kind = $2', [closesAt, kind]);
  const closing = (await database.owner.one<{ at: string }>(`SELECT closes_at AS at FROM stage WHERE kind = 'registration'`))?.at ?? '';
  await database.owner.run(`UPDATE entry SET state = 'draft' WHERE entry_id = $1`, [late.entryId]);
  await windows('registration', later(IN_DESK, DAY));
  const warned = (await secretary.get('/s/2026/penetapan/skpd/umumkan')).html;
  for (const words of [
    'catatan--galat',
    'Pendaftaran dan data dukung belum ditutup',
    'Belum Dikirim, Dinas Uji (Draf)',
    'Saya mengerti bahwa 1 usulan itu tidak ikut',
  ])
    expect(warned).toContain(words);
  const unread = await secretary.post('/s/2026/penetapan/skpd/umumkan', { daftar: list, pasti: 'ya' });
  expect([unread.status, unread.html.includes('Belum sampai ke meja: Belum Dikirim.')]).toEqual([422, true]);
  await windows('registration', closing);
  const unsure = await secretary.post('/s/2026/penetapan/skpd/umumkan', { daftar: list });
  expect([unsure.status, unsure.html.includes('Centang pernyataan ini dulu')]).toEqual([422, true]);
  expect((await secretary.post('/s/2026/penetapan/skpd/umumkan', { daftar: list, pasti: 'ya' })).status).toBe(303);
  const announced = (await secretary.get('/s/2026/penetapan/skpd')).html;
  for (const words of ['Diumumkan', 'Finalis SKPD diumumkan.']) expect(announced).toContain(words);
  database.at(later(IN_DESK, DAY));
});
