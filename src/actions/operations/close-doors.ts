// After a restore: whoever was signed in where the backup was made signs in again, and links that were open there open nothing here.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import type { Platform } from '../../platform/platform.ts';
import { listRegions } from '../../store/people.read.ts';
import { endEverySession, voidEveryLink } from '../../store/restore.write.ts';
import { type Act, NOBODY, perform } from '../perform.ts';

export interface DoorsClosed {
  readonly sessions: number;
  readonly links: number;
}

interface Backup {
  readonly digest: string;
  readonly madeAt: Instant;
}

/** In every region of the installation. */
export async function closeAllDoors(platform: Platform, backup: Backup): Promise<DoorsClosed> {
  let closed = { sessions: 0, links: 0 };
  for (const { regionId } of await listRegions(platform.db)) {
    const outcome = await perform(platform, { regionId, actor: NOBODY }, (act) => closeDoors(act, backup));
    if (!outcome.ok) throw new Error(outcome.refusal.code);
    closed = { sessions: closed.sessions + outcome.value.sessions, links: closed.links + outcome.value.links };
  }
  return closed;
}

async function closeDoors(act: Act, backup: Backup): Promise<Outcome<DoorsClosed>> {
  const sessions = await endEverySession(act.tx, act.regionId, act.now);
  const links = await voidEveryLink(act.tx, act.regionId, act.now);
  act.record({ kind: 'region.restored', subjectId: act.regionId, facts: { ...backup, sessions, links } });
  return ok({ sessions, links });
}
