// A new rubric: a new version, while the freeze table allows it. Empty sheets go over to it; a tie-break step that loses its criterion leaves the ladder with it.

import type { CategoryRules } from '../../domain/edition/category.ts';
import { mayChangeRubric, rulesLock } from '../../domain/edition/freeze.ts';
import { criterionStep } from '../../domain/edition/rules-check.ts';
import { checkRubric, type Rubric } from '../../domain/instrument/rubric.ts';
import { isDoubtful, isMeant, rubricDoubts } from '../../domain/instrument/rubric-doubts.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { lockSheets, moveSheetsToRubric } from '../../store/assessment-sheet.write.ts';
import { findRubric, findRules, findStages, hasScores, lockCategory } from '../../store/edition.read.ts';
import { insertRubric, insertRules } from '../../store/edition.write.ts';
import type { Act } from '../perform.ts';

export interface RubricChange {
  readonly categoryId: string;
  readonly basedOn: number;
  readonly body: Rubric;
  readonly reason: string;
  /** The doubts that were shown and are meant, as their JSON text; empty when none were. */
  readonly confirmed: string;
}

/**
 * `ladder` of the result: what the ladder's steps were and are, where that changed. Refuses `category.not-found`, `rules.stale`, `rules.needs-reason`, `rubric.*`
 * (`rubric.unsure` with the doubts until all of them were shown and are said to be meant, `rubric.ladder-needs` with the criterion).
 */
export async function changeRubric(act: Act, input: RubricChange): Promise<Outcome<{ version: number; ladder: readonly string[] }>> {
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
  const before = await findRubric(act.tx, act.regionId, input.categoryId);
  const newest = before?.version ?? 0;
  if (newest !== input.basedOn) return refuse('rules.stale', { version: newest });
  const rules = await findRules(act.tx, act.regionId, input.categoryId);
  const laddered = (rules?.body.finalLadder ?? []).filter((step) => step.startsWith(criterionStep('')));
  const gone = stepsGone(laddered, input.body);
  const areRulesFree = rulesLock(stages, act.now) === 'free';
  if (gone[0] !== undefined && !areRulesFree) return refuse('rubric.ladder-needs', { criterion: codeOf(gone[0]) });
  const { ladder, ...others } = rubricDoubts(input.body, before?.body ?? null, laddered.map(codeOf));
  // While the ladder may still be chosen it is told what became of it, not asked about.
  const doubts = { ...others, ladder: areRulesFree ? [] : ladder };
  if (isDoubtful(doubts) && !isMeant(doubts, input.confirmed)) return refuse('rubric.unsure', { ...doubts }, { pasti: fault('rubric.unsure') });
  if (rules !== null && gone.length > 0) await shortenLadder(act, input, rules, gone);
  const version = newest + 1;
  const row = { categoryId: input.categoryId, version, body: { ...input.body, version }, reason: input.reason, decidedBy: act.actor.personId };
  await insertRubric(act.tx, act.regionId, row, act.now);
  await moveSheetsToRubric(act.tx, act.regionId, input.categoryId, version);
  act.record({ kind: 'category.rubric-decided', subjectId: input.categoryId, facts: { version } });
  return ok({ version, ladder });
}

/** The final ladder names criteria: a step whose criterion goes leaves with it while the rules are free, and holds it once they are not. */
function stepsGone(laddered: readonly string[], body: Rubric): readonly string[] {
  const left = new Set(body.criteria.map(({ code }) => criterionStep(code)));
  return laddered.filter((step) => !left.has(step));
}

function codeOf(step: string): string {
  return step.replace(criterionStep(''), '');
}

async function shortenLadder(
  act: Act,
  { categoryId, reason }: RubricChange,
  rules: { readonly version: number; readonly body: CategoryRules },
  gone: readonly string[],
): Promise<void> {
  const version = rules.version + 1;
  const changed = { ...rules.body, finalLadder: rules.body.finalLadder.filter((step) => !gone.includes(step)) };
  await insertRules(act.tx, act.regionId, { categoryId, version, body: changed, reason, decidedBy: act.actor.personId }, act.now);
  act.record({ kind: 'category.rules-decided', subjectId: categoryId, facts: { version, decree: '' } });
}
