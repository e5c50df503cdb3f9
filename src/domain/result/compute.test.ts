import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import type { Outcome } from '../shared/outcome.ts';
import { compare, mul, type Rational, rational, sum, ZERO } from '../shared/rational.ts';
import { computeResult } from './compute.ts';
import { hasIdleStep } from './ladder.ts';
import type { CountedSheet, ResultBody, ResultInput } from './result.ts';

const criterion = (code: string, weight: string): Criterion => ({
  code,
  name: code,
  weight,
  min: '0',
  max: '10',
  step: '1',
  entry: 'number',
});
const rubric: Rubric = {
  version: 1,
  criteria: [criterion('C1', '2'), criterion('C2', '1')],
  scale: 'minmax',
  minJurors: 2,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
const sheet = (entry: string, juror: string, C1: string, C2: string): CountedSheet => ({ entry, juror, scores: { C1, C2 } });
const base: ResultInput = {
  rubric,
  entries: ['A', 'B', 'C'].map((id) => ({ id, desk: '80' })),
  sheets: [
    sheet('A', 'J1', '9', '6'),
    sheet('A', 'J2', '8', '8'),
    sheet('B', 'J1', '7', '10'),
    sheet('B', 'J2', '9', '6'),
    sheet('C', 'J1', '5', '5'),
    sheet('C', 'J2', '6', ''),
  ],
  deskShare: '40',
  juryShare: '60',
  ladder: ['jury', 'criterion:C1', 'desk', 'exact', 'median', 'wins', 'decision'],
  winners: 1,
  cut: 'unresolved',
  incompleteSheet: 'exclude',
};

function must(outcome: Outcome<ResultBody>): ResultBody {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const compute = (changed: Partial<ResultInput> = {}) => must(computeResult({ ...base, ...changed }));
const codeOf = (changed: Partial<ResultInput>) => {
  const outcome = computeResult({ ...base, ...changed });
  return outcome.ok ? 'ok' : outcome.refusal.code;
};

describe('a result', () => {
  test('gives every number exact and rounded, with its terms', () => {
    const body = compute();
    expect(body.order).toEqual([['A'], ['B']]);
    expect(body.entries[0]).toMatchObject({
      id: 'A',
      jury: { exact: '80', rounded: '80.00' },
      final: { exact: '80', rounded: '80.00' },
      median: { exact: '80' },
      sheets: 2,
      rank: 1,
      rankBeforeTieBreak: 1,
      criteria: [
        { code: 'C1', mean: { exact: '17/2' }, sheets: 2 },
        { code: 'C2', mean: { exact: '7' }, sheets: 2 },
      ],
    });
    expect(body.margin).toMatchObject({ lastIn: 'A', firstOut: 'B' });
    for (const { totals } of body.entries) {
      for (const { total, parts } of totals) {
        const terms = parts.map((part) => mul(rational(part.share), rational(part.value)));
        expect(sum(terms)).toEqual(rational(total.exact));
      }
    }
  });

  test('blocks an entry with too few complete sheets or without a desk value, and never ranks it last', () => {
    expect(compute().blocked).toMatchObject([{ id: 'C', reason: 'few-jurors', sheets: 1 }]);
    expect(compute().excludedSheets).toEqual([{ entry: 'C', juror: 'J2', missing: ['C2'] }]);
    const noDesk = base.entries.map(({ id }) => ({ id, desk: id === 'A' ? null : '80' }));
    expect(compute({ entries: noDesk }).blocked.map(({ id, reason }) => [id, reason])).toEqual([
      ['A', 'no-desk'],
      ['C', 'few-jurors'],
    ]);
    expect(compute({ entries: noDesk, deskShare: '0', juryShare: '1' }).entries[0]).toMatchObject({
      id: 'A',
      desk: null,
      final: { exact: '80' },
    });
  });

  test('ignores an empty sheet and rescales an incomplete one only when told to', () => {
    const sheets = [...base.sheets, sheet('C', 'J3', '', ' '), { entry: 'C', juror: 'J4', scores: {} }];
    expect(compute({ sheets }).excludedSheets).toHaveLength(1);
    const body = compute({ sheets, incompleteSheet: 'renormalise' });
    expect(body).toMatchObject({ blocked: [], excludedSheets: [], formula: { incompleteSheet: 'renormalise' } });
    expect(body.entries[2]).toMatchObject({ id: 'C', jury: { exact: '55' }, criteria: [{ sheets: 2 }, { sheets: 1 }] });
  });

  test('names the step that decided a tie, or waits without an order', () => {
    const tied = [sheet('A', 'J1', '9', '5'), sheet('A', 'J2', '8', '8'), sheet('B', 'J1', '9', '5'), sheet('B', 'J2', '8', '8')];
    const waiting = compute({ sheets: tied });
    expect(waiting).toMatchObject({
      order: [['A', 'B']],
      unresolved: ['A', 'B'],
      top: { how: 'unresolved', straddling: ['A', 'B'] },
      margin: null,
    });
    const decided = compute({ sheets: tied, decisions: [{ tied: ['A', 'B'], order: [['B'], ['A']], act: 'BA 9' }] });
    expect(decided).toMatchObject({ order: [['B'], ['A']], unresolved: [], top: { selected: ['B'] } });
    expect(decided.entries.map(({ rank, rankBeforeTieBreak, decidedBy }) => [rank, rankBeforeTieBreak, decidedBy])).toEqual([
      [2, 1, 'decision'],
      [1, 1, 'decision'],
    ]);
    expect(compute({ sheets: tied, ladder: ['lot'], lot: { seed: '7', source: 'undian' } }).unresolved).toEqual([]);
  });

  test('ranks on the printed or on the exact score', () => {
    const close = {
      entries: [
        { id: 'A', desk: '80.001' },
        { id: 'B', desk: '80' },
        { id: 'C', desk: null },
      ],
      ladder: [],
      sheets: ['A', 'B'].flatMap((id) => [sheet(id, 'J1', '8', '8'), sheet(id, 'J2', '8', '8')]),
    };
    expect(compute(close).order).toEqual([['A', 'B']]);
    expect(compute({ ...close, ladder: ['exact'] }).order).toEqual([['A'], ['B']]);
    expect(compute({ ...close, rubric: { ...rubric, rankOn: 'exact' } }).order).toEqual([['A'], ['B']]);
    expect([hasIdleStep(['exact'], 'exact'), hasIdleStep(['exact'], 'rounded')]).toEqual([true, false]);
  });

  test('notes where printed parts do not re-add, and where trimming fell back to the mean', () => {
    const parts = {
      deskShare: '1',
      juryShare: '1',
      entries: [{ id: 'A', desk: '245/3' }],
      sheets: [sheet('A', 'J1', '8', '8'), sheet('A', 'J2', '8', '9')],
    };
    expect(compute(parts).entries[0]).toMatchObject({
      desk: { rounded: '81.67' },
      jury: { rounded: '81.67' },
      final: { rounded: '81.67' },
      rounding: false,
    });
    expect(compute({ ...parts, entries: [{ id: 'A', desk: '80.005' }] }).entries[0]).toMatchObject({
      desk: { rounded: '80.01' },
      final: { rounded: '80.84' },
      rounding: false,
    });
    expect(compute({ ...parts, entries: [{ id: 'A', desk: '79.9951' }] }).entries[0]).toMatchObject({
      desk: { rounded: '80.00' },
      jury: { rounded: '81.67' },
      final: { rounded: '80.83' },
      rounding: true,
    });
    expect(compute({ rubric: { ...rubric, aggregate: 'trimmed', trim: 1 } }).entries[0]?.plainMean).toBe(true);
  });

  test('refuses what cannot be computed', () => {
    expect(codeOf({ rubric: { ...rubric, criteria: [] } })).toBe('rubric.no-criteria');
    expect([codeOf({ ladder: ['nama'] }), codeOf({ ladder: ['jury', 'jury'] })]).toEqual(['ladder.unknown-step', 'ladder.duplicate-step']);
    expect(codeOf({ decisions: [{ tied: ['A'], order: [], act: '' }] })).toBe('decision.invalid');
    expect([codeOf({ deskShare: '0', juryShare: '0' }), codeOf({ deskShare: '-1' }), codeOf({ juryShare: 'x' })]).toEqual(
      Array(3).fill('result.shares-invalid'),
    );
    expect([codeOf({ winners: -1 }), codeOf({ winners: 1.5 })]).toEqual(Array(2).fill('result.winners-invalid'));
    expect(codeOf({ entries: [...base.entries, { id: 'A', desk: '1' }] })).toBe('result.duplicate-entry');
    expect(['-1', '100.01', 'x'].map((desk) => codeOf({ entries: [{ id: 'A', desk }] }))).toEqual(Array(3).fill('result.desk-invalid'));
    expect(codeOf({ sheets: [sheet('Z', 'J1', '1', '1')] })).toBe('result.unknown-entry');
    expect(codeOf({ sheets: [...base.sheets, sheet('A', 'J1', '1', '1')] })).toBe('result.duplicate-sheet');
    expect(codeOf({ sheets: [{ entry: 'A', juror: 'J1', scores: { X: '1' } }] })).toBe('result.unknown-criterion');
    expect(computeResult({ ...base, sheets: [sheet('A', 'J1', '11', '1')] })).toMatchObject({
      refusal: { code: 'score.outside-scale', facts: { entry: 'A', juror: 'J1' } },
    });
  });
});

describe('a refusal of a result', () => {
  const factsOf = (changed: Partial<ResultInput>) => {
    const outcome = computeResult({ ...base, ...changed });
    return outcome.ok ? null : outcome.refusal.facts;
  };

  test('says of what it speaks', () => {
    expect(factsOf({ deskShare: '-1' })).toEqual({ desk: '-1', jury: '60' });
    expect(factsOf({ juryShare: '-1' })).toEqual({ desk: '40', jury: '-1' });
    expect([codeOf({ deskShare: 'x' }), codeOf({ deskShare: '5', juryShare: '-4' })]).toEqual(Array(2).fill('result.shares-invalid'));
    expect(factsOf({ winners: -1 })).toEqual({ winners: -1 });
    expect(factsOf({ entries: [...base.entries, { id: 'A', desk: '1' }] })).toEqual({ entry: 'A' });
    expect(factsOf({ entries: [{ id: 'A', desk: '101' }] })).toEqual({ entry: 'A', desk: '101' });
    expect(factsOf({ sheets: [sheet('Z', 'J1', '1', '1')] })).toEqual({ entry: 'Z', juror: 'J1' });
    expect(factsOf({ sheets: [...base.sheets, sheet('A', 'J1', '1', '1')] })).toEqual({ entry: 'A', juror: 'J1' });
    expect(factsOf({ sheets: [{ entry: 'A', juror: 'J1', scores: { X: '1' } }] })).toEqual({ entry: 'A', juror: 'J1', criterion: 'X' });
  });

  test('is none at the ends of what may be', () => {
    expect(codeOf({ deskShare: '0' })).toBe('ok');
    expect(compute({ juryShare: '0' }).entries[0]).toMatchObject({ final: { exact: '80' } });
    expect(codeOf({ winners: 0 })).toBe('ok');
    expect(['0', '100'].map((desk) => codeOf({ entries: base.entries.map(({ id }) => ({ id, desk })) }))).toEqual(['ok', 'ok']);
  });
});

describe('the parts of a result', () => {
  test('name its form, and keep the totals of each juror with the shares they were made of', () => {
    const body = compute();
    expect(body.form).toBe('result/1');
    expect(body.entries[0]?.totals[0]).toEqual({
      juror: 'J1',
      total: { exact: '80', rounded: '80.00' },
      parts: [
        { criterion: 'C1', score: '9', value: '90', share: '2/3' },
        { criterion: 'C2', score: '6', value: '60', share: '1/3' },
      ],
    });
    const incomplete = compute({ incompleteSheet: 'renormalise' }).entries[2]?.totals[1];
    expect(incomplete).toMatchObject({ juror: 'J2', total: { exact: '60' }, parts: [{ criterion: 'C1', share: '1' }] });
  });

  test('list who waits in the order of their numbers', () => {
    const alike = ['B', 'A'].flatMap((id) => [sheet(id, 'J1', '8', '8'), sheet(id, 'J2', '8', '8')]);
    const twice = { entries: ['D', 'C', 'B', 'A'].map((id) => ({ id, desk: id < 'C' ? '80' : '90' })), ladder: ['decision'] };
    const others = ['D', 'C'].flatMap((id) => [sheet(id, 'J1', '8', '8'), sheet(id, 'J2', '8', '8')]);
    expect(compute({ ...twice, sheets: [...alike, ...others] }).unresolved).toEqual(['A', 'B', 'C', 'D']);
  });

  test('have the margin between the last winner and the first who is none', () => {
    expect(compute().margin).toEqual({ lastIn: 'A', firstOut: 'B', gap: { exact: '0', rounded: '0.00' } });
    expect(compute({ winners: 2 }).margin).toBeNull();
    expect(compute({ winners: 0 }).margin).toBeNull();
  });
});

const contest = fc
  .array(fc.array(fc.tuple(fc.integer({ min: 0, max: 10 }), fc.integer({ min: 0, max: 10 })), { minLength: 3, maxLength: 3 }), {
    minLength: 2,
    maxLength: 6,
  })
  .map(
    (rows): Partial<ResultInput> => ({
      entries: rows.map((_, at) => ({ id: `BL-${at}`, desk: String(60 + ((at * 7) % 3)) })),
      sheets: rows.flatMap((row, at) => row.map(([a, b], juror) => sheet(`BL-${at}`, `J${juror + 1}`, String(a), String(b)))),
      ladder: ['jury', 'median', 'wins'],
    }),
  );

describe('over any contest', () => {
  test('the order of entries, sheets and criteria scores gives the same bytes', () => {
    fc.assert(
      fc.property(contest, (changed) => {
        const backwards = (changed.sheets ?? []).toReversed().map(({ scores, ...rest }) => ({ scores: { C2: scores.C2 ?? '', C1: scores.C1 ?? '' }, ...rest }));
        const turned = { ...changed, entries: changed.entries?.toReversed(), sheets: backwards };
        expect(canonicalJson(compute(turned))).toBe(canonicalJson(compute(changed)));
      }),
    );
  });

  test('scaled weights change nothing but the weights', () => {
    fc.assert(
      fc.property(contest, fc.integer({ min: 1, max: 50 }), (changed, factor) => {
        const heavier = { ...rubric, criteria: [criterion('C1', String(2 * factor)), criterion('C2', String(factor))] };
        const scaledShares = { deskShare: String(40 * factor), juryShare: String(60 * factor) };
        const { entries, order, trace } = compute({ ...changed, ...scaledShares, rubric: heavier });
        const plain = compute(changed);
        expect({ entries, order, trace }).toEqual({ entries: plain.entries, order: plain.order, trace: plain.trace });
      }),
    );
  });

  test('a raised score never lowers its entry', () => {
    fc.assert(
      fc.property(contest, fc.nat(), (changed, pick) => {
        const sheets = changed.sheets ?? [];
        const chosen = pick % sheets.length;
        const raised = sheets.map((one, at) =>
          at === chosen ? { ...one, scores: { ...one.scores, C1: String(Math.min(10, Number(one.scores.C1) + 1)) } } : one,
        );
        const id = sheets[chosen]?.entry;
        const rankIn = (body: ResultBody) => body.entries.find((one) => one.id === id)?.rank ?? 0;
        expect(rankIn(compute({ ...changed, sheets: raised }))).toBeLessThanOrEqual(rankIn(compute(changed)));
      }),
    );
  });

  test('the ladder never crosses the published score and loses nobody', () => {
    fc.assert(
      fc.property(contest, (changed) => {
        const body = compute(changed);
        const printed = (id: string): Rational => rational(body.entries.find((one) => one.id === id)?.final.rounded ?? '0');
        const finals = body.order.flat().map(printed);
        expect(finals.every((value, at) => at === 0 || compare(finals[at - 1] ?? ZERO, value) >= 0)).toBe(true);
        expect(body.order.flat().length + body.blocked.length).toBe(changed.entries?.length);
      }),
    );
  });
});
