// A panel as the secretariat puts it together: who is asked about first, who is refused, who can be taken off again.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { releaseJuror } from '../../src/actions/jury/release-juror.ts';
import { perform } from '../../src/actions/perform.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { randomToken, sha256Bytes } from '../../src/platform/crypto.ts';
import { readEditionFacts } from '../../src/store/edition-facts.read.ts';
import { createApp } from '../../src/web/app.ts';
import { appoint, type JuryWeek, juryWeek, NOW } from '../factories/jury.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let week: JuryWeek;
let app: ReturnType<typeof createApp>;
let innovator: string;
let token: string;

beforeAll(async () => {
  db = await testDatabase(NOW);
  week = await juryWeek(db);
  app = createApp(db.platform);
  innovator = await person('Rina Inovator');
  await db.owner.run('INSERT INTO entry_member (region_id, entry_id, person_id) VALUES ($1, $2, $3)', [week.regionId, week.entries[0]?.entryId, innovator]);
  await grant(week.secretariat.personId, 'secretariat', week.editionId);
  await grant(week.leader.personId, 'leader', null);
  // Somebody who can confirm: the week has begun, and a juror comes late.
  await grant(week.publisher.personId, 'admin', null);
  await db.owner.run(`UPDATE person SET password_hash = 'x' WHERE person_id = $1`, [week.publisher.personId]);
  token = randomToken();
  const session = [week.regionId, db.platform.newId(), sha256Bytes(token), week.secretariat.personId, NOW];
  await db.owner.run('INSERT INTO session (region_id, session_id, token_sha256, person_id, started_at, seen_at) VALUES ($1, $2, $3, $4, $5, $5)', session);
});
afterAll(() => db?.end());

async function person(name: string): Promise<string> {
  const personId = db.platform.newId();
  await db.owner.run('INSERT INTO person (region_id, person_id, name, email, created_at) VALUES ($1, $2, $3, $4, $5)', [
    week.regionId,
    personId,
    name,
    `${personId}@contoh.id`,
    NOW,
  ]);
  return personId;
}

function grant(personId: string, role: string, editionId: string | null) {
  return db.owner.run('INSERT INTO role_grant (region_id, grant_id, person_id, role, edition_id, granted_from) VALUES ($1, $2, $3, $4, $5, $6)', [
    week.regionId,
    db.platform.newId(),
    personId,
    role,
    editionId,
    NOW,
  ]);
}

async function seat(personId: string, agencyId: string | undefined, title: string): Promise<void> {
  const seatId = db.platform.newId();
  await db.owner.run('INSERT INTO seat (region_id, seat_id, agency_id, title) VALUES ($1, $2, $3, $4)', [week.regionId, seatId, agencyId, title]);
  await db.owner.run('INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from) VALUES ($1, $2, $3, $4, $5)', [
    week.regionId,
    db.platform.newId(),
    seatId,
    personId,
    NOW,
  ]);
}

const act = <T>(actor: Actor, work: Parameters<typeof perform<T>>[2]) => perform(db.platform, { regionId: week.regionId, actor }, work);
const page = '/s/2026/panel/skpd';
const headers = () => ({ host: 'localhost', cookie: `bailang_sesi=${token}` });

async function read() {
  const answer = await app.request(`http://localhost${page}`, { headers: headers() });
  return answer.text();
}

async function post(fields: Readonly<Record<string, string>>, path = page) {
  const body = new URLSearchParams({ csrf: sha256Bytes(`csrf ${token}`).toString('base64url'), ...fields });
  const sent = { ...headers(), origin: 'http://localhost', 'content-type': 'application/x-www-form-urlencoded' };
  const answer = await app.request(`http://localhost${path}`, { method: 'POST', headers: sent, body });
  return { status: answer.status, html: await answer.text() };
}

const panel = () =>
  db.db.all<{ name: string }>('SELECT p.name FROM panel_juror j JOIN person p USING (region_id, person_id) WHERE j.region_id = $1 ORDER BY j.code', [
    week.regionId,
  ]);

test('TR-A8: names an innovator of a competing entry as such, asks before appointing late (and why), and says whom the juror will not score', async () => {
  expect(await read()).toContain('Rina Inovator · terkait usulan Inovasi 1');
  const asked = await post({ orang: innovator });
  expect(asked.status).toBe(422);
  for (const words of ['Kantor atau timnya mengusulkan Inovasi 1.', 'Saya mengerti, dan tetap menunjuk orang ini.', `value="${innovator}" selected`])
    expect(asked.html).toContain(words);
  expect(await panel()).toEqual([]);
  const unexplained = await post({ orang: innovator, tahu: 'ya' });
  expect([unexplained.status, unexplained.html]).toEqual([422, expect.stringContaining('Tulis alasan juri baru')]);
  expect((await post({ orang: innovator, tahu: 'ya', alasan: 'Juri 3 dirawat di rumah sakit' })).status).toBe(303);
  const shown = await read();
  expect(shown.slice(shown.indexOf('<tbody>'), shown.indexOf('</tbody>'))).toContain('Inovasi 1');
});

test('asks before the one who certifies is appointed', async () => {
  const asked = await post({ orang: week.leader.personId });
  expect([asked.status, asked.html.includes('Ia pimpinan yang menetapkan hasil.')]).toEqual([422, true]);
});

test('refuses whoever is near to every finalist, whatever is ticked', async () => {
  const everywhere = await person('Di Mana-mana');
  for (const agencyId of week.agencies) await seat(everywhere, agencyId, 'Kepala Bidang');
  expect(await read()).toContain('Di Mana-mana · Kepala Bidang, Dinas 1');
  const refused = await post({ orang: everywhere, tahu: 'ya' });
  expect([refused.status, refused.html.includes('tidak ada yang dapat ia nilai')]).toEqual([422, true]);
});

test('counts for the check list only the jurors that may score every finalist', async () => {
  const [facts] = (await readEditionFacts(db.db, week.regionId, week.editionId, NOW)).categories;
  expect([facts?.jurors, facts?.freeJurors]).toEqual([1, 0]);
});

test('takes a juror off again with the role and an audit row, twice is once; whoever confirmed stays', async () => {
  expect((await post({ orang: innovator }, `${page}/lepas`)).status).toBe(303);
  expect((await act(week.secretariat, (a) => releaseJuror(a, { categoryId: week.categoryId, personId: innovator }))).ok).toBe(true);
  expect(await panel()).toEqual([]);
  const open = `SELECT count(*)::int AS n FROM role_grant WHERE person_id = $1 AND role = 'juror' AND granted_until IS NULL`;
  expect(await db.db.one(open, [innovator])).toEqual({ n: 0 });
  const rows = await db.db.all(`SELECT kind FROM audit_entry WHERE subject_id = $1 ORDER BY seq`, [innovator]);
  expect(rows).toEqual([{ kind: 'juror.appointed' }, { kind: 'access.asked' }, { kind: 'juror.released' }]);
  const [chair] = week.jurors;
  const personId = chair?.personId ?? '';
  await appoint(db, week, { personId, isChair: true });
  await act(chair as Actor, (a) => confirmConflicts(a, { categoryId: week.categoryId, declared: [] }));
  const kept = await act(week.secretariat, (a) => releaseJuror(a, { categoryId: week.categoryId, personId }));
  expect(kept).toMatchObject({ refusal: { code: 'panel.juror-begun' } });
  expect(await act(week.leader, (a) => releaseJuror(a, { categoryId: week.categoryId, personId }))).toMatchObject({ refusal: { code: 'permission.denied' } });
});
