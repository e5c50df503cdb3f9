// The instrument of an edition: a catalogue of one year. Its SID rows, and only they, are the desk instrument of an innovation.

import { parseDecimalJson } from '../shared/decimal-json.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { equals, fromInt, mul, parseDecimal, parseExact, type Rational, sum, toText } from '../shared/rational.ts';
import { type BenefitBasis, type CountRow, type Indicator, TOP_LEVEL } from './indicator.ts';
import { readWeight } from './weights.ts';

export interface Instrument {
  /** 'iid-2026'. */
  readonly code: string;
  readonly year: number;
  readonly legalSource: string;
  /** Rows of an innovation: the desk instrument. */
  readonly sid: readonly Indicator[];
  /** Rows of the region, for its index. */
  readonly spd: readonly Indicator[];
  readonly count: CountRow | null;
}

type Row = Readonly<Record<string, unknown>>;

/**
 * Reads a catalogue file of the product (data/catalogues/iid-YEAR.json). Numbers are taken as the decimal text written in the file.
 * Refuses `catalogue.unreadable`, `catalogue.row-invalid` (row code), `catalogue.duplicate-code`, `catalogue.weights-unknown` (codes; the
 * 2023 and 2025 catalogues: weights are asked for, never guessed), `catalogue.sums-differ` (sid, spd: stated and added up) when rows do not
 * add to the stated maximum.
 */
export function readCatalogue(text: string): Outcome<Instrument> {
  const file = parseRow(text);
  const year = Number(file?.year);
  if (file === null || !Number.isInteger(year) || !Array.isArray(file.indicators)) return refuse('catalogue.unreadable');
  const rows = file.indicators.filter(isRow);
  const unknown = rows.filter((row) => row.weight === null || row.weight === undefined).map((row) => String(row.code));
  if (unknown.length > 0) return refuse('catalogue.weights-unknown', { year, codes: unknown });
  const codes = rows.map((row) => row.code);
  const twice = codes.find((code, at) => codes.indexOf(code) !== at);
  if (twice !== undefined) return refuse('catalogue.duplicate-code', { code: String(twice) });
  const faulty = rows.find((row) => (isCountRow(row) ? !isCount(row) : !isIndicator(row)));
  if (faulty !== undefined || rows.length !== file.indicators.length) return refuse('catalogue.row-invalid', { code: String(faulty?.code) });
  return checkSums(assemble(file, year, rows), file);
}

function parseRow(text: string): Row | null {
  try {
    const parsed = parseDecimalJson(text);
    return isRow(parsed) ? parsed : null;
  } catch {
    return null;
  }
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isCountRow(row: Row): boolean {
  return row.cap !== undefined;
}

function isCount(row: Row): boolean {
  return isWeight(row.weight) && Number.isInteger(Number(row.cap));
}

function isIndicator(row: Row): boolean {
  const levels = Array.isArray(row.levels) ? row.levels.filter(isRow) : [];
  const named = typeof row.code === 'string' && typeof row.name === 'string' && (row.aspect === 'SID' || row.aspect === 'SPD');
  const scores = levels.map((level) => level.score).join();
  return named && isWeight(row.weight) && scores === '1,2,3' && levels.every((level) => typeof level.label === 'string');
}

function isWeight(value: unknown): boolean {
  const weight = typeof value === 'string' ? parseDecimal(value) : null;
  return weight !== null && weight.n >= 0n;
}

function assemble(file: Row, year: number, rows: readonly Row[]): Instrument {
  const bases = readBases(file.benefitBases);
  const count = rows.find(isCountRow);
  const indicators = (aspect: string) => rows.filter((row) => row.aspect === aspect && !isCountRow(row)).map((row) => readIndicator(row, bases));
  return {
    code: `iid-${year}`,
    year,
    legalSource: words(file.legalSource),
    sid: indicators('SID'),
    spd: indicators('SPD'),
    count: count === undefined ? null : readCount(count),
  };
}

function readIndicator(row: Row, bases: readonly BenefitBasis[]): Indicator {
  const levels = (row.levels as readonly Row[]).map((level) => ({ level: Number(level.score), label: words(level.label) }));
  const note = words(row.note);
  return {
    code: words(row.code),
    name: words(row.name),
    variable: words(row.variable),
    weight: words(row.weight),
    mandatory: row.mandatory === true,
    levels,
    evidence: words(row.evidence),
    formats: words(row.fileFormats),
    ...(note === '' ? {} : { note }),
    ...(note.includes('benefitBases') ? { bases } : {}),
  };
}

function readBases(value: unknown): readonly BenefitBasis[] {
  if (!isRow(value)) return [];
  return Object.entries(value).map(([code, basis]) => {
    const { name, levels } = isRow(basis) ? basis : {};
    return { code, name: words(name), levels: Array.isArray(levels) ? levels.map(words) : [] };
  });
}

function readCount(row: Row): CountRow {
  return { code: words(row.code), name: words(row.name), weight: words(row.weight), cap: Number(row.cap), rule: words(row.rule) };
}

function words(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** The highest points of some indicators: sum of weight x 3. */
export function highestPoints(indicators: readonly Indicator[]): Rational {
  return sum(indicators.map((indicator) => mul(readWeight(indicator.weight), fromInt(TOP_LEVEL))));
}

function checkSums(instrument: Instrument, file: Row): Outcome<Instrument> {
  const stated: Row = isRow(file.scoring) ? file.scoring : {};
  const differences = [...differenceOf('sid', stated.maturityMaxPerInnovation, instrument.sid), ...differenceOf('spd', stated.maxSPD, instrument.spd)];
  return differences.length === 0 ? ok(instrument) : refuse('catalogue.sums-differ', { year: instrument.year, ...Object.fromEntries(differences) });
}

/** Part -> what is stated and what the rows add up to; nothing where they agree, or nothing is stated. */
function differenceOf(part: string, value: unknown, rows: readonly Indicator[]): readonly (readonly [string, readonly string[]])[] {
  const most = typeof value === 'string' ? parseExact(value) : null;
  const total = highestPoints(rows);
  return most === null || equals(most, total) ? [] : [[part, [toText(most), toText(total)]]];
}
