import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { approveEntry } from '../../src/actions/innovation/approve.ts';
import { startEntry } from '../../src/actions/innovation/start.ts';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { giveOver, takeOver } from '../../src/actions/people/hand-over.ts';
import { mergeAgency } from '../../src/actions/people/merge-agency.ts';
import { grantSeatRole } from '../../src/actions/people/seat-roles.ts';
import { endSeat, giveSeat, grantRole } from '../../src/actions/people/seats.ts';
import { type Act, NOBODY, perform } from '../../src/actions/perform.ts';
import { agenciesOf } from '../../src/domain/innovation/editing.ts';
import { findConflict } from '../../src/domain/jury/conflict.ts';
import { rolesOf } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { HOUR, type Instant, later } from '../../src/domain/shared/time.ts';
import { hashPassword } from '../../src/platform/crypto.ts';
import { readSheets } from '../../src/platform/sheets.ts';
import { PEOPLE_PROMISES } from '../../src/store/invariants-people.ts';
import { findAccount, findActor } from '../../src/store/people.read.ts';
import { createApp } from '../../src/web/app.ts';
import { paths } from '../../src/web/paths.ts';
import { type Door, DURING, openDoor } from '../factories/innovation.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let door: Door;
let adminId: string;
let admin: Browser;
let now: Instant = DURING;
beforeAll(async () => {
  db = await testDatabase(DURING);
  door = await openDoor(db);
  adminId = db.platform.newId();
  await db.db.run('INSERT INTO person (region_id, person_id, name, email, password_hash, created_at) VALUES ($1, $2, $3, $4, $5, $6)', [
    door.regionId,
    adminId,
    'Admin',
    'admin@contoh.example',
    await hashPassword('kata sandi panjang'),
    now,
  ]);
  await perform(db.platform, { regionId: door.regionId, actor: NOBODY }, (act) => grantRole(act, { personId: adminId, role: 'admin' }));
  admin = browse(createApp(db.platform));
  await admin.signIn('admin@contoh.example', 'kata sandi panjang');
});
afterAll(() => db.end());

function pass(milliseconds: number): void {
  now = later(now, milliseconds);
  db.at(now);
}
const actorOf = async (personId: string) => (await findActor(db.db, door.regionId, personId, now)) ?? NOBODY;
const doing = async <T>(personId: string, act: (a: Act) => Promise<Outcome<T>>) =>
  perform(db.platform, { regionId: door.regionId, actor: await actorOf(personId), provedAt: now }, act);
const code = async (outcome: Promise<Outcome<unknown>>) => {
  const done = await outcome;
  return done.ok ? 'ok' : (Object.values(done.refusal.fields ?? {})[0]?.code ?? done.refusal.code);
};
const count = async (sql: string, params: readonly unknown[] = []) => (await db.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, params))?.n;

describe('a table of agencies', () => {
  const HEAD = 'Nama\tNama pendek\tJenis\tTarget';
  const send = (table: string, act = 'import') => admin.post(paths.importAgencies, { table, act });

  test('is checked, taken in with its targets, and changes nothing when sent again', async () => {
    const table = `${HEAD}\nDinas Sosial\tDinsos\tSKPD\t3\nDesa Uren\t\tDesa\t\nDinas Kesehatan\t\tskpd\t2`;
    const checked = await send(table, 'check');
    expect([checked.status, await checked.text()]).toEqual([200, expect.stringContaining('Simpan 3 baris')]);
    expect(await count(`agency WHERE name = 'Dinas Sosial'`)).toBe(0);
    expect((await send(table)).headers.get('location')).toBe(paths.agencies);
    expect(await (await admin.get(paths.agencies)).text()).toContain('Tabel sudah masuk: 2 perangkat daerah ditambahkan, 2 target diisi.');
    expect(await count('agency_target')).toBe(2);
    const before = await count('audit_entry');
    expect((await send(table)).headers.get('location')).toBe(paths.agencies);
    expect(await (await admin.get(paths.agencies)).text()).toContain('0 perangkat daerah ditambahkan.');
    expect([await count('audit_entry'), await count(`agency WHERE kind = 'village'`)]).toEqual([before, 1]);
  });

  test.each([
    ['no heading for names', 'Kantor\tJenis\nA\tSKPD', 'A1'],
    ['no heading for kinds', 'Nama\tTarget\nA\t1', 'A1'],
    ['a kind nobody knows', `${HEAD}\nKantor A\t\tKantor\t1`, 'C2'],
    ['no kind', `${HEAD}\nKantor A\t\t\t1`, 'C2'],
    ['another kind of a known one', `${HEAD}\nDinas Kesehatan\t\tDesa\t1`, 'C2'],
    ['a target in words', `${HEAD}\nKantor A\t\tSKPD\ttiga`, 'D2'],
    ['a target below nothing', `${HEAD}\nKantor A\t\tSKPD\t-1`, 'D2'],
    ['an agency twice', `${HEAD}\nKantor A\t\tSKPD\t1\nkantor  a\t\tSKPD\t1`, 'A3'],
    ['a long name without a short one', `${HEAD}\n${'Kantor '.repeat(10)}\t\tSKPD\t1`, 'B2'],
    ['no rows', HEAD, 'A2'],
  ])('with %s is refused whole, by its cell', async (_name, table, cell) => {
    const before = await count('agency');
    const answer = await send(table);
    const text = await answer.text();
    expect([answer.status, text.includes(`>${cell}</th>`)]).toEqual([422, true]);
    expect(await count('agency')).toBe(before);
  });
});

describe('a rename', () => {
  test('needs its reason, keeps the old name in its history, and is no act when nothing changes', async () => {
    const here = paths.agency(door.other.agencyId);
    const fields = { name: 'Dinas Kesehatan dan KB', shortName: 'Dinkes KB', kind: 'skpd', reason: '' };
    const refused = await admin.post(`${here}/nama`, fields);
    const page = await refused.text();
    expect([refused.status, page.includes('value="Dinas Kesehatan dan KB"'), page.includes('Tulis dasarnya')]).toEqual([422, true, true]);
    for (const _ of [1, 2]) expect((await admin.post(`${here}/nama`, { ...fields, reason: 'Perbup 12/2026' })).status).toBe(303);
    expect(await count('agency_rename')).toBe(1);
    const shown = await (await admin.get(here)).text();
    expect(shown).toMatch(/Dinas Kesehatan menjadi Dinas Kesehatan dan KB[\s\S]*Perbup 12\/2026/);
    expect((await admin.post(`${here}/nama`, { ...fields, name: 'Dinas Sosial', reason: 'Keliru' })).status).toBe(422);
    expect(
      await code(doing(door.own.head.personId, (act) => mergeAgency(act, { agencyId: door.own.agencyId, intoId: door.other.agencyId, reason: 'x' }))),
    ).toBe('permission.denied');
  });
});

describe('a merge', () => {
  test('brings people over with seats and roles, lets the other go on with what was begun, and binds conflicts', async () => {
    const { own, other } = door;
    const entryId = db.platform.newId();
    const begun = { entryId, innovationId: db.platform.newId(), agencyId: own.agencyId, categoryId: door.categoryId, name: 'Inovasi berjalan' };
    expect(await code(doing(own.innovator.personId, (act) => startEntry(act, begun)))).toBe('ok');
    const seatId = (await actorOf(own.innovator.personId)).seats[0]?.seatId ?? '';
    await doing(adminId, (act) => grantSeatRole(act, { seatId, role: 'verifier' }));
    pass(HOUR);
    expect(await code(doing(adminId, (act) => mergeAgency(act, { agencyId: own.agencyId, intoId: own.agencyId, reason: 'Perbup' })))).toBe(
      'agency.into-itself',
    );
    expect(await code(doing(adminId, (act) => mergeAgency(act, { agencyId: own.agencyId, intoId: other.agencyId, reason: '' })))).toBe('agency.reason-missing');
    const merging = { agencyId: own.agencyId, intoId: other.agencyId, reason: 'Perbup 30/2026' };
    const both = await Promise.all([1, 2].map(() => code(doing(adminId, (act) => mergeAgency(act, merging)))));
    expect(both).toEqual(['ok', 'ok']);
    expect(await count(`audit_entry WHERE kind = 'agency.merged'`)).toBe(1);

    const [innovator, oldHead, newHead] = await Promise.all([own.innovator, own.head, other.head].map(({ personId }) => actorOf(personId)));
    expect([rolesOf(innovator!), rolesOf(oldHead!), rolesOf(newHead!)]).toEqual([['innovator', 'verifier'], [], ['head']]);
    expect(agenciesOf(innovator!, 'innovator').toSorted()).toEqual([own.agencyId, other.agencyId].toSorted());
    expect(agenciesOf(newHead!, 'head').toSorted()).toEqual([own.agencyId, other.agencyId].toSorted());
    const entry = { agencyId: own.agencyId, memberIds: [] };
    expect(findConflict({ personId: newHead!.personId, seats: newHead!.seats }, entry, now)).toBe('seat');
    expect(findConflict({ personId: oldHead!.personId, seats: oldHead!.pastSeats }, entry, now)).toBe('past-seat');

    const snapshotId = db.platform.newId();
    await db.owner.run(`UPDATE entry SET state = 'submitted', serial = 1, registration_number = 'BL-2026-0001' WHERE entry_id = $1`, [entryId]);
    await db.owner.run(`INSERT INTO snapshot VALUES ($1, $2, $3, 1, '{}', '{}', repeat('0', 64), $4, $5)`, [
      door.regionId,
      snapshotId,
      entryId,
      innovator!.personId,
      now,
    ]);
    expect(await code(doing(oldHead!.personId, (act) => approveEntry(act, { entryId, snapshotId })))).toBe('entry.not-found');
    expect(await code(doing(newHead!.personId, (act) => approveEntry(act, { entryId, snapshotId })))).toBe('ok');
    const anew = { ...begun, entryId: db.platform.newId(), innovationId: db.platform.newId(), name: 'Inovasi baru' };
    expect(await code(doing(innovator!.personId, (act) => startEntry(act, anew)))).toBe('entry.category-not-yours');
    expect(await code(doing(innovator!.personId, (act) => startEntry(act, { ...anew, agencyId: other.agencyId })))).toBe('ok');
    expect(await count('seat_holding h JOIN seat s USING (region_id, seat_id) WHERE s.agency_id = $1 AND h.held_until IS NULL', [own.agencyId])).toBe(0);
  });

  test('of a merged agency is refused, and a chain of merges reaches to its beginning', async () => {
    const lastId = db.platform.newId();
    await doing(adminId, (act) => createAgency(act, { agencyId: lastId, name: 'Badan Baru', shortName: 'Badan Baru', kind: 'skpd' }));
    const again = { agencyId: door.own.agencyId, intoId: lastId, reason: 'Perbup 31/2026' };
    expect(await code(doing(adminId, (act) => mergeAgency(act, again)))).toBe('agency.merged-already');
    expect(await code(doing(adminId, (act) => mergeAgency(act, { agencyId: lastId, intoId: door.own.agencyId, reason: 'Perbup' })))).toBe(
      'agency.merged-already',
    );
    pass(HOUR);
    expect(await code(doing(adminId, (act) => mergeAgency(act, { ...again, agencyId: door.other.agencyId })))).toBe('ok');
    const innovator = await actorOf(door.own.innovator.personId);
    expect(agenciesOf(innovator, 'innovator').toSorted()).toEqual([door.own.agencyId, door.other.agencyId, lastId].toSorted());
    const shown = await (await admin.get(paths.agency(door.own.agencyId))).text();
    expect(shown).toContain('Sudah digabung ke Badan Baru');
    expect(shown).not.toContain('Gabungkan perangkat daerah');
    expect(await (await admin.get(`${paths.agencies}?cari=Kependudukan`)).text()).toContain('digabung ke Badan Baru');
  });
});

describe('an agency that was merged', () => {
  test('gets no holder any more, by whatever way', async () => {
    const [agencyId, intoId] = [db.platform.newId(), db.platform.newId()];
    for (const [id, name] of [
      [agencyId, 'Kantor Lama'],
      [intoId, 'Kantor Baru'],
    ] as const)
      await doing(adminId, (act) => createAgency(act, { agencyId: id, name, shortName: name, kind: 'skpd' }));
    const seat = (role: 'head' | 'innovator') => ({
      seatId: db.platform.newId(),
      holdingId: db.platform.newId(),
      agencyId,
      title: role,
      role,
      personId: adminId,
    });
    const [offered, empty] = [seat('head'), seat('innovator')];
    for (const one of [offered, empty]) {
      await doing(adminId, (act) => giveSeat(act, one));
      pass(HOUR);
      expect(await code(doing(adminId, (act) => endSeat(act, one)))).toBe('ok');
    }
    pass(HOUR);
    const receiver = door.other.head.personId;
    const account = (await findAccount(db.db, door.regionId, receiver)) ?? '';
    const handover = { handoverId: db.platform.newId(), seatId: offered.seatId, account, letter: '' };
    expect(await code(doing(adminId, (act) => giveOver(act, handover)))).toBe('ok');
    expect(await code(doing(adminId, (act) => mergeAgency(act, { agencyId, intoId, reason: 'Perbup 32/2026' })))).toBe('ok');
    pass(HOUR);
    expect(await code(doing(receiver, (act) => takeOver(act, handover)))).toBe('handover.ended');
    expect(await code(doing(adminId, (act) => giveOver(act, { ...handover, handoverId: act.newId(), seatId: empty.seatId })))).toBe('agency.merged-already');
    expect(await code(doing(adminId, (act) => giveSeat(act, { ...empty, holdingId: act.newId() })))).toBe('agency.merged-already');
    for (const { name, sql } of PEOPLE_PROMISES) expect([name, await db.db.all(sql, [door.regionId])]).toEqual([name, []]);
  });
});

describe('targets', () => {
  test('are set on their page; what was merged counts for where it went; a number that is none says so and keeps the others', async () => {
    const here = paths.targets(2026);
    const rows = await db.db.all<{ id: string; name: string }>(`SELECT agency_id AS id, name FROM agency WHERE name IN ('Badan Baru', 'Dinas Sosial')`);
    const [last, social] = ['Badan Baru', 'Dinas Sosial'].map((name) => rows.find((row) => row.name === name)?.id ?? '');
    const bad = await admin.post(here, { [`target-${last}`]: '1', [`target-${social}`]: 'dua' });
    const page = await bad.text();
    expect([bad.status, page.includes('value="dua"'), await count('agency_target WHERE agency_id = $1', [last])]).toEqual([422, true, 0]);
    for (const _ of [1, 2]) expect((await admin.post(here, { [`target-${last}`]: '1', [`target-${social}`]: '2', 'target-bukan': '4' })).status).toBe(303);
    expect(await count(`audit_entry WHERE kind = 'agency.targets-set'`)).toBe(2);
    const shown = await (await admin.get(here)).text();
    expect(shown).toContain('1 dari 2 perangkat daerah mencapai targetnya');
    expect(await (await admin.get(`${here}?keadaan=belum`)).text()).not.toContain('Badan Baru');
  });

  test('are a spreadsheet with real numbers', async () => {
    const answer = await admin.get(paths.targetsFile(2026));
    expect(answer.headers.get('content-disposition')).toContain('target-inovasi-2026.xlsx');
    const sheets = await readSheets(new Uint8Array(await answer.arrayBuffer()));
    const rows = sheets.ok ? (sheets.value[0]?.rows ?? []) : [];
    const row = rows.find(([name]) => name?.text === 'Badan Baru');
    expect(row?.map(({ text, kind }) => `${kind} ${text}`)).toEqual([
      'text Badan Baru',
      'text SKPD',
      'number 1',
      'number 1',
      'number 1',
      'number 1',
      'text tercapai',
    ]);
  });

  test('are no concern of others', async () => {
    const innovator = await actorOf(door.own.innovator.personId);
    expect(rolesOf(innovator)).not.toContain('secretariat');
    expect((await browse(createApp(db.platform)).get(paths.targets(2026))).headers.get('location')).toContain('/masuk');
    expect(await (await admin.get('/s/1999/target')).text()).toContain('Belum ada edisi 1999');
  });
});
