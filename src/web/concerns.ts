// What every page of an admin says when work is in danger: looked up at most once a minute.

import type { MiddlewareHandler } from 'hono';
import { lookAfter } from '../actions/audit/look-after.ts';
import type { Concern } from '../domain/audit/health.ts';
import type { Platform } from '../platform/platform.ts';
import type { Env } from './request.ts';

const BELIEVED_MS = 60_000;

export function concernsOfAdmins(platform: Platform): MiddlewareHandler<Env> {
  const known = new Map<string, { readonly concerns: readonly Concern[]; readonly until: number }>();
  return async (c, next) => {
    if (c.var.visitor?.role === 'admin') {
      const { regionId } = c.var.region;
      let found = known.get(regionId);
      if (found === undefined || found.until < performance.now()) {
        const { concerns } = await lookAfter(platform, regionId);
        found = { concerns, until: performance.now() + BELIEVED_MS };
        known.set(regionId, found);
      }
      c.set('concerns', found.concerns);
    }
    return next();
  };
}
