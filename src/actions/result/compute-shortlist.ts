// Works out the shortlist of a category and keeps it as a pending version.

import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findAnnouncement, findShortlist } from '../../store/result-desk.read.ts';
import { insertShortlist } from '../../store/result-desk.write.ts';
import type { Act } from '../perform.ts';
import { openDesk, workOut } from './desk.ts';

export interface KeptList {
  readonly shortlistId: string;
  readonly digest: string;
}

/** Refuses `shortlist.already-announced` and what the domain refuses. The same inputs give the version that stands already. */
export async function computeDeskShortlist(act: Act, input: { readonly shortlistId: string; readonly categoryId: string }): Promise<Outcome<KeptList>> {
  const desk = await openDesk(act, input.categoryId, 'desk.compute');
  if (!desk.ok) return desk;
  if ((await findAnnouncement(act.tx, act.regionId, input.categoryId)) !== null) return refuse('shortlist.already-announced');
  const last = await findShortlist(act.tx, act.regionId, input.categoryId);
  const decisions = last?.decisions ?? [];
  const worked = await workOut(act, desk.value, decisions);
  if (!worked.ok) return worked;
  const { body, digest } = worked.value;
  if (last !== null && last.digest === digest) return ok({ shortlistId: last.shortlistId, digest });
  const version = (last?.version ?? 0) + 1;
  await insertShortlist(act.tx, act.regionId, { ...input, version, body, digest, decisions, computedBy: act.actor.personId }, act.now);
  act.record({ kind: 'shortlist.computed', subjectId: input.categoryId, facts: { shortlist: input.shortlistId, version, digest } });
  return ok({ shortlistId: input.shortlistId, digest });
}
