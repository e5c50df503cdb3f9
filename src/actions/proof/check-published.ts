// Whether a published result is still what was sealed, computed, certified and published: all of it worked out again.

import { publishedResult } from '../../domain/publication/published-result.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import type { PublishedOnRecord } from '../../store/proof-published.read.ts';
import { type FrozenVersion, findResult } from '../../store/result.read.ts';
import { checkAgain, checkFrozen } from '../result/check-again.ts';

/**
 * Refuses `result.not-found`, what checking the version refuses (`seal.broken`, `result.stale`, `result.digest-broken`), and
 * `publication.broken` when what is published is not what the result makes. A publication that was replaced is held against its own frozen
 * inputs only: the sheets may rightly be others since.
 */
export async function checkPublished(db: Queryable, regionId: string, publication: PublishedOnRecord): Promise<Outcome<FrozenVersion>> {
  const result = await findResult(db, regionId, publication.resultId);
  if (result === null) return refuse('result.not-found');
  const holds = publication.isNewest ? await checkAgain({ tx: db, regionId }, result) : checkFrozen(result);
  if (!holds.ok) return holds;
  return isPublishedOf(publication, result) ? ok(result) : refuse('publication.broken');
}

function isPublishedOf({ body, canon, digest, isTold, publishedAt, version }: PublishedOnRecord, result: FrozenVersion): boolean {
  const { year, edition, category, panel, entries, blocked } = body;
  const names = new Map([...entries, ...blocked].map(({ id, name, agency }) => [id, { name, agency }]));
  const { decree, certifiedAt, digest: resultDigest } = result;
  const facts = { year, edition, category, version, resultDigest, decree: decree ?? '', certifiedAt: certifiedAt ?? '', publishedAt, panel, names };
  const made = canonicalJson(publishedResult(facts, result.inputs, result.body));
  return isTold && made === canon && canonicalJson(body) === canon && sha256Hex(canon) === digest;
}
