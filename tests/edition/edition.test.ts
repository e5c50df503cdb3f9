import { afterAll, beforeAll, expect, it } from 'vitest';
import { cloneEdition } from '../../src/actions/edition/clone-edition.ts';
import { moveStage } from '../../src/actions/edition/move-stage.ts';
import { perform } from '../../src/actions/perform.ts';
import { DAY, later } from '../../src/domain/shared/time.ts';
import { SAMPLE_PASSWORD } from '../../src/seeds/sample-people.ts';
import { findEditionByYear, findStages, listAnnouncedChanges, listCategorySettings, listEditions, listStageChanges } from '../../src/store/edition.read.ts';
import { createApp } from '../../src/web/app.ts';
import { type EditionGround, editionGround } from '../factories/edition.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let test: TestDatabase;
let ground: EditionGround;
const who = () => ({ regionId: ground.regionId, actor: ground.secretary });

beforeAll(async () => {
  test = await testDatabase('2026-08-19T02:00:00.000Z');
  ground = await editionGround(test);
}, 60_000);
afterAll(() => test.end());

it('copies an edition whole, once, with rules equal to their source', async () => {
  const { regionId } = ground;
  const input = {
    editionId: test.platform.newId(),
    fromYear: 2026,
    year: 2027,
    name: 'Lomba 2027',
    venue: '',
    reason: 'disalin dari edisi 2026',
  };
  const first = await perform(test.platform, who(), (act) => cloneEdition(act, input));
  expect(await perform(test.platform, who(), (act) => cloneEdition(act, input))).toEqual(first);
  const rival = await perform(test.platform, who(), (act) => cloneEdition(act, { ...input, editionId: test.platform.newId() }));
  expect(rival).toMatchObject({ ok: false, refusal: { code: 'edition.year-taken' } });
  const [source, copy] = [await findEditionByYear(test.db, regionId, 2026), await findEditionByYear(test.db, regionId, 2027)];
  const settings = async (id: string) =>
    (await listCategorySettings(test.db, regionId, id)).map(({ code, rules, rubric, rulesVersion }) => ({
      code,
      rules,
      rubric,
      rulesVersion,
    }));
  expect(await settings(copy!.editionId)).toEqual(await settings(source!.editionId));
  const stages = await findStages(test.db, regionId, copy!.editionId);
  expect(stages.map((one) => one.opensAt.slice(4))).toEqual((await findStages(test.db, regionId, source!.editionId)).map((one) => one.opensAt.slice(4)));
  expect(stages.every((one) => one.opensAt.startsWith('2027-') || one.opensAt.startsWith('2028-'))).toBe(true);
});

it('keeps an extension visible with its reason, and does it once', async () => {
  const { regionId } = ground;
  const stage = ground.plan.stages.find((one) => one.kind === 'presentation')!;
  const move = {
    changeId: test.platform.newId(),
    stageId: stage.stageId,
    opensAt: stage.opensAt,
    closesAt: later(stage.closesAt, 2 * DAY),
    reason: 'Listrik padam di aula',
    isSure: true,
  };
  for (let press = 0; press < 2; press += 1) {
    const changeId = test.platform.newId();
    expect(await perform(test.platform, who(), (act) => moveStage(act, { ...move, changeId }))).toMatchObject({ ok: true });
  }
  expect(await listStageChanges(test.db, regionId, ground.plan.editionId)).toHaveLength(1);
});

it('copies the windows as they were before they were extended', async () => {
  const { regionId } = ground;
  const input = { editionId: test.platform.newId(), fromYear: 2026, year: 2028, name: 'Lomba 2028', venue: '', reason: 'disalin dari edisi 2026' };
  expect(await perform(test.platform, who(), (act) => cloneEdition(act, input))).toMatchObject({ ok: true });
  const copied = (await findStages(test.db, regionId, input.editionId)).map((one) => one.closesAt.slice(5));
  expect(copied).toEqual([...ground.plan.stages].sort((a, b) => a.position - b.position).map((one) => one.closesAt.slice(5)));
});

it('tells nobody of a plan that is still being made', async () => {
  const { regionId } = ground;
  const copied = { editionId: test.platform.newId(), fromYear: 2026, year: 2029, name: 'Lomba 2029', venue: '', reason: 'disalin dari edisi 2026' };
  expect(await perform(test.platform, who(), (act) => cloneEdition(act, copied))).toMatchObject({ ok: true });
  const [first] = await findStages(test.db, regionId, copied.editionId);
  const moved = { stageId: first!.stageId, opensAt: later(first!.opensAt, DAY), closesAt: later(first!.closesAt, DAY), reason: 'digeser sehari' };
  expect(await perform(test.platform, who(), (act) => moveStage(act, { changeId: test.platform.newId(), ...moved }))).toMatchObject({ ok: true });
  expect(await listStageChanges(test.db, regionId, copied.editionId)).toHaveLength(1);
  expect(await listAnnouncedChanges(test.db, regionId, [copied.editionId])).toEqual([]);
});

it('says of an early opening that the opening moved, and keeps every notice that holds', async () => {
  const plan = ground.plan.stages;
  const { now } = test.platform;
  const open = async (kind: string, opensAt: string, closesAt: string) => {
    const { stageId } = plan.find((one) => one.kind === kind)!;
    const changeId = test.platform.newId();
    expect(
      await perform(test.platform, who(), (act) => moveStage(act, { changeId, stageId, opensAt, closesAt, reason: `Rapat ${kind}`, isSure: true })),
    ).toMatchObject({
      ok: true,
    });
  };
  const of = (kind: string) => plan.find((one) => one.kind === kind)!;
  await open('plenary', now(), of('plenary').closesAt);
  for (const days of [1, 2, 3]) await open('objection', of('objection').opensAt, later(of('objection').closesAt, days * DAY));
  const app = createApp(test.platform);
  const home = await (await app.request('/')).text();
  expect(home).toContain('Pleno dibuka lebih awal: 19 Agustus pukul 10.00 WITA (semula');
  expect(home).not.toContain('Pleno: kini sampai');
  expect(home).toContain('Presentasi dan penilaian juri diperpanjang sampai');
  expect(home.match(/Sanggah diperpanjang sampai/g)).toHaveLength(1);
  expect(home.match(/Sedang berjalan/g)).toHaveLength(2);
  const schedule = await (await app.request('/jadwal')).text();
  expect(schedule).toContain('Pleno dibuka lebih awal: 19 Agustus pukul 10.00 WITA (semula');
  expect(schedule.match(/Sanggah diperpanjang sampai/g)).toHaveLength(3);
});

it('shows every public page, without a script', async () => {
  const app = createApp(test.platform);
  expect(await (await app.request('/')).text()).toContain('Lomba Inovasi Balangan 2026');
  for (const path of ['/', '/jadwal', '/pedoman', '/inovasi', '/riwayat/2021', '/riwayat/2022', '/riwayat/2024', '/riwayat/2025']) {
    const answer = await app.request(path);
    expect([path, answer.status]).toEqual([path, 200]);
    expect(await answer.text()).not.toContain('<script');
  }
  expect((await app.request('/riwayat/2023')).status).toBe(404);
  const calendar = await (await app.request('/jadwal.ics')).text();
  expect(calendar.match(/^TRANSP:TRANSPARENT\r$/gm)).toHaveLength(calendar.match(/^BEGIN:VEVENT\r$/gm)?.length ?? 0);
});

it('records four past years', async () => {
  const past = (await listEditions(test.db, ground.regionId)).filter((one) => one.kind === 'history');
  expect(past.map((one) => one.year)).toEqual([2025, 2024, 2022, 2021]);
});

it('lets the secretariat see the edition and keeps what was typed in a refused form', async () => {
  const app = createApp(test.platform);
  const post = (path: string, fields: Record<string, string>, cookie = '') =>
    app.request(path, {
      method: 'POST',
      body: new URLSearchParams(fields).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie },
    });
  const entered = await post('/masuk', { akun: 'sekretariat@contoh.example', sandi: SAMPLE_PASSWORD });
  const cookie = entered.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const read = async (path: string) => (await app.request(path, { headers: { cookie } })).text();
  const shown = await read('/s/2026/edisi');
  expect(shown).toContain('Terkunci sejak verifikasi dibuka');
  for (const page of ['edisi', 'papan']) expect(await read(`/s/2027/${page}`)).toContain(`href="/s/2026/${page}"`);
  expect(await read('/s/2027/papan')).toContain('Belum ada usulan pada edisi 2027');
  const signedIn = 'masuk</th>';
  expect([(await read('/s/2026/jejak')).includes(signedIn), (await read('/s/2026/jejak?jenis=masuk')).includes(signedIn)]).toEqual([false, true]);
  expect(await read('/pleno')).toContain('<h1>Pleno 2026</h1>');
  expect(await read('/s/2026/edisi/salin')).toContain('2027');
  const path = `/s/2026/edisi/tahap/${ground.plan.stages.at(-1)?.stageId}`;
  const csrf = /name="csrf" value="([^"]+)"/.exec(await read(path))?.[1] ?? '';
  const refused = await post(path, { csrf, act: 'move', opens: '2026-10-01T09:00', closes: '2026-10-09T16:00', reason: '' }, cookie);
  expect(refused.status).toBe(422);
  expect(await refused.text()).toContain('2026-10-09T16:00');
  const early = { csrf, act: 'move', opens: '2027-08-01T09:00', closes: '2027-10-09T16:00', reason: 'dibuka lebih awal' };
  const later = (await findStages(test.db, ground.regionId, (await findEditionByYear(test.db, ground.regionId, 2027))!.editionId)).at(-1);
  const ahead = `/s/2027/edisi/tahap/${later?.stageId}`;
  const doubted = await post(ahead, early, cookie);
  const warning = await doubted.text();
  expect([doubted.status, warning.includes('Periksa dulu'), warning.includes('jadi dibuka sebelum tahap')]).toEqual([422, true, true]);
  expect((await post(ahead, { ...early, pasti: 'ya' }, cookie)).status).toBe(303);
  const frozen = await post(
    '/s/2026/edisi/ketentuan/skpd',
    { csrf, basedOn: '1', floor: '40', kind: 'top', bound: '5', deskShare: '40', juryShare: '60', winners: '3', reason: 'coba' },
    cookie,
  );
  expect([frozen.status, (await frozen.text()).includes('terkunci')]).toEqual([422, true]);
  expect((await app.request('/s/2026/edisi')).status).toBe(303);
});
