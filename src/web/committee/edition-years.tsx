// The way from one edition to another: the same page of every year that was run here.

import { listEditions } from '../../store/edition.read.ts';
import type { Ctx } from '../request.ts';
import { Tabs } from '../ui/browsing.tsx';

/** Links to every live edition, newest first; nothing while there is only one. */
export async function editionYears(c: Ctx, year: number, pathOf: (year: number) => string) {
  const live = (await listEditions(c.var.platform.db, c.var.region.regionId)).filter(({ kind }) => kind === 'live');
  if (live.length < 2) return null;
  return <Tabs label="Edisi" places={live.map((one) => ({ href: pathOf(one.year), label: String(one.year), current: one.year === year }))} />;
}
