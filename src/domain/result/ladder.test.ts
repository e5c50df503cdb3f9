import { describe, expect, test } from 'vitest';
import { type Rational, rational } from '../shared/rational.ts';
import { checkDecisions, checkLadder, type EntryFigures, finalLadder } from './ladder.ts';
import { drawLot, seedNumber } from './lot.ts';
import { averageRanks, competitionRanks, denseRanks, groupByValue } from './ranking.ts';
import { breakTies, byDecision, byFigure, headToHead } from './tie-break.ts';

const figures = (values: Partial<Record<keyof EntryFigures, unknown>>): EntryFigures => ({
  final: rational('70'),
  jury: rational('70'),
  desk: rational('70'),
  median: rational('70'),
  criteria: new Map([['C1', rational('3')]]),
  totals: new Map([
    ['J1', rational('70')],
    ['J2', rational('70')],
  ]),
  ...(values as Partial<EntryFigures>),
});

/** The order of A and B, alike but in one figure of B, by one step alone. */
const orderBy = (step: string, better: Partial<Record<keyof EntryFigures, unknown>>, lot: { seed: string; source: string } | null = null) =>
  breakTies(
    [['A', 'B']],
    finalLadder(
      [step],
      new Map([
        ['A', figures({})],
        ['B', figures(better)],
      ]),
      [{ tied: ['A', 'B'], order: [['B'], ['A']], act: 'BA 1' }],
      lot,
    ),
  );

describe('a step of the ladder', () => {
  const BETTER = {
    jury: { jury: rational('71') },
    desk: { desk: rational('71') },
    exact: { final: rational('71') },
    median: { median: rational('71') },
    'criterion:C1': { criteria: new Map([['C1', rational('4')]]) },
    wins: {
      totals: new Map([
        ['J1', rational('71')],
        ['J2', rational('70')],
      ]),
    },
  } as const;

  test.each(Object.entries(BETTER))('%s parts by its own figure, and by no other', (step, better) => {
    expect(orderBy(step, better).order).toEqual([['B'], ['A']]);
    for (const [other, elsewhere] of Object.entries(BETTER)) if (other !== step) expect(orderBy(step, elsewhere).order).toEqual([['A', 'B']]);
    expect(orderBy(step, better).trace).toMatchObject([{ step, tied: ['A', 'B'], groups: [['B'], ['A']] }]);
  });

  test('of a desk value or a criterion that one entry lacks decides nothing and leaves no trace', () => {
    for (const found of [orderBy('desk', { desk: null }), orderBy('criterion:C1', { criteria: new Map() })])
      expect(found).toEqual({ order: [['A', 'B']], trace: [], waiting: new Set() });
  });

  test('keeps what it compared', () => {
    expect(orderBy('median', { median: rational('141/2') }).trace[0]?.figures).toEqual([
      ['A', '70'],
      ['B', '141/2'],
    ]);
  });

  test('of decision and lot takes what was decided and drawn', () => {
    expect(orderBy('decision', {}).trace[0]).toEqual({ step: 'decision', tied: ['A', 'B'], groups: [['B'], ['A']], by: 'BA 1' });
    expect(orderBy('lot', {}, { seed: '3', source: 'undian' }).order).toEqual(drawLot(['A', 'B'], '3').map((id) => [id]));
    expect(orderBy('lot', {})).toEqual({
      order: [['A', 'B']],
      trace: [{ step: 'lot', tied: ['A', 'B'], groups: [['A', 'B']], waiting: true }],
      waiting: new Set(['A', 'B']),
    });
  });
});

describe('a ladder', () => {
  const rubric = { criteria: [{ code: 'C1' }] } as never;

  test('knows every step and the criteria of its rubric', () => {
    const all = ['jury', 'criterion:C1', 'desk', 'exact', 'median', 'wins', 'decision', 'lot'];
    expect(checkLadder(all, rubric)).toEqual({ ok: true, value: all });
    expect(checkLadder(['jury', 'criterion:C2'], rubric)).toEqual({
      ok: false,
      refusal: { code: 'ladder.unknown-step', facts: { step: 'criterion:C2' } },
    });
    expect(checkLadder(['jury', 'lot', 'jury'], rubric)).toEqual({ ok: false, refusal: { code: 'ladder.duplicate-step', facts: { step: 'jury' } } });
  });

  test('names the minutes of a decision that is not whole', () => {
    const whole = { tied: ['A', 'B'], order: [['A'], ['B']], act: 'BA 1' };
    expect(checkDecisions([whole])).toEqual({ ok: true, value: [whole] });
    expect(checkDecisions([whole, { ...whole, order: [['A']], act: 'BA 2' }])).toEqual({
      ok: false,
      refusal: { code: 'decision.invalid', facts: { act: 'BA 2' } },
    });
  });

  test('leaves no line of a step that parted nobody', () => {
    const even = byFigure('even', () => rational('1'));
    expect(breakTies([['A', 'B'], ['C']], [even])).toEqual({ order: [['A', 'B'], ['C']], trace: [], waiting: new Set() });
  });

  test('waits group by group', () => {
    const found = breakTies([['A', 'B'], ['C'], ['D', 'E']], [byDecision([{ tied: ['E', 'D'], order: [['E'], ['D']], act: 'BA 1' }])]);
    expect([found.order, [...found.waiting]]).toEqual([
      [['A', 'B'], ['C'], ['E'], ['D']],
      ['A', 'B'],
    ]);
    expect(found.trace[0]).toEqual({ step: 'decision', tied: ['A', 'B'], groups: [['A', 'B']], waiting: true });
  });
});

describe('head to head', () => {
  const totals = (rows: Record<string, readonly number[]>) =>
    new Map(Object.entries(rows).map(([id, row]) => [id, new Map(row.map((total, j) => [`J${j}`, rational(String(total))]))]));

  test('counts a rival beaten by more jurors as 1, by as many as a half', () => {
    const field = totals({ A: [9, 9, 1], B: [5, 5, 5], C: [5, 1, 9] });
    expect(headToHead('A', ['A', 'B', 'C'], field)).toEqual(rational('2'));
    expect(headToHead('B', ['A', 'B', 'C'], field)).toEqual(rational('1/2'));
    expect(headToHead('C', ['A', 'B', 'C'], field)).toEqual(rational('1/2'));
    expect(headToHead('A', ['A', 'B'], field)).toEqual(rational('1'));
    expect(headToHead('B', ['A', 'B'], field)).toEqual(rational('0'));
    const four = totals({ A: [9], B: [5], C: [4], D: [3], E: [2] });
    expect(headToHead('A', ['A', 'B', 'C', 'D', 'E'], four)).toEqual(rational('4'));
  });
});

describe('a lot', () => {
  test('reads any text of the world by FNV-1a over its bytes', () => {
    const fnv = (text: string) => Buffer.from(text, 'utf8').reduce((hash, byte) => Math.imul(hash ^ byte, 0x01000193) >>> 0, 0x811c9dc5);
    for (const text of ['é', '中文 1', 'a%41', '100%', 'x\ny', '\u{1f600}', 'undian 1 November']) expect(seedNumber(text)).toBe(fnv(text));
  });

  test('of two is a matter of one draw', () => {
    expect(new Set(Array.from({ length: 20 }, (_, seed) => drawLot(['A', 'B'], String(seed)).join('')))).toEqual(new Set(['AB', 'BA']));
    expect([drawLot([], '1'), drawLot(['A'], '1')]).toEqual([[], ['A']]);
  });
});

describe('ranks', () => {
  const values = (rows: Record<string, string>) => new Map(Object.entries(rows).map(([id, value]): [string, Rational] => [id, rational(value)]));
  const order = groupByValue(values({ D: '1', C: '3', B: '2', A: '3', E: '1' }));

  test('put the highest first, equals together by their number', () => {
    expect(order).toEqual([['A', 'C'], ['B'], ['D', 'E']]);
    expect(groupByValue(values({ A: '1', B: '1', C: '1' }))).toEqual([['A', 'B', 'C']]);
    expect(groupByValue(values({ C: '1', B: '1', A: '1' }))).toEqual([['A', 'B', 'C']]);
  });

  test('are counted in three ways', () => {
    expect([...competitionRanks(order)]).toEqual([
      ['A', 1],
      ['C', 1],
      ['B', 3],
      ['D', 4],
      ['E', 4],
    ]);
    expect([...denseRanks(order).values()]).toEqual([1, 1, 2, 3, 3]);
    expect([...averageRanks(order).values()]).toEqual(['3/2', '3/2', '3', '9/2', '9/2'].map((text) => rational(text)));
  });
});
