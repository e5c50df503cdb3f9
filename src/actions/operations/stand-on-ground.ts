// Several processes on one database must share the secret and the folder of evidence: compared when a process starts.

import { join } from 'node:path';
import { markOf } from '../../platform/folder-mark.ts';
import type { Platform } from '../../platform/platform.ts';
import { listShared, type SharedThing } from '../../store/shared-ground.read.ts';
import { claimShared, forgetShared } from '../../store/shared-ground.write.ts';

type Ground = Pick<Platform, 'db' | 'home' | 'newId' | 'vault' | 'now'>;

/** What differs from what the first process said; the first one says it. Empty: all is shared. */
export async function unsharedThings({ db, home, newId, vault, now }: Ground): Promise<readonly SharedThing[]> {
  const mine = new Map<SharedThing, string>([
    ['secret', vault.fingerprint],
    ['evidence', await markOf(join(home, 'evidence'), newId)],
  ]);
  for (const [what, fingerprint] of mine) await claimShared(db, what, fingerprint, now());
  const shared = await listShared(db);
  return [...mine].flatMap(([what, fingerprint]) => (shared.get(what) === fingerprint ? [] : [what]));
}

/** What this process has is what is shared from now on: the old folder or secret is gone for good. */
export async function takeGround(ground: Ground): Promise<void> {
  await forgetShared(ground.db);
  await unsharedThings(ground);
}
