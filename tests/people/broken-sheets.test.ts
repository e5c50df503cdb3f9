// TR-I6: fifty spreadsheets as offices send them. Each fault is named by sheet and cell, or the file by what it is; nothing is half in.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { giveSeat, grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { day, rawWorkbook, type SheetWish, workbook, zip } from '../support/workbook.ts';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let admin: Browser;
let csrf = '';
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
  const who = { regionId: town.regionId, actor: NOBODY };
  const agencyId = database.platform.newId();
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  await perform(database.platform, who, (act) => createAgency(act, { agencyId, name: 'Dinas Kesehatan', shortName: 'Dinkes', kind: 'skpd' }));
  const seat = {
    seatId: database.platform.newId(),
    holdingId: database.platform.newId(),
    agencyId,
    title: 'Kepala',
    role: 'head' as const,
    personId: town.personId,
  };
  await perform(database.platform, who, (act) => giveSeat(act, seat));
  admin = browse(town.app);
  await admin.signIn(town.account, town.password);
  csrf = /name="csrf" value="([^"]+)"/.exec(await (await admin.get(paths.importPeople)).text())?.[1] ?? '';
});
afterAll(() => database.end());

const HEAD = ['Nama', 'NIP', 'Perangkat daerah', 'Jabatan', 'Peran'];
const ONE = ['Noor Aini', '198001012005011001', 'Dinkes', 'Staf', 'Inovator'];
const TWO = ['Budi Santoso', '198001012005011002', 'Dinas Kesehatan', 'Analis', ''];
const withCell = (row: readonly (string | number | null)[], at: number, value: string | number | null) =>
  row.map((cell, place) => (place === at ? value : cell));
const sheet = (wish: Partial<SheetWish> = {}): SheetWish => ({ rows: [HEAD, ONE, TWO], ...wish });
const formula = (text: string, result: string) => ({ formula: text, formulaResult: result });
const csv = (...lines: readonly string[]) => [HEAD.join(';'), ...lines].join('\r\n');
const people = (many: number) => Array.from({ length: many }, (_, n) => [`Orang ${n}`, `1980010120050${String(n).padStart(5, '0')}`, '', '', '']);
const millionRows = () => Array.from({ length: 1_000_000 }, (_, n) => `<row r="${n + 1}"><c r="A${n + 1}"><v>1</v></c></row>`).join('');

/** Name, file, and what is said of it: `cell sentence` of each fault, or one sentence of the file. */
const BROKEN: readonly (readonly [string, () => Promise<Uint8Array> | Uint8Array, readonly string[]])[] = [
  ['a name merged down', () => workbook([sheet({ merges: ['A2:A3'] })]), ['A3 Sel ini digabung']],
  ['an agency merged down', () => workbook([sheet({ merges: ['C2:C3'] })]), ['C3 Sel ini digabung']],
  [
    'a row merged across',
    () => workbook([sheet({ merges: ['A2:E2'] })]),
    ['B2 Sel ini digabung', 'C2 Sel ini digabung', 'D2 Sel ini digabung', 'E2 Sel ini digabung'],
  ],
  ['headings merged over each other', () => workbook([sheet({ rows: [withCell(HEAD, 1, null), ONE], merges: ['A1:B1'] })]), ['A1 Tidak ada kolom NIP']],
  ['two cells of a block', () => workbook([sheet({ merges: ['D2:E3'] })]), ['E2 Sel ini digabung', 'D3 Sel ini digabung', 'E3 Sel ini digabung']],
  ['a formula for a name', () => workbook([sheet({ cells: { '1,0': formula('G2&" "&H2', 'Noor Aini') } })]), ['A2 Sel ini berisi rumus']],
  ['a formula for a NIP', () => workbook([sheet({ cells: { '1,1': formula('TEXT(G2,"0")', '198001012005011001') } })]), ['B2 Sel ini berisi rumus']],
  ['a look-up for an agency', () => workbook([sheet({ cells: { '2,2': formula('VLOOKUP(A3,K:L,2)', 'Dinkes') } })]), ['C3 Sel ini berisi rumus']],
  ['a formula without a result', () => workbook([sheet({ cells: { '2,3': { formula: 'G3' } } })]), ['D3 Sel ini berisi rumus']],
  [
    'formulas in a whole column',
    () => workbook([sheet({ cells: { '1,4': formula('H2', 'Kepala'), '2,4': formula('H3', '') } })]),
    ['E2 Sel ini berisi rumus', 'E3 Sel ini berisi rumus'],
  ],
  ['a broken reference', () => workbook([sheet({ cells: { '1,0': { value: '#REF!', type: 'error' } } })]), ['A2 Sel ini berisi galat dari Excel']],
  ['a look-up that found nothing', () => workbook([sheet({ cells: { '2,2': { value: '#N/A', type: 'error' } } })]), ['C3 Sel ini berisi galat dari Excel']],
  ['a NIP as a number', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 1, 1.98001012005011e17)] })]), ['B2 Excel membulatkan angka ini']],
  ['a NIP as a power of ten', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 1, '1,98001E+17')] })]), ['B2 Excel membulatkan angka ini']],
  ['a NIP one short', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 1, '19800101200501100')] })]), ['B2 NIP terdiri atas 18 angka']],
  ['a NIP one long', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 1, '1980010120050110012')] })]), ['B2 NIP terdiri atas 18 angka']],
  ['a NIP with the letter O', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 1, '19800101200501100O')] })]), ['B2 NIP terdiri atas 18 angka']],
  ['a date of 1900 for a NIP', () => workbook([sheet({ cells: { '1,1': day('1980-01-01') } })]), ['B2 NIP terdiri atas 18 angka']],
  ['a date of 1904 for a NIP', () => workbook([sheet({ cells: { '1,1': day('1980-01-01') } })], '1904'), ['B2 NIP terdiri atas 18 angka']],
  ['a date of 1900 for a name', () => workbook([sheet({ cells: { '1,0': day('2026-05-12') } })]), ['A2 Sel ini tidak berisi kata']],
  ['a date of 1904 for a seat', () => workbook([sheet({ cells: { '2,3': day('2026-03-01') } })], '1904'), ['D3 Sel ini tidak berisi kata']],
  ['a number for a name', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 0, 12345)] })]), ['A2 Sel ini tidak berisi kata']],
  ['a name of all a cell can hold', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 0, 'a'.repeat(32_000))] })]), ['A2 Isi 1 sampai 120 huruf']],
  ['no name', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 0, null)] })]), ['A2 Isi 1 sampai 120 huruf']],
  ['nothing to sign in with', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 1, null)] })]), ['B2 Isi NIP atau surel']],
  [
    'half an address',
    () =>
      workbook([
        sheet({
          rows: [
            ['Nama', 'Surel'],
            ['Noor', 'noor@kantor'],
          ],
        }),
      ]),
    ['B2 Tulis surel seperti'],
  ],
  ['a seat without an agency', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 2, null)] })]), ['C2 Perangkat daerah dan jabatan diisi berdua']],
  ['an agency without a seat', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 3, null)] })]), ['D2 Perangkat daerah dan jabatan diisi berdua']],
  [
    'an agency misspelt',
    () => workbook([sheet({ rows: [HEAD, withCell(ONE, 2, 'Dinkess')] })]),
    ['C2 &quot;Dinkess&quot; tidak ada di daftar perangkat daerah. Maksudnya Dinkes?'],
  ],
  ['a role nobody knows', () => workbook([sheet({ rows: [HEAD, withCell(ONE, 4, 'Ketua')] })]), ['E2 Peran &quot;Ketua&quot; tidak dikenal']],
  [
    'one NIP for two people',
    () => workbook([sheet({ rows: [HEAD, ONE, withCell(TWO, 1, ONE[1] ?? '')] })]),
    ['B3 NIP atau surel ini sudah dipakai orang lain pada baris 2'],
  ],
  ['a line twice', () => workbook([sheet({ rows: [HEAD, ONE, ONE] })]), ['A3 Baris ini sama dengan baris sebelumnya']],
  [
    'a seat that somebody holds',
    () => workbook([sheet({ rows: [HEAD, ['Noor', ONE[1] ?? '', 'Dinkes', 'Kepala', 'Kepala']] })]),
    ['D2 Jabatan ini dipegang Orang Uji'],
  ],
  [
    'an account with another name',
    () =>
      workbook([
        sheet({
          rows: [
            ['Nama', 'Surel'],
            ['Bukan Dia', 'orang@contoh.example'],
          ],
        }),
      ]),
    ['A2 NIP atau surel ini milik Orang Uji'],
  ],
  ['a heading twice', () => workbook([sheet({ rows: [[...HEAD, 'NIP'], ONE] })]), ['F1 Judul kolom &quot;NIP&quot; muncul dua kali']],
  ['no heading for names', () => workbook([sheet({ rows: [['Pegawai', ...HEAD.slice(1)], ONE] })]), ['A1 Tidak ada kolom Nama']],
  ['no headings at all', () => workbook([sheet({ rows: [ONE, TWO] })]), ['A1 Tidak ada kolom Nama', 'A1 Tidak ada kolom NIP']],
  ['headings and nothing below', () => workbook([sheet({ rows: [HEAD] })]), ['A2 Belum ada baris']],
  ['an empty workbook', () => workbook([sheet({ rows: [] })]), ['Belum ada baris']],
  ['two tables in one file', () => workbook([sheet(), sheet({ name: 'Lama' })]), ['dua tabel orang, di lembar &quot;Pegawai&quot; dan &quot;Lama&quot;']],
  ['5,001 people', () => workbook([sheet({ rows: [HEAD, ...people(5_001)] })]), ['A5002 Paling banyak 5000 baris']],
  ['a million rows', () => rawWorkbook(millionRows()), ['Lembar &quot;Besar&quot; masih berisi di sel A6001']],
  ['a hundred columns', () => workbook([sheet({ rows: [[...HEAD, ...Array(95).fill('x')], ONE] })]), ['Lembar &quot;Pegawai&quot; masih berisi di sel CV1']],
  ['41 sheets', () => workbook(Array.from({ length: 41 }, (_, n) => sheet({ name: `L${n}` }))), ['lebih dari 40 lembar']],
  ['a workbook of the old kind', () => Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), ['berformat Excel lama']],
  ['a workbook cut short', async () => (await workbook([sheet()])).subarray(0, 900), ['rusak atau terpotong']],
  ['a text document', () => zip({ 'word/document.xml': '<w:document/>' }), ['bukan tabel']],
  ['a bomb', () => zip({ 'xl/sharedStrings.xml': Buffer.alloc(60_000_000) }), ['terlalu besar']],
  ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), ['bukan tabel']],
  ['CSV in Latin letters of old', () => Buffer.from(csv('Jos\xe9 Aini;198001012005011001;Dinkes;Staf;'), 'latin1'), ['A2 Huruf di sel ini tidak terbaca']],
  ['CSV of old in another column', () => Buffer.from(csv('Noor;198001012005011001;Dinkes;Ahli \x96 muda;'), 'latin1'), ['D2 Huruf di sel ini tidak terbaca']],
  ['CSV in UTF-16 without its mark', () => Buffer.from(csv(ONE.join(';')), 'utf16le'), ['bukan tabel']],
  ['CSV of one column', () => Buffer.from('Nama NIP\nNoor 198001012005011001'), ['A1 Tidak ada kolom Nama', 'A1 Tidak ada kolom NIP']],
  ['CSV of a million rows', () => Buffer.from(`${csv()}${'\nNoor;1;;;'.repeat(1_000_000)}`), ['terlalu besar']],
  ['CSV with a quote never closed', () => Buffer.from(csv('"Noor Aini;1980;Dinkes;Staf;')), ['B2 NIP terdiri atas 18 angka']],
];

const everything = async () =>
  (
    await database.db.one<{ n: string }>(
      'SELECT (SELECT count(*) FROM person) || $1 || (SELECT count(*) FROM seat) || $1 || (SELECT count(*) FROM audit_entry) AS n',
      ['/'],
    )
  )?.n;

async function send(bytes: Uint8Array, act: string): Promise<Response> {
  const body = new FormData();
  for (const [name, value] of Object.entries({ csrf, role: 'innovator', act, table: '' })) body.append(name, value);
  body.append('file', new Blob([new Uint8Array(bytes)]), 'pegawai.xlsx');
  return town.app.request(`http://localhost${paths.importPeople}`, {
    method: 'POST',
    body,
    headers: { host: 'localhost', origin: 'http://localhost', cookie: [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
  });
}

/** Sheet, cell and sentence of each line of the table of faults; else the sentences of the summary. */
function toldOn(page: string): readonly string[] {
  const lines = [
    ...page.matchAll(
      /<td data-label="Lembar">([^<]*)<\/td><th[^>]*>([^<]*)<\/th><td data-label="Kolom">[^<]*<\/td><td data-label="Yang perlu diperbaiki">([^<]*)</g,
    ),
  ];
  if (lines.length > 0) return lines.map(([, , cell, what]) => `${cell} ${what}`);
  return [...page.matchAll(/<li><a href="#file">([^<]*)</g)].map(([, what]) => what ?? '');
}

test('there are at least fifty', () => expect(BROKEN.length).toBeGreaterThanOrEqual(50));

describe('a spreadsheet with', () => {
  test.each(BROKEN)('%s', async (_name, make, expected) => {
    const bytes = await make();
    const before = await everything();
    for (const act of bytes.length > 50_000 ? ['import'] : ['check', 'import']) {
      const answer = await send(bytes, act);
      const page = await answer.text();
      expect(answer.status).toBe(422);
      expect(page).toContain('<title>Galat: Masukkan tabel orang');
      expect(toldOn(page)).toEqual(expected.map((words) => expect.stringContaining(words)));
    }
    expect(await everything()).toBe(before);
  });
});

describe('a sound spreadsheet', () => {
  test.each<readonly [string, () => Promise<Uint8Array> | Uint8Array]>([
    ['as it is written', () => workbook([sheet()])],
    [
      'below a title, beside other columns and another sheet',
      () =>
        workbook([
          sheet({ rows: [['DAFTAR PEGAWAI', null], [], ['No', ...HEAD], [1, ...ONE], [2, ...TWO]], merges: ['A1:E1'] }),
          { name: 'Keterangan', rows: [['Versi 2']] },
        ]),
    ],
    [
      'with dates it does not need',
      () =>
        workbook(
          [
            sheet({
              rows: [
                [...HEAD, 'Lahir'],
                [...ONE, null],
                [...TWO, null],
              ],
              cells: { '1,5': day('1980-01-01'), '2,5': day('1980-01-01') },
            }),
          ],
          '1904',
        ),
    ],
    ['as CSV in UTF-16 with its mark', () => Buffer.from(`\ufeff${csv(ONE.join(';'), TWO.join(';'))}`, 'utf16le')],
  ])('%s comes to stand in the box, and then goes in', async (_name, make) => {
    const answer = await send(await make(), 'check');
    const page = await answer.text();
    expect([answer.status, page.includes('Noor Aini')]).toEqual([200, true]);
    expect(page).toMatch(/Orang baru<\/dt><dd>2<|Baris yang sudah sesuai<\/dt><dd>2</);
    const table = /<textarea[^>]*name="table"[^>]*>([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';
    const done = await admin.post(paths.importPeople, { table, role: 'innovator', act: 'import' });
    expect(done.status).toBe(303);
  });
});
