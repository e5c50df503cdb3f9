// Messages, read: by the person they are for, and by whoever looks after the outbox.

import type { MessageKind, MessageState } from '../domain/people/message.ts';
import type { Facts } from '../domain/shared/outcome.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface BoxMessage {
  readonly messageId: string;
  readonly kind: MessageKind;
  readonly aboutId: string;
  readonly facts: Facts;
  readonly createdAt: Instant;
  readonly readAt: Instant | null;
  /** How many of the person are unread, and how many there are. */
  readonly unread: number;
  readonly total: number;
}

interface AskedBox {
  readonly regionId: string;
  readonly personId: string;
  /** Kinds that never show in a box. */
  readonly without: readonly MessageKind[];
  readonly limit: number;
  readonly offset: number;
}

/** The newest messages of a person, unread ones first. */
export async function listBox(db: Queryable, asked: AskedBox): Promise<readonly BoxMessage[]> {
  return db.all<BoxMessage>(
    `SELECT message_id AS "messageId", kind, about_id AS "aboutId", facts, created_at AS "createdAt", read_at AS "readAt",
       count(*) FILTER (WHERE read_at IS NULL) OVER () AS unread, count(*) OVER () AS total
     FROM message WHERE region_id = $1 AND person_id = $2 AND kind <> ALL($3) AND to_address IS NULL
     ORDER BY (read_at IS NULL) DESC, created_at DESC, message_id DESC LIMIT $4 OFFSET $5`,
    [asked.regionId, asked.personId, asked.without, asked.limit, asked.offset],
  );
}

export interface OutboxMessage {
  readonly messageId: string;
  readonly kind: MessageKind;
  readonly aboutId: string;
  readonly facts: Facts;
  readonly createdAt: Instant;
  readonly state: MessageState;
  readonly dueAt: Instant;
  readonly attempts: number;
  readonly settledAt: Instant | null;
  readonly settledBy: string | null;
  readonly fault: string | null;
  readonly templateVersion: number | null;
  readonly readAt: Instant | null;
  readonly personId: string;
  readonly personName: string;
  readonly email: string | null;
}

const OUTBOX = `SELECT m.message_id AS "messageId", m.kind, m.about_id AS "aboutId", m.facts, m.created_at AS "createdAt", m.state, m.due_at AS "dueAt",
  m.attempts, m.settled_at AS "settledAt", b.name AS "settledBy", m.fault, m.template_version AS "templateVersion", m.read_at AS "readAt",
  m.person_id AS "personId", p.name AS "personName", coalesce(m.to_address, p.email) AS email`;
const WHOSE = `FROM message m JOIN person p USING (region_id, person_id) LEFT JOIN person b ON b.region_id = m.region_id AND b.person_id = m.settled_by`;

interface AskedOutbox {
  readonly regionId: string;
  readonly words: string;
  readonly states: readonly MessageState[];
  readonly offset: number;
  readonly limit: number;
}

/** The newest first, by state and by the name or address of the person. */
export async function listOutbox(db: Queryable, asked: AskedOutbox): Promise<readonly (OutboxMessage & { readonly total: number })[]> {
  return db.all<OutboxMessage & { total: number }>(
    `${OUTBOX}, count(*) OVER () AS total ${WHOSE}
     WHERE m.region_id = $1 AND m.state = ANY($2) AND ($3 = '' OR p.name ILIKE '%' || $3 || '%' OR p.email ILIKE '%' || $3 || '%')
     ORDER BY m.created_at DESC, m.message_id DESC LIMIT $4 OFFSET $5`,
    [asked.regionId, asked.states, asked.words.replace(/[%_\\]/g, '\\$&'), asked.limit, asked.offset],
  );
}

export async function findMessage(db: Queryable, regionId: string, messageId: string): Promise<OutboxMessage | null> {
  return db.one<OutboxMessage>(`${OUTBOX} ${WHOSE} WHERE m.region_id = $1 AND m.message_id = $2`, [regionId, messageId]);
}

export async function countOutbox(db: Queryable, regionId: string): Promise<Readonly<Partial<Record<MessageState, number>>>> {
  const rows = await db.all<{ state: MessageState; count: number }>('SELECT state, count(*) AS count FROM message WHERE region_id = $1 GROUP BY state', [
    regionId,
  ]);
  return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
}

/** Whether a mail is due, or one is held by somebody since before `claimedBefore`. */
export async function hasWork(db: Queryable, regionId: string, now: Instant, claimedBefore: Instant): Promise<boolean> {
  const row = await db.one(
    `SELECT 1 AS one FROM message WHERE region_id = $1 AND ((state = 'queued' AND due_at <= $2) OR (state = 'sending' AND claimed_at < $3)) LIMIT 1`,
    [regionId, now, claimedBefore],
  );
  return row !== null;
}

export interface Template {
  readonly kind: MessageKind;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
  readonly decidedAt: Instant;
}

/** The newest words of each kind that the office changed. */
export async function listTemplates(db: Queryable, regionId: string): Promise<readonly Template[]> {
  return db.all<Template>(
    `SELECT DISTINCT ON (kind) kind, version, subject, body, decided_at AS "decidedAt" FROM message_template WHERE region_id = $1 ORDER BY kind, version DESC`,
    [regionId],
  );
}

export async function findTemplate(db: Queryable, regionId: string, kind: MessageKind, version: number): Promise<Template | null> {
  return db.one<Template>(
    `SELECT kind, version, subject, body, decided_at AS "decidedAt" FROM message_template WHERE region_id = $1 AND kind = $2 AND version = $3`,
    [regionId, kind, version],
  );
}
