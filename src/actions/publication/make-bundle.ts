// Makes the bundle of a published result, proves it by computing everything in it again, and keeps it for ever.

import { type BundleParts, QUOTED_KINDS, quoteInstrument, writeBundle } from '../../domain/proof/bundle.ts';
import { inOrder } from '../../domain/proof/bundle-ledger.ts';
import { verifyBundle } from '../../domain/proof/bundle-verify.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { bundleTools } from '../../platform/signature.ts';
import { findPanel } from '../../store/jury.read.ts';
import {
  CERTIFIED,
  findAnnouncedShortlist,
  findAssertions,
  findPublishedHead,
  listQuotedRows,
  listRules,
  type PublishedHead,
} from '../../store/publication-bundle.read.ts';
import { insertBundle } from '../../store/publication-bundle.write.ts';
import { findResult } from '../../store/result.read.ts';
import { findDeskRows } from '../../store/result-desk.read.ts';
import { instrumentOf } from '../instrument/known-catalogues.ts';
import type { Act } from '../perform.ts';
import { keyListOf } from '../proof/category-keys.ts';
import { regionPen } from '../proof/region-key.ts';
import { deskEntry } from '../result/desk.ts';

/**
 * Refuses `result.not-found` and `result.bundle-broken` with the place when what is kept does not recompute. A publication that has its bundle
 * keeps it. The program's name and version go into it.
 */
export async function makeBundle(act: Act, publicationId: string): Promise<Outcome<{ publicationId: string }>> {
  const head = await findPublishedHead(act.tx, act.regionId, publicationId);
  if (head === null) return refuse('result.not-found');
  if (head.hasBundle) return ok({ publicationId });
  const parts = await gatherParts(act, head);
  if (parts === null) return refuse('result.not-found');
  const { text, digest } = writeBundle(parts, sha256Hex, await regionPen(act));
  const verdict = verifyBundle(Buffer.from(text), bundleTools, { digest });
  if (verdict.state !== 'holds') return refuse('result.bundle-broken', { place: placeOf(verdict) });
  await insertBundle(act.tx, act.regionId, { publicationId, text, digest }, act.now);
  act.record({
    kind: 'result.bundled',
    subjectId: head.resultId,
    facts: { publication: publicationId, category: head.categoryId, version: head.version, digest },
  });
  return ok({ publicationId });
}

function placeOf(verdict: ReturnType<typeof verifyBundle>): string {
  const fault = verdict.state === 'broken' ? verdict.faults[0] : undefined;
  return fault === undefined || fault.kind === 'byte' ? '$' : fault.path;
}

/** Names as they were published; levels of the entries the desk decided on. */
async function gatherParts({ tx, regionId, program, now }: Act, head: PublishedHead): Promise<BundleParts | null> {
  const { categoryId, resultId } = head;
  const result = await findResult(tx, regionId, resultId);
  const desk = await findAnnouncedShortlist(tx, regionId, categoryId);
  if (result === null || desk === null) return null;
  const { sid, ...instrument } = await instrumentOf(tx, regionId, head.instrument);
  const codes = sid.map(({ code }) => code);
  const numbers = desk.shortlist.lines.map(({ id }) => id);
  const levels = (await findDeskRows(tx, regionId, categoryId, numbers)).map((row) => {
    const { id, verified } = deskEntry(row, codes);
    return { id, entryId: row.entryId, verified: verified as Readonly<Record<string, number>> };
  });
  const { body } = head;
  const names = [...body.entries, ...body.blocked].map(({ id, name, agency }) => ({ id, name, agency }));
  const assertions = await findAssertions(tx, regionId, resultId);
  const signatures = result.signatures.map(({ personId, capacity, signedAt }) => {
    return { capacity, signedAt, digest: result.digest, assertion: assertions.get(personId) ?? null };
  });
  return {
    contest: {
      region: { id: regionId, code: head.regionCode, name: head.regionName },
      sample: head.isSample,
      year: body.year,
      edition: body.edition,
      category: { id: categoryId, ...body.category },
      program,
    },
    instrument: quoteInstrument({ ...instrument, sid }),
    rules: await listRules(tx, regionId, categoryId, [desk.shortlist.rulesVersion, result.inputs.rulesVersion]),
    levels: byId(levels),
    desk,
    names: byId(names),
    keys: (await keyListOf(tx, regionId, categoryId, now))?.keys ?? [],
    panel: (await findPanel(tx, regionId, categoryId)).map(({ code }) => code),
    inputs: result.inputs,
    result: { id: resultId, version: result.version, computedAt: result.computedAt, body: result.body, digest: result.digest },
    signatures: inOrder(signatures),
    certification: { decree: result.decree ?? '', certifiedAt: result.certifiedAt ?? '', digest: result.digest, assertion: assertions.get(CERTIFIED) ?? null },
    publication: { version: head.version, publishedAt: head.publishedAt, body, digest: head.digest },
    ledger: await listQuotedRows(tx, regionId, { categoryId, resultId, kinds: QUOTED_KINDS }),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  return [...items].sort((a, b) => (a.id < b.id ? -1 : 1));
}
