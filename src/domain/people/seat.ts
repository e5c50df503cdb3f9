// Seats change hands: delegation with dates, handover with two confirmations.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { DAY, type Instant, later } from '../shared/time.ts';

/** Plt. (acting, the seat is empty or its holder away for long), Plh. (daily, for days), in the holder's name. @basis UU 30/2014 pasal 14; SE Kepala BKN 1/SE/I/2021. */
export type Delegation = 'plt' | 'plh' | 'an';
export const DELEGATIONS: readonly Delegation[] = ['plt', 'plh', 'an'];

/** Nobody stands in for longer than a year without being asked again. */
export const LONGEST_DELEGATION = 366 * DAY;
export const LONGEST_LETTER = 120;

export interface DelegationAsked {
  readonly holderId: string | null;
  readonly delegateId: string;
  readonly from: Instant;
  readonly until: Instant;
  readonly letter: string;
}

/**
 * Whether a delegation may be made at `now`, beside those that stand; windows are half-open. Refuses `delegation.invalid` by field:
 * to oneself (`account`), backwards, over, too long (`until`), overlapping another (`from`), a letter too long (`letter`).
 */
export function checkDelegation(asked: DelegationAsked, standing: readonly { readonly from: Instant; readonly until: Instant }[], now: Instant): Outcome<true> {
  const faults: Record<string, Refusal> = {};
  if (asked.delegateId === asked.holderId) faults.account = fault('delegation.to-oneself');
  if (asked.until <= asked.from) faults.until = fault('delegation.backwards');
  else if (asked.until <= now) faults.until = fault('delegation.over');
  else if (asked.until > later(asked.from, LONGEST_DELEGATION)) faults.until = fault('delegation.too-long');
  else if (standing.some((one) => one.from < asked.until && asked.from < one.until)) faults.from = fault('delegation.overlaps');
  if (asked.letter.length > LONGEST_LETTER) faults.letter = fault('field.length', { max: LONGEST_LETTER });
  return Object.keys(faults).length === 0 ? ok(true) : refuse('delegation.invalid', {}, faults);
}

export interface Handover {
  readonly handoverId: string;
  readonly seatId: string;
  readonly giverId: string | null;
  readonly receiverId: string;
  readonly receivedAt: Instant | null;
  readonly endedAt: Instant | null;
}

/**
 * Whether the receiver may take the seat now: asked of them, still open, and the seat still where it was. Refuses `handover.not-found` to
 * anybody else, `handover.ended`, `handover.overtaken` when the seat went elsewhere meanwhile.
 */
export function checkReceiving(handover: Handover, receiverId: string, holderId: string | null): Outcome<'take' | 'taken'> {
  if (handover.receiverId !== receiverId) return refuse('handover.not-found');
  if (handover.receivedAt !== null) return ok('taken');
  if (handover.endedAt !== null) return refuse('handover.ended');
  return handover.giverId === holderId ? ok('take') : refuse('handover.overtaken');
}
