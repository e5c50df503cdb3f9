import { afterAll, beforeAll, expect, test } from 'vitest';
import { readSheets } from '../../src/platform/sheets.ts';
import { type SampleGround, seedStory } from '../../src/seeds/sample.ts';
import { type FrozenVersion, findNewestResult } from '../../src/store/result.read.ts';
import { createApp } from '../../src/web/app.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let ground: SampleGround;
let result: FrozenVersion;
const AFTER = '2026-09-02T00:00:00.000Z';
beforeAll(async () => {
  database = await testDatabase();
  ground = await seedStory(database.platform, 'published');
  database.at(AFTER);
  const found = await findNewestResult(database.db, ground.stage.regionId, ground.plan.categories[0]?.categoryId ?? '');
  if (found === null) throw new Error('no result');
  result = found;
}, 120_000);
afterAll(() => database.end());

async function as(account: string): Promise<Browser> {
  const browser = browse(createApp(database.platform, new Map()));
  await browser.get('/masuk');
  await browser.signIn(`${account}@contoh.example`, 'contoh-balangan');
  return browser;
}

const FIGURES = '/s/2026/papan?tampilan=tabel&kolom=nilai&q=kategori:skpd';

test('the board shows the means per criterion of the newest result, as its body says', async () => {
  const html = await (await (await as('sekretariat')).get(FIGURES)).text();
  expect(html).toContain('dari hasil versi 1');
  const [first] = result.body.entries;
  const row = [...html.matchAll(/<tr>(?:(?!<\/tr>).)*<\/tr>/gs)].map(([text]) => text).find((text) => text.includes(`>${first?.id}<`)) ?? '';
  const shown = [...row.matchAll(/<td class="n" data-label="[^"]*">([^<]*)</g)].map((match) => match[1]);
  const comma = (text: string | undefined) => text?.replace('.', ',');
  expect(shown).toEqual([
    String(first?.rank),
    ...(first?.criteria ?? []).map(({ mean }) => comma(mean.rounded)),
    comma(first?.jury.rounded),
    comma(first?.desk?.rounded),
    comma(first?.final.rounded),
    String(first?.sheets),
  ]);
});

test('keeps them from verifiers, from more than one category, and from everybody before the plenary', async () => {
  expect(await (await (await as('verifikator2')).get(FIGURES)).text()).not.toContain('dari hasil versi');
  const secretary = await as('sekretariat');
  expect(await (await secretary.get('/s/2026/papan?tampilan=tabel&kolom=nilai')).text()).not.toContain('dari hasil versi');
  database.at('2026-01-02T00:00:00.000Z');
  const early = await as('sekretariat');
  expect(await (await early.get(FIGURES)).text()).not.toContain('dari hasil versi');
  expect((await early.get('/pleno/skpd/lembar.csv')).status).toBe(404);
  database.at(AFTER);
});

test('the list of sheets has each counted sheet under its code, with its scores and total', async () => {
  const answer = await (await as('sekretariat')).get('/pleno/skpd/lembar.csv');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="contoh-lembar-2026-skpd-v1.csv"');
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const lines = bytes.subarray(3).toString().trimEnd().split('\r\n');
  expect(lines[0]).toBe(`Nomor;Usulan;Juri;${result.inputs.rubric.criteria.map(({ name }) => name).join(';')};Total;Keterangan`);
  expect(lines.length - 1).toBe(result.inputs.sheets.length);
  const sheet = result.inputs.sheets[3];
  const total = result.body.entries.find(({ id }) => id === sheet?.entry)?.totals.find(({ juror }) => juror === sheet?.juror)?.total.rounded;
  const line = lines.find((one) => one.startsWith(`${sheet?.entry};`) && one.includes(`;${sheet?.juror};`)) ?? '';
  const scores = result.inputs.rubric.criteria.map(({ code }) => sheet?.scores[code]?.replace('.', ','));
  expect(line.split(';').slice(2)).toEqual([sheet?.juror, ...scores, total?.replace('.', ','), 'DATA CONTOH, bukan hasil resmi']);
  expect(lines.join('\n')).not.toMatch(/Juri \d SKPD/);
});

test('is for who leads the plenary: not for a juror, a verifier, or a guest', async () => {
  expect((await (await as('juri2.skpd')).get('/pleno/skpd/lembar.csv')).status).toBe(404);
  expect((await (await as('verifikator2')).get('/pleno/skpd/lembar.csv')).status).toBe(404);
  expect((await browse(createApp(database.platform, new Map())).get('/pleno/skpd/lembar.csv')).status).toBe(303);
  expect((await (await as('sekretariat')).get('/pleno/tidak-ada/lembar.csv')).status).toBe(404);
});

test('the spreadsheet holds what the search finds, with numbers, dates, and a sheet that says what it is', async () => {
  const secretary = await as('sekretariat');
  const answer = await secretary.get('/s/2026/papan/usulan.xlsx?kolom=nilai&q=kategori:skpd');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="contoh-papan-2026.xlsx"');
  const sheets = await readSheets(new Uint8Array(await answer.arrayBuffer()));
  if (!sheets.ok) throw new Error(sheets.refusal.code);
  const [list, about] = sheets.value;
  const [head, ...rows] = list?.rows ?? [];
  const words = head?.map(({ text }) => text) ?? [];
  const [first] = result.body.entries;
  const row = rows.find((one) => one[0]?.text === first?.id) ?? [];
  const cell = (name: string) => row[words.indexOf(name)];
  expect(cell('Akhir')).toMatchObject({ kind: 'number', text: String(Number(first?.final.rounded)) });
  expect(cell('Klaim')).toMatchObject({ kind: 'number' });
  expect(cell('Terakhir berubah')).toMatchObject({ kind: 'date' });
  expect(rows).toHaveLength(11);
  const said = about?.rows.map((line) => line.map(({ text }) => text).join(': ')) ?? [];
  expect(said).toContain('Perhatian: DATA CONTOH, bukan hasil resmi');
  expect(said).toContain('Saringan: kategori:skpd');
  expect(said.join('\n')).toContain(result.digest);
  expect((await secretary.get('/s/2026/papan/usulan.xlsx?q=warna:merah')).headers.get('location')).toBe('/s/2026/papan?q=warna%3Amerah');
});
