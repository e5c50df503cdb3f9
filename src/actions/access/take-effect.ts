// What was asked and seen by a second takes effect, in whichever act that happens.

import type { RequestRow } from '../../store/access-request.read.ts';
import { endWaiting, markEffective } from '../../store/access-request.write.ts';
import { endSessions } from '../../store/people.write.ts';
import { takeOffFactors } from '../people/take-off-factors.ts';
import { tellOfAccount } from '../people/tell.ts';
import type { Act } from '../perform.ts';

/** Nothing when it took effect or was stopped meanwhile. */
export async function takeEffect(act: Act, request: RequestRow, by: { readonly confirmedBy: string | null; readonly byOwnCode: boolean }): Promise<void> {
  const { tx, regionId, now } = act;
  const { requestId, personId, kind, role } = request;
  if ((await markEffective(tx, regionId, requestId, by, now)) === 0) return;
  await endWaiting(tx, regionId, request);
  if (kind === 'factor-off' && personId !== null) {
    await endSessions(tx, regionId, personId, null, now);
    await takeOffFactors(act, personId);
  }
  const facts = { request: requestId, what: kind, how: how(request, by), ...(role === null ? {} : { role }) };
  act.record({ kind: 'access.took-effect', subjectId: personId ?? request.seatId, facts });
  if (personId !== null) await tellOfAccount(act, personId, 'access-confirmed', role === null ? {} : { role });
}

function how({ route }: RequestRow, by: { readonly confirmedBy: string | null; readonly byOwnCode: boolean }): string {
  if (by.byOwnCode) return 'own-code';
  return by.confirmedBy === null ? route : 'two';
}
