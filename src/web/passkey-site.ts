// The site as passkeys know it, from the address the visitor is at.

import type { PasskeySite } from '../platform/passkey.ts';
import { ownAddress } from './own-address.ts';
import type { Ctx } from './request.ts';

export function passkeySite(c: Ctx): PasskeySite {
  return { id: new URL(c.req.url).hostname, origin: ownAddress(c, ''), name: `BAILANG ${c.var.region.name}` };
}
