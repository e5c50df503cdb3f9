import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkInvariants } from '../../src/actions/audit/check-invariants.ts';
import { checkAllPromises, checkPromises } from '../../src/jobs/check-promises.ts';
import { seedStory } from '../../src/seeds/sample.ts';
import { PROMISES } from '../../src/store/invariants.read.ts';
import { newestPromiseCheck } from '../../src/store/promise-check.read.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { within } from '../support/within.ts';
import { DAMAGE } from './damage.ts';

let database: TestDatabase;
let regionId: string;
beforeAll(async () => {
  database = await testDatabase();
  regionId = (await seedStory(database.platform, 'published')).stage.regionId;
}, 120_000);
afterAll(() => database.end());

class Undo extends Error {}

/** Runs the statements with triggers and keys asleep, looks, and takes everything back. */
async function under(statements: readonly string[]): Promise<ReturnType<typeof checkInvariants>> {
  let found: Awaited<ReturnType<typeof checkInvariants>> = [];
  await database.owner
    .transaction(async (tx) => {
      await tx.run('SET LOCAL session_replication_role = replica');
      for (const statement of statements) expect(await tx.run(statement)).toBeGreaterThan(0);
      found = await checkInvariants({ ...database.platform, db: within(tx) }, regionId);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found;
}

const BEYOND_SQL = [
  'ledger.chain-holds',
  'result.recomputes',
  'bundle.recomputes',
  'sheet.total-recomputes',
  'entry.points-recompute',
  'signature.still-holds',
  'file.is-in-the-store',
];

test('knows a damage for every promise', () => {
  expect(Object.keys(DAMAGE).sort()).toEqual([...PROMISES.map(({ name }) => name), ...BEYOND_SQL].sort());
  expect(PROMISES.length).toBeGreaterThanOrEqual(20);
});

test('finds nothing in the whole story', async () => {
  expect(await checkInvariants(database.platform, regionId)).toEqual([]);
});

test.each(Object.keys(DAMAGE))('fires on %s', async (name) => {
  const found = await under(DAMAGE[name] ?? []);
  expect(found.map((breach) => breach.promise)).toContain(name);
});

test('finds one changed bit in a file by its content, which a look at its size cannot', async () => {
  const { platform } = database;
  const { sha256 = '' } = (await platform.db.one<{ sha256: string }>('SELECT sha256 FROM stored_file ORDER BY sha256 LIMIT 1')) ?? {};
  const path = join(platform.home, sha256.slice(0, 2), sha256);
  const whole = readFileSync(path);
  writeFileSync(path, whole.with(9, (whole[9] ?? 0) ^ 1));
  try {
    const found = await checkInvariants(platform, regionId);
    expect(found.map(({ promise, subject }) => ({ promise, subject }))).toEqual([{ promise: 'file.is-in-the-store', subject: sha256 }]);
    expect(await checkInvariants(platform, regionId, 'size')).toEqual([]);
    await checkAllPromises(platform);
    expect((await newestPromiseCheck(platform.db, regionId))?.broken).toEqual(['file.is-in-the-store']);
    // A publication looks at sizes only, and does not unsay what the night has found.
    await checkPromises(platform, regionId);
    expect((await newestPromiseCheck(platform.db, regionId))?.broken).toEqual(['file.is-in-the-store']);
  } finally {
    writeFileSync(path, whole);
  }
  await checkAllPromises(platform);
  expect((await newestPromiseCheck(platform.db, regionId))?.broken).toEqual([]);
});

test('an installation that is older than the points beside its entries is given them', async () => {
  const upgrade = /^WITH weight[\s\S]*?;$/m.exec(readFileSync('migrations/0060_board.sql', 'utf8'))?.[0] ?? '';
  expect(await under(['UPDATE entry SET claimed_points = NULL, verified_points = NULL', upgrade])).toEqual([]);
  const found = await under(['UPDATE entry SET claimed_points = NULL, verified_points = NULL']);
  expect(found.map(({ promise }) => promise)).toContain('entry.points-recompute');
});

test.each([
  ['changed', 'UPDATE audit_entry SET kind = kind || chr(120) WHERE seq = 77', 'row 77: changed'],
  ['deleted', 'DELETE FROM audit_entry WHERE seq = 77', 'row 77: missing'],
  ['swapped', 'UPDATE audit_entry SET seq = CASE seq WHEN 77 THEN -78 ELSE -77 END WHERE seq IN (77, 78)', 'row 77: '],
])('names the row of the ledger that was %s', async (_how, statement, subject) => {
  const swapBack = statement.includes('CASE')
    ? ['ALTER TABLE audit_entry DROP CONSTRAINT audit_entry_seq_check', statement, 'UPDATE audit_entry SET seq = -seq WHERE seq < 0']
    : [statement];
  const found = await underLoose(swapBack);
  expect(found.find((breach) => breach.promise === 'ledger.chain-holds')?.subject).toContain(subject);
});

async function underLoose(statements: readonly string[]): Promise<ReturnType<typeof checkInvariants>> {
  const [first = '', ...rest] = statements;
  if (!first.startsWith('ALTER')) return under(statements);
  let found: Awaited<ReturnType<typeof checkInvariants>> = [];
  await database.owner
    .transaction(async (tx) => {
      await tx.run('SET LOCAL session_replication_role = replica');
      await tx.run(first);
      for (const statement of rest) await tx.run(statement);
      found = await checkInvariants({ ...database.platform, db: within(tx) }, regionId);
      throw new Undo();
    })
    .catch((error) => {
      if (!(error instanceof Undo)) throw error;
    });
  return found;
}

test('refuses the running role to change, delete or empty any ledger table', async () => {
  const tables = await database.owner.all<{ name: string }>("SELECT tgrelid::regclass::text AS name FROM pg_trigger WHERE tgname = 'append_only' ORDER BY 1");
  expect(tables.length).toBeGreaterThanOrEqual(19);
  for (const { name } of tables) {
    const column = (await database.owner.one<{ name: string }>('SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum = 1', [name]))
      ?.name;
    for (const act of [`UPDATE ${name} SET ${column} = ${column}`, `DELETE FROM ${name}`, `TRUNCATE ${name}`]) {
      await expect(database.db.run(act)).rejects.toThrow(/permission denied/);
    }
    await expect(database.owner.run(`DELETE FROM ${name}`)).rejects.toThrow(/append-only/);
  }
});
