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

const person = (more: Readonly<Record<string, string>> = {}) => ({
  id: database.platform.newId(),
  seatId: database.platform.newId(),
  name: 'Noor Aini',
  nip: '',
  email: 'noor@contoh.example',
  ...more,
});
/** Presses the button and follows to the page with the link. */
async function invited(fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await admin.post(paths.invite, fields);
  expect([answer.status, answer.headers.get('location')]).toEqual([303, paths.madeLink(fields.id ?? '')]);
  return (await admin.get(paths.madeLink(fields.id ?? ''))).text();
}

describe('an invitation', () => {
  test('sent twice makes one person and one link that works; its page can be reloaded, and another browser reads no link there', async () => {
    const fields = person();
    await Promise.all([1, 2].map(() => admin.post(paths.invite, fields)));
    const text = await invited(fields);
    expect(await count('person WHERE email = $1', [fields.email])).toBe(1);
    expect(await count('link_token WHERE person_id = $1 AND used_at IS NULL', [fields.id])).toBe(1);
    const again = await (await admin.get(paths.madeLink(fields.id))).text();
    expect(linkIn(again)).toBe(linkIn(text));
    expect((await browse(town.app).get(linkIn(again))).status).toBe(200);
    const other = browse(town.app);
    await other.signIn(town.account, town.password);
    expect(linkIn(await (await other.get(paths.madeLink(fields.id))).text())).toBe('');
    expect(await (await admin.get(paths.people)).text()).not.toContain('/undangan/');
  });

  test('says how to sign in and until when, leads to WhatsApp with the same words and to the person, and that there is nothing to do yet', async () => {
    const fields = person({ name: 'Rahman', nip: '19800101 200501 1 001', email: '' });
    const text = await invited(fields);
    expect(text).toContain('masuk dengan NIP 198001012005011001');
    expect(text).toContain('2 September 2026');
    expect(decodeURIComponent(/wa\.me\/\?text=([^"]+)/.exec(text)?.[1] ?? '')).toMatch(
      /Undangan BAILANG untuk Rahman.*2 September 2026[\s\S]*\/undangan\/[\w-]{43}\n[\s\S]*NIP 198001012005011001/,
    );
    expect(text).toContain(`href="${paths.person(fields.id)}"`);
    expect(text).toContain('Belum diberi jabatan atau peran');
    expect(await (await browse(town.app).get(linkIn(text))).text()).toContain('NIP 198001012005011001');
  });

  test('gives seat and role in the same act, each with its row, and says what the person can do', async () => {
    const fields = person({ name: 'Siti', email: 'siti@contoh.example', agencyId, role: 'head', title: '', grant: 'verifier' });
    const text = await invited(fields);
    expect(text).toContain('Kepala, Dinas Kesehatan');
    expect(text).toContain('Verifikator');
    expect(text).not.toContain('Belum diberi jabatan');
    const rows = await database.db.all<{ kind: string }>('SELECT kind FROM audit_entry WHERE subject_id = $1 ORDER BY kind', [fields.id]);
    expect(rows.map(({ kind }) => kind)).toEqual(['person.invited', 'person.role-granted', 'person.seat-given']);
  });

  test('leaves nobody behind when the seat cannot be given, and keeps what was typed', async () => {
    const fields = person({ name: 'Setengah', email: 'setengah@contoh.example', agencyId: database.platform.newId(), title: 'Analis' });
    const answer = await admin.post(paths.invite, fields);
    expect(answer.status).toBeGreaterThanOrEqual(404);
    expect(await answer.text()).toContain('value="Setengah"');
    expect(await count('person WHERE person_id = $1', [fields.id])).toBe(0);
    expect((await admin.post(paths.invite, { ...fields, agencyId: 'bukan-id' })).status).toBe(422);
    expect((await admin.post(paths.invite, { ...fields, agencyId: '', grant: 'juror' })).status).toBe(422);
  });

  test('with an address that is taken, or without a name, says so beside the field and keeps what was typed', async () => {
    const answer = await admin.post(paths.invite, person({ name: 'Orang Lain', email: town.account }));
    const text = await answer.text();
    expect(answer.status).toBe(422);
    expect(text).toContain('<title>Galat: Undang orang');
    expect(text).toContain('value="Orang Lain"');
    expect(text).toContain('sudah dipakai akun lain');
    expect(await (await admin.post(paths.invite, person({ name: '' }))).text()).toContain('Tulis nama lengkap');
  });

  test('asks a proof that is fresh', async () => {
    database.at('2026-08-19T03:00:00.000Z');
    const fields = person({ name: 'Kemudian', email: 'kemudian@contoh.example' });
    expect((await admin.post(paths.invite, fields)).status).toBe(422);
    const link = await admin.post(paths.madeLink(town.personId), {});
    expect([link.status, await link.text()]).toEqual([422, expect.stringContaining('name="bukti"')]);
    expect((await admin.post(paths.invite, { ...fields, bukti: town.password })).status).toBe(303);
    database.at('2026-08-19T02:00:00.000Z');
  });

  test('of somebody who has a password is a new password, and says so in WhatsApp', async () => {
    expect((await admin.post(paths.madeLink(town.personId), {})).headers.get('location')).toBe(paths.madeLink(town.personId));
    const text = await (await admin.get(paths.madeLink(town.personId))).text();
    expect(decodeURIComponent(/wa\.me\/\?text=([^"]+)/.exec(text)?.[1] ?? '')).toContain('Kata sandi baru BAILANG untuk Orang Uji');
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
    expect(await count(`audit_entry WHERE kind = 'person.seat-given' AND subject_id = $1`, [town.personId])).toBe(1);
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
      expect((await admin.post(paths.madeLink(id), {})).status).toBe(404);
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
  const link = linkIn(await invited(person({ name: 'Bukan Admin', email: 'bukan@contoh.example' })));
  const accepted = await other.post(link, { password: 'kata sandi panjang', again: 'kata sandi panjang' });
  expect(accepted.headers.get('location')).toBe(paths.mine);
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
