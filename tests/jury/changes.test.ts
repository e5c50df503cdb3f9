// What changes between a juror's confirmation and the seal: the rubric, and the juror's own seats.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { recordAbsent } from '../../src/actions/assessment/record-absent.ts';
import { saveSheet } from '../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { changeRubric } from '../../src/actions/edition/change-rubric.ts';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { releaseJuror } from '../../src/actions/jury/release-juror.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { computeCategory } from '../../src/actions/result/compute.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { findOwnSheet, listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { appoint, type JuryWeek, juryWeek, NOW, PLENARY, RUBRIC } from '../factories/jury.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let week: JuryWeek;
beforeEach(async () => {
  db = await testDatabase(NOW);
  week = await juryWeek(db);
  for (const [at, one] of week.jurors.entries()) {
    await value(appoint(db, week, { personId: one.personId, isChair: at === 0 }));
    await value(doing(one, (a) => confirmConflicts(a, { categoryId: week.categoryId, declared: [] })));
  }
});
afterEach(() => db.end());

const doing = <T>(actor: Actor, act: (a: Act) => Promise<Outcome<T>>) => perform(db.platform, { regionId: week.regionId, actor }, act);
const value = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const done = await outcome;
  if (!done.ok) throw new Error(`${done.refusal.code} ${JSON.stringify(done.refusal.facts)}`);
  return done.value;
};
const code = async (outcome: Promise<Outcome<unknown>>) => {
  const done = await outcome;
  return done.ok ? 'ok' : done.refusal.code;
};
const sheetsOf = (one: Actor) => listOwnSheets(db.db, week.regionId, one.personId, [week.categoryId]);
const [KEB, MAN] = RUBRIC.criteria as [(typeof RUBRIC.criteria)[number], (typeof RUBRIC.criteria)[number]];
const turned = {
  ...RUBRIC,
  criteria: [
    { ...KEB, weight: '40' },
    { ...MAN, weight: '60' },
  ],
};
const change = (basedOn = 1) =>
  doing(week.secretariat, (a) => changeRubric(a, { categoryId: week.categoryId, basedOn, body: turned, reason: 'Bobot terbalik', confirmed: '' }));

test('a rubric decided after the confirmations is the one that jurors see, seal and are counted by', async () => {
  await value(change());
  for (const one of week.jurors) {
    for (const { sheetId } of await sheetsOf(one)) {
      expect((await findOwnSheet(db.db, week.regionId, sheetId, one.personId))?.rubric.version).toBe(2);
      await value(doing(one, (a) => saveSheet(a, { sheetId, revision: 0, scores: { KEB: '100', MAN: '50' } })));
      await value(doing(one, (a) => sealSheet(a, { sheetId })));
    }
  }
  const kept = await db.db.all<{ total: string; version: number }>(
    'SELECT DISTINCT (total_num / total_den)::text::numeric::int::text AS total, rubric_version AS version FROM sheet',
  );
  expect(kept).toEqual([{ total: '70', version: 2 }]);
  db.at(PLENARY);
  const { resultId } = await value(doing(week.secretariat, (a) => computeCategory(a, { categoryId: week.categoryId })));
  const { inputs } = (await db.db.one<{ inputs: { rubricVersion: number } }>('SELECT inputs_canon::jsonb AS inputs FROM result_version WHERE result_id = $1', [
    resultId,
  ]))!;
  expect(inputs.rubricVersion).toBe(2);
});

test('no sheet sealed under an older rubric is computed', async () => {
  for (const one of week.jurors) {
    for (const { sheetId } of await sheetsOf(one)) {
      await value(doing(one, (a) => saveSheet(a, { sheetId, revision: 0, scores: { KEB: '100', MAN: '50' } })));
      await value(doing(one, (a) => sealSheet(a, { sheetId })));
    }
  }
  await db.owner.run("INSERT INTO category_rubric SELECT region_id, category_id, 2, body, 'contoh', decided_by, decided_at FROM category_rubric");
  db.at(PLENARY);
  expect(await code(doing(week.secretariat, (a) => computeCategory(a, { categoryId: week.categoryId })))).toBe('result.rubric-differs');
});

test('nobody, and nobody whose account is closed, is appointed', async () => {
  const tried = (personId: string) => code(appoint(db, week, { personId }));
  expect(await tried(db.platform.newId())).toBe('panel.person-missing');
  await db.owner.run('UPDATE person SET disabled_at = $1 WHERE person_id = $2', [NOW, week.publisher.personId]);
  expect(await tried(week.publisher.personId)).toBe('person.closed');
});

test('a juror with a recorded absence stays on the panel', async () => {
  const [categoryId, personId] = [week.categoryId, week.publisher.personId];
  await value(appoint(db, week, { personId, knowing: true }));
  const absence = { categoryId, entryId: week.entries[0]?.entryId ?? '', jurorId: personId, reason: 'Sakit' };
  await value(doing(week.jurors[0] as Actor, (a) => recordAbsent(a, absence)));
  expect(await code(doing(week.secretariat, (a) => releaseJuror(a, { categoryId, personId })))).toBe('panel.juror-begun');
});

test('a score saved while the rubric is being changed stops the change', async () => {
  const [one] = week.jurors as [Actor];
  const sheetId = (await sheetsOf(one))[0]?.sheetId ?? '';
  let changing: Promise<Outcome<unknown>> | undefined;
  await value(
    doing(one, async (a) => {
      const saved = await saveSheet(a, { sheetId, revision: 0, scores: { KEB: '100' } });
      changing = change();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return saved;
    }),
  );
  expect(await code(changing!)).toBe('rubric.frozen');
});

test('a juror who comes to sit in the agency of a finalist scores and seals it no more', async () => {
  const one = week.jurors[1] as Actor;
  const [sheet] = await sheetsOf(one);
  const sheetId = sheet?.sheetId ?? '';
  await value(doing(one, (a) => saveSheet(a, { sheetId, revision: 0, scores: { KEB: '100', MAN: '100' } })));
  const entry = await db.db.one<{ agencyId: string }>('SELECT agency_id AS "agencyId" FROM entry WHERE entry_id = $1', [sheet?.entryId]);
  const seat = {
    seatId: db.platform.newId(),
    agencyId: entry?.agencyId ?? '',
    agencyName: '',
    title: 'Kepala',
    role: 'head' as const,
    heldFrom: NOW,
    heldUntil: null,
  };
  const seated: Actor = { ...one, seats: [seat] };
  expect(await code(doing(seated, (a) => saveSheet(a, { sheetId, revision: 1, scores: { KEB: '99' } })))).toBe('sheet.tied');
  expect(await code(doing(seated, (a) => sealSheet(a, { sheetId })))).toBe('sheet.tied');
  expect(await code(doing({ ...one, pastSeats: [{ ...seat, heldUntil: NOW }] }, (a) => sealSheet(a, { sheetId })))).toBe('sheet.tied');
  expect(await code(doing({ ...one, seats: [{ ...seat, agencyId: db.platform.newId() }] }, (a) => sealSheet(a, { sheetId })))).toBe('ok');
});
