// A new rubric: a new version, while the freeze table allows it. Empty sheets go over to it; a tie-break step that loses its criterion leaves the ladder with it.

import { mayChangeRubric, rulesLock } from '../../domain/edition/freeze.ts';
import { criterionStep } from '../../domain/edition/rules-check.ts';
import { checkRubric, percentNeedsConfirmation, type Rubric } from '../../domain/instrument/rubric.ts';
import { weightSum } from '../../domain/instrument/weights.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { toText } from '../../domain/shared/rational.ts';
import { lockSheets, moveSheetsToRubric } from '../../store/assessment-sheet.write.ts';
import { findRubric, findRules, findStages, hasScores, lockCategory } from '../../store/edition.read.ts';
import { insertRubric, insertRules } from '../../store/edition.write.ts';
import type { Act } from '../perform.ts';

export interface RubricChange {
  readonly categoryId: string;
  readonly basedOn: number;
  readonly body: Rubric;
  readonly reason: string;
  /** The sum that was asked about and kept, for a percent rubric that does not add to 100; exact text. */
  readonly confirmedSum: string | null;
}

/** Refuses `category.not-found`, `rules.stale`, `rubric.*` (`rubric.percent-unconfirmed` with the sum, `rubric.ladder-needs` with the criterion), `rules.needs-reason`. */
export async function changeRubric(act: Act, input: RubricChange): Promise<Outcome<{ version: number }>> {
  const category = await lockCategory(act.tx, act.regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, 'edition.rules', { editionId: category.editionId });
  if (!allowed.ok) return allowed;
  const stages = await findStages(act.tx, act.regionId, category.editionId);
  await lockSheets(act.tx, act.regionId, input.categoryId);
  const free = mayChangeRubric(stages, await hasScores(act.tx, act.regionId, input.categoryId), input.reason, act.now);
  if (!free.ok) return free;
  const checked = checkRubric(input.body);
  if (!checked.ok) return checked;
  const newest = (await findRubric(act.tx, act.regionId, input.categoryId))?.version ?? 0;
  if (newest !== input.basedOn) return refuse('rules.stale', { version: newest });
  const sum = toText(weightSum(input.body));
  if (percentNeedsConfirmation(input.body) && input.confirmedSum !== sum) return refuse('rubric.percent-unconfirmed', { sum });
  const kept = await keepLadder(act, input, rulesLock(stages, act.now) === 'free');
  if (!kept.ok) return kept;
  const version = newest + 1;
  const row = { categoryId: input.categoryId, version, body: { ...input.body, version }, reason: input.reason, decidedBy: act.actor.personId };
  await insertRubric(act.tx, act.regionId, row, act.now);
  await moveSheetsToRubric(act.tx, act.regionId, input.categoryId, version);
  act.record({ kind: 'category.rubric-decided', subjectId: input.categoryId, facts: { version } });
  return ok({ version });
}

/** The final ladder names criteria: a step whose criterion goes leaves with it while the rules are free, and holds it once they are not. */
async function keepLadder(act: Act, { categoryId, body, reason }: RubricChange, isFree: boolean): Promise<Outcome<true>> {
  const rules = await findRules(act.tx, act.regionId, categoryId);
  const left = new Set(body.criteria.map(({ code }) => criterionStep(code)));
  const gone = (rules?.body.finalLadder ?? []).filter((step) => step.startsWith('criterion:') && !left.has(step));
  if (rules === null || gone.length === 0) return ok(true);
  if (!isFree) return refuse('rubric.ladder-needs', { criterion: gone[0]?.slice('criterion:'.length) ?? '' });
  const version = rules.version + 1;
  const changed = { ...rules.body, finalLadder: rules.body.finalLadder.filter((step) => !gone.includes(step)) };
  await insertRules(act.tx, act.regionId, { categoryId, version, body: changed, reason, decidedBy: act.actor.personId }, act.now);
  act.record({ kind: 'category.rules-decided', subjectId: categoryId, facts: { version, decree: '' } });
  return ok(true);
}
