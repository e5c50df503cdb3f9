// The first of two: what somebody asks for another is written down, told, and waits for the second.

import { type AccessKind, type AccessRoute, DECIDING_ROLES, routeFor } from '../../domain/access/request.ts';
import type { GrantedRole } from '../../domain/people/role.ts';
import type { Facts } from '../../domain/shared/outcome.ts';
import { hasOpened, hasSecond, listDeciding } from '../../store/access-request.read.ts';
import { insertRequest } from '../../store/access-request.write.ts';
import { tell, tellOfAccount } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { takeEffect } from './take-effect.ts';

export interface AccessAsked {
  readonly kind: AccessKind;
  readonly personId: string | null;
  readonly role: GrantedRole | null;
  readonly grantId?: string;
  readonly seatId?: string;
  readonly holdingId?: string;
  readonly editionId?: string | null;
  readonly categoryId?: string | null;
  readonly reason?: string;
  /** Whoever asks, when it is not the actor; null: nobody of the house. */
  readonly askedBy?: string | null;
}

/** The way it goes. Set up alone it takes effect at once; else whoever may confirm (or, where nobody can, everybody who decides) is told, and so is the person. */
export async function askAccess(act: Act, asked: AccessAsked): Promise<AccessRoute> {
  const request = await written(act, asked);
  const { requestId, route, role, kind, personId, dueAt } = request;
  act.record({
    kind: 'access.asked',
    subjectId: personId ?? request.seatId,
    facts: { request: requestId, what: kind, route, ...(role === null ? {} : { role }) },
  });
  if (route === 'alone') {
    await takeEffect(act, request, { confirmedBy: null, byOwnCode: false });
    return route;
  }
  const watching: readonly GrantedRole[] = route === 'wait' ? DECIDING_ROLES : role === 'juror' ? ['admin', 'secretariat', 'chair'] : ['admin', 'secretariat'];
  const told = (await listDeciding(act.tx, act.regionId, act.now, watching)).filter((one) => one !== personId && one !== request.askedBy);
  const facts: Facts = dueAt === null ? {} : { until: dueAt };
  await tell(
    act,
    told.map((one) => ({ kind: 'access-waiting', personId: one, aboutId: requestId, facts })),
  );
  if (personId !== null) await tellOfAccount(act, personId, 'access-asked', role === null ? {} : { role });
  return route;
}

async function written(act: Act, asked: AccessAsked) {
  const { tx, regionId, now } = act;
  const { kind, personId, role, grantId = null, seatId = null, holdingId = null, editionId = null, categoryId = null, reason = '' } = asked;
  const askedBy = asked.askedBy === undefined ? act.actor.personId : asked.askedBy;
  const not = [askedBy, personId].filter((one) => one !== null);
  const [second, opened] = [await hasSecond(tx, regionId, { role, editionId, categoryId, not }, now), await hasOpened(tx, regionId, now)];
  const way = routeFor({ hasSecond: second, hasOpened: opened }, now);
  const request = { requestId: act.newId(), kind, personId, role, grantId, seatId, holdingId, editionId, categoryId, reason, askedBy, askedAt: now, ...way };
  await insertRequest(tx, regionId, request);
  return { ...request, effectiveAt: null, stoppedAt: null };
}
