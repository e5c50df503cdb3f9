import { afterAll, beforeAll, expect, test } from 'vitest';
import { perform } from '../../src/actions/perform.ts';
import { saveSpd } from '../../src/actions/regional-index/save-spd.ts';
import type { SampleGround } from '../../src/seeds/sample.ts';
import { seedGround, seedStory } from '../../src/seeds/sample.ts';
import { seedVerification } from '../../src/seeds/sample-desk.ts';
import type { SampleEntries } from '../../src/seeds/sample-entries.ts';
import { SAMPLE_PASSWORD } from '../../src/seeds/sample-people.ts';
import { findSpdLevels, listSpdChanges } from '../../src/store/regional-index.read.ts';
import { createApp } from '../../src/web/app.ts';
import { browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let story: SampleGround & { readonly entries: SampleEntries };
beforeAll(async () => {
  database = await testDatabase('2026-08-19T02:00:00.000Z');
  story = await seedStory(database.platform, 'submitted');
}, 120_000);
afterAll(() => database.end());

async function as(account: string) {
  const browser = browse(createApp(database.platform));
  await browser.signIn(`${account}@contoh.example`, SAMPLE_PASSWORD);
  const read = async (path: string) => {
    const answer = await browser.get(path);
    const html = await answer.text();
    return { status: answer.status, html, words: wordsOf(html) };
  };
  return { ...browser, read };
}

/** The text of a page, tags and repeated spaces gone. */
function wordsOf(html: string): string {
  return html
    .replace(/<head>.*<\/head>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ');
}

const regionId = () => story.stage.regionId;
const save = async (account: string, input: Parameters<typeof saveSpd>[1]) => {
  const actor = await story.people.actor(account, database.platform.now());
  return perform(database.platform, { regionId: regionId(), actor }, (act) => saveSpd(act, input));
};

test('the door is open to leader, secretariat and admin, and to nobody else', async () => {
  for (const account of ['bupati', 'sekretariat', 'admin']) {
    const { status, html } = await (await as(account)).read('/pimpinan/iid');
    expect([account, status, html.includes('href="/pimpinan/iid"')]).toEqual([account, 200, true]);
  }
  for (const account of ['verifikator2', 'inovator.bkpsdm', 'kepala.bkpsdm']) expect((await (await as(account)).read('/pimpinan/iid')).status).toBe(404);
  const guest = await browse(createApp(database.platform)).get('/pimpinan/iid?rata=90');
  expect([guest.status, guest.headers.get('location')]).toEqual([303, '/masuk?ke=%2Fpimpinan%2Fiid%3Frata%3D90']);
});

test('before verification the verified figure is not there, and the evidenced one says what it is', async () => {
  const leader = await as('bupati');
  const { words, html } = await leader.read('/pimpinan/iid');
  expect(words).toContain(
    'Indeks Inovasi Daerah 2026, sementara 53,43 Inovatif Belum terverifikasi 11,58 lagi sampai Sangat Inovatif (65,01) Langkah yang paling menaikkan: 3 inovasi di urusan layanan dasar yang belum terisi',
  );
  expect(words).toContain('16 inovasi belum selesai diverifikasi');
  expect(words).toContain('Terverifikasi 0 belum belum belum');
  expect(words).toContain('2 dari 6 urusan terisi; ambang 2026 adalah 5. Skor jumlah karena itu 0.');
  expect(words).toMatch(/3 inovasi di urusan layanan dasar yang belum terisi .*? \+2,89/);
  expect(html.match(/class="tugas__nama"/g)).toHaveLength(10);
  expect((await leader.read('/pimpinan/iid?dasar=terverifikasi')).words).toContain('jadi belum ada indeks terverifikasi');
});

test('a year without a whole rule has no figure at all', async () => {
  const leader = await as('bupati');
  const lacking = await leader.read('/pimpinan/iid?tahun=2023');
  expect(lacking.words).toContain('Aturan tahun 2023 belum lengkap. Yang tidak diketahui: bobot 20 baris; baris SPD');
  expect(lacking.html).not.toContain('class="indeks"');
  expect((await leader.read('/pimpinan/iid?tahun=2031')).words).toContain('Tahun 2031 tidak ada dalam aturan iid-2026');
  const next = await leader.read('/pimpinan/iid?tahun=2027');
  expect(next.words).toContain('ambang 2027 adalah 6');
  expect((await leader.read('/pimpinan/iid/spd?tahun=2023')).status).toBe(404);
  expect((await leader.read('/pimpinan/iid?tahun=abc&hal=-1&dasar=x')).status).toBe(200);
});

test('a simulation lives in the address, carries its word, and keeps what was typed when it is refused', async () => {
  const leader = await as('bupati');
  expect((await leader.read('/pimpinan/iid')).html).not.toContain('<title>SIMULASI');
  const tried = await leader.read('/pimpinan/iid?tahun=2026&dasar=berbukti&rata=100&urusan=5&langkah=SPD-12');
  expect(tried.html).toContain('<title>SIMULASI · Indeks Inovasi Daerah 2026');
  expect(tried.words).toContain('Indeks SIMULASI menjadi 60,43');
  expect(tried.words).toContain('+7,01 dari 53,43');
  expect(tried.html).toMatch(/value="SPD-12"[^>]*checked|checked[^>]*value="SPD-12"/);
  const lost = await leader.read('/pimpinan/iid?spd=0&langkah=SID-16%40tidak-ada');
  expect(lost.words).toContain('turun dalam simulasi');
  const refused = await leader.read('/pimpinan/iid?rata=seratus&spd=64&jumlah=-1&urusan=7&ketentuan=2030');
  expect([refused.status, refused.html.includes('value="seratus"')]).toEqual([422, true]);
  for (const sentence of ['Isi angka dari 0 sampai 111', 'Isi angka dari 0 sampai 63', 'dari 0 sampai 9999', 'dari 0 sampai 6', 'Tahun 2030 tidak ada'])
    expect(refused.words).toContain(sentence);
  expect(refused.words).not.toContain('Indeks SIMULASI');
});

test('the same levels saved twice are one save; a save over newer levels is refused; each save has its row in the ledger', async () => {
  const year = 2027;
  const rows = { 'SPD-01': { level: '2', source: 'RPJMD' }, 'SPD-12': { level: '1', source: '' } };
  expect(await save('sekretariat', { year, revision: 0, rows })).toEqual({ ok: true, value: { revision: 1 } });
  expect(await save('sekretariat', { year, revision: 0, rows })).toEqual({ ok: true, value: { revision: 1 } });
  expect(await save('admin', { year, revision: 0, rows: { 'SPD-01': { level: '3', source: '' } } })).toMatchObject({ refusal: { code: 'spd.stale' } });
  expect(await save('admin', { year, revision: 1, rows: { 'SPD-01': { level: '', source: '' } } })).toEqual({ ok: true, value: { revision: 2 } });
  expect(await save('bupati', { year, revision: 2, rows })).toMatchObject({ refusal: { code: 'permission.denied' } });
  expect(await save('sekretariat', { year: 2023, revision: 0, rows })).toMatchObject({ refusal: { code: 'index-rule.incomplete' } });
  expect(await findSpdLevels(database.db, regionId(), year)).toMatchObject({
    revision: 2,
    rows: { 'SPD-01': { level: null, source: '' }, 'SPD-12': { level: 1, source: '' } },
  });
  const changes = await listSpdChanges(database.db, regionId(), year, 10);
  expect(changes.map(({ indicator, before, level }) => [indicator, before, level])).toEqual([
    ['SPD-01', 2, null],
    ['SPD-01', null, 2],
    ['SPD-12', null, 1],
  ]);
  const ledger = await database.owner.all<{ facts: string }>(
    "SELECT facts FROM audit_entry WHERE kind = 'index.spd-saved' AND facts LIKE '%2027%' ORDER BY seq",
  );
  expect(ledger.map(({ facts }) => JSON.parse(facts))).toEqual([
    { year, revision: 1, rule: 'iid-2026', levels: ['SPD-01=2', 'SPD-12=1'] },
    { year, revision: 2, rule: 'iid-2026', levels: ['SPD-01='] },
  ]);
});

test('two saves at once: one stands, the other is told', async () => {
  const rows = (level: string) => ({ 'SPD-09': { level, source: '' } });
  const { revision } = await findSpdLevels(database.db, regionId(), 2026);
  const both = await Promise.all(['1', '2'].map((level) => save('sekretariat', { year: 2026, revision, rows: rows(level) })));
  expect(both.map((one) => (one.ok ? 'ok' : one.refusal.code)).sort()).toEqual(['ok', 'spd.stale']);
});

test('the form of the levels saves what was typed, keeps it when refused, and shows every change', async () => {
  const secretary = await as('sekretariat');
  const form = await secretary.read('/pimpinan/iid/spd');
  const revision = /name="revisi" value="(\d+)"/.exec(form.html)?.[1] ?? '';
  const wrong = await secretary.post('/pimpinan/iid/spd', { tahun: '2026', revisi: revision, 'SPD-15': '7', 'SPD-15-sumber': 'Kemenkum 2026' });
  const refused = await wrong.text();
  expect([wrong.status, refused.includes('value="Kemenkum 2026"'), refused.includes('Pilih level 0, 1, 2, atau 3')]).toEqual([422, true, true]);
  const saved = await secretary.post('/pimpinan/iid/spd', { tahun: '2026', revisi: revision, 'SPD-15': '3', 'SPD-15-sumber': 'Kemenkum 2026' });
  expect([saved.status, saved.headers.get('location')]).toEqual([303, '/pimpinan/iid/spd?tahun=2026']);
  const stale = await secretary.post('/pimpinan/iid/spd', { tahun: '2026', revisi: revision, 'SPD-15': '0', 'SPD-15-sumber': '' });
  expect([stale.status, wordsOf(await stale.text()).includes('Orang lain baru saja menyimpan level SPD')]).toEqual([409, true]);
  const leader = await (await as('bupati')).read('/pimpinan/iid/spd?tahun=2026');
  expect(leader.words).toContain('1 menjadi 3 Kemenkum 2026 Sekretariat BAILANG 1 (contoh)');
  expect(leader.html).not.toContain('Simpan level SPD');
  for (const fields of [{ tahun: '1999' }, { tahun: 'x' }]) expect((await secretary.post('/pimpinan/iid/spd', fields)).status).toBe(404);
  expect((await (await as('bupati')).post('/pimpinan/iid/spd', { tahun: '2026' })).status).toBe(404);
});

test('after verification the verified figure leads, and the own agency stays closed to its secretary until the announcement', async () => {
  await seedVerification(story, story.entries);
  const secretary = await as('sekretariat');
  const open = await secretary.read('/pimpinan/iid?dasar=terverifikasi');
  expect(open.words).toContain('Terverifikasi Inovatif · ditampilkan 16 88,44');
  expect(open.words).not.toContain('Tertutup sampai finalis diumumkan');
  const { registrationNumber } = story.entries.bySlug('klinik-inoba');
  const own = await as('sekretariat2');
  const closed = await own.read(`/pimpinan/iid?langkah=SID-16%40${registrationNumber}`);
  expect(closed.words).toMatch(
    new RegExp(`Klinik Inoba [^–]*${registrationNumber} Tertutup sampai finalis diumumkan: kantor Anda sendiri. Perencanaan 50,00 50,00 –`),
  );
  expect(closed.html).not.toContain('<title>SIMULASI');
  expect((await secretary.read(`/pimpinan/iid?langkah=SID-16%40${registrationNumber}`)).html).toContain('<title>SIMULASI');
});

test('asks the database the same number of questions however many innovations there are', async () => {
  let asked = 0;
  const counted = {
    ...database.platform,
    db: {
      ...database.db,
      all: <R>(sql: string, values?: readonly unknown[]) => {
        asked += 1;
        return database.db.all<R>(sql, values);
      },
    },
  };
  const browser = browse(createApp(counted));
  await browser.signIn('bupati@contoh.example', SAMPLE_PASSWORD);
  asked = 0;
  await browser.get('/pimpinan/iid');
  expect(asked).toBeLessThanOrEqual(3);
});

test('a region without approved innovations has no index yet, only its own levels', async () => {
  const empty = await testDatabase('2026-08-19T02:00:00.000Z');
  try {
    await seedGround(empty.platform);
    const browser = browse(createApp(empty.platform));
    await browser.signIn('admin@contoh.example', SAMPLE_PASSWORD);
    const index = wordsOf(await (await browser.get('/pimpinan/iid')).text());
    expect(index).toContain('Belum ada data tahun ini.');
    expect(index).toContain('0 dari 20 baris terisi. Baris yang belum terisi dihitung 0.');
    expect(wordsOf(await (await browser.get('/pimpinan/iid/spd')).text())).not.toContain('Riwayat perubahan');
  } finally {
    await empty.end();
  }
});
