// What nobody could confirm, and nobody stopped within the day, takes effect.

import { type Outcome, ok } from '../../domain/shared/outcome.ts';
import { lockDue } from '../../store/access-request.read.ts';
import type { Act } from '../perform.ts';
import { takeEffect } from './take-effect.ts';

export async function effectsDue(act: Act): Promise<Outcome<{ readonly took: number }>> {
  const due = await lockDue(act.tx, act.regionId, act.now);
  for (const request of due) await takeEffect(act, request, { confirmedBy: null, byOwnCode: false });
  return ok({ took: due.length });
}
