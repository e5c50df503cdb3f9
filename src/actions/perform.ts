// One act, one transaction: state and its ledger row together or not at all.

import { isDeciding } from '../domain/audit/deciding.ts';
import type { AuditEvent } from '../domain/audit/events.ts';
import type { Actor } from '../domain/people/role.ts';
import type { Outcome, Refusal } from '../domain/shared/outcome.ts';
import type { Instant } from '../domain/shared/time.ts';
import { randomBlind, sha256Hex } from '../platform/crypto.ts';
import type { Queryable } from '../platform/db.ts';
import type { Files } from '../platform/files.ts';
import type { Platform } from '../platform/platform.ts';
import { appendAudit } from '../store/audit.write.ts';
import { addJobs } from '../store/queue.write.ts';
import type { Later, QueuedJob } from './later.ts';

/** What an act is given: who, where, when, the open transaction, and the ledger's pen. */
export interface Act {
  readonly regionId: string;
  readonly actor: Actor;
  /** When the actor last proved to be there: acts that need a fresh proof look at it. */
  readonly provedAt?: Instant | null | undefined;
  readonly now: Instant;
  readonly tx: Queryable;
  readonly newId: () => string;
  readonly files: Files;
  /** Name and version of the program. */
  readonly program: string;
  /** The data folder, where the key of the region lies. */
  readonly home: string;
  readonly record: (event: AuditEvent) => void;
  /** Queues a job in this transaction; it runs once the act is committed. */
  readonly later: Later;
}

export interface Who {
  readonly regionId: string;
  readonly actor: Actor;
  readonly provedAt?: Instant | null | undefined;
}

/** Acts of the system itself (seeds, migration of an empty region): no person, every capability by nature of where it is used. */
export const NOBODY: Actor = { personId: '', name: '', grants: [], seats: [], pastSeats: [] };

class Rollback extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super('refused');
    this.refusal = refusal;
  }
}

/**
 * Runs the act in a transaction. A refusal rolls everything back; `remember` may name a ledger row for refusals that must be
 * kept, written afterwards on its own.
 */
export async function perform<T>(
  platform: Platform,
  who: Who,
  act: (act: Act) => Promise<Outcome<T>>,
  remember?: (refusal: Refusal) => AuditEvent | null,
): Promise<Outcome<T>> {
  const now = platform.now();
  try {
    return await platform.db.transaction(async (tx) => {
      const events: AuditEvent[] = [];
      const jobs: QueuedJob[] = [];
      const pens = { record: (event: AuditEvent) => events.push(event), later: ((name, data, wait = 0) => jobs.push({ name, data, wait })) as Later };
      const outcome = await act({
        ...who,
        now,
        tx,
        newId: platform.newId,
        files: platform.files,
        program: platform.backup.program,
        home: platform.home,
        ...pens,
      });
      if (!outcome.ok) throw new Rollback(outcome.refusal);
      if (events.some(isDeciding)) pens.later('drop-anchors', { regionId: who.regionId });
      if (jobs.length > 0) await addJobs(tx, jobs);
      if (events.length > 0) await append(tx, who, now, events);
      return outcome;
    });
  } catch (error) {
    if (!(error instanceof Rollback)) throw error;
    const event = remember?.(error.refusal);
    if (event) await platform.db.transaction((tx) => append(tx, who, now, [event]));
    return { ok: false, refusal: error.refusal };
  }
}

function append(tx: Queryable, who: Who, actedAt: Instant, events: readonly AuditEvent[]): Promise<void> {
  return appendAudit(tx, { regionId: who.regionId, actorId: who.actor.personId || null, actedAt, events }, { hash: sha256Hex, blind: randomBlind });
}
