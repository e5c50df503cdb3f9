import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, inject, test } from 'vitest';
import { CannotStart } from './cannot-start.ts';
import { migrate } from './migrate.ts';

let folder: string;
let name: string;
const place = (database: string) => ({ host: inject('sockets'), user: 'bailang_owner', database });
const put = (file: string, sql: string) => writeFileSync(join(folder, file), sql);

async function ask(sql: string, database = name): Promise<readonly unknown[]> {
  const client = new pg.Client(place(database));
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'bailang-migrate-'));
  name = `test_${randomUUID().replaceAll('-', '')}`;
  await ask(`CREATE DATABASE ${name}`, 'postgres');
  put('0001_a.sql', 'CREATE TABLE a (n int)');
});
afterEach(async () => {
  await ask(`DROP DATABASE ${name} WITH (FORCE)`, 'postgres');
  rmSync(folder, { recursive: true, force: true });
});

test('applies what is new, in order, once', async () => {
  put('0002_b.sql', 'ALTER TABLE a ADD b int');
  expect(await migrate(place(name), folder)).toEqual(['0001_a.sql', '0002_b.sql']);
  expect(await migrate(place(name), folder)).toEqual([]);
  put('0003_c.sql', 'ALTER TABLE a ADD c int');
  expect(await migrate(place(name), folder)).toEqual(['0003_c.sql']);
});

test('refuses a file that changed after it was applied, and touches nothing', async () => {
  await migrate(place(name), folder);
  put('0001_a.sql', 'CREATE TABLE a (n bigint)');
  put('0002_b.sql', 'CREATE TABLE b ()');
  const again = migrate(place(name), folder);
  await expect(again).rejects.toThrow(CannotStart);
  await expect(again).rejects.toThrow('0001_a.sql berubah');
  expect(await ask("SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
});

test('leaves nothing of a file that fails halfway, and carries on once it is mended', async () => {
  put('0002_b.sql', 'CREATE TABLE b (); SELECT 1/0;');
  await expect(migrate(place(name), folder)).rejects.toThrow('division by zero');
  expect(await ask("SELECT to_regclass('b') AS b")).toEqual([{ b: null }]);
  put('0002_b.sql', 'CREATE TABLE b ()');
  expect(await migrate(place(name), folder)).toEqual(['0002_b.sql']);
});

test('lets two starts at once apply each file once', async () => {
  const both = await Promise.all([migrate(place(name), folder), migrate(place(name), folder)]);
  expect(both.flat()).toEqual(['0001_a.sql']);
});
