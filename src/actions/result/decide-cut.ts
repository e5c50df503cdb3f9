// Enters the minuted decision on the group tied at the cut and works the list out again.

import { tieBetween } from '../../domain/assessment/verification.ts';
import { type CutDecision, checkCutDecision, withDecision } from '../../domain/result/desk-decision.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findAnnouncement, findShortlist } from '../../store/result-desk.read.ts';
import { insertShortlist } from '../../store/result-desk.write.ts';
import type { Act } from '../perform.ts';
import type { KeptList } from './compute-shortlist.ts';
import { openDesk, workOut } from './desk.ts';

export interface CutDecisionInput extends CutDecision {
  readonly shortlistId: string;
  readonly categoryId: string;
}

/** Refuses `shortlist.*`. A decision that stands already changes nothing. */
export async function decideCut(act: Act, input: CutDecisionInput): Promise<Outcome<KeptList>> {
  const desk = await openDesk(act, input.categoryId, 'desk.compute');
  if (!desk.ok) return desk;
  if ((await findAnnouncement(act.tx, act.regionId, input.categoryId)) !== null) return refuse('shortlist.already-announced');
  const last = await findShortlist(act.tx, act.regionId, input.categoryId);
  if (last === null) return refuse('shortlist.not-computed');
  if (last.shortlistId === input.shortlistId) return ok({ shortlistId: last.shortlistId, digest: last.digest });
  const checked = checkCutDecision(last.body, desk.value.rules.deskLadder, input);
  if (!checked.ok) return checked;
  const decisions = withDecision(last.decisions, checked.value);
  const worked = await workOut(act, desk.value, decisions);
  if (!worked.ok) return worked;
  const { body, digest, rows } = worked.value;
  const own = rows.find((row) => checked.value.tied.includes(row.registrationNumber) && tieBetween(act.actor, row, act.now) !== null);
  if (own !== undefined) return refuse('verification.own-agency', { conflict: 'seat' });
  const version = last.version + 1;
  const list = {
    shortlistId: input.shortlistId,
    categoryId: input.categoryId,
    version,
    body,
    digest,
    decisions,
    computedBy: act.actor.personId,
  };
  await insertShortlist(act.tx, act.regionId, list, act.now);
  const facts = { shortlist: input.shortlistId, version, digest, act: checked.value.act, tied: checked.value.tied };
  act.record({ kind: 'shortlist.decided', subjectId: input.categoryId, facts });
  return ok({ shortlistId: input.shortlistId, digest });
}
