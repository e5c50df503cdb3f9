// Laws of every contest, tried on random ones: 2,000 a law in each run of the suite; CONTESTS=10000 tries more.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import { computeResult } from '../../src/domain/result/compute.ts';
import { groupByValue } from '../../src/domain/result/ranking.ts';
import type { CountedSheet, ResultBody, ResultInput } from '../../src/domain/result/result.ts';
import { breakTies, byFigure } from '../../src/domain/result/tie-break.ts';
import { compare, rational } from '../../src/domain/shared/rational.ts';

const numRuns = Number(process.env.CONTESTS ?? 2000);

const CODES = ['C1', 'C2', 'C3'] as const;
const LADDERS = [[], ['jury', 'desk'], ['criterion:C1', 'median', 'wins'], ['jury', 'criterion:C2', 'exact', 'desk', 'decision'], ['wins', 'lot']] as const;

const rubrics: fc.Arbitrary<Rubric> = fc
  .record({
    weights: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 3 }),
    scale: fc.constantFrom('minmax', 'max', 'raw' as const),
    aggregate: fc.constantFrom('mean', 'mean', 'trimmed', 'median' as const),
    rankOn: fc.constantFrom('rounded', 'exact' as const),
    minJurors: fc.integer({ min: 1, max: 2 }),
    decimals: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ weights, ...rest }) => ({
    version: 1,
    percent: false,
    trim: 1,
    ...rest,
    criteria: weights.map((weight, k) => ({
      code: CODES[k] ?? '',
      name: `K${k}`,
      weight: String(weight),
      min: '1',
      max: '5',
      step: '1',
      entry: 'number' as const,
    })),
  }));

/** Few distinct scores, so that ties are common; some sheets missing, some incomplete. */
const contests: fc.Arbitrary<ResultInput> = rubrics.chain((rubric) =>
  fc
    .record({
      entries: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 2, maxLength: 6 }),
      jurors: fc.integer({ min: 1, max: 4 }),
      cells: fc.array(fc.oneof({ weight: 12, arbitrary: fc.integer({ min: 1, max: 4 }) }, { weight: 1, arbitrary: fc.constant(0) }), {
        minLength: 72,
        maxLength: 72,
      }),
      absent: fc.array(
        fc.boolean().map((one) => one),
        { minLength: 24, maxLength: 24 },
      ),
      shares: fc.constantFrom(['0', '1'], ['40', '60'], ['1', '1']),
      ladder: fc.constantFrom(...LADDERS),
      incomplete: fc.constantFrom('exclude', 'exclude', 'renormalise' as const),
      winners: fc.integer({ min: 0, max: 4 }),
      cut: fc.constantFrom('include', 'exclude', 'unresolved' as const),
    })
    .map(({ entries, jurors, cells, absent, shares, ladder, incomplete, winners, cut }): ResultInput => {
      const ids = entries.map((_, i) => `BL-2026-${String(i + 1).padStart(4, '0')}`);
      const sheets = ids.flatMap((entry, i) =>
        Array.from({ length: jurors }, (_, j): CountedSheet => {
          const score = (k: number) => cells[(i * 4 + j) * 3 + k] || '';
          return { entry, juror: `J${j + 1}`, scores: Object.fromEntries(rubric.criteria.map(({ code }, k) => [code, String(score(k))])) };
        }).filter((_, j) => j === 0 || absent[i * 4 + j] !== true || (i + j) % 3 > 0),
      );
      return {
        rubric,
        entries: ids.map((id, i) => ({ id, desk: String((entries[i] ?? 0) * 30) })),
        sheets,
        deskShare: shares[0] ?? '0',
        juryShare: shares[1] ?? '1',
        ladder: [...ladder],
        winners,
        cut,
        incompleteSheet: incomplete,
        decisions: [],
        lot: ladder.includes('lot' as never) ? { seed: '2026', source: 'undian contoh' } : null,
      };
    }),
);

const compute = (input: ResultInput): ResultBody => {
  const found = computeResult(input);
  if (!found.ok) throw new Error(JSON.stringify(found.refusal));
  return found.value;
};

const reversed = <T>(values: readonly T[]): T[] => [...values].reverse();
const ranks = (body: ResultBody) => Object.fromEntries(body.entries.map(({ id, rank }) => [id, rank]));
const exactOrder = (body: ResultBody) => {
  const finals = [...body.entries].sort((a, b) => compare(rational(b.final.exact), rational(a.final.exact)) || (a.id < b.id ? -1 : 1));
  return finals.map(({ id, final }, at) => (at > 0 && finals[at - 1]?.final.exact === final.exact ? `=${id}` : id));
};

describe(`in ${numRuns} random contests`, () => {
  test('the order of jurors, entries and criteria of a sheet never matters', () => {
    fc.assert(
      fc.property(contests, (input) => {
        const turned = {
          ...input,
          entries: reversed(input.entries),
          sheets: reversed(input.sheets).map((sheet) => ({ ...sheet, scores: Object.fromEntries(reversed(Object.entries(sheet.scores))) })),
        };
        expect(JSON.stringify(compute(turned))).toBe(JSON.stringify(compute(input)));
      }),
      { numRuns },
    );
  });

  test('scaled weights and shares change nothing', () => {
    fc.assert(
      fc.property(contests, fc.integer({ min: 2, max: 9 }), (input, factor) => {
        const times = (text: string) => String(Number(text) * factor);
        const criteria = input.rubric.criteria.map((criterion) => ({ ...criterion, weight: times(criterion.weight) }));
        const scaled = compute({ ...input, rubric: { ...input.rubric, criteria }, deskShare: times(input.deskShare), juryShare: times(input.juryShare) });
        const plain = compute(input);
        expect([scaled.entries, scaled.order, scaled.top]).toEqual([plain.entries, plain.order, plain.top]);
      }),
      { numRuns },
    );
  });

  test('a raised score never lowers its entry', () => {
    fc.assert(
      fc.property(contests, fc.nat(), fc.nat(), (input, a, b) => {
        const at = a % input.sheets.length;
        const sheet = input.sheets[at] as CountedSheet;
        const code = input.rubric.criteria[b % input.rubric.criteria.length]?.code ?? '';
        const score = Number(sheet.scores[code] ?? 0);
        const before = compute({ ...input, ladder: [] });
        if (score === 0 || ranks(before)[sheet.entry] === undefined) return;
        const raised = input.sheets.map((one, i) => (i === at ? { ...one, scores: { ...one.scores, [code]: String(score + 1) } } : one));
        const after = compute({ ...input, ladder: [], sheets: raised });
        expect(ranks(after)[sheet.entry]).toBeLessThanOrEqual(ranks(before)[sheet.entry] ?? 0);
      }),
      { numRuns },
    );
  });

  test('a constant added to every sheet of a juror who scored all changes no exact order, when all have equally many sheets', () => {
    fc.assert(
      fc.property(contests, (input) => {
        const plain = { ...input, ladder: [], incompleteSheet: 'exclude' as const, rubric: { ...input.rubric, aggregate: 'mean' as const, minJurors: 1 } };
        const full = plain.entries.flatMap(({ id }) => ['J1', 'J2'].map((juror) => ({ entry: id, juror, scores: whole(plain, id, juror) })));
        const raised = full.map((sheet) =>
          sheet.juror === 'J2'
            ? { ...sheet, scores: Object.fromEntries(Object.entries(sheet.scores).map(([code, x]) => [code, String(Number(x) + 1)])) }
            : sheet,
        );
        expect(exactOrder(compute({ ...plain, sheets: raised }))).toEqual(exactOrder(compute({ ...plain, sheets: full })));
      }),
      { numRuns },
    );
  });

  test('the ladder applied twice is once', () => {
    const figures = fc.array(fc.array(fc.integer({ min: 0, max: 2 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(figures, (rows) => {
        const figure = (at: number) => new Map(rows.map((row, i) => [`S${i}`, rational(String(row[at] ?? 0))]));
        const steps = [1, 2].map((at) => byFigure(`step ${at}`, (id) => figure(at).get(id) ?? null));
        const once = breakTies(groupByValue(figure(0)), steps).order;
        expect(breakTies(once, steps).order).toEqual(once);
      }),
      { numRuns },
    );
  });

  test('no id breaks a tie but by the lot', () => {
    fc.assert(
      fc.property(contests, (input) => {
        const once = compute(input);
        const twin = (id: string) => input.entries.length + 1 - Number(id.slice(-4));
        const renamed = (id: string) => `BL-2026-${String(twin(id)).padStart(4, '0')}`;
        if (input.ladder.includes('lot')) return;
        const other = compute({
          ...input,
          entries: input.entries.map((entry) => ({ ...entry, id: renamed(entry.id) })),
          sheets: input.sheets.map((sheet) => ({ ...sheet, entry: renamed(sheet.entry) })),
        });
        for (const [id, rank] of Object.entries(ranks(once))) expect(ranks(other)[renamed(id)]).toBe(rank);
        expect(other.order.map((group) => group.map((id) => renamed(id)).sort())).toEqual(once.order.map((group) => [...group].sort()));
      }),
      { numRuns },
    );
  });
});

/** The scores a juror gave, without gaps and with room above. */
function whole(input: ResultInput, entry: string, juror: string): Record<string, string> {
  const given = input.sheets.find((sheet) => sheet.entry === entry && sheet.juror === juror)?.scores ?? {};
  return Object.fromEntries(input.rubric.criteria.map(({ code }) => [code, String(Math.min(4, Number(given[code] || 1)))]));
}
