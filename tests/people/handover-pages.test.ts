import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAgency } from '../../src/actions/people/create-agency.ts';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { grantSeatRole } from '../../src/actions/people/seat-roles.ts';
import { giveSeat, grantRole } from '../../src/actions/people/seats.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { type Act, NOBODY, perform } from '../../src/actions/perform.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { paths } from '../../src/web/paths.ts';
import { type Browser, browse, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const SUCCESSOR = 'pengganti@contoh.example';
let database: TestDatabase;
let holder: Browser;
let successor: Browser;
let seatId: string;
const words = async (answer: Response | Promise<Response>) => (await (await answer).text()).replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

beforeAll(async () => {
  database = await testDatabase();
  const town = await smallRegion(database.platform);
  const keeper: Actor = { ...NOBODY, grants: [{ role: 'admin', editionId: null, categoryId: null }] };
  const who = { regionId: town.regionId, actor: keeper, provedAt: database.platform.now() };
  const doing = async <T>(act: (act: Act) => Promise<Outcome<T>>): Promise<T> => {
    const done = await perform(database.platform, who, act);
    if (!done.ok) throw new Error(done.refusal.code);
    return done.value;
  };
  const { newId } = database.platform;
  const agencyId = newId();
  seatId = newId();
  await doing((act) => createAgency(act, { agencyId, name: 'Bapperida', shortName: 'Bapperida', kind: 'skpd' }));
  await doing((act) => giveSeat(act, { seatId, holdingId: newId(), agencyId, title: 'Sekretaris BAILANG', role: 'innovator', personId: town.personId }));
  await doing((act) => grantSeatRole(act, { seatId, role: 'verifier' }));
  for (const role of ['secretariat', 'juror'] as const) await doing((act) => grantRole(act, { personId: town.personId, role }));
  const { token } = await doing((act) => invitePerson(act, { personId: newId(), name: 'Pengganti', nip: null, email: SUCCESSOR }));
  await doing((act) => setPasswordByLink(act, { token, password: town.password }));
  [holder, successor] = [browse(town.app), browse(town.app)];
  await holder.signIn(town.account, town.password);
  await successor.signIn(SUCCESSOR, town.password);
});
afterAll(() => database.end());

test('the preview of a handover says which roles go along, which stay, and who gives those anew', async () => {
  expect(await words(holder.get(paths.mine))).toMatch(/Jabatan Anda .*Sekretaris BAILANG, Bapperida/);
  const asked = { handoverId: database.platform.newId(), account: SUCCESSOR, letter: '' };
  const preview = await words(holder.post(`${paths.seat(seatId)}/serah-terima`, asked));
  expect(preview).toMatch(/Ikut jabatan .*Peran inovator: .*Peran Verifikator, yang melekat pada jabatan .*0 usulan yang belum selesai.*Tetap pada Orang Uji/);
  expect(preview).toMatch(/Tetap pada Orang Uji .*Peran Sekretariat: tidak ikut\. Minta admin .*Peran Juri: ditunjuk sekretariat/);
  expect((await holder.post(`${paths.seat(seatId)}/serah-terima`, { ...asked, act: 'give' })).status).toBe(303);
  const offered = await words(successor.get(paths.handover(asked.handoverId)));
  expect(offered).toMatch(/Terima jabatan .*Peran Verifikator, yang melekat .*Tetap pada Orang Uji .*Peran Sekretariat/);
  expect(offered).not.toContain('Juri');
  database.at('2026-08-19T02:01:00.000Z');
  await successor.post(paths.handover(asked.handoverId), { act: 'take' });
  const taken = await words(successor.get(paths.handover(asked.handoverId)));
  expect(taken).toMatch(
    /Jabatan diterima .*Yang sekarang dapat Anda kerjakan Sekretaris BAILANG, Bapperida : mengisi dan mengirim usulan Verifikator : memeriksa/,
  );
  expect(taken).not.toContain('Tetap pada');
});
