// A new category begins as another one: its rules, and its rubric or criteria of its own.

import type { CategoryRules } from '../edition/category.ts';
import { criterionStep } from '../edition/rules-check.ts';
import { type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { toText } from '../shared/rational.ts';
import { readCriteriaTable } from './criteria-table.ts';
import type { Rubric } from './rubric.ts';
import { percentNeedsConfirmation } from './rubric.ts';
import { readRubricForm, rubricAsForm } from './rubric-form.ts';
import { weightSum } from './weights.ts';

export interface CategoryStart {
  readonly rules: CategoryRules;
  readonly rubric: Rubric;
}

/**
 * Rules and rubric of a category that begins as `source` does. `list` holds criteria of its own (readCriteriaTable), entered and scaled as the source's
 * are; empty keeps the source's. In the ladder the first of them takes the place of a criterion that is not among them; a lot's seed is never taken over.
 * Refuses what readCriteriaTable refuses, and `rubric.list-sum` (sum) where the source's weights are percent and these do not make 100; at the field `list`.
 */
export function startCategory(source: CategoryStart, whoEnters: CategoryRules['whoEnters'], list: string): Outcome<CategoryStart> {
  const rules = { ...source.rules, whoEnters, lot: null };
  if (list.trim() === '') return ok({ rules, rubric: source.rubric });
  const form = rubricAsForm(source.rubric);
  const criteria = readCriteriaTable(list, form.criteria);
  if (!criteria.ok) return atList(criteria.refusal);
  const rubric = readRubricForm({ ...form, criteria: criteria.value }, 1);
  if (!rubric.ok) return atList(rubric.refusal);
  if (percentNeedsConfirmation(rubric.value)) return atList(refuse('rubric.list-sum', { sum: toText(weightSum(rubric.value)) }).refusal);
  return ok({ rules: { ...rules, finalLadder: ladderFor(rubric.value, rules.finalLadder) }, rubric: rubric.value });
}

function ladderFor({ criteria }: Rubric, ladder: readonly string[]): readonly string[] {
  const steps = criteria.map(({ code }) => criterionStep(code));
  const named = ladder.map((step) => (step.startsWith(criterionStep('')) && !steps.includes(step) ? (steps[0] ?? step) : step));
  return [...new Set(named)];
}

function atList(refusal: Refusal): { ok: false; refusal: Refusal } {
  return refuse('category.invalid', {}, { list: refusal });
}
