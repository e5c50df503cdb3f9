// TR-A8: what comes before its stage, after its close or past its lock is refused, and that it was tried stands in the ledger.

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startEntry } from '../../src/actions/innovation/start.ts';
import { submitEntry } from '../../src/actions/innovation/submit.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import { hashPassword } from '../../src/platform/crypto.ts';
import { createApp } from '../../src/web/app.ts';
import { paths } from '../../src/web/paths.ts';
import { AFTER, APPROVAL, type Door, DURING, openDoor } from '../factories/innovation.ts';
import { appoint, type JuryWeek, juryWeek } from '../factories/jury.ts';
import { type Browser, browse } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const PASSWORD = 'kata sandi panjang';
let passwordHash: string;
beforeAll(async () => {
  passwordHash = await hashPassword(PASSWORD);
});

async function signIn(db: TestDatabase, { personId }: Actor): Promise<Browser> {
  const row = await db.owner.one<{ email: string }>('UPDATE person SET password_hash = $2 WHERE person_id = $1 RETURNING email', [personId, passwordHash]);
  const browser = browse(createApp(db.platform));
  await browser.signIn(row?.email ?? '', PASSWORD);
  return browser;
}

const tried = async (db: TestDatabase, subject: string) =>
  (
    await db.db.all<{ kind: string; facts: string; actor: string }>(
      `SELECT kind, facts, actor_id AS actor FROM audit_entry WHERE subject_id = $1 AND kind IN ('act.out-of-turn', 'sheet.late-score-refused')`,
      [subject],
    )
  ).map(({ kind, facts, actor }) => [kind, JSON.parse(facts).why, actor]);

describe('at the door', () => {
  let db: TestDatabase;
  let door: Door;
  let entryId: string;
  beforeAll(async () => {
    db = await testDatabase(DURING);
    door = await openDoor(db);
    entryId = db.platform.newId();
    const begun = { entryId, innovationId: db.platform.newId(), agencyId: door.own.agencyId, categoryId: door.categoryId, name: 'Inovasi terlambat' };
    const outcome = await perform(db.platform, { regionId: door.regionId, actor: door.own.innovator }, (act) => startEntry(act, begun));
    expect(outcome.ok).toBe(true);
  });
  afterAll(() => db.end());

  test('a send at the moment of the close', async () => {
    db.at(AFTER);
    const innovator = await signIn(db, door.own.innovator);
    await innovator.get(paths.submit(entryId));
    const answer = await innovator.post(paths.submit(entryId), { promise: 'ya' });
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('ditutup')]);
    expect(await tried(db, entryId)).toEqual([['act.out-of-turn', 'stage.closed', door.own.innovator.personId]]);
    expect(await db.db.all('SELECT 1 FROM snapshot')).toEqual([]);
  });

  test('a decision after the approval stage, and one on a draft', async () => {
    const [snapshotId, { regionId, own }] = [db.platform.newId(), door];
    await db.owner.run(`INSERT INTO snapshot VALUES ($1, $2, $3, 1, '{"profile": {}, "indicators": []}', '{}', repeat('0', 64), $4, $5)`, [
      regionId,
      snapshotId,
      entryId,
      own.innovator.personId,
      DURING,
    ]);
    db.at(DURING);
    const head = await signIn(db, own.head);
    const approve = { snapshotId, pasti: 'ya', promise: 'ya' };
    const onDraft = await head.post(paths.approve(entryId), approve);
    expect(onDraft.status).toBe(422);
    await db.owner.run(`UPDATE entry SET state = 'submitted', serial = 1, registration_number = 'BL-2026-0001' WHERE entry_id = $1`, [entryId]);
    db.at(APPROVAL.closesAt);
    expect((await (await signIn(db, own.head)).post(paths.approve(entryId), approve)).status).toBe(422);
    expect((await tried(db, entryId)).slice(1)).toEqual([
      ['act.out-of-turn', 'entry.wrong-state', own.head.personId],
      ['act.out-of-turn', 'stage.closed', own.head.personId],
    ]);
    expect(await db.db.all('SELECT 1 FROM approval')).toEqual([]);
  });
});

test('a new entry, and a first sending, once the finalists of the category are announced', async () => {
  const db = await testDatabase(DURING);
  try {
    const door = await openDoor(db);
    const { regionId, categoryId, own } = door;
    const begin = (entryId: string, name: string) =>
      perform(db.platform, { regionId, actor: own.innovator }, (act) =>
        startEntry(act, { entryId, innovationId: db.platform.newId(), agencyId: own.agencyId, categoryId, name }),
      );
    const entryId = db.platform.newId();
    expect((await begin(entryId, 'Sebelum pengumuman')).ok).toBe(true);
    const shortlistId = db.platform.newId();
    const by = own.innovator.personId;
    await db.owner.run(`INSERT INTO shortlist VALUES ($1, $2, $3, 1, '{}', repeat('0', 64), '[]', $4, $5)`, [regionId, shortlistId, categoryId, by, DURING]);
    await db.owner.run('INSERT INTO shortlist_announcement VALUES ($1, $2, $3, $4, $5)', [regionId, categoryId, shortlistId, by, DURING]);
    expect(await begin(db.platform.newId(), 'Sesudah pengumuman')).toMatchObject({ ok: false, refusal: { code: 'entry.list-announced' } });
    const sent = await perform(db.platform, { regionId, actor: own.innovator }, (act) => submitEntry(act, { entryId }));
    expect(sent).toMatchObject({ ok: false, refusal: { code: 'entry.list-announced' } });
  } finally {
    await db.end();
  }
});

describe('at the jury', () => {
  let db: TestDatabase;
  let week: JuryWeek;
  beforeAll(async () => {
    db = await testDatabase('2026-08-19T02:00:00.000Z');
    week = await juryWeek(db);
  });
  afterAll(() => db.end());

  test('a juror added once a sheet is sealed', async () => {
    const { regionId, categoryId, entries, jurors, secretariat, leader } = week;
    for (const juror of jurors) {
      const appointed = await appoint(db, week, { personId: juror.personId });
      expect(appointed.ok).toBe(true);
    }
    await db.owner.run(
      `INSERT INTO sheet (region_id, sheet_id, category_id, entry_id, juror_id, rubric_version, state, total_num, total_den, digest)
       VALUES ($1, $2, $3, $4, $5, 1, 'sealed', 1, 1, repeat('0', 64))
       ON CONFLICT (region_id, entry_id, juror_id) DO UPDATE SET state = 'sealed', total_num = 1, total_den = 1, digest = repeat('0', 64)`,
      [regionId, db.platform.newId(), categoryId, entries[0]?.entryId, jurors[0]?.personId],
    );
    await perform(db.platform, { regionId, actor: NOBODY }, (act) => grantRole(act, { personId: secretariat.personId, role: 'secretariat' }));
    const secretary = await signIn(db, secretariat);
    const before = await db.db.all('SELECT 1 FROM panel_juror');
    const answer = await secretary.post(paths.panel(2026, 'skpd'), { orang: leader.personId, ketua: '' });
    expect(answer.status).toBe(422);
    expect(await tried(db, categoryId)).toEqual([['act.out-of-turn', 'panel.judging-begun', secretariat.personId]]);
    expect(await db.db.all('SELECT 1 FROM panel_juror')).toEqual(before);
  });
});
