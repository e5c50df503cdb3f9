// The databases of an installation: our own server on the data folder, or one from outside.

import type { PoolConfig } from 'pg';
import { CannotStart } from './cannot-start.ts';
import type { Config } from './config.ts';
import { takeFolder } from './lock.ts';
import { roleAt } from './outside-server.ts';
import { startCluster } from './postgres.ts';
import { findPostgres, unprivilegedAccount } from './postgres-binaries.ts';

export interface Databases {
  readonly owner: string | PoolConfig;
  readonly app: string | PoolConfig;
  /** The name the running role has there. */
  readonly role: string;
  stop(): Promise<void>;
}

/** The running role of our own server. */
export const OUR_ROLE = 'bailang_app';

/** Starts or reaches them. `anew` begins our own with an empty database, whatever was there. */
export function openDatabases(config: Config, anew = false): Promise<Databases> {
  return config.databaseUrl === null ? openEmbedded(config, anew) : openOutside(config.databaseUrl, config.migrateUrl);
}

/** Our own server on the data folder, which is ours alone while it runs. `anew` begins with an empty database. */
async function openEmbedded(config: Config, anew: boolean): Promise<Databases> {
  const taken = takeFolder(config.home);
  if ('heldBy' in taken) {
    throw new CannotStart(`BAILANG sudah berjalan pada data ini (${config.home}), proses ${taken.heldBy}. Hentikan dulu, atau pakai BAILANG_DATA yang lain.`);
  }
  try {
    const host = findPostgres(config.sharedHome, unprivilegedAccount());
    const cluster = await startCluster({ host, home: config.home, runtimeFolder: config.runtimeFolder, anew });
    const stop = async () => {
      await cluster.stop();
      taken.release();
    };
    return { owner: cluster.connection('bailang_owner'), app: cluster.connection(OUR_ROLE), role: OUR_ROLE, stop };
  } catch (error) {
    taken.release();
    throw error;
  }
}

async function openOutside(databaseUrl: string, migrateUrl: string | null): Promise<Databases> {
  const role = await roleAt('DATABASE_URL', databaseUrl);
  if (migrateUrl !== null) await roleAt('DATABASE_MIGRATE_URL', migrateUrl);
  return { owner: migrateUrl ?? databaseUrl, app: databaseUrl, role, stop: async () => {} };
}
