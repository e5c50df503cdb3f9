// How much of a thing may be made: far beyond what a regency needs, near enough that a script does not fill the disk.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';

export type Limited = 'editions' | 'catalogues' | 'entries' | 'links';

/**
 * Editions: of one region, in all; two a year for thirty years. Catalogues: kept by one region, in all, adopted or not. Entries: started by one
 * agency in one edition, in all; the largest agencies send some thirty. Links: one-time links made by one person within an hour; slips for every
 * office of a regency are some 1,600.
 */
export const MOST: Readonly<Record<Limited, number>> = { editions: 60, catalogues: 60, entries: 200, links: 3_000 };

/** The time in which links are counted, in minutes. */
export const LINKS_MINUTES = 60;

/** Whether `more` may be made where `standing` are made already, both whole and not negative. Refuses `limit.editions`, `limit.catalogues`, `limit.entries`, `limit.links` (most). */
export function withinLimit(thing: Limited, standing: number, more = 1): Outcome<true> {
  const most = MOST[thing];
  return standing + more <= most ? ok(true) : refuse(`limit.${thing}`, { most });
}
