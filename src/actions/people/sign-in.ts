// Sign-in and sign-out. An unknown account and a wrong password cost the same time and say the same words.

import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { later, MINUTE } from '../../domain/shared/time.ts';
import { hashPassword, randomToken, sha256Bytes, verifyPassword } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { countFailures, findCredential } from '../../store/people.read.ts';
import { endSessions, forgetFailures, forgetTry, insertFailure, insertSession } from '../../store/people.write.ts';
import { type Act, NOBODY, perform } from '../perform.ts';

export interface SignInTry {
  readonly regionId: string;
  /** NIP or e-mail. */
  readonly account: string;
  readonly password: string;
  /** The socket's address. */
  readonly address: string;
}

export const TRIES_PER_ACCOUNT = 10;
const TRIES_PER_ADDRESS = 100;
const WINDOW_MS = 5 * MINUTE;

/** A session's secret, to be put in the cookie. Refuses `person.too-many-tries` and `person.wrong-password`. */
export async function signIn(platform: Platform, input: SignInTry): Promise<Outcome<{ token: string; personId: string }>> {
  const credential = await findCredential(platform.db, input.regionId, input.account);
  const attempt: Attempt = { ...input, account: sha256Bytes(credential?.personId ?? input.account.toLowerCase()), failureId: platform.newId() };
  if (!(await startTry(platform, attempt))) return refuse('person.too-many-tries', { minutes: 5 });
  const stored = credential?.passwordHash ?? (await standIn());
  const matches = await verifyPassword(stored, input.password);
  if (!matches || credential === null || credential.passwordHash === null || credential.disabledAt !== null) {
    return rememberFailure(platform, attempt, credential?.personId ?? null);
  }
  return perform(platform, { regionId: input.regionId, actor: { ...NOBODY, personId: credential.personId } }, (act) =>
    open(act, credential.personId, attempt.account),
  );
}

interface Attempt extends Omit<SignInTry, 'account'> {
  /** Digest of the person, whichever of their names was typed; of the name itself when nobody bears it. */
  readonly account: Buffer;
  readonly failureId: string;
}

/** Writes the try down before the password is looked at, so that many at once cannot slip below the limit together. False: one too many. */
async function startTry({ db, now }: Platform, attempt: Attempt): Promise<boolean> {
  const at = now();
  await insertFailure(db, { ...attempt, at });
  const tries = await countFailures(db, { ...attempt, since: later(at, -WINDOW_MS) });
  if (tries.account <= TRIES_PER_ACCOUNT && tries.address <= TRIES_PER_ADDRESS) return true;
  await forgetTry(db, attempt.regionId, attempt.failureId);
  return false;
}

async function open(act: Act, personId: string, account: Buffer): Promise<Outcome<{ token: string; personId: string }>> {
  const token = randomToken();
  await insertSession(act.tx, act.regionId, { sessionId: act.newId(), tokenSha256: sha256Bytes(token), personId, at: act.now });
  await forgetFailures(act.tx, act.regionId, account);
  act.record({ kind: 'person.signed-in', subjectId: personId });
  return ok({ token, personId });
}

/** The try is written anew beside the ledger's row, so that an unknown account costs the same commit. */
async function rememberFailure(platform: Platform, attempt: Attempt, personId: string | null): Promise<Outcome<never>> {
  await perform(platform, { regionId: attempt.regionId, actor: NOBODY }, async (act) => {
    await forgetTry(act.tx, act.regionId, attempt.failureId);
    await insertFailure(act.tx, { ...attempt, failureId: act.newId(), at: act.now });
    if (personId !== null) act.record({ kind: 'person.sign-in-failed', subjectId: personId });
    return ok(true);
  });
  return refuse('person.wrong-password');
}

let standInHash: Promise<string> | null = null;

/** A hash nobody's password matches, so that an unknown account takes as long as a known one. */
function standIn(): Promise<string> {
  standInHash ??= hashPassword(randomToken());
  return standInHash;
}

/** Ends this session, or with no id every session of the actor. */
export async function signOut(act: Act, input: { readonly sessionId: string | null }): Promise<Outcome<true>> {
  const ended = await endSessions(act.tx, act.regionId, act.actor.personId, input.sessionId, act.now);
  if (ended > 0) act.record({ kind: 'person.signed-out', subjectId: act.actor.personId, facts: { sessions: ended } });
  return ok(true);
}
