// The next gains: which single step adds most to the index, each computed exactly on its own, from the portfolio as it stands.

import { type Indicator, TOP_LEVEL } from '../instrument/indicator.ts';
import type { Levels } from '../instrument/points.ts';
import { type Outcome, ok } from '../shared/outcome.ts';
import { add, compare, div, fromInt, mul, type Rational, sub, sum, ZERO } from '../shared/rational.ts';
import { computeIndex, indexOfParts, type Portfolio, type RegionalIndex, toIndex } from './iid.ts';
import { type IndexRule, weightOf } from './rule.ts';

interface Addition {
  /** Index points it adds, exact. */
  readonly gain: Rational;
}

/** One level more on a row of the region. */
export interface SpdGain extends Addition {
  readonly kind: 'spd';
  readonly indicator: string;
  readonly from: number;
}

/** One level more on one indicator of one innovation. */
export interface SidGain extends Addition {
  readonly kind: 'sid';
  readonly innovation: string;
  readonly indicator: string;
  readonly from: number;
}

/** As many new innovations in uncovered basic services as the year still needs; they bring the whole count score back. */
export interface CoverageGain extends Addition {
  readonly kind: 'coverage';
  readonly affairs: readonly string[];
  readonly innovations: number;
  /** The maturity the new innovations are taken to have: the portfolio's mean, 0 when it is empty. */
  readonly maturity: Rational;
}

/** One innovation more, as mature as the portfolio's mean. */
export interface InnovationGain extends Addition {
  readonly kind: 'innovation';
  readonly maturity: Rational;
  /** Maturity below which one more innovation lowers the index, because the average falls more than the count rises. */
  readonly breakEven: Rational;
}

export type Gain = SpdGain | SidGain | CoverageGain | InnovationGain;

/**
 * The `most` gains that add most per step, largest first; only those that add something. A step is one level or one new innovation.
 * Equal gains: the lower present level first (it is nearer to nothing), then the region, then the order of the portfolio and of the rule.
 * Refuses what computeIndex refuses.
 */
export function nextGains(rule: IndexRule, portfolio: Portfolio, most: number): Outcome<readonly Gain[]> {
  const index = computeIndex(rule, portfolio);
  if (!index.ok) return index;
  const regional = rule.spd.flatMap((row) => spdGain(rule, row, portfolio.spd));
  const worth = new Map(rule.sid.map(({ code }) => [code, toIndex(rule, div(weightOf(rule, code), fromInt(index.value.divisor)))]));
  const own = portfolio.innovations.flatMap(({ code, levels }) => rule.sid.flatMap((row) => sidGain(worth, code, row, levels)));
  const all: readonly Gain[] = [...regional, ...own, ...countGains(rule, index.value)];
  return ok(largest(all, most));
}

/** What one indicator holds back over the whole portfolio. */
export interface IndicatorGain {
  readonly indicator: string;
  /** How many innovations stand at level 0, 1, 2, 3. */
  readonly standing: readonly number[];
  /** Index points when every innovation below the top rises one level, exact. */
  readonly gain: Rational;
}

/** The SID rows by what one level more everywhere would add, largest first; equal rows in the rule's order. Refuses what computeIndex refuses. */
export function gainsByIndicator(rule: IndexRule, portfolio: Portfolio): Outcome<readonly IndicatorGain[]> {
  const index = computeIndex(rule, portfolio);
  if (!index.ok) return index;
  const rows = rule.sid.map(({ code }): IndicatorGain => {
    const at = (level: number) => portfolio.innovations.filter(({ levels }) => (levels[code] ?? 0) === level).length;
    const standing = [0, 1, 2, 3].map(at);
    const below = portfolio.innovations.length - (standing[TOP_LEVEL] ?? 0);
    return { indicator: code, standing, gain: toIndex(rule, div(mul(weightOf(rule, code), fromInt(below)), fromInt(index.value.divisor))) };
  });
  return ok(rows.sort((a, b) => compare(b.gain, a.gain)));
}

/** Index points per step: what gains are ordered by. */
export function gainPerStep(gain: Gain): Rational {
  return gain.kind === 'coverage' ? div(gain.gain, fromInt(gain.innovations)) : gain.gain;
}

/** Sorting stays cheap with thousands of gains because equal worths are gathered first. */
function largest(gains: readonly Gain[], most: number): readonly Gain[] {
  const groups = new Map<string, { readonly worth: Rational; readonly gains: Gain[] }>();
  for (const gain of gains) {
    const worth = gainPerStep(gain);
    if (compare(worth, ZERO) <= 0) continue;
    const key = `${worth.n}/${worth.d}`;
    const group = groups.get(key) ?? { worth, gains: [] };
    group.gains.push(gain);
    groups.set(key, group);
  }
  const sorted = [...groups.values()].sort((a, b) => compare(b.worth, a.worth));
  return sorted.flatMap((group) => group.gains.sort((a, b) => presentLevel(a) - presentLevel(b))).slice(0, most);
}

function presentLevel(gain: Gain): number {
  return gain.kind === 'spd' || gain.kind === 'sid' ? gain.from : 0;
}

function spdGain(rule: IndexRule, { code }: Indicator, levels: Levels): readonly SpdGain[] {
  const from = levels[code] ?? 0;
  return from < TOP_LEVEL ? [{ kind: 'spd', indicator: code, from, gain: toIndex(rule, weightOf(rule, code)) }] : [];
}

function sidGain(worth: ReadonlyMap<string, Rational>, innovation: string, { code }: Indicator, levels: Levels): readonly SidGain[] {
  const from = levels[code] ?? 0;
  return from < TOP_LEVEL ? [{ kind: 'sid', innovation, indicator: code, from, gain: worth.get(code) ?? ZERO }] : [];
}

function countGains(rule: IndexRule, index: RegionalIndex): readonly Gain[] {
  const points = sum([...index.maturity.values()]);
  const maturity = index.maturity.size === 0 ? ZERO : div(points, fromInt(index.maturity.size));
  const gainOf = (innovations: number, basicServices: number) => sub(grown(rule, index, points, maturity, innovations, basicServices), index.iid);
  const short = index.terms.basicServicesNeeded - index.covered.length;
  const one: Gain = { kind: 'innovation', maturity, breakEven: breakEven(rule, index, points), gain: gainOf(1, index.covered.length) };
  if (short <= 0) return [one];
  const affairs = rule.basicServices.filter((service) => !index.covered.includes(service));
  return [{ kind: 'coverage', affairs, innovations: short, maturity, gain: gainOf(short, index.terms.basicServicesNeeded) }, one];
}

/** The index with some innovations more, each of one maturity, covering so many basic services. */
function grown(rule: IndexRule, index: RegionalIndex, points: Rational, maturity: Rational, more: number, basicServices: number): Rational {
  const innovations = index.maturity.size + more;
  const divisor = fromInt(Math.max(index.terms.divisor, innovations));
  const average = div(add(points, mul(maturity, fromInt(more))), divisor);
  return indexOfParts(rule, index.terms, { spd: index.spd, average, innovations, basicServices }).iid;
}

/** Least m with (points + m) / divisor' + count' >= average + count, never below 0. */
function breakEven(rule: IndexRule, index: RegionalIndex, points: Rational): Rational {
  const innovations = index.maturity.size + 1;
  const divisor = fromInt(Math.max(index.terms.divisor, innovations));
  const parts = { spd: index.spd, average: index.average, innovations, basicServices: index.covered.length };
  const more = sub(indexOfParts(rule, index.terms, parts).countScore, index.countScore);
  const least = sub(mul(divisor, sub(index.average, more)), points);
  return compare(least, ZERO) > 0 ? least : ZERO;
}
