import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '../instrument/rubric.ts';
import { computeResult } from '../result/compute.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';
import { add, compare, div, mul, negated, ONE, type Rational, rational, sub, sum, toText, ZERO } from '../shared/rational.ts';
import { jurorBootstrap } from './bootstrap.ts';
import { finalDiagnostics } from './final.ts';

const CODES = ['a', 'b', 'c'];

const bodyOf = (input: ResultInput): ResultBody => {
  const found = computeResult(input);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
};

/** Fields of 3-5 entries by 3-4 jurors with a desk value, by every aggregate; some sheets missing. */
const fields: fc.Arbitrary<ResultInput> = fc
  .record({
    entries: fc.integer({ min: 3, max: 5 }),
    jurors: fc.integer({ min: 3, max: 4 }),
    weights: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2, maxLength: 3 }),
    scores: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 60, maxLength: 60 }),
    absent: fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 20, maxLength: 20 }),
    desk: fc.array(fc.integer({ min: 60, max: 63 }), { minLength: 5, maxLength: 5 }),
    aggregate: fc.constantFrom('mean', 'trimmed', 'median' as const),
    winners: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ entries, jurors, weights, scores, absent, desk, aggregate, winners }) => {
    const ids = Array.from({ length: entries }, (_, i) => `S${i}`);
    const sheets = ids.flatMap((entry, i) =>
      Array.from({ length: jurors }, (_, j) => ({
        entry,
        juror: `J${j}`,
        scores: Object.fromEntries(weights.map((_w, k) => [CODES[k], String(scores[(i * 4 + j) * 3 + k])])),
      })).filter((_, j) => j === 0 || absent[i * 4 + j] !== 0),
    );
    const criteria = weights.map((weight, k) => {
      return { code: CODES[k] ?? '', name: 'K', weight: String(weight), min: '0', max: '10', step: '1', entry: 'number' as const };
    });
    const rubric: Rubric = { version: 1, criteria, scale: 'minmax', minJurors: 1, decimals: 2, rankOn: 'exact', percent: false, aggregate, trim: 1 };
    return {
      rubric,
      entries: ids.map((id, i) => ({ id, desk: String(desk[i]) })),
      sheets,
      deskShare: '40',
      juryShare: '60',
      ladder: [],
      winners,
      cut: 'include',
      incompleteSheet: 'exclude',
    };
  });

/**
 * Whether the watched entries still hold the first N with one criterion at a share, the others in proportion: none has N or more above it, and no
 * other is above one of them. By the whole official rule.
 */
function holdsAt(input: ResultInput, code: string, share: Rational, watched: readonly string[], most: number): boolean {
  const { criteria } = input.rubric;
  const rest = sum(criteria.filter((one) => one.code !== code).map(({ weight }) => rational(weight)));
  const weightOf = (one: (typeof criteria)[number]) => (one.code === code ? share : div(mul(sub(ONE, share), rational(one.weight)), rest));
  const moved = criteria.map((one) => ({ ...one, weight: toText(weightOf(one)) })).filter(({ weight }) => weight !== '0');
  const kept = new Set(moved.map((one) => one.code));
  const sheets = input.sheets.map((sheet) => ({ ...sheet, scores: Object.fromEntries(Object.entries(sheet.scores).filter(([one]) => kept.has(one))) }));
  const body = bodyOf({ ...input, rubric: { ...input.rubric, criteria: moved }, sheets });
  const last = Math.max(...body.entries.flatMap(({ id, rank }) => (watched.includes(id) ? [rank] : [])));
  return last <= most && body.entries.every(({ id, rank }) => watched.includes(id) || rank >= last);
}

describe('TR-S10: the range of a weight', () => {
  test('keeps the set of the first N up to a hair inside each end, and a hair beyond it the set is another', () => {
    const hair = rational('1/10000000000');
    let moved = 0;
    fc.assert(
      fc.property(fields, (input) => {
        const body = bodyOf(input);
        const { stability } = finalDiagnostics(input, body);
        for (const [code, found] of stability ?? []) {
          for (const [most, range] of [[1, found?.winner] as const, [input.winners, found?.top] as const]) {
            if (!found || !range) throw new Error('by exact scores without a ladder there is a range');
            const watched = body.entries.flatMap(({ id, rank }) => (rank <= most ? [id] : []));
            for (const [end, inward] of [[range.low, hair] as const, [range.high, negated(hair)] as const]) {
              if (compare(end, found.at) !== 0) expect(holdsAt(input, code, add(end, inward), watched, most)).toBe(true);
              if (compare(end, ZERO) === 0 || compare(end, ONE) === 0) continue;
              moved += 1;
              expect(holdsAt(input, code, sub(end, inward), watched, most)).toBe(false);
            }
          }
        }
      }),
      { numRuns: 60 },
    );
    expect(moved).toBeGreaterThan(100);
  });
});

describe('a drawn panel', () => {
  test('ties exactly what is equal, in fractions that no double holds', () => {
    const [p, q, r] = [rational('10/1000003'), rational('20/999983'), rational('30/999979')];
    const row = (...values: readonly Rational[]) => new Map(values.map((value, j) => [`J${j}`, value]));
    const found = jurorBootstrap(
      new Map([
        ['A', row(p, q, r)],
        ['B', row(q, r, p)],
        ['C', row(p, q, r)],
      ]),
      1,
    );
    const wins = ['A', 'B', 'C'].map((id) => found?.entries.get(id)?.wins ?? 0);
    expect(wins[0]).toBe(wins[2]);
    // B is ahead in the 8 draws without J2 and, by 8e-11 of a point, in the 3 with J0 twice and J2; drawn one each (6 draws) all three share.
    expect(wins.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
    expect((wins[1] ?? 0) * 27).toBeCloseTo(8 + 3 + 6 / 3, 9);
  });
});

describe('a field without', () => {
  const [input] = fc.sample(fields, { numRuns: 1, seed: 1 }) as [ResultInput];

  test('ranked entries has nothing to estimate, and says so', () => {
    const none = { ...input, sheets: [] };
    const found = finalDiagnostics(none, bodyOf(none));
    expect(Object.fromEntries(found.notEstimable)).toEqual({
      bootstrap_exact: 'no_ranked_entry',
      weight_stability: 'no_ranked_entry',
      smaa_25pct: 'no_ranked_entry',
    });
    expect([found.margins, found.bootstrap, found.stability, found.acceptability]).toEqual([[], null, null, null]);
  });

  test('more than the asked margins looks no further', () => {
    expect(finalDiagnostics(input, bodyOf(input), 1).margins).toHaveLength(1);
  });
});
