// Tells people, in the act's own transaction: a message each, and a job that sends what may leave by mail.

import { afterQuiet, type MessageKind, REMIND_AFTER, REMINDER_KINDS, TOLD_TO_THEMSELVES, URGENT_KINDS } from '../../domain/people/message.ts';
import { zoneHours } from '../../domain/people/region.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { type Instant, later } from '../../domain/shared/time.ts';
import type { Concerned } from '../../store/audience.read.ts';
import { insertMessages, takeReminders } from '../../store/message.write.ts';
import { findRegionById } from '../../store/people.read.ts';
import type { Act } from '../perform.ts';

export interface Notice {
  readonly kind: MessageKind;
  readonly personId: string;
  /** The thing it is about: entry, category, stage, person. */
  readonly aboutId: string;
  /** What the words need: names of things, dates, counts. Never a secret, never a score. */
  readonly facts: Facts;
  /** Instead of the person's own address, and not in the box. */
  readonly toAddress?: string;
}

/** One notice to each of the people concerned, about their entry. */
export function aboutEntries(kind: MessageKind, concerned: readonly Concerned[], facts: Facts = {}): readonly Notice[] {
  return concerned.map(({ personId, entryId, innovation, number }) => ({ kind, personId, aboutId: entryId, facts: { innovation, number, ...facts } }));
}

/** Nobody is told what they have just done themselves, but for what may have been somebody else, or somebody else's doing. A person told twice of the same thing by one act is told once. */
export async function tell(act: Act, notices: readonly Notice[]): Promise<number> {
  const others = notices.filter(({ personId, kind }) => TOLD_TO_THEMSELVES.includes(kind) || personId !== act.actor.personId);
  const once = [...new Map(others.map((notice) => [`${notice.kind} ${notice.personId} ${notice.aboutId} ${notice.toAddress ?? ''}`, notice])).values()];
  if (once.length === 0) return 0;
  const hours = zoneHours((await findRegionById(act.tx, act.regionId))?.zone ?? '');
  const messages = once.map((notice) => ({
    ...notice,
    messageId: act.newId(),
    dueAt: URGENT_KINDS.includes(notice.kind) ? act.now : afterQuiet(act.now, hours),
  }));
  const told = await insertMessages(act.tx, act.regionId, messages, { personId: act.actor.personId || null, at: act.now });
  if (told > 0) act.later('send-messages', { regionId: act.regionId });
  return told;
}

/** Tells only those who were not reminded of the same thing since `since`, and within a day nobody twice. */
export async function remind(act: Act, notices: readonly Notice[], since: Instant = act.now): Promise<number> {
  if (notices.some(({ kind }) => !REMINDER_KINDS.includes(kind))) throw new Error('not a reminder');
  if (notices.length === 0) return 0;
  const taken = await takeReminders(act.tx, act.regionId, notices, { now: act.now, before: since, dayAgo: later(act.now, -REMIND_AFTER) });
  const due = new Set(taken.map(({ kind, personId, aboutId }) => `${kind} ${personId} ${aboutId}`));
  return tell(
    act,
    notices.filter(({ kind, personId, aboutId }) => due.has(`${kind} ${personId} ${aboutId}`)),
  );
}

/** What changed about an account; the words of each stand in texts. */
export type AccountChange =
  | 'email'
  | 'password'
  | 'reset-link'
  | 'second-factor-off'
  | 'signing-key-enrolled'
  | 'signing-key-confirmed'
  | 'signing-key-ended'
  | 'role-granted'
  | 'role-ended'
  | 'access-asked'
  | 'access-confirmed'
  | 'access-stopped';

/** Tells the person, and the address that was theirs until now. */
export function tellOfAccount(act: Act, personId: string, change: AccountChange, facts: Facts = {}, oldAddress?: string): Promise<number> {
  const notice = { kind: 'account-changed' as const, personId, aboutId: personId, facts: { change, ...facts } };
  return tell(act, oldAddress === undefined ? [notice] : [notice, { ...notice, toAddress: oldAddress }]);
}
