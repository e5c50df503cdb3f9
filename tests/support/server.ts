// One throw-away PostgreSQL for a whole test run, with a migrated template that each test file clones.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { migrate } from '../../src/platform/migrate.ts';
import { startCluster } from '../../src/platform/postgres.ts';
import { findPostgres, unprivilegedAccount } from '../../src/platform/postgres-binaries.ts';
import { outsideServer, placeOf, runningRole } from './place.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    sockets: string;
  }
}

/** Starts the server before the first test and ends it after the last. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  if (outsideServer() !== null) return setUpOutside(project);
  const home = mkdtempSync(join(tmpdir(), 'bailang-test-'));
  const account = unprivilegedAccount();
  const cluster = await startCluster({ host: findPostgres('/var/lib/bailang', account), home, runtimeFolder: tmpdir(), durable: false });
  const owner = new pg.Client(cluster.connection('bailang_owner', 'postgres'));
  await owner.connect();
  await owner.query('CREATE DATABASE template_bailang');
  await migrate(cluster.connection('bailang_owner', 'template_bailang'), 'migrations');
  await owner.end();
  project.provide('sockets', cluster.connection('bailang_owner').host ?? '');
  return async () => {
    await cluster.stop();
    rmSync(home, { recursive: true, force: true });
  };
}

/** A server that somebody else started: the template belongs to an ordinary owner. */
async function setUpOutside(project: TestProject): Promise<() => Promise<void>> {
  const owner = placeOf('owner', 'template_bailang', '').connectionString ?? '';
  const admin = new pg.Client(placeOf('admin', 'postgres', ''));
  await admin.connect();
  await admin.query(`CREATE DATABASE template_bailang OWNER "${new URL(owner).username}"`);
  await admin.end();
  await migrate(owner, 'migrations', { role: runningRole() });
  project.provide('sockets', '');
  return async () => {};
}
