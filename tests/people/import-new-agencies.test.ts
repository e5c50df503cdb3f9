// A table of people with agencies that are not listed yet: shown, ticked, and taken in together, or nothing of it.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { importPeople, previewPeople } from '../../src/actions/people/import-people.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import type { AgencyKind } from '../../src/domain/people/agency.ts';
import { listAsShown } from '../../src/domain/people/new-agencies.ts';
import { parsePasted } from '../../src/domain/shared/table.ts';
import { insertMerge } from '../../src/store/people-agencies.write.ts';
import { listMergedAgencies } from '../../src/store/people-import.read.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let admin: Browser;
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
  await doing((act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  await add('Dinas Kesehatan', 'Dinkes');
  admin = browse(town.app);
  await admin.signIn(town.account, town.password);
});
afterAll(() => database.end());

const doing = <T>(work: Parameters<typeof perform<T>>[2]) => perform(database.platform, { regionId: town.regionId, actor: NOBODY }, work);
const add = async (name: string, shortName = name, kind: AgencyKind = 'skpd') => {
  const agencyId = database.platform.newId();
  await doing((act) => createAgency(act, { agencyId, name, shortName, kind }));
  return agencyId;
};
const count = async (sql: string) => (await database.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`))?.n ?? 0;
const everything = async () => [await count('agency'), await count('person'), await count('seat'), await count('seat_holding'), await count('audit_entry')];
const agencyOf = (name: string) => database.db.one(`SELECT short_name AS "shortName", kind FROM agency WHERE name = $1`, [name]);
/** One person of each agency. */
const tableOf = (start: number, ...agencies: readonly string[]) =>
  ['Nama\tNIP\tPerangkat daerah\tJabatan', ...agencies.map((one, n) => `Orang ${start + n}\t198001012005${start + n}1\t${one}\tStaf`)].join('\n');
const inputOf = (table: string) => ({ sheet: { name: '', rows: parsePasted(table).map((row) => row.map((text) => ({ text }))) }, roleless: null });
const send = (fields: Record<string, string>) => admin.post(paths.importPeople, { role: 'innovator', ...fields });
const askedIn = (html: string) => (/name="asked" value="([^"]*)"/.exec(html)?.[1] ?? '').replaceAll('&quot;', '"');

describe('the page', () => {
  test('lists what is not known with its kind and the name that is near, and asks for one tick', async () => {
    const before = await everything();
    const table = tableOf(10000, 'Kecamatan Awayan', 'Dinas Kesehtan', 'Dinkes');
    const answer = await send({ table, act: 'check' });
    const html = await answer.text();
    expect(answer.status).toBe(200);
    expect(html).toMatch(/Perangkat daerah yang belum terdaftar[\s\S]*Kecamatan Awayan[\s\S]*kecamatan[\s\S]*C2[\s\S]*Mirip dengan Dinas Kesehatan/);
    expect(html).toContain('Daftarkan juga 2 perangkat daerah baru ini');
    expect(html).not.toMatch(/name="pasti"[^>]*checked/);
    expect(await everything()).toEqual(before);
  });

  test('without the tick asks again, keeps what was pasted, and writes nothing', async () => {
    const before = await everything();
    const table = tableOf(10010, 'Kecamatan Halong');
    const asked = askedIn(await (await send({ table, act: 'check' })).text());
    for (const fields of [
      { asked, pasti: '' },
      { asked: '', pasti: 'ya' },
    ]) {
      const answer = await send({ table, act: 'import', ...fields });
      const html = await answer.text();
      expect(answer.status).toBe(422);
      expect(html).toContain('<title>Galat: Masukkan tabel orang');
      expect(html).toContain('href="#pasti"');
      expect(html).toContain('Daftarkan juga 1 perangkat daerah baru ini');
      expect(html).not.toContain('Tabel dapat dimasukkan');
      expect(html).toContain('Orang 10010\t198001012005100101\tKecamatan Halong');
      expect(askedIn(html)).toBe(asked);
    }
    expect(await everything()).toEqual(before);
  });

  test('with the tick registers agencies and people by one act, with the rows of both, and once', async () => {
    const table = tableOf(10020, 'Kec.  Juai', 'KEC. juai', 'UPT Puskesmas Uren', 'Dinkes');
    const asked = askedIn(await (await send({ table, act: 'check' })).text());
    const [agencies, people, seats, holdings] = (await everything()) as [number, number, number, number, number];
    const rows = await count('audit_entry');
    const answer = await send({ table, act: 'import', asked, pasti: 'ya' });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.slips]);
    expect(await (await admin.get(paths.slips)).text()).toContain('4 orang baru dan 4 jabatan dimasukkan, 2 perangkat daerah didaftarkan.');
    expect((await everything()).slice(0, 4)).toEqual([agencies + 2, people + 4, seats + 4, holdings + 4]);
    expect([await agencyOf('Kec. Juai'), await agencyOf('UPT Puskesmas Uren')]).toEqual([
      { shortName: 'Kec. Juai', kind: 'kecamatan' },
      { shortName: 'UPT Puskesmas Uren', kind: 'puskesmas' },
    ]);
    const kinds = await database.db.all<{ kind: string; n: number }>(
      `SELECT kind, count(*) AS n FROM (SELECT kind FROM audit_entry ORDER BY seq DESC LIMIT ${(await count('audit_entry')) - rows}) x GROUP BY kind ORDER BY kind`,
    );
    expect(kinds).toEqual([
      { kind: 'agency.created', n: 2 },
      { kind: 'people.imported', n: 1 },
      { kind: 'person.added', n: 4 },
      { kind: 'person.seat-given', n: 4 },
    ]);
    const after = await everything();
    expect((await send({ table, act: 'import', asked, pasti: 'ya' })).status).toBe(303);
    expect(await everything()).toEqual(after);
  });

  test('takes the kind from its column, and names the cell where none can be told', async () => {
    const table = ['Nama\tSurel\tPerangkat daerah\tJabatan\tJenis', 'A\ta1@b.id\tDisdik\tStaf\t', 'B\tb1@b.id\tDesa Baru\tStaf\t'].join('\n');
    const before = await everything();
    const refused = await (await send({ table, act: 'import', pasti: 'ya' })).text();
    expect(refused).toMatch(/C2[\s\S]*&quot;Disdik&quot; tidak ada di daftar perangkat daerah\.[^<]*isi jenisnya di kolom Jenis, atau daftarkan dahulu/);
    expect(refused).toMatch(/Perangkat daerah yang belum terdaftar[\s\S]*Desa Baru/);
    expect(refused).not.toContain('name="pasti"');
    expect(await everything()).toEqual(before);
    const mended = table.replace('Disdik\tStaf\t', 'Disdik\tStaf\tSKPD');
    const asked = askedIn(await (await send({ table: mended, act: 'check' })).text());
    expect((await send({ table: mended, act: 'import', asked, pasti: 'ya' })).status).toBe(303);
    expect(await agencyOf('Disdik')).toEqual({ shortName: 'Disdik', kind: 'skpd' });
  });
});

describe('the act', () => {
  const take = (table: string, confirmed: string) => doing((act) => importPeople(act, inputOf(table), confirmed));
  const shown = async (table: string) => listAsShown((await previewPeople(database.db, town.regionId, inputOf(table))).newAgencies);
  const codeOf = (outcome: Awaited<ReturnType<typeof take>>) => (outcome.ok ? 'ok' : outcome.refusal.code);

  test('asks again about a list that grew or changed, not about one that was registered meanwhile', async () => {
    const table = tableOf(10040, 'Desa Satu', 'Desa Dua');
    const before = await everything();
    expect(codeOf(await take(table, ''))).toBe('import.agencies-unsure');
    expect(codeOf(await take(table, await shown(tableOf(10040, 'Desa Satu'))))).toBe('import.agencies-unsure');
    expect(await everything()).toEqual(before);
    const list = await shown(table);
    await add('Desa Satu', 'Desa Satu', 'village');
    const outcome = await take(table, list);
    expect(outcome.ok && outcome.value).toMatchObject({ seats: 2, agencies: 1 });
  });

  test('sent by two at once registers them once', async () => {
    const table = tableOf(10050, 'Desa Tiga', 'Desa Empat');
    const list = await shown(table);
    const agencies = await count('agency');
    expect((await Promise.all([1, 2, 3].map(() => take(table, list)))).map(codeOf)).toEqual(['ok', 'ok', 'ok']);
    expect(await count('agency')).toBe(agencies + 2);
  });

  test('does not bring back an agency that was merged, however many steps ago', async () => {
    const [first, second, last] = [await add('Dinas Lama', 'Disla'), await add('Dinas Antara'), await add('Dinas Baru')];
    for (const [from, into] of [
      [first, second],
      [second, last],
    ] as const)
      await database.db.transaction((tx) => insertMerge(tx, town.regionId, from, into, { reason: 'Perbup', by: town.personId, at: database.platform.now() }));
    expect(await listMergedAgencies(database.db, town.regionId)).toEqual([
      { name: 'Dinas Antara', shortName: 'Dinas Antara', into: 'Dinas Baru' },
      { name: 'Dinas Lama', shortName: 'Disla', into: 'Dinas Baru' },
    ]);
    const { faults } = await previewPeople(database.db, town.regionId, inputOf(tableOf(10060, 'Disla')));
    expect(faults.map(({ cell, fault }) => [cell, fault.code, fault.facts.into])).toEqual([['C2', 'import.agency-merged', 'Dinas Baru']]);
  });
});
