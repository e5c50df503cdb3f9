import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { assignMany } from '../../src/actions/assessment/assign-many.ts';
import { assignVerifier } from '../../src/actions/assessment/assign-verifier.ts';
import { releaseVerification } from '../../src/actions/assessment/release-verification.ts';
import { remindMany } from '../../src/actions/assessment/remind-many.ts';
import { takeUp } from '../../src/actions/assessment/take-up.ts';
import { undoBulk } from '../../src/actions/assessment/undo-bulk.ts';
import { checkInvariants } from '../../src/actions/audit/check-invariants.ts';
import type { Act } from '../../src/actions/perform.ts';
import type { Outcome } from '../../src/domain/shared/outcome.ts';
import { later } from '../../src/domain/shared/time.ts';
import { settle } from '../../src/jobs/settle-bulk.ts';
import { type DeskWorld, deskWorld, IN_DESK, IN_VERIFICATION, levelsFor } from '../factories/verification.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let world: DeskWorld;
const entries: string[] = [];
beforeAll(async () => {
  database = await testDatabase(IN_VERIFICATION);
  world = await deskWorld(database);
  for (const [name, agency] of [
    ['Satu', world.dinas],
    ['Dua', world.dinas],
    ['Tiga', world.bapperida],
  ] as const)
    entries.push((await world.addEntry(name, agency, levelsFor(40))).entryId);
});
afterAll(() => database?.end());

const passed = (seconds: number) => database.at(later(IN_VERIFICATION, seconds * 1000));
const assign = (
  who: keyof DeskWorld['people'],
  verifier: keyof DeskWorld['people'],
  bulkId = database.platform.newId(),
  entryIds: readonly string[] = entries,
) => world.run(who, (act) => assignMany(act, { bulkId, editionId: world.editionId, entryIds, personId: world.people[verifier] }));
const remind = (who: keyof DeskWorld['people'], bulkId = database.platform.newId()) =>
  world.run(who, (act) => remindMany(act, { bulkId, editionId: world.editionId, entryIds: entries }));
const undo = (who: keyof DeskWorld['people'], bulkId: string) => world.run(who, (act) => undoBulk(act, { bulkId }));
const heldBy = async (person: keyof DeskWorld['people']) =>
  (
    await database.owner.all<{ id: string }>('SELECT entry_id AS id FROM verification_assignment WHERE region_id = $1 AND person_id = $2 ORDER BY 1', [
      world.regionId,
      world.people[person],
    ])
  ).map(({ id }) => entries.indexOf(id) + 1);
const messages = () =>
  database.owner.all<{ kind: string; facts: object }>('SELECT kind, facts FROM message WHERE region_id = $1 ORDER BY created_at', [world.regionId]);
const ledger = (kind: string) => database.owner.all('SELECT seq FROM audit_entry WHERE region_id = $1 AND kind = $2', [world.regionId, kind]);

describe('assigning many', () => {
  test('gives what may be given, each with its row in the ledger, and a second press nothing more', async () => {
    const bulkId = database.platform.newId();
    expect(await assign('secretary', 'verifier', bulkId)).toEqual({ ok: true, value: { assigned: 2 } });
    expect(await heldBy('verifier')).toEqual([1, 2]);
    expect(await ledger('verification.assigned')).toHaveLength(2);
    expect(await assign('secretary', 'verifier', bulkId)).toEqual({ ok: true, value: { assigned: 2 } });
    expect(await ledger('verification.assigned')).toHaveLength(2);
    expect(await messages()).toEqual([]);

    passed(20);
    expect(await undo('ownSecretary', bulkId)).toMatchObject({ ok: false, refusal: { code: 'bulk.not-found' } });
    expect(await undo('secretary', bulkId)).toMatchObject({ ok: true });
    expect(await undo('secretary', bulkId)).toMatchObject({ ok: true });
    expect(await heldBy('verifier')).toEqual([]);
    expect(await ledger('verification.released')).toHaveLength(2);
    passed(60);
    await settle(database.platform, world.regionId, bulkId);
    expect(await messages()).toEqual([]);
  });

  test('tells the verifier once, when it can no longer be taken back', async () => {
    passed(100);
    const bulkId = database.platform.newId();
    await assign('secretary', 'verifier', bulkId);
    expect(
      await database.owner.all("SELECT (start_after > created_on) AS waits FROM pgboss.job WHERE name = 'settle-bulk' AND data ->> 'bulkId' = $1", [bulkId]),
    ).toEqual([{ waits: true }]);
    passed(140);
    await settle(database.platform, world.regionId, bulkId);
    await settle(database.platform, world.regionId, bulkId);
    expect(await messages()).toEqual([{ kind: 'verifications-assigned', facts: { count: 2, year: 2026 } }]);
    expect(await undo('secretary', bulkId)).toMatchObject({ ok: false, refusal: { code: 'bulk.undo-late' } });
    expect(await heldBy('verifier')).toEqual([1, 2]);
  });

  test('names the entry when it is only one', async () => {
    const bulkId = database.platform.newId();
    expect(await assign('secretary', 'outside', bulkId, [entries[2] ?? ''])).toEqual({ ok: true, value: { assigned: 1 } });
    await settle(database.platform, world.regionId, bulkId);
    expect((await messages()).at(-1)).toEqual({ kind: 'verification-assigned', facts: { innovation: 'Tiga', number: 'BL-2026-0003', year: 2026 } });
  });

  test('refuses strangers, whoever verifies nothing, and what nobody may be given', async () => {
    expect(await assign('verifier', 'outside')).toMatchObject({ ok: false, refusal: { code: 'permission.denied' } });
    expect(await assign('secretary', 'secretary')).toMatchObject({ ok: false, refusal: { code: 'verification.not-a-verifier' } });
    expect(await assign('secretary', 'verifier')).toMatchObject({ ok: false, refusal: { code: 'bulk.nothing' } });
    expect(await assign('ownSecretary', 'outside', undefined, [entries[2] ?? ''])).toMatchObject({ ok: false, refusal: { code: 'bulk.nothing' } });
    database.at(IN_DESK);
    expect(await assign('secretary', 'verifier')).toMatchObject({ ok: false, refusal: { code: 'stage.closed' } });
    passed(200);
  });
});

describe('reminding many', () => {
  test('reminds each holder once of all that waits, and within a day not again', async () => {
    const before = (await messages()).length;
    const bulkId = database.platform.newId();
    expect(await remind('secretary', bulkId)).toEqual({ ok: true, value: { people: 2 } });
    expect(await remind('secretary', bulkId)).toEqual({ ok: true, value: { people: 2 } });
    expect((await messages()).length).toBe(before);
    await settle(database.platform, world.regionId, bulkId);
    const told = (await messages()).slice(before);
    expect(told.map(({ kind, facts }) => [kind, (facts as { count: number }).count]).sort()).toEqual([
      ['remind-verification', 1],
      ['remind-verification', 2],
    ]);
    const again = database.platform.newId();
    await remind('secretary', again);
    await settle(database.platform, world.regionId, again);
    expect((await messages()).length).toBe(before + 2);
  });

  test('can be taken back, and then reminds nobody', async () => {
    passed(86_500);
    const before = (await messages()).length;
    const bulkId = database.platform.newId();
    await remind('secretary', bulkId);
    expect(await undo('secretary', bulkId)).toMatchObject({ ok: true });
    await settle(database.platform, world.regionId, bulkId);
    expect((await messages()).length).toBe(before);
    expect(await ledger('reminders.withdrawn')).toHaveLength(1);
  });

  test('reminds a team of its repair and its draft, a head of what waits, and nobody once the stage is closed', async () => {
    const set = (entry: number, state: string) =>
      database.owner.run(
        "UPDATE entry SET state = $3, repair_until = CASE WHEN $3 = 'returned-for-repair' THEN now() END WHERE region_id = $1 AND entry_id = $2",
        [world.regionId, entries[entry], state],
      );
    const seat = database.platform.newId();
    await database.owner.run("INSERT INTO seat (region_id, seat_id, agency_id, title, role) VALUES ($1, $2, $3, 'Kepala', 'head')", [
      world.regionId,
      seat,
      world.dinas,
    ]);
    await database.owner.run('INSERT INTO seat_holding (region_id, holding_id, seat_id, person_id, held_from) VALUES ($1, $2, $3, $4, $5)', [
      world.regionId,
      database.platform.newId(),
      seat,
      world.people.outside,
      '2026-01-01',
    ]);
    await set(0, 'returned-for-repair');
    await set(1, 'submitted');
    await set(2, 'returned-by-head');
    passed(200_000);
    const before = (await messages()).length;
    const bulkId = database.platform.newId();
    await remind('ownSecretary', bulkId);
    await settle(database.platform, world.regionId, bulkId);
    expect((await messages()).slice(before).map(({ kind }) => kind)).toEqual(['remind-repair', 'remind-approval']);
    database.at(IN_DESK);
    expect(await remind('secretary')).toMatchObject({ ok: false, refusal: { code: 'bulk.nobody' } });
    expect(await remind('verifier')).toMatchObject({ ok: false, refusal: { code: 'permission.denied' } });
  });
});

test('keeps every promise', async () => {
  const found = await checkInvariants(database.platform, world.regionId);
  expect(found.filter(({ promise }) => promise.startsWith('bulk.') || promise.startsWith('ledger.chain'))).toEqual([]);
});

describe('acts that wait for each other', () => {
  beforeAll(() => passed(87_000));
  /** Begins the other act while the first holds its entry, and lets it wait. */
  const meanwhile = async (first: (act: Act) => Promise<Outcome<unknown>>, other: () => Promise<unknown>): Promise<unknown> => {
    let waiting: Promise<unknown> | undefined;
    await world.run('secretary', async (act) => {
      const done = await first(act);
      waiting = other();
      await new Promise((resolve) => setTimeout(resolve, 200));
      return done;
    });
    return waiting;
  };

  test('assign what is left once the first is done', async () => {
    const [one, two] = [await world.addEntry('Empat', world.dinas, levelsFor(40)), await world.addEntry('Lima', world.dinas, levelsFor(40))];
    const assigned = await meanwhile(
      (act) => assignVerifier(act, { entryId: one.entryId, personId: world.people.verifier }),
      () => assign('secretary', 'verifier', undefined, [one.entryId, two.entryId]),
    );
    expect(assigned).toEqual({ ok: true, value: { assigned: 1 } });
  });

  test('and what was taken from a verifier is not taken up any more', async () => {
    const { entryId } = await world.addEntry('Enam', world.dinas, levelsFor(40));
    const pair = { entryId, personId: world.people.verifier };
    await world.run('secretary', (act) => assignVerifier(act, pair));
    const taken = await meanwhile(
      (act) => releaseVerification(act, pair),
      () => world.run('verifier', (act) => takeUp(act, { entryId })),
    );
    expect(taken).toMatchObject({ refusal: { code: 'verification.not-assigned' } });
  });
});
