// Appends to the ledger. The head row is locked last in the transaction, so acts of a region chain one after another.

import { actorMark, CHAIN_START, type ChainRow, canonicalFacts, chainText } from '../domain/audit/chain.ts';
import type { AuditEvent } from '../domain/audit/events.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

interface Entry {
  readonly regionId: string;
  readonly actorId: string | null;
  readonly actedAt: Instant;
  readonly events: readonly AuditEvent[];
}

export interface Pen {
  readonly hash: (text: string) => string;
  /** A fresh blind: 32 hexadecimal digits by chance. */
  readonly blind: () => string;
}

/** Chains the events onto the region's ledger, in order. */
export async function appendAudit(tx: Queryable, entry: Entry, { hash, blind }: Pen): Promise<void> {
  const head = await lockHead(tx, entry.regionId);
  let { seq, digest } = head;
  const rows = entry.events.map((event) => {
    seq += 1;
    const row = {
      regionId: entry.regionId,
      seq,
      kind: event.kind,
      actorId: entry.actorId,
      actorBlind: entry.actorId === null ? null : blind(),
      subjectId: event.subjectId,
      actedAt: entry.actedAt,
      facts: canonicalFacts(event.facts ?? {}),
      previous: digest,
    };
    digest = hash(chainText({ ...row, actorMark: actorMark(row.actorId, row.actorBlind, hash) }));
    return { ...row, digest };
  });
  const [first] = rows;
  if (rows.length === 1 && first !== undefined) await insertRow(tx, first);
  else await insertRows(tx, rows);
  await tx.run('UPDATE audit_head SET seq = $2, digest = $3 WHERE region_id = $1', [entry.regionId, seq, digest]);
}

async function lockHead(tx: Queryable, regionId: string): Promise<{ seq: number; digest: string }> {
  const select = 'SELECT seq, digest FROM audit_head WHERE region_id = $1 FOR UPDATE';
  const head = await tx.one<{ seq: number; digest: string }>(select, [regionId]);
  if (head !== null) return head;
  await tx.run('INSERT INTO audit_head (region_id, seq, digest) VALUES ($1, 0, $2) ON CONFLICT DO NOTHING', [regionId, CHAIN_START]);
  return (await tx.one<{ seq: number; digest: string }>(select, [regionId])) ?? { seq: 0, digest: CHAIN_START };
}

type Row = ChainRow & { readonly actorBlind: string | null; readonly digest: string };

async function insertRow(tx: Queryable, row: Row): Promise<void> {
  await tx.run(
    `INSERT INTO audit_entry (region_id, seq, kind, actor_id, subject_id, acted_at, facts, previous, digest, actor_blind)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [row.regionId, row.seq, row.kind, row.actorId, row.subjectId, row.actedAt, row.facts, row.previous, row.digest, row.actorBlind],
  );
}

/** Many rows of one act: an import of hundreds of people is one statement. */
async function insertRows(tx: Queryable, rows: readonly Row[]): Promise<void> {
  await tx.run(
    `INSERT INTO audit_entry (region_id, seq, kind, actor_id, subject_id, acted_at, facts, previous, digest, actor_blind)
     SELECT r."regionId", r.seq, r.kind, r."actorId", r."subjectId", r."actedAt", r.facts, r.previous, r.digest, r."actorBlind" FROM json_to_recordset($1::json)
       AS r("regionId" uuid, seq bigint, kind text, "actorId" uuid, "subjectId" uuid, "actedAt" timestamptz, facts text, previous text, digest text, "actorBlind" text)`,
    [JSON.stringify(rows)],
  );
}
