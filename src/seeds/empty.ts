// A real start: the region from the table of the ministry, one admin, one printed invitation.

import { inviteFirstAdmin } from '../actions/people/invite-first-admin.ts';
import { NOBODY, perform } from '../actions/perform.ts';
import type { Platform } from '../platform/platform.ts';

/** Lines to print once; the link cannot be read again later. */
export async function makeFirstAdmin(platform: Platform): Promise<readonly string[]> {
  const region = {
    code: '63.11',
    name: 'Kabupaten Balangan',
    kind: 'regency',
    zone: 'Asia/Makassar',
    zoneWord: 'WITA',
    prefix: 'BL',
    contact: '',
    isSample: false,
  } as const;
  const who = { regionId: platform.newId(), actor: NOBODY };
  const outcome = await perform(platform, who, (act) => inviteFirstAdmin(act, { region, email: 'admin@balangan.invalid' }));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return ['Undangan admin pertama (sekali pakai, 14 hari):', `  /undangan/${outcome.value.token}`, '  Masuk dengan: admin@balangan.invalid'];
}
