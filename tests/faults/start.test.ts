import { randomUUID } from 'node:crypto';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';
import { databaseOf, familyOf, freshHome, isAlive, type Program, processesOn, removeHome, runToEnd, start, stop } from './program.ts';

const isLinux = existsSync('/proc/self/stat');
const isRoot = process.getuid?.() === 0;

describe.runIf(isLinux)('one folder from its first start to its last', { timeout: 60_000 }, () => {
  const home = freshHome();
  const env = { BAILANG_DATA: home };
  let running: Program | null = null;
  afterAll(async () => {
    if (running !== null) await stop(running);
    removeHome(home);
  });

  test('begins empty with an invitation that opens', async () => {
    const unnamed = await runToEnd(env, ['--empty']);
    expect(unnamed).toMatchObject({ code: 1, stderr: expect.stringContaining('Daerah yang baru belum disebut') });
    expect((await runToEnd(env, ['--empty', '--daerah', '63.09', '--nama', 'Kabupaten Tapin'])).stderr).toContain('63.09 adalah Kabupaten Tabalong');
    running = await start(env, ['--empty', '--daerah', '63.09']);
    expect(running.told).toContain('Kabupaten Tabalong (63.09)');
    const link = /\/undangan\/\S+/.exec(running.told)?.[0];
    expect(link).toBeDefined();
    expect(running.told).not.toContain('Akun contoh');
    expect((await fetch(running.address + link)).status).toBe(200);
    expect((await fetch(`${running.address}/undangan/salah`)).status).not.toBe(200);
  });

  test('refuses a second start on the same data, and goes on serving', async () => {
    const { code, stderr } = await runToEnd(env);
    expect(code).toBe(1);
    expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(`sudah berjalan pada data ini (${home}), proses ${running?.child.pid}`)]);
    expect((await fetch(`${running?.address}/`)).status).toBe(200);
  });

  test('ends everything on SIGTERM, the database too', async () => {
    const family = familyOf(databaseOf(home));
    expect(family.length).toBeGreaterThan(1);
    const { code } = await stop(running as Program);
    running = null;
    expect(code).toBe(0);
    expect(family.filter(isAlive)).toEqual([]);
    expect(processesOn(home)).toEqual([]);
    expect(existsSync(join(home, 'bailang.pid'))).toBe(false);
  });

  test('refuses to be taken for another region', async () => {
    expect(await runToEnd({ ...env, BAILANG_REGION: '63.05' })).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('milik Kabupaten Tabalong (63.09)'),
    });
  });

  test('keeps its data and ends the database that a killed start left behind', async () => {
    const first = await start(env);
    expect(first.told).not.toMatch(/undangan|Akun contoh/);
    const orphan = databaseOf(home);
    first.child.kill('SIGKILL');
    await first.ended;
    expect(isAlive(orphan)).toBe(true);
    running = await start(env);
    expect(isAlive(orphan)).toBe(false);
    expect(databaseOf(home)).not.toBe(orphan);
    expect((await fetch(`${running.address}/`)).status).toBe(200);
  });
});

test.each([
  [{ PORT: 'delapan' }, 'PORT harus angka'],
  [{ PORT: '70000' }, 'PORT harus angka'],
  [{ HOST: 'a b' }, 'HOST harus nama'],
  [{ BAILANG_DATA: ' ' }, 'BAILANG_DATA kosong'],
  [{ DATABASE_URL: 'mysql://x/y' }, 'DATABASE_URL harus berbentuk'],
])('stops on %o with one line', async (bad: Readonly<Record<string, string>>, words) => {
  const { code, stdout, stderr } = await runToEnd({ BAILANG_DATA: join(tmpdir(), 'bailang-never-made'), ...bad });
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining(words)]);
  expect(existsSync(join(tmpdir(), 'bailang-never-made'))).toBe(false);
});

test.runIf(isRoot)('says which folder is closed to the account of the database', async () => {
  const closed = mkdtempSync(join(tmpdir(), 'bailang-closed-'));
  const { code, stderr } = await runToEnd({ BAILANG_DATA: join(closed, 'data') });
  rmSync(closed, { recursive: true, force: true });
  expect(code).toBe(1);
  expect(stderr).toContain(`${closed} tertutup`);
});

test('says in one line that the server of DATABASE_URL does not answer', async () => {
  const home = freshHome();
  const { code, stderr } = await runToEnd({ BAILANG_DATA: home, DATABASE_URL: 'postgresql://x@127.0.0.1:1/y' });
  removeHome(home);
  expect(code).toBe(1);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('tidak dapat dihubungi')]);
});

test('serves from DATABASE_URL and never seeds there', { timeout: 60_000 }, async () => {
  const [home, name, host] = [freshHome(), `test_${randomUUID().replaceAll('-', '')}`, inject('sockets')];
  await ask('postgres', `CREATE DATABASE ${name}`);
  try {
    const program = await start({
      BAILANG_DATA: home,
      DATABASE_URL: `postgresql://bailang_owner@localhost/${name}?host=${encodeURIComponent(host)}`,
      BAILANG_REGION: '32.01 Kabupaten Bogor',
    });
    expect(program.told).toContain('tidak ada di daftar');
    expect((await fetch(`${program.address}/`)).status).toBe(200);
    expect(program.told).toMatch(/\/undangan\//);
    expect(program.told).not.toContain('Akun contoh');
    expect(existsSync(join(home, 'database'))).toBe(false);
    expect((await stop(program)).code).toBe(0);
    const [counted] = await ask(name, 'SELECT (SELECT count(*) FROM region WHERE is_sample)::int AS samples, (SELECT count(*) FROM entry)::int AS entries');
    expect(counted).toEqual({ samples: 0, entries: 0 });
  } finally {
    await ask('postgres', `DROP DATABASE ${name} WITH (FORCE)`);
    removeHome(home);
  }
});

async function ask(database: string, sql: string): Promise<readonly unknown[]> {
  const client = new pg.Client({ host: inject('sockets'), user: 'bailang_owner', database });
  await client.connect();
  return client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end());
}
