import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';

let test_: TestDatabase;
beforeAll(async () => {
  test_ = await testDatabase();
});
afterAll(() => test_.end());

test('gives each file an empty migrated database and parses its types', async () => {
  const row = await test_.db.one<{ at: string; n: number; b: number }>(
    "SELECT '2026-08-19 09:00:00.5+08'::timestamptz AS at, count(*) AS n, 5::bigint AS b FROM region",
  );
  expect(row).toEqual({ at: '2026-08-19T01:00:00.500Z', n: 0, b: 5 });
});

test('refuses the running role to change or delete the ledger', async () => {
  for (const act of [
    'UPDATE audit_entry SET kind = kind',
    'DELETE FROM audit_entry',
    'TRUNCATE audit_entry',
    'DELETE FROM verdict',
    'UPDATE publication SET version = 2',
  ]) {
    await expect(test_.db.run(act)).rejects.toThrow(/permission denied/);
  }
  await expect(test_.owner.run('DELETE FROM audit_entry')).rejects.toThrow(/append-only/);
});
