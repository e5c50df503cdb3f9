// Takes away what no row speaks of: files that an upload left when its process ended, and contents whose act was never committed.

import { HOUR, type Instant, later } from '../../domain/shared/time.ts';
import type { Platform } from '../../platform/platform.ts';
import { isReferenced, listReferenced } from '../../store/evidence.read.ts';
import { insertSweep } from '../../store/evidence.write.ts';
import { lockContent } from '../../store/innovation-draft.write.ts';

export interface Swept {
  readonly orphans: number;
  readonly leftovers: number;
  readonly bytes: number;
}

/** An upload writes on; a form waits at most minutes for its last file. */
const OLD = 6 * HOUR;

/** Only what has not changed for six hours. A content is looked at again under its lock, so that an upload of the same bytes is never raced. */
export async function sweepFiles(platform: Platform): Promise<Swept> {
  const now = platform.now();
  const before = later(now, -OLD);
  const left = await sweepArriving(platform, before);
  const orphans = await sweepKept(platform, before);
  const swept = { orphans: orphans.count, leftovers: left.count, bytes: orphans.bytes + left.bytes };
  if (swept.orphans + swept.leftovers > 0) await insertSweep(platform.db, platform.newId(), swept, now);
  return swept;
}

interface Taken {
  count: number;
  bytes: number;
}

async function sweepArriving({ files }: Platform, before: Instant): Promise<Taken> {
  const taken: Taken = { count: 0, bytes: 0 };
  for (const { name, bytes, changedAt } of await files.listArriving()) {
    if (changedAt >= before) continue;
    await files.removeArriving(name);
    taken.count += 1;
    taken.bytes += bytes;
  }
  return taken;
}

async function sweepKept({ db, files }: Platform, before: Instant): Promise<Taken> {
  const known = new Set((await listReferenced(db)).map(({ sha256 }) => sha256));
  const taken: Taken = { count: 0, bytes: 0 };
  for await (const { name, bytes, changedAt } of files.list()) {
    if (changedAt >= before || known.has(name)) continue;
    const isGone = await db.transaction(async (tx) => {
      await lockContent(tx, name);
      const stands = await files.changedAt(name);
      if (stands === null || stands >= before || (await isReferenced(tx, name))) return false;
      await files.remove(name);
      return true;
    });
    if (!isGone) continue;
    taken.count += 1;
    taken.bytes += bytes;
  }
  return taken;
}
