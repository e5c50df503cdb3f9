// The corridor door: who may come in at all. The act decides; this is courtesy.

import type { MiddlewareHandler } from 'hono';
import type { Role } from '../domain/people/role.ts';
import { notFound, seeOther } from './answer.tsx';
import { paths } from './paths.ts';
import type { Env } from './request.ts';

/** Lets in whoever holds one of the roles (anybody signed in when none is named). Others are sent to sign in, or told nothing is here; whoever must set up a second factor, to do so. */
export function guard(...roles: readonly Role[]): MiddlewareHandler<Env> {
  return async (c, next) => {
    const visitor = c.get('visitor');
    if (visitor === null) return seeOther(c, paths.signIn(c.req.method === 'GET' ? `${c.req.path}${new URL(c.req.url).search}` : undefined));
    if (roles.length > 0 && !roles.some((role) => visitor.roles.includes(role))) return notFound(c);
    if (roles.length > 0 && visitor.lacksFactor) return seeOther(c, paths.secondFactor, null);
    if (roles.length > 0 && !roles.includes(visitor.role)) {
      const shown = roles.find((role) => visitor.roles.includes(role));
      if (shown !== undefined) c.set('visitor', { ...visitor, role: shown });
    }
    return next();
  };
}

/** Whoever must set up a second factor does that first: rooms that are everybody's, yet give something away. */
export const withFactor: MiddlewareHandler<Env> = async (c, next) => (c.get('visitor')?.lacksFactor ? seeOther(c, paths.secondFactor, null) : next());

/** An address whose year is not four digits leads nowhere. */
export const realYear: MiddlewareHandler<Env> = async (c, next) => (/^\d{4}$/.test(c.req.param('year') ?? '') ? next() : notFound(c));
