// The closed catalogue of the ledger: every kind of act that leaves a row. The sentence of each stands in texts.

import type { Facts } from '../shared/outcome.ts';

export const EVENT_KINDS = [
  'region.created',
  'agency.created',
  'people.imported',
  'person.added',
  'person.invited',
  'person.invitation-accepted',
  'person.signed-in',
  'person.signed-out',
  'person.sign-in-failed',
  'person.password-reset',
  'person.password-changed',
  'person.changed',
  'person.shut-out',
  'person.let-in',
  'person.proved',
  'person.second-factor-on',
  'person.second-factor-off',
  'person.recovery-codes-made',
  'person.reset-link-made',
  'person.seat-given',
  'person.seat-ended',
  'person.role-granted',
  'person.role-ended',
  'mail.changed',
  'message.template-changed',
  'message.given-by-hand',
  'message.sent-again',
  'edition.created',
  'edition.cloned',
  'edition.history-recorded',
  'edition.settings-changed',
  'edition.second-factor-required',
  'stage.opened',
  'stage.extended',
  'stage.rescheduled',
  'category.created',
  'category.rules-decided',
  'category.rubric-decided',
  'entry.started',
  'entry.submitted',
  'entry.withdrawn',
  'entry.returned',
  'entry.approved',
  'entry.taken-up',
  'entry.repair-asked',
  'entry.verified',
  'entry.refused',
  'evidence.attached',
  'evidence.detached',
  'verification.assigned',
  'verification.released',
  'verdict.given',
  'shortlist.computed',
  'shortlist.decided',
  'shortlist.announced',
  'juror.appointed',
  'conflict.confirmed',
  'conflict.declared',
  'sheet.sealed',
  'sheet.reopened',
  'sheet.absent',
  'sheet.late-score-refused',
  'result.computed',
  'result.signed',
  'result.certified',
  'result.published',
  'index.spd-saved',
] as const;

export type EventKind = (typeof EVENT_KINDS)[number];

/** One row of the ledger before it is chained. Facts hold ids and figures, never names or tokens. */
export interface AuditEvent {
  readonly kind: EventKind;
  /** The thing acted upon: entry, sheet, result, person, edition … */
  readonly subjectId: string | null;
  readonly facts?: Facts;
}
