// Makes an edition whole: stages, categories, rules and rubrics in one act.

import type { CategoryRules } from '../../domain/edition/category.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import { checkRubric, type Rubric } from '../../domain/instrument/rubric.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findEdition } from '../../store/edition.read.ts';
import { insertCategory, insertEdition, insertRubric, insertRules, insertStage } from '../../store/edition.write.ts';
import type { Act } from '../perform.ts';

export interface EditionPlan {
  readonly editionId: string;
  readonly year: number;
  readonly name: string;
  readonly instrument: string;
  readonly venue: string;
  readonly clonedFrom?: string;
  /** Why the rules are as they are: stands on their first version. */
  readonly reason: string;
  readonly stages: readonly Omit<Stage, 'editionId'>[];
  readonly categories: readonly {
    readonly categoryId: string;
    readonly code: string;
    readonly name: string;
    readonly rules: CategoryRules;
    readonly rubric: Rubric;
  }[];
}

/** Refuses `edition.year-taken`, `rubric.*`. The same id again is the same edition. */
export async function createEdition(act: Act, plan: EditionPlan): Promise<Outcome<{ editionId: string }>> {
  const allowed = may(act.actor, 'edition.create');
  if (!allowed.ok) return allowed;
  const edition = { ...plan, history: null, clonedFrom: plan.clonedFrom ?? null };
  if ((await insertEdition(act.tx, act.regionId, edition, act.now)) === 0) {
    const same = await findEdition(act.tx, act.regionId, plan.editionId);
    return same === null ? refuse('edition.year-taken', { year: plan.year }) : ok({ editionId: plan.editionId });
  }
  for (const stage of plan.stages) await insertStage(act.tx, act.regionId, { ...stage, editionId: plan.editionId });
  for (const [index, category] of plan.categories.entries()) {
    const rubric = checkRubric(category.rubric);
    if (!rubric.ok) return rubric;
    await insertCategory(act.tx, act.regionId, { ...category, editionId: plan.editionId, position: index + 1 });
    const version = { categoryId: category.categoryId, version: 1, reason: plan.reason, decidedBy: act.actor.personId };
    await insertRules(act.tx, act.regionId, { ...version, body: category.rules }, act.now);
    await insertRubric(act.tx, act.regionId, { ...version, body: category.rubric }, act.now);
  }
  act.record({
    kind: plan.clonedFrom === undefined ? 'edition.created' : 'edition.cloned',
    subjectId: plan.editionId,
    facts: { year: plan.year },
  });
  return ok({ editionId: plan.editionId });
}
