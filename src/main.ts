// The only file that wires: configuration, database, migrations, sample, web.

import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { serve, type ServerType } from '@hono/node-server';
import type { PoolConfig } from 'pg';
import { systemMilliseconds, systemNow } from './platform/clock.ts';
import { type Config, isLoopback } from './platform/config.ts';
import { openDb } from './platform/db.ts';
import { openFiles } from './platform/files.ts';
import { uuidV7 } from './platform/ids.ts';
import { takeFolder } from './platform/lock.ts';
import { openLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import type { Platform } from './platform/platform.ts';
import { startCluster } from './platform/postgres.ts';
import { findPostgres, unprivilegedAccount } from './platform/postgres-binaries.ts';
import { regionIsEmpty } from './store/people.read.ts';

/** A start that is refused with a sentence, not a fault. */
export class CannotStart extends Error {}

export interface Opened {
  readonly platform: Platform;
  /** Whether the database is our own, so that it may be given the sample. */
  readonly isEmbedded: boolean;
  close(): Promise<void>;
}

const project = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const newId = () => uuidV7(systemMilliseconds());

/** Opens database and files of an installation, migrated. */
export async function openInstallation(config: Config): Promise<Opened> {
  const embedded = config.databaseUrl === null ? await openEmbedded(config) : null;
  const outside = config.databaseUrl ?? '';
  await migrate(embedded?.owner ?? config.migrateUrl ?? outside, join(project, 'migrations'));
  const log = openLog((line) => process.stderr.write(line), systemNow);
  const db = openDb(embedded?.app ?? outside, { onIdleError: (error) => log.error('database connection lost', error) });
  const evidence = join(config.home, 'evidence');
  await mkdir(evidence, { recursive: true, mode: 0o700 });
  const platform: Platform = { db, files: openFiles(evidence, newId), log, now: systemNow, newId, trustedProxy: config.trustedProxy };
  const close = async () => {
    await db.close();
    await embedded?.stop();
  };
  return { platform, isEmbedded: embedded !== null, close };
}

async function openEmbedded(config: Config): Promise<{ owner: PoolConfig; app: PoolConfig; stop: () => Promise<void> }> {
  const taken = takeFolder(config.home);
  if ('heldBy' in taken) {
    throw new CannotStart(`BAILANG sudah berjalan pada data ini (${config.home}), proses ${taken.heldBy}. Hentikan dulu, atau pakai BAILANG_DATA yang lain.`);
  }
  try {
    const cluster = await startCluster({ host: findPostgres(config.sharedHome, unprivilegedAccount()), home: config.home });
    const stop = async () => {
      await cluster.stop();
      taken.release();
    };
    return { owner: cluster.connection('bailang_owner'), app: cluster.connection('bailang_app'), stop };
  } catch (error) {
    taken.release();
    throw error;
  }
}

export interface ServeWishes {
  readonly empty: boolean;
  readonly sampleAnywhere: boolean;
}

/** Starts everything and says where it is. Resolves when a signal has ended it in order. */
export async function serveInstallation(config: Config, wishes: ServeWishes): Promise<void> {
  const opened = await openInstallation(config);
  const ended = untilSignal();
  let server: ServerType | null = null;
  try {
    const told = await prepare(opened, config, wishes);
    const { createApp } = await import('./web/app.ts');
    const { loadAssets } = await import('./web/assets.ts');
    const app = createApp(opened.platform, loadAssets(join(project, 'build', 'aset')));
    server = await listen(app.fetch, config);
    say([`BAILANG siap di ${addressOf(server, config)}`, `Data: ${config.databaseUrl === null ? config.home : 'server PostgreSQL dari DATABASE_URL'}`, ...told]);
    await ended;
  } finally {
    await stopListening(server);
    await opened.close();
  }
}

async function prepare(opened: Opened, config: Config, wishes: ServeWishes): Promise<readonly string[]> {
  if (!(await regionIsEmpty(opened.platform.db))) return [];
  if (wishes.empty || !opened.isEmbedded) return firstAdmin(opened.platform);
  if (!isLoopback(config.host) && !wishes.sampleAnywhere) {
    throw new CannotStart('Data contoh hanya dibuat pada alamat mesin sendiri. Pakai --empty untuk mulai sungguhan, atau --contoh bila memang data contoh yang dimaksud.');
  }
  const { seedSample } = await import('./seeds/sample.ts');
  process.stdout.write('Menyusun daerah contoh …\n');
  return (await seedSample(opened.platform)).told;
}

async function firstAdmin(platform: Platform): Promise<readonly string[]> {
  const { makeFirstAdmin } = await import('./seeds/empty.ts');
  return makeFirstAdmin(platform);
}

function listen(fetch: Parameters<typeof serve>[0]['fetch'], config: Config): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, port: config.port, hostname: config.host }, () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE' ? new CannotStart(`Porta ${config.port} sudah dipakai. Pilih yang lain dengan PORT=…`) : error);
    });
  });
}

function addressOf(server: ServerType, config: Config): string {
  const at = server.address();
  const port = typeof at === 'object' && at !== null ? at.port : config.port;
  return `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}/`;
}

function stopListening(server: ServerType | null): Promise<void> {
  if (server === null) return Promise.resolve();
  return new Promise((resolve) => {
    server.close(() => resolve());
    if ('closeIdleConnections' in server) server.closeIdleConnections();
    setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), 3000).unref();
  });
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}

function say(lines: readonly string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** Whether the folder already holds a database: a question for commands that must not make one. */
export function hasInstallation(config: Config): boolean {
  return config.databaseUrl !== null || existsSync(join(config.home, 'database', 'PG_VERSION'));
}
