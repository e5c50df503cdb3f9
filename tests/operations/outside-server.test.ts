// A PostgreSQL of the office's own, with an owner and a running role that may do nothing else, under any names.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { runCheck } from '../../src/cli/check-invariants.ts';
import { CannotStart } from '../../src/platform/cannot-start.ts';
import { readConfig } from '../../src/platform/config.ts';
import { openDb } from '../../src/platform/db.ts';
import { migrate, requireSchema } from '../../src/platform/migrate.ts';
import { requireRights, roleAt } from '../../src/platform/outside-server.ts';

const serial = randomUUID().slice(0, 8);
const OWNER = `pemilik-kantor-${serial}`;
const RUNNER = `pelaksana_${serial}`;
let database: string;
let folder: string;

const url = (user: string, name = database) => `postgresql://${encodeURIComponent(user)}@localhost/${name}?host=${encodeURIComponent(inject('sockets'))}`;
const place = (user: string) => ({ host: inject('sockets'), user, database });

async function ask(user: string, sql: string, name = database): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ host: inject('sockets'), user, database: name });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
const asAdmin = (sql: string) => ask('bailang_owner', sql, 'postgres');

beforeAll(async () => {
  await asAdmin(`CREATE ROLE "${OWNER}" LOGIN`);
  await asAdmin(`CREATE ROLE ${RUNNER} LOGIN`);
});
beforeEach(async () => {
  if (database !== undefined) await asAdmin(`DROP DATABASE ${database} WITH (FORCE)`);
  database = `test_${randomUUID().replaceAll('-', '')}`;
  await asAdmin(`CREATE DATABASE ${database} OWNER "${OWNER}"`);
  folder = mkdtempSync(join(tmpdir(), 'bailang-luar-'));
});
afterAll(async () => {
  await asAdmin(`DROP DATABASE ${database} WITH (FORCE)`);
  await asAdmin(`DROP ROLE "${OWNER}"`);
  await asAdmin(`DROP ROLE ${RUNNER}`);
});

describe('an owner without CREATEROLE', () => {
  test('migrates, and the running role of any name may work but not rewrite the ledger', async () => {
    expect(await roleAt('DATABASE_URL', url(RUNNER))).toBe(RUNNER);
    expect((await migrate(url(OWNER), 'migrations', { role: RUNNER })).length).toBeGreaterThan(20);
    await requireRights(url(OWNER), RUNNER);
    const db = openDb(place(RUNNER));
    await expect(db.run('DELETE FROM audit_entry')).rejects.toThrow(/permission denied/);
    await expect(db.all('SELECT count(*) FROM audit_entry')).resolves.toHaveLength(1);
    await db.close();
    expect(await migrate(url(OWNER), 'migrations', { role: RUNNER })).toEqual([]);
  });

  test('may be the running role itself', async () => {
    await migrate(url(OWNER), 'migrations', { role: OWNER });
    await requireRights(url(OWNER), OWNER);
  });

  test('is told what to do when the database is not its own', async () => {
    await asAdmin(`ALTER DATABASE ${database} OWNER TO bailang_owner`);
    await expect(migrate(url(OWNER), 'migrations', { role: RUNNER })).rejects.toThrow(/OWNER TO "pemilik-kantor/);
  });
});

describe('a running role', () => {
  test('with a new name is told which right it lacks', async () => {
    await migrate(url(OWNER), 'migrations', { role: OWNER });
    const refused = requireRights(url(OWNER), RUNNER);
    await expect(refused).rejects.toThrow(CannotStart);
    await expect(refused).rejects.toThrow(new RegExp(`GRANT .* TO "${RUNNER}"`));
  });

  test('whose name could end a statement is refused', async () => {
    await expect(migrate(url(OWNER), 'migrations', { role: 'a"; DROP TABLE x' })).rejects.toThrow(/tidak dapat dipakai/);
  });

  test.each([
    ['a role that is not there', () => url(`tiada_${serial}`), /peran "tiada_.*CREATE ROLE "tiada_/],
    ['a database that is not there', () => url(RUNNER, 'tiada'), /basis data "tiada" belum ada.*CREATE DATABASE "tiada"/],
    ['a server that is not there', () => 'postgresql://x@127.0.0.1:1/x', /tidak dapat dihubungi/],
  ])('hears of %s', async (_name, address, words) => {
    await expect(roleAt('DATABASE_URL', address())).rejects.toThrow(words);
  });

  test('hears of a database it may not enter', async () => {
    await asAdmin(`REVOKE CONNECT ON DATABASE ${database} FROM PUBLIC`);
    await expect(roleAt('DATABASE_URL', url(RUNNER))).rejects.toThrow(/GRANT CONNECT ON DATABASE/);
  });
});

describe('check-invariants', () => {
  const io = { stdout: () => {}, stderr: () => {} };
  const config = (env: Readonly<Record<string, string>>) => readConfig({ BAILANG_DATA: folder, ...env }, false);
  const tables = async () => (await ask(OWNER, `SELECT count(*)::int AS n FROM pg_class WHERE relnamespace = 'public'::regnamespace`))[0]?.n;

  test('makes nothing in an empty database or in the data folder, and does not call it well', async () => {
    await expect(runCheck(config({ DATABASE_URL: url(OWNER) }), io)).rejects.toThrow(/kosong atau bukan milik BAILANG/);
    expect([await tables(), readdirSync(folder)]).toEqual([0, []]);
  });

  test('refuses a database of somebody else', async () => {
    await ask(OWNER, 'CREATE TABLE schema_migration (version text)');
    await expect(runCheck(config({ DATABASE_URL: url(OWNER) }), io)).rejects.toThrow(/bukan milik BAILANG/);
    expect(await tables()).toBe(1);
  });

  test('refuses an installation without a region', async () => {
    await migrate(url(OWNER), 'migrations', { role: OWNER });
    await expect(runCheck(config({ DATABASE_URL: url(OWNER) }), io)).rejects.toThrow(/Belum ada daerah/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test('refuses a database that is older or newer than the program', async () => {
    const files = readdirSync('migrations').sort();
    await migrate(url(OWNER), 'migrations', { role: OWNER, last: files.at(-2) });
    await expect(requireSchema(url(OWNER), 'migrations')).rejects.toThrow(/lebih lama/);
    await migrate(url(OWNER), 'migrations', { role: OWNER });
    await ask(OWNER, `INSERT INTO schema_migration VALUES ('9999_z.sql', '')`);
    await expect(requireSchema(url(OWNER), 'migrations')).rejects.toThrow(/lebih baru/);
    rmSync(folder, { recursive: true });
  });
});
