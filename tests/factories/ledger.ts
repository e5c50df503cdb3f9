// What the ledger of an installation holds, read as its program would.

import { openInstallation } from '../../src/main.ts';
import { readConfig } from '../../src/platform/config.ts';

/** How many rows of a kind. */
export async function countEvents(env: Readonly<Record<string, string>>, kind: string): Promise<number> {
  const { platform, close } = await openInstallation(readConfig(env));
  const row = await platform.db.one<{ count: number }>('SELECT count(*)::int AS count FROM audit_entry WHERE kind = $1', [kind]);
  await close();
  return row?.count ?? 0;
}
