import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import { type Db, openDb } from '../../src/platform/db.ts';
import { openLog } from '../../src/platform/log.ts';
import { outageOf } from '../../src/platform/outage.ts';
import { createApp } from '../../src/web/app.ts';
import { smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

let database: TestDatabase;
let name: string;
beforeAll(async () => {
  database = await testDatabase();
  name = (await database.owner.one<{ name: string }>('SELECT current_database() AS name'))?.name ?? '';
  await database.owner.run('CREATE TABLE written (n int PRIMARY KEY)');
  await database.owner.run('GRANT SELECT, INSERT ON written TO bailang_app');
});
afterAll(() => database.end());

const unheld: unknown[] = [];
const note = (error: unknown) => unheld.push(error);
beforeEach(() => {
  unheld.length = 0;
  for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, note);
});
afterEach(() => {
  for (const event of ['unhandledRejection', 'uncaughtException']) process.off(event, note);
});

const endAll = () => database.owner.run("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND usename = 'bailang_app'", [name]);
const open = (statementMs?: number): Db =>
  openDb({ host: inject('sockets'), user: 'bailang_app', database: name }, statementMs === undefined ? {} : { statementMs });

describe('TR-F9: every database connection ended', () => {
  test('25 times under writes in transactions: nobody falls, what was acknowledged is kept, and the pool recovers by itself', async () => {
    const { db } = database;
    const acknowledged: number[] = [];
    let next = 0;
    let isOver = false;
    const writer = async () => {
      while (!isOver) {
        const n = next++;
        await db
          .transaction(async (tx) => {
            await tx.run('INSERT INTO written VALUES ($1)', [n]);
            await tx.run('SELECT pg_sleep(0.002)');
          })
          .then(
            () => acknowledged.push(n),
            (error) => expect([outageOf(error), error]).toEqual(['lost', error]),
          );
      }
    };
    const writers = Array.from({ length: 6 }, writer);
    for (let round = 0; round < 25; round += 1) {
      const before = acknowledged.length;
      await endAll();
      await expect.poll(() => acknowledged.length, { interval: 5, timeout: 5000 }).toBeGreaterThan(before);
    }
    isOver = true;
    await Promise.all(writers);
    const kept = new Set((await database.owner.all<{ n: number }>('SELECT n FROM written')).map((row) => row.n));
    expect(acknowledged.filter((n) => !kept.has(n))).toEqual([]);
    expect(acknowledged.length).toBeGreaterThan(25);
    expect(unheld).toEqual([]);
  });

  test('while a transaction only holds its connection: the transaction fails, the process does not', async () => {
    const failed = database.db.transaction(async (tx) => {
      await tx.run('SELECT 1');
      await endAll();
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.run('SELECT 1');
    });
    expect(outageOf(await failed.catch((error) => error))).toBe('lost');
    expect(await database.db.one('SELECT 1 AS it')).toEqual({ it: 1 });
    expect(unheld).toEqual([]);
  });
});

describe('TR-F10: a statement that takes too long', () => {
  test('is given up, also while it waits for a lock, and the connection serves on', async () => {
    const db = open(200);
    try {
      expect(outageOf(await db.one('SELECT pg_sleep(5)').catch((error) => error))).toBe('slow');
      await database.owner.transaction(async (holder) => {
        await holder.run('LOCK TABLE written');
        expect(outageOf(await db.one('SELECT 1 FROM written').catch((error) => error))).toBe('slow');
      });
      expect(await db.one("SELECT current_setting('statement_timeout') AS it")).toEqual({ it: '200ms' });
    } finally {
      await db.close();
    }
  });

  test('stands on every connection of the application, not on those that read everything, and the time zone is UTC on both', async () => {
    const asked = "SELECT current_setting('statement_timeout') AS most, current_setting('lock_timeout') AS lock, current_setting('timezone') AS zone";
    expect(await database.db.one(asked)).toEqual({ most: '30s', lock: '15s', zone: 'UTC' });
    expect(await database.db.patient.one(asked)).toEqual({ most: '0', lock: '0', zone: 'UTC' });
  });

  test('answers 503 with a sentence and a code that stands in the log', async () => {
    const lines: string[] = [];
    const db = open(200);
    try {
      await smallRegion(database.platform);
      const app = createApp({ ...database.platform, db, log: openLog((line) => lines.push(line), database.platform.now) });
      const ask = () => app.request('http://localhost/masuk', { headers: { host: 'localhost', cookie: `bailang_sesi=${'a'.repeat(43)}` } });
      expect((await ask()).status).toBe(200);
      const answer = await database.owner.transaction(async (holder) => {
        await holder.run('LOCK TABLE session IN ACCESS EXCLUSIVE MODE');
        return ask();
      });
      expect(answer.status).toBe(503);
      const html = await answer.text();
      expect(html).toContain('Basis data sedang tidak menjawab');
      const code = /KD-[0-9A-F]{6}/.exec(html)?.[0] ?? 'none';
      expect(lines.filter((line) => line.includes('"level":"error"') && line.includes(code))).toHaveLength(1);
      expect((await ask()).status).toBe(200);
    } finally {
      await db.close();
    }
  });
});

test('an outage is told from a fault of the program', () => {
  const coded = (code: string, more: object = {}) => Object.assign(new Error('x'), { code, ...more });
  expect([coded('57P01'), coded('08006'), coded('ECONNREFUSED'), coded('ENOENT', { syscall: 'connect' })].map(outageOf)).toEqual(Array(4).fill('lost'));
  expect([new Error('Connection terminated unexpectedly'), new Error('timeout exceeded when trying to connect')].map(outageOf)).toEqual(['lost', 'lost']);
  expect([coded('57014'), coded('55P03')].map(outageOf)).toEqual(['slow', 'slow']);
  expect([coded('ENOSPC'), coded('EDQUOT'), coded('53100')].map(outageOf)).toEqual(['full', 'full', 'full']);
  expect([coded('23505'), coded('ENOENT', { syscall: 'open' }), new Error('x'), 'x'].map(outageOf)).toEqual([null, null, null, null]);
});
