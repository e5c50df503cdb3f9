// The web application in process: a small browser that keeps its cookies and sends forms as a browser does.

import type { Hono } from 'hono';
import { createRegion } from '../../src/actions/people/create-region.ts';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { setPasswordByLink } from '../../src/actions/people/use-link.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import type { Platform } from '../../src/platform/platform.ts';
import { createApp } from '../../src/web/app.ts';
import type { Env } from '../../src/web/request.ts';

const ORIGIN = 'http://localhost';

export interface Browser {
  get(path: string): Promise<Response>;
  /** Posts a form; the token of the last page is sent along unless `csrf` is given. */
  post(path: string, fields: Readonly<Record<string, string>>, headers?: Readonly<Record<string, string>>): Promise<Response>;
  signIn(account: string, password: string): Promise<Response>;
  readonly cookies: Map<string, string>;
}

/** A browser over the application. */
export function browse(app: Hono<Env>): Browser {
  const cookies = new Map<string, string>();
  let token = '';
  const send = async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    headers.set('host', 'localhost');
    if (cookies.size > 0) headers.set('cookie', [...cookies].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await app.request(`${ORIGIN}${path}`, { ...init, headers });
    for (const line of response.headers.getSetCookie()) keepCookie(cookies, line);
    if (response.headers.get('content-type')?.startsWith('text/html')) token = /name="csrf" value="([^"]+)"/.exec(await response.clone().text())?.[1] ?? token;
    return response;
  };
  const post: Browser['post'] = (path, fields, headers = {}) =>
    send(path, {
      method: 'POST',
      body: new URLSearchParams({ csrf: token, ...fields }),
      headers: { origin: ORIGIN, 'sec-fetch-site': 'same-origin', ...headers },
    });
  return {
    cookies,
    post,
    get: (path) => send(path, {}),
    signIn: async (account, password) => {
      const answer = await post('/masuk', { akun: account, sandi: password });
      await send('/saya', {});
      return answer;
    },
  };
}

/** Keeps, or forgets, what a `set-cookie` line says. */
export function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = ''] = line.split(';');
  const [name = '', ...value] = pair.split('=');
  if (/max-age=0/i.test(line)) cookies.delete(name);
  else cookies.set(name, value.join('='));
}

/** A region with one person in it, and the application over it. */
export async function smallRegion(platform: Platform, account = 'orang@contoh.example', password = 'kata sandi panjang') {
  const who = { regionId: platform.newId(), actor: NOBODY };
  const region = {
    code: '63.11',
    name: 'Kabupaten Uji',
    kind: 'regency',
    zone: 'Asia/Makassar',
    zoneWord: 'WITA',
    prefix: 'BL',
    contact: '',
    isSample: false,
  } as const;
  await perform(platform, who, (act) => createRegion(act, region));
  const personId = platform.newId();
  const invited = await perform(platform, who, (act) => invitePerson(act, { personId, name: 'Orang Uji', nip: null, email: account }));
  if (!invited.ok) throw new Error(invited.refusal.code);
  await perform(platform, who, (act) => setPasswordByLink(act, { token: invited.value.token, password }));
  return { app: createApp(platform), regionId: who.regionId, personId, account, password };
}
