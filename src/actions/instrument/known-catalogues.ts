// A region's catalogues by their code: the product's from its files, the region's own from the database, whichever process asks.

import type { Instrument } from '../../domain/instrument/instrument.ts';
import type { IndexRule } from '../../domain/regional-index/rule.ts';
import { type Outcome, refuse } from '../../domain/shared/outcome.ts';
import { byYear, Catalogue, shippedCatalogues } from '../../platform/catalogues.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import type { Queryable } from '../../platform/db.ts';
import { indexRuleOf } from '../../platform/index-rules.ts';
import { findKeptBody, isAdopted, listAdoptedCodes } from '../../store/catalogue.read.ts';

/** Rows of `catalogue` are inserted and never changed: what was read under region and code stays true, in any process. */
const read = new Map<string, Catalogue>();
const MOST_READ = 50;

/** The catalogue of a code; null when it is neither shipped nor brought in by the region. */
export async function findCatalogue(db: Queryable, regionId: string, code: string): Promise<Catalogue | null> {
  const shipped = shippedCatalogues().get(code);
  if (shipped !== undefined) return shipped;
  const key = `${regionId} ${code}`;
  const known = read.get(key);
  if (known !== undefined) return known;
  const kept = await findKeptBody(db, regionId, code);
  if (kept === null) return null;
  if (sha256Hex(kept.body) !== kept.digest) throw new RangeError(`catalogue ${code}: not the content it was kept with`);
  const oldest = read.size >= MOST_READ ? read.keys().next().value : undefined;
  if (oldest !== undefined) read.delete(oldest);
  const catalogue = new Catalogue(code, kept.body);
  read.set(key, catalogue);
  return catalogue;
}

/** The catalogue an edition or a snapshot was bound to, which is there and whole. */
export async function boundCatalogue(db: Queryable, regionId: string, code: string): Promise<Catalogue> {
  const found = await findCatalogue(db, regionId, code);
  if (found === null) throw new RangeError(`catalogue ${code}: not found`);
  return found;
}

/** The instrument of a bound catalogue. */
export async function instrumentOf(db: Queryable, regionId: string, code: string): Promise<Instrument> {
  const { instrument } = await boundCatalogue(db, regionId, code);
  if (!instrument.ok) throw new RangeError(`catalogue ${code}: ${instrument.refusal.code}`);
  return instrument.value;
}

/** What an edition may be bound to. Refuses `catalogue.not-found` (neither shipped nor adopted by the region), and what readCatalogue refuses. */
export async function usableInstrument(db: Queryable, regionId: string, code: string): Promise<Outcome<Instrument>> {
  const isThere = shippedCatalogues().has(code) || (await isAdopted(db, regionId, code));
  const found = isThere ? await findCatalogue(db, regionId, code) : null;
  return found === null ? refuse('catalogue.not-found', { code }) : found.instrument;
}

/** What the product ships and what the region adopted: the oldest year first, within a year the newest decision last. */
export async function usableCatalogues(db: Queryable, regionId: string): Promise<readonly Catalogue[]> {
  const adopted: Catalogue[] = [];
  for (const code of await listAdoptedCodes(db, regionId)) adopted.push(await boundCatalogue(db, regionId, code));
  return byYear([...shippedCatalogues().values(), ...adopted]);
}

/** The rule of the region's index in a year; refuses what indexRuleOf refuses. */
export async function regionRule(db: Queryable, regionId: string, year: number): Promise<Outcome<IndexRule>> {
  return indexRuleOf(year, await usableCatalogues(db, regionId));
}
