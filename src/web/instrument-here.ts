// The instrument of an edition or a snapshot of the region in the address.

import { instrumentOf } from '../actions/instrument/known-catalogues.ts';
import type { Instrument } from '../domain/instrument/instrument.ts';
import type { Ctx } from './request.ts';

export function instrumentHere(c: Ctx, code: string): Promise<Instrument> {
  return instrumentOf(c.var.platform.db, c.var.region.regionId, code);
}
