// A catalogue as it is edited and laid out in sheets: every figure the decimal text it was written with.

import { parseDecimalJson } from '../shared/decimal-json.ts';
import { repeatedKey } from '../shared/json-keys.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';

export interface CatalogueRow {
  readonly code: string;
  /** 'SPD' of the region, 'SID' of an innovation. */
  readonly aspect: string;
  readonly name: string;
  readonly variable: string;
  readonly weight: string;
  readonly mandatory: boolean;
  /** Words of levels 1 to 3; empty for the row that counts innovations. */
  readonly levels: readonly string[];
  readonly evidence: string;
  readonly formats: string;
  readonly note: string;
  /** Of the row that counts innovations: at most how many count, and the rule in words. Empty for every other row. */
  readonly cap: string;
  readonly rule: string;
}

export interface CatalogueYear {
  readonly year: string;
  readonly divisor: string;
  readonly needed: string;
}

export interface CatalogueBasis {
  readonly code: string;
  readonly name: string;
  readonly levels: readonly string[];
}

export interface CatalogueDocument {
  readonly year: string;
  readonly legalSource: string;
  readonly rows: readonly CatalogueRow[];
  readonly maxSid: string;
  readonly maxSpd: string;
  readonly maxTotal: string;
  readonly years: readonly CatalogueYear[];
  readonly basicServices: readonly string[];
  readonly predicates: readonly { readonly label: string; readonly from: string }[];
  readonly implementedFrom: string;
  readonly implementedTo: string;
  readonly minWords: string;
  readonly bases: readonly CatalogueBasis[];
}

type Fields = Readonly<Record<string, unknown>>;
const LONGEST_FILE = 1_000_000;

/** Reads a catalogue file. What it does not say is empty; a figure loses zeros at its end, so that 1.0 and 1 are the same. Refuses `catalogue.unreadable`, `catalogue.key-twice` (key). */
export function readDocument(text: string): Outcome<CatalogueDocument> {
  const file = parse(text);
  if (file === null || !Array.isArray(file.indicators)) return refuse('catalogue.unreadable');
  const twice = repeatedKey(text);
  if (twice !== null) return refuse('catalogue.key-twice', { key: twice });
  const scoring = fieldsOf(file.scoring);
  const eligibility = fieldsOf(file.eligibility);
  const divisors = fieldsOf(scoring.minDivisorByYear);
  const needed = fieldsOf(scoring.minBasicServiceAffairsByYear);
  const years = [...new Set([...Object.keys(divisors), ...Object.keys(needed)])].sort();
  return ok({
    year: words(file.year),
    legalSource: words(file.legalSource),
    rows: file.indicators.map((row) => rowOf(fieldsOf(row))),
    maxSid: words(scoring.maturityMaxPerInnovation),
    maxSpd: words(scoring.maxSPD),
    maxTotal: words(scoring.maxTotal),
    years: years.map((year) => ({ year, divisor: words(divisors[year]), needed: words(needed[year]) })),
    basicServices: listOf(scoring.basicServiceAffairs).map(words),
    predicates: listOf(file.predicates).map((one) => ({ label: words(fieldsOf(one).label), from: words(fieldsOf(one).min) })),
    implementedFrom: words(eligibility.implementedFrom),
    implementedTo: words(eligibility.implementedTo),
    minWords: words(eligibility.rancangBangunMinWords),
    bases: Object.entries(fieldsOf(file.benefitBases)).map(([code, basis]) => ({
      code,
      name: words(fieldsOf(basis).name),
      levels: listOf(fieldsOf(basis).levels).map(words),
    })),
  });
}

function rowOf(row: Fields): CatalogueRow {
  return {
    code: words(row.code),
    aspect: words(row.aspect),
    name: words(row.name),
    variable: words(row.variable),
    weight: words(row.weight),
    mandatory: row.mandatory === true,
    levels: listOf(row.levels).map((level) => words(fieldsOf(level).label)),
    evidence: words(row.evidence),
    formats: words(row.fileFormats),
    note: words(row.note),
    cap: words(row.cap),
    rule: words(row.rule),
  };
}

function parse(text: string): Fields | null {
  if (text.length > LONGEST_FILE) return null;
  try {
    const value = parseDecimalJson(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;
  } catch {
    return null;
  }
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function words(value: unknown): string {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text;
}

/** The document as a catalogue file: the same document gives the same bytes. A figure that is no decimal number stays text, which readCatalogue refuses. */
export function documentText(document: CatalogueDocument): string {
  const { years, predicates } = document;
  const table = (pick: (one: CatalogueYear) => string) =>
    Object.fromEntries(years.filter((one) => pick(one) !== '').map((one) => [one.year, figure(pick(one))]));
  const file = {
    year: figure(document.year),
    legalSource: document.legalSource,
    scoring: {
      maturityMaxPerInnovation: figure(document.maxSid),
      maxSPD: figure(document.maxSpd),
      maxTotal: figure(document.maxTotal),
      minDivisorByYear: table(({ divisor }) => divisor),
      minBasicServiceAffairsByYear: table(({ needed }) => needed),
      basicServiceAffairs: document.basicServices,
    },
    predicates: predicates.map(({ label, from }) => ({ label, min: figure(from) })),
    eligibility: {
      implementedFrom: filled(document.implementedFrom),
      implementedTo: filled(document.implementedTo),
      rancangBangunMinWords: document.minWords === '' ? undefined : figure(document.minWords),
    },
    indicators: document.rows.map(fileRow),
    benefitBases: Object.fromEntries(document.bases.map(({ code, name, levels }) => [code, { name, levels }])),
  };
  return `${JSON.stringify(file, null, 1).replace(/"\\u0000(-?[0-9.]+)"/g, '$1')}\n`;
}

function fileRow(row: CatalogueRow): object {
  const { code, name, aspect, variable, evidence, note, rule } = row;
  const common = { code, name, aspect, variable, weight: row.weight === '' ? null : figure(row.weight) };
  if (row.cap !== '') return { ...common, cap: figure(row.cap), rule };
  const levels = row.levels.map((label, at) => ({ label, score: figure(String(at + 1)) }));
  return { ...common, mandatory: row.mandatory, levels, evidence, fileFormats: filled(row.formats), note: filled(note) };
}

function filled(text: string): string | undefined {
  return text === '' ? undefined : text;
}

/** Marks a decimal number to be written without quotes. */
function figure(text: string): string {
  const plain = text.replace(',', '.');
  return /^-?(0|[1-9]\d*)(\.\d+)?$/.test(plain) ? `\u0000${plain}` : text;
}
