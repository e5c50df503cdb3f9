// Acts that decide something: after each of them the head of the ledger leaves the machine as an anchor.

import type { EventKind } from './events.ts';

/** What is granted by a row of these kinds decides when its role does. */
const GRANTS: readonly EventKind[] = ['person.role-granted', 'seat.role-granted'];
const DECIDING_ROLES: readonly unknown[] = ['juror', 'chair', 'leader', 'secretariat', 'admin'];

/**
 * Kinds whose rows are anchored one by one: rules and rubric frozen, desk decided and announced, the panel and its conflicts, sheets sealed, reopened or
 * absent, results computed, signed, certified, published and bundled.
 * @basis RULES 13: the head leaves after each deciding act (freeze, announce, seal, reopen, compute, sign, certify, publish, correct, grant).
 */
export const DECIDING_KINDS: readonly EventKind[] = [
  'category.rules-decided',
  'category.rubric-decided',
  'shortlist.computed',
  'shortlist.decided',
  'shortlist.announced',
  'juror.appointed',
  'juror.released',
  'conflict.confirmed',
  'conflict.declared',
  'sheet.sealed',
  'sheet.reopened',
  'sheet.absent',
  'result.computed',
  'result.signed',
  'result.certified',
  'result.published',
  'result.bundled',
  'region.key-made',
  'region.key-renewed',
];

/** Whether an event is of a deciding act. A grant is when its role decides, or is not told. */
export function isDeciding({ kind, facts }: { readonly kind: EventKind; readonly facts?: Readonly<Record<string, unknown>> }): boolean {
  if (GRANTS.includes(kind)) return facts?.role === undefined || DECIDING_ROLES.includes(facts.role);
  return DECIDING_KINDS.includes(kind);
}

/** Kinds to look through for rows to anchor. */
export const ANCHORED_KINDS: readonly EventKind[] = [...DECIDING_KINDS, ...GRANTS];
