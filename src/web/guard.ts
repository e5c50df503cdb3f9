// The corridor door: who may come in at all. The act decides; this is courtesy.

import type { MiddlewareHandler } from 'hono';
import type { Role } from '../domain/people/role.ts';
import { refuse } from '../domain/shared/outcome.ts';
import { findEditionByYear } from '../store/edition.read.ts';
import { notFound, refusedPage, seeOther } from './answer.tsx';
import { keepForm } from './kept-form.tsx';
import { paths } from './paths.ts';
import type { Ctx, Env, Visitor } from './request.ts';

/** Lets in whoever holds one of the roles (anybody signed in when none is named), in an address with a year for its edition. Others are sent to sign in, or told nothing is here; whoever must set up a second factor, to do so. */
export function guard(...roles: readonly Role[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const visitor = c.get('visitor');
    if (visitor === null) return c.req.method === 'POST' ? keepForm(c) : seeOther(c, paths.signIn(`${c.req.path}${new URL(c.req.url).search}`));
    if (roles.length === 0) return next();
    const held = await heldHere(c, visitor, roles);
    if (held.length === 0) return isWaiting(visitor, roles) ? turnedAway(c) : notFound(c);
    if (visitor.lacksFactor) return seeOther(c, paths.secondFactor, null);
    const [shown] = held;
    if (shown !== undefined && !held.includes(visitor.role)) c.set('visitor', { ...visitor, role: shown });
    return next();
  };
}

/** Whether one of the roles was given and nobody has confirmed it yet. */
function isWaiting({ actor }: Visitor, roles: readonly Role[]): boolean {
  return (actor.waiting ?? []).some(({ role }) => roles.includes(role));
}

/** To what waits; a form is told why it was not taken. */
function turnedAway(c: Ctx): Response {
  return c.req.method === 'POST' ? refusedPage(c, refuse('access.unconfirmed').refusal) : seeOther(c, paths.waiting, null);
}

/** Those of the roles that count at the address: one given for another edition does not; for a year without an edition all do. */
async function heldHere(c: Ctx, { actor, roles: own }: Visitor, roles: readonly Role[]): Promise<readonly Role[]> {
  const held = roles.filter((role) => own.includes(role));
  const year = c.req.param('year') ?? '';
  const isScoped = (role: Role) =>
    actor.grants.some((grant) => grant.role === role) && actor.grants.every((grant) => grant.role !== role || grant.editionId !== null);
  if (!/^\d{4}$/.test(year) || !held.some(isScoped)) return held;
  const edition = await findEditionByYear(c.get('platform').db, c.get('region').regionId, Number(year));
  if (edition === null) return held;
  return held.filter((role) => !isScoped(role) || actor.grants.some((grant) => grant.role === role && grant.editionId === edition.editionId));
}

/** Whoever must set up a second factor does that first: rooms that are everybody's, yet give something away. */
export const withFactor: MiddlewareHandler<Env> = async (c, next) => (c.get('visitor')?.lacksFactor ? seeOther(c, paths.secondFactor, null) : next());

/** An address whose year is not four digits leads nowhere. */
export const realYear: MiddlewareHandler<Env> = async (c, next) => (/^\d{4}$/.test(c.req.param('year') ?? '') ? next() : notFound(c));
