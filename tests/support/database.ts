// A database of one's own for a test file: cloned from the migrated template, reached as the running role and as the owner.

import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import type { Instant } from '../../src/domain/shared/time.ts';
import { type Db, openDb } from '../../src/platform/db.ts';
import { openFiles } from '../../src/platform/files.ts';
import { uuidV7 } from '../../src/platform/ids.ts';
import { SILENT } from '../../src/platform/log.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { openVault } from '../../src/platform/vault.ts';
import { outsideServer, placeOf } from './place.ts';

export interface TestDatabase {
  /** As the role that runs. */
  readonly db: Db;
  /** As the role that migrates: for planting damage. */
  readonly owner: Db;
  readonly platform: Platform;
  /** Sets the clock that the platform reads. */
  at(now: Instant): void;
  end(): Promise<void>;
}

/** A fresh database; `now` is where its clock stands until `at` moves it. End it in afterAll. */
export async function testDatabase(now: Instant = '2026-08-19T02:00:00.000Z'): Promise<TestDatabase> {
  const host = inject('sockets');
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await asOwner(host, `CREATE DATABASE ${name} TEMPLATE template_bailang`);
  const app = placeOf('app', name, host);
  const pooler = outsideServer()?.pooler === undefined ? null : `${outsideServer()?.pooler}/${name}`;
  const db = openDb(app, { pooler });
  const owner = openDb(placeOf('owner', name, host), { maxConnections: 2 });
  const folder = mkdtempSync(join(tmpdir(), 'bailang-files-'));
  let clock = now;
  let serial = 0;
  const newId = () => uuidV7(Date.parse(clock) + (serial++ % 1000));
  const platform: Platform = {
    db,
    files: openFiles(folder, newId),
    scanner: null,
    log: SILENT,
    now: () => clock,
    newId,
    home: folder,
    ownDatabase: true,
    trustedProxy: false,
    metricsToken: null,
    anchors: { folder: null, stampUrl: null },
    vault: openVault(Buffer.alloc(32, 7)),
    backup: { folder: join(folder, 'cadangan'), connection: app, program: 'bailang uji' },
  };
  return {
    db,
    owner,
    platform,
    at: (next) => {
      clock = next;
    },
    end: async () => {
      await Promise.all([db.close(), owner.close()]);
      await asOwner(host, `DROP DATABASE ${name} WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function asOwner(host: string, sql: string): Promise<void> {
  const client = new pg.Client(placeOf('admin', 'postgres', host));
  await client.connect();
  await client.query(sql).finally(() => client.end());
}
