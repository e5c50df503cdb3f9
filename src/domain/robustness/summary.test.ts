import { describe, expect, test } from 'vitest';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import { computeResult } from '../result/compute.ts';
import type { ResultBody, ResultInput } from '../result/result.ts';
import { rational, toText } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { robustnessCard, totalsOf } from './card.ts';
import { type Icc, intraclass } from './icc.ts';
import { officialWithoutEach } from './official-without.ts';
import { type CardSummary, type EntryCard, hardToTellApart, steadiness, summariseCard } from './summary.ts';
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
    expect(card).toMatchObject({ form: 'card/1', top: 2, sheets: 12, severity: 'complete', components: [], bridges: [] });
    expect(card.agreement.entriesInBlock).toBe(4);
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
    expect(card.entries.reduce((whole, one) => whole + one.winsByWeights, 0)).toBeCloseTo(1, 9);
    expect(card.entries[3]).toMatchObject({ interval: [4, 4], winsByPanel: 0, winsByWeights: 0 });
    expect(card.entries[0]?.interval).toEqual([1, 2]);
  });

  test('says how far each weight may move', () => {
    expect(card.stability.map(({ code, at }) => [code, at])).toEqual([
      ['a', 0.75],
      ['b', 0.25],
    ]);
    for (const { low, at, high } of card.stability) expect(low <= at && at <= high && low >= 0 && high <= 1).toBe(true);
    const { matrix } = robustnessCard(bodyOf(inputOf(COMPLETE)), new Map([['a', rational('3')]]), 1);
    expect(toText(matrix.get('A')?.get('a') ?? rational('0'))).toBe('85');
  });

  test('says how far the jury agrees, and what more jurors would give', () => {
    const { agreement } = card;
    expect(agreement.w).toBeGreaterThan(0.9);
    const { estimates } = intraclass(completeBlock(totalsOf(bodyOf(inputOf(COMPLETE))))) as Icc;
    expect([agreement.icc2k, agreement.icc3k]).toEqual([estimates.ICC2k, estimates.ICC3k].map((one) => one && toNumber(one)));
    expect(agreement.icc2kInterval?.[0]).toBeLessThan(agreement.icc2k ?? 0);
    expect(agreement.icc2kInterval?.[1]).toBeGreaterThan(agreement.icc2k ?? 1);
    expect(agreement.alpha).toBeGreaterThan(0.9);
    expect(agreement.alphaInterval).toBeNull();
    expect(agreement.wP).toBeLessThan(0.05);
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

  test('of no sheet at all is empty, without a wrong number in it', () => {
    const card = cardOf(inputOf({ A: {}, B: {} }));
    expect(card).toMatchObject({ severity: 'none', sheets: 0, entries: [], jurors: [], jurorP: null, droppedShare: null });
    expect(card.agreement).toEqual({
      entriesInBlock: 0,
      alpha: null,
      alphaInterval: null,
      icc2k: null,
      icc2kInterval: null,
      icc3k: null,
      w: null,
      wP: null,
      g: null,
      projected: [],
    });
    expect(card.votes).toEqual({ condorcetWinner: null, smith: [] });
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
  test('the official rule itself says who would win, enter, leave and be blocked', () => {
    const scores: Scores = {
      A: { J1: [90, 90], J2: [50, 50], J3: [52, 52] },
      B: { J1: [40, 40], J2: [70, 70], J3: [72, 72] },
      C: { J1: [60, 60], J2: [66, 66] },
    };
    const input = inputOf(scores, { winners: 1 });
    const found = officialWithoutEach(input, bodyOf(input), 1);
    expect(bodyOf(input).entries.map(({ id, rank }) => [id, rank])).toEqual([
      ['A', 1],
      ['B', 3],
      ['C', 2],
    ]);
    expect(found).toEqual([
      { juror: 'J1', winners: ['B'], entering: ['B'], leaving: ['A'], maxRankShift: 2, blocked: ['C'] },
      { juror: 'J2', winners: ['A'], entering: [], leaving: [], maxRankShift: 1, blocked: ['C'] },
      { juror: 'J3', winners: ['A'], entering: [], leaving: [], maxRankShift: 0, blocked: [] },
    ]);
  });

  test('names only entries that the juror alone keeps in', () => {
    const input = inputOf(without(COMPLETE, 'D', 'J2', 'J3'));
    expect(officialWithoutEach(input, bodyOf(input), 2).map(({ juror, blocked }) => [juror, blocked])).toEqual([
      ['J1', []],
      ['J2', []],
      ['J3', []],
    ]);
  });
});

describe('a sentence for the minutes', () => {
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
  const one = (juror: string, winners: readonly string[], entering: readonly string[] = [], blocked: readonly string[] = []) => ({
    juror,
    winners,
    entering,
    leaving: entering.length > 0 ? ['A'] : [],
    maxRankShift: 0,
    blocked,
  });
  const summary = (entries: readonly EntryCard[], withoutJuror: CardSummary['withoutJuror'] = []) => ({ entries, withoutJuror }) as unknown as CardSummary;

  test('knows on whom the first place, the line and the estimate hang', () => {
    const entries = [entry('A', 1, null), entry('B', 2, null)];
    const found = steadiness(
      summary(entries, [one('J1', ['A']), one('J2', ['B'], ['B']), one('J3', ['A'], [], ['B']), { ...one('J4', ['A']), leaving: ['B'] }]),
    );
    expect(found).toEqual({ winner: ['J2'], line: ['J2', 'J4'], unknown: ['J3'] });
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
