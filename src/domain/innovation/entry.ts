// An entry (usulan): the only state machine of a submission to one edition.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';

export type EntryState =
  | 'draft'
  | 'submitted'
  | 'returned-by-head'
  | 'approved'
  | 'in-verification'
  | 'returned-for-repair'
  | 'verified'
  | 'eligible'
  | 'refused'
  | 'withdrawn';

export interface Entry {
  readonly entryId: string;
  readonly editionId: string;
  readonly categoryId: string;
  readonly innovationId: string;
  readonly innovationName: string;
  readonly agencyId: string;
  readonly agencyName: string;
  readonly state: EntryState;
  readonly registrationNumber: string | null;
  readonly submittedAt: Instant | null;
  readonly approvedAt: Instant | null;
}

export type EntryAct = 'submit' | 'withdraw' | 'return' | 'approve' | 'take-up' | 'ask-repair' | 'finish-verification' | 'accept' | 'refuse';

const MOVES: Readonly<Record<EntryAct, Readonly<Partial<Record<EntryState, EntryState>>>>> = {
  submit: { draft: 'submitted', 'returned-by-head': 'submitted', 'returned-for-repair': 'submitted' },
  withdraw: { draft: 'withdrawn', submitted: 'withdrawn', 'returned-by-head': 'withdrawn' },
  return: { submitted: 'returned-by-head' },
  approve: { submitted: 'approved' },
  // From repair only once its deadline has passed: the approved snapshot is judged as it stands.
  'take-up': { approved: 'in-verification', 'returned-for-repair': 'in-verification' },
  'ask-repair': { 'in-verification': 'returned-for-repair' },
  'finish-verification': { 'in-verification': 'verified' },
  accept: { verified: 'eligible' },
  refuse: { verified: 'refused' },
};

/**
 * The state after the act. Refuses `entry.wrong-state` with the state and the act when the act does not start there.
 * @basis RULES 1 (states of an entry); a repaired entry passes its approver again.
 */
export function moveEntry(state: EntryState, act: EntryAct): Outcome<EntryState> {
  const next = MOVES[act][state];
  return next === undefined ? refuse('entry.wrong-state', { state, act }) : ok(next);
}

/** States in which the innovator may still change the profile and the claims. */
export function isEditable(state: EntryState): boolean {
  return state === 'draft' || state === 'returned-by-head' || state === 'returned-for-repair';
}
