// Single sign-on by OpenID Connect: the way to the provider, and what it says of whoever comes back. Code flow with PKCE, state and nonce.

import { isLoopback } from './config.ts';

export interface SsoProvider {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

/** What must be remembered between leaving and coming back. */
export interface SsoTrip {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/** Who came back, as the provider names them. */
export interface SsoClaims {
  readonly issuer: string;
  readonly subject: string;
  /** Null unless the provider says it is verified. */
  readonly email: string | null;
  readonly all: Readonly<Record<string, unknown>>;
}

/** `unreachable`: no answer, or no provider there; `refused`: it said no; `answer`: what came back does not hold. */
export class SsoFault extends Error {
  readonly code: 'unreachable' | 'refused' | 'answer';
  constructor(code: SsoFault['code'], cause: unknown) {
    super(`sso ${code}`, { cause });
    this.code = code;
  }
}

const TIMEOUT_SECONDS = 10;
/** A proof by the provider is asked anew, and may be this old when it comes back. */
const FRESH_SECONDS = 300;

/** Whether the address may be a provider's: HTTPS, or a machine's own address when it is tried out. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, search, hash } = new URL(text);
  const isPlain = username === '' && search === '' && hash === '';
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && isLoopback(hostname.replace(/^\[|\]$/g, ''))));
}

/** Throws SsoFault `unreachable` when there is no provider at the address. */
export async function findProvider({ issuer, clientId, clientSecret }: SsoProvider) {
  const { allowInsecureRequests, discovery, enableNonRepudiationChecks } = await import('openid-client');
  const server = new URL(issuer);
  // The library trusts the connection for the token's signature; we look at the signature as well.
  const execute = [enableNonRepudiationChecks, ...(server.protocol === 'http:' && isIssuer(issuer) ? [allowInsecureRequests] : [])];
  return discovery(server, clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_SECONDS }).catch((error: unknown) => {
    throw new SsoFault('unreachable', error);
  });
}

/** Where the browser is sent, and what to remember. `afresh` asks the person to prove themselves to the provider again. */
export async function beginSso(provider: SsoProvider, redirectUri: string, afresh: boolean): Promise<{ readonly address: string; readonly trip: SsoTrip }> {
  const openid = await import('openid-client');
  const trip: SsoTrip = { state: openid.randomState(), nonce: openid.randomNonce(), verifier: openid.randomPKCECodeVerifier() };
  const address = openid.buildAuthorizationUrl(await findProvider(provider), {
    redirect_uri: redirectUri,
    scope: 'openid email profile',
    state: trip.state,
    nonce: trip.nonce,
    code_challenge: await openid.calculatePKCECodeChallenge(trip.verifier),
    code_challenge_method: 'S256',
    ...(afresh ? { prompt: 'login', max_age: '0' } : {}),
  });
  return { address: address.href, trip };
}

/** Throws SsoFault when the provider refused, or its answer does not hold. `url` is the full address the browser came back to. */
export async function finishSso(provider: SsoProvider, url: URL, trip: SsoTrip, afresh: boolean): Promise<SsoClaims> {
  const openid = await import('openid-client');
  const found = await findProvider(provider);
  const checks = { expectedState: trip.state, expectedNonce: trip.nonce, pkceCodeVerifier: trip.verifier, ...(afresh ? { maxAge: FRESH_SECONDS } : {}) };
  const tokens = await openid.authorizationCodeGrant(found, url, checks).catch((error: unknown) => {
    throw new SsoFault(error instanceof openid.AuthorizationResponseError ? 'refused' : 'answer', error);
  });
  const claims = tokens.claims();
  if (claims === undefined) throw new SsoFault('answer', new Error('no id token'));
  // Many providers put no more than the subject into the token, and the person's data at UserInfo. What is signed wins.
  const asked = found.serverMetadata().userinfo_endpoint === undefined ? {} : await openid.fetchUserInfo(found, tokens.access_token, claims.sub).catch(refused);
  const all: Readonly<Record<string, unknown>> = { ...asked, ...claims };
  const isVerified = all.email_verified === true || all.email_verified === 'true';
  const email = isVerified && typeof all.email === 'string' ? all.email : null;
  return { issuer: claims.iss, subject: claims.sub, email, all };
}

function refused(error: unknown): never {
  throw new SsoFault('answer', error);
}
