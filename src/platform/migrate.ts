// Forward-only migrations: plain SQL files, each in its own transaction, never edited once applied.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { sha256Hex } from './crypto.ts';

const LOCK = 7_203_021;

/** Applies what is new in `folder`, in order of file name, up to and with `last` when one is named. Refuses when an applied file has changed. */
export async function migrate(connection: string | pg.PoolConfig, folder: string, last?: string): Promise<readonly string[]> {
  const client = new pg.Client(typeof connection === 'string' ? { connectionString: connection } : connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    await makeGround(client);
    return await applyNew(client, folder, last);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error;
    throw new CannotStart(`Peran basis data ini tidak berhak menyusun tabel (${(error as Error).message}). Isi DATABASE_MIGRATE_URL dengan peran pemilik.`);
  } finally {
    await client.end();
  }
}

/** An outside server may not know the running role yet; migrations grant to it by name. */
async function makeGround(client: pg.Client): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('schema_migration') IS NOT NULL AS begun,
    EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'bailang_app') AS role`);
  if (rows[0].begun) return;
  if (!rows[0].role) await client.query('CREATE ROLE bailang_app NOLOGIN');
  await client.query('CREATE TABLE schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
  await client.query('GRANT SELECT ON schema_migration TO bailang_app');
}

async function applyNew(client: pg.Client, folder: string, last = '\uffff'): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration');
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.sql') && name <= last)
    .sort();
  const fresh: string[] = [];
  for (const name of files) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const digest = sha256Hex(sql);
    const before = applied.get(name);
    if (before !== undefined && before !== digest)
      throw new CannotStart(`Berkas migrasi ${name} berubah sesudah dijalankan pada basis data ini. Kembalikan berkas itu.`);
    if (before !== undefined) continue;
    await client.query('BEGIN');
    await client.query(sql);
    await client.query('INSERT INTO schema_migration (name, sha256) VALUES ($1, $2)', [name, digest]);
    await client.query('COMMIT');
    fresh.push(name);
  }
  return fresh;
}
