// A PostgreSQL of the office's own: reached, asked who we are there, and refused with what to do.

import pg from 'pg';
import { CannotStart } from './cannot-start.ts';

const OLDEST = 150_000;

/** The role that an address signs in as. Refuses, naming the key of the address, what keeps us out, and a server too old for us. */
export async function roleAt(key: string, url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect().catch((error: Error) => {
    throw new CannotStart(`${key}: ${wordsOf(error, client)}.`);
  });
  try {
    const { rows } = await client.query(`SELECT current_user AS role, current_setting('server_version_num')::int AS number, version() AS version`);
    if (rows[0].number < OLDEST) throw new CannotStart(`${key}: PostgreSQL terlalu lama (${rows[0].version.split(' ')[1]}). Pakai versi 15 atau lebih baru.`);
    return rows[0].role;
  } finally {
    await client.end();
  }
}

function wordsOf(error: Error, { user, database }: pg.Client): string {
  const { code = '' } = error as NodeJS.ErrnoException;
  if (code === '28P01') return `kata sandi peran "${user}" ditolak server PostgreSQL. Periksa kata sandi di alamat itu`;
  if (code === '28000')
    return `peran "${user}" tidak diterima server PostgreSQL (${error.message}). Buat perannya (CREATE ROLE "${user}" LOGIN PASSWORD '…'), atau izinkan di pg_hba.conf`;
  if (code === '3D000') return `basis data "${database}" belum ada. Buat dulu: CREATE DATABASE "${database}" OWNER peran_pemilik`;
  if (code === '42501') return `peran "${user}" tidak boleh masuk ke basis data "${database}". Jalankan: GRANT CONNECT ON DATABASE "${database}" TO "${user}"`;
  if (code === '53300') return 'server PostgreSQL penuh sambungan. Naikkan max_connections, atau hentikan yang tidak dipakai';
  return `server PostgreSQL tidak dapat dihubungi (${error.message || code})`;
}

/**
 * Refuses a pooler that signs in as another, and a role that does not itself hold what is otherwise said on each connection: the zone that
 * times are read in, and an end for a statement that is stuck.
 */
export async function requirePooler(url: string, role: string): Promise<void> {
  const found = await roleAt('DATABASE_POOLER_URL', url);
  if (found !== role) throw new CannotStart(`DATABASE_POOLER_URL masuk sebagai "${found}", DATABASE_URL sebagai "${role}". Pakai peran yang sama.`);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const { rows } = await client.query(`SELECT current_setting('timezone') AS zone, current_setting('statement_timeout') AS patience`);
    if (/^(Etc\/)?UTC$/.test(rows[0].zone) && rows[0].patience !== '0') return;
    throw new CannotStart(
      `Lewat pooler setelan tinggal pada perannya. Jalankan sebagai pengelola: ALTER ROLE "${role}" SET timezone = 'UTC'; ALTER ROLE "${role}" SET statement_timeout = '30s'; ` +
        `ALTER ROLE "${role}" SET lock_timeout = '15s'; ALTER ROLE "${role}" SET idle_in_transaction_session_timeout = '60s'; lalu RECONNECT pada poolernya.`,
    );
  } finally {
    await client.end();
  }
}

/** Refuses when the running role may not do what the tables grant to another: the address was given a new name. */
export async function requireRights(connection: string | pg.PoolConfig, role: string): Promise<void> {
  const client = new pg.Client(typeof connection === 'string' ? { connectionString: connection } : connection);
  await client.connect();
  try {
    const { rows } = await client.query(
      `SELECT has_table_privilege($1, 'audit_entry', 'INSERT') AND has_schema_privilege($1, 'public', 'USAGE') AS may,
         (SELECT string_agg(DISTINCT quote_ident(grantee), ', ') FROM information_schema.role_table_grants
          WHERE table_schema = 'public' AND table_name = 'audit_entry' AND privilege_type = 'INSERT' AND is_grantable = 'NO') AS holders`,
      [role],
    );
    if (rows[0].may) return;
    throw new CannotStart(
      `Peran "${role}" pada DATABASE_URL belum berhak atas tabel BAILANG. Jalankan sebagai pemilik: GRANT ${rows[0].holders ?? 'peran_lama'} TO "${role}"; atau kembalikan nama peran yang lama.`,
    );
  } finally {
    await client.end();
  }
}
