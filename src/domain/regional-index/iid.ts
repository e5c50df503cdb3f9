// The Indeks Inovasi Daerah of a portfolio: SPD + average maturity + count score, out of the rule's total, exact until printed once.

import { type Indicator, TOP_LEVEL } from '../instrument/indicator.ts';
import type { Levels } from '../instrument/points.ts';
import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { add, compare, div, fromInt, HUNDRED, mul, type Rational, rational, roundHalfUp, sum, ZERO } from '../shared/rational.ts';
import { basicServiceOf, type IndexRule, type Predicate, termsOf, weightOf, type YearTerms } from './rule.ts';

export interface PortfolioInnovation {
  readonly code: string;
  /** Government affair (urusan); '' when none is named. */
  readonly affair: string;
  /** SID code -> level 0..3. A level without evidence is already 0 here; a missing code is 0. */
  readonly levels: Levels;
}

export interface Portfolio {
  /** Picks the divisor and the basic-service threshold. */
  readonly year: number;
  /** SPD code -> level 0..3; a missing code is 0. */
  readonly spd: Levels;
  readonly innovations: readonly PortfolioInnovation[];
}

/** The four quantities an index is made of. */
export interface IndexParts {
  /** Points of the region, 0..63 in 2026. */
  readonly spd: Rational;
  /** Sum of maturity over the divisor, 0..111 in 2026. */
  readonly average: Rational;
  readonly innovations: number;
  readonly basicServices: number;
}

export interface IndexFigures {
  /** 0..76 in 2026. */
  readonly countScore: Rational;
  /** Average maturity + count score. */
  readonly sid: Rational;
  readonly total: Rational;
  /** 0..100. */
  readonly iid: Rational;
  /** The index rounded once to two decimals, half up; the predicate is read from this. */
  readonly printed: string;
  readonly predicate: Predicate;
}

export interface RegionalIndex extends IndexFigures {
  readonly rule: string;
  readonly year: number;
  readonly spd: Rational;
  /** Innovation code -> maturity (kematangan), 0..111 in 2026. */
  readonly maturity: ReadonlyMap<string, Rational>;
  /** The larger of the year's divisor and the number of innovations. */
  readonly divisor: number;
  readonly average: Rational;
  /** Basic services with at least one innovation, in the rule's order. */
  readonly covered: readonly string[];
  readonly terms: YearTerms;
}

/**
 * The whole index of a portfolio.
 * Refuses `index.year-unknown`, `index.duplicate-innovation` (code), `index.unknown-code` and `index.level-invalid` (code, innovation,
 * level): a figure over data the rule does not know would be a guess.
 * @basis iid-2026.json; published worked cases in domain 2.4.
 */
export function computeIndex(rule: IndexRule, portfolio: Portfolio): Outcome<RegionalIndex> {
  const terms = termsOf(rule, portfolio.year);
  if (!terms.ok) return terms;
  const fault = faultOf(rule, portfolio);
  if (fault !== null) return fault;
  const maturity = new Map(portfolio.innovations.map(({ code, levels }) => [code, pointsOf(rule, rule.sid, levels)]));
  const divisor = Math.max(terms.value.divisor, maturity.size);
  const average = div(sum([...maturity.values()]), fromInt(divisor));
  const spd = pointsOf(rule, rule.spd, portfolio.spd);
  const covered = coveredServices(rule, portfolio.innovations);
  const parts = { spd, average, innovations: maturity.size, basicServices: covered.length };
  const figures = indexOfParts(rule, terms.value, parts);
  return ok({ ...figures, rule: rule.code, year: portfolio.year, spd, maturity, divisor, average, covered, terms: terms.value });
}

/**
 * The index of four quantities: (spd + average + count score) / total x 100.
 * Count score: weight per innovation up to the cap, and 0 when fewer basic services are covered than the year needs.
 */
export function indexOfParts(rule: IndexRule, terms: YearTerms, parts: IndexParts): IndexFigures {
  const counted = fromInt(Math.min(parts.innovations, rule.count.cap));
  const countScore = parts.basicServices < terms.basicServicesNeeded ? ZERO : mul(weightOf(rule, rule.count.code), counted);
  const sid = add(parts.average, countScore);
  const total = add(parts.spd, sid);
  const iid = toIndex(rule, total);
  const printed = roundHalfUp(iid, INDEX_PLACES);
  return { countScore, sid, total, iid, printed, predicate: predicateOf(rule, printed) };
}

/** The four quantities an index was made of. */
export function partsOf(index: RegionalIndex): IndexParts {
  return { spd: index.spd, average: index.average, innovations: index.maturity.size, basicServices: index.covered.length };
}

/** Points of the total as index points: x 100 / 250 in 2026. */
export function toIndex(rule: IndexRule, points: Rational): Rational {
  return div(mul(HUNDRED, points), rule.total);
}

/** Decimals the index is published with. */
export const INDEX_PLACES = 2;

/** The predicate of an index already rounded to two decimals ('65.01'): the highest whose least value it reaches. */
export function predicateOf(rule: IndexRule, printed: string): Predicate {
  const value = rational(printed);
  const reached = rule.predicates.find(({ from }) => compare(value, rational(from)) >= 0);
  if (reached === undefined) throw new RangeError(`no predicate for ${printed}`);
  return reached;
}

/** Basic services that at least one innovation belongs to, in the rule's order. */
export function coveredServices(rule: IndexRule, innovations: readonly PortfolioInnovation[]): readonly string[] {
  const named = new Set(innovations.map(({ affair }) => basicServiceOf(rule, affair)));
  return rule.basicServices.filter((service) => named.has(service));
}

function pointsOf(rule: IndexRule, rows: readonly Indicator[], levels: Levels): Rational {
  return sum(rows.map(({ code }) => mul(weightOf(rule, code), fromInt(levels[code] ?? 0))));
}

function faultOf(rule: IndexRule, portfolio: Portfolio) {
  const region = levelFault(rule, rule.spd, portfolio.spd, '');
  if (region !== null) return region;
  const seen = new Set<string>();
  for (const { code, levels } of portfolio.innovations) {
    if (seen.has(code)) return refuse('index.duplicate-innovation', { code });
    seen.add(code);
    const fault = levelFault(rule, rule.sid, levels, code);
    if (fault !== null) return fault;
  }
  return null;
}

function levelFault(rule: IndexRule, rows: readonly Indicator[], levels: Levels, innovation: string) {
  const codes = new Set(rows.map(({ code }) => code));
  for (const [code, level] of Object.entries(levels)) {
    if (!codes.has(code)) return refuse('index.unknown-code', { code, innovation, rule: rule.code });
    if (!Number.isInteger(level) || level < 0 || level > TOP_LEVEL) return refuse('index.level-invalid', { code, innovation, level: String(level) });
  }
  return null;
}
