// New category rules: a new version, while the freeze table allows it.

import type { CategoryRules } from '../../domain/edition/category.ts';
import { mayChangeRules } from '../../domain/edition/freeze.ts';
import { checkRules } from '../../domain/edition/rules-check.ts';
import type { EntryState } from '../../domain/innovation/entry.ts';
import { may } from '../../domain/people/permissions.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { teamsOf } from '../../store/audience.read.ts';
import { findEdition, findRubric, findRules, findStages, lockCategory } from '../../store/edition.read.ts';
import { insertRules } from '../../store/edition.write.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
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

/** Refuses `category.not-found`, `rules.invalid`, `rules.stale`, `rules.frozen`, `rules.needs-reason`, `rules.needs-decree`. */
export async function changeRules(act: Act, input: RulesChange): Promise<Outcome<{ version: number }>> {
  const category = await lockCategory(act.tx, act.regionId, input.categoryId);
  if (category === null) return refuse('category.not-found');
  const { editionId } = category;
  const allowed = may(act.actor, 'edition.rules', { editionId });
  if (!allowed.ok) return allowed;
  const free = mayChangeRules(await findStages(act.tx, act.regionId, editionId), input, act.now);
  if (!free.ok) return free;
  const criteria = (await findRubric(act.tx, act.regionId, input.categoryId))?.body.criteria ?? [];
  const instrument = (await findEdition(act.tx, act.regionId, editionId))?.instrument ?? '';
  const { sid } = await instrumentOf(act.tx, act.regionId, instrument);
  const known = { indicators: sid.map(({ code }) => code), criteria: criteria.map(({ code }) => code) };
  const checked = checkRules(input.body, known);
  if (!checked.ok) return checked;
  const newest = (await findRules(act.tx, act.regionId, input.categoryId))?.version ?? 0;
  if (newest !== input.basedOn) return refuse('rules.stale', { version: newest });
  await insertRules(act.tx, act.regionId, { ...input, version: newest + 1, decidedBy: act.actor.personId }, act.now);
  const touched = { editionId, categoryId: input.categoryId, states: RULED };
  const facts = { category: category.name, decree: input.decree, note: input.reason };
  await tell(act, aboutEntries('rules-changed', await teamsOf(act.tx, act.regionId, touched, act.now), facts));
  act.record({ kind: 'category.rules-decided', subjectId: input.categoryId, facts: { version: newest + 1, decree: input.decree } });
  return ok({ version: newest + 1 });
}
