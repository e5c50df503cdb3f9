// The way from one edition to another: the same page of every year that was run here.

import { type GrantedRole, holdsGrant } from '../../domain/people/role.ts';
import { listEditions } from '../../store/edition.read.ts';
import { type Ctx, signedIn } from '../request.ts';
import { Tabs } from '../ui/browsing.tsx';

interface EditionYears {
  readonly c: Ctx;
  readonly year: number;
  /** Who may open the page: an edition in which the visitor is none of them has no door here. */
  readonly roles: readonly GrantedRole[];
  readonly pathOf: (year: number) => string;
}

/** Links to the live editions the visitor may open, newest first; nothing while there is only one. */
export async function editionYears({ c, year, roles, pathOf }: EditionYears) {
  const { actor } = signedIn(c);
  const all = await listEditions(c.var.platform.db, c.var.region.regionId);
  const live = all.filter(({ kind, editionId }) => kind === 'live' && roles.some((role) => holdsGrant(actor, role, editionId)));
  if (live.length < 2) return null;
  return <Tabs label="Edisi" places={live.map((one) => ({ href: pathOf(one.year), label: String(one.year), current: one.year === year }))} />;
}
