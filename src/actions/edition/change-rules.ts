// New category rules or a new rubric: a new version, while the freeze table allows it.

import type { CategoryRules } from '../../domain/edition/category.ts';
import { mayChangeRubric, mayChangeRules } from '../../domain/edition/freeze.ts';
import type { EntryState } from '../../domain/innovation/entry.ts';
import { checkRubric, type Rubric } from '../../domain/instrument/rubric.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { teamsOf } from '../../store/audience.read.ts';
import { findCategory, findRubric, findRules, findStages, hasScores } from '../../store/edition.read.ts';
import { insertRubric, insertRules } from '../../store/edition.write.ts';
import { aboutEntries, tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';

export interface RulesChange {
  readonly categoryId: string;
  readonly basedOn: number;
  readonly body: CategoryRules;
  readonly reason: string;
  readonly decree: string;
}

/** Rules change until verification opens: whatever is on its way by then is told. */
const RULED: readonly EntryState[] = ['draft', 'submitted', 'returned-by-head', 'approved'];

/** Refuses `category.not-found`, `rules.stale`, `rules.frozen`, `rules.needs-reason`, `rules.needs-decree`. */
export async function changeRules(act: Act, input: RulesChange): Promise<Outcome<{ version: number }>> {
  const category = await findCategory(act.tx, act.regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, 'edition.rules', { editionId: category.editionId });
  if (!allowed.ok) return allowed;
  const free = mayChangeRules(await findStages(act.tx, act.regionId, category.editionId), input, act.now);
  if (!free.ok) return free;
  const newest = (await findRules(act.tx, act.regionId, input.categoryId))?.version ?? 0;
  if (newest !== input.basedOn) return refuse('rules.stale', { version: newest });
  await insertRules(act.tx, act.regionId, { ...input, version: newest + 1, decidedBy: act.actor.personId }, act.now);
  const touched = { editionId: category.editionId, categoryId: input.categoryId, states: RULED };
  const facts = { category: category.name, decree: input.decree, note: input.reason };
  await tell(act, aboutEntries('rules-changed', await teamsOf(act.tx, act.regionId, touched, act.now), facts));
  act.record({ kind: 'category.rules-decided', subjectId: input.categoryId, facts: { version: newest + 1, decree: input.decree } });
  return ok({ version: newest + 1 });
}

export interface RubricChange {
  readonly categoryId: string;
  readonly basedOn: number;
  readonly body: Rubric;
  readonly reason: string;
}

/** Refuses `category.not-found`, `rules.stale`, `rubric.*`, `rules.needs-reason`. */
export async function changeRubric(act: Act, input: RubricChange): Promise<Outcome<{ version: number }>> {
  const category = await findCategory(act.tx, act.regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, 'edition.rules', { editionId: category.editionId });
  if (!allowed.ok) return allowed;
  const stages = await findStages(act.tx, act.regionId, category.editionId);
  const free = mayChangeRubric(stages, await hasScores(act.tx, act.regionId, input.categoryId), input.reason, act.now);
  if (!free.ok) return free;
  const checked = checkRubric(input.body);
  if (!checked.ok) return checked;
  const newest = (await findRubric(act.tx, act.regionId, input.categoryId))?.version ?? 0;
  if (newest !== input.basedOn) return refuse('rules.stale', { version: newest });
  await insertRubric(act.tx, act.regionId, { ...input, version: newest + 1, decidedBy: act.actor.personId }, act.now);
  act.record({ kind: 'category.rubric-decided', subjectId: input.categoryId, facts: { version: newest + 1 } });
  return ok({ version: newest + 1 });
}
