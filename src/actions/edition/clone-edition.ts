// Makes this year's edition from an earlier one in one act: stages a whole number of years after their first windows, or moved to a day of one's own, rules and rubrics as version 1.

import { cloneRules, cloneStage, startOn } from '../../domain/edition/clone.ts';
import { type Outcome, refuse } from '../../domain/shared/outcome.ts';
import type { Instant } from '../../domain/shared/time.ts';
import { findEditionByYear, findFirstStages, listCategorySettings } from '../../store/edition.read.ts';
import type { Act } from '../perform.ts';
import { createEdition, type EditionPlan } from './create-edition.ts';

export interface EditionCopy {
  readonly editionId: string;
  readonly fromYear: number;
  readonly year: number;
  readonly name: string;
  readonly venue: string;
  /** The beginning of the day on which registration opens; without it every stage keeps its day of the year. */
  readonly firstDay?: Instant | null;
  /** Stands on the first version of every rule: where it was copied from. */
  readonly reason: string;
}

/** Refuses `edition.not-found` (no live edition of that year), `edition.year-not-later`, `edition.name-missing`, `edition.rules-missing`, `edition.year-taken`. */
export async function cloneEdition(act: Act, input: EditionCopy): Promise<Outcome<{ editionId: string }>> {
  const source = await findEditionByYear(act.tx, act.regionId, input.fromYear);
  if (source === null || source.kind !== 'live') return refuse('edition.not-found');
  if (!Number.isInteger(input.year) || input.year <= input.fromYear || input.year > input.fromYear + 50) {
    return refuse('edition.year-not-later', { year: input.fromYear });
  }
  if (input.name.trim().length < 3 || input.name.length > 200) return refuse('edition.name-missing');
  const categories = await copyCategories(act, source.editionId);
  if (categories === null) return refuse('edition.rules-missing', { year: input.fromYear });
  const stages = await findFirstStages(act.tx, act.regionId, source.editionId);
  const copies = stages.map((stage) => cloneStage(stage, input.year - input.fromYear));
  return createEdition(act, {
    editionId: input.editionId,
    year: input.year,
    name: input.name,
    venue: input.venue,
    reason: input.reason,
    texts: source.texts,
    prizes: source.prizes,
    instrument: source.instrument,
    clonedFrom: source.editionId,
    stages: (input.firstDay ? startOn(copies, input.firstDay) : copies).map((stage) => ({ ...stage, stageId: act.newId() })),
    categories,
  });
}

async function copyCategories(act: Act, editionId: string): Promise<EditionPlan['categories'] | null> {
  const copies: EditionPlan['categories'][number][] = [];
  for (const { code, name, rules, rubric } of await listCategorySettings(act.tx, act.regionId, editionId)) {
    if (rules === null || rubric === null) return null;
    copies.push({ categoryId: act.newId(), code, name, rules: cloneRules(rules), rubric: { ...rubric, version: 1 } });
  }
  return copies;
}
