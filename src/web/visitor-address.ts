// Where a request comes from, and with what.

import { getConnInfo } from '@hono/node-server/conninfo';
import { deviceOf } from '../domain/people/second-factor.ts';
import type { Ctx } from './request.ts';

/** The socket's address; a forwarding header counts only when a trusted proxy stands in front. */
export function addressOf(c: Ctx): string {
  if (c.var.platform.trustedProxy) {
    const last = (c.req.header('x-forwarded-for') ?? '').split(',').at(-1)?.trim();
    if (last) return last;
  }
  try {
    return getConnInfo(c).remote.address ?? 'unknown';
  } catch {
    return 'unknown';
  }
}

/** Browser and system, in words. */
export function visitorDevice(c: Ctx): string {
  return deviceOf(c.req.header('user-agent') ?? '');
}
