// Where nobody else could confirm: the person proves with a code they held before that it is them.

import { mayUseOwnCode } from '../../domain/access/request.ts';
import { readCode } from '../../domain/people/second-factor.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Bytes } from '../../platform/crypto.ts';
import type { Platform } from '../../platform/platform.ts';
import { codeSince, listRequestsOf, lockRequest } from '../../store/access-request.read.ts';
import { forgetFailures } from '../../store/people.write.ts';
import { codesOf, takeCode } from '../people/prove.ts';
import { rememberFailure, startTry, WINDOW_MINUTES } from '../people/tries.ts';
import { perform, type Who } from '../perform.ts';
import { takeEffect } from './take-effect.ts';

interface OwnCode {
  readonly code: string;
  readonly address: string;
}

/** Everything that waits for the person and was asked by another. Refuses `person.too-many-tries`, `person.wrong-code` by field, and as `mayUseOwnCode`. */
export async function useOwnCode(platform: Platform, who: Who, { code, address }: OwnCode): Promise<Outcome<true>> {
  const { personId } = who.actor;
  const attempt = await startTry(platform, { regionId: who.regionId, what: codesOf(personId), address });
  if (attempt === null) return refuse('person.too-many-tries', { minutes: WINDOW_MINUTES });
  const outcome = await perform(platform, who, async (act) => {
    const typed = readCode(code);
    const since = await codeSince(act.tx, act.regionId, personId, typed.kind === 'recovery-code' ? sha256Bytes(typed.code) : null);
    const open = (await listRequestsOf(act.tx, act.regionId, personId)).filter(({ route, askedBy }) => route === 'wait' && askedBy !== personId);
    const [first] = open;
    if (first === undefined) return refuse('access.not-found');
    if ((await takeCode(act, platform, code)) === null) return refuse('person.wrong-code', {}, { kode: fault('person.wrong-code') });
    for (const { requestId } of open) {
      const request = await lockRequest(act.tx, act.regionId, requestId);
      if (request === null) return refuse('access.not-found');
      const allowed = mayUseOwnCode(request, personId, since);
      if (!allowed.ok) return allowed;
      await takeEffect(act, request, { confirmedBy: personId, byOwnCode: true });
    }
    await forgetFailures(act.tx, act.regionId, attempt.account);
    return ok(true as const);
  });
  if (!outcome.ok && outcome.refusal.code === 'person.wrong-code') await rememberFailure(platform, attempt, personId);
  return outcome;
}
