// What the pages of an edition read: its settings with their locks, found by the year in the address.

import type { Category, CategoryRules } from '../../domain/edition/category.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import { type Lock, rubricLock, rulesLock } from '../../domain/edition/freeze.ts';
import type { Stage } from '../../domain/edition/stage.ts';
import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { Rubric } from '../../domain/instrument/rubric.ts';
import { may } from '../../domain/people/permissions.ts';
import { findEditionByYear, findStages, listCategorySettings, listScoredCategories } from '../../store/edition.read.ts';
import { stepNames } from '../../texts/id/rules.ts';
import { instrumentHere } from '../instrument-here.ts';
import { type Ctx, signedIn } from '../request.ts';

export interface CategorySettings extends Category {
  readonly rules: CategoryRules | null;
  readonly rulesVersion: number | null;
  readonly rubric: Rubric | null;
  readonly rubricVersion: number | null;
  readonly rubricLock: Lock;
}

export interface EditionView {
  readonly edition: Edition;
  readonly instrument: Instrument;
  readonly stages: readonly Stage[];
  readonly rulesLock: Lock;
  readonly categories: readonly CategorySettings[];
}

export function yearOf(c: Ctx): number | null {
  const text = c.req.param('year') ?? '';
  return /^\d{4}$/.test(text) ? Number(text) : null;
}

/** The live edition of the year in the address; null when there is none. */
export async function findLiveEdition(c: Ctx): Promise<Edition | null> {
  const year = yearOf(c);
  const edition = year === null ? null : await findEditionByYear(c.var.platform.db, c.var.region.regionId, year);
  return edition?.kind === 'live' ? edition : null;
}

export async function readEdition(c: Ctx): Promise<EditionView | null> {
  const edition = await findLiveEdition(c);
  if (edition === null) return null;
  const { db, now } = c.var.platform;
  const { regionId } = c.var.region;
  const stages = await findStages(db, regionId, edition.editionId);
  const settings = await listCategorySettings(db, regionId, edition.editionId);
  const scored = await listScoredCategories(db, regionId, edition.editionId);
  const at = now();
  return {
    edition,
    instrument: await instrumentHere(c, edition.instrument),
    stages,
    rulesLock: rulesLock(stages, at),
    categories: settings.map((one) => ({ ...one, rubricLock: rubricLock(stages, scored.includes(one.categoryId), at) })),
  };
}

/** A category of the edition by the code in the address. */
export function findSettings(view: EditionView | null, code: string | undefined): CategorySettings | null {
  return view?.categories.find((one) => one.code === code) ?? null;
}

/** Whether the visitor may decide rules of this edition; others only read. */
export function canChangeRules(c: Ctx, { edition }: Pick<EditionView, 'edition'>): boolean {
  return may(signedIn(c).actor, 'edition.rules', { editionId: edition.editionId }).ok;
}

/** Whether the visitor may set windows of this edition. */
export function canSchedule(c: Ctx, { edition }: Pick<EditionView, 'edition'>): boolean {
  return may(signedIn(c).actor, 'edition.schedule', { editionId: edition.editionId }).ok;
}

/** Names of the indicators and criteria a ladder of the category may hold. */
export function instrumentNames({ instrument }: Pick<EditionView, 'instrument'>, category: Pick<CategorySettings, 'rubric'>): ReadonlyMap<string, string> {
  return stepNames(category.rubric, instrument);
}
