// The leader certifies a signed result, after it was computed again from its frozen inputs.

import { may } from '../../domain/people/permissions.ts';
import type { SigningAssertion } from '../../domain/proof/signature.ts';
import { mayCertify } from '../../domain/result/certificate.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findFinalistHeads } from '../../store/jury.read.ts';
import { lockCategory } from '../../store/jury.write.ts';
import { findResult, findResultCategory } from '../../store/result.read.ts';
import { insertCertification } from '../../store/result.write.ts';
import type { Act } from '../perform.ts';
import { attest, attestedFacts } from '../proof/attest.ts';
import { tellSigner } from '../proof/tell-signer.ts';
import { certificationOf } from './certification.ts';
import { checkAgain } from './check-again.ts';

export interface Certifying {
  readonly resultId: string;
  readonly decree: string;
  /** What the signing key answered; absent: a statement. */
  readonly assertion?: SigningAssertion | undefined;
}

/** Refuses `result.not-found`, `result.decree-too-long`, what mayCertify refuses, what checking again refuses, and what `attest` refuses. Certifying again by the same person changes nothing. */
export async function certifyResult(act: Act, input: Certifying): Promise<Outcome<{ resultId: string }>> {
  const { tx, regionId, actor } = act;
  const allowed = may(actor, 'result.certify');
  if (!allowed.ok) return allowed;
  const categoryId = await findResultCategory(tx, regionId, input.resultId);
  if (categoryId === null) return refuse('result.not-found');
  await lockCategory(tx, regionId, categoryId);
  const result = await findResult(tx, regionId, input.resultId);
  if (result === null) return refuse('result.not-found');
  if (result.certifiedBy === actor.personId) return ok({ resultId: result.resultId });
  const certification = await certificationOf(tx, regionId, result);
  const decided = mayCertify(certification, actor.personId, await findFinalistHeads(tx, regionId, categoryId, act.now));
  if (!decided.ok) return decided;
  const holds = await checkAgain(act, result);
  if (!holds.ok) return holds;
  const decree = input.decree.trim();
  if (decree.length > 200) return refuse('result.decree-too-long', { max: 200 }, { sk: { code: 'result.decree-too-long', facts: { max: 200 } } });
  const { version, digest } = result;
  const how = await attest(act, { category: categoryId, version, digest, capacity: 'leader', act: 'certify', assertion: input.assertion ?? null });
  if (!how.ok) return how;
  await insertCertification(tx, regionId, { resultId: result.resultId, certifiedBy: actor.personId, decree, digest, ...how.value }, act.now);
  act.record({ kind: 'result.certified', subjectId: result.resultId, facts: { digest, decree, ...attestedFacts(how.value) } });
  await tellSigner(act, result, how.value);
  return ok({ resultId: result.resultId });
}
