// PostgreSQL behind three verbs. Statements are constant texts sent as named prepared statements; types are parsed once, here.

import { createHash } from 'node:crypto';
import pg from 'pg';

/** Anything that can be asked: the pool, or an open transaction. */
export interface Queryable {
  all<R>(sql: string, params?: readonly unknown[]): Promise<R[]>;
  one<R>(sql: string, params?: readonly unknown[]): Promise<R | null>;
  /** Runs a statement and returns how many rows it touched. */
  run(sql: string, params?: readonly unknown[]): Promise<number>;
}

export interface Db extends Queryable {
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  /** The same database for work that reads everything, whose statements are never given up; two connections, opened when first asked. */
  readonly patient: Db;
  close(): Promise<void>;
}

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  20: (text) => safeInteger(text), // int8
  1082: (text) => text, // date
  1114: (text) => `${text.replace(' ', 'T')}Z`, // timestamp
  1184: (text) => instantOf(text), // timestamptz, session zone is UTC
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`integer ${text} does not fit`);
  return value;
}

/** '2026-08-19 01:00:00+00' or '…00.5+00' to '2026-08-19T01:00:00.000Z'. */
function instantOf(text: string): string {
  const [day = '', clock = ''] = text.split(' ');
  const [time = '', fraction = ''] = clock.replace(/\+00(:00)?$/, '').split('.');
  return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`;
}

const types: pg.CustomTypesConfig = {
  getTypeParser: (oid: number, format?: string) => PARSERS[oid] ?? pg.types.getTypeParser(oid, format as 'text'),
} as pg.CustomTypesConfig;

const names = new Map<string, string>();

/** A short stable name for a statement's text, so that the server plans it once per connection. */
function nameOf(sql: string): string {
  let name = names.get(sql);
  if (name === undefined) {
    name = createHash('sha256').update(sql).digest('base64url').slice(0, 20);
    names.set(sql, name);
  }
  return name;
}

function verbs(client: pg.Pool | pg.PoolClient, keepsPlans: boolean): Queryable {
  const ask = (sql: string, params: readonly unknown[]) =>
    client.query({ ...(keepsPlans ? { name: nameOf(sql) } : {}), text: sql, values: params as unknown[] });
  return {
    async all<R>(sql: string, params: readonly unknown[] = []) {
      return (await ask(sql, params)).rows as R[];
    },
    async one<R>(sql: string, params: readonly unknown[] = []) {
      return ((await ask(sql, params)).rows[0] as R | undefined) ?? null;
    },
    async run(sql, params = []) {
      return (await ask(sql, params)).rowCount ?? 0;
    },
  };
}

export interface DbOptions {
  readonly maxConnections?: number;
  /** Told of errors on idle connections, so that a lost server does not end the process. */
  readonly onIdleError?: (error: Error) => void;
  /** When a statement is given up; a wait for a lock at half of it, an idle transaction at twice. 0: never. */
  readonly statementMs?: number;
  /** A pooler in transaction mode that light work goes through: nothing said on one of its connections is there in the next transaction. */
  readonly pooler?: string | null;
}

const CONNECT_MS = 30_000;

/** Longer than any page or act takes at full size: a statement beyond it is stuck, and would hold a connection that others wait for. */
const STATEMENT_MS = 30_000;

/** The listener stays for the connection's life: one that dies while a transaction holds it tells whoever waits for its answer, and must not end the process besides. */
function outlive(client: pg.ClientBase): void {
  client.on('error', () => {});
}

/** Said on the connection, not in the startup packet, which a pooler in between may refuse. Behind a pooler the role itself holds these. */
async function settle(client: pg.ClientBase, statementMs: number): Promise<void> {
  outlive(client);
  const [lockMs, idleMs] = [Math.trunc(statementMs / 2), statementMs * 2];
  await client.query(
    `SET timezone = 'UTC'; SET statement_timeout = ${statementMs}; SET lock_timeout = ${lockMs}; SET idle_in_transaction_session_timeout = ${idleMs}`,
  );
}

/** Opens a pool on the given PostgreSQL address. */
export function openDb(connection: string | pg.PoolConfig, options: DbOptions = {}): Db {
  const isPooled = typeof options.pooler === 'string';
  const address = options.pooler ?? connection;
  const base: pg.PoolConfig = typeof address === 'string' ? { connectionString: address } : address;
  const pool = new pg.Pool({
    ...base,
    types,
    max: options.maxConnections ?? 10,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'bailang',
    onConnect: isPooled ? outlive : (client) => settle(client, options.statementMs ?? STATEMENT_MS),
  });
  let isClosing = false;
  let patient: Db | null = null;
  pool.on('error', (error) => isClosing || options.onIdleError?.(error));
  return {
    ...verbs(pool, !isPooled),
    async transaction(work) {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        const result = await work(verbs(client, !isPooled));
        await client.query('COMMIT');
        client.release();
        return result;
      } catch (error) {
        await client.query('ROLLBACK').then(
          () => client.release(),
          (lost: Error) => client.release(lost),
        );
        throw error;
      }
    },
    get patient() {
      patient ??= openDb(connection, { ...options, maxConnections: 2, statementMs: 0, pooler: null });
      return patient;
    },
    close: async () => {
      isClosing = true;
      await Promise.all([pool.end(), patient?.close()]);
    },
  };
}
