// The rule of a year's Indeks Inovasi Daerah: weights, divisor, basic-service threshold, predicates. Data, read whole or not at all.

import type { CountRow, Indicator } from '../instrument/indicator.ts';
import { highestPoints, type Instrument, readCatalogue } from '../instrument/instrument.ts';
import { readWeight } from '../instrument/weights.ts';
import { parseDecimalJson } from '../shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, compare, equals, fromInt, mul, parseExact, type Rational, rational, toText } from '../shared/rational.ts';

export interface Predicate {
  readonly label: string;
  /** The least index, rounded to two decimals, that earns it: '65.01'. */
  readonly from: string;
}

/** What changes from year to year under one rule. */
export interface YearTerms {
  /** The average of maturity divides by at least this many innovations. */
  readonly divisor: number;
  /** Basic-service affairs that must be covered, or the count score is 0. */
  readonly basicServicesNeeded: number;
}

export interface IndexRule {
  /** 'iid-2026'. */
  readonly code: string;
  readonly year: number;
  readonly legalSource: string;
  /** Rows of the region (20, at most 63 points in 2026) and of an innovation (20, at most 111). */
  readonly spd: readonly Indicator[];
  readonly sid: readonly Indicator[];
  readonly count: CountRow;
  /** Code of an SPD or SID row, or of the count row -> its weight. */
  readonly weights: ReadonlyMap<string, Rational>;
  /** The highest possible sum of SPD, average maturity and count score: 250 in 2026. */
  readonly total: Rational;
  readonly years: ReadonlyMap<number, YearTerms>;
  readonly basicServices: readonly string[];
  /** From the highest to the one that begins at 0. */
  readonly predicates: readonly Predicate[];
}

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads a rule file (a catalogue with its `scoring` and `predicates`). Numbers are taken as the decimal text written in the file.
 * Refuses `index-rule.incomplete` (year, parts, codes) when the file does not know a weight, the SPD or count rows, the divisor, the
 * basic services, their threshold, the predicates down to 0 or the total (the 2023 and 2025 files): they are asked for, never guessed;
 * `index-rule.sums-differ` (total: stated and added up) when the rows do not add to the stated total; and what readCatalogue refuses.
 * @basis iid-2026.json (Surat Kepala BSKDN 400.10.11/1887/BSKDN): (SPD + average maturity + count) / 250 x 100.
 */
export function readIndexRule(text: string): Outcome<IndexRule> {
  const file = parse(text);
  if (file === null) return refuse('catalogue.unreadable');
  const codes = codesWithoutWeight(file);
  const parts = missingParts(file);
  if (codes.length + parts.length > 0) return refuse('index-rule.incomplete', { year: String(file.year), parts, codes });
  const catalogue = readCatalogue(text);
  if (!catalogue.ok) return catalogue;
  const rule = assemble(catalogue.value, file);
  const total = highestTotal(rule);
  return equals(rule.total, total) ? ok(rule) : refuse('index-rule.sums-differ', { year: rule.year, total: [toText(rule.total), toText(total)] });
}

/** The terms of a year, or refuses `index.year-unknown` (rule, year, years): a year the rule does not know whole has no index. */
export function termsOf(rule: IndexRule, year: number): Outcome<YearTerms> {
  const terms = rule.years.get(year);
  return terms === undefined ? refuse('index.year-unknown', { rule: rule.code, year, years: [...rule.years.keys()].map(String) }) : ok(terms);
}

/** The highest count score: weight x cap, 76 in 2026. */
export function highestCount(rule: IndexRule): Rational {
  return mul(weightOf(rule, rule.count.code), fromInt(rule.count.cap));
}

/** The weight of a row of the rule. Throws RangeError for another code. */
export function weightOf(rule: IndexRule, code: string): Rational {
  const weight = rule.weights.get(code);
  if (weight === undefined) throw new RangeError(`${rule.code} has no row ${code}`);
  return weight;
}

/** The basic service an affair names, in the rule's spelling, whatever its capitals and spaces; null for any other affair. */
export function basicServiceOf(rule: IndexRule, affair: string): string | null {
  const same = spelling(affair);
  return rule.basicServices.find((one) => spelling(one) === same) ?? null;
}

function spelling(affair: string): string {
  return affair.trim().replace(/\s+/g, ' ').toLowerCase();
}

function parse(text: string): Fields | null {
  try {
    const value = parseDecimalJson(text);
    return isFields(value) && Array.isArray(value.indicators) && value.indicators.every(isFields) && isWhole(value.year) ? value : null;
  } catch {
    return null;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isWhole(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,6}$/.test(value);
}

function rowsOf(file: Fields): readonly Fields[] {
  return file.indicators as readonly Fields[];
}

function codesWithoutWeight(file: Fields): readonly string[] {
  return rowsOf(file)
    .filter((row) => row.weight === null || row.weight === undefined)
    .map((row) => String(row.code));
}

function missingParts(file: Fields): readonly string[] {
  const scoring = isFields(file.scoring) ? file.scoring : {};
  const counts = (row: Fields) => row.cap !== undefined;
  const rows = (aspect: string) => rowsOf(file).some((row) => row.aspect === aspect && !counts(row));
  const known: readonly (readonly [string, boolean])[] = [
    ['spd', rows('SPD')],
    ['sid', rows('SID')],
    ['count', rowsOf(file).filter(counts).length === 1],
    ['divisor', isYearTable(scoring.minDivisorByYear)],
    ['basic-services-needed', isYearTable(scoring.minBasicServiceAffairsByYear)],
    ['basic-services', isTexts(scoring.basicServiceAffairs)],
    ['total', typeof scoring.maxTotal === 'string' && (parseExact(scoring.maxTotal)?.n ?? 0n) > 0n],
    ['predicates', Array.isArray(file.predicates) && file.predicates.every(isPredicate) && file.predicates.some(beginsAtZero)],
  ];
  return known.filter(([, holds]) => !holds).map(([part]) => part);
}

function isYearTable(value: unknown): value is Readonly<Record<string, string>> {
  return (
    isFields(value) && Object.keys(value).length > 0 && Object.entries(value).every(([year, number]) => isWhole(year) && isWhole(number) && number !== '0')
  );
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.length > 0 && value.every((one) => typeof one === 'string' && one.trim() !== '');
}

function isPredicate(value: unknown): value is { readonly label: string; readonly min: string } {
  return isFields(value) && typeof value.label === 'string' && typeof value.min === 'string' && (parseExact(value.min)?.n ?? -1n) >= 0n;
}

function beginsAtZero(value: unknown): boolean {
  return isPredicate(value) && rational(value.min).n === 0n;
}

function assemble(catalogue: Instrument, file: Fields): IndexRule {
  const scoring = file.scoring as Fields;
  const { code, year, legalSource, spd, sid } = catalogue;
  const count = catalogue.count as CountRow;
  return {
    code,
    year,
    legalSource,
    spd,
    sid,
    count,
    weights: new Map([...spd, ...sid, count].map((row) => [row.code, readWeight(row.weight)])),
    total: rational(scoring.maxTotal as string),
    years: readYears(scoring),
    basicServices: scoring.basicServiceAffairs as readonly string[],
    predicates: (file.predicates as readonly { readonly label: string; readonly min: string }[])
      .map(({ label, min }) => ({ label, from: min }))
      .sort((a, b) => compare(rational(b.from), rational(a.from))),
  };
}

/** Only a year with both its divisor and its threshold is known. */
function readYears(scoring: Fields): IndexRule['years'] {
  const divisors = scoring.minDivisorByYear as Readonly<Record<string, string>>;
  const needs = scoring.minBasicServiceAffairsByYear as Readonly<Record<string, string>>;
  const both = Object.entries(divisors).filter(([year]) => Object.hasOwn(needs, year));
  return new Map(both.map(([year, divisor]) => [Number(year), { divisor: Number(divisor), basicServicesNeeded: Number(needs[year]) }]));
}

function highestTotal(rule: IndexRule): Rational {
  return add(add(highestPoints(rule.spd), highestPoints(rule.sid)), highestCount(rule));
}
