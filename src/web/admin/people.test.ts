import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, browse, smallRegion } from '../../../tests/support/app.ts';
import { type TestDatabase, testDatabase } from '../../../tests/support/database.ts';
import { createAgency } from '../../actions/people/create-agency.ts';
import { grantRole } from '../../actions/people/seats.ts';
import { NOBODY, perform } from '../../actions/perform.ts';
import { paths } from '../paths.ts';

let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let admin: Browser;
let agencyId: string;
beforeAll(async () => {
  database = await testDatabase();
  town = await smallRegion(database.platform);
  const who = { regionId: town.regionId, actor: NOBODY };
  agencyId = database.platform.newId();
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  await perform(database.platform, who, (act) => createAgency(act, { agencyId, name: 'Dinas Kesehatan', shortName: 'Dinkes', kind: 'skpd' }));
  admin = browse(town.app);
  await admin.signIn(town.account, town.password);
});
afterAll(() => database.end());

const count = async (sql: string, params: readonly unknown[] = []) => (await database.db.one<{ n: number }>(`SELECT count(*) AS n FROM ${sql}`, params))?.n;
const linkIn = (text: string) => /\/undangan\/[\w-]{43}/.exec(text)?.[0] ?? '';

describe('an invitation', () => {
  test('shows its link once; the same form sent twice makes one person and one link that works', async () => {
    const fields = { id: database.platform.newId(), name: 'Noor Aini', nip: '', email: 'noor@contoh.example' };
    const answers = await Promise.all([1, 2].map(() => admin.post(paths.people, fields)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    const links = await Promise.all(answers.map(async (answer) => linkIn(await answer.text())));
    expect(await count('person WHERE email = $1', [fields.email])).toBe(1);
    const states = await Promise.all(links.map(async (link) => (await browse(town.app).get(link)).status));
    expect(states.sort()).toEqual([200, 404]);
    expect(await (await admin.get(paths.people)).text()).not.toContain('/undangan/');
  });

  test('with an address that is taken says so beside the field and keeps what was typed', async () => {
    const answer = await admin.post(paths.people, { id: database.platform.newId(), name: 'Orang Lain', nip: '', email: town.account });
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('<title>Galat: Orang');
    expect(text).toContain('value="Orang Lain"');
    expect(text).toContain('sudah dipakai akun lain');
  });

  test('leads to WhatsApp with its words', async () => {
    const text = await (await admin.post(`${paths.person(town.personId)}/tautan`, {})).text();
    expect(text).toMatch(/https:\/\/wa\.me\/\?text=[^"]*undangan/);
  });
});

describe('a seat', () => {
  const held = (seatId: string) => count('seat_holding WHERE seat_id = $1', [seatId]);

  test('given twice by one form is held once, and is ended by another act', async () => {
    const here = paths.person(town.personId);
    const seatId = database.platform.newId();
    const fields = { seatId, agencyId, role: 'head', title: '' };
    const answers = await Promise.all([1, 2, 3].map(() => admin.post(`${here}/jabatan`, fields)));
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(await held(seatId)).toBe(1);
    expect(await count(`audit_entry WHERE kind = 'person.seat-given'`)).toBe(1);
    expect(await (await admin.get(paths.seats)).text()).toContain('Orang Uji');
    database.at('2026-08-19T02:10:00.000Z');
    for (const _ of [1, 2]) expect((await admin.post(`${here}/jabatan/akhir`, { seatId })).status).toBe(303);
    expect(await count('seat_holding WHERE seat_id = $1 AND held_until IS NULL', [seatId])).toBe(0);
    expect(await count(`audit_entry WHERE kind = 'person.seat-ended'`)).toBe(1);
    expect((await admin.get(paths.approvals)).status).toBe(404);
  });

  test('in an agency that is not there is refused with the form kept', async () => {
    for (const wrong of [database.platform.newId(), 'bukan-id']) {
      const answer = await admin.post(`${paths.person(town.personId)}/jabatan`, {
        seatId: database.platform.newId(),
        agencyId: wrong,
        role: 'head',
        title: 'Kepala dinas',
      });
      expect([404, 422]).toContain(answer.status);
      expect(await answer.text()).toContain('value="Kepala dinas"');
    }
  });

  test('of a person of nowhere is not there', async () => {
    for (const id of [database.platform.newId(), 'bukan-id', town.regionId]) {
      expect((await admin.get(paths.person(id))).status).toBe(404);
      expect((await admin.post(`${paths.person(id)}/jabatan`, { seatId: database.platform.newId(), agencyId, role: 'head' })).status).toBe(404);
      expect((await admin.post(`${paths.person(id)}/peran`, { grant: 'leader' })).status).toBe(404);
      expect((await admin.post(`${paths.person(id)}/tautan`, {})).status).toBe(404);
    }
  });
});

describe('an agency', () => {
  test('is added once; a name that is taken is refused with the form kept', async () => {
    const fields = { id: database.platform.newId(), name: 'Puskesmas Uren', shortName: 'Uren', kind: 'puskesmas' };
    for (const _ of [1, 2]) expect((await admin.post(paths.agencies, fields)).status).toBe(303);
    expect(await (await admin.get(paths.agencies)).text()).toContain('Puskesmas Uren');
    const again = await admin.post(paths.agencies, { ...fields, id: database.platform.newId(), shortName: 'Nama pendek lain' });
    expect(again.status).toBe(422);
    const text = await again.text();
    expect(text).toContain('sudah ada');
    expect(text).toContain('value="Nama pendek lain"');
  });
});

test('nobody but an admin manages people, whatever page they come by', async () => {
  const other = browse(town.app);
  const invited = await admin.post(paths.people, { id: database.platform.newId(), name: 'Bukan Admin', nip: '', email: 'bukan@contoh.example' });
  const link = linkIn(await invited.text());
  await other.post(link, { password: 'kata sandi panjang', again: 'kata sandi panjang' });
  await other.signIn('bukan@contoh.example', 'kata sandi panjang');
  for (const path of [paths.people, paths.agencies, paths.seats, paths.person(town.personId)]) expect((await other.get(path)).status).toBe(404);
  expect((await other.post(`${paths.person(town.personId)}/peran`, { grant: 'admin' })).status).toBe(404);
});

test('who has one role comes in at its work, who has more at the list of it, who has none is told so', async () => {
  const land = async () => (await browse(town.app).signIn(town.account, town.password)).headers.get('location');
  expect(await land()).toBe(paths.people);
  await perform(database.platform, { regionId: town.regionId, actor: NOBODY }, (act) => grantRole(act, { personId: town.personId, role: 'secretariat' }));
  expect(await land()).toBe(paths.mine);
  const mine = await (await admin.get(paths.mine)).text();
  expect(mine).toContain('Sebagai admin');
  expect(mine).toContain('Sebagai sekretariat');
  const other = browse(town.app);
  await other.signIn('bukan@contoh.example', 'kata sandi panjang');
  expect(await (await other.get(paths.mine)).text()).toContain('Belum ada peran');
});

test('keeps the last admin an admin', async () => {
  const answer = await admin.post(`${paths.person(town.personId)}/peran`, { grant: 'admin', end: 'ya' });
  expect(answer.status).toBe(422);
  expect(await answer.text()).toContain('satu-satunya admin');
  expect((await admin.get(paths.people)).status).toBe(200);
});
