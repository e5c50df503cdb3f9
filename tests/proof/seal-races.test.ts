// Many presses of the same seal at once are one seal, one act and one receipt; what was acknowledged is there.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { saveSheet } from '../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { perform } from '../../src/actions/perform.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { appoint, type JuryWeek, juryWeek, NOW } from '../factories/jury.ts';
import { done } from '../factories/sealed-week.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let week: JuryWeek;
beforeAll(async () => {
  db = await testDatabase(NOW);
  week = await juryWeek(db);
});
afterAll(() => db.end());

test('TR-L5: every juror saves and presses seal five times in the same moment, on every sheet', async () => {
  const { categoryId, regionId, jurors } = week;
  for (const [at, { personId }] of jurors.entries()) await appoint(db, week, { personId, isChair: at === 0 });
  for (const juror of jurors) await done(db.platform, week, juror, (a) => confirmConflicts(a, { categoryId, declared: [] }));
  const pairs = (
    await Promise.all(
      jurors.map(async (juror) => (await listOwnSheets(db.db, regionId, juror.personId, [categoryId])).map(({ sheetId }) => ({ juror, sheetId }))),
    )
  ).flat();
  expect(pairs.length).toBe(8);
  const scores = { KEB: '80', MAN: '90' };
  await Promise.all(pairs.map(({ juror, sheetId }) => done(db.platform, week, juror, (a) => saveSheet(a, { sheetId, revision: 0, scores }))));
  const presses = pairs.flatMap(({ juror, sheetId }) =>
    [1, 2, 3, 4, 5].map(async () => {
      const sealed = await perform(db.platform, { regionId, actor: juror }, (a) => sealSheet(a, { sheetId, revision: 1 }));
      return { sheetId, digest: sealed.ok ? sealed.value.digest : sealed.refusal.code };
    }),
  );
  const answered = await Promise.all(presses);
  const kept = await db.db.all<{ sheetId: string; digest: string; acts: number; receipts: number; rows: number }>(
    `SELECT s.sheet_id AS "sheetId", s.digest, (SELECT count(*)::int FROM sheet_act a WHERE a.sheet_id = s.sheet_id) AS acts,
       (SELECT count(*)::int FROM sheet_receipt r WHERE r.sheet_id = s.sheet_id AND r.digest = s.digest) AS receipts,
       (SELECT count(*)::int FROM audit_entry e WHERE e.subject_id = s.sheet_id AND e.kind = 'sheet.sealed') AS rows FROM sheet s`,
  );
  expect(kept.map(({ acts, receipts, rows }) => [acts, receipts, rows])).toEqual(kept.map(() => [1, 1, 1]));
  const digestOf = new Map(kept.map(({ sheetId, digest }) => [sheetId, digest]));
  expect(answered.filter(({ sheetId, digest }) => digestOf.get(sheetId) !== digest)).toEqual([]);
});
