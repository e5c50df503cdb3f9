// Makes an edition whole: stages, categories, rules and rubrics in one act.

import type { CategoryRules } from '../../domain/edition/category.ts';
import { checkRules } from '../../domain/edition/rules-check.ts';
import { checkSettings, type EditionSettings } from '../../domain/edition/settings.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import { checkStagePlan } from '../../domain/edition/stage-plan.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import { checkRubric, type Rubric } from '../../domain/instrument/rubric.ts';
import { withinLimit } from '../../domain/operations/limits.ts';
import { may } from '../../domain/people/permissions.ts';
import { holdsGrant } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findEdition } from '../../store/edition.read.ts';
import { insertCategory, insertEdition, insertRubric, insertRules, insertStage } from '../../store/edition.write.ts';
import { countEditions } from '../../store/limits.read.ts';
import { insertGrant } from '../../store/people.write.ts';
import { usableInstrument } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';

export interface EditionPlan extends Pick<EditionSettings, 'name' | 'venue'>, Partial<Pick<EditionSettings, 'texts' | 'prizes'>> {
  readonly editionId: string;
  readonly year: number;
  readonly instrument: string;
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

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;

/**
 * Whoever makes an edition is of its secretariat from then on, until an admin says otherwise. Refuses `edition.invalid`, `edition.year-invalid`,
 * `catalogue.not-found`, `edition.year-taken`, `window.backwards`, `stage.invalid`, `rules.*`, `rubric.*`, `limit.editions`. The same id again is the
 * same edition.
 */
export async function createEdition(act: Act, plan: EditionPlan): Promise<Outcome<{ editionId: string }>> {
  const allowed = may(act.actor, 'edition.create');
  if (!allowed.ok) return allowed;
  const { name, venue, texts = {}, prizes = {} } = plan;
  const sound = checkPlan(plan, { name, venue, texts, prizes }, await usableInstrument(act.tx, act.regionId, plan.instrument));
  if (!sound.ok) return sound;
  const same = await findEdition(act.tx, act.regionId, plan.editionId);
  if (same !== null) return ok({ editionId: plan.editionId });
  const room = withinLimit('editions', await countEditions(act.tx, act.regionId));
  if (!room.ok) return room;
  const edition = { ...plan, texts, prizes, history: null, clonedFrom: plan.clonedFrom ?? null };
  if ((await insertEdition(act.tx, act.regionId, edition, act.now)) === 0) return refuse('edition.year-taken', { year: plan.year });
  for (const stage of plan.stages) await insertStage(act.tx, act.regionId, { ...stage, editionId: plan.editionId });
  for (const [index, category] of plan.categories.entries()) {
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
  await joinSecretariat(act, plan.editionId);
  return ok({ editionId: plan.editionId });
}

function checkPlan(plan: EditionPlan, settings: EditionSettings, instrument: Outcome<Instrument>): Outcome<true> {
  if (!Number.isInteger(plan.year) || plan.year < FIRST_YEAR || plan.year > LAST_YEAR) return refuse('edition.year-invalid');
  const named = checkSettings(settings);
  if (!named.ok) return named;
  if (!instrument.ok) return instrument;
  const stages = checkStagePlan(plan.stages);
  if (!stages.ok) return stages;
  const indicators = instrument.value.sid.map(({ code }) => code);
  for (const { rules, rubric } of plan.categories) {
    const scored = checkRubric(rubric);
    if (!scored.ok) return scored;
    const ruled = checkRules(rules, { indicators, criteria: rubric.criteria.map(({ code }) => code) });
    if (!ruled.ok) return ruled;
  }
  return ok(true);
}

async function joinSecretariat(act: Act, editionId: string): Promise<void> {
  const { personId } = act.actor;
  if (personId === '' || holdsGrant(act.actor, 'secretariat', editionId)) return;
  await insertGrant(act.tx, act.regionId, { grantId: act.newId(), personId, role: 'secretariat', editionId, categoryId: null }, act.now);
  act.record({ kind: 'person.role-granted', subjectId: personId, facts: { role: 'secretariat', editionId } });
}
