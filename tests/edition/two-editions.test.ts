// The next edition has begun while the one before it still presents and decides: neither hides the other.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { remindLate } from '../../src/actions/people/remind-late.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { later, MINUTE } from '../../src/domain/shared/time.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { currentEdition, listShownEditions } from '../../src/store/edition.read.ts';
import { findRegionById } from '../../src/store/people.read.ts';
import { createApp } from '../../src/web/app.ts';
import { appoint, type JuryWeek, juryWeek, NOW, PLENARY, RUBRIC, RULES } from '../factories/jury.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { putGrant, visit } from '../support/visitor.ts';

const OVER = '2026-08-26T02:00:00.000Z';
let db: TestDatabase;
let week: JuryWeek;
let nextId: string;

beforeAll(async () => {
  db = await testDatabase(NOW);
  week = await juryWeek(db);
  const { regionId, categoryId } = week;
  await run(`UPDATE edition SET venue = 'Aula Bapperida' WHERE edition_id = $1`, [week.editionId]);
  nextId = db.platform.newId();
  await run(
    `INSERT INTO edition (region_id, edition_id, year, name, kind, instrument, created_at) VALUES ($1, $2, 2027, 'BAILANG 2027', 'live', 'iid-2026', $3)`,
    [regionId, nextId, NOW],
  );
  await run(
    `INSERT INTO stage (region_id, edition_id, stage_id, kind, name, public_group, position, opens_at, closes_at)
     VALUES ($1, $2, $3, 'registration', 'Pendaftaran', 'Pendaftaran', 1, $4, '2026-09-30T00:00:00Z')`,
    [regionId, nextId, db.platform.newId(), NOW],
  );
  const next = db.platform.newId();
  await run(`INSERT INTO category (region_id, edition_id, category_id, code, name, position) VALUES ($1, $2, $3, 'skpd', 'SKPD', 1)`, [regionId, nextId, next]);
  for (const [table, body] of [
    ['category_rules', { ...RULES, floor: '61' }],
    ['category_rubric', RUBRIC],
  ] as const)
    await run(`INSERT INTO ${table} (region_id, category_id, version, body, reason, decided_by, decided_at) VALUES ($1, $2, 1, $3, 'awal', $4, $5)`, [
      regionId,
      next,
      JSON.stringify(body),
      week.secretariat.personId,
      NOW,
    ]);
  for (const [at, one] of week.jurors.entries()) {
    await appoint(db, week, { personId: one.personId, isChair: at === 0 });
    await act(one, (a) => confirmConflicts(a, { categoryId, declared: [] }));
  }
  for (const edition of [week.editionId, nextId]) for (const one of [week.secretariat, week.publisher]) await grant(one, 'secretariat', edition);
  await grant(week.leader, 'leader', null);
}, 60_000);
afterAll(() => db?.end());

const run = (sql: string, values: readonly unknown[]) => db.owner.run(sql, values);
const act = (actor: Actor, work: Parameters<typeof perform>[2]) => perform(db.platform, { regionId: week.regionId, actor }, work);
const grant = (actor: Actor, role: string, editionId: string | null) => putGrant(db, week.regionId, { actor, role, editionId, from: NOW });

/** A new process each time, so that nothing is remembered. */
const browser = (actor?: Actor) => visit(db, createApp(db.platform), week.regionId, actor);

const words = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
const running = async (at: string) => (await listShownEditions(db.db, week.regionId, at)).map(({ year, isRunning }) => [year, isRunning]);

describe('which editions anybody may know of', () => {
  test('a plan alone is the first to come; the newest that has begun is the current one; an earlier one runs until its result is out', async () => {
    expect(await running('2026-08-01T00:00:00.000Z')).toEqual([[2026, true]]);
    expect(await running('2026-08-18T00:00:00.000Z')).toEqual([[2026, true]]);
    for (const at of [NOW, OVER]) {
      expect(await running(at)).toEqual([
        [2027, true],
        [2026, true],
      ]);
      expect((await currentEdition(db.db, week.regionId, at))?.year).toBe(2027);
    }
  });
});

describe('the public pages', () => {
  test('home speaks of both: the newest above, the earlier one with its stage, its finalists and the way to its schedule', async () => {
    db.at(NOW);
    const { html } = await (await browser()).get('/');
    const seen = words(html);
    expect(seen).toMatch(/Pendaftaran ditutup.*Edisi 2026 masih berjalan presentation ditutup Kamis, 20 Agustus 2026/);
    expect(seen).toContain('Tempat presentasi: Aula Bapperida.');
    expect(seen).toMatch(/Finalis 2026, menurut urutan tampil SKPD 1 Inovasi/);
    for (const to of ['/jadwal?tahun=2026', '/pedoman?tahun=2026', '#edisi-2026', '/usulan/mulai']) expect(html).toContain(`href="${to}"`);
    expect(html).not.toContain('<script');
  });

  test('schedule and guide show the one that is asked for, and no other year', async () => {
    const visitor = await browser();
    const page = async (path: string) => words((await visitor.get(path)).html);
    expect(await page('/jadwal')).toContain('Jadwal BAILANG 2027');
    const earlier = await page('/jadwal?tahun=2026');
    for (const part of ['Jadwal BAILANG 2026', 'plenary', '2027 2026']) expect(earlier).toContain(part);
    const floor = 'Poin terverifikasi di bawah 61 gugur';
    expect([(await page('/pedoman')).includes(floor), (await page('/pedoman?tahun=2026')).includes(floor)]).toEqual([true, false]);
    expect(await page('/pedoman?tahun=2026')).toContain('BAILANG 2026');
    await run(`UPDATE edition SET texts = jsonb_build_object('contact', 'Panitia ' || year) WHERE kind = 'live'`, []);
    const fresh = await browser();
    const lead = async (path: string) => (await fresh.get(path)).html.split('Arti istilah')[0];
    expect([await lead('/pedoman'), await lead('/pedoman?tahun=2026')]).toEqual([
      expect.stringContaining('Panitia 2027'),
      expect.stringContaining('Panitia 2026'),
    ]);
    for (const path of ['/jadwal', '/pedoman'])
      for (const year of ['2025', 'x', '20266']) expect([path, year, (await visitor.get(`${path}?tahun=${year}`)).status]).toEqual([path, year, 404]);
  });

  test('the calendar holds the stages of both, each with its year', async () => {
    const { html } = await (await browser()).get('/jadwal.ics');
    for (const part of ['SUMMARY:Pendaftaran (2027)', 'SUMMARY:presentation (2026)', 'X-WR-CALNAME:BAILANG 2027 · BAILANG 2026']) expect(html).toContain(part);
  });
});

describe('the work of the earlier edition', () => {
  test('its late jurors are reminded', async () => {
    db.at(NOW);
    const region = (await findRegionById(db.db, week.regionId))!;
    expect(await perform(db.platform, { regionId: week.regionId, actor: NOBODY }, (one) => remindLate(one, region))).toMatchObject({ ok: true });
    expect(await db.db.one(`SELECT count(*)::int AS n FROM message WHERE kind = 'remind-sheets'`)).toEqual({ n: 3 });
  });

  test('a verifier is told of it on the list of the newest, and is led to it, while its verification accepts verdicts', async () => {
    const [verifier, entry] = [week.leader, week.entries[0]!];
    const rename = (from: string, to: string) => run('UPDATE stage SET kind = $3 WHERE edition_id = $1 AND kind = $2', [week.editionId, from, to]);
    await rename('desk', 'verification');
    await grant(verifier, 'verifier', week.editionId);
    await run(`UPDATE entry SET state = 'in-verification' WHERE entry_id = $1`, [entry.entryId]);
    await run('INSERT INTO verification_assignment (region_id, entry_id, person_id, assigned_by, assigned_at) VALUES ($1, $2, $3, $4, $5)', [
      week.regionId,
      entry.entryId,
      verifier.personId,
      week.secretariat.personId,
      NOW,
    ]);
    const at = await browser(verifier);
    expect((await at.get('/verifikasi')).to).toBe('/s/2026/verifikasi');
    for (const path of ['/saya', '/s/2026/verifikasi', '/saya/akun']) {
      const { html } = await at.get(path);
      expect([path, html.includes('href="/s/2026/verifikasi"'), html.includes('href="/s/2027/')]).toEqual([path, true, false]);
    }
    await grant(verifier, 'verifier', nextId);
    const both = await at.get('/s/2027/verifikasi');
    expect(both.html).toContain('Edisi 2026: 1 usulan menunggu putusan Anda');
    expect(both.html).toContain('href="/s/2026/verifikasi"');
    expect((await at.get('/saya')).html).toContain('href="/s/2027/verifikasi"');
    expect((await at.get('/verifikasi')).to).toBe('/s/2026/verifikasi');
    const lose = (edition: string) =>
      run(`DELETE FROM role_grant WHERE person_id = $1 AND role = 'verifier' AND edition_id = $2`, [verifier.personId, edition]);
    await lose(week.editionId);
    expect((await at.get('/s/2027/verifikasi')).html).not.toContain('href="/s/2026/');
    expect((await at.get('/verifikasi')).to).toBe('/s/2027/verifikasi');
    await grant(verifier, 'verifier', week.editionId);
    await rename('verification', 'desk');
    expect((await at.get('/s/2027/verifikasi')).html).not.toContain('menunggu putusan Anda');
    expect((await at.get('/verifikasi')).to).toBe('/s/2027/verifikasi');
    await lose(nextId);
    expect((await at.get('/verifikasi')).to).toBe('/s/2026/verifikasi');
    await run(`UPDATE entry SET state = 'verified' WHERE entry_id = $1`, [entry.entryId]);
    await run('DELETE FROM verification_assignment WHERE entry_id = $1', [entry.entryId]);
    await lose(week.editionId);
    expect((await (await browser(week.publisher)).get('/verifikasi')).to).toBe('/s/2027/verifikasi');
  });

  test('its plenary computes, is signed, certified and published; then the edition is over', async () => {
    db.at(NOW);
    for (const juror of week.jurors) {
      const at = await browser(juror);
      for (const [place, { sheetId }] of (await listOwnSheets(db.db, week.regionId, juror.personId, [week.categoryId])).entries()) {
        const points = String(90 - 10 * place);
        await at.post(`/juri/lembar/${sheetId}`, { revisi: '0', 'nilai-KEB': points, 'nilai-MAN': points, tindakan: 'kunci' });
        expect((await at.post(`/juri/lembar/${sheetId}/kunci`, { revisi: '1' })).status).toBe(303);
      }
    }
    db.at(PLENARY);
    const [secretary, leader, chair] = await Promise.all([week.secretariat, week.leader, week.jurors[0]!].map(browser));
    const list = await secretary!.get('/pleno');
    for (const year of [2027, 2026]) expect(list.html).toContain(`href="/pleno/skpd?tahun=${year}"`);
    expect((await chair!.get('/s/2026/edisi')).html).not.toContain('/edisi/salin');
    expect((await secretary!.get('/s/2026/edisi')).html).toContain('/edisi/salin');
    const own = await chair!.get('/pleno');
    expect([own.html.includes('Pleno 2026'), own.html.includes('tahun=2027')]).toEqual([true, false]);
    expect((await chair!.get('/pleno/skpd')).status).toBe(404);
    expect((await chair!.get('/juri')).html).toContain('href="/pleno/skpd?tahun=2026"');
    const shown = (await secretary!.get('/pleno/skpd?tahun=2026')).html;
    const address = /action="(\/pleno\/skpd\/hitung[^"]*)"/.exec(shown)?.[1] ?? '';
    expect(await secretary!.get(address)).toMatchObject({ status: 303, to: '/pleno/skpd?tahun=2026' });
    expect((await secretary!.post(address, {})).to).toBe('/pleno/skpd?tahun=2026');
    expect((await secretary!.get('/pleno/skpd/lembar.csv?tahun=2026')).status).toBe(200);
    expect((await secretary!.get('/pleno/skpd/lembar.csv')).status).toBe(404);
    const chosen = await chair!.post('/pleno/skpd/buka?tahun=2026', { pasangan: '', alasan: 'Tertinggal' });
    expect([chosen.status, chosen.html.includes('value="Tertinggal"')]).toEqual([422, true]);
    const result = (await db.db.one<{ id: string; digest: string }>('SELECT result_id AS id, digest FROM result_version'))!;
    expect(words((await leader!.get('/pimpinan')).html)).toContain('Penetapan hasil 2026');
    for (const juror of week.jurors)
      expect((await (await browser(juror)).post('/pleno/skpd/pernyataan?tahun=2026', { hasil: result.id, sidik: result.digest, pasti: 'ya' })).status).toBe(
        303,
      );
    const certify = '/pleno/skpd/penetapan?tahun=2026';
    expect((await leader!.get('/pimpinan')).html).toContain(`action="${certify}"`);
    const unsure = await leader!.post(certify, { hasil: result.id, sk: '188/2026' });
    expect([unsure.status, unsure.html.includes('value="188/2026"')]).toEqual([422, true]);
    expect((await leader!.post(certify, { hasil: result.id, sk: '188/2026', pasti: 'ya' })).to).toBe('/pimpinan');
    db.at(OVER);
    expect(words((await (await browser()).get('/')).html)).toContain('Seluruh tahapnya sudah lewat. Hasilnya menunggu diumumkan.');
    const [publisher, leading] = await Promise.all([week.publisher, week.leader].map(browser));
    expect((await publisher!.post('/pleno/skpd/pengumuman?tahun=2026', { hasil: result.id, pasti: 'ya' })).status).toBe(303);
    expect(words((await leading!.get('/pimpinan')).html)).toContain('Belum ada hasil yang dihitung');
    expect(await running(OVER)).toEqual([
      [2027, true],
      [2026, false],
    ]);
    db.at(later(OVER, MINUTE));
    expect((await (await browser()).get('/')).html).not.toContain('Edisi 2026 masih berjalan');
    expect((await (await browser()).get('/jadwal?tahun=2026')).status).toBe(200);
  });
});
