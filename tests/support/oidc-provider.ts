// A small OpenID provider on this machine: signs in whoever the test says, with codes that serve once, PKCE and signed tokens.

import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface OidcProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Claims of whoever stands before the provider; null: nobody, it says no. */
  person: Readonly<Record<string, unknown>> | null;
  /** What the provider gets wrong. */
  fault: 'none' | 'nonce' | 'signature' | 'audience' | 'old-proof' | 'down' | 'other-userinfo' | 'no-userinfo';
  /** Whether the token holds nothing but the subject, as standard providers do: e-mail and profile are at UserInfo. */
  isThin: boolean;
  /** The address the browser is sent back to, after it followed the way to the provider. */
  visit(address: string): Promise<string>;
  close(): Promise<void>;
}

interface Granted {
  readonly challenge: string;
  readonly nonce: string;
  readonly redirect: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** `now` is the provider's clock, in seconds: tokens are checked against the machine's own. */
export async function oidcProvider(now: () => number): Promise<OidcProvider> {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
  const codes = new Map<string, Granted>();
  const holders = new Map<string, Readonly<Record<string, unknown>>>();
  const [clientId, clientSecret] = ['bailang', 'rahasia klien'];
  const server = createServer((request, response) => void answer(request, response));
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const json = (response: ServerResponse, body: object, status = 200) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  };
  const token = (claims: object) => {
    const part = (content: object) => Buffer.from(JSON.stringify(content)).toString('base64url');
    const text = `${part({ alg: 'RS256', kid: 'satu', typ: 'JWT' })}.${part(claims)}`;
    return `${text}.${sign('sha256', Buffer.from(text), provider.fault === 'signature' ? stranger : privateKey).toString('base64url')}`;
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', issuer);
    if (provider.fault === 'down') return void response.destroy();
    if (url.pathname === '/.well-known/openid-configuration')
      return json(response, {
        issuer,
        authorization_endpoint: `${issuer}/masuk`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/kunci`,
        ...(provider.isThin ? { userinfo_endpoint: `${issuer}/siapa` } : {}),
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
        code_challenge_methods_supported: ['S256'],
      });
    if (url.pathname === '/kunci') return json(response, { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'satu', use: 'sig', alg: 'RS256' }] });
    if (url.pathname === '/masuk') return authorize(url, response);
    if (url.pathname === '/siapa') return tellWho(request.headers.authorization ?? '', response);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    return redeem(new URLSearchParams(Buffer.concat(pieces).toString()), response);
  }

  function authorize(url: URL, response: ServerResponse): void {
    const asked = (name: string) => url.searchParams.get(name) ?? '';
    const back = new URL(asked('redirect_uri'));
    back.searchParams.set('state', asked('state'));
    if (provider.person === null) back.searchParams.set('error', 'access_denied');
    else {
      const code = randomUUID();
      const proved = asked('max_age') === '0' ? { auth_time: now() - (provider.fault === 'old-proof' ? 3600 : 0) } : {};
      codes.set(code, {
        challenge: asked('code_challenge'),
        nonce: asked('nonce'),
        redirect: asked('redirect_uri'),
        claims: { ...provider.person, ...proved },
      });
      back.searchParams.set('code', code);
    }
    response.writeHead(302, { location: back.href }).end();
  }

  function redeem(form: URLSearchParams, response: ServerResponse): void {
    const code = form.get('code') ?? '';
    const granted = codes.get(code);
    codes.delete(code);
    const challenge = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    const isClient = form.get('client_id') === clientId && form.get('client_secret') === clientSecret;
    if (granted === undefined || !isClient || challenge !== granted.challenge || form.get('redirect_uri') !== granted.redirect)
      json(response, { error: 'invalid_grant' }, 400);
    else give(granted, response);
  }

  function tellWho(authorization: string, response: ServerResponse): void {
    const claims = holders.get(authorization.replace(/^Bearer /, ''));
    if (claims === undefined || provider.fault === 'no-userinfo') json(response, { error: 'invalid_token' }, 401);
    else json(response, provider.fault === 'other-userinfo' ? { ...claims, sub: 'orang lain' } : claims);
  }

  function give(granted: Granted, response: ServerResponse): void {
    const nonce = provider.fault === 'nonce' ? 'lain' : granted.nonce;
    const aud = provider.fault === 'audience' ? 'lain' : clientId;
    const { sub, auth_time, ...profile } = granted.claims;
    const told = { sub, ...(auth_time === undefined ? {} : { auth_time }), ...(provider.isThin ? {} : profile) };
    const claims = { ...told, iss: issuer, aud, nonce, iat: now(), exp: now() + 300 };
    const access = randomUUID();
    holders.set(access, { sub, ...profile });
    json(response, { access_token: access, token_type: 'Bearer', id_token: token(claims) });
  }

  const provider: OidcProvider = {
    issuer,
    clientId,
    clientSecret,
    person: null,
    fault: 'none',
    isThin: false,
    visit: async (address) => {
      const { headers } = await fetch(address, { redirect: 'manual' });
      const back = new URL(headers.get('location') ?? issuer);
      return back.pathname + back.search;
    },
    close: () => new Promise((done) => server.close(() => done())),
  };
  return provider;
}
