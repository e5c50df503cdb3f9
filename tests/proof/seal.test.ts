// In jury week somebody with the database changes what was sealed: every act that would build on it refuses and names the sheet.

import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { reopenSheet } from '../../src/actions/assessment/reopen-sheet.ts';
import { sealSheet } from '../../src/actions/assessment/seal-sheet.ts';
import { perform } from '../../src/actions/perform.ts';
import { publishResult } from '../../src/actions/publication/publish.ts';
import { certifyResult } from '../../src/actions/result/certify.ts';
import { type ComputedVersion, computeCategory } from '../../src/actions/result/compute.ts';
import { signResult } from '../../src/actions/result/sign.ts';
import type { Refusal } from '../../src/domain/shared/outcome.ts';
import type { Db } from '../../src/platform/db.ts';
import { listOwnSheets } from '../../src/store/assessment-sheet.read.ts';
import { say } from '../../src/texts/id/say.ts';
import { type JuryWeek, NOW, PLENARY } from '../factories/jury.ts';
import { done, type Step, sealedWeek, untilBefore } from '../factories/sealed-week.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { within } from '../support/within.ts';

let database: TestDatabase;
let week: JuryWeek;
let sheetId: string;

/** A week of which the sheet of the second juror for the first finalist is attacked. */
async function weekOfOwn(): Promise<void> {
  database = await testDatabase(NOW);
  week = await sealedWeek(database);
  const own = await listOwnSheets(database.db, week.regionId, week.jurors[1]?.personId ?? '', [week.categoryId]);
  sheetId = own.find(({ registrationNumber }) => registrationNumber === 'BL-2026-0001')?.sheetId ?? '';
}

class Undo extends Error {}

type Acting = (db: Db) => Promise<Refusal | null>;

/** Plants the damage as that role, acts on it in the same transaction, and takes everything back. 'refused': the database did not let it be planted. */
async function under(role: 'app' | 'owner', damage: readonly string[], act: Acting): Promise<Refusal | 'refused' | null> {
  const db = role === 'app' ? database.db : database.owner;
  let seen: Refusal | 'refused' | null = null;
  await db
    .transaction(async (tx) => {
      if (role === 'owner') await tx.run('SET LOCAL session_replication_role = replica');
      for (const statement of damage) expect(await tx.run(statement.replaceAll('{sheet}', sheetId))).toBeGreaterThan(0);
      if (role === 'owner') await tx.run('SET LOCAL session_replication_role = origin');
      seen = await act(within(tx));
      throw new Undo();
    })
    .catch((error: { code?: string }) => {
      if (error.code === '42501') seen = 'refused';
      else if (!(error instanceof Undo)) throw error;
    });
  return seen;
}

const compute: Acting = async (db) => {
  const { regionId, secretariat: actor, categoryId } = week;
  const outcome = await perform({ ...database.platform, db }, { regionId, actor }, (a) => computeCategory(a, { categoryId }));
  return outcome.ok ? null : outcome.refusal;
};

/** Stands for the id of the sheet of J2 for the first finalist. */
const OF_J2 = "'{sheet}'";
const NAMED = 'J2 BL-2026-0001';
/** Everything of the sheet but the sheet itself: its acts, history and receipts. */
const REST = ['sheet_act', 'sheet_history', 'sheet_receipt'].map((table) => `DELETE FROM ${table} WHERE sheet_id = ${OF_J2}`);
const RECUSED = `INSERT INTO recusal (region_id, entry_id, person_id, source, reason, recorded_at)
  SELECT region_id, entry_id, juror_id, 'declared', 'Palsu', now() FROM sheet WHERE sheet_id = ${OF_J2}`;
const ABSENT = `INSERT INTO sheet_act (region_id, sheet_id, act_no, kind, reason, acted_by, acted_at) SELECT region_id, sheet_id, 2, 'absent', 'Palsu', juror_id, now()
  FROM sheet WHERE sheet_id = ${OF_J2}`;

/** Name, what the sheet is said to have, statements. */
const DAMAGE: readonly (readonly [string, string, readonly string[]])[] = [
  ['scores with their total', 'scores', [`UPDATE sheet SET scores = '{"KEB": "100", "MAN": "100"}', total_num = 100, total_den = 1 WHERE sheet_id = ${OF_J2}`]],
  ['the comment', 'scores', [`UPDATE sheet SET comment = 'Lain' WHERE sheet_id = ${OF_J2}`]],
  ['the state alone', 'state', [`UPDATE sheet SET state = 'draft', digest = NULL WHERE sheet_id = ${OF_J2}`]],
  ['an absence', 'state', [ABSENT, `UPDATE sheet SET state = 'absent', digest = NULL WHERE sheet_id = ${OF_J2}`]],
  ['a recusal', 'recusal', [RECUSED]],
  ['a recusal and an absence', 'state', [RECUSED, ABSENT, `UPDATE sheet SET state = 'absent', digest = NULL WHERE sheet_id = ${OF_J2}`]],
];
/** Only the owner can go so far. */
const OWNER_DAMAGE: typeof DAMAGE = [
  [
    'everything of it but the ledger',
    'ledger',
    [
      `UPDATE sheet_act SET canon = replace(replace(canon, '["KEB","72"]', '["KEB","100"]'), '"368/5"', '"452/5"') WHERE sheet_id = ${OF_J2}`,
      `UPDATE sheet_act SET digest = encode(sha256(convert_to(canon, 'UTF8')), 'hex') WHERE sheet_id = ${OF_J2}`,
      `UPDATE sheet s SET digest = a.digest, scores = '{"KEB": "100", "MAN": "76"}', total_num = 452 FROM sheet_act a WHERE a.sheet_id = s.sheet_id AND s.sheet_id = ${OF_J2}`,
      `UPDATE sheet_history SET scores = '{"KEB": "100", "MAN": "76"}' WHERE sheet_id = ${OF_J2}`,
      `UPDATE sheet_receipt r SET digest = a.digest FROM sheet_act a WHERE a.sheet_id = r.sheet_id AND r.sheet_id = ${OF_J2}`,
    ],
  ],
  ['the sealed text', 'text', [`UPDATE sheet_act SET canon = replace(canon, '"total":"', '"total":"1') WHERE sheet_id = ${OF_J2}`]],
  ['the history', 'history', [`UPDATE sheet_history SET comment = 'Lain' WHERE sheet_id = ${OF_J2}`]],
  ['the receipt', 'receipt', [`UPDATE sheet_receipt SET digest = repeat('0', 64) WHERE sheet_id = ${OF_J2}`]],
  ['its acts', 'state', [`DELETE FROM sheet_act WHERE sheet_id = ${OF_J2}`]],
  ['the sheet', 'gone', [`DELETE FROM sheet WHERE sheet_id = ${OF_J2}`]],
  ['the sheet with everything of it', 'gone', [...REST, `DELETE FROM sheet WHERE sheet_id = ${OF_J2}`]],
  ['the sheet with everything of it, behind a recusal', 'gone', [RECUSED, ...REST, `DELETE FROM sheet WHERE sheet_id = ${OF_J2}`]],
  ['the row of the ledger', 'state', [`DELETE FROM audit_entry WHERE kind = 'sheet.sealed' AND subject_id = ${OF_J2}`]],
  [
    'the row of the ledger, the sheet, its acts and history',
    'gone',
    [`DELETE FROM audit_entry WHERE kind = 'sheet.sealed' AND subject_id = ${OF_J2}`, ...REST.slice(0, 2), `DELETE FROM sheet WHERE sheet_id = ${OF_J2}`],
  ],
  ['the place of the sheet in another category', 'gone', [`UPDATE sheet SET category_id = gen_random_uuid() WHERE sheet_id = ${OF_J2}`]],
];

const faultsOf = (refusal: Refusal | 'refused' | null) => {
  if (refusal === null || refusal === 'refused') return refusal;
  const { sheets, what } = refusal.facts as { sheets: readonly string[]; what: readonly string[] };
  return [refusal.code, sheets, what];
};

describe('TR-S9: in jury week', () => {
  beforeAll(async () => {
    await weekOfOwn();
    database.at(PLENARY);
  });
  afterAll(() => database.end());

  test('an untouched week computes', async () => expect(await under('owner', [], compute)).toBeNull());

  test.each(DAMAGE)('the running role changes %s: the database or the act refuses', async (_name, what, damage) => {
    expect(['refused', JSON.stringify(['seal.broken', [NAMED], [what]])]).toContain(
      ((seen) => (typeof seen === 'string' ? seen : JSON.stringify(seen)))(faultsOf(await under('app', damage, compute))),
    );
  });

  test.each([...DAMAGE, ...OWNER_DAMAGE])('the owner of the database changes %s: computing names the sheet', async (_name, what, damage) => {
    expect(faultsOf(await under('owner', damage, compute))).toEqual(['seal.broken', [NAMED], [what]]);
  });

  test('the refusal says in words which sheet, and what is wrong with it', async () => {
    const refusal = await under('owner', [`DELETE FROM sheet WHERE sheet_id = ${OF_J2}`], compute);
    expect(say(refusal as Refusal)).toContain(`${NAMED} (lembarnya hilang)`);
  });

  test('a sheet the chair reopened and its juror sealed again counts as sealed last', async () => {
    database.at(NOW);
    await done(database.platform, week, week.jurors[0]!, (a) => reopenSheet(a, { sheetId, reason: 'Salah ketik' }));
    const first = await done(database.platform, week, week.jurors[1]!, (a) => sealSheet(a, { sheetId }));
    const acts = await database.db.all<{ digest: string | null }>('SELECT digest FROM sheet_act WHERE sheet_id = $1 ORDER BY act_no', [sheetId]);
    expect(acts[2]?.digest).toBe(first.digest);
    expect(acts[0]?.digest).not.toBe(first.digest);
    database.at(PLENARY);
    expect(await under('owner', [], compute)).toBeNull();
  });
});

describe.each<Step>(['sign', 'certify', 'publish'])('TR-S9: before the act to %s', (step) => {
  let version: ComputedVersion;
  const act: Acting = async (db) => {
    const by = { sign: week.jurors[0]!, certify: week.leader, publish: week.publisher }[step];
    const outcome = await perform<unknown>({ ...database.platform, db }, { regionId: week.regionId, actor: by, provedAt: database.platform.now() }, (a) => {
      if (step === 'sign') return signResult(a, version);
      return step === 'certify' ? certifyResult(a, { ...version, decree: '' }) : publishResult(a, version);
    });
    return outcome.ok ? null : outcome.refusal;
  };
  beforeAll(async () => {
    await weekOfOwn();
    version = await untilBefore(database, week, step);
  });
  beforeEach(() => database.at(PLENARY));
  afterAll(() => database.end());

  test('untouched, it is done', async () => expect(await under('owner', [], act)).toBeNull());

  test.each([...DAMAGE, ...OWNER_DAMAGE])('the owner changes %s: refused', async (_n, what, damage) => {
    expect(faultsOf(await under('owner', damage, act))).toEqual(['seal.broken', [NAMED], [what]]);
  });

  test.each([
    ['the frozen inputs', 'result.digest-broken', `UPDATE result_version SET inputs = jsonb_set(inputs, '{sheets,0,scores,KEB}', '"100"')`],
    ['their text', 'result.digest-broken', `UPDATE result_version SET inputs_canon = replace(inputs_canon, '"KEB":"60"', '"KEB":"61"')`],
    ['the numbers', 'result.digest-broken', `UPDATE result_version SET body = jsonb_set(body, '{entries,0,rank}', '9')`],
    ['the text of the numbers', 'result.digest-broken', "UPDATE result_version SET body_canon = body_canon || ' '"],
  ])('the owner changes %s: refused', async (_name, code, damage) => {
    const refusal = await under('owner', [damage], act);
    expect(refusal).toMatchObject({ code });
  });
});
