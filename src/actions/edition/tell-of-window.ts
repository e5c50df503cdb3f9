// Who is told that a stage's window moved: those who work in it.

import type { Stage, StageKind } from '../../domain/edition/stage.ts';
import type { EntryState } from '../../domain/innovation/entry.ts';
import type { GrantedRole, SeatRole } from '../../domain/people/role.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { approversOf, holdersOf, seatedAs, teamsOf } from '../../store/audience.read.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

interface Workers {
  /** Teams of entries in these states. */
  readonly teams: readonly EntryState[];
  /** Approvers of entries in these states. */
  readonly heads: readonly EntryState[];
  readonly roles: readonly GrantedRole[];
  /** Everybody in such a seat, once the stage is open: they have no entry yet by which to be found. */
  readonly seats?: readonly SeatRole[];
}

const FINALS: Workers = { teams: ['eligible'], heads: ['eligible'], roles: ['juror', 'chair'] };
const AFTER: Workers = { teams: ['eligible', 'refused'], heads: ['eligible', 'refused'], roles: [] };
const WRITING: Workers = { teams: ['draft', 'returned-by-head'], heads: ['draft', 'returned-by-head'], roles: [] };

const WORKERS: Readonly<Record<StageKind, Workers>> = {
  outreach: WRITING,
  registration: { ...WRITING, seats: ['innovator', 'head'] },
  approval: { teams: ['submitted', 'returned-by-head'], heads: ['submitted'], roles: [] },
  verification: { teams: ['returned-for-repair'], heads: [], roles: ['verifier'] },
  desk: { teams: [], heads: [], roles: ['secretariat'] },
  presentation: FINALS,
  'field-validation': FINALS,
  plenary: { teams: [], heads: [], roles: ['juror', 'chair', 'leader'] },
  objection: AFTER,
  'follow-up': AFTER,
};

/** One message a person, however many of their entries it touches. */
export async function tellOfWindow(
  act: Act,
  stage: Stage,
  window: { readonly opensAt: Instant; readonly closesAt: Instant; readonly reason: string },
): Promise<void> {
  const { tx, regionId, now } = act;
  const { teams, heads, roles, seats = [] } = WORKERS[stage.kind];
  const of = (states: readonly EntryState[]) => ({ editionId: stage.editionId, categoryId: null, states });
  const people = [
    ...(teams.length > 0 ? await teamsOf(tx, regionId, of(teams), now) : []).map(({ personId }) => personId),
    ...(heads.length > 0 ? await approversOf(tx, regionId, of(heads), now) : []).map(({ personId }) => personId),
    ...(seats.length > 0 && window.opensAt <= now ? await seatedAs(tx, regionId, seats, now) : []),
    ...(roles.length > 0 ? await holdersOf(tx, regionId, stage.editionId, roles, now) : []),
  ];
  const facts = { stage: stage.name, opensAt: window.opensAt, until: window.closesAt, note: window.reason };
  await tell(
    act,
    people.map((personId) => ({ kind: 'stage-moved' as const, personId, aboutId: stage.stageId, facts })),
  );
}
