// A counted juror or the chair stands for the digest of the newest result: by signature with a signing key, or by a statement.

import { may } from '../../domain/people/permissions.ts';
import type { SigningAssertion } from '../../domain/proof/signature.ts';
import { maySign } from '../../domain/result/certificate.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { findCategory } from '../../store/edition.read.ts';
import { lockCategory } from '../../store/jury.write.ts';
import { findResult, findResultCategory } from '../../store/result.read.ts';
import { insertSignature } from '../../store/result.write.ts';
import type { Act } from '../perform.ts';
import { attest, attestedFacts } from '../proof/attest.ts';
import { tellSigner } from '../proof/tell-signer.ts';
import { certificationOf } from './certification.ts';
import { checkAgain } from './check-again.ts';

export interface Signing {
  readonly resultId: string;
  /** The digest that was shown to the signer. */
  readonly digest: string;
  /** What the signing key answered; absent: a statement. */
  readonly assertion?: SigningAssertion | undefined;
}

/**
 * Refuses `result.not-found`, `result.digest-differs`, `result.replaced`, `result.unresolved`, `result.already-certified`,
 * `result.not-a-signer`, what checking again refuses: `seal.broken`, `result.stale` when a sheet was reopened after computing, and what `attest` refuses. Signing again changes nothing.
 */
export async function signResult(act: Act, input: Signing): Promise<Outcome<{ resultId: string }>> {
  const { tx, regionId, actor } = act;
  const categoryId = await findResultCategory(tx, regionId, input.resultId);
  const category = categoryId === null ? null : await findCategory(tx, regionId, categoryId);
  if (category === null) return refuse('result.not-found');
  const allowed = may(actor, 'result.sign', { editionId: category.editionId, categoryId: category.categoryId });
  if (!allowed.ok) return allowed;
  await lockCategory(tx, regionId, category.categoryId);
  const result = await findResult(tx, regionId, input.resultId);
  if (result === null) return refuse('result.not-found');
  if (result.digest !== input.digest) return refuse('result.digest-differs');
  if (result.signatures.some((signature) => signature.personId === actor.personId)) return ok({ resultId: result.resultId });
  const signer = maySign(await certificationOf(tx, regionId, result), actor.personId);
  if (!signer.ok) return signer;
  const holds = await checkAgain(act, result);
  if (!holds.ok) return holds;
  const { capacity } = signer.value;
  const { version, digest } = result;
  const how = await attest(act, { category: category.categoryId, version, digest, capacity, act: 'sign', assertion: input.assertion ?? null });
  if (!how.ok) return how;
  await insertSignature(tx, regionId, { resultId: result.resultId, personId: actor.personId, capacity, digest, ...how.value }, act.now);
  act.record({ kind: 'result.signed', subjectId: result.resultId, facts: { capacity, digest, ...attestedFacts(how.value) } });
  await tellSigner(act, result, how.value);
  return ok({ resultId: result.resultId });
}
