// The data the product ships, and its catalogues of indicators, read and checked once each.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Eligibility } from '../domain/innovation/readiness.ts';
import { type Instrument, readCatalogue } from '../domain/instrument/instrument.ts';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';

const known = new Map<string, Instrument>();
/** Catalogues that regions adopted. Their code holds a part of their digest, so that it names one content for ever, whoever adopted it. */
const adopted = new Map<string, string>();
/** Region -> codes in the order of their adoption. */
const adoptedBy = new Map<string, string[]>();

/** The instrument of a catalogue code ('iid-2026'). Throws when there is no such catalogue, or none that is whole. */
export function catalogue(code: string): Instrument {
  const found = findCatalogue(code);
  if (!found.ok) throw new RangeError(`catalogue ${code}: ${found.refusal.code}`);
  return found.value;
}

/** Refuses `catalogue.not-found` (where a region is named: neither shipped nor adopted by it), and what readCatalogue refuses of one that is not whole. */
export function findCatalogue(code: string, regionId?: string): Outcome<Instrument> {
  const isThere = shippedCodes().includes(code) || (regionId === undefined ? adopted.has(code) : adoptedCodes(regionId).includes(code));
  if (!isThere) return refuse('catalogue.not-found', { code });
  const read = known.get(code);
  if (read !== undefined) return ok(read);
  const outcome = readCatalogue(catalogueText(code));
  if (!outcome.ok) return outcome;
  const instrument = { ...outcome.value, code };
  known.set(code, instrument);
  return ok(instrument);
}

/** Makes a catalogue that the region adopted known to this process. What is known under a code never changes. */
export function addCatalogue(regionId: string, code: string, text: string): void {
  if (!adopted.has(code)) adopted.set(code, text);
  const codes = adoptedCodes(regionId);
  if (!codes.includes(code)) adoptedBy.set(regionId, [...codes, code]);
}

/** Codes the region adopted, as far as this process knows, in that order. */
export function adoptedCodes(regionId: string): readonly string[] {
  return adoptedBy.get(regionId) ?? [];
}

/** Codes of the catalogues the product ships, whole or not, and of those the region adopted: the oldest year first, within a year the newest decision last. */
export function catalogueCodes(regionId?: string): readonly string[] {
  const codes = [...shippedCodes(), ...(regionId === undefined ? [] : adoptedCodes(regionId))];
  return codes.toSorted((a, b) => yearOfCode(a) - yearOfCode(b));
}

/** `iid-2027-3fa9c1d0` is of 2027. */
export function yearOfCode(code: string): number {
  return Number(code.split('-')[1]);
}

let shipped: readonly string[] | null = null;

function shippedCodes(): readonly string[] {
  shipped ??= readdirSync(join(dataFolder(), 'catalogues')).flatMap((name) => /^([a-z]+-\d{4})\.json$/.exec(name)?.[1] ?? []);
  return shipped;
}

/** The file of a catalogue code, as text. */
export function catalogueText(code: string): string {
  return adopted.get(code) ?? readFileSync(join(dataFolder(), 'catalogues', `${code}.json`), 'utf8');
}

const asked = new Map<string, Eligibility>();

/** What the catalogue of the year asks of an innovation: the years it must have run in, and the words of its design. */
export function eligibility(code: string): Eligibility {
  const read = asked.get(code);
  if (read !== undefined) return read;
  catalogue(code);
  const file = JSON.parse(catalogueText(code)) as { eligibility?: Partial<CatalogueEligibility> };
  const { implementedFrom = '1990-01-01', implementedTo = '2099-12-31', rancangBangunMinWords = 0 } = file.eligibility ?? {};
  const value = { implementedFrom, implementedTo, minWords: rancangBangunMinWords };
  asked.set(code, value);
  return value;
}

interface CatalogueEligibility {
  readonly implementedFrom: string;
  readonly implementedTo: string;
  readonly rancangBangunMinWords: number;
}

/** data/ lies beside src, and beside build when the code was built there. */
export function dataFolder(): string {
  const above = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  return join(above.endsWith('build') ? dirname(above) : above, 'data');
}
