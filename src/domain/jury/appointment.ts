// What is to be known before a person sits on a panel, and who can still be taken off it.

import type { Stage } from '../edition/stage.ts';
import type { Grant, SeatHolding } from '../people/role.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import type { Instant } from '../shared/time.ts';
import { conflictsFound, type Finalist } from './panel.ts';

/** An entry the panel may have to score: a finalist, or before the announcement any entry on its way. */
export type Contender = Pick<Finalist, 'entryId' | 'name' | 'agencyId' | 'agencyName' | 'memberIds'>;

export interface Candidate {
  readonly personId: string;
  /** Held now and before. */
  readonly seats: readonly Pick<SeatHolding, 'agencyId' | 'heldUntil'>[];
  readonly grants: readonly Pick<Grant, 'role'>[];
}

/** The contenders the person may not score, from seats (now or in the last three years) and teams. */
export function tiedContenders(candidate: Candidate, contenders: readonly Contender[], now: Instant): readonly Contender[] {
  const tied = new Set(conflictsFound(candidate, contenders, now).map(({ entryId }) => entryId));
  return contenders.filter(({ entryId }) => tied.has(entryId));
}

/**
 * What is to be known before the person sits on the panel: `panel.tied` (names of the entries they will not score) and `panel.certifies`
 * (a leader who signs as juror does not certify that result). Refuses `panel.tied-to-all` when the finalists are announced and none is left to score.
 * @basis RULES 6: no score by whoever has a seat in the entry's agency, now or in the last 3 years, or is of its team; certified by somebody else.
 */
export function weighAppointment(
  candidate: Candidate,
  contenders: readonly Contender[],
  isAnnounced: boolean,
  now: Instant,
): Outcome<Readonly<Record<string, Refusal>>> {
  const tied = tiedContenders(candidate, contenders, now);
  if (isAnnounced && contenders.length > 0 && tied.length === contenders.length) return refuse('panel.tied-to-all');
  return ok({
    ...(tied.length === 0 ? {} : { tied: fault('panel.tied', { entries: tied.map(({ name }) => name) }) }),
    ...(candidate.grants.some(({ role }) => role === 'leader') ? { certifies: fault('panel.certifies') } : {}),
  });
}

/** Shortest and longest reason for a juror who comes late. */
const REASON = { min: 10, max: 1000 } as const;

/**
 * A juror who comes after the presentation opened: only with a reason, and where a second person can confirm. Refuses `panel.late-reason` by the field `alasan`,
 * `panel.late-second`. `hasSecond`: somebody other than who appoints and who is appointed could.
 * @basis RULES 6 (two people for a deciding role); TRUST TR-A8.
 */
export function checkLate(
  asked: { readonly reason: string; readonly hasSecond: boolean },
  stages: readonly Pick<Stage, 'kind' | 'opensAt'>[],
  now: Instant,
): Outcome<true> {
  if (!stages.some(({ kind, opensAt }) => kind === 'presentation' && opensAt <= now)) return ok(true);
  const { length } = asked.reason.trim();
  if (length < REASON.min || length > REASON.max) return refuse('panel.late-reason', {}, { alasan: fault('panel.late-reason', REASON) });
  return asked.hasSecond ? ok(true) : refuse('panel.late-second');
}

/** Whether a juror can be taken off the panel: only before the conflicts were confirmed, for sheets open with that, and without a sheet that records an absence. Refuses `panel.juror-begun`. */
export function mayRelease({ confirmedAt, hasSheet }: { readonly confirmedAt: Instant | null; readonly hasSheet: boolean }): Outcome<true> {
  return confirmedAt === null && !hasSheet ? ok(true) : refuse('panel.juror-begun');
}
