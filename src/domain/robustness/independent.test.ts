// Diagnostics worked out a second time, the plain and slow way, on random panels.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, div, equals, fromInt, mul, negated, type Rational, rational, sub, sum, ZERO } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { jurorBootstrap } from './bootstrap.ts';
import { intraclass } from './icc.ts';
import { leaveOneJurorOut } from './leave-one-out.ts';
import { projected, varianceComponents } from './reml.ts';
import { entryMeans, jurorsOf, type SheetTotals, withoutJuror } from './totals.ts';
import { ballotsOf, countVotes } from './voting.ts';
import { leaveOneCriterionOut, weightedMeans, weightStability } from './weights.ts';

const table = (rows: Readonly<Record<string, Readonly<Record<string, number>>>>): SheetTotals =>
  new Map(Object.entries(rows).map(([id, row]) => [id, new Map(Object.entries(row).map(([key, value]) => [key, rational(String(value))]))]));

/** Panels of 2-5 entries by 3-4 jurors; a tenth of the sheets is missing, but none of the first juror. */
const panels = fc
  .tuple(fc.integer({ min: 2, max: 5 }), fc.integer({ min: 3, max: 4 }), fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 40, maxLength: 40 }))
  .map(([entries, jurors, cells]) =>
    table(
      Object.fromEntries(
        Array.from({ length: entries }, (_, i) => {
          const row = Array.from({ length: jurors }, (_one, j) => [`J${j}`, cells[i * 8 + j] ?? 0, cells[i * 8 + j + 4] ?? 0] as const);
          return [`S${i}`, Object.fromEntries(row.filter(([, , gap], j) => j === 0 || gap > 0).map(([juror, value]) => [juror, value]))];
        }),
      ),
    ),
  );

/** Complete tables of 2-4 entries by 2-3 criteria, with their weights. */
const matrices = fc
  .tuple(
    fc.integer({ min: 2, max: 4 }),
    fc.integer({ min: 2, max: 3 }),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 }),
    fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 3, maxLength: 3 }),
  )
  .map(([entries, criteria, cells, weights]) => ({
    matrix: table(
      Object.fromEntries(
        Array.from({ length: entries }, (_, i) => [
          `S${i}`,
          Object.fromEntries(Array.from({ length: criteria }, (_one, k) => [`c${k}`, cells[i * 3 + k] ?? 0])),
        ]),
      ),
    ),
    weights: new Map(Array.from({ length: criteria }, (_, k) => [`c${k}`, fromInt(weights[k] ?? 1)])),
  }));

const rankIn = (values: ReadonlyMap<string, Rational>, id: string) =>
  1 + [...values.values()].filter((other) => compare(other, values.get(id) ?? ZERO) > 0).length;
const firstOf = (values: ReadonlyMap<string, Rational>, top: number) => [...values.keys()].filter((id) => rankIn(values, id) <= top).sort();

describe('leaving one juror out', () => {
  test('gives the ranks of the means without the juror', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: 1, max: 3 }), (totals, top) => {
        for (const [juror, found] of leaveOneJurorOut(totals, top)) {
          const [full, fewer] = [entryMeans(totals), entryMeans(withoutJuror(totals, juror))];
          const kept = new Map([...full].filter(([id]) => fewer.has(id)));
          expect(found.lost).toEqual([...full.keys()].filter((id) => !fewer.has(id)).sort());
          expect(Object.fromEntries(found.ranks)).toEqual(Object.fromEntries([...fewer.keys()].map((id) => [id, rankIn(fewer, id)])));
          expect(found.maxRankShift).toBe(Math.max(0, ...[...fewer.keys()].map((id) => Math.abs(rankIn(fewer, id) - rankIn(kept, id)))));
          expect([...found.winners].sort()).toEqual(firstOf(fewer, 1));
          const [before, after] = [firstOf(full, top), firstOf(fewer, top)];
          expect(found.entering).toEqual(after.filter((id) => !before.includes(id)));
          expect(found.leaving).toEqual(before.filter((id) => !after.includes(id)));
        }
      }),
    );
  });
});

describe('the bootstrap', () => {
  test('is every sequence of drawn jurors, each as likely', () => {
    fc.assert(
      fc.property(panels, fc.integer({ min: 1, max: 3 }), (totals, top) => {
        const jurors = jurorsOf(totals);
        const naive = new Map([...totals.keys()].map((id) => [id, { wins: 0, inTop: 0, rank: 0, ranks: [] as number[] }]));
        let [kept, all] = [0, 0];
        for (const drawn of sequences(jurors, jurors.length)) {
          all += 1;
          const means = new Map([...totals].map(([id, row]) => [id, drawn.flatMap((juror) => (row.has(juror) ? [row.get(juror) as Rational] : []))]));
          if ([...means.values()].some((given) => given.length === 0)) continue;
          kept += 1;
          const exact = new Map([...means].map(([id, given]) => [id, div(sum(given), fromInt(given.length))]));
          const winners = firstOf(exact, 1);
          for (const [id, one] of naive) {
            const rank = rankIn(exact, id);
            one.ranks.push(rank);
            one.rank += rank;
            if (rank <= top) one.inTop += 1;
            if (rank === 1) one.wins += 1 / winners.length;
          }
        }
        const found = jurorBootstrap(totals, top);
        expect(found === null).toBe(jurors.length < 3);
        if (found === null) return;
        expect(found.droppedShare).toBeCloseTo(1 - kept / all, 12);
        for (const [id, one] of naive) {
          const own = found.entries.get(id);
          expect(own?.wins).toBeCloseTo(one.wins / kept, 10);
          expect(own?.inTop).toBeCloseTo(one.inTop / kept, 10);
          expect(own?.meanRank).toBeCloseTo(one.rank / kept, 10);
          const sorted = one.ranks.toSorted((a, b) => a - b);
          expect([own?.low, own?.high]).toEqual([0.025, 0.975].map((share) => sorted[Math.ceil(share * kept - 1e-9) - 1]));
        }
      }),
      { numRuns: 25 },
    );
  });

  test('by draws is near the one over everything', () => {
    const rows = Object.fromEntries(
      ['A', 'B', 'C'].map((id, i) => [id, Object.fromEntries(Array.from({ length: 10 }, (_, j) => [`J${j}`, (7 * i + 3 * j + i * j * j) % 10]))]),
    );
    const found = jurorBootstrap(table(rows), 2);
    const means = ['A', 'B', 'C'].map((id) => Object.values(rows[id] ?? {}));
    let state = 7;
    const wins = [0, 0, 0];
    for (let round = 0; round < 20_000; round += 1) {
      const drawn = Array.from({ length: 10 }, () => {
        state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
        return Math.floor((state / 2_147_483_648) * 10);
      });
      const sums = means.map((row) => drawn.reduce((whole, j) => whole + (row[j] ?? 0), 0));
      const most = Math.max(...sums);
      sums.forEach((one, i) => {
        if (one === most) wins[i] = (wins[i] ?? 0) + 1 / sums.filter((other) => other === most).length;
      });
    }
    for (const [i, id] of ['A', 'B', 'C'].entries()) expect(found?.entries.get(id)?.wins).toBeCloseTo((wins[i] ?? 0) / 20_000, 1);
    expect(found?.droppedShare).toBe(0);
  });
});

describe('weights', () => {
  test('keep the watched set up to a hair inside each end of their range, and a hair beyond it the set is another', () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: 1, max: 3 }), ({ matrix, weights }, top) => {
        const whole = sum([...weights.values()]);
        const setAt = (code: string, share: Rational) => {
          const rest = sub(whole, weights.get(code) ?? ZERO);
          const moved = [...weights].map(([one, weight]) => [one, one === code ? share : mul(sub(fromInt(1), share), div(weight, rest))] as const);
          return firstOf(weightedMeans(matrix, new Map(moved)), top).join();
        };
        const hair = rational('1/1000000000');
        for (const code of weights.keys()) {
          const found = weightStability(matrix, weights, code, top);
          if (found === null) throw new Error('no stability');
          expect(found.at).toEqual(div(weights.get(code) ?? ZERO, whole));
          const watched = setAt(code, found.at);
          for (const [end, inward] of [
            [found.low, hair],
            [found.high, negated(hair)],
          ] as const) {
            if (!equals(end, found.at)) expect(setAt(code, add(end, inward))).toBe(watched);
            if (!equals(end, ZERO) && !equals(end, fromInt(1))) expect(setAt(code, sub(end, inward))).not.toBe(watched);
          }
        }
      }),
    );
  });

  test('without a criterion are the weights of the others', () => {
    fc.assert(
      fc.property(matrices, ({ matrix, weights }) => {
        for (const [code, ranks] of leaveOneCriterionOut(matrix, weights)) {
          const means = weightedMeans(matrix, new Map([...weights].filter(([one]) => one !== code)));
          expect(Object.fromEntries(ranks ?? [])).toEqual(Object.fromEntries([...means.keys()].map((id) => [id, rankIn(means, id)])));
        }
      }),
    );
  });
});

describe('votes', () => {
  test('are counted pair by pair, juror by juror', () => {
    fc.assert(
      fc.property(panels, (totals) => {
        const votes = countVotes(ballotsOf(totals));
        const ids = [...totals.keys()].sort();
        const over = (i: string, l: string) =>
          jurorsOf(totals).reduce((whole, juror) => {
            const [own, other] = [totals.get(i)?.get(juror), totals.get(l)?.get(juror)];
            return own === undefined || other === undefined ? whole : whole + (compare(own, other) + 1) / 2;
          }, 0);
        const beats = (i: string, l: string) => over(i, l) > over(l, i);
        const rivals = (i: string) => ids.filter((l) => l !== i);
        expect(votes?.candidates).toEqual(ids);
        for (const i of ids) {
          for (const l of rivals(i)) expect(toNumber(votes?.pairwise(i, l) ?? ZERO)).toBe(over(i, l));
          const borda = rivals(i).reduce((whole, l) => whole + over(i, l), 0);
          const made = rivals(i).reduce((whole, l) => whole + over(i, l) + over(l, i), 0);
          expect(toNumber(votes?.borda.get(i) ?? ZERO)).toBe(borda);
          const share = votes?.bordaShare.get(i);
          expect(share === null || share === undefined ? null : toNumber(share)).toBe(made === 0 ? null : borda / made);
          const copeland = rivals(i).reduce((whole, l) => whole + (over(i, l) + over(l, i) === 0 ? 0 : beats(i, l) ? 1 : beats(l, i) ? 0 : 0.5), 0);
          expect(toNumber(votes?.copeland.get(i) ?? ZERO)).toBe(copeland);
        }
        expect(votes?.condorcetWinner ?? null).toBe(ids.find((i) => rivals(i).every((l) => beats(i, l))) ?? null);
        const dominating = subsets(ids).filter((set) => set.length > 0 && set.every((i) => ids.every((l) => set.includes(l) || beats(i, l))));
        const smallest = dominating.toSorted((a, b) => a.length - b.length)[0];
        expect(votes?.smith).toEqual(smallest);
      }),
      { numRuns: 60 },
    );
  });
});

describe('variance components', () => {
  test('of a complete panel are those of the analysis of variance, where none is negative', () => {
    const block = [
      [90, 70, 82, 75],
      [60, 55, 52, 40],
      [75, 60, 77, 58],
      [30, 28, 22, 15],
      [88, 79, 70, 77],
    ];
    const totals = table(Object.fromEntries(block.map((row, i) => [`S${i}`, Object.fromEntries(row.map((value, j) => [`J${j}`, value]))])));
    const anova = intraclass(block.map((row) => row.map((value) => fromInt(value))));
    const [b, j, e] = [anova?.MSB, anova?.MSJ, anova?.MSE].map((one) => toNumber(one ?? ZERO)) as [number, number, number];
    const found = varianceComponents(totals);
    if (found === null) throw new Error('no components');
    expect(found.residual).toBeCloseTo(e, 4);
    expect(found.submission).toBeCloseTo((b - e) / 4, 3);
    expect(found.juror).toBeCloseTo((j - e) / 5, 3);
    expect(found.mu).toBeCloseTo(block.flat().reduce((x, y) => x + y, 0) / 20, 8);
    expect([found.kHarmonic, found.q]).toEqual([expect.closeTo(4, 12), expect.closeTo(0, 12)]);
    const all = found.submission + found.juror + found.residual;
    expect(found.iccA1).toBeCloseTo(found.submission / all, 12);
    expect(found.iccC1).toBeCloseTo(found.submission / (found.submission + found.residual), 12);
    expect(found.iccAk).toBeCloseTo(found.submission / (found.submission + (found.juror + found.residual) / 4), 12);
    expect(found.gqk).toBeCloseTo(found.submission / (found.submission + found.residual / 4), 12);
    expect(projected(found, 4)).toBeCloseTo(found.gqk, 12);
  });

  test('of a panel with gaps are the most likely ones, by the whole matrix', () => {
    const totals = table({ A: { J1: 80, J2: 71, J3: 90 }, B: { J1: 60, J3: 66 }, C: { J2: 40, J3: 52 }, D: { J1: 71, J2: 66 }, E: { J1: 35, J2: 30, J3: 48 } });
    const found = varianceComponents(totals);
    if (found === null) throw new Error('no components');
    const at = (s: number, t: number) => deviance(totals, s, t);
    const [s, t] = [found.submission / found.residual, found.juror / found.residual];
    expect(found.criterion).toBeCloseTo(at(s, t).criterion, 8);
    expect(found.residual).toBeCloseTo(at(s, t).residual, 6);
    expect(found.mu).toBeCloseTo(at(s, t).mu, 8);
    for (const [u, v] of [
      [s * 1.02, t],
      [s * 0.98, t],
      [s, t * 1.02],
      [s, t * 0.98],
    ] as const)
      expect(at(u, v).criterion).toBeGreaterThan(found.criterion);
    const rows = [...totals.values()];
    const own = rows.map((row) => [...row.keys()]);
    let common = 0;
    for (const [i, a] of own.entries())
      for (const [l, b] of own.entries()) if (i !== l) common += a.filter((one) => b.includes(one)).length / (a.length * b.length);
    expect(found.kHarmonic).toBeCloseTo(rows.length / rows.reduce((whole, row) => whole + 1 / row.size, 0), 12);
    expect(found.q).toBeCloseTo(1 / found.kHarmonic - common / (rows.length * (rows.length - 1)), 12);
    expect(found.gqk).toBeCloseTo(found.submission / (found.submission + found.q * found.juror + found.residual / found.kHarmonic), 12);
  });
});

/** The restricted deviance by the whole covariance matrix: V = s ZZ' + t UU' + I over the residual variance. */
function deviance(totals: SheetTotals, s: number, t: number) {
  const sheets = [...totals].flatMap(([id, row]) => [...row].map(([juror, total]) => ({ id, juror, y: toNumber(total) })));
  const v = sheets.map((a, i) => sheets.map((b, l) => (a.id === b.id ? s : 0) + (a.juror === b.juror ? t : 0) + (i === l ? 1 : 0)));
  const inverse = inverseOf(v);
  const apply = (x: readonly number[], y: readonly number[]) =>
    x.reduce((whole, a, i) => whole + a * y.reduce((line, b, l) => line + (inverse[i]?.[l] ?? 0) * b, 0), 0);
  const [ones, y] = [sheets.map(() => 1), sheets.map((one) => one.y)];
  const mu = apply(ones, y) / apply(ones, ones);
  const rest = y.map((one) => one - mu);
  const quadratic = apply(rest, rest);
  const n = sheets.length;
  return { criterion: (n - 1) * Math.log(quadratic) + logDeterminant(v) + Math.log(apply(ones, ones)), residual: quadratic / (n - 1), mu };
}

/** By Gauss and Jordan; a covariance matrix needs no pivoting. */
function inverseOf(matrix: readonly (readonly number[])[]): number[][] {
  const rows = matrix.map((row, i) => [...row, ...matrix.map((_, j) => (i === j ? 1 : 0))]);
  for (const [column, head] of rows.entries()) {
    const pivot = head[column] ?? 1;
    head.forEach((cell, j) => {
      head[j] = cell / pivot;
    });
    for (const [i, row] of rows.entries()) {
      const factor = row[column] ?? 0;
      if (i !== column)
        row.forEach((cell, j) => {
          row[j] = cell - factor * (head[j] ?? 0);
        });
    }
  }
  return rows.map((row) => row.slice(matrix.length));
}

function logDeterminant(matrix: readonly (readonly number[])[]): number {
  const rows = matrix.map((row) => [...row]);
  let log = 0;
  rows.forEach((row, i) => {
    const pivot = row[i] ?? 1;
    log += Math.log(pivot);
    for (const below of rows.slice(i + 1)) {
      const factor = (below[i] ?? 0) / pivot;
      row.forEach((cell, j) => {
        below[j] = (below[j] ?? 0) - factor * cell;
      });
    }
  });
  return log;
}

function sequences(values: readonly string[], length: number): readonly (readonly string[])[] {
  return length === 0 ? [[]] : sequences(values, length - 1).flatMap((rest) => values.map((value) => [...rest, value]));
}

function subsets(values: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: 2 ** values.length }, (_, bits) => values.filter((_one, at) => bits & (1 << at)));
}
