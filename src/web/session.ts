// The session cookie: one joined query brings the person with grants and seats.

import { getCookie, setCookie } from 'hono/cookie';
import { type Role, rolesOf } from '../domain/people/role.ts';
import { later, MINUTE } from '../domain/shared/time.ts';
import { sha256Bytes } from '../platform/crypto.ts';
import { findSession } from '../store/people.read.ts';
import { touchSession } from '../store/people.write.ts';
import type { Ctx, Visitor } from './request.ts';

const COOKIE = 'bailang_sesi';
const ROLE_COOKIE = 'bailang_peran';
/** Idle time after which a session is over. */
export const IDLE_MS = 8 * 60 * MINUTE;

/** The visitor behind the cookie, or null. A session seen again after a minute or more is marked as seen. */
export async function readVisitor(c: Ctx): Promise<Visitor | null> {
  const token = getCookie(c, COOKIE);
  if (token === undefined || token.length !== 43) return null;
  const { db, now } = c.get('platform');
  const at = now();
  const regionId = c.get('region').regionId;
  const session = await findSession(db, { regionId, tokenSha256: sha256Bytes(token), now: at, idleSince: later(at, -IDLE_MS) });
  if (session === null) return null;
  if (session.seenAt < later(at, -MINUTE)) await touchSession(db, { regionId, sessionId: session.sessionId, at });
  const roles = rolesOf(session.actor);
  const wanted = getCookie(c, ROLE_COOKIE);
  const role: Role = roles.find((one) => one === wanted) ?? roles[0] ?? 'innovator';
  const { actor, sessionId, provedAt, lacksFactor, unread } = session;
  return { actor, sessionId, csrf: csrfOf(token), role, roles, provedAt, lacksFactor, unread };
}

/** The token that a form of this session must carry. */
function csrfOf(token: string): string {
  return sha256Bytes(`csrf ${token}`).toString('base64url');
}

export function signedInOrNull(c: Ctx): Visitor | null {
  return c.get('visitor') ?? null;
}

/** Gives the browser its session; the old one is worth nothing any more. */
export function setSessionCookie(c: Ctx, token: string): void {
  setCookie(c, COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) });
}

export function clearSessionCookie(c: Ctx): void {
  setCookie(c, COOKIE, '', { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 0, secure: isSecure(c) });
}

export function setRoleCookie(c: Ctx, role: Role): void {
  setCookie(c, ROLE_COOKIE, role, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) });
}

const STEP_COOKIE = 'bailang_langkah';

/** Between the password and the second factor. */
export function setStepCookie(c: Ctx, token: string): void {
  setCookie(c, STEP_COOKIE, token, { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 600, secure: isSecure(c) });
}

export function stepCookieOf(c: Ctx): string {
  return getCookie(c, STEP_COOKIE) ?? '';
}

export function clearStepCookie(c: Ctx): void {
  setCookie(c, STEP_COOKIE, '', { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 0, secure: isSecure(c) });
}

const ACCOUNT_COOKIE = 'bailang_akun';

/** Whose password was just set: the sign-in page fills it in, once. */
export function setAccountCookie(c: Ctx, account: string): void {
  setCookie(c, ACCOUNT_COOKIE, account, { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 60, secure: isSecure(c) });
}

export function takeAccountCookie(c: Ctx): string {
  const account = getCookie(c, ACCOUNT_COOKIE) ?? '';
  if (account !== '') setCookie(c, ACCOUNT_COOKIE, '', { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 0, secure: isSecure(c) });
  return account.slice(0, 254);
}

const LINK_COOKIE = 'bailang_tautan';

/** The secret of a link just made, for the one page that shows it: a reload shows the same. */
export function setLinkCookie(c: Ctx, path: string, token: string): void {
  setCookie(c, LINK_COOKIE, token, { httpOnly: true, sameSite: 'Strict', path, maxAge: 900, secure: isSecure(c) });
}

export function linkCookieOf(c: Ctx): string {
  return getCookie(c, LINK_COOKIE) ?? '';
}

const TRIP_COOKIE = 'bailang_kantor';

/** Sealed; between leaving for the office's sign-on and coming back. */
export function setTripCookie(c: Ctx, sealed: string): void {
  setCookie(c, TRIP_COOKIE, sealed, { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 600, secure: isSecure(c) });
}

export function tripCookieOf(c: Ctx): string {
  return getCookie(c, TRIP_COOKIE) ?? '';
}

export function clearTripCookie(c: Ctx): void {
  setCookie(c, TRIP_COOKIE, '', { httpOnly: true, sameSite: 'Lax', path: '/masuk', maxAge: 0, secure: isSecure(c) });
}

/** Whether the visitor's own connection is encrypted; a proxy's word counts only when it is trusted. */
export function isSecure(c: Ctx): boolean {
  if (new URL(c.req.url).protocol === 'https:') return true;
  return c.get('platform').trustedProxy && c.req.header('x-forwarded-proto') === 'https';
}
