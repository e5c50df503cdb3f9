// Ids and session tokens that are the same in every run.

import { createHash } from 'node:crypto';

export const sha256 = (content) => createHash('sha256').update(content).digest();

/** An id shaped like version 7, of a thing by its kind and number. */
export function idOf(kind, n) {
  const hash = sha256(`${kind} ${n}`).toString('hex');
  return `01900000-${hash.slice(0, 4)}-7${hash.slice(4, 7)}-8${hash.slice(7, 10)}-${n.toString(16).padStart(8, '0')}${hash.slice(10, 14)}`;
}

/** What the browser holds, what a form carries, and what the database keeps. */
export function sessionOf(personId) {
  const token = sha256(`session ${personId}`).toString('base64url');
  return {
    cookie: `bailang_sesi=${token}`,
    csrf: sha256(`csrf ${token}`).toString('base64url'),
    stored: `\\x${sha256(token).toString('hex')}`,
  };
}
