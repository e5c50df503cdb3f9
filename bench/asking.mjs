// What every measured case shares: a page asked once, the secretaries, the computing of a result.

import { idOf, sessionOf } from './ids.mjs';

/** A connection of its own each time: a kept one may be closed by the server while a run goes on. */
const ALONE = { connection: 'close' };

export async function page(port, path, cookie) {
  const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: cookie ? { cookie, ...ALONE } : ALONE, redirect: 'manual' });
  if (response.status !== 200) throw new Error(`GET ${path} gave ${response.status} ${response.headers.get('location') ?? ''}`);
  return response.text();
}

export const secretary = (n) => sessionOf(idOf('secretary', (n % 20) + 1));
export const asked = (paths) => paths.map((path, index) => ({ method: 'GET', path, cookie: secretary(index).cookie }));

export async function compute(port, path) {
  const session = secretary(0);
  const began = performance.now();
  const headers = { ...ALONE, cookie: session.cookie, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ csrf: session.csrf });
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: 'POST', redirect: 'manual', headers, body });
  if (answer.status !== 303) throw new Error(`computing at ${path} gave ${answer.status}`);
  return performance.now() - began;
}
