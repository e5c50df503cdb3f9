// The session cookie: one joined query brings the person with grants and seats.

import { getCookie, setCookie } from 'hono/cookie';
import { type Role, rolesOf } from '../domain/people/role.ts';
import { DAY, later, MINUTE } from '../domain/shared/time.ts';
import { randomToken, sha256Bytes } from '../platform/crypto.ts';
import { findSession } from '../store/people.read.ts';
import { touchSession } from '../store/people.write.ts';
import type { Ctx, Visitor } from './request.ts';

/** Under TLS no other host, and nothing unencrypted, can plant it. */
const hostName = (c: Ctx, name: string) => (isSecure(c) ? `__Host-${name}` : name);
const COOKIE = 'bailang_sesi';
const MARK_COOKIE = 'bailang_perangkat';
const MARK_SECONDS = 400 * 86_400;
const ROLE_COOKIE = 'bailang_peran';
/** Idle time after which a session is over. */
export const IDLE_MS = 8 * 60 * MINUTE;
/** However busy, a session is over a week after it began. */
const LONGEST_MS = 7 * DAY;

/** The visitor behind the cookie, or null. A session seen again after a minute or more is marked as seen. */
export async function readVisitor(c: Ctx): Promise<Visitor | null> {
  const token = getCookie(c, hostName(c, COOKIE));
  if (token === undefined || token.length !== 43) return null;
  const { db, now } = c.get('platform');
  const at = now();
  const regionId = c.get('region').regionId;
  const session = await findSession(db, {
    regionId,
    tokenSha256: sha256Bytes(token),
    now: at,
    idleSince: later(at, -IDLE_MS),
    startedSince: later(at, -LONGEST_MS),
  });
  if (session === null) return null;
  if (session.seenAt < later(at, -MINUTE)) await touchSession(db, { regionId, sessionId: session.sessionId, at });
  const roles = rolesOf(session.actor);
  const wanted = getCookie(c, ROLE_COOKIE);
  const role: Role = roles.find((one) => one === wanted) ?? roles[0] ?? 'innovator';
  const { actor, sessionId, provedAt, lacksFactor, unread } = session;
  const mark = getCookie(c, hostName(c, MARK_COOKIE));
  const own = csrfOf(token);
  const csrf = mark === undefined ? own : csrfOf(`${mark} ${actor.personId}`);
  return { actor, sessionId, csrf, otherCsrf: [own], role, roles, provedAt, lacksFactor, unread };
}

/** The token that a form must carry: of the device and its person, so that a second sign-in leaves the first tab's forms good; of the session where there is no mark. */
function csrfOf(token: string): string {
  return sha256Bytes(`csrf ${token}`).toString('base64url');
}

export function signedInOrNull(c: Ctx): Visitor | null {
  return c.get('visitor') ?? null;
}

/** Gives the browser its session; the old one is worth nothing any more. */
export function setSessionCookie(c: Ctx, token: string): void {
  setCookie(c, hostName(c, COOKIE), token, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) });
}

export function clearSessionCookie(c: Ctx): void {
  setCookie(c, hostName(c, COOKIE), '', { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: 0, secure: isSecure(c) });
}

export function setRoleCookie(c: Ctx, role: Role): void {
  setCookie(c, ROLE_COOKIE, role, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isSecure(c) });
}

/** The digest of the browser's mark; a browser without one is given one, kept once somebody has signed in. */
export function deviceMark(c: Ctx): Buffer {
  const held = getCookie(c, hostName(c, MARK_COOKIE));
  const mark = held !== undefined && /^[\w-]{43}$/.test(held) ? held : (c.get('mark') ?? randomToken());
  c.set('mark', mark);
  return sha256Bytes(mark);
}

export function keepDeviceMark(c: Ctx): void {
  const mark = c.get('mark');
  if (mark !== undefined)
    setCookie(c, hostName(c, MARK_COOKIE), mark, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: MARK_SECONDS, secure: isSecure(c) });
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
