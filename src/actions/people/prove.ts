// A person proves to be there: a code after the password at sign-in, or the password or a code again before acts that ask for it.

import { readCode } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Bytes, verifyPassword } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { stepOfCode } from '../../platform/time-code.ts';
import { findPasswordHash } from '../../store/people.read.ts';
import { forgetFailures } from '../../store/people.write.ts';
import { findStep, lockTimeCode } from '../../store/people-factor.read.ts';
import { markProved, takeStep, useRecoveryCode, useStep } from '../../store/people-factor.write.ts';
import { type Act, NOBODY, perform, type Who } from '../perform.ts';
import { openSession, type SignedIn } from './sign-in.ts';
import { rememberFailure, startTry, WINDOW_MINUTES } from './tries.ts';

interface CodeTry {
  readonly regionId: string;
  /** The secret of the step that the password opened. */
  readonly step: string;
  /** Six digits, or a recovery code. */
  readonly code: string;
  readonly address: string;
  readonly device: string;
  /** The digest of the browser's mark. */
  readonly mark?: Buffer;
}

/** Refuses `person.step-over` when the step has run out or was used, `person.too-many-tries`, `person.wrong-code`. A time code serves once. */
export async function finishSignIn(platform: Platform, input: CodeTry): Promise<Outcome<SignedIn>> {
  const tokenSha256 = sha256Bytes(input.step);
  const step = await findStep(platform.db, input.regionId, tokenSha256, platform.now());
  if (step === null) return refuse('person.step-over');
  const attempt = await startTry(platform, { ...input, what: codesOf(step.personId), personId: step.personId });
  if (attempt === null) return refuse('person.too-many-tries', { minutes: WINDOW_MINUTES });
  const who = { regionId: input.regionId, actor: { ...NOBODY, personId: step.personId } };
  const outcome = await perform(platform, who, async (act) => {
    const factor = await takeCode(act, platform, input.code);
    if (factor === null) return refuse('person.wrong-code', {}, { kode: fault('person.wrong-code') });
    if ((await useStep(act.tx, act.regionId, tokenSha256, act.now)) === null) return refuse('person.step-over');
    await forgetFailures(act.tx, act.regionId, attempt.account);
    return openSession(act, { personId: step.personId, factor, device: input.device, mark: input.mark });
  });
  if (!outcome.ok && outcome.refusal.code === 'person.wrong-code') await rememberFailure(platform, attempt, step.personId);
  return outcome;
}

/** Under which name tries at a person's codes are counted. */
export const codesOf = (personId: string) => `codes of ${personId}`;

/** Uses the code up when it is one of the actor's. */
export async function takeCode(act: Act, { vault }: Pick<Platform, 'vault'>, typed: string): Promise<'time-code' | 'recovery-code' | null> {
  const { personId } = act.actor;
  const { kind, code } = readCode(typed);
  if (kind === 'recovery-code') return (await useRecoveryCode(act.tx, act.regionId, personId, sha256Bytes(code), act.now)) > 0 ? kind : null;
  const held = await lockTimeCode(act.tx, act.regionId, personId);
  if (held === null || held.confirmedAt === null) return null;
  const secret = vault.open(held.sealedSecret, personId);
  const step = secret === null ? null : stepOfCode(secret, code, act.now);
  return step !== null && (await takeStep(act.tx, act.regionId, personId, step)) > 0 ? kind : null;
}

interface Proof {
  readonly sessionId: string;
  /** The password, or a time code. */
  readonly secret: string;
  readonly address: string;
}

/** Makes the session's proof fresh. Refuses `person.too-many-tries`, `person.wrong-proof` by the field `bukti`. */
export async function prove(platform: Platform, who: Who, input: Proof): Promise<Outcome<true>> {
  const { personId } = who.actor;
  // Counted by the session: who guesses at the door does not keep out whoever is in.
  const attempt = await startTry(platform, { regionId: who.regionId, what: `proofs in ${input.sessionId}`, address: `session ${input.sessionId}` });
  if (attempt === null)
    return refuse('person.too-many-tries', { minutes: WINDOW_MINUTES }, { bukti: fault('person.too-many-tries', { minutes: WINDOW_MINUTES }) });
  const hash = await findPasswordHash(platform.db, who.regionId, personId);
  const isPassword = hash !== null && (await verifyPassword(hash, input.secret));
  const outcome = await perform(platform, who, async (act) => {
    if (!isPassword && (await takeTimeCode(act, platform, input.secret)) === null)
      return refuse('person.wrong-proof', {}, { bukti: fault('person.wrong-proof') });
    await forgetFailures(act.tx, act.regionId, attempt.account);
    await markProved(act.tx, act.regionId, input.sessionId, act.now);
    act.record({ kind: 'person.proved', subjectId: personId });
    return ok(true as const);
  });
  if (!outcome.ok) await rememberFailure(platform, attempt, personId);
  return outcome;
}

async function takeTimeCode(act: Act, platform: Platform, typed: string): Promise<string | null> {
  return readCode(typed).kind === 'time-code' ? takeCode(act, platform, typed) : null;
}
