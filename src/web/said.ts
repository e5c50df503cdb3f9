// One sentence carried over a redirect: what was just done, shown once by the next page.

import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { type SaidKey, saidWords } from '../texts/id/said.ts';
import type { Ctx } from './request.ts';
import { isSecure } from './session.ts';

const COOKIE = 'bailang_kata';
const SECONDS = 60;
const LONGEST_NAME = 500;

/** A key of the texts, alone or with the name that the sentence is about. */
export type Said = SaidKey | readonly [SaidKey, string];

/** Only the key and a name travel; the sentence stays ours. */
export function keepSaid(c: Ctx, said: Said): void {
  const [key, name] = typeof said === 'string' ? [said, ''] : said;
  setCookie(c, COOKIE, `${key}~${name.slice(0, LONGEST_NAME)}`, { httpOnly: true, sameSite: 'Lax', path: '/', maxAge: SECONDS, secure: isSecure(c) });
}

/** The sentence to show now, if any; it is not shown again. */
export function takeSaid(c: Ctx): string | undefined {
  const kept = getCookie(c, COOKIE);
  if (kept === undefined) return undefined;
  deleteCookie(c, COOKIE, { path: '/', secure: isSecure(c) });
  const [key = '', name = ''] = kept.split('~', 2);
  return c.var.visitor === null ? undefined : (saidWords(key, name.slice(0, LONGEST_NAME)) ?? undefined);
}
