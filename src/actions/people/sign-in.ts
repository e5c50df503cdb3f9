// Sign-in and sign-out. An unknown account and a wrong password cost the same time and say the same words.

import type { Factor } from '../../domain/people/second-factor.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { later, MINUTE } from '../../domain/shared/time.ts';
import { hashPassword, randomToken, sha256Bytes, verifyPassword } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { knowDevice } from '../../store/access-device.write.ts';
import { findCredential } from '../../store/people.read.ts';
import { endSessions, forgetFailures, insertSession } from '../../store/people.write.ts';
import { findFactors, hasFactor } from '../../store/people-factor.read.ts';
import { endOtherSessions, insertStep } from '../../store/people-factor.write.ts';
import { type Act, NOBODY, perform } from '../perform.ts';
import { rememberFailure, startTry, WINDOW_MINUTES } from './tries.ts';

export interface SignInTry {
  readonly regionId: string;
  /** NIP or e-mail. */
  readonly account: string;
  readonly password: string;
  /** The socket's address. */
  readonly address: string;
  /** Browser and system, in words. */
  readonly device: string;
  /** The digest of the browser's mark. */
  readonly mark?: Buffer;
}

/** A session's secret to be put in the cookie, or the secret of a step that waits for the second factor. */
export type SignedIn =
  | { readonly kind: 'session'; readonly token: string; readonly personId: string }
  | { readonly kind: 'step'; readonly token: string; readonly personId: string };

/** Refuses `person.too-many-tries` and `person.wrong-password`. */
export async function signIn(platform: Platform, input: SignInTry): Promise<Outcome<SignedIn>> {
  const credential = await findCredential(platform.db, input.regionId, input.account);
  // The tries of a person are one count, whichever of their names is typed.
  const attempt = await startTry(platform, { ...input, what: credential?.personId ?? input.account.toLowerCase(), personId: credential?.personId ?? null });
  if (attempt === null) return refuse('person.too-many-tries', { minutes: WINDOW_MINUTES });
  const stored = credential?.passwordHash ?? (await standIn());
  const matches = await verifyPassword(stored, input.password);
  if (!matches || credential === null || credential.passwordHash === null || credential.disabledAt !== null) {
    await rememberFailure(platform, attempt, credential?.personId ?? null);
    return refuse('person.wrong-password');
  }
  const { personId } = credential;
  return perform(platform, { regionId: input.regionId, actor: { ...NOBODY, personId } }, async (act) => {
    await forgetFailures(act.tx, act.regionId, attempt.account);
    return enter(act, { personId, device: input.device, mark: input.mark, factor: 'password' });
  });
}

const STEP_MS = 10 * MINUTE;

/** After the first proof: a step where the person has a second factor, else a session. */
export async function enter(act: Act, input: Opening): Promise<Outcome<SignedIn>> {
  if (!hasFactor(await findFactors(act.tx, act.regionId, input.personId))) return openSession(act, input);
  const token = randomToken();
  const step = { stepId: act.newId(), tokenSha256: sha256Bytes(token), personId: input.personId, startedAt: act.now, expiresAt: later(act.now, STEP_MS) };
  await insertStep(act.tx, act.regionId, step);
  return ok({ kind: 'step', token, personId: input.personId });
}

interface Opening {
  readonly personId: string;
  readonly factor: Factor;
  readonly device: string;
  readonly mark?: Buffer | undefined;
}

/** Refuses `person.step-over` when the account was closed between the first proof and this. */
export async function openSession(act: Act, { personId, factor, device, mark }: Opening): Promise<Outcome<SignedIn>> {
  const token = randomToken();
  const rows = await insertSession(act.tx, act.regionId, { sessionId: act.newId(), tokenSha256: sha256Bytes(token), personId, at: act.now, factor, device });
  if (rows === 0) return refuse('person.step-over');
  if (mark !== undefined) await knowDevice(act.tx, act.regionId, personId, mark, act.now);
  act.record({ kind: 'person.signed-in', subjectId: personId, facts: { factor } });
  return ok({ kind: 'session', token, personId });
}

let standInHash: Promise<string> | null = null;

/** A hash nobody's password matches, so that an unknown account takes as long as a known one. */
function standIn(): Promise<string> {
  standInHash ??= hashPassword(randomToken());
  return standInHash;
}

/** Ends one session of the actor. */
export async function signOut(act: Act, input: { readonly sessionId: string }): Promise<Outcome<true>> {
  return signedOut(act, await endSessions(act.tx, act.regionId, act.actor.personId, input.sessionId, act.now));
}

/** Ends every session of the actor but the one at hand. */
export async function signOutElsewhere(act: Act, input: { readonly sessionId: string }): Promise<Outcome<true>> {
  return signedOut(act, await endOtherSessions(act.tx, act.regionId, act.actor.personId, input.sessionId, act.now));
}

function signedOut(act: Act, ended: number): Outcome<true> {
  if (ended > 0) act.record({ kind: 'person.signed-out', subjectId: act.actor.personId, facts: { sessions: ended } });
  return ok(true);
}
