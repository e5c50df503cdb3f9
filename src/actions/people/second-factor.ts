// Time codes set up, confirmed, taken off; recovery codes made anew. Each asks for a fresh proof.

import { randomBytes } from 'node:crypto';
import { RECOVERY_CODES, recoveryCodeOf, requireFresh } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import { newTimeSecret, stepOfCode } from '../../platform/time-code.ts';
import type { Vault } from '../../platform/vault.ts';
import { decidingGrantsOf, listRequestsOf } from '../../store/access-request.read.ts';
import { endSessions } from '../../store/people.write.ts';
import { findFactors, hasFactor, lockTimeCode } from '../../store/people-factor.read.ts';
import { confirmTimeCode, endOtherSessions, placeTimeCode, replaceRecoveryCodes, takeStep } from '../../store/people-factor.write.ts';
import { askAccess } from '../access/ask-access.ts';
import type { Act } from '../perform.ts';
import { managedPerson } from './managed.ts';
import { takeOffFactors } from './take-off-factors.ts';

/** Puts a new secret in place; it counts once a code confirms it. Refuses `person.proof-needed`, `factor.already-on`. */
export async function beginTimeCode(act: Act, vault: Vault): Promise<Outcome<true>> {
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  const { personId } = act.actor;
  const rows = await placeTimeCode(act.tx, act.regionId, personId, vault.seal(newTimeSecret(), personId), act.now);
  return rows > 0 ? ok(true) : refuse('factor.already-on');
}

/** The first code typed turns time codes on, ends every other session and gives recovery codes, shown once. Refuses `factor.not-begun`, `person.wrong-code` by field. */
export async function confirmTimeCodes(
  act: Act,
  vault: Vault,
  input: { readonly code: string; readonly sessionId: string },
): Promise<Outcome<{ codes: readonly string[] }>> {
  const { personId } = act.actor;
  const held = await lockTimeCode(act.tx, act.regionId, personId);
  const secret = held === null || held.confirmedAt !== null ? null : vault.open(held.sealedSecret, personId);
  if (secret === null) return refuse('factor.not-begun');
  const step = stepOfCode(secret, input.code.replace(/\s/g, ''), act.now);
  if (step === null || (await takeStep(act.tx, act.regionId, personId, step)) === 0)
    return refuse('person.wrong-code', {}, { kode: fault('person.wrong-code') });
  await confirmTimeCode(act.tx, act.regionId, personId, act.now);
  await endOtherSessions(act.tx, act.regionId, personId, input.sessionId, act.now);
  act.record({ kind: 'person.second-factor-on', subjectId: personId, facts: { factor: 'time-code' } });
  return ok({ codes: await newRecoveryCodes(act) });
}

/** Refuses `person.proof-needed`, `factor.none`. */
export async function renewRecoveryCodes(act: Act): Promise<Outcome<{ codes: readonly string[] }>> {
  const fresh = requireFresh(act.provedAt, act.now);
  if (!fresh.ok) return fresh;
  if (!hasFactor(await findFactors(act.tx, act.regionId, act.actor.personId))) return refuse('factor.none');
  act.record({ kind: 'person.recovery-codes-made', subjectId: act.actor.personId });
  return ok({ codes: await newRecoveryCodes(act) });
}

/** Ten new ones in place of all that were; shown once. */
export async function newRecoveryCodes(act: Act): Promise<readonly string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(16)));
  await replaceRecoveryCodes(act.tx, act.regionId, act.actor.personId, codes.map(sha256Bytes), act.now);
  return codes;
}

/** Takes everything off that stands beside the password. Refuses `person.proof-needed`. */
export async function endSecondFactor(act: Act): Promise<Outcome<true>> {
  const fresh = requireFresh(act.provedAt, act.now);
  return fresh.ok ? takeOffFactors(act, act.actor.personId) : fresh;
}

/** An admin does it for somebody who lost telephone and recovery codes; their sessions end. Of who holds a deciding role it waits for a second person. */
export async function endSecondFactorOf(act: Act, input: { readonly personId: string }): Promise<Outcome<true>> {
  return managedPerson(act, input.personId, async () => {
    const fresh = requireFresh(act.provedAt, act.now);
    if (!fresh.ok) return fresh;
    if ((await decidingGrantsOf(act.tx, act.regionId, input.personId, act.now)).length > 0) {
      const isAsked = (await listRequestsOf(act.tx, act.regionId, input.personId)).some(({ kind }) => kind === 'factor-off');
      if (!isAsked) await askAccess(act, { kind: 'factor-off', personId: input.personId, role: null });
      return ok(true);
    }
    await endSessions(act.tx, act.regionId, input.personId, null, act.now);
    return takeOffFactors(act, input.personId);
  });
}
