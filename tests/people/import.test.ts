import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { importPeople, previewPeople } from '../../src/actions/people/import-people.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { isAgencySheet, readAgencyTable } from '../../src/domain/people/agency-table.ts';
import { listAsShown } from '../../src/domain/people/new-agencies.ts';
import { isPeopleSheet, readPeopleTable } from '../../src/domain/people/people-table.ts';
import { parsePasted } from '../../src/domain/shared/table.ts';
import type { Queryable } from '../../src/platform/db.ts';
import { readSheets } from '../../src/platform/sheets.ts';
import { listUninvited } from '../../src/store/people-import.read.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let admin: Browser;
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
  const who = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  for (const [name, shortName] of [
    ['Dinas Kesehatan', 'Dinkes'],
    ['Dinas Pendidikan', 'Disdik'],
    ['Dinas Sosial', 'Dinsos'],
  ] as const)
    await perform(database.platform, who, (act) => createAgency(act, { agencyId: act.newId(), name, shortName, kind: 'skpd' }));
  admin = browse(town.app);
  await admin.signIn(town.account, town.password);
});
afterAll(() => database.end());

const HEAD = 'Nama\tNIP\tPerangkat daerah\tJabatan\tPeran';
const nip = (n: number) => `197001012005${String(n).padStart(5, '0')}1`;
const count = async (sql: string) => (await database.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`))?.n;
const everything = async () => [await count('person'), await count('seat'), await count('seat_holding'), await count('audit_entry')];
const inputOf = (table: string) => ({ sheet: { name: 'Uji', rows: parsePasted(table).map((row) => row.map((text) => ({ text }))) }, roleless: null });
const take = (table: string, platform = database.platform, confirmed = '') =>
  perform(platform, { regionId: town.regionId, actor: NOBODY }, (act) => importPeople(act, inputOf(table), confirmed));
const tableOf = (from: number, many: number) =>
  [
    HEAD,
    ...Array.from({ length: many }, (_, n) => `Orang ${from + n}\t${nip(from + n)}\t${n % 2 ? 'Dinkes' : 'Dinas Pendidikan'}\tStaf ${n % 20}\tInovator`),
  ].join('\n');

describe('a table of people', () => {
  test('is checked, then taken in, then changes nothing when sent again', async () => {
    const table = tableOf(1, 3);
    const before = await everything();
    const checked = await admin.post(paths.importPeople, { table, role: 'innovator', act: 'check' });
    expect(checked.status).toBe(200);
    expect(await checked.text()).toContain('Masukkan 3 orang');
    expect(await everything()).toEqual(before);
    const answer = await admin.post(paths.importPeople, { table, role: 'innovator', act: 'import' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.slips]);
    expect(await (await admin.get(paths.slips)).text()).toContain('Tabel sudah masuk: 3 orang baru dan 3 jabatan dimasukkan.');
    const after = await everything();
    expect(after.slice(0, 3)).toEqual([before[0]! + 3, before[1]! + 3, before[2]! + 3]);
    expect((await admin.post(paths.importPeople, { table, role: 'innovator', act: 'import' })).status).toBe(303);
    expect(await everything()).toEqual(after);
  });

  test('with one bad cell is refused whole, named by its cell, and kept in its box', async () => {
    const table = `${tableOf(50, 40)}\nTanpa NIP\t\tDinkes\tStaf\tInovator`;
    const before = await everything();
    for (const act of ['check', 'import']) {
      const answer = await admin.post(paths.importPeople, { table, role: 'innovator', act });
      const text = await answer.text();
      expect(answer.status).toBe(422);
      expect(text).toContain('<title>Galat: Masukkan tabel orang');
      expect(text).toMatch(/B42[\s\S]*data-label="Kolom">NIP<[\s\S]*Isi NIP atau surel/);
      expect(text).not.toContain('Lembar');
      expect(text).toContain('Orang 89');
      expect(text).not.toContain('value="import"');
    }
    expect(await everything()).toEqual(before);
  });

  test('sent by two at once is taken in once', async () => {
    const table = tableOf(100, 10);
    const before = await count('person');
    const taken = await Promise.all([1, 2, 3].map(() => take(table)));
    expect(taken.every((one) => one.ok)).toBe(true);
    expect(await count('person')).toBe(before! + 10);
    expect(await count(`seat_holding h JOIN person p USING (region_id, person_id) WHERE p.nip BETWEEN '${nip(100)}' AND '${nip(109)}'`)).toBe(10);
  });

  test.each([
    ['people', 600, (table: string) => table],
    ['people, each of a new agency,', 3000, (table: string) => table.replaceAll(/(Orang (\d+)\t\d+\t)[^\t]+/g, '$1Desa $2')],
  ])('of 800 %s asks the database no oftener than one of eight', async (_name, start, changed) => {
    const asked = async (from: number, many: number) => {
      let statements = 0;
      const tick = <T>(answer: T): T => {
        statements += 1;
        return answer;
      };
      const counted = (tx: Queryable): Queryable => ({
        all: (sql, params) => tick(tx.all(sql, params)),
        one: (sql, params) => tick(tx.one(sql, params)),
        run: (sql, params) => tick(tx.run(sql, params)),
      });
      const db = {
        ...database.platform.db,
        transaction: <T>(work: (tx: Queryable) => Promise<T>) => database.platform.db.transaction((tx) => work(counted(tx))),
      };
      const table = changed(tableOf(from, many));
      const { newAgencies } = await previewPeople(database.db, town.regionId, inputOf(table));
      const outcome = await take(table, { ...database.platform, db }, listAsShown(newAgencies));
      expect(outcome.ok && outcome.value.people.length).toBe(many);
      return statements;
    };
    const few = await asked(start, 8);
    expect(await asked(start + 8, 800)).toBe(few);
  });
});

describe('a second head', () => {
  test('is warned of before it is taken in, and may come in', async () => {
    const one = (n: number, title: string) => [HEAD, `Kepala ${n}\t${nip(n)}\tDinsos\t${title}\tKepala`].join('\n');
    expect(await (await admin.post(paths.importPeople, { table: one(7001, 'Kepala'), act: 'check' })).text()).not.toContain('Periksa dahulu');
    expect((await take(one(7001, 'Kepala'))).ok).toBe(true);
    const answer = await admin.post(paths.importPeople, { table: one(7002, 'Kepala Dinas'), act: 'check' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/D2[\s\S]*Dinas Sosial sudah mempunyai kepala: Kepala 7001/)]);
    const seat = await database.db.one<{ id: string }>(
      `SELECT s.seat_id AS id FROM seat s JOIN agency a USING (region_id, agency_id) WHERE a.short_name = 'Dinsos' AND s.role = 'head'`,
    );
    const handover = `${paths.adminSeat(seat?.id ?? '')}#serah`;
    expect(await (await admin.post(paths.importPeople, { table: one(7002, 'Kepala Dinas'), act: 'check' })).text()).toContain(`href="${handover}"`);
    expect(await (await admin.get(handover)).text()).toContain('id="serah"');
    expect((await take(one(7002, 'Kepala Dinas'))).ok).toBe(true);
  });
});

describe('a table without a column of roles', () => {
  test('asks about the title of a head and how it is put right, and may go in all the same', async () => {
    const table = `Nama\tNIP\tPerangkat daerah\tJabatan\nCamat Baru\t${nip(7100)}\tDinkes\tPlt. Kepala Dinas`;
    const answer = await admin.post(paths.importPeople, { table, role: 'innovator', act: 'check' });
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringMatching(/D2[\s\S]*biasanya kepala. Tambahkan kolom Peran berisi Kepala/)]);
    expect((await admin.post(paths.importPeople, { table, role: 'innovator', act: 'import' })).status).toBe(303);
  });
});

describe('workbooks to fill in', () => {
  const sheetsAt = async (path: string) => {
    const answer = await admin.get(path);
    expect(answer.headers.get('content-disposition')).toMatch(/filename="[a-z-]+\.xlsx"/);
    const read = await readSheets(new Uint8Array(await answer.arrayBuffer()));
    return read.ok ? read.value : [];
  };

  test('come back as they were given: the examples without a fault, the templates without a row', async () => {
    for (const [path, isTable] of [
      [paths.peopleExample, isPeopleSheet],
      [paths.agencyExample, isAgencySheet],
      [paths.peopleTemplate, isPeopleSheet],
      [paths.agencyTemplate, isAgencySheet],
    ] as const)
      expect((await sheetsAt(path)).filter(isTable)).toHaveLength(1);
    const [people] = await sheetsAt(paths.peopleExample);
    const preview = await previewPeople(database.db, town.regionId, { sheet: people!, roleless: null });
    expect([preview.faults, preview.newPeople]).toEqual([[], 3]);
    const [agencies] = await sheetsAt(paths.agencyExample);
    expect(readAgencyTable(agencies!, []).faults).toEqual([]);
    const [empty] = await sheetsAt(paths.peopleTemplate);
    expect(readPeopleTable(empty!, null).faults.map(({ fault }) => fault.code)).toEqual(['import.empty']);
  });
});

describe('the template of people', () => {
  test('keeps a long number as it is typed, and offers roles and kinds to choose from', async () => {
    const read = await readXlsx(new Uint8Array(await (await admin.get(paths.peopleTemplate)).arrayBuffer()), { readStyles: true });
    const sheet = read.sheets[0]!;
    expect(['1,1', '2,1', '500,1'].map((at) => sheet.cells?.get(at)?.style?.numFmt)).toEqual(['@', '@', '@']);
    const lists = (sheet.dataValidations ?? []).map(({ range, values, errorStyle }) => [range, values?.[0], errorStyle]);
    expect(lists).toEqual([
      ['F2:F501', 'Inovator', 'warning'],
      ['G2:G501', 'SKPD', 'warning'],
    ]);
  });
});

describe('the example of people', () => {
  test('puts nobody at the head of a body outside the offices', async () => {
    const who = { regionId: town.regionId, actor: NOBODY };
    await perform(database.platform, who, (act) =>
      createAgency(act, { agencyId: act.newId(), name: 'Akademisi dan praktisi', shortName: 'Akademisi', kind: 'outside' }),
    );
    const read = await readSheets(new Uint8Array(await (await admin.get(paths.peopleExample)).arrayBuffer()));
    const cells = read.ok ? read.value.flatMap(({ rows }) => rows.flatMap((row) => row.map(({ text }) => text))) : [];
    expect([cells.includes('Akademisi dan praktisi'), cells.includes('Dinas Kesehatan')]).toEqual([false, true]);
  });
});

describe('slips', () => {
  test('are made for those without a password, each with a link that works once and a QR code', async () => {
    await take(tableOf(9000, 3).replaceAll('Dinas Pendidikan', 'Dinsos'));
    const agency = await database.db.one<{ id: string }>(`SELECT agency_id AS id FROM agency WHERE short_name = 'Dinsos'`);
    const listed = await (await admin.get(`${paths.slips}?kantor=${agency?.id}`)).text();
    expect(listed).toContain('Orang 9000');
    expect(listed).not.toContain('Orang 9001');
    const paper = await (await admin.post(paths.slips, { agency: agency?.id ?? '', again: '' })).text();
    const links = [...new Set(paper.match(/\/undangan\/[\w-]{43}/g))];
    expect(listed).toContain('berlaku sampai 2 September 2026. Yang lewat masanya');
    expect(paper).toContain('paling lambat 2 September 2026');
    expect(links.length).toBeGreaterThan(1);
    expect(paper.match(/class="qr"/g)?.length).toBe(links.length);
    expect(paper).toContain('Nama\tJabatan dan kantor\tMasuk dengan\tTautan\n');
    expect(paper).toMatch(/\nOrang 9000\tStaf 0, Dinsos\tNIP 197001012005090001\thttp/);
    expect(paper).toMatch(/https:\/\/wa\.me\/\?text=Undangan%20BAILANG/);
    expect((await browse(town.app).get(links[0]!)).status).toBe(200);
    expect(await (await admin.get(`${paths.slips}?kantor=${agency?.id}`)).text()).toContain('Tidak ada yang menunggu');
    const again = await (await admin.post(paths.slips, { agency: agency?.id ?? '', again: 'ya' })).text();
    expect(again).not.toContain(links[0]);
    expect((await browse(town.app).get(links[0]!)).status).toBe(404);
  });

  test('lie together by office, then by seat', async () => {
    const rows = [
      `Zulkifli\t${nip(77001)}\tDinas Kesehatan\tPranata\tInovator`,
      `Yani\t${nip(77002)}\tDinas Sosial\tAnalis\tInovator`,
      `Wati\t${nip(77003)}\tDinas Kesehatan\tAnalis\tInovator`,
    ];
    expect(await take([HEAD, ...rows].join('\n'))).toMatchObject({ ok: true });
    const waiting = await listUninvited(database.db, { regionId: town.regionId, agencyId: null, now: database.platform.now(), limit: 5000 });
    const names = waiting.map(({ name }) => name).filter((name) => /^(Zulkifli|Yani|Wati)$/.test(name));
    expect(names).toEqual(['Wati', 'Zulkifli', 'Yani']);
  });

  test('are not made by anybody else', async () => {
    for (const path of [paths.importPeople, paths.slips]) {
      expect((await browse(town.app).get(path)).headers.get('location')).toContain('/masuk');
      expect((await browse(town.app).post(path, {})).headers.get('location')).toContain('/masuk');
    }
  });
});
