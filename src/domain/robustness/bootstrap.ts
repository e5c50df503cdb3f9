// Rank intervals (SCORING 10): other panels drawn from the same jurors. Every way to draw them anew, with its weight; no random numbers.

import { mulberry32 } from '../result/lot.ts';
import { mul, type Rational, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { type Contest, finalOf, juryPart, trimOf } from './contest.ts';
import { SEED } from './krippendorff.ts';
import { NEAR, PlaceTally, placesBy } from './places.ts';
import { jurorsOf, type SheetTotals } from './totals.ts';

export interface RankInterval {
  /** Ends of the 95 % interval of the rank. */
  readonly low: number;
  readonly high: number;
  /** Ties shared. */
  readonly wins: number;
  /** Rank within the first N. */
  readonly inTop: number;
  readonly meanRank: number;
}

export interface JurorBootstrap {
  /** Empty when every draw is left out. */
  readonly entries: ReadonlyMap<string, RankInterval>;
  /** Share of the draws that leave an entry without a juror: left out. Above MOST_DROPPED the figures are not to be shown. */
  readonly droppedShare: number;
  readonly resamples: number;
  /** False beyond nine jurors, where 20,000 draws by mulberry32 from SEED stand for all. */
  readonly exact: boolean;
}

/** Of the draws, 0..1. @basis SCORING 10. */
export const MOST_DROPPED = 0.2;

/** Up to so many jurors every draw is counted. */
export const MOST_JURORS = 9;
export const FEWEST_JURORS = 3;
const DRAWS = 20_000;

/**
 * On the jury's means, without desk values. Null with fewer than 3 jurors: too coarse. `top` is N of the watched line.
 * @basis SCORING 10; Fisher & Hall 1991; Diaconis & Holmes 1994.
 */
export function jurorBootstrap(totals: SheetTotals, top: number): JurorBootstrap | null {
  const jurors = jurorsOf(totals);
  const rows = [...totals].filter(([, row]) => row.size > 0).map(([id, row]) => ({ id, base: ZERO, sheets: [...row] }));
  return jurors.length < FEWEST_JURORS ? null : drawPanels(rows, jurors, top, () => 0);
}

/**
 * On exact final scores: desk values fixed, the category's own aggregate, a juror drawn k times counting k times; neither rounding nor ladder
 * nor minimum of jurors. For 3 to 9 jurors; null otherwise. @basis SCORING 0.6 and 10.
 */
export function finalBootstrap(contest: Contest): JurorBootstrap | null {
  if (contest.jurors.length < FEWEST_JURORS || contest.jurors.length > MOST_JURORS) return null;
  const rows = contest.entries.map(({ id, desk, sheets }) => {
    const part = juryPart(contest, desk);
    const base = desk === null ? ZERO : finalOf(contest, desk, ZERO);
    return { id, base, sheets: sheets.map(({ juror, total }) => [juror, mul(part, total)] as const) };
  });
  return drawPanels(rows, contest.jurors, contest.top, (times) => trimOf(contest, times));
}

/** A score is `base` plus the aggregate of what each sheet brings. */
interface Row {
  readonly id: string;
  readonly base: Rational;
  readonly sheets: readonly (readonly [string, Rational])[];
}

/** How many sheets an aggregate drops at each end when so many are drawn. */
type Trim = (times: number) => number;

function drawPanels(rows: readonly Row[], jurors: readonly string[], top: number, trim: Trim): JurorBootstrap {
  const exact = jurors.length <= MOST_JURORS;
  const panel = new Panel(rows, jurors, trim);
  const tally = new PlaceTally(rows.length);
  let [dropped, resamples] = [0, 0];
  for (const [counts, weight] of exact ? multisets(jurors.length) : drawnMultisets(jurors.length)) {
    resamples += 1;
    const places = panel.placesOf(counts);
    if (places === null) dropped += weight;
    else tally.add(places, weight);
  }
  const read = (i: number): RankInterval => ({
    low: tally.quantile(i, 1, 40),
    high: tally.quantile(i, 39, 40),
    wins: tally.wins(i),
    inTop: tally.inTop(i, top),
    meanRank: tally.meanRank(i),
  });
  const entries = new Map(tally.weight === 0 ? [] : rows.map(({ id }, i) => [id, read(i)] as const));
  return { entries, droppedShare: dropped / (dropped + tally.weight), resamples, exact };
}

/** How often each juror is drawn, with the number of ordered draws that do so. */
function* multisets(size: number): Generator<readonly [Uint8Array, number]> {
  const factorial = Array.from({ length: size + 1 }, (_, n) => Array.from({ length: n }, (_one, k) => k + 1).reduce((a, b) => a * b, 1));
  const counts = new Uint8Array(size);
  function* fill(at: number, left: number, ways: number): Generator<readonly [Uint8Array, number]> {
    if (at === size - 1) {
      counts[at] = left;
      yield [counts, ways / (factorial[left] ?? 1)];
      return;
    }
    for (let times = 0; times <= left; times += 1) {
      counts[at] = times;
      yield* fill(at + 1, left - times, ways / (factorial[times] ?? 1));
    }
  }
  yield* fill(0, size, factorial[size] ?? 1);
}

function* drawnMultisets(size: number): Generator<readonly [Uint8Array, number]> {
  const next = mulberry32(SEED);
  for (let round = 0; round < DRAWS; round += 1) {
    const counts = new Uint8Array(size);
    for (let draw = 0; draw < size; draw += 1) {
      const juror = Math.floor((next() * size) / 2 ** 32);
      counts[juror] = (counts[juror] ?? 0) + 1;
    }
    yield [counts, 1];
  }
}

/** The entries in one unit so fine that every score of every draw is a whole number of it. */
class Panel {
  readonly #trim: Trim;
  readonly #bases: readonly bigint[];
  /** By entry, ascending: whose sheet, and what it brings. */
  readonly #sheets: readonly (readonly { readonly juror: number; readonly value: bigint }[])[];
  /** By number of sheets kept: what one of them weighs. */
  readonly #weights: readonly bigint[];
  readonly #near: number;
  readonly #fast: {
    readonly bases: Float64Array;
    readonly jurors: readonly Uint8Array[];
    readonly values: readonly Float64Array[];
    readonly weights: Float64Array;
  };
  readonly #scores: Float64Array;

  constructor(rows: readonly Row[], jurors: readonly string[], trim: Trim) {
    this.#trim = trim;
    const unit = rows.flatMap(({ base, sheets }) => [base.d, ...sheets.map(([, value]) => value.d)]).reduce(lcm, 1n);
    const split = Array.from({ length: jurors.length }, (_, k) => BigInt(k + 1)).reduce(lcm, 1n);
    const whole = ({ n, d }: Rational) => n * (unit / d);
    this.#weights = [0n, ...Array.from({ length: jurors.length }, (_, k) => split / BigInt(k + 1))];
    this.#bases = rows.map(({ base }) => whole(base) * split);
    this.#sheets = rows.map(({ sheets }) =>
      sheets
        .map(([juror, value]) => ({ juror: jurors.indexOf(juror), value: whole(value) }))
        .sort((a, b) => Number(a.value > b.value) - Number(a.value < b.value)),
    );
    // Up to 2^53 doubles hold the whole numbers themselves; beyond, scores on 0..100 in doubles, and near ones are compared exactly.
    const fits = 400n * unit * split < BigInt(Number.MAX_SAFE_INTEGER);
    const scale = (size: bigint) => (value: bigint) => (fits ? Number(value) : toNumber({ n: value, d: size }));
    this.#near = fits ? 0 : NEAR;
    this.#fast = {
      bases: Float64Array.from(this.#bases.map(scale(unit * split))),
      jurors: this.#sheets.map((row) => Uint8Array.from(row.map(({ juror }) => juror))),
      values: this.#sheets.map((row) => Float64Array.from(row.map(({ value }) => scale(unit)(value)))),
      weights: Float64Array.from(this.#weights.map(scale(split))),
    };
    this.#scores = new Float64Array(rows.length);
  }

  /** The places of one draw; null when an entry keeps no juror. */
  placesOf(counts: Uint8Array): Uint16Array | null {
    const { bases, jurors, values, weights } = this.#fast;
    for (let i = 0; i < bases.length; i += 1) {
      const [own, worth] = [jurors[i] ?? new Uint8Array(), values[i] ?? new Float64Array()];
      let times = 0;
      for (let s = 0; s < own.length; s += 1) times += counts[own[s] ?? 0] ?? 0;
      if (times === 0) return null;
      const least = this.#trim(times);
      const most = times - least;
      let [sum, before] = [0, 0];
      for (let s = 0; s < own.length; s += 1) {
        const after = before + (counts[own[s] ?? 0] ?? 0);
        const kept = Math.min(after, most) - Math.max(before, least);
        if (kept > 0) sum += kept * (worth[s] ?? 0);
        before = after;
      }
      this.#scores[i] = (bases[i] ?? 0) + sum * (weights[most - least] ?? 0);
    }
    const known = new Map<number, bigint>();
    const exactly = (i: number) => {
      const score = known.get(i) ?? this.#exactScore(i, counts);
      known.set(i, score);
      return score;
    };
    return placesBy(this.#scores, this.#near, (i, l) => Number(exactly(i) > exactly(l)) - Number(exactly(i) < exactly(l)));
  }

  #exactScore(i: number, counts: Uint8Array): bigint {
    const drawn = (this.#sheets[i] ?? []).flatMap(({ juror, value }) => Array.from({ length: counts[juror] ?? 0 }, () => value));
    const least = this.#trim(drawn.length);
    const kept = drawn.slice(least, drawn.length - least);
    return (this.#bases[i] ?? 0n) + kept.reduce((a, b) => a + b, 0n) * (this.#weights[kept.length] ?? 0n);
  }
}

function lcm(a: bigint, b: bigint): bigint {
  let [x, y] = [a, b];
  while (y !== 0n) [x, y] = [y, x % y];
  return (a / x) * b;
}
