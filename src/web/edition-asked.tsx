// The edition an address asks for with `?tahun=`: of those anybody may know of, the newest when it names none.

import { listShownEditions, type ShownEdition } from '../store/edition.read.ts';
import type { Ctx } from './request.ts';
import { Tabs } from './ui/browsing.tsx';

export interface AskedEdition {
  /** Null when there is none of that year, or none at all. */
  readonly edition: ShownEdition | null;
  /** Newest first. */
  readonly shown: readonly ShownEdition[];
}

export async function editionAsked(c: Ctx): Promise<AskedEdition> {
  const { db, now } = c.var.platform;
  const shown = await listShownEditions(db, c.var.region.regionId, now());
  const year = c.req.query('tahun') ?? '';
  return { shown, edition: (year === '' ? shown[0] : shown.find((one) => String(one.year) === year)) ?? null };
}

/** The way to the same page of the other editions that run, while more than one does. */
export function EditionTabs({ asked, pathOf }: { readonly asked: AskedEdition; readonly pathOf: (year: number) => string }) {
  const { edition, shown } = asked;
  const places = shown.filter((one, at) => at === 0 || one.isRunning || one === edition);
  if (places.length < 2) return null;
  return <Tabs label="Edisi" places={places.map((one) => ({ href: pathOf(one.year), label: String(one.year), current: one === edition }))} />;
}
