import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, ONE, type Rational, rational, toText, ZERO } from '../shared/rational.ts';
import { jurorBootstrap } from './bootstrap.ts';
import { kemeny } from './kemeny.ts';
import { kendallTauB } from './kendall.ts';
import { alphaInterval, krippendorffAlpha } from './krippendorff.ts';
import { leaveOneJurorOut } from './leave-one-out.ts';
import { rankAcceptability } from './smaa.ts';
import { entryMeans, type SheetTotals } from './totals.ts';
import { ballotsOf, countVotes } from './voting.ts';
import { type CriterionMatrix, leaveOneCriterionOut, weightedMeans, weightStability } from './weights.ts';

const table = (rows: Readonly<Record<string, Readonly<Record<string, number>>>>): SheetTotals & CriterionMatrix =>
  new Map(Object.entries(rows).map(([id, row]) => [id, new Map(Object.entries(row).map(([key, value]) => [key, rational(String(value))]))]));
const weights = (row: Readonly<Record<string, number>>) => new Map(Object.entries(row).map(([code, weight]) => [code, rational(String(weight))]));

/** Complete panels of 2-5 entries by 3 jurors. */
const panels = fc
  .array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  .map((rows) => table(Object.fromEntries(rows.map((row, i) => [`S${i}`, Object.fromEntries(row.map((value, j) => [`J${j}`, value]))]))));

describe('without one juror', () => {
  test('an entry that nobody else scored is lost, not last', () => {
    const found = leaveOneJurorOut(table({ A: { J1: 90 }, B: { J1: 50, J2: 60 }, C: { J1: 60, J2: 50 } }), 1).get('J1');
    expect(found).toMatchObject({ lost: ['A'], winners: ['B'], entering: ['B'], leaving: ['A'] });
    expect([...(found?.ranks.keys() ?? [])]).toEqual(['B', 'C']);
  });

  test('a constant order has no correlation', () => {
    expect(leaveOneJurorOut(table({ A: { J1: 1, J2: 5 }, B: { J1: 2, J2: 5 } }), 1).get('J1')?.tauB).toBeNull();
    expect(kendallTauB([], [])).toBeNull();
  });
});

describe('weights', () => {
  const matrix = table({ A: { a: 80, b: 40 }, B: { a: 60, b: 70 }, C: { a: 10, b: 10 } });

  test('are stable up to where the first place is tied', () => {
    const found = weightStability(matrix, weights({ a: 3, b: 1 }), 'a', 1);
    expect(found && [toText(found.low), toText(found.at), toText(found.high)]).toEqual(['3/5', '3/4', '1']);
    const tied = weightedMeans(
      matrix,
      new Map([
        ['a', rational('3/5')],
        ['b', rational('2/5')],
      ]),
    );
    expect(tied.get('A')).toEqual(tied.get('B'));
  });

  test('drawn at random give shares that sum to one, the same every time', () => {
    const found = rankAcceptability(matrix, weights({ a: 1, b: 1 }), 2);
    expect([...found.values()].reduce((whole, one) => whole + one.wins, 0)).toBeCloseTo(1, 9);
    expect(found).toEqual(rankAcceptability(matrix, weights({ a: 1, b: 1 }), 2));
    expect(found.get('C')).toEqual({ inTop: 0, wins: 0 });
  });

  test('of a single criterion cannot move', () => {
    expect(weightStability(matrix, weights({ a: 1 }), 'a', 1)).toBeNull();
    expect(leaveOneCriterionOut(matrix, weights({ a: 1 })).get('a')).toBeNull();
    expect(
      leaveOneCriterionOut(matrix, weights({ a: 1, b: 1 }))
        .get('a')
        ?.get('B'),
    ).toBe(1);
  });
});

describe('the bootstrap', () => {
  test('is not shown for fewer than three jurors or without sheets', () => {
    expect([jurorBootstrap(table({ A: { J1: 1, J2: 2 } }), 1), jurorBootstrap(new Map(), 1)]).toEqual([null, null]);
  });

  test('gives every draw its weight: wins sum to one, intervals hold the rank of an unanimous panel', () => {
    fc.assert(
      fc.property(panels, (totals) => {
        const found = jurorBootstrap(totals, 1);
        const all = [...(found?.entries.values() ?? [])];
        expect(all.reduce((whole, one) => whole + one.wins, 0)).toBeCloseTo(1, 9);
        expect(all.every(({ low, high, meanRank }) => low <= high && meanRank >= 1)).toBe(true);
        expect(found).toMatchObject({ resamples: 10, exact: true, droppedShare: 0 });
      }),
      { numRuns: 60 },
    );
    const clear = jurorBootstrap(table({ A: { J1: 9, J2: 9, J3: 9 }, B: { J1: 1, J2: 2, J3: 3 } }), 1);
    expect(clear?.entries.get('A')).toEqual({ low: 1, high: 1, wins: 1, inTop: 1, meanRank: 1 });
  });

  test('leaves out draws in which an entry has no juror', () => {
    const found = jurorBootstrap(table({ A: { J1: 9 }, B: { J1: 1, J2: 2, J3: 3 } }), 1);
    expect(found?.droppedShare).toBeCloseTo((2 / 3) ** 3, 12);
  });

  test('draws a large panel by the stated generator', () => {
    const jurors = Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`J${j}`, j]));
    const found = jurorBootstrap(table({ A: jurors, B: { ...jurors, J0: 9 } }), 1);
    expect(found).toMatchObject({ exact: false, resamples: 20_000 });
    expect(found).toEqual(jurorBootstrap(table({ A: jurors, B: { ...jurors, J0: 9 } }), 1));
  });

  test('says nothing where no draw keeps a juror for every entry', () => {
    const apart = Object.fromEntries(Array.from({ length: 30 }, (_, j) => [`S${j}`, { [`J${j}`]: j }]));
    const found = jurorBootstrap(table(apart), 1);
    expect(found?.droppedShare).toBeCloseTo(1, 9);
    expect(found?.entries.size).toBe(0);
  });
});

describe('votes', () => {
  test('that prefer one to every rival make its Smith set that one', () => {
    fc.assert(
      fc.property(panels, (totals) => {
        const votes = countVotes(ballotsOf(totals));
        if (votes?.condorcetWinner) expect(votes.smith).toEqual([votes.condorcetWinner]);
        else expect(votes?.smith.length).toBeGreaterThan(1);
        expect(votes?.kemeny?.order.toSorted()).toEqual(votes?.candidates);
      }),
      { numRuns: 150 },
    );
  });

  test('find the order with the fewest disagreements, as trying all orders does', () => {
    const line = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { minLength: 4, maxLength: 4 }), (rows) => {
        const votes = rows.map((row, i) => Float64Array.from(row.map((value, l) => (i === l ? 0 : value))));
        const scores = permutations([0, 1, 2, 3]).map((order) =>
          order.reduce((whole, i, at) => whole + order.slice(at + 1).reduce((some, l) => some + (votes[i]?.[l] ?? 0), 0), 0),
        );
        const most = Math.max(...scores);
        const found = kemeny(['a', 'b', 'c', 'd'], votes);
        expect(found?.score).toEqual(rational(String(most)));
        expect(found?.optimalOrders).toBe(scores.filter((score) => score === most).length);
      }),
      { numRuns: 100 },
    );
  });

  test('of nobody, of one, of unmet rivals and of a field too large for Kemeny', () => {
    expect(countVotes([])).toBeNull();
    const one = countVotes(ballotsOf(table({ A: { J1: 1 } })));
    expect([one?.condorcetWinner, one?.bordaShare.get('A'), one?.smith]).toEqual([null, null, ['A']]);
    const unmet = countVotes(ballotsOf(table({ A: { J1: 1 }, B: { J2: 2 } })));
    expect([unmet?.copeland.get('A'), unmet?.pairwise('A', 'B')]).toEqual([ZERO, ZERO]);
    const many = Object.fromEntries(Array.from({ length: 14 }, (_, i) => [`S${i}`, { J1: i }]));
    expect(countVotes(ballotsOf(table(many)))?.kemeny).toBeNull();
  });
});

describe('agreement', () => {
  const units = Array.from({ length: 12 }, (_, i) => [i, i + (i % 3), null, i - (i % 2)].map((value) => (value === null ? null : rational(String(value)))));

  test('has an interval from ten units on, the same every time', () => {
    const [low, high] = alphaInterval(units) ?? [1, 0];
    const alpha = krippendorffAlpha(units, 'interval') as Rational;
    expect(low).toBeLessThan(high);
    expect(compare(alpha, rational(String(Math.floor(low * 100)).replace(/$/, '/100')))).toBe(1);
    expect(alphaInterval(units)).toEqual([low, high]);
    expect(alphaInterval(units.slice(0, 9))).toBeNull();
    expect(alphaInterval(Array.from({ length: 12 }, () => [ONE, ONE]))).toBeNull();
  });

  test('by ratio weighs a difference by its size', () => {
    expect(
      toText(
        krippendorffAlpha(
          [
            [rational('1'), rational('3')],
            [rational('3'), rational('3')],
          ],
          'ratio',
        ) as Rational,
      ),
    ).toBe('0');
    expect(entryMeans(new Map([['A', new Map()]])).size).toBe(0);
  });
});

function permutations(values: readonly number[]): number[][] {
  return values.length === 0
    ? [[]]
    : values.flatMap((value, at) => permutations([...values.slice(0, at), ...values.slice(at + 1)]).map((rest) => [value, ...rest]));
}
