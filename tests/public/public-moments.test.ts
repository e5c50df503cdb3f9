// What anybody reads of the dates and of whom to ask, while the edition goes on.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { changeSettings, settingsOf, settingsText } from '../../src/actions/edition/change-settings.ts';
import { moveStage } from '../../src/actions/edition/move-stage.ts';
import { perform } from '../../src/actions/perform.ts';
import { findEdition } from '../../src/store/edition.read.ts';
import { createApp } from '../../src/web/app.ts';
import { type EditionGround, editionGround } from '../factories/edition.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let ground: EditionGround;
beforeAll(async () => {
  database = await testDatabase('2026-08-20T00:00:00.000Z');
  ground = await editionGround(database);
}, 120_000);
afterAll(() => database.end());

/** The words of a page as a new process shows it at a moment. */
async function words(path: string, at: string): Promise<string> {
  database.at(at);
  return (await markup(path))
    .replace(/<[^>]+>/g, ' ')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ');
}

async function markup(path: string): Promise<string> {
  return (await createApp(database.platform).request(path)).text();
}

const IN_REGISTRATION = '2026-06-30T01:00:00.000Z';
const [OPENS, CLOSES] = ['6 Juni', '20 Juli 2026'];

test('home and the schedule tell the same days of the same stages; registration ends only where it ends', async () => {
  const home = await words('/', IN_REGISTRATION);
  const schedule = await words('/jadwal', IN_REGISTRATION);
  expect(home).toContain('Tahap 2 dari 6 · Pendaftaran');
  expect(home).toContain('Pendaftaran dan data dukung ditutup Senin, 20 Juli 2026 pukul 16.00 WITA .');
  expect(home).toContain('Juga berjalan: Persetujuan kepala, ditutup Rabu, 22 Juli 2026 pukul 16.00 WITA.');
  expect(home).toContain(`Sedang berjalan Pendaftaran dan data dukung: ${OPENS} – ${CLOSES} Persetujuan kepala: 11 Juni – 22 Juli 2026`);
  expect(home).not.toMatch(/Pendaftaran \d* ?\w* – 22 Juli/);
  expect(schedule).toContain(`2. Pendaftaran Pendaftaran dan data dukung ${OPENS} – ${CLOSES} Sedang berjalan · ditutup Senin pukul 16.00 WITA`);
  expect(schedule).toContain('Persetujuan kepala 11 Juni – 22 Juli 2026 Sedang berjalan · ditutup Rabu pukul 16.00 WITA');
  expect(schedule).toContain('6. Hasil Pleno 2 – 8 September 2026 Akan datang · dibuka Rabu pukul 08.00, ditutup Selasa pukul 16.00 WITA');
  expect(schedule).not.toContain('sampai sebelum');
});

test('while registration runs its end is what home speaks of, whatever else was opened', async () => {
  const stage = ground.plan.stages.find(({ kind }) => kind === 'verification')!;
  database.at(IN_REGISTRATION);
  const early = {
    changeId: database.platform.newId(),
    stageId: stage.stageId,
    opensAt: IN_REGISTRATION,
    closesAt: stage.closesAt,
    reason: 'Mulai lebih awal',
    isSure: true,
  };
  const moved = await perform(database.platform, { regionId: ground.regionId, actor: ground.secretary }, (act) => moveStage(act, early));
  expect(moved).toMatchObject({ ok: true });
  const home = await words('/', '2026-06-30T01:05:00.000Z');
  expect(home).toContain('Pendaftaran dan data dukung ditutup Senin, 20 Juli 2026');
  expect(home).toContain('Juga berjalan: Verifikasi, ditutup');
  expect(home).toContain('Daftarkan inovasi kantor Anda');
});

test('an end before noon is told with its time, for a day alone reads as the whole of it', async () => {
  const stage = ground.plan.stages.find(({ kind }) => kind === 'plenary')!;
  const at = '2026-06-30T02:00:00.000Z';
  database.at(at);
  const change = {
    changeId: database.platform.newId(),
    stageId: stage.stageId,
    opensAt: stage.opensAt,
    closesAt: '2026-09-10T00:00:00.000Z',
    reason: 'Aula dipakai',
    isSure: true,
  };
  expect(await perform(database.platform, { regionId: ground.regionId, actor: ground.secretary }, (act) => moveStage(act, change))).toMatchObject({ ok: true });
  for (const path of ['/', '/jadwal']) expect(await words(path, at), path).toContain('2 – 10 September 2026 pukul 08.00 WITA');
});

test('whom to ask stands on every page where one may need it, and a mobile number opens WhatsApp', async () => {
  const at = '2026-06-30T03:00:00.000Z';
  database.at(at);
  const edition = (await findEdition(database.db, ground.regionId, ground.plan.editionId))!;
  const settings = settingsOf(edition);
  const change = {
    editionId: edition.editionId,
    settings: { ...settings, texts: { contact: 'Bapperida lantai 2, 0812-0000-0000 atau panitia@contoh.example' } },
    basedOn: settingsText(settings),
    reason: 'Nomor baru',
  };
  expect(await perform(database.platform, { regionId: ground.regionId, actor: ground.secretary }, (act) => changeSettings(act, change))).toMatchObject({
    ok: true,
  });
  for (const path of ['/', '/bantuan', '/masuk', '/lupa-sandi', '/privasi', '/aksesibilitas', '/pedoman', '/tidak-ada', `/undangan/${'x'.repeat(43)}`])
    expect(await words(path, at), path).toContain('Kontak panitia: Bapperida lantai 2, 0812-0000-0000 atau panitia@contoh.example');
  const help = await markup('/bantuan');
  expect(help).toContain('href="https://wa.me/6281200000000"');
  expect(help).toContain('href="mailto:panitia@contoh.example"');
});
