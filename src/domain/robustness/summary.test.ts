import { describe, expect, test } from 'vitest';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import { computeResult } from '../result/compute.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';
import { rational, toText } from '../shared/rational.ts';
import { concernsOf } from './advice.ts';
import { reliabilityOf } from './agreement.ts';
import { toNumber } from './approximate.ts';
import { robustnessCard, totalsOf } from './card.ts';
import { type Icc, intraclass } from './icc.ts';
import { type CardMargin, type CardSummary, type EntryCard, hardToTellApart, summariseCard, type WithoutRow } from './summary.ts';
import { completeBlock } from './totals.ts';

const criterion = (code: string, weight: string): Criterion => ({ code, name: code, weight, min: '0', max: '100', step: '1', entry: 'number' });
const rubric: Rubric = {
  version: 1,
  criteria: [criterion('a', '3'), criterion('b', '1')],
  scale: 'raw',
  minJurors: 2,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
/** Scores of criteria a and b by entry and juror. */
type Scores = Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
const COMPLETE: Scores = {
  A: { J1: [90, 60], J2: [80, 70], J3: [85, 80] },
  B: { J1: [80, 80], J2: [84, 60], J3: [70, 90] },
  C: { J1: [60, 40], J2: [50, 55], J3: [58, 62] },
  D: { J1: [20, 10], J2: [25, 30], J3: [34, 20] },
};
const inputOf = (scores: Scores, changed: Partial<ResultInput> = {}): ResultInput => ({
  rubric,
  entries: Object.keys(scores).map((id) => ({ id, desk: '80' })),
  sheets: Object.entries(scores).flatMap(([entry, row]) =>
    Object.entries(row).map(([juror, [a, b]]) => ({ entry, juror, scores: { a: String(a), b: String(b) } })),
  ),
  deskShare: '40',
  juryShare: '60',
  ladder: ['jury'],
  winners: 2,
  cut: 'include',
  incompleteSheet: 'exclude',
  ...changed,
});
const bodyOf = (input: ResultInput): ResultBody => {
  const found = computeResult(input);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const cardOf = (input: ResultInput) => summariseCard(input, bodyOf(input));
const without = (scores: Scores, entry: string, ...jurors: readonly string[]): Scores => ({
  ...scores,
  [entry]: Object.fromEntries(Object.entries(scores[entry] ?? {}).filter(([juror]) => !jurors.includes(juror))),
});

describe('the card of a complete panel', () => {
  const card = cardOf(inputOf(COMPLETE));

  test('watches the winners, counts the sheets, and knows the panel complete', () => {
    expect(card).toMatchObject({ form: 'card/2', hidden: null, top: 2, sheets: 12, severity: 'complete', components: [], bridges: [] });
    expect(card.agreement?.entriesInBlock).toBe(4);
    expect(cardOf(inputOf(COMPLETE, { winners: 0 })).top).toBe(1);
  });

  test('ranks by the jury alone, by fair and by normalised scores beside the official rank', () => {
    expect(card.entries.map(({ id, rank, juryRank, fairRank, zRank }) => [id, rank, juryRank, fairRank, zRank])).toEqual([
      ['A', 1, 1, 1, 1],
      ['B', 2, 2, 2, 2],
      ['C', 3, 3, 3, 3],
      ['D', 4, 4, 4, 4],
    ]);
    const lifted = inputOf(COMPLETE, { entries: ['A', 'B', 'C', 'D'].map((id) => ({ id, desk: id === 'D' ? '100' : '0' })), deskShare: '90', juryShare: '10' });
    expect(cardOf(lifted).entries.map(({ id, rank, juryRank }) => [id, rank, juryRank])).toEqual([
      ['A', 2, 1],
      ['B', 3, 2],
      ['C', 4, 3],
      ['D', 1, 4],
    ]);
  });

  test('gives every juror the mean of the own totals and its distance from the panel', () => {
    const totals: Readonly<Record<string, readonly number[]>> = { J1: [82.5, 80, 55, 17.5], J2: [77.5, 78, 51.25, 26.25], J3: [83.75, 75, 59, 30.5] };
    const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
    const grand = meanOf(Object.values(totals).flat());
    for (const row of card.jurors) {
      expect(row).toMatchObject({ sheets: 4, constant: false });
      expect(row.mean).toBeCloseTo(meanOf(totals[row.code] ?? []), 12);
      expect(row.leniency).toBeCloseTo(meanOf(totals[row.code] ?? []) - grand, 12);
      expect(row.difference).toBeCloseTo((3 / 2) * (row.mean - grand), 12);
      expect(row.error).toBeGreaterThan(0);
    }
    expect(card.jurors.map(({ code, rho }) => [code, rho])).toEqual([
      ['J1', 1],
      ['J2', expect.closeTo(0.8, 12)],
      ['J3', 1],
    ]);
    expect(card.jurorP).toBeGreaterThan(0.05);
    expect(card.unusual).toEqual([{ entry: 'D', juror: 'J1', r: expect.closeTo(-2.0120568760319215, 9) }]);
  });

  test('draws the panel anew: whole shares, and an interval around the rank of a clear last place', () => {
    expect(card.droppedShare).toBe(0);
    expect(card.entries.reduce((whole, one) => whole + (one.winsByPanel ?? 0), 0)).toBeCloseTo(1, 12);
    expect(card.entries.reduce((whole, one) => whole + (one.winsByWeights ?? 0), 0)).toBeCloseTo(1, 9);
    expect(card.entries[3]).toMatchObject({ interval: [4, 4], winsByPanel: 0, winsByWeights: 0 });
    expect(card.entries[0]?.interval).toEqual([1, 2]);
  });

  test('says how far each weight may move', () => {
    expect(card.weights.map(({ code, at }) => [code, at])).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ]);
    for (const { at, winner } of card.weights) expect(winner && winner[0] <= at && at <= winner[1]).toBe(true);
    const { matrix } = robustnessCard(bodyOf(inputOf(COMPLETE)), new Map([['a', rational('3')]]), 1);
    expect(toText(matrix.get('A')?.get('a') ?? rational('0'))).toBe('85');
  });

  test('says how far the jury agrees, and what more jurors would give', () => {
    const { agreement } = card;
    if (agreement === null) throw new Error('no agreement');
    expect(agreement.w).toBeGreaterThan(0.9);
    const { estimates } = intraclass(completeBlock(totalsOf(bodyOf(inputOf(COMPLETE))))) as Icc;
    expect([agreement.icc2k, agreement.icc3k]).toEqual([estimates.ICC2k, estimates.ICC3k].map((one) => one && toNumber(one)));
    expect(agreement.icc2kInterval?.[0]).toBeLessThan(agreement.icc2k ?? 0);
    expect(agreement.icc2kInterval?.[1]).toBeGreaterThan(agreement.icc2k ?? 1);
    expect(agreement.alpha).toBeGreaterThan(0.9);
    expect(agreement.alphaInterval).toBeNull();
    expect(agreement.wChance).toEqual({ p: expect.any(Number), error: null });
    expect(agreement.wChance?.p).toBeLessThan(0.05);
    expect(agreement.g).toBeGreaterThan(0.98);
    expect(agreement.projected.map(({ jurors }) => jurors)).toEqual([3, 5, 7, 9]);
    expect(agreement.projected.every(({ g }, at) => at === 0 || g > (agreement.projected[at - 1]?.g ?? 1))).toBe(true);
    expect(card.votes).toEqual({ condorcetWinner: 'A', smith: ['A'] });
  });

  test('is the same for the same result', () => expect(cardOf(inputOf(COMPLETE))).toEqual(card));
});

describe('the card of a panel with gaps', () => {
  test('knows it incomplete, and leaves out what cannot be said', () => {
    const card = cardOf(inputOf(without(COMPLETE, 'C', 'J2')));
    expect(card).toMatchObject({ severity: 'incomplete', sheets: 11, agreement: { entriesInBlock: 3 }, bridges: [] });
    expect(card.droppedShare).toBeCloseTo(1 / 27, 12);
    expect(card.entries.every(({ interval }) => interval !== null)).toBe(true);
  });

  test('shows no interval when more than a fifth of the draws had to be left out', () => {
    const scores: Scores = { A: { J1: [90, 60], J2: [80, 70] }, B: { J2: [84, 60], J3: [70, 90] }, C: { J1: [60, 40], J3: [58, 62] } };
    const card = cardOf(inputOf(scores));
    expect(card.droppedShare).toBeCloseTo(3 / 27, 12);
    expect(card.entries[0]?.interval).not.toBeNull();
    const thin = cardOf(inputOf({ ...scores, D: { J1: [1, 1] } }, { rubric: { ...rubric, minJurors: 1 } }));
    expect(thin.droppedShare).toBeGreaterThan(0.2);
    expect(thin.entries.map(({ interval, winsByPanel }) => [interval, winsByPanel])).toEqual(Array(4).fill([null, null]));
  });

  test('names the parts that share no juror, and compares no severity across them', () => {
    const scores: Scores = { A: { J1: [90, 60], J2: [80, 70] }, B: { J3: [84, 60], J4: [70, 90] } };
    const card = cardOf(inputOf(scores));
    expect(card).toMatchObject({
      severity: 'disconnected',
      components: [
        { entries: ['A'], jurors: ['J1', 'J2'] },
        { entries: ['B'], jurors: ['J3', 'J4'] },
      ],
      bridges: [],
      jurorP: null,
      unusual: [],
    });
    expect(card.entries.map(({ fairRank }) => fairRank)).toEqual([null, null]);
    expect(card.jurors.map(({ leniency, error }) => [leniency, error])).toEqual(Array(4).fill([null, null]));
  });

  test('names the juror that holds the panel together', () => {
    const scores: Scores = { A: { J1: [90, 60], J2: [80, 70] }, B: { J2: [84, 60], J3: [70, 90] } };
    expect(cardOf(inputOf(scores))).toMatchObject({ severity: 'incomplete', bridges: ['J2'] });
  });

  test('counts the sheets of blocked entries, which have no place of their own', () => {
    const input = inputOf(without(COMPLETE, 'D', 'J2', 'J3'));
    const card = cardOf(input);
    expect([card.sheets, card.entries.length]).toEqual([10, 3]);
    expect([...totalsOf(bodyOf(input)).keys()]).toEqual(['A', 'B', 'C', 'D']);
  });

  test('is not there for one finalist, none, or fewer than two jurors, and says why', () => {
    expect(cardOf(inputOf({ A: {}, B: {} }))).toMatchObject({ hidden: 'one-finalist', severity: 'none', sheets: 0, entries: [], agreement: null });
    expect(cardOf(inputOf({ A: COMPLETE.A ?? {} }))).toMatchObject({ hidden: 'one-finalist', withoutJuror: [] });
    const alone = { rubric: { ...rubric, minJurors: 1 } };
    expect(cardOf(inputOf({ A: { J1: [90, 60] }, B: { J1: [80, 80] } }, alone)).hidden).toBe('few-jurors');
    const apart = cardOf(inputOf({ A: { J1: [90, 60] }, B: { J2: [80, 80] } }, alone));
    expect([apart.hidden, apart.severity, apart.agreement?.w, apart.agreement?.wChance]).toEqual([null, 'disconnected', null, null]);
  });

  test('points at a sheet far from what entry and juror make likely', () => {
    const wide: Scores = Object.fromEntries(
      Array.from({ length: 8 }, (_, i) => [`S${i}`, { J1: [50 + i, 50], J2: [52 + i, 50], J3: [48 + i + (i % 2), 50] }] as const),
    );
    const odd: Scores = { ...wide, S3: { ...wide.S3, J2: [5, 50] } };
    const card = cardOf(inputOf(odd));
    expect(card.unusual.map(({ entry, juror }) => [entry, juror])).toContainEqual(['S3', 'J2']);
    expect(card.unusual.find(({ juror, entry }) => juror === 'J2' && entry === 'S3')?.r).toBeLessThan(-2);
    expect(card.unusual.every(({ r }) => Math.abs(r) > 2)).toBe(true);
  });
});

describe('without one juror', () => {
  test('the official rule itself says who would win, enter, leave and cannot be tested', () => {
    const scores: Scores = {
      A: { J1: [90, 90], J2: [50, 50], J3: [52, 52] },
      B: { J1: [40, 40], J2: [70, 70], J3: [72, 72] },
      C: { J1: [60, 60], J2: [66, 66] },
    };
    const found = cardOf(inputOf(scores, { winners: 1 })).withoutJuror;
    expect(found.map(({ code, winners, winnerDepends, notEstimable }) => [code, winners, winnerDepends, notEstimable])).toEqual([
      ['J1', ['B'], true, ['C']],
      ['J2', ['A'], false, ['C']],
      ['J3', ['A'], false, []],
    ]);
  });
});

describe('a margin', () => {
  const close = (b: number, changed: Partial<ResultInput> = {}) =>
    cardOf(inputOf({ A: { J1: [80, 80], J2: [80, 80] }, B: { J1: [80, b], J2: [80, 80] } }, { winners: 1, ...changed })).margins[0];

  test('says the gap in points, finer where it is small, and in how many of its steps one cell turns it', () => {
    // One point of b is 1/4 of a sheet, half of a jury score, 60 % of the final score: 0.075.
    expect(close(79)).toMatchObject({ gap: '0.075', decidedBy: 'score', turn: { entry: 'B', criterion: 'a', rises: true, steps: 1 } });
    expect(close(60)).toMatchObject({ gap: '1.50', turn: { criterion: 'a', steps: 7 } });
    expect(
      close(79, {
        entries: [
          { id: 'A', desk: '100' },
          { id: 'B', desk: '0' },
        ],
      })?.turn,
    ).toBeNull();
  });

  test('that one step makes a tie takes a second step to turn', () => {
    const input = inputOf({ A: { J1: [80, 81], J2: [80, 80] }, B: { J1: [80, 80], J2: [80, 80] } }, { winners: 1, ladder: [] });
    const only = { ...input, rubric: { ...rubric, criteria: [criterion('a', '1'), criterion('b', '1')] } };
    expect(cardOf(only).margins[0]?.turn).toMatchObject({ entry: 'B', rises: true, criterion: 'a', steps: 2 });
  });

  test('stands only where a prize or the cut separates', () => {
    expect(cardOf(inputOf(COMPLETE)).margins.map(({ rankAbove }) => rankAbove)).toEqual([1, 2]);
    const twins: Scores = { A: { J1: [90, 90], J2: [90, 90] }, B: { J1: [80, 80], J2: [80, 80] }, C: { J1: [80, 80], J2: [80, 80] } };
    expect(cardOf(inputOf(twins)).ties).toEqual([{ rank: 2, ids: ['B', 'C'], overLine: true }]);
    expect(cardOf(inputOf(twins, { winners: 3 })).ties).toEqual([{ rank: 2, ids: ['B', 'C'], overLine: false }]);
    expect(cardOf(inputOf(twins, { winners: 1 })).ties).toEqual([]);
  });
});

describe('a word of reliability', () => {
  test('is that of the lower end, and there is none without an interval or below ten entries', () => {
    expect([0.9, 0.75, 0.5, 0.49].map((low) => reliabilityOf([low, 0.99], 10))).toEqual(['very-high', 'high', 'medium', 'low']);
    expect([reliabilityOf([0.95, 0.99], 9), reliabilityOf(null, 40)]).toEqual([null, null]);
  });
});

describe('what the card asks for', () => {
  const entry = (id: string, rank: number, interval: readonly [number, number] | null): EntryCard => ({
    id,
    rank,
    juryRank: rank,
    fairRank: null,
    zRank: rank,
    interval,
    winsByPanel: null,
    winsByWeights: 0,
  });
  const one = (code: string, winnerDepends: boolean | null, changed: Partial<WithoutRow> = {}): WithoutRow => {
    return { code, winners: winnerDepends ? ['B'] : ['A'], winnerDepends, entering: [], leaving: [], maxRankShift: 0, notEstimable: [], ...changed };
  };
  const summary = (entries: readonly EntryCard[], changed: Partial<CardSummary> = {}) =>
    ({ entries, top: 2, margins: [], ties: [], withoutJuror: [], ...changed }) as unknown as CardSummary;

  test('asks for what is gravest first, and for nothing when the order is firm', () => {
    const margin = (rankAbove: number, steps: number | null) =>
      ({ rankAbove, rankBelow: rankAbove + 1, turn: steps === null ? null : { entry: 'B', criterion: 'a', rises: true, steps } }) as unknown as CardMargin;
    expect(concernsOf(summary([], { withoutJuror: [one('J1', false)], margins: [margin(1, 2), margin(2, null)] }))).toEqual([]);
    const found = concernsOf(
      summary([], {
        ties: [{ rank: 2, ids: ['B', 'C'], overLine: false }],
        margins: [margin(1, 1), margin(2, 3)],
        withoutJuror: [one('J1', true), one('J2', false, { entering: ['C'], leaving: ['B'] }), one('J3', null)],
      }),
    );
    expect(found).toEqual([
      { kind: 'tie', rank: 2, ids: ['B', 'C'], overLine: false },
      { kind: 'winner', jurors: ['J1'], others: ['B'] },
      { kind: 'thin', margins: [margin(1, 1)] },
      { kind: 'line', jurors: ['J2'] },
      { kind: 'untested', jurors: ['J3'] },
    ]);
    const moves = { withoutJuror: [one('J2', false, { entering: ['C'], leaving: ['B'] })], margins: [margin(2, 1)] };
    expect(concernsOf(summary([], moves)).map(({ kind }) => kind)).toEqual(['thin']);
    expect(concernsOf(summary([], { top: 1, withoutJuror: [one('J2', false, { entering: ['C'], leaving: ['B'] })] }))).toEqual([]);
  });

  test('finds entries whose intervals overlap, neighbours or not, ends included', () => {
    const entries = [entry('D', 4, null), entry('C', 2, [3, 4]), entry('B', 2, [2, 3]), entry('A', 1, [1, 1])];
    expect(hardToTellApart(summary(entries), 9)).toEqual([{ id: 'B', below: ['C'] }]);
    expect(hardToTellApart(summary([entry('A', 1, [1, 2]), entry('B', 2, [2, 3])]), 9)).toEqual([{ id: 'A', below: ['B'] }]);
    expect(hardToTellApart(summary([entry('A', 1, [1, 2]), entry('B', 2, null)]), 9)).toEqual([]);
    expect(hardToTellApart(summary([entry('A', 1, [1, 3]), entry('B', 2, [2, 2]), entry('C', 3, [3, 4])]), 9)).toEqual([{ id: 'A', below: ['B', 'C'] }]);
    expect(hardToTellApart(summary([entry('A', 1, [3, 4]), entry('B', 2, [1, 2])]), 9)).toEqual([]);
    expect(hardToTellApart(summary([entry('A', 1, [1, 3]), entry('B', 2, [2, 2]), entry('C', 3, [3, 4])]), 2)).toEqual([{ id: 'A', below: ['B'] }]);
  });
});
