// Forward-only migrations: plain SQL files, each in its own transaction, never edited once applied.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import { sha256Hex } from './crypto.ts';

const LOCK = 7_203_021;
const USUAL_ROLE = 'bailang_app';

export interface MigrateWishes {
  /** Up to and with this file. */
  readonly last?: string | undefined;
  /** The running role, which the files call by its usual name. */
  readonly role?: string;
}

/** Applies what is new in `folder`, in order of file name. Refuses when an applied file has changed, and with a sentence what the owner may not do. */
export async function migrate(connection: string | pg.PoolConfig, folder: string, { last, role = USUAL_ROLE }: MigrateWishes = {}): Promise<readonly string[]> {
  const client = new pg.Client(typeof connection === 'string' ? { connectionString: connection } : connection);
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock($1)', [LOCK]);
    const name = await grantee(client, role);
    await makeGround(client, name);
    return await applyNew(client, folder, name, last);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42501') throw error;
    throw new CannotStart(
      `Peran pemilik basis data (${client.user}) tidak berhak menyusun tabel di sini (${(error as Error).message}). Jadikan ia pemiliknya: ` +
        `ALTER DATABASE "${client.database}" OWNER TO "${client.user}"; atau isi DATABASE_MIGRATE_URL dengan peran pemilik.`,
    );
  } finally {
    await client.end();
  }
}

/** The role that the grants of this database go to: the usual one where it stands behind the running role already, else the running role itself. */
async function grantee(client: pg.Client, role: string): Promise<string> {
  if (!/^[A-Za-z_][\w$-]{0,62}$/.test(role))
    throw new CannotStart(`Nama peran ${JSON.stringify(role)} pada DATABASE_URL tidak dapat dipakai. Pakai huruf, angka, dan garis bawah.`);
  const { rows } = await client.query(
    `SELECT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = $1) AND pg_has_role($2::name, (SELECT oid FROM pg_roles WHERE rolname = $1), 'USAGE') AS behind`,
    [USUAL_ROLE, role],
  );
  return rows[0].behind ? USUAL_ROLE : role;
}

async function makeGround(client: pg.Client, role: string): Promise<void> {
  const { rows } = await client.query(`SELECT to_regclass('schema_migration') IS NOT NULL AS begun`);
  if (rows[0].begun) return;
  await client.query('CREATE TABLE schema_migration (name text PRIMARY KEY, sha256 text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())');
  await client.query(`GRANT SELECT ON schema_migration TO "${role}"`);
}

async function applyNew(client: pg.Client, folder: string, role: string, last = '\uffff'): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string; sha256: string }>('SELECT name, sha256 FROM schema_migration');
  const applied = new Map(rows.map((row) => [row.name, row.sha256]));
  const files = filesIn(folder).filter((name) => name <= last);
  const fresh: string[] = [];
  for (const name of files) {
    const sql = readFileSync(join(folder, name), 'utf8');
    const digest = sha256Hex(sql);
    const before = applied.get(name);
    if (before !== undefined && before !== digest)
      throw new CannotStart(`Berkas migrasi ${name} berubah sesudah dijalankan pada basis data ini. Kembalikan berkas itu.`);
    if (before !== undefined) continue;
    await client.query('BEGIN');
    await client.query(sql.replaceAll(/\bbailang_app\b/g, `"${role}"`));
    await client.query('INSERT INTO schema_migration (name, sha256) VALUES ($1, $2)', [name, digest]);
    await client.query('COMMIT');
    fresh.push(name);
  }
  return fresh;
}

/** Refuses a database whose tables are not those of this program; changes nothing. */
export async function requireSchema(connection: string | pg.PoolConfig, folder: string): Promise<void> {
  const client = new pg.Client(typeof connection === 'string' ? { connectionString: connection } : connection);
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT to_regclass('schema_migration') IS NOT NULL AND to_regclass('audit_entry') IS NOT NULL AS ours`);
    if (!rows[0].ours) throw new CannotStart('Basis data ini kosong atau bukan milik BAILANG: tabelnya tidak ada. Periksa DATABASE_URL.');
    const applied = new Set((await client.query<{ name: string }>('SELECT name FROM schema_migration')).rows.map(({ name }) => name));
    const known = filesIn(folder);
    const strange = [...applied].find((name) => !known.includes(name));
    if (strange !== undefined) throw new CannotStart(`Basis data ini dari versi yang lebih baru (${strange}). Pakai program yang sama barunya.`);
    const missing = known.find((name) => !applied.has(name));
    if (missing !== undefined)
      throw new CannotStart(`Basis data ini dari versi yang lebih lama: ${missing} belum dijalankan. Mulai BAILANG sekali, lalu periksa lagi.`);
  } finally {
    await client.end();
  }
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}
