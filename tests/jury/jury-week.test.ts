import { afterAll, beforeAll, expect, test } from 'vitest';
import { recordAbsent } from '../../src/actions/assessment/record-absent.ts';
import { reopenSheet } from '../../src/actions/assessment/reopen-sheet.ts';
import { rememberLateScore, saveSheet } from '../../src/actions/assessment/save-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { confirmConflicts } from '../../src/actions/jury/confirm-conflicts.ts';
import { type Act, perform } from '../../src/actions/perform.ts';
import { publishResult } from '../../src/actions/publication/publish.ts';
import { certifyResult } from '../../src/actions/result/certify.ts';
import { computeCategory, decideTie } from '../../src/actions/result/compute.ts';
import { signResult } from '../../src/actions/result/sign.ts';
import type { Actor } from '../../src/domain/people/role.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { JUDGING_PROMISES } from '../../src/store/invariants-judging.ts';
import { findRecusals } from '../../src/store/jury.read.ts';
import { findPublishedResult } from '../../src/store/publication.read.ts';
import { appoint, type JuryWeek, juryWeek, NOW, PLENARY } from '../factories/jury.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let db: TestDatabase;
let week: JuryWeek;
beforeAll(async () => {
  db = await testDatabase(NOW);
  week = await juryWeek(db);
});
afterAll(() => db.end());

const doing = <T>(actor: Actor, act: (a: Act) => Promise<Outcome<T>>, remember?: Parameters<typeof perform>[3]) =>
  perform(db.platform, { regionId: week.regionId, actor, provedAt: db.platform.now() }, act, remember);
const value = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const done = await outcome;
  if (!done.ok) throw new Error(`${done.refusal.code} ${JSON.stringify(done.refusal.facts)}`);
  return done.value;
};
const code = async (outcome: Promise<Outcome<unknown>>) => {
  const done = await outcome;
  return done.ok ? 'ok' : done.refusal.code;
};
const ledger = async (kind: string) => (await db.db.one<{ n: number }>('SELECT count(*) AS n FROM audit_entry WHERE kind = $1', [kind]))?.n;
const sheetsOf = (at: number) => listOwnSheets(db.db, week.regionId, week.jurors[at]?.personId ?? '', [week.categoryId]);
const juror = (at: number) => week.jurors[at] as Actor;

test('opens no sheet before the conflicts are confirmed, and none for a conflicted pair', async () => {
  for (const [at, one] of week.jurors.entries()) {
    const appointed = await value(appoint(db, week, { personId: one.personId, isChair: at === 0 }));
    expect(appointed.code).toBe(`J${at + 1}`);
  }
  expect(await sheetsOf(0)).toEqual([]);
  for (const one of week.jurors) {
    await value(doing(one, (a) => confirmConflicts(a, { categoryId: week.categoryId, declared: [] })));
    await value(doing(one, (a) => confirmConflicts(a, { categoryId: week.categoryId, declared: [] })));
  }
  expect((await sheetsOf(0)).length).toBe(3);
  expect((await sheetsOf(2)).map((sheet) => sheet.registrationNumber)).toEqual(['BL-2026-0001', 'BL-2026-0002']);
  expect(await findRecusals(db.db, week.regionId, week.categoryId)).toEqual([
    { entryId: week.entries[2]?.entryId, personId: juror(2).personId, source: 'found', reason: 'past-seat' },
  ]);
  expect(await ledger('conflict.confirmed')).toBe(3);
});

test('saves parts without clearing the rest, refuses a stale part, and what is off the scale', async () => {
  const sheet = (await sheetsOf(0))[0];
  if (!sheet) throw new Error('no sheet');
  const save = (revision: number, scores: Record<string, string>, comment?: string) =>
    doing(juror(0), (a) => saveSheet(a, { sheetId: sheet.sheetId, revision, scores, comment }));
  expect(await value(save(0, { KEB: '80,5' }, 'Bagus'))).toEqual({ revision: 1, complete: false, faults: {} });
  expect(await value(save(0, { KEB: '80.5' }))).toEqual({ revision: 1, complete: false, faults: {} });
  expect(await code(save(0, { KEB: '70' }))).toBe('sheet.stale');
  expect(await code(save(1, { MAN: '101' }))).toBe('sheet.invalid');
  expect(await code(doing(juror(0), (a) => sealSheet(a, { sheetId: sheet.sheetId })))).toBe('sheet.incomplete');
  expect(await code(doing(juror(1), (a) => saveSheet(a, { sheetId: sheet.sheetId, revision: 1, scores: { KEB: '1' } })))).toBe('sheet.not-found');
  expect(await value(save(1, { MAN: '90' }))).toEqual({ revision: 2, complete: true, faults: {} });
  const row = await db.db.one('SELECT scores, comment, total_num, total_den FROM sheet WHERE sheet_id = $1', [sheet.sheetId]);
  expect(row).toEqual({ scores: { KEB: '80.5', MAN: '90' }, comment: 'Bagus', total_num: '843', total_den: '10' });
});

test('seals once, refuses and remembers a late score, reopens with a reason', async () => {
  for (const [at, one] of week.jurors.entries()) {
    for (const [place, sheet] of (await sheetsOf(at)).entries()) {
      const points = place === 2 ? '60' : '80';
      if (at > 0 || place > 0) await value(doing(one, (a) => saveSheet(a, { sheetId: sheet.sheetId, revision: 0, scores: { KEB: points, MAN: points } })));
      else await value(doing(one, (a) => saveSheet(a, { sheetId: sheet.sheetId, revision: 2, scores: { KEB: points, MAN: points } })));
      if (at === 1 && place === 2) continue;
      const first = await value(doing(one, (a) => sealSheet(a, { sheetId: sheet.sheetId })));
      expect(await value(doing(one, (a) => sealSheet(a, { sheetId: sheet.sheetId })))).toEqual(first);
    }
  }
  expect(await ledger('sheet.sealed')).toBe(7);
  const sheet = (await sheetsOf(1))[0];
  const sheetId = sheet?.sheetId ?? '';
  const late = doing(juror(1), (a) => saveSheet(a, { sheetId, revision: 1, scores: { KEB: '99' } }), rememberLateScore(sheetId));
  expect(await code(late)).toBe('sheet.sealed');
  expect(await ledger('sheet.late-score-refused')).toBe(1);
  expect(await code(doing(juror(1), (a) => reopenSheet(a, { sheetId, reason: 'Salah ketik' })))).toBe('permission.denied');
  expect(await code(doing(juror(0), (a) => reopenSheet(a, { sheetId, reason: '' })))).toBe('sheet.reason-missing');
  await value(doing(juror(0), (a) => reopenSheet(a, { sheetId, reason: 'Salah ketik' })));
  await value(doing(juror(1), (a) => sealSheet(a, { sheetId })));
  expect((await db.db.all('SELECT kind FROM sheet_act WHERE sheet_id = $1 ORDER BY act_no', [sheetId])).length).toBe(3);
});

test('computes only in the plenary and when every pair is settled', async () => {
  const compute = () => doing(week.secretariat, (a) => computeCategory(a, { categoryId: week.categoryId }));
  expect(await code(compute())).toBe('stage.not-open');
  db.at(PLENARY);
  const open = await compute();
  expect(open).toMatchObject({ refusal: { code: 'result.sheets-open', facts: { pairs: ['J2 BL-2026-0003'] } } });
  const late = (await sheetsOf(1))[2];
  const saving = doing(juror(1), (a) => saveSheet(a, { sheetId: late?.sheetId ?? '', revision: 1, scores: { KEB: '61' } }));
  expect(await code(saving)).toBe('stage.closed');
  const absence = { categoryId: week.categoryId, entryId: week.entries[2]?.entryId ?? '', jurorId: juror(1).personId, reason: 'Sakit' };
  await value(doing(juror(0), (a) => recordAbsent(a, absence)));
  await value(doing(juror(0), (a) => recordAbsent(a, absence)));
  const first = await value(compute());
  expect(await value(compute())).toEqual(first);
  expect(first.version).toBe(1);
  expect(await ledger('result.computed')).toBe(1);
});

test('a tie waits for the minuted decision; then signed, certified, published by different people', async () => {
  const [one, two] = week.entries.map((entry) => entry.number) as [string, string, string];
  const first = await value(doing(week.secretariat, (a) => computeCategory(a, { categoryId: week.categoryId })));
  expect(await code(doing(juror(0), (a) => signResult(a, first)))).toBe('result.unresolved');
  const decision = {
    categoryId: week.categoryId,
    resultId: first.resultId,
    tied: [one, two],
    order: [[two], [one]],
    act: 'BA-01/2026',
    reason: 'Suara 2 banding 1',
  };
  expect(await code(doing(week.secretariat, (a) => decideTie(a, decision)))).toBe('permission.denied');
  const decided = await value(doing(juror(0), (a) => decideTie(a, decision)));
  expect(decided.version).toBe(2);
  expect(await value(doing(juror(0), (a) => decideTie(a, decision)))).toEqual(decided);
  expect(await value(doing(week.secretariat, (a) => computeCategory(a, { categoryId: week.categoryId })))).toEqual(decided);
  expect(await code(doing(juror(1), (a) => signResult(a, { ...decided, digest: first.digest })))).toBe('result.digest-differs');
  expect(await code(doing(juror(1), (a) => signResult(a, first)))).toBe('result.replaced');
  for (const signer of week.jurors) {
    expect(await code(doing(week.leader, (a) => certifyResult(a, { ...decided, decree: '' })))).toBe('result.not-signed');
    await value(doing(signer, (a) => signResult(a, decided)));
    await value(doing(signer, (a) => signResult(a, decided)));
  }
  const sealed = (await sheetsOf(1))[0];
  expect(await code(doing(juror(0), (a) => reopenSheet(a, { sheetId: sealed?.sheetId ?? '', reason: 'Lagi' })))).toBe('result.already-signed');
  expect(await code(doing(week.publisher, (a) => publishResult(a, decided)))).toBe('result.not-certified');
  await value(doing(week.leader, (a) => certifyResult(a, { ...decided, decree: '188.45/1/2026' })));
  expect(await findPublishedResult(db.db, week.regionId, 2026, 'skpd')).toBeNull();
  const published = await value(doing(week.publisher, (a) => publishResult(a, decided)));
  expect(await value(doing(week.publisher, (a) => publishResult(a, decided)))).toEqual(published);
  const shown = await findPublishedResult(db.db, week.regionId, 2026, 'skpd');
  expect(shown?.body.entries.map(({ id, rank, decidedBy, jurors }) => ({ id, rank, decidedBy, jurors }))).toEqual([
    { id: two, rank: 1, decidedBy: 'decision', jurors: 3 },
    { id: one, rank: 2, decidedBy: 'decision', jurors: 3 },
  ]);
  expect(shown?.body.blocked).toEqual([{ id: 'BL-2026-0003', name: 'Inovasi 3', agency: 'Dinas 3', reason: 'few-jurors' }]);
  for (const secret of ['"totals"', 'scores', 'J1', ...week.jurors.map((each) => each.personId)]) expect(shown?.canon).not.toContain(secret);
});

test('every judging promise holds afterwards', async () => {
  for (const promise of JUDGING_PROMISES) expect([promise.name, await db.db.all(promise.sql, [week.regionId])]).toEqual([promise.name, []]);
});
