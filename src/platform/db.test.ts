import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.end());

test.each([
  ["'2026-08-19 09:00+08'::timestamptz", '2026-08-19T01:00:00.000Z'],
  ["'2026-08-19 01:00:00.5Z'::timestamptz", '2026-08-19T01:00:00.500Z'],
  ["'2026-08-19 01:00:00.123987Z'::timestamptz", '2026-08-19T01:00:00.123Z'],
  ["'2026-08-19 23:59:59'::timestamp", '2026-08-19T23:59:59Z'],
  ["'2026-08-19'::date", '2026-08-19'],
  ['9007199254740991::bigint', 9007199254740991],
  ['1.50::numeric', '1.50'],
  ['\'{"a": [1]}\'::jsonb', { a: [1] }],
  ["'\\xff00'::bytea", Buffer.from([255, 0])],
  ['true', true],
  ['NULL::timestamptz', null],
])('reads %s', async (sql, expected) => {
  expect((await database.db.one<{ it: unknown }>(`SELECT ${sql} AS it`))?.it).toEqual(expected);
});

test('rather fails than rounds an integer, and goes on', async () => {
  await expect(database.db.one('SELECT 9007199254740993::bigint AS it')).rejects.toThrow('does not fit');
  expect(await database.db.one('SELECT 1 AS it')).toEqual({ it: 1 });
});

test('gives null for no row and counts what it touched', async () => {
  expect(await database.db.one('SELECT 1 WHERE false')).toBeNull();
  expect(await database.db.run('SELECT generate_series(1, 3)')).toBe(3);
});

test('takes a whole transaction back when a part of it fails', async () => {
  const { owner } = database;
  await owner.run('CREATE TABLE tried (n int PRIMARY KEY)');
  const failing = owner.transaction(async (tx) => {
    await tx.run('INSERT INTO tried VALUES ($1)', [1]);
    throw new Error('changed my mind');
  });
  await expect(failing).rejects.toThrow('changed my mind');
  expect(await owner.all('SELECT n FROM tried')).toEqual([]);
  await owner.transaction((tx) => tx.run('INSERT INTO tried VALUES ($1)', [2]));
  expect(await owner.all('SELECT n FROM tried')).toEqual([{ n: 2 }]);
});
