// Every promise that SQL can ask about: a query that must return nothing.

import type { StoredRow } from '../domain/audit/chain.ts';
import type { Queryable } from '../platform/db.ts';
import { ACCESS_PROMISES } from './invariants-access.ts';
import { EDITION_PROMISES } from './invariants-edition.ts';
import { ENTRY_PROMISES } from './invariants-entries.ts';
import { INDEX_PROMISES } from './invariants-index.ts';
import { JUDGING_PROMISES } from './invariants-judging.ts';
import { LEDGER_PROMISES } from './invariants-ledger.ts';
import { MESSAGE_PROMISES } from './invariants-messages.ts';
import { PEOPLE_PROMISES } from './invariants-people.ts';
import { SIGNING_PROMISES } from './invariants-signing.ts';

/** A promise of the system: `sql` lists whatever breaks it. */
export interface SystemPromise {
  readonly name: string;
  readonly says: string;
  readonly sql: string;
}

export interface Breach {
  readonly promise: string;
  readonly says: string;
  readonly subject: string;
}

export const PROMISES: readonly SystemPromise[] = [
  ...PEOPLE_PROMISES,
  ...ACCESS_PROMISES,
  ...EDITION_PROMISES,
  ...ENTRY_PROMISES,
  ...JUDGING_PROMISES,
  ...LEDGER_PROMISES,
  ...INDEX_PROMISES,
  ...MESSAGE_PROMISES,
  ...SIGNING_PROMISES,
];

/** Up to ten breaches of each promise in the region. */
export async function findBreaches(db: Queryable, regionId: string): Promise<readonly Breach[]> {
  const breaches: Breach[] = [];
  for (const { name, says, sql } of PROMISES) {
    const rows = await db.all<{ subject: string }>(`SELECT DISTINCT subject::text FROM (${sql}) broken ORDER BY 1 LIMIT 10`, [regionId]);
    breaches.push(...rows.map((row) => ({ promise: name, says, subject: row.subject })));
  }
  return breaches;
}

/** The ledger of a region in order of seq, in batches so that a long chain does not fill memory. */
export async function* readChain(db: Queryable, regionId: string, batch = 5000): AsyncGenerator<StoredRow> {
  let after = 0;
  for (;;) {
    const rows = await db.all<StoredRow>(
      `SELECT region_id AS "regionId", seq, kind, actor_id AS "actorId", subject_id AS "subjectId", acted_at AS "actedAt", facts, previous, digest, actor_blind AS "actorBlind"
       FROM audit_entry WHERE region_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
      [regionId, after, batch],
    );
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = last.seq;
  }
}
