// The data the product ships, and its catalogues of indicators, read and checked once each.

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Eligibility } from '../domain/innovation/readiness.ts';
import { type Instrument, readCatalogue } from '../domain/instrument/instrument.ts';
import { type IndexRule, readIndexRule } from '../domain/regional-index/rule.ts';
import { type Outcome, ok } from '../domain/shared/outcome.ts';

interface CatalogueEligibility {
  readonly implementedFrom: string;
  readonly implementedTo: string;
  readonly rancangBangunMinWords: number;
}

/** One content under its code. What it says is worked out when it is first asked for. */
export class Catalogue {
  readonly code: string;
  readonly text: string;
  #instrument: Outcome<Instrument> | null = null;
  #rule: Outcome<IndexRule> | null = null;
  #eligibility: Eligibility | null = null;

  constructor(code: string, text: string) {
    this.code = code;
    this.text = text;
  }

  /** What it asks of an entry at the desk, or what readCatalogue refuses of one that is not whole. */
  get instrument(): Outcome<Instrument> {
    this.#instrument ??= named(readCatalogue(this.text), this.code);
    return this.#instrument;
  }

  /** How it rules the index, or what readIndexRule refuses of one that does not know all of it. */
  get rule(): Outcome<IndexRule> {
    this.#rule ??= named(readIndexRule(this.text), this.code);
    return this.#rule;
  }

  /** What it asks of an innovation: the years it must have run in, and the words of its design. */
  get eligibility(): Eligibility {
    this.#eligibility ??= readEligibility(this.text);
    return this.#eligibility;
  }
}

function named<T extends object>(outcome: Outcome<T>, code: string): Outcome<T> {
  return outcome.ok ? ok({ ...outcome.value, code }) : outcome;
}

function readEligibility(text: string): Eligibility {
  const { eligibility = {} } = JSON.parse(text) as { eligibility?: Partial<CatalogueEligibility> };
  const { implementedFrom = '1990-01-01', implementedTo = '2099-12-31', rancangBangunMinWords = 0 } = eligibility;
  return { implementedFrom, implementedTo, minWords: rancangBangunMinWords };
}

/** Files of the program: they change with it only. */
let shipped: ReadonlyMap<string, Catalogue> | null = null;

/** The catalogues the product ships by their codes ('iid-2026'), whole or not, the oldest year first. What a region adopted is in the database. */
export function shippedCatalogues(): ReadonlyMap<string, Catalogue> {
  if (shipped !== null) return shipped;
  const folder = join(dataFolder(), 'catalogues');
  const codes = readdirSync(folder).flatMap((name) => /^([a-z]+-\d{4})\.json$/.exec(name)?.[1] ?? []);
  const catalogues = codes.map((code) => new Catalogue(code, readFileSync(join(folder, `${code}.json`), 'utf8')));
  shipped = new Map(byYear(catalogues).map((one) => [one.code, one]));
  return shipped;
}

/** The oldest year first; within a year as they stand. */
export function byYear(catalogues: readonly Catalogue[]): readonly Catalogue[] {
  return catalogues.toSorted((a, b) => yearOfCode(a.code) - yearOfCode(b.code));
}

/** A shipped instrument that is known to be there and whole. */
export function shippedInstrument(code: string): Instrument {
  const found = shippedCatalogues().get(code)?.instrument;
  if (found?.ok !== true) throw new RangeError(`catalogue ${code}: not shipped whole`);
  return found.value;
}

/** `iid-2027-3fa9c1d0` is of 2027. */
export function yearOfCode(code: string): number {
  return Number(code.split('-')[1]);
}

/** data/ lies beside src, and beside build when the code was built there. */
export function dataFolder(): string {
  const above = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
  return join(above.endsWith('build') ? dirname(above) : above, 'data');
}
