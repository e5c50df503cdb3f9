// Where the databases of a test run are: the run's own throw-away server, or one from outside that `tests/outside/run.mjs` has started.

import type { PoolConfig } from 'pg';

export type TestRole = 'admin' | 'owner' | 'app' | 'pooler';

/** Addresses by role, without a database at their end. Null: our own server. */
export type OutsideServer = Readonly<Partial<Record<TestRole, string>>> | null;

export function outsideServer(): OutsideServer {
  const text = process.env.BAILANG_TEST_SERVER;
  return text === undefined ? null : (JSON.parse(text) as OutsideServer);
}

const OURS: Readonly<Record<TestRole, string>> = { admin: 'bailang_owner', owner: 'bailang_owner', app: 'bailang_app', pooler: '' };

/** How `role` reaches a database. On our own server the owner may do everything; outside it owns its database and no more. */
export function placeOf(role: TestRole, database: string, sockets: string): PoolConfig {
  const address = outsideServer()?.[role];
  return address === undefined ? { host: sockets, user: OURS[role], database } : { connectionString: `${address}/${database}` };
}

/** The running role's name on that server. */
export function runningRole(): string {
  const address = outsideServer()?.app;
  return address === undefined ? OURS.app : new URL(address).username;
}
