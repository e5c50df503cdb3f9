// Every table of the database, out and in again, by PostgreSQL's own COPY: one snapshot out, one transaction in.

import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

export interface AppliedMigration {
  readonly name: string;
  readonly sha256: string;
}

export interface Snapshot {
  readonly tables: readonly Table[];
  readonly migrations: readonly AppliedMigration[];
  read(table: Table): Readable;
  /** SHA-256 and size of every stored file, in order. */
  storedFiles(): AsyncIterable<{ readonly sha256: string; readonly bytes: number }>;
  close(): Promise<void>;
}

const TABLES = `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relname <> 'schema_migration'
  GROUP BY c.relname ORDER BY c.relname`;

/** What speaks of the folder and the secret here, and would be untrue anywhere else. */
const OF_THIS_PLACE = ['shared_ground'];

/** Opens one consistent view of the whole database; work goes on beside it. */
export async function openSnapshot(connection: string | pg.PoolConfig): Promise<Snapshot> {
  const client = await connect(connection);
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const tables = (await client.query<Table>(TABLES)).rows.filter(({ name }) => !OF_THIS_PLACE.includes(name));
    const migrations = (await client.query<AppliedMigration>('SELECT name, sha256 FROM schema_migration ORDER BY name')).rows;
    return {
      tables,
      migrations,
      read: (table) => client.query(to(`COPY ${target(table)} TO STDOUT`)),
      async *storedFiles() {
        const lines = client.query(to('COPY (SELECT sha256, max(bytes) FROM stored_file GROUP BY sha256 ORDER BY sha256) TO STDOUT'));
        for await (const line of createInterface({ input: lines })) {
          const [sha256 = '', bytes = '0'] = line.split('\t');
          yield { sha256, bytes: Number(bytes) };
        }
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

export interface Loader {
  write(table: Table): Writable;
  /** Puts references, triggers and counters back, and makes the load true. */
  commit(): Promise<void>;
  /** Forgets everything unless committed. */
  close(): Promise<void>;
}

/** Begins a load into empty tables, as their owner: references are checked when all is in, so that order does not matter. */
export async function openLoader(connection: string | pg.PoolConfig, tables: readonly Table[]): Promise<Loader> {
  const client = await connect(connection);
  try {
    await client.query('BEGIN');
    const references = (await client.query<{ owner: string; name: string; definition: string }>(REFERENCES)).rows;
    for (const { owner, name } of references) await client.query(`ALTER TABLE ${quote(owner)} DROP CONSTRAINT ${quote(name)}`);
    for (const { name } of tables) await client.query(`ALTER TABLE ${quote(name)} DISABLE TRIGGER USER`);
    return {
      write: (table) => client.query(from(`COPY ${target(table)} FROM STDIN`)),
      async commit() {
        for (const { name } of tables) await client.query(`ALTER TABLE ${quote(name)} ENABLE TRIGGER USER`);
        for (const { owner, name, definition } of references) await client.query(`ALTER TABLE ${quote(owner)} ADD CONSTRAINT ${quote(name)} ${definition}`);
        for (const { counter, owner, field } of (await client.query<Counter>(COUNTERS)).rows)
          await client.query(`SELECT setval($1, coalesce((SELECT max(${quote(field)}) FROM ${quote(owner)}), 0) + 1, false)`, [counter]);
        await client.query('COMMIT');
      },
      close: () => client.end(),
    };
  } catch (error) {
    await client.end();
    throw error;
  }
}

const REFERENCES = `SELECT conrelid::regclass::text AS owner, conname AS name, pg_get_constraintdef(oid) AS definition
  FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY 1, 2`;

interface Counter {
  readonly counter: string;
  readonly owner: string;
  readonly field: string;
}

const COUNTERS = `SELECT pg_get_serial_sequence(c.oid::regclass::text, a.attname) AS counter, c.relname AS owner, a.attname AS field
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attidentity <> ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'`;

async function connect(connection: string | pg.PoolConfig): Promise<pg.Client> {
  const base = typeof connection === 'string' ? { connectionString: connection } : connection;
  const client = new pg.Client({ ...base, options: '-c timezone=UTC', application_name: 'bailang-cadangan' });
  client.on('error', () => {}); // whoever waits for its answer is told
  await client.connect();
  return client;
}

function target({ name, columns }: Table): string {
  return `${quote(name)} (${columns.map(quote).join(', ')})`;
}

/** Names come from the archive too: each is quoted as an identifier. */
function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Whether somebody's data is there already. */
export async function holdsData(connection: string | pg.PoolConfig): Promise<boolean> {
  const client = await connect(connection);
  try {
    const { rows } = await client.query(`SELECT to_regclass('region') IS NOT NULL AS tables`);
    return rows[0].tables && (await client.query('SELECT 1 FROM region LIMIT 1')).rows.length > 0;
  } finally {
    await client.end();
  }
}

/** Functions of the migrations: nobody else's, and none of an extension. */
const FUNCTIONS = `SELECT oid::regprocedure::text AS name FROM pg_proc p
  WHERE pronamespace = 'public'::regnamespace AND proowner = current_user::regrole AND prokind = 'f'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')`;

/** Takes away our tables, known to hold nothing, so that an archive of an older program finds the tables of its time. */
export async function removeEmptyTables(connection: string | pg.PoolConfig): Promise<void> {
  const client = await connect(connection);
  try {
    const { rows } = await client.query<Table>(TABLES);
    await client.query('BEGIN');
    for (const { name } of rows) await client.query(`DROP TABLE ${quote(name)} CASCADE`);
    await client.query('DROP TABLE IF EXISTS schema_migration');
    for (const { name } of (await client.query<{ name: string }>(FUNCTIONS)).rows) await client.query(`DROP FUNCTION ${name} CASCADE`);
    await client.query('DROP SCHEMA IF EXISTS pgboss CASCADE');
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
