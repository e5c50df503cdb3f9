// The data the product ships, and its catalogues of indicators, read and checked once each.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Eligibility } from '../domain/innovation/readiness.ts';
import { type Instrument, readCatalogue } from '../domain/instrument/instrument.ts';

const known = new Map<string, Instrument>();

/** The instrument of a catalogue code ('iid-2026'). Throws when the product does not ship it whole. */
export function catalogue(code: string): Instrument {
  const read = known.get(code);
  if (read !== undefined) return read;
  if (!/^[a-z]+-\d{4}$/.test(code)) throw new RangeError(`no catalogue ${code}`);
  const outcome = readCatalogue(catalogueText(code));
  if (!outcome.ok) throw new Error(`catalogue ${code}: ${outcome.refusal.code}`);
  known.set(code, outcome.value);
  return outcome.value;
}

/** Codes of the catalogues the product ships, whole or not, the oldest first. */
export function catalogueCodes(): readonly string[] {
  const files = readdirSync(join(dataFolder(), 'catalogues'));
  return files.flatMap((name) => /^([a-z]+-\d{4})\.json$/.exec(name)?.[1] ?? []).sort();
}

/** The file of a shipped catalogue code, as text. */
export function catalogueText(code: string): string {
  return readFileSync(join(dataFolder(), 'catalogues', `${code}.json`), 'utf8');
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
