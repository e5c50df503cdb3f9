// What people are told, when a mail may leave, and how long it is tried.

import { DAY, HOUR, type Instant, later, MINUTE } from '../shared/time.ts';

/** Every kind of message. The words of each stand in texts. */
export const MESSAGE_KINDS = [
  'invited',
  'password-reset',
  'account-changed',
  'approval-waiting',
  'entry-returned',
  'repair-asked',
  'evidence-quarantined',
  'finalist-announced',
  'shortlist-announced',
  'result-signed',
  'result-published',
  'stage-moved',
  'rules-changed',
  'juror-appointed',
  'juror-released',
  'verification-assigned',
  'verifications-assigned',
  'remind-draft',
  'remind-repair',
  'remind-approval',
  'remind-verification',
  'remind-sheets',
  'seat-offered',
  'seat-handed-over',
  'seat-delegated',
  'access-waiting',
  'access-machine',
  'access-factor-off',
] as const;

export type MessageKind = (typeof MESSAGE_KINDS)[number];

export type MessageState = 'queued' | 'sending' | 'sent' | 'failed' | 'box' | 'by-hand';

/** Kinds that somebody waits for at the door: no quiet hours, no box (who cannot sign in reads none), and of no use when late. */
export const DOOR_KINDS: readonly MessageKind[] = ['invited', 'password-reset'];

/** Kinds that leave at any hour: the door, and what somebody else may have done with an account. */
export const URGENT_KINDS: readonly MessageKind[] = [...DOOR_KINDS, 'account-changed', 'access-waiting', 'access-machine'];

/** Kinds that a person is told of their own acts: an account, a signature. */
export const TOLD_TO_THEMSELVES: readonly MessageKind[] = ['account-changed', 'result-signed'];

/** Kinds whose words nobody but the person reads: a secret link, places that are not published yet. */
export const CLOSED_KINDS: readonly MessageKind[] = [...DOOR_KINDS, 'result-signed'];

/** Kinds that remind: never twice to one person about one thing within a day. */
export const REMINDER_KINDS: readonly MessageKind[] = ['remind-draft', 'remind-repair', 'remind-approval', 'remind-verification', 'remind-sheets'];

export const REMIND_AFTER = DAY;

const QUIET_FROM = 20;
const QUIET_UNTIL = 7;

/**
 * Whether no mail leaves at `now`: from 20.00 to before 07.00 on the region's clock. `zoneHours` is hours ahead of UTC, whole, 7..9.
 * @basis PRODUCT: quiet hours 20.00-07.00 of the region's zone.
 */
export function isQuiet(now: Instant, zoneHours: number): boolean {
  const hour = Number(later(now, zoneHours * HOUR).slice(11, 13));
  return hour >= QUIET_FROM || hour < QUIET_UNTIL;
}

/** `now`, or the next 07.00 on the region's clock when `now` is quiet. */
export function afterQuiet(now: Instant, zoneHours: number): Instant {
  if (!isQuiet(now, zoneHours)) return now;
  const local = later(now, zoneHours * HOUR);
  const today = `${local.slice(0, 10)}T0${QUIET_UNTIL}:00:00.000Z`;
  return later(local < today ? today : later(today, DAY), -zoneHours * HOUR);
}

/** When a message that the server put off is tried again: one minute after the first try, doubled each time, at most half an hour. */
export function nextTry(now: Instant, attempts: number): Instant {
  return later(now, Math.min(2 ** Math.max(attempts - 1, 0), 30) * MINUTE);
}

/** Mails that waited longer than this many milliseconds are not sent any more: three days; an hour for what stands at the door, since it is asked anew. */
export const TOO_LATE_AFTER: readonly (readonly [kinds: readonly MessageKind[], after: number])[] = [
  [DOOR_KINDS, HOUR],
  [MESSAGE_KINDS.filter((kind) => !DOOR_KINDS.includes(kind)), 3 * DAY],
];

/** Days before a close at which those who are late are reminded. */
const REMIND_AT = [7, 3, 1];

/**
 * The newest moment of reminding that has come: 7, 3 and 1 days before `closesAt`. Null before the first and once it is closed.
 * Somebody is due when the last reminder is older than that moment.
 */
export function remindedSince(closesAt: Instant, now: Instant): Instant | null {
  if (now >= closesAt) return null;
  return (
    REMIND_AT.map((days) => later(closesAt, -days * DAY))
      .filter((moment) => moment <= now)
      .at(-1) ?? null
  );
}
