// The embedded PostgreSQL server: made once, started by us, started again when it falls, stopped with us, and ended when we were killed.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, lchownSync, lstatSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CannotStart } from './cannot-start.ts';
import type { PostgresHost } from './postgres-binaries.ts';
import { closedTo, makePassage } from './reach.ts';

export interface Cluster {
  /** Connection of the role that migrates, or of the role that runs. */
  connection(role: 'bailang_owner' | 'bailang_app', database?: string): pg.PoolConfig;
  stop(): Promise<void>;
}

export interface ClusterOptions {
  readonly host: PostgresHost;
  /** The folder of this installation; the server's files go to `database` inside it. */
  readonly home: string;
  /** Off only for throw-away test servers. */
  readonly durable?: boolean;
  /** Where the sockets go when the path of `home` is too long for one. */
  readonly runtimeFolder: string;
  /** Begins with an empty database, whatever was there. */
  readonly anew?: boolean;
}

const DATABASE = 'bailang';
const START_MS = 45_000;
const STOP_MS = 15_000;

/** Starts the server of `home`, making it first when it is not there, and waits until it answers. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const data = join(options.home, 'database');
  makePassage(dirname(options.home));
  mkdirSync(options.home, { recursive: true, mode: 0o700 });
  openTheWay(options.home, options);
  makeFolder(data, options);
  const sockets = socketFolder(options);
  makeFolder(sockets, options);
  await stopOrphan(data);
  if (!existsSync(join(data, 'PG_VERSION'))) initialise(data, options);
  const server = await keepRunning(() => launch(data, sockets, options));
  const connection: Cluster['connection'] = (role, database) => connectionOf(options, role, database);
  await makeRolesAndDatabase(connection, options.anew ?? false);
  return { connection, stop: server.stop };
}

/** How to reach the server of `home`, whoever started it. */
export function connectionOf(place: Pick<ClusterOptions, 'home' | 'runtimeFolder'>, user: 'bailang_owner' | 'bailang_app', database = DATABASE): pg.PoolConfig {
  return { host: socketFolder(place), user, database };
}

/** A folder of the server's account alone, whoever made it before. */
function makeFolder(folder: string, { host }: ClusterOptions): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const owner = host.account ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
  if (host.account !== null) lchownSync(folder, owner.uid, owner.gid);
  const found = lstatSync(folder);
  if (found.isDirectory() && (process.platform === 'win32' || (found.uid === owner.uid && (found.mode & 0o022) === 0))) return;
  throw new CannotStart(`${folder} bukan folder milik BAILANG sendiri. Periksa pemilik dan izinnya.`);
}

/** The account of the server must reach its files: a closed home is handed to it, a closed folder above is refused. */
function openTheWay(home: string, { host: { account } }: ClusterOptions): void {
  if (account === null) return;
  if (closedTo(join(home, 'database'), account) === home) lchownSync(home, account.uid, account.gid);
  const closed = closedTo(join(home, 'database'), account);
  if (closed !== null)
    throw new CannotStart(`Basis data tidak berjalan sebagai root, dan ${closed} tertutup baginya. Pilih BAILANG_DATA lain, misalnya /srv/bailang.`);
}

/** Socket paths are limited to 107 bytes; a deep data folder gets its sockets elsewhere. */
function socketFolder({ home, runtimeFolder }: Pick<ClusterOptions, 'home' | 'runtimeFolder'>): string {
  const inside = join(home, 'sockets');
  return Buffer.byteLength(inside) < 85 ? inside : join(runtimeFolder, `bailang-${createHash('sha256').update(home).digest('hex').slice(0, 12)}`);
}

function initialise(data: string, { host }: ClusterOptions): void {
  const words = ['-D', data, '-U', 'bailang_owner', '-E', 'UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--auth=trust', '--no-instructions'];
  execFileSync(join(host.bin, 'initdb'), words, { ...(host.account ?? {}), cwd: '/', stdio: ['ignore', 'ignore', 'pipe'], env: { LC_ALL: 'C', TZ: 'UTC' } });
}

function settings(sockets: string, durable: boolean): readonly string[] {
  const pairs = {
    unix_socket_directories: sockets,
    listen_addresses: '',
    shared_buffers: '32MB',
    max_connections: '60',
    max_wal_size: '256MB',
    autovacuum_max_workers: '1',
    max_worker_processes: '2',
    max_parallel_workers: '0',
    io_method: 'sync',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_messages: 'warning',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(pairs).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
}

/**
 * A server that ends without us is started again; the pool finds it by itself. When it does not come back nobody holds the failure: without a
 * database the program ends, and whoever supervises it begins anew.
 */
async function keepRunning(begin: () => Promise<ChildProcess>): Promise<{ readonly stop: () => Promise<void> }> {
  let isStopping = false;
  const watched = async (): Promise<ChildProcess> => {
    const server = await begin();
    server.once('exit', () => {
      if (!isStopping) current = watched();
    });
    return server;
  };
  let current = watched();
  await current;
  return {
    stop: async () => {
      isStopping = true;
      await current.then(stop, () => {});
    },
  };
}

/** An old child may outlive a killed server for a moment and hold its memory: try again until the time is up. */
async function launch(data: string, sockets: string, options: ClusterOptions): Promise<ChildProcess> {
  const log = openSync(join(options.home, 'postgres.log'), 'a');
  const until = performance.now() + START_MS;
  while (performance.now() < until) {
    const server = spawn(join(options.host.bin, 'postgres'), ['-D', data, ...settings(sockets, options.durable ?? true)], {
      ...(options.host.account ?? {}),
      cwd: '/',
      detached: true,
      stdio: ['ignore', log, log],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    if (await answers(server, sockets, until)) return server;
    await sleep(300);
  }
  throw new CannotStart(`PostgreSQL tidak mau jalan; sebabnya ada di ${join(options.home, 'postgres.log')}.`);
}

async function answers(server: ChildProcess, sockets: string, until: number): Promise<boolean> {
  let gone = false;
  server.once('exit', () => {
    gone = true;
  });
  server.once('error', () => {
    gone = true;
  });
  while (!gone && performance.now() < until) {
    const client = new pg.Client({ host: sockets, user: 'bailang_owner', database: 'postgres' });
    const ready = await client.connect().then(
      () => true,
      () => false,
    );
    await client.end().catch(() => undefined);
    if (ready) return true;
    await sleep(40);
  }
  return false;
}

async function makeRolesAndDatabase(connection: Cluster['connection'], anew: boolean): Promise<void> {
  const client = new pg.Client(connection('bailang_owner', 'postgres'));
  await client.connect();
  try {
    if (anew) await client.query(`DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`);
    const { rows } = await client.query(`SELECT (SELECT count(*) FROM pg_roles WHERE rolname = 'bailang_app')::int AS roles,
      (SELECT count(*) FROM pg_database WHERE datname = '${DATABASE}')::int AS databases`);
    if (rows[0].roles === 0) await client.query('CREATE ROLE bailang_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE');
    if (rows[0].databases === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A server left behind by a killed start holds its data folder: it is ended in order. */
export async function stopOrphan(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 1 || !isPostgres(pid, data)) return;
  await endProcess(pid);
}

function isPostgres(pid: number, data: string): boolean {
  if (!isAlive(pid)) return false;
  const words = `/proc/${pid}/cmdline`;
  return !existsSync(words) || readFileSync(words, 'utf8').includes(data);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** SIGINT is PostgreSQL's fast shutdown; SIGQUIT ends it at once and it recovers at the next start. */
async function endProcess(pid: number): Promise<void> {
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const until = performance.now() + STOP_MS;
    while (isAlive(pid) && performance.now() < until) await sleep(30);
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  server.kill('SIGINT');
  const inTime = await Promise.race([ended.then(() => true), sleep(STOP_MS, false, { ref: false })]);
  if (!inTime) server.kill('SIGQUIT');
  await ended;
}
