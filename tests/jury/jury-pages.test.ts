// The jury's pages as a browser sees them: parts, stale parts, late scores, double presses, and what must not leak.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { perform } from '../../src/actions/perform.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { createApp } from '../../src/web/app.ts';
import { appoint, type JuryWeek, juryWeek, NOW, PLENARY } from '../factories/jury.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { putGrant, visit } from '../support/visitor.ts';

let db: TestDatabase;
let week: JuryWeek;
let app: ReturnType<typeof createApp>;
let sheets: readonly (readonly string[])[];

beforeAll(async () => {
  db = await testDatabase(NOW);
  week = await juryWeek(db);
  app = createApp(db.platform);
  for (const [at, one] of week.jurors.entries()) {
    await appoint(db, week, { personId: one.personId, isChair: at === 0 });
    await act(one, (a) => confirmConflicts(a, { categoryId: week.categoryId, declared: [] }));
  }
  await grant(week.secretariat, 'secretariat', week.editionId);
  await grant(week.publisher, 'secretariat', week.editionId);
  await grant(week.leader, 'leader', null);
  const own = await Promise.all(week.jurors.map((one) => listOwnSheets(db.db, week.regionId, one.personId, [week.categoryId])));
  sheets = own.map((list) => list.map((sheet) => sheet.sheetId));
});
afterAll(() => db?.end());

function act(actor: Actor, work: Parameters<typeof perform>[2]) {
  return perform(db.platform, { regionId: week.regionId, actor }, work);
}

const grant = (actor: Actor, role: string, editionId: string | null) => putGrant(db, week.regionId, { actor, role, editionId, from: NOW });
const browser = (actor: Actor | undefined) => visit(db, app, week.regionId, actor);

const sheetPath = (juror: number, place: number) => `/juri/lembar/${sheets[juror]?.[place]}`;
const rowOf = (juror: number, place: number) =>
  db.db.one<{ scores: unknown; comment: string; revision: number; state: string }>('SELECT scores, comment, revision, state FROM sheet WHERE sheet_id = $1', [
    sheets[juror]?.[place],
  ]);

test('a part saves alone, an empty text clears, the same press twice is one row', async () => {
  const juror = await browser(week.jurors[1]);
  const path = sheetPath(1, 0);
  expect((await juror.post(path, { revisi: '0', 'nilai-KEB': '73,5', catatan: 'RAHASIA-J2' })).to).toBe(`${path}?tersimpan=1`);
  expect((await juror.post(path, { revisi: '0', 'nilai-KEB': '73,5', catatan: 'RAHASIA-J2' })).status).toBe(303);
  expect((await juror.post(path, { revisi: '1', 'nilai-MAN': '80' })).status).toBe(303);
  expect(await rowOf(1, 0)).toEqual({ scores: { KEB: '73.5', MAN: '80' }, comment: 'RAHASIA-J2', revision: 2, state: 'draft' });
  expect((await juror.post(path, { revisi: '2', 'nilai-MAN': '' })).status).toBe(303);
  expect(await rowOf(1, 0)).toMatchObject({ scores: { KEB: '73.5' }, comment: 'RAHASIA-J2' });
  const history = await db.db.one<{ n: number }>('SELECT count(*) AS n FROM sheet_history WHERE sheet_id = $1', [sheets[1]?.[0]]);
  expect(history?.n).toBe(3);
});

test('a stale part shows both values and overwrites nothing; a wrong value keeps what was typed', async () => {
  const juror = await browser(week.jurors[1]);
  const path = sheetPath(1, 0);
  const stale = await juror.post(path, { revisi: '1', 'nilai-KEB': '91' });
  expect(stale.status).toBe(409);
  expect(stale.html).toContain('Isian Anda: 91. Yang tersimpan: 73,5.');
  expect(await rowOf(1, 0)).toMatchObject({ scores: { KEB: '73.5' }, revision: 3 });
  const wrong = await juror.post(path, { revisi: '3', 'nilai-KEB': '73,7', 'nilai-MAN': 'seratus', catatan: 'masih di sini' });
  expect(wrong.status).toBe(422);
  expect(wrong.html).toContain('<title>Galat:');
  expect(wrong.html).toContain('href="#nilai-MAN"');
  expect(wrong.html).toContain('&quot;seratus&quot; bukan angka. Tulis angka yang bertambah setiap 0,5 mulai dari 0.');
  for (const typed of ['value="seratus"', 'value="73,7"', 'masih di sini']) expect(wrong.html).toContain(typed);
  expect(wrong.html).toContain('Isian lain sudah tersimpan. 1 dari 2 kriteria dinilai');
  expect(await rowOf(1, 0)).toMatchObject({ revision: 4, comment: 'masih di sini', scores: { KEB: '73.5' } });
  const allWrong = await juror.post(path, { revisi: '4', 'nilai-KEB': '101', catatan: 'masih di sini' });
  expect([allWrong.status, allWrong.html.includes('Isian lain sudah tersimpan')]).toEqual([422, false]);
  expect(await rowOf(1, 0)).toMatchObject({ revision: 4 });
  expect((await juror.post(path, { revisi: '4', catatan: 'RAHASIA-J2' })).status).toBe(303);
  expect((await juror.post(path, { revisi: '5', tindakan: 'kunci' })).to).toBe(`${path}/kunci`);
  const early = await juror.get(`${path}/kunci`);
  expect([early.html.includes('Tersimpan.'), early.html.match(/boleh kosong/gi)?.length]).toEqual([false, 1]);
  expect(early.html).toContain('Manfaat: belum dinilai.');
});

test('a sheet sent on a tablet that went to the next juror is refused, and what was typed stays to be sent again', async () => {
  const next = await browser(week.jurors[2]);
  const before = await rowOf(1, 0);
  const { status, html } = await next.post(sheetPath(1, 0), { revisi: '0', 'nilai-KEB': '64,5', catatan: 'CATATAN-TADI' });
  expect(status).toBe(403);
  for (const kept of ['name="nilai-KEB" value="64,5"', 'name="catatan" value="CATATAN-TADI"']) expect(html).toContain(kept);
  expect(await rowOf(1, 0)).toEqual(before);
});

test('the keypad has a comma only where the scale has parts of a number', async () => {
  const juror = await browser(week.jurors[2]);
  expect((await juror.get(sheetPath(2, 0))).html).toMatch(/id="nilai-KEB"[^>]* inputmode="decimal"/i);
});

test('the seal asks once more with the total, is pressed twice for one act, and a late score is refused and kept', async () => {
  const juror = await browser(week.jurors[1]);
  const path = sheetPath(1, 0);
  expect((await juror.post(path, { revisi: '5', 'nilai-MAN': '73,5', tindakan: 'kunci' })).to).toBe(`${path}/kunci`);
  expect((await juror.get(`${path}/kunci`)).html).toContain('73,50');
  for (const _ of [1, 2, 3]) expect((await juror.post(`${path}/kunci`, { revisi: '6' })).to).toBe(`${path}/tanda-terima`);
  const late = await juror.post(path, { revisi: '6', 'nilai-KEB': '99' });
  expect([late.status, late.html.includes('sudah dikunci')]).toEqual([422, true]);
  const kinds = await db.db.all<{ kind: string; n: number }>(`SELECT kind, count(*) AS n FROM audit_entry WHERE subject_id = $1 GROUP BY kind ORDER BY kind`, [
    sheets[1]?.[0],
  ]);
  expect(kinds).toEqual([
    { kind: 'sheet.late-score-refused', n: 1 },
    { kind: 'sheet.sealed', n: 1 },
  ]);
});

test('a conflict found out late closes the draft and is never scored or reopened', async () => {
  const juror = await browser(week.jurors[1]);
  expect((await juror.post(`${sheetPath(1, 2)}/benturan`, { alasan: '' })).status).toBe(422);
  expect((await juror.post(`${sheetPath(1, 2)}/benturan`, { alasan: 'Ipar ketua tim' })).to).toBe('/juri');
  expect((await juror.post(sheetPath(1, 2), { revisi: '0', 'nilai-KEB': '50' })).status).toBe(422);
  expect(await rowOf(1, 2)).toMatchObject({ state: 'absent', revision: 0 });
  const chair = await browser(week.jurors[0]);
  const pair = `${week.jurors[1]?.personId} ${week.entries[2]?.entryId}`;
  const refused = await chair.post('/pleno/skpd/buka', { pasangan: pair, alasan: 'Coba lagi nanti' });
  expect(refused.status).toBe(422);
  expect(refused.html).toContain('value="Coba lagi nanti"');
});

const SECRETS = ['73,5', '73.5', 'RAHASIA'];
const leaks = (html: string) => SECRETS.filter((secret) => html.includes(secret));

test('before the plenary nobody but its juror sees a score, a total or a note', async () => {
  const own = await browser(week.jurors[1]);
  expect(leaks((await own.get(sheetPath(1, 0))).html)).toEqual(['73,5', 'RAHASIA']);
  for (const actor of [week.jurors[0], week.jurors[2], week.secretariat, week.leader, undefined]) {
    const other = await browser(actor);
    const paths = [
      '/',
      '/hasil',
      '/hasil/2026/skpd',
      '/juri',
      '/juri/pakta?kategori=skpd',
      '/pleno',
      '/pleno/skpd',
      '/pimpinan',
      '/s/2026/papan',
      '/s/2026/jejak',
      '/saya',
    ];
    for (const path of paths) {
      const answer = await other.get(path);
      expect([path, answer.status < 500, leaks(answer.html)]).toEqual([path, true, []]);
    }
    for (const path of [sheetPath(1, 0), `${sheetPath(1, 0)}/kunci`, `${sheetPath(1, 0)}/usulan`]) {
      expect([path, [303, 404].includes((await other.get(path)).status)]).toEqual([path, true]);
    }
    expect([401, 403, 404]).toContain((await other.post(sheetPath(1, 0), { revisi: '6', 'nilai-KEB': '1' })).status);
  }
  expect((await (await browser(week.secretariat)).get('/pleno/skpd')).html).toContain('Terkunci');
  expect((await (await browser(week.secretariat)).post('/pleno/skpd/hitung', {})).status).toBe(422);
});

test('in the plenary the chair and the secretariat see figures, a juror only the digest; the public only what is published', async () => {
  for (const [juror, list] of sheets.entries()) {
    const at = await browser(week.jurors[juror]);
    for (const [place] of list.entries()) {
      if (juror === 1 && place !== 1) continue;
      const path = sheetPath(juror, place);
      const points = String(60 + 7 * juror + 3 * place);
      await at.post(path, { revisi: '0', 'nilai-KEB': points, 'nilai-MAN': points, tindakan: 'kunci' });
      expect((await at.post(`${path}/kunci`, { revisi: '1' })).status).toBe(303);
    }
  }
  db.at(PLENARY);
  const [chair, plain, secretariat, leader, publisher, passer] = await Promise.all(
    [week.jurors[0], week.jurors[2], week.secretariat, week.leader, week.publisher, undefined].map(browser),
  );
  if (!chair || !plain || !secretariat || !leader || !publisher || !passer) throw new Error('nobody');
  const { categoryId } = week;
  const absence = `${week.jurors[0]?.personId} ${week.entries[2]?.entryId}`;
  expect((await chair.post('/pleno/skpd/absen', { pasangan: absence, alasan: 'Sakit' })).status).toBe(422);
  for (const act of ['absen', 'buka']) {
    const unchosen = await chair.post(`/pleno/skpd/${act}`, { pasangan: '', alasan: 'Sakit' });
    expect([act, unchosen.status, unchosen.html.includes('Pilih lembar: juri dan usulannya.')]).toEqual([act, 422, true]);
  }
  const early = (await plain.get('/pleno/skpd')).html;
  expect([early.includes('Hasil belum dihitung'), /sidik/i.test(early)]).toEqual([true, false]);
  for (const _ of [1, 2]) expect((await secretariat.post('/pleno/skpd/hitung', {})).to).toBe('/pleno/skpd?tahun=2026');
  const results = await db.db.all<{ resultId: string; digest: string }>('SELECT result_id AS "resultId", digest FROM result_version WHERE category_id = $1', [
    categoryId,
  ]);
  expect(results.length).toBe(1);
  const { resultId = '', digest = '' } = results[0] ?? {};
  for (const led of [chair, secretariat]) expect((await led.get('/pleno/skpd')).html).toContain('73,50');
  const seen = (await plain.get('/pleno/skpd')).html;
  expect(seen).toContain(digest);
  for (const hidden of [...SECRETS, 'Rekap nilai', '69,17']) expect([hidden, seen.includes(hidden)]).toEqual([hidden, false]);
  const entryPage = `/s/2026/usulan/${week.entries[0]?.entryId}`;
  expect((await secretariat.get(entryPage)).html).toContain('73,50');
  await grant(week.jurors[2] as Actor, 'verifier', week.editionId);
  expect(leaks((await plain.get(entryPage)).html)).toEqual([]);
  await grant(week.jurors[2] as Actor, 'secretariat', week.editionId);
  expect(leaks((await plain.get(entryPage)).html)).toEqual([]);
  await db.owner.run(`DELETE FROM role_grant WHERE person_id = $1 AND role IN ('verifier', 'secretariat')`, [week.jurors[2]?.personId]);
  expect((await leader.get('/pimpinan')).html).not.toContain('Rekap nilai');
  expect((await passer.get('/hasil/2026/skpd')).status).toBe(404);
  for (const juror of week.jurors) {
    const signer = await browser(juror);
    await refusedWithoutTick(signer, '/pleno/skpd/pernyataan', { hasil: resultId, sidik: digest });
    for (const _ of [1, 2]) expect((await signer.post('/pleno/skpd/pernyataan', { hasil: resultId, sidik: digest, pasti: 'ya' })).status).toBe(303);
  }
  expect((await leader.get('/pimpinan')).html).toContain('Rekap nilai');
  expect((await publisher.post('/pleno/skpd/pengumuman', { hasil: resultId, pasti: 'ya' })).status).toBe(422);
  expect((await leader.get('/pimpinan')).html).toContain('Menunggu penetapan Anda');
  expect(await refusedWithoutTick(leader, '/pleno/skpd/penetapan', { hasil: resultId, sk: '188.45/1/2026' })).toContain('value="188.45/1/2026"');
  expect((await leader.post('/pleno/skpd/penetapan', { hasil: resultId, sk: '188.45/1/2026', pasti: 'ya' })).to).toBe('/pimpinan');
  const certified = (await leader.get('/pimpinan')).html;
  for (const words of ['Hasil SKPD ditetapkan.', 'Sudah ditetapkan, menunggu sekretariat mengumumkan']) expect(certified).toContain(words);
  expect(certified).not.toContain('Menunggu penetapan Anda');
  expect((await leader.get('/pimpinan')).html).not.toContain('Hasil SKPD ditetapkan.');
  await refusedWithoutTick(publisher, '/pleno/skpd/pengumuman', { hasil: resultId });
  for (const _ of [1, 2]) expect((await publisher.post('/pleno/skpd/pengumuman', { hasil: resultId, pasti: 'ya' })).status).toBe(303);
  const shown = await passer.get('/hasil/2026/skpd');
  expect(shown.status).toBe(200);
  for (const part of ['188.45/1/2026', digest, '69,17', 'Inovasi 1', 'kurang dari jumlah juri']) expect(shown.html).toContain(part);
  for (const hidden of ['RAHASIA', '73,50', 'J2', 'Orang ', '<script', week.jurors[1]?.personId ?? '-'])
    expect([hidden, shown.html.includes(hidden)]).toEqual([hidden, false]);
  expect((await passer.get('/hasil')).html).toContain('/hasil/2026/skpd');
  const sheetsKept = (await secretariat.get('/s/2026/jejak?jenis=juri')).html;
  expect(sheetsKept).toMatch(/mengunci lembar penilaian<\/th><td[^>]*>J\d, /);
  expect(sheetsKept).toMatch(/ 2026 pukul /);
  expect(sheetsKept).not.toContain('mengumumkan hasil');
  expect((await secretariat.get('/s/2026/jejak?jenis=hasil')).html).toMatch(/mengumumkan hasil<\/th><td[^>]*>SKPD</);
  const ids = [...shown.html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
  expect(new Set(ids).size).toBe(ids.length);
});

/** The act is refused with its sentence and leaves everything as it was. */
async function refusedWithoutTick(at: Awaited<ReturnType<typeof browser>>, path: string, fields: Readonly<Record<string, string>>): Promise<string> {
  const answer = await at.post(path, fields);
  expect([path, answer.status, answer.html.includes('Centang pernyataan ini dulu')]).toEqual([path, 422, true]);
  return answer.html;
}
