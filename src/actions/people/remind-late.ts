// Reminds whoever has work left in a stage that soon closes: 7, 3 and 1 days before, by day, never twice within a day.

import type { Stage, StageKind } from '../../domain/edition/stage.ts';
import { isQuiet, remindedSince } from '../../domain/people/message.ts';
import { type Region, zoneHours } from '../../domain/people/region.ts';
import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { teamsOf } from '../../store/audience.read.ts';
import { listShownEditions, listStages } from '../../store/edition.read.ts';
import { lateHeads, lateJurors, lateVerifiers } from '../../store/late.read.ts';
import type { Act } from '../perform.ts';
import { type Notice, remind } from './tell.ts';

/** How many were reminded. */
export async function remindLate(act: Act, region: Region): Promise<Outcome<{ reminded: number }>> {
  const { tx, regionId, now } = act;
  if (isQuiet(now, zoneHours(region.zone))) return ok({ reminded: 0 });
  const years = new Map((await listShownEditions(tx, regionId, now)).map(({ editionId, year }) => [editionId, year]));
  let reminded = 0;
  for (const stage of await listStages(tx, regionId, [...years.keys()])) {
    const since = stage.opensAt <= now ? remindedSince(stage.closesAt, now) : null;
    const find = LATE[stage.kind];
    if (since === null || find === undefined) continue;
    reminded += await remind(act, await find(act, stage, years.get(stage.editionId) ?? 0), since);
  }
  return ok({ reminded });
}

type FindLate = (act: Act, stage: Stage, year: number) => Promise<readonly Notice[]>;

const LATE: Readonly<Partial<Record<StageKind, FindLate>>> = {
  registration: async ({ tx, regionId, now }, { editionId, closesAt }) => {
    const drafts = await teamsOf(tx, regionId, { editionId, categoryId: null, states: ['draft', 'returned-by-head'] }, now);
    return drafts.map(({ personId, entryId, innovation, number }) => ({
      kind: 'remind-draft',
      personId,
      aboutId: entryId,
      facts: { innovation, number, until: closesAt },
    }));
  },
  approval: async ({ tx, regionId, now }, { editionId, stageId, closesAt }) => {
    const heads = await lateHeads(tx, regionId, editionId, now);
    return heads.map(({ personId, count }) => ({ kind: 'remind-approval', personId, aboutId: stageId, facts: { count, until: closesAt } }));
  },
  verification: async ({ tx, regionId }, { editionId, stageId, closesAt }, year) => {
    const verifiers = await lateVerifiers(tx, regionId, editionId);
    return verifiers.map(({ personId, count }) => ({ kind: 'remind-verification', personId, aboutId: stageId, facts: { count, until: closesAt, year } }));
  },
  presentation: async ({ tx, regionId }, { editionId, closesAt }) => {
    const jurors = await lateJurors(tx, regionId, editionId);
    return jurors.map(({ personId, count, categoryId, category }) => ({
      kind: 'remind-sheets',
      personId,
      aboutId: categoryId,
      facts: { count, category, until: closesAt },
    }));
  },
};
