// Brings in a catalogue: kept as it is, under a code that names its content. Nothing uses it before it is adopted.

import { readCatalogue } from '../../domain/instrument/instrument.ts';
import { withinLimit } from '../../domain/operations/limits.ts';
import { may } from '../../domain/people/permissions.ts';
import { readIndexRule } from '../../domain/regional-index/rule.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { shippedCatalogues } from '../../platform/catalogues.ts';
import { sha256Hex } from '../../platform/crypto.ts';
import { hasAdoptedOfYear } from '../../store/catalogue.read.ts';
import { insertCatalogue } from '../../store/catalogue.write.ts';
import { countCatalogues } from '../../store/limits.read.ts';
import type { Act } from '../perform.ts';

const FIRST_YEAR = 2000;
const LAST_YEAR = 2200;
const MOST_BYTES = 1_000_000;

/**
 * `text` is the catalogue's file. The same content again is the same catalogue. Refuses `catalogue.year-invalid`, `catalogue.unreadable`,
 * `index-rule.sums-differ`, what readCatalogue refuses, `limit.catalogues`, and `catalogue.year-has-one` (another catalogue rules that year: most often a copy
 * whose year was left as it was) unless it is meant to stand `besides`. One that does not know all of the index may still be a desk instrument.
 */
export async function keepCatalogue(act: Act, text: string, besides = false): Promise<Outcome<{ code: string }>> {
  const allowed = may(act.actor, 'catalogue.keep');
  if (!allowed.ok) return allowed;
  if (text.length > MOST_BYTES) return refuse('catalogue.unreadable');
  const instrument = readCatalogue(text);
  if (!instrument.ok) return instrument;
  const { year, sid } = instrument.value;
  if (year < FIRST_YEAR || year > LAST_YEAR) return refuse('catalogue.year-invalid');
  if (sid.length === 0) return refuse('catalogue.no-rows');
  const rule = readIndexRule(text);
  if (!rule.ok && rule.refusal.code === 'index-rule.sums-differ') return rule;
  const digest = sha256Hex(text);
  if (!besides && (await isYearRuled(act, year, digest))) return refuse('catalogue.year-has-one', { year });
  const code = `iid-${year}-${digest.slice(0, 8)}`;
  const rows = await insertCatalogue(act.tx, act.regionId, { code, year, body: text, digest, importedBy: act.actor.personId }, act.now);
  if (rows === 0) return ok({ code });
  act.record({ kind: 'catalogue.kept', subjectId: null, facts: { code, digest } });
  const room = withinLimit('catalogues', await countCatalogues(act.tx, act.regionId), 0);
  return room.ok ? ok({ code }) : room;
}

async function isYearRuled(act: Act, year: number, digest: string): Promise<boolean> {
  return isShippedWhole(`iid-${year}`, digest) || hasAdoptedOfYear(act.tx, act.regionId, year, digest);
}

function isShippedWhole(code: string, digest: string): boolean {
  const shipped = shippedCatalogues().get(code);
  return shipped?.instrument.ok === true && sha256Hex(shipped.text) !== digest;
}
