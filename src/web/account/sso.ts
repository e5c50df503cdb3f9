// The way to the office's sign-on and back: one address to leave from, one to return to.

import { proveBySso, providerOf, signInBySso } from '../../actions/people/sso.ts';
import { NOBODY, perform } from '../../actions/perform.ts';
import { type Refusal, refuse } from '../../domain/shared/outcome.ts';
import { type Instant, later, MINUTE } from '../../domain/shared/time.ts';
import { beginSso, finishSso, SsoFault, type SsoProvider, type SsoTrip } from '../../platform/sso.ts';
import { findSsoSetting } from '../../store/people-sso.read.ts';
import { seeOther } from '../answer.tsx';
import { ownAddress } from '../own-address.ts';
import { paths } from '../paths.ts';
import { type Ctx, who } from '../request.ts';
import { clearTripCookie, deviceMark, setStepCookie, setTripCookie, tripCookieOf } from '../session.ts';
import { visitorDevice } from '../visitor-address.ts';
import { drawProve } from './prove.page.tsx';
import { comeIn, drawSignIn, safePath } from './sign-in.page.tsx';

interface Remembered extends SsoTrip {
  readonly to: string;
  /** Empty: to come in; else who is to prove to be there. */
  readonly personId: string;
  readonly until: Instant;
}

const OWNER = 'sso trip';
const TRIP_MS = 10 * MINUTE;

/** Leaves for the provider; a signed-in person leaves to prove to be there. */
export async function leaveForSso(c: Ctx): Promise<Response> {
  const to = safePath(c.req.query('ke') ?? '');
  const { vault, now } = c.var.platform;
  const personId = c.var.visitor?.actor.personId ?? '';
  const provider = await providerHere(c);
  if (provider === null) return stay(c, to, personId, refuse('sso.off').refusal);
  try {
    const { address, trip } = await beginSso(provider, ownAddress(c, paths.ssoReturn), personId !== '');
    const remembered: Remembered = { ...trip, to, personId, until: later(now(), TRIP_MS) };
    setTripCookie(c, vault.seal(Buffer.from(JSON.stringify(remembered)), OWNER).toString('base64url'));
    return c.redirect(address, 302);
  } catch (error) {
    return stay(c, to, personId, faultOf(c, error));
  }
}

export async function returnFromSso(c: Ctx): Promise<Response> {
  const trip = readTrip(c);
  clearTripCookie(c);
  const personId = c.var.visitor?.actor.personId ?? '';
  if (trip === null || trip.personId !== personId) return stay(c, '', personId, refuse('sso.trip-over').refusal);
  const provider = await providerHere(c);
  if (provider === null) return stay(c, trip.to, personId, refuse('sso.off').refusal);
  try {
    const back = new URL(ownAddress(c, `${paths.ssoReturn}${new URL(c.req.url).search}`));
    const claims = await finishSso(provider, back, trip, personId !== '');
    return personId === '' ? await arrive(c, trip.to, claims) : await proved(c, trip.to, claims);
  } catch (error) {
    return stay(c, trip.to, personId, faultOf(c, error));
  }
}

type Claims = Awaited<ReturnType<typeof finishSso>>;

async function arrive(c: Ctx, to: string, claims: Claims): Promise<Response> {
  const by = { regionId: c.var.region.regionId, actor: NOBODY };
  const outcome = await perform(c.var.platform, by, (act) => signInBySso(act, { claims, device: visitorDevice(c), mark: deviceMark(c) }));
  if (!outcome.ok) return stay(c, to, '', outcome.refusal);
  const { kind, token, personId } = outcome.value;
  if (kind === 'session') return comeIn(c, token, personId, to);
  setStepCookie(c, token);
  return seeOther(c, to === '' ? paths.signInCode : `${paths.signInCode}?ke=${encodeURIComponent(to)}`);
}

async function proved(c: Ctx, to: string, claims: Claims): Promise<Response> {
  const { sessionId = '' } = c.var.visitor ?? {};
  const outcome = await perform(c.var.platform, who(c), (act) => proveBySso(act, { claims, sessionId }));
  return outcome.ok ? seeOther(c, to || paths.account) : stay(c, to, who(c).actor.personId, outcome.refusal);
}

async function providerHere(c: Ctx): Promise<SsoProvider | null> {
  const setting = await findSsoSetting(c.var.platform.db, c.var.region.regionId);
  return setting?.isOn ? providerOf(c.var.platform.vault, c.var.region.regionId, setting) : null;
}

function readTrip(c: Ctx): Remembered | null {
  const { vault, now } = c.var.platform;
  const opened = vault.open(Buffer.from(tripCookieOf(c), 'base64url'), OWNER);
  const trip = opened === null ? null : (JSON.parse(opened.toString('utf8')) as Remembered);
  return trip !== null && now() < trip.until ? trip : null;
}

/** The page one left from, with what was in the way. */
function stay(c: Ctx, to: string, personId: string, refusal: Refusal): Response | Promise<Response> {
  return personId === '' ? drawSignIn(c, { account: '', to }, refusal) : drawProve(c, to || paths.account, refusal);
}

function faultOf(c: Ctx, error: unknown): Refusal {
  if (!(error instanceof SsoFault)) throw error;
  c.var.platform.log.error('single sign-on failed', error.cause, { code: error.code });
  return refuse(`sso.${error.code}`).refusal;
}
