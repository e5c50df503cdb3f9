// The list of an edition's categories: one more with its rules and rubric, another name, or one taken away before registration opens.

import type { CategoryRules } from '../../domain/edition/category.ts';
import { mayChangeRules, rulesLock } from '../../domain/edition/freeze.ts';
import { checkRules } from '../../domain/edition/rules-check.ts';
import { codeOfName } from '../../domain/edition/settings.ts';
import { checkRubric, type Rubric } from '../../domain/instrument/rubric.ts';
import { may } from '../../domain/people/permissions.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { findCategory, findStages, listCategorySettings, lockEdition } from '../../store/edition.read.ts';
import { insertCategory, insertRubric, insertRules } from '../../store/edition.write.ts';
import { dropCategoryRow, insertEditionChange, renameCategoryRow } from '../../store/edition-change.write.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';
import { changeRules } from './change-rules.ts';

type Settings = Awaited<ReturnType<typeof listCategorySettings>>[number];

export interface NewCategoryPlan {
  readonly categoryId: string;
  readonly editionId: string;
  readonly name: string;
  readonly rules: CategoryRules;
  readonly rubric: Rubric;
  /** Its entrants may not begin in the other categories any more; a draft that was begun there may still be sent. */
  readonly moves: boolean;
  readonly reason: string;
  readonly decree: string;
}

/**
 * Refuses `edition.not-found`, `rules.frozen`, `rules.needs-*`, `rubric.*`, `category.invalid` with every field at fault (`category.name-missing`,
 * `category.name-taken`, and what checkRules names; `category.left-empty` at `moves` for a category nobody could enter any more). The same id again is
 * the same category.
 */
export async function addCategory(act: Act, input: NewCategoryPlan): Promise<Outcome<{ code: string }>> {
  const edition = await lockEdition(act.tx, act.regionId, input.editionId);
  if (edition === null || edition.kind !== 'live') return refuse('edition.not-found');
  const allowed = may(act.actor, 'edition.rules', { editionId: edition.editionId });
  if (!allowed.ok) return allowed;
  const others = await listCategorySettings(act.tx, act.regionId, edition.editionId);
  const same = others.find(({ categoryId }) => categoryId === input.categoryId);
  if (same !== undefined) return ok({ code: same.code });
  const free = mayChangeRules(await findStages(act.tx, act.regionId, edition.editionId), input, act.now);
  if (!free.ok) return free;
  const code = codeOfName(input.name);
  const rubric = checkRubric(input.rubric);
  if (!rubric.ok) return rubric;
  const named = checkName(input.name, code, others);
  const indicators = (await instrumentOf(act.tx, act.regionId, edition.instrument)).sid.map((one) => one.code);
  const rules = checkRules(input.rules, { indicators, criteria: input.rubric.criteria.map((one) => one.code) });
  const faults = { ...fieldsOf(named), ...fieldsOf(rules) };
  if (Object.keys(faults).length > 0) return refuse('category.invalid', {}, faults);
  const position = Math.max(0, ...others.map((one) => one.position)) + 1;
  await insertCategory(act.tx, act.regionId, { categoryId: input.categoryId, editionId: edition.editionId, code, name: input.name, position });
  const version = { categoryId: input.categoryId, version: 1, reason: input.reason, decidedBy: act.actor.personId };
  await insertRules(act.tx, act.regionId, { ...version, decree: input.decree, body: input.rules }, act.now);
  await insertRubric(act.tx, act.regionId, { ...version, body: { ...input.rubric, version: 1 } }, act.now);
  act.record({ kind: 'category.created', subjectId: input.categoryId, facts: { code } });
  const moved = input.moves ? await takeOut(act, input, others) : ok(true);
  return moved.ok ? ok({ code }) : moved;
}

/** The other categories without the new one's entrants, each by its own act. */
async function takeOut(act: Act, { rules, reason, decree }: NewCategoryPlan, others: readonly Settings[]): Promise<Outcome<true>> {
  for (const { categoryId, name, rules: theirs, rulesVersion } of others) {
    if (theirs === null || !theirs.whoEnters.some((kind) => rules.whoEnters.includes(kind))) continue;
    const whoEnters = theirs.whoEnters.filter((kind) => !rules.whoEnters.includes(kind));
    if (whoEnters.length === 0) return refuse('category.invalid', {}, { moves: fault('category.left-empty', { category: name }) });
    const changed = await changeRules(act, { categoryId, basedOn: rulesVersion ?? 0, body: { ...theirs, whoEnters }, reason, decree });
    if (!changed.ok) return changed;
  }
  return ok(true);
}

function fieldsOf(outcome: Outcome<unknown>): Readonly<Record<string, Refusal>> {
  return outcome.ok ? {} : (outcome.refusal.fields ?? {});
}

function checkName(name: string, code: string, others: readonly { readonly name: string; readonly code: string }[]): Outcome<true> {
  const why =
    name.trim().length < 3 || name.length > 100
      ? 'category.name-missing'
      : others.some((one) => one.code === code || one.name === name)
        ? 'category.name-taken'
        : null;
  return why === null ? ok(true) : refuse('category.invalid', {}, { name: fault(why) });
}

export interface CategoryWish {
  readonly categoryId: string;
  readonly reason: string;
}

/** Another name; the address keeps its code. Refuses `category.not-found`, `category.invalid`, `rules.needs-reason`. */
export async function renameCategory(act: Act, input: CategoryWish & { readonly name: string }): Promise<Outcome<true>> {
  const found = await findOwn(act, input.categoryId);
  if (!found.ok) return found;
  const category = found.value;
  if (category.name === input.name) return ok(true);
  const others = (await listCategorySettings(act.tx, act.regionId, category.editionId)).filter((one) => one.categoryId !== category.categoryId);
  const named = checkName(input.name, category.code, others);
  if (!named.ok) return named;
  if (input.reason.trim().length < 3) return refuse('rules.needs-reason');
  await renameCategoryRow(act.tx, act.regionId, category.categoryId, input.name);
  await keep(act, category, { name: category.name }, { name: input.name }, input.reason);
  act.record({ kind: 'category.renamed', subjectId: category.categoryId });
  return ok(true);
}

/** Takes a category away while nobody could have entered it. Refuses `category.not-found`, `category.in-use`, `rules.needs-reason`. */
export async function dropCategory(act: Act, input: CategoryWish): Promise<Outcome<true>> {
  const found = await findOwn(act, input.categoryId);
  if (!found.ok) return found;
  const category = found.value;
  await lockEdition(act.tx, act.regionId, category.editionId);
  if (rulesLock(await findStages(act.tx, act.regionId, category.editionId), act.now) !== 'free') return refuse('category.in-use');
  if (input.reason.trim().length < 3) return refuse('rules.needs-reason');
  await dropCategoryRow(act.tx, act.regionId, category.categoryId, act.now);
  await keep(act, category, { name: category.name }, null, input.reason);
  act.record({ kind: 'category.dropped', subjectId: category.categoryId });
  return ok(true);
}

type Own = NonNullable<Awaited<ReturnType<typeof findCategory>>>;

async function findOwn(act: Act, categoryId: string): Promise<Outcome<Own>> {
  const category = await findCategory(act.tx, act.regionId, categoryId);
  if (category === null) return refuse('category.not-found');
  const allowed = may(act.actor, 'edition.rules', { editionId: category.editionId });
  return allowed.ok ? ok(category) : allowed;
}

async function keep(act: Act, category: Own, before: object, after: object | null, reason: string): Promise<void> {
  const { categoryId, editionId } = category;
  const change = { changeId: act.newId(), editionId, part: 'category', subjectId: categoryId, before, after, reason, changedBy: act.actor.personId } as const;
  await insertEditionChange(act.tx, act.regionId, change, act.now);
}
