// The secretariat takes out the key of a bundle: it says who sits under which code, so that taking it out is an act of its own.

import { may } from '../../domain/people/permissions.ts';
import type { Bundle } from '../../domain/proof/bundle.ts';
import { writeKey } from '../../domain/proof/bundle-key.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { findBundleAccess, findKeyRows, readBundle } from '../../store/publication-bundle.read.ts';
import type { Act } from '../perform.ts';

/** Refuses `result.no-bundle` and `permission.denied`. Each taking out leaves its row with the digest of the key. */
export async function giveKey(act: Act, input: { readonly publicationId: string }): Promise<Outcome<{ text: string }>> {
  const { tx, regionId, actor } = act;
  const access = await findBundleAccess(tx, regionId, input.publicationId);
  const body = access === null ? null : await readBundle(tx, regionId, access.publicationId);
  if (access === null || body === null) return refuse('result.no-bundle');
  const { editionId, categoryId, resultId, digest } = access;
  const allowed = may(actor, 'result.key', { editionId, categoryId });
  if (!allowed.ok) return allowed;
  const { parts } = JSON.parse(body) as Bundle;
  const seqs = parts.ledger.filter(({ closed }) => closed).map(({ seq }) => seq);
  const text = writeKey({ bundle: digest, ...(await findKeyRows(tx, regionId, { categoryId, seqs })) });
  act.record({ kind: 'result.key-given', subjectId: resultId, facts: { publication: input.publicationId, digest: sha256Hex(text) } });
  return ok({ text });
}
