// A certified OpenID provider that nobody here wrote signs a person in: e-mail and profile come from UserInfo, as its defaults have it.

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { invitePerson } from '../../src/actions/people/invite-person.ts';
import { grantRole } from '../../src/actions/people/seats.ts';
import { NOBODY, perform } from '../../src/actions/perform.ts';
import { paths } from '../../src/web/paths.ts';
import { browse, keepCookie, smallRegion } from '../support/app.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';

const EMAIL = 'noor@contoh.example';
let database: TestDatabase;
let town: Awaited<ReturnType<typeof smallRegion>>;
let server: Server;
let issuer: string;

beforeAll(async () => {
  database = await testDatabase('2026-08-19T02:00:00.000Z');
  town = await smallRegion(database.platform);
  // It warns at length that a development setting is not for the street.
  vi.spyOn(console, 'info').mockImplementation(() => {});
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'bailang', client_secret: 'rahasia klien', redirect_uris: [`http://localhost${paths.ssoReturn}`] }],
    claims: { email: ['email', 'email_verified'], profile: ['name'] },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, email: EMAIL, email_verified: true, name: 'Noor Aini' }) }),
    cookies: { keys: ['kunci uji'] },
  });
  server.on('request', provider.callback());
  const who = { regionId: town.regionId, actor: NOBODY };
  await perform(database.platform, who, (act) => grantRole(act, { personId: town.personId, role: 'admin' }));
  await perform(database.platform, who, (act) => invitePerson(act, { personId: act.newId(), name: 'Noor Aini', nip: null, email: EMAIL }));
});
afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await database.end();
});

/** A browser at the provider: follows its redirects, fills in its own sign-in and consent, and stops where it is sent back to us. */
async function visit(address: string): Promise<string> {
  const cookies = new Map<string, string>();
  let [url, init]: [string, RequestInit] = [address, {}];
  for (let step = 0; step < 12; step += 1) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) keepCookie(cookies, line);
    const to = answer.headers.get('location');
    if (to !== null) {
      const next = new URL(to, url);
      if (next.origin !== issuer) return next.pathname + next.search;
      [url, init] = [next.href, {}];
      continue;
    }
    const page = await answer.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1] ?? '';
    const prompt = /name="prompt" value="([^"]+)"/.exec(page)?.[1] ?? '';
    const fields = new URLSearchParams({ prompt, ...(prompt === 'login' ? { login: 'noor', password: 'apa saja' } : {}) });
    [url, init] = [new URL(action, url).href, { method: 'POST', body: fields, headers: { 'content-type': 'application/x-www-form-urlencoded' } }];
  }
  throw new Error(`the provider never sent us back; last at ${url}`);
}

test('a standard provider signs a person in by the e-mail that only UserInfo tells', async () => {
  const admin = browse(town.app);
  await admin.signIn(town.account, town.password);
  await admin.get(paths.sso);
  const setting = { label: 'akun kantor', issuer, clientId: 'bailang', clientSecret: 'rahasia klien', nipClaim: '', isOn: 'ya' };
  expect((await admin.post(paths.sso, setting)).status).toBe(303);
  const browser = browse(town.app);
  const left = await browser.get(paths.ssoLeave);
  const back = await browser.get(await visit(left.headers.get('location') ?? ''));
  expect([back.status, back.headers.get('location')]).toEqual([303, '/saya']);
  expect(await (await browser.get(paths.account)).text()).toContain('Noor Aini');
});
