// The second of two: whoever did not ask, and is not raised, says that it is right.

import { mayConfirm } from '../../domain/access/request.ts';
import { requireFresh } from '../../domain/people/second-factor.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { DAY, later } from '../../domain/shared/time.ts';
import { hasTouched, isActive, lockRequest, type RequestRow } from '../../store/access-request.read.ts';
import { findActor } from '../../store/people.read.ts';
import type { Act } from '../perform.ts';
import { takeEffect } from './take-effect.ts';

/** How long somebody who made a link for an account, or changed it, is not the one to confirm it. */
const TOUCHED_MS = 30 * DAY;

/** All of it or nothing. Refuses `person.proof-needed`, and as `mayConfirm`. What took effect already stays as it is. */
export async function confirmAccess(act: Act, input: { readonly requestIds: readonly string[] }): Promise<Outcome<true>> {
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  if (input.requestIds.length === 0) return refuse('access.not-found');
  for (const requestId of input.requestIds) {
    const done = await confirmOne(act, requestId);
    if (!done.ok) return done;
  }
  return ok(true);
}

async function confirmOne(act: Act, requestId: string): Promise<Outcome<true>> {
  const { tx, regionId, now, actor } = act;
  const request = await lockRequest(tx, regionId, requestId);
  if (request === null) return refuse('access.not-found');
  if (request.effectiveAt !== null) return ok(true);
  // The roles of this moment, not those the page was opened with.
  const second = await findActor(tx, regionId, actor.personId, now);
  if (second === null) return refuse('access.not-found');
  if (second.seats.some(({ seatId }) => seatId === request.seatId)) return refuse('access.oneself');
  const allowed = mayConfirm(request, second, await known(act, request));
  if (!allowed.ok) return allowed;
  await takeEffect(act, request, { confirmedBy: actor.personId, byOwnCode: false });
  return ok(true);
}

async function known({ tx, regionId, now, actor }: Act, { personId, askedBy }: RequestRow) {
  if (personId === null) return { hasTouched: false, isActive: true };
  const asked = { actorId: actor.personId, personId, anyWay: askedBy === null, since: later(now, -TOUCHED_MS) };
  return { hasTouched: await hasTouched(tx, regionId, asked), isActive: await isActive(tx, regionId, personId) };
}
