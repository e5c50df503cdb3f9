// Messages and their fate, written.

import { DOOR_KINDS, type MessageKind } from '../domain/people/message.ts';
import type { Facts } from '../domain/shared/outcome.ts';
import type { Instant } from '../domain/shared/time.ts';
import type { Queryable } from '../platform/db.ts';

export interface NewMessage {
  readonly messageId: string;
  readonly personId: string;
  readonly kind: MessageKind;
  readonly aboutId: string;
  readonly facts: Facts;
  readonly dueAt: Instant;
  readonly toAddress?: string;
}

/** With an address and a mail server it waits for its mail; else it is only in the box, or nowhere when its kind knows no box. People whose account is closed are told nothing. Returns how many are told. */
export async function insertMessages(
  tx: Queryable,
  regionId: string,
  messages: readonly NewMessage[],
  by: { readonly personId: string | null; readonly at: Instant },
): Promise<number> {
  return tx.run(
    `INSERT INTO message (region_id, message_id, person_id, kind, about_id, facts, created_at, created_by, state, due_at, settled_at, to_address)
     SELECT $1, m."messageId", m."personId", m.kind, m."aboutId", m.facts, $3, $4, mail.state, m."dueAt", CASE WHEN mail.state = 'box' THEN $3::timestamptz END, m."toAddress"
     FROM jsonb_to_recordset($2::jsonb) AS m ("messageId" uuid, "personId" uuid, kind text, "aboutId" uuid, facts jsonb, "dueAt" timestamptz, "toAddress" text)
       JOIN person p ON p.region_id = $1 AND p.person_id = m."personId" AND p.disabled_at IS NULL
       CROSS JOIN LATERAL (SELECT CASE WHEN coalesce(m."toAddress", p.email) IS NOT NULL AND EXISTS (SELECT 1 FROM mail_setting s WHERE s.region_id = $1 AND s.is_on)
         THEN 'queued' ELSE 'box' END AS state) mail
     WHERE mail.state = 'queued' OR (m.kind <> ALL($5) AND m."toAddress" IS NULL)`,
    [regionId, JSON.stringify(messages), by.at, by.personId, DOOR_KINDS],
  );
}

export interface Reminding {
  readonly personId: string;
  readonly kind: MessageKind;
  readonly aboutId: string;
}

/** Of these, the ones last reminded before `before` and not after `dayAgo`, or never; from now on they are. */
export async function takeReminders(
  tx: Queryable,
  regionId: string,
  wanted: readonly Reminding[],
  { now, before, dayAgo }: { readonly now: Instant; readonly before: Instant; readonly dayAgo: Instant },
): Promise<readonly Reminding[]> {
  return tx.all<Reminding>(
    `INSERT INTO reminder AS r (region_id, person_id, kind, about_id, last_at)
     SELECT DISTINCT $1::uuid, w."personId", w.kind, w."aboutId", $3::timestamptz
     FROM jsonb_to_recordset($2::jsonb) AS w ("personId" uuid, kind text, "aboutId" uuid)
     ORDER BY 2, 3, 4
     ON CONFLICT (region_id, person_id, kind, about_id) DO UPDATE SET last_at = excluded.last_at WHERE r.last_at < $4 AND r.last_at <= $5
     RETURNING person_id AS "personId", kind, about_id AS "aboutId"`,
    [regionId, JSON.stringify(wanted), now, before, dayAgo],
  );
}

export interface Claimed {
  readonly messageId: string;
  readonly personId: string;
  readonly kind: MessageKind;
  readonly aboutId: string;
  readonly facts: Facts;
  readonly createdAt: Instant;
  readonly attempts: number;
  readonly personName: string;
  readonly email: string;
}

/** Takes the oldest message whose mail is due: two workers never take the same one. Null when there is none. */
export async function claimMessage(
  db: Queryable,
  regionId: string,
  asked: { readonly now: Instant; readonly kinds: readonly MessageKind[] },
): Promise<Claimed | null> {
  return db.one<Claimed>(
    `UPDATE message m SET state = 'sending', claimed_at = $2, attempts = m.attempts + 1
     FROM person p WHERE p.region_id = m.region_id AND p.person_id = m.person_id AND m.region_id = $1 AND m.message_id = (
       SELECT q.message_id FROM message q JOIN person a USING (region_id, person_id)
       WHERE q.region_id = $1 AND q.state = 'queued' AND q.due_at <= $2 AND q.kind = ANY($3) AND coalesce(q.to_address, a.email) IS NOT NULL AND a.disabled_at IS NULL
         AND (q.kind <> 'invited' OR a.password_hash IS NULL)
       ORDER BY q.due_at, q.message_id LIMIT 1 FOR UPDATE OF q SKIP LOCKED)
     RETURNING m.message_id AS "messageId", m.person_id AS "personId", m.kind, m.about_id AS "aboutId", m.facts, m.created_at AS "createdAt", m.attempts,
       p.name AS "personName", coalesce(m.to_address, p.email) AS email`,
    [regionId, asked.now, asked.kinds],
  );
}

export async function markSent(db: Queryable, regionId: string, messageId: string, templateVersion: number | null, now: Instant): Promise<void> {
  await db.run(
    `UPDATE message SET state = 'sent', claimed_at = NULL, settled_at = $4, template_version = $3, fault = NULL WHERE region_id = $1 AND message_id = $2 AND state = 'sending'`,
    [regionId, messageId, templateVersion, now],
  );
}

export async function markFailed(db: Queryable, regionId: string, messageId: string, fault: string, now: Instant): Promise<void> {
  await db.run(
    `UPDATE message SET state = 'failed', claimed_at = NULL, settled_at = $4, fault = $3 WHERE region_id = $1 AND message_id = $2 AND state = 'sending'`,
    [regionId, messageId, fault, now],
  );
}

/** Back into the queue, to be tried again at `dueAt`. */
export async function putOff(db: Queryable, regionId: string, messageId: string, fault: string, dueAt: Instant): Promise<void> {
  await db.run(
    `UPDATE message SET state = 'queued', claimed_at = NULL, due_at = $4, fault = $3 WHERE region_id = $1 AND message_id = $2 AND state = 'sending'`,
    [regionId, messageId, fault, dueAt],
  );
}

/** Mails taken by a process that is gone: whether they left is not known, so they are not sent again by themselves. */
export async function giveUpClaims(db: Queryable, regionId: string, claimedBefore: Instant, now: Instant): Promise<number> {
  return db.run(
    `UPDATE message SET state = 'failed', claimed_at = NULL, settled_at = $3, fault = 'in-doubt' WHERE region_id = $1 AND state = 'sending' AND claimed_at < $2`,
    [regionId, claimedBefore, now],
  );
}

/** Mails of the kinds that waited from before `createdBefore`. */
export async function giveUpLate(db: Queryable, regionId: string, kinds: readonly MessageKind[], createdBefore: Instant, now: Instant): Promise<number> {
  return db.run(
    `UPDATE message SET state = 'failed', settled_at = $4, fault = 'too-late' WHERE region_id = $1 AND state = 'queued' AND kind = ANY($2) AND created_at < $3`,
    [regionId, kinds, createdBefore, now],
  );
}

/** Without a mail server what waits stays in the box: it does not all leave when one is set up later. */
export async function keepInBox(db: Queryable, regionId: string, now: Instant): Promise<number> {
  return db.run(`UPDATE message SET state = 'box', settled_at = $2 WHERE region_id = $1 AND state = 'queued'`, [regionId, now]);
}

/** The same for those who have no address, or no open account, any more, and for an invitation that came in another way. */
export async function keepUnreachable(db: Queryable, regionId: string, now: Instant): Promise<number> {
  return db.run(
    `UPDATE message m SET state = 'box', settled_at = $2 FROM person p
     WHERE p.region_id = m.region_id AND p.person_id = m.person_id AND m.region_id = $1 AND m.state = 'queued'
       AND (coalesce(m.to_address, p.email) IS NULL OR p.disabled_at IS NOT NULL OR (m.kind = 'invited' AND p.password_hash IS NOT NULL))`,
    [regionId, now],
  );
}

/** True when the message was one that nobody had told yet. */
export async function markByHand(tx: Queryable, regionId: string, messageId: string, personId: string, now: Instant): Promise<boolean> {
  const rows = await tx.run(
    `UPDATE message SET state = 'by-hand', settled_at = $4, settled_by = $3, fault = NULL WHERE region_id = $1 AND message_id = $2 AND state IN ('failed', 'box')`,
    [regionId, messageId, personId, now],
  );
  return rows > 0;
}

/** True when the message had failed and its person still has an address. */
export async function sendAgain(tx: Queryable, regionId: string, messageId: string, dueAt: Instant): Promise<boolean> {
  const rows = await tx.run(
    `UPDATE message m SET state = 'queued', settled_at = NULL, due_at = $3, attempts = 0
     FROM person p WHERE p.region_id = m.region_id AND p.person_id = m.person_id AND coalesce(m.to_address, p.email) IS NOT NULL AND p.disabled_at IS NULL
       AND m.region_id = $1 AND m.message_id = $2 AND m.state = 'failed'`,
    [regionId, messageId, dueAt],
  );
  return rows > 0;
}

/** Marks one message of the person as read, or with null all of them. */
export async function markRead(tx: Queryable, regionId: string, personId: string, messageId: string | null, now: Instant): Promise<number> {
  return tx.run('UPDATE message SET read_at = $4 WHERE region_id = $1 AND person_id = $2 AND ($3::uuid IS NULL OR message_id = $3) AND read_at IS NULL', [
    regionId,
    personId,
    messageId,
    now,
  ]);
}

export interface NewTemplate {
  readonly kind: MessageKind;
  readonly version: number;
  readonly subject: string;
  readonly body: string;
  readonly decidedBy: string;
}

/** Rows made: 0 when somebody else made this version first. */
export async function insertTemplate(tx: Queryable, regionId: string, template: NewTemplate, now: Instant): Promise<number> {
  return tx.run(
    `INSERT INTO message_template (region_id, kind, version, subject, body, decided_by, decided_at) VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
    [regionId, template.kind, template.version, template.subject, template.body, template.decidedBy, now],
  );
}
