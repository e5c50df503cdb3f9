// What every answer carries, and which posts are turned away before anything is read.

import type { MiddlewareHandler } from 'hono';
import { problem } from './answer.tsx';
import type { Env } from './request.ts';
import { isSecure } from './session.ts';

const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "media-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Strict headers on every answer; nothing of a signed-in page is kept by a browser or proxy. */
export const headers: MiddlewareHandler<Env> = async (c, next) => {
  await next();
  const sent = c.res.headers;
  if (!sent.has('content-security-policy')) sent.set('content-security-policy', POLICY);
  sent.set('x-content-type-options', 'nosniff');
  sent.set('referrer-policy', 'same-origin');
  sent.set('permissions-policy', 'camera=(), microphone=(), geolocation=()');
  sent.set('cross-origin-opener-policy', 'same-origin');
  sent.set('cross-origin-resource-policy', 'same-origin');
  if (isSecure(c)) sent.set('strict-transport-security', 'max-age=31536000');
  if (!sent.has('cache-control')) sent.set('cache-control', c.var.visitor ? 'no-store' : 'private, no-cache');
};

/** A post that another site makes the browser send is refused, whatever it carries. */
export const sameSite: MiddlewareHandler<Env> = async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next();
  const site = c.req.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return problem(c, 403);
  const origin = c.req.header('origin');
  if (origin !== undefined && (origin === 'null' || !URL.canParse(origin) || new URL(origin).host !== c.req.header('host'))) return problem(c, 403);
  return next();
};

/** A zero byte stands in no address of ours, and the database takes none. */
export const plainAddress: MiddlewareHandler<Env> = async (c, next) => (/%00/.test(c.req.url) ? problem(c, 404) : next());
