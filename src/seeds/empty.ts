// A real start: the region as it was named, one admin, one printed invitation.

import { inviteFirstAdmin } from '../actions/people/invite-first-admin.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { NamedRegion } from '../domain/people/name-region.ts';
import type { Platform } from '../platform/platform.ts';

/** What the first admin signs in with until they give an address of their own. */
const FIRST_ADMIN = 'admin@bailang.invalid';

/** Lines to print once; the link cannot be read again later. */
export async function makeFirstAdmin(platform: Platform, named: NamedRegion): Promise<readonly string[]> {
  const { isListed: _listed, ...region } = named;
  const who = { regionId: platform.newId(), actor: NOBODY };
  const first = { region: { ...region, contact: '', isSample: false }, email: FIRST_ADMIN };
  const outcome = await perform(platform, who, (act) => inviteFirstAdmin(act, first));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return ['Undangan admin pertama (sekali pakai, 14 hari):', `  /undangan/${outcome.value.token}`, `  Masuk dengan: ${FIRST_ADMIN}`];
}
