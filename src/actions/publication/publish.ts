// The secretariat publishes a certified result: exactly what the public may see, frozen with its digest.

import { may } from '../../domain/people/permissions.ts';
import { publishedResult } from '../../domain/publication/published-result.ts';
import { mayPublish } from '../../domain/result/certificate.ts';
import { canonicalJson } from '../../domain/shared/decimal-json.ts';
import { type Facts, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { approversOf, teamsOf } from '../../store/audience.read.ts';
import { findCategory, findEdition } from '../../store/edition.read.ts';
import { findFinalists, findPanel } from '../../store/jury.read.ts';
import { lockCategory } from '../../store/jury.write.ts';
import { findPublicationOfResult, lastPublicationVersion } from '../../store/publication.read.ts';
import { insertPublication } from '../../store/publication.write.ts';
import { findResult, findResultCategory, type ResultVersion } from '../../store/result.read.ts';
import { tell } from '../people/tell.ts';
import type { Act } from '../perform.ts';
import { certificationOf } from '../result/certification.ts';
import { checkAgain } from '../result/check-again.ts';
import { makeBundle } from './make-bundle.ts';

/** Refuses `result.not-found`, `result.not-certified`, `result.publisher-certified`, `result.replaced`, what checking again refuses, `result.bundle-broken`. Publishing again gives the same publication. */
export async function publishResult(act: Act, input: { readonly resultId: string }): Promise<Outcome<{ publicationId: string }>> {
  const { tx, regionId, actor } = act;
  const categoryId = await findResultCategory(tx, regionId, input.resultId);
  const category = categoryId === null ? null : await findCategory(tx, regionId, categoryId);
  if (category === null) return refuse('result.not-found');
  const allowed = may(actor, 'result.publish', { editionId: category.editionId, categoryId: category.categoryId });
  if (!allowed.ok) return allowed;
  await lockCategory(tx, regionId, category.categoryId);
  const already = await findPublicationOfResult(tx, regionId, input.resultId);
  if (already !== null) return ok(already);
  const result = await findResult(tx, regionId, input.resultId);
  const edition = await findEdition(tx, regionId, category.editionId);
  if (result === null || edition === null) return refuse('result.not-found');
  const decided = mayPublish(await certificationOf(tx, regionId, result), actor.personId);
  if (!decided.ok) return decided;
  const holds = await checkAgain(act, result);
  if (!holds.ok) return holds;
  const version = (await lastPublicationVersion(tx, regionId, category.categoryId, 'result')) + 1;
  const canon = canonicalJson(
    await bodyOf(act, result, { version, year: edition.year, edition: edition.name, category: { code: category.code, name: category.name } }),
  );
  const [publicationId, digest] = [act.newId(), sha256Hex(canon)];
  const { editionId } = category;
  await insertPublication(
    tx,
    regionId,
    {
      publicationId,
      kind: 'result',
      editionId,
      categoryId: category.categoryId,
      version,
      resultId: result.resultId,
      canon,
      digest,
      publishedBy: actor.personId,
    },
    act.now,
  );
  await tellOfResult(act, result.categoryId, editionId, { category: category.name, categoryCode: category.code, year: edition.year });
  act.record({ kind: 'result.published', subjectId: result.resultId, facts: { publication: publicationId, version, digest } });
  act.later('check-promises', { regionId });
  return makeBundle(act, publicationId);
}

/** One message a person of the finalists, however many of theirs there are. */
async function tellOfResult(act: Act, categoryId: string, editionId: string, facts: Facts): Promise<void> {
  const { tx, regionId, now } = act;
  const finalists = new Set((await findFinalists(tx, regionId, categoryId)).map(({ entryId }) => entryId));
  const judged = { editionId, categoryId, states: ['eligible'] as const };
  const people = [...(await teamsOf(tx, regionId, judged, now)), ...(await approversOf(tx, regionId, judged, now))];
  const concerned = people.filter(({ entryId }) => finalists.has(entryId));
  await tell(
    act,
    concerned.map(({ personId }) => ({ kind: 'result-published' as const, personId, aboutId: categoryId, facts })),
  );
}

interface Heading {
  readonly version: number;
  readonly year: number;
  readonly edition: string;
  readonly category: { readonly code: string; readonly name: string };
}

async function bodyOf(act: Act, result: ResultVersion, heading: Heading) {
  const finalists = await findFinalists(act.tx, act.regionId, result.categoryId);
  const names = new Map(finalists.map((one) => [one.registrationNumber, { name: one.name, agency: one.agencyName }]));
  const panel = (await findPanel(act.tx, act.regionId, result.categoryId)).length;
  const facts = {
    ...heading,
    resultDigest: result.digest,
    decree: result.decree ?? '',
    certifiedAt: result.certifiedAt ?? act.now,
    publishedAt: act.now,
    panel,
    names,
  };
  return publishedResult(facts, result.inputs, result.body);
}
