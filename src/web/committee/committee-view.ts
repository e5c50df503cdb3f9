// What the committee's pages share: the edition of the address, ties of the visitor, pages of a list.

import { tieBetween } from '../../domain/assessment/verification.ts';
import type { Edition } from '../../domain/edition/edition.ts';
import type { Actor } from '../../domain/people/role.ts';
import { currentEdition, findEditionByYear, listShownEditions } from '../../store/edition.read.ts';
import { type Ctx, signedIn } from '../request.ts';
import { workYear } from '../work-year.ts';

export const PAGE_ROWS = 50;

/** The live edition of `:year`; the newest one when the address names none. */
export async function editionHere(c: Ctx): Promise<Edition | null> {
  const { regionId } = c.var.region;
  const year = c.req.param('year');
  if (year === undefined) return currentEdition(c.var.platform.db, regionId, c.var.platform.now());
  const edition = /^\d{4}$/.test(year) ? await findEditionByYear(c.var.platform.db, regionId, Number(year)) : null;
  return edition?.kind === 'live' ? edition : null;
}

/** The year of the edition the person works in. */
export async function yearHere(c: Ctx, actor: Actor | null = signedIn(c).actor): Promise<number> {
  const { db, now } = c.var.platform;
  return workYear(await listShownEditions(db, c.var.region.regionId, now()), actor, now());
}

/** Whether the visitor has a seat in the entry's agency or is of its team. */
export function isOwn(c: Ctx, entry: { readonly agencyId: string; readonly memberIds: readonly string[] }): boolean {
  return tieBetween(signedIn(c).actor, entry, c.var.platform.now()) !== null;
}

/** The page number in `?hal=`, from 1. */
export function pageAsked(c: Ctx): number {
  const asked = Number(c.req.query('hal') ?? '1');
  return Number.isInteger(asked) && asked > 0 && asked < 10_000 ? asked : 1;
}
