import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cloneEdition } from '../../src/actions/edition/clone-edition.ts';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { rubricAsForm } from '../../src/domain/instrument/rubric-form.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { SAMPLE_PASSWORD } from '../../src/seeds/sample-people.ts';
import { findStages, listCategorySettings } from '../../src/store/edition.read.ts';
import { zoneOf } from '../../src/texts/id/format.ts';
import { createApp } from '../../src/web/app.ts';
import { toTypedDay } from '../../src/web/local-time.ts';
import { editionGround } from '../factories/edition.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const NOW = '2026-08-19T02:00:00.000Z';
let db: TestDatabase;
let regionId: string;
let editionId: string;
let page: Browser;

beforeAll(async () => {
  db = await testDatabase(NOW);
  const ground = await editionGround(db);
  regionId = ground.regionId;
  editionId = db.platform.newId();
  const copy = { editionId, fromYear: 2026, year: 2027, name: 'Lomba Inovasi 2027', venue: '', reason: 'disalin' };
  expect(await perform(db.platform, { regionId, actor: ground.secretary }, (act) => cloneEdition(act, copy))).toMatchObject({ ok: true });
  page = browse(createApp(db.platform));
  await page.get('/masuk');
  await page.signIn('sekretariat@contoh.example', SAMPLE_PASSWORD);
}, 60_000);
afterAll(() => db.end());

const read = async (path: string) => (await page.get(path)).text();
const send = async (path: string, fields: Readonly<Record<string, string>>) => {
  const answer = await page.post(path, fields);
  return { status: answer.status, to: answer.headers.get('location'), html: await answer.text() };
};

describe('the rubric of a category', () => {
  const PATH = '/s/2027/edisi/rubrik/skpd';
  const LEVELS = [1, 2, 3, 4, 5].map((points) => `${points} = Tingkat ${points}`).join('\n');
  /** The rubric as its form sends it, one criterion changed. */
  const fields = async (change: Readonly<Record<string, string>> = {}) => {
    const skpd = (await listCategorySettings(db.db, regionId, editionId)).find(({ code }) => code === 'skpd')!;
    const { criteria, percent, ...rest } = rubricAsForm(skpd.rubric!);
    const rows = criteria.flatMap((one, at) => Object.entries(one).map(([field, value]) => [`${field}-${at}`, value] as const));
    return { ...Object.fromEntries(rows), ...rest, ...(percent ? { percent: 'ya' } : {}), basedOn: String(skpd.rubricVersion), act: 'save', ...change };
  };

  it('offers the boxes of levels and of numbers at once, and tells a missing level in one sentence', async () => {
    const shown = await read(PATH);
    expect(shown).toContain('name="levels-0"');
    expect(shown).toContain('name="min-0"');
    expect(shown).toContain('Cara juri menilai: 0 sampai 100, kelipatan 1');
    const empty = await send(PATH, await fields({ 'entry-0': 'levels', 'levels-0': '', reason: 'tingkat' }));
    expect([empty.status, empty.html.includes('Isi paling sedikit dua level')]).toEqual([422, true]);
    expect(empty.html).toMatch(/<details class="rinci" open[^>]*><summary>Cara juri menilai: /);
    expect(empty.html).not.toContain('Nilai terendah harus di bawah');
  });

  it('asks with one tick about points that cannot reach 100, and suggests the scale', async () => {
    const low = await fields(Object.fromEntries([0, 1, 2, 3, 4].flatMap((at) => [[`entry-${at}`, 'levels'] as const, [`levels-${at}`, LEVELS] as const])));
    const asked = await send(PATH, { ...low, reason: 'tingkat 1 sampai 5' });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain('Nilai juri paling tinggi hanya 5,00 dari 100');
    expect(asked.html).toContain('Pilih skala &quot;Dibagi nilai tertinggi&quot;');
    for (const effect of ['1 bernilai 1,00; 5 bernilai 5,00', '1 bernilai 20,00; 5 bernilai 100,00', '1 bernilai 0,00; 5 bernilai 100,00']) {
      expect(asked.html).toContain(effect);
    }
    const other = await send(PATH, { ...low, scale: 'max', reason: 'tingkat 1 sampai 5' });
    expect([other.status, other.to]).toEqual([303, '/s/2027/edisi/kategori/skpd']);
    expect(await read('/s/2027/edisi/kategori/skpd')).toContain('1 = Tingkat 1, 2 = Tingkat 2');
  });

  it('asks about the old hint under a new name, and tells afterwards that the ladder names it', async () => {
    const renamed = await fields({ 'name-0': 'Kedekatan dengan warga', reason: '' });
    const asked = await send(PATH, renamed);
    expect(asked.html).not.toContain('dalam urutan seri menjadi');
    expect(asked.html).toContain('Petunjuk juri pada &quot;Kedekatan dengan warga&quot; masih petunjuk kriteria yang lama');
    const facts = /name="asked" value="([^"]*)"/.exec(asked.html)![1]!.replaceAll('&quot;', '"');
    expect((await send(PATH, { ...renamed, asked: facts })).status).toBe(422);
    expect((await send(PATH, { ...renamed, asked: facts, pasti: 'ya' })).status).toBe(303);
    expect(await read('/s/2027/edisi/kategori/skpd')).toContain('Kriteria dalam urutan seri berubah');
    const kept = (await listCategorySettings(db.db, regionId, editionId)).find(({ code }) => code === 'skpd')!;
    expect(kept.rubric!.criteria[0]).toMatchObject({ code: 'KEB', name: 'Kedekatan dengan warga' });
  });

  it('is written as a list: read into the form, told by line, and never lost when another button is pressed', async () => {
    const shown = /name="shown" value="([^"]*)"/.exec(await read(PATH))![1]!.replaceAll('&quot;', '"');
    const wrong = await send(PATH, await fields({ shown, list: 'Kemudahan; 60\nJangkauan', act: 'list' }));
    expect([wrong.status, wrong.html.includes('Baris 2 belum terbaca'), wrong.html.includes('Kemudahan; 60\nJangkauan')]).toEqual([422, true, true]);
    const list = 'Kemudahan; 60; Seberapa mudah.\nManfaat bagi warga; 40';
    const used = await send(PATH, await fields({ shown, list, act: 'list' }));
    expect(used.status).toBe(200);
    expect(used.html).toMatch(/name="name-1" type="text" value="Manfaat bagi warga"/);
    expect(used.html).not.toContain('name="name-2"');
    const untouched = await send(PATH, await fields({ shown, list: shown.replaceAll('\n', '\r\n'), act: 'list', 'name-0': 'Diketik saja' }));
    expect(untouched.html).toMatch(/name="name-0" type="text" value="Diketik saja"/);
    const both = await send(PATH, await fields({ shown, list, act: 'save', 'weight-0': '31' }));
    expect([both.status, both.html.includes('sama-sama diubah'), both.html.includes('name="weight-0" type="text" value="31"')]).toEqual([422, true, true]);
    expect(both.html).toContain('Kemudahan; 60; Seberapa mudah.\nManfaat bagi warga; 40</textarea>');
    const again = /name="shown" value="([^"]*)"/.exec(both.html)![1]!.replaceAll('&quot;', '"');
    expect((await send(PATH, await fields({ shown: again, list, act: 'list', 'weight-0': '31' }))).status).toBe(200);
    expect((await send(PATH, await fields({ shown, list, act: 'save' }))).status).toBe(303);
    const kept = (await listCategorySettings(db.db, regionId, editionId)).find(({ code }) => code === 'skpd')!;
    expect(kept.rubric!.criteria.map(({ name, weight, hint }) => [name, weight, hint])).toEqual([
      ['Kemudahan', '60', 'Seberapa mudah.'],
      ['Manfaat bagi warga', '40', undefined],
    ]);
  });
});

describe('a new category', () => {
  it('is told everything that is missing at once, then what comes next', async () => {
    const offered = await read('/s/2027/edisi/kategori');
    expect([offered.includes('Seperti SKPD edisi ini'), offered.includes('Contoh bawaan SKPD')]).toEqual([true, false]);
    const empty = await send('/s/2027/edisi/kategori', { name: '', from: 'sendiri skpd' });
    expect(empty.html).toContain('Isi nama kategori');
    expect(empty.html).toContain('Pilih paling sedikit satu jenis peserta');
    const made = await send('/s/2027/edisi/kategori', { name: 'Desa', whoEnters: 'village', from: 'sendiri skpd' });
    expect(made.to).toBe('/s/2027/edisi/kategori/desa');
    expect(await read(made.to!)).toContain('Berikutnya sesuaikan rubrik juri, lalu ketentuan');
  });

  it('comes with criteria of its own and takes its entrants out of the others, unless one would be left empty', async () => {
    const PATH = '/s/2027/edisi/kategori';
    const wish = { name: 'Kecamatan', whoEnters: 'kecamatan', moves: 'ya', from: 'sendiri skpd' };
    const short = await send(PATH, { ...wish, list: 'Jangkauan; 50\nKerja sama; 40' });
    expect([short.status, short.html.includes('Jumlah bobotnya 90'), short.html.includes('Jangkauan; 50\nKerja sama; 40')]).toEqual([422, true, true]);
    const empties = await send(PATH, { ...wish, name: 'Desa maju', whoEnters: 'village' });
    expect([empties.status, empties.html.includes('Kategori Desa jadi tidak berpeserta')]).toEqual([422, true]);
    const made = await send(PATH, { ...wish, list: 'Jangkauan; 50; Berapa desa.\nKerja sama; 50' });
    expect(made.to).toBe(`${PATH}/kecamatan`);
    expect(await read(made.to!)).toContain('ditambahkan dengan rubriknya');
    const unsaid = await send(made.to!, { act: 'rename', name: 'Kecamatan se-Balangan', reason: '' });
    expect([unsaid.status, await read('/s/2027/edisi/riwayat')]).toEqual([303, expect.stringContaining('disusun sebelum pendaftaran dibuka')]);
    const all = new Map((await listCategorySettings(db.db, regionId, editionId)).map((one) => [one.code, one]));
    expect([...all.keys()]).toEqual(['skpd', 'blud-puskesmas', 'desa', 'kecamatan']);
    expect(all.get('skpd')!.rules!.whoEnters).toEqual(['skpd']);
    expect(all.get('kecamatan')).toMatchObject({
      rules: { whoEnters: ['kecamatan'], finalLadder: ['jury', 'desk', 'median', 'decision'] },
      rubric: { criteria: [{ code: 'JAN', hint: 'Berapa desa.' }, { code: 'KER' }] },
    });
  });

  it('keeps every step of a ladder at its place, and marks the twin alone', async () => {
    const ladder = { 'finalLadder-0': 'jury', 'finalLadder-1': '', 'finalLadder-2': 'desk', 'finalLadder-3': 'jury' };
    const rest = { whoEnters: 'village', approver: 'head', kind: 'top', bound: '5', cut: 'unresolved', deskShare: '40', juryShare: '60', winners: '3' };
    const twice = await send('/s/2027/edisi/ketentuan/desa', { ...rest, ...ladder, basedOn: '1', reason: 'urutan' });
    expect(twice.status).toBe(422);
    expect(twice.html).toContain('Sudah dipilih pada langkah 1.');
    const chosen = [...twice.html.matchAll(/<select[^>]*name="finalLadder-\d"[\s\S]*?<\/select>/g)].map(
      ([one]) => /value="([^"]*)" selected/.exec(one)?.[1] ?? '',
    );
    expect(chosen.slice(0, 4)).toEqual(['jury', '', 'desk', 'jury']);
    expect(twice.html).toMatch(/\d+\. [^<]+ \(SID-33\)/);
  });
});

describe('the times of all stages', () => {
  const PATH = '/s/2027/edisi/waktu';
  const stages = () => findStages(db.db, regionId, editionId);
  const fieldsOf = (html: string) =>
    Object.fromEntries([...html.matchAll(/name="((?:opens|closes)-[^"]+)" type="text" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));

  it('move with the day registration opens, unsaved until they are sent, without a reason while nothing has opened', async () => {
    const before = await stages();
    const shifted = await read(`${PATH}?mulai=1%20Juli%202027`);
    expect(shifted).toContain('Waktu sudah digeser di tabel');
    expect(await stages()).toEqual(before);
    const sent = await send(PATH, { ...fieldsOf(shifted), reason: '' });
    expect([sent.status, sent.to]).toEqual([303, '/s/2027/edisi']);
    expect(await read('/s/2027/edisi')).toContain(`Waktu ${before.length} tahap tersimpan.`);
    const after = await stages();
    const days = new Set(after.map((one, at) => (Date.parse(one.opensAt) - Date.parse(before[at]!.opensAt)) / DAY));
    expect(days.size).toBe(1);
    expect(await read(PATH)).toMatch(/Kamis, 1 Juli 2027 pukul \d\d\.\d\d WITA/);
    expect((await send(PATH, { ...fieldsOf(await read(PATH)), reason: '' })).status).toBe(303);
    expect(await stages()).toEqual(after);
    expect(await read(`${PATH}?mulai=kapan-kapan`)).toContain('Isi tanggal pendaftaran dibuka');
  });

  it('are judged together: a fault at each field, and doubts only about how they would stand', async () => {
    const all = await stages();
    const plan = fieldsOf(await read(PATH));
    const [desk, verification] = ['desk', 'verification'].map((kind) => all.find((one) => one.kind === kind)!);
    const broken = { ...plan, [`opens-${desk!.stageId}`]: 'besok', [`closes-${verification!.stageId}`]: '' };
    const unread = await send(PATH, { ...broken, reason: 'geser' });
    expect([unread.status, unread.html.match(/<li><a href="#(opens|closes)-/g)?.length]).toEqual([422, 2]);
    expect(unread.html).toContain(`${desk!.name}, Dibuka: Isi tanggal dan jam`);
    const past = await send(PATH, { ...plan, [`opens-${desk!.stageId}`]: '01-08-2026 08.00', [`closes-${desk!.stageId}`]: '02-08-2026 08.00' });
    expect([past.html.includes('Waktu buka sudah lewat'), past.html.includes('Waktu tutup sudah lewat')]).toEqual([true, true]);
    const turned = { ...plan, [`opens-${desk!.stageId}`]: '01-03-2027 08.00' };
    const doubted = await send(PATH, { ...turned, reason: 'dibalik' });
    expect(doubted.html).toContain('Periksa dulu');
    expect(doubted.html).toContain(`Tahap ${desk!.name} jadi dibuka sebelum tahap ${verification!.name}.`);
    expect((await stages()).map(({ opensAt }) => opensAt)).toEqual(all.map(({ opensAt }) => opensAt));
    expect((await send(PATH, { ...turned, reason: 'dibalik', pasti: 'ya' })).status).toBe(303);
    expect((await send(PATH, { ...plan, reason: 'kembali' })).status).toBe(303);
    expect(await stages()).toEqual(all);
  });

  it('ask about what a longer registration runs into, and carry the later stages along', async () => {
    const before = await stages();
    const by = new Map<string, (typeof before)[number]>(before.map((one) => [one.kind, one]));
    const plan = fieldsOf(await read(PATH));
    const close = `closes-${by.get('registration')!.stageId}`;
    const longer = { ...plan, [close]: toTypedDay(later(by.get('registration')!.closesAt, 5 * DAY), zoneOf('Asia/Makassar')) };
    const asked = await send(PATH, { ...longer, act: 'save' });
    expect(asked.status).toBe(422);
    expect(asked.html).toContain(`Tahap ${by.get('verification')!.name} jadi dibuka sebelum tahap ${by.get('registration')!.name} ditutup.`);
    expect(asked.html).toContain(`Tahap ${by.get('approval')!.name} jadi ditutup sebelum tahap ${by.get('registration')!.name} ditutup.`);
    expect(asked.html).toMatch(/<a href="#pasti">Tahap [^<]* jadi ditutup sebelum tahap [^<]* ditutup\./);
    const carried = await send(PATH, { ...longer, act: 'carry' });
    expect([carried.status, carried.html.includes('Waktu sudah digeser di tabel')]).toEqual([200, true]);
    expect(await stages()).toEqual(before);
    expect((await send(PATH, { ...fieldsOf(carried.html), act: 'save' })).status).toBe(303);
    const days = (await stages()).map((one, at) => [
      one.kind,
      ...(['opensAt', 'closesAt'] as const).map((end) => (Date.parse(one[end]) - Date.parse(before[at]![end])) / DAY),
    ]);
    const own = { outreach: [0, 0], registration: [0, 5], approval: [0, 5] };
    expect(days).toEqual(before.map(({ kind }) => [kind, ...(own[kind as keyof typeof own] ?? [5, 5])]));
    expect((await send(PATH, { ...plan, act: 'save' })).status).toBe(303);
    expect(await stages()).toEqual(before);
  });

  it('are copied to a year with another first day', async () => {
    const form = await read('/s/2027/edisi/salin');
    const usualDay = /name="usualDay" value="([^"]+)"/.exec(form)![1]!;
    const wish = { year: '2028', name: 'Lomba Inovasi 2028', venue: '', usualDay };
    expect((await send('/s/2027/edisi/salin', { ...wish, firstDay: 'nanti' })).html).toContain('Isi tanggal pendaftaran dibuka');
    expect((await send('/s/2027/edisi/salin', { ...wish, firstDay: '03-04-2028' })).status).toBe(303);
    expect(await read('/s/2028/edisi')).toContain('Senin, 3 April 2028');
  });
});

describe('a stage opened before its time', () => {
  it('asks with one tick that names what locks, tells what was to be over before, and says which was opened', async () => {
    const all = await findStages(db.db, regionId, editionId);
    const { stageId, name } = all.find(({ kind }) => kind === 'verification')!;
    const path = `/s/2027/edisi/tahap/${stageId}`;
    const shown = await read(path);
    expect(shown).toContain('urutan seri terkunci dan tidak dapat diubah lagi');
    expect(shown).toContain('Tahap sebelumnya belum selesai');
    const unsure = await send(path, { act: 'now', 'alasan-buka': 'mendesak' });
    expect([unsure.status, unsure.html.includes('Centang pernyataan ini dulu'), unsure.html.includes('value="mendesak"')]).toEqual([422, true, true]);
    const past = await send(path, { act: 'move', opens: '01-08-2026 08.00', closes: '19-08-2026 09.59', reason: 'salah isi' });
    expect([past.html.includes('Waktu buka sudah lewat'), past.html.includes('Waktu tutup sudah lewat')]).toEqual([true, true]);
    expect((await findStages(db.db, regionId, editionId)).map(({ opensAt }) => opensAt)).toEqual(all.map(({ opensAt }) => opensAt));
    expect((await send(path, { act: 'now', pasti: 'ya' })).to).toBe('/s/2027/edisi');
    expect(await read('/s/2027/edisi')).toMatch(new RegExp(`Dibuka sekarang: ${name}\\. Menurut jadwal [^<]*Pendaftaran[^<]* belum selesai\\.`));
    expect(await read(path)).toContain('Berjalan');
    const overview = await read('/s/2027/edisi');
    expect(overview).toContain(`Berikutnya: ${all.find(({ kind }) => kind === 'desk')!.name}`);
    expect(overview).toContain(`${all.find(({ kind }) => kind === 'outreach')!.name} letaknya lebih dulu, tetapi baru dibuka`);
    const soon = later(NOW, 2 * DAY);
    expect((await send(path, { act: 'move', closes: 'lusa', reason: 'lebih singkat' })).html).toContain('Isi tanggal dan jam');
    expect((await send(path, { act: 'move', closes: soon.slice(0, 10), reason: 'lebih singkat', pasti: 'ya' })).status).toBe(303);
  });
});

describe('people who are missing', () => {
  const WHO = 'Orang diundang dan perangkat daerah didaftarkan oleh admin: Admin (contoh).';

  it('are the work of the admin: the check list and the edition under way say whose, by name', async () => {
    const add = { agencyId: db.platform.newId(), name: 'Dinas Tanpa Orang', shortName: 'Kosong', kind: 'skpd' } as const;
    await perform(db.platform, { regionId, actor: NOBODY }, (act) => createAgency(act, add));
    const registration = (await findStages(db.db, regionId, editionId)).find(({ kind }) => kind === 'registration')!;
    const html = await read(`/s/2027/edisi/tahap/${registration.stageId}`);
    expect(html).toMatch(/belum mempunyai inovator<\/span><span class="tugas__ket">Diundang dan diberi peran oleh admin</);
    expect([html.includes(WHO), (await read('/s/2027/edisi')).includes(WHO)]).toEqual([true, false]);
    db.at(registration.opensAt);
    for (const [account, isTold] of [
      ['sekretariat@contoh.example', true],
      ['admin@contoh.example', false],
    ] as const) {
      const browser = browse(createApp(db.platform));
      await browser.signIn(account, SAMPLE_PASSWORD);
      expect([account, (await (await browser.get('/s/2027/edisi')).text()).includes(WHO)]).toEqual([account, isTold]);
    }
    db.at(NOW);
  });
});
