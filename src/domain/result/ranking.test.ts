import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational, toText } from '../shared/rational.ts';
import { aggregate, median, trimmedMean } from './aggregate.ts';
import { drawLot, seedNumber } from './lot.ts';
import { competitionRanks, cutAt } from './ranking.ts';
import { breakTies, byDecision, byFigure, byLot, decidedBy, headToHead, isWholeDecision } from './tie-break.ts';

const numbers = (...texts: string[]) => texts.map(rational);
const totalsOf = (rows: Record<string, Record<string, string>>) =>
  new Map(Object.entries(rows).map(([id, row]) => [id, new Map(Object.entries(row).map(([juror, total]) => [juror, rational(total)]))]));

describe('the jury score', () => {
  test('is a mean, a median or a trimmed mean', () => {
    const four = numbers('4', '1', '3', '10');
    expect(toText(aggregate(four, 'mean', 0).value)).toBe('9/2');
    expect(toText(aggregate(four, 'median', 0).value)).toBe('7/2');
    expect(toText(aggregate(four, 'trimmed', 1).value)).toBe('7/2');
    expect(toText(median(numbers('5', '1', '2')))).toBe('2');
    expect(() => median([])).toThrow('median of nothing');
  });

  test('falls back to the plain mean, flagged, when too few are left to trim', () => {
    expect(trimmedMean(numbers('1', '2'), 1)).toEqual({ value: rational('3/2'), plainMean: true });
    expect(trimmedMean(numbers('1', '2', '9'), 1)).toEqual({ value: rational('2'), plainMean: false });
    expect(trimmedMean(numbers('1', '2', '6'), 0)).toEqual({ value: rational('3'), plainMean: false });
    expect(trimmedMean(numbers('1', '2', '3', '10'), 2)).toEqual({ value: rational('4'), plainMean: true });
    expect(trimmedMean(numbers('9', '1', '2', '3', '7'), 2)).toEqual({ value: rational('3'), plainMean: false });
  });
});

describe('the cut', () => {
  const order = [['A'], ['B', 'C'], ['D']];

  test('never splits a tied group', () => {
    expect(cutAt(order, 2, 'include')).toEqual({ selected: ['A', 'B', 'C'], straddling: ['B', 'C'], how: 'included', placesLeft: 0 });
    expect(cutAt(order, 2, 'exclude')).toEqual({ selected: ['A'], straddling: ['B', 'C'], how: 'excluded', placesLeft: 1 });
    expect(cutAt(order, 2, 'unresolved')).toMatchObject({ how: 'unresolved', selected: ['A'], placesLeft: 1 });
    expect(cutAt(order, 3, 'unresolved')).toMatchObject({ how: 'clean', selected: ['A', 'B', 'C'], placesLeft: 0 });
    expect(cutAt(order, 9, 'include')).toMatchObject({ how: 'clean', placesLeft: 5 });
  });

  test('waits under every policy when the tie waits for a decision', () => {
    expect(cutAt(order, 2, 'include', new Set(['C']))).toMatchObject({ how: 'unresolved', selected: ['A'] });
    expect(cutAt(order, 3, 'include', new Set(['C']))).toMatchObject({ how: 'clean' });
  });
});

describe('the ladder', () => {
  const tied = [['A', 'B', 'C']];
  const points = (values: Record<string, string | null>) =>
    byFigure('jury', (id) => {
      const value = values[id] ?? null;
      return value === null ? null : rational(value);
    });

  test('parts a group step by step and keeps what each step compared', () => {
    const second = byFigure('median', (id) => rational(id === 'C' ? '9' : '8'));
    const resolved = breakTies(tied, [points({ A: '1', B: '2', C: '2' }), second]);
    expect(resolved.order).toEqual([['C'], ['B'], ['A']]);
    expect(resolved.trace.map(({ step, tied: group }) => [step, group])).toEqual([
      ['jury', ['A', 'B', 'C']],
      ['median', ['B', 'C']],
    ]);
    expect(['A', 'B', 'X'].map((id) => decidedBy(resolved.trace, id))).toEqual(['jury', 'median', null]);
  });

  test('leaves a shared place when it runs out, and skips a step one entry has no figure for', () => {
    expect(breakTies(tied, [points({ A: '1', B: null, C: '2' })]).order).toEqual(tied);
    expect([...competitionRanks(breakTies(tied, []).order).values()]).toEqual([1, 1, 1]);
  });

  test('waits for a decision and never falls through to the lot', () => {
    const resolved = breakTies(tied, [byDecision([{ tied: ['A', 'B'], order: [['A'], ['B']], act: 'BA 1' }]), byLot({ seed: '42', source: 'undian' })]);
    expect(resolved.order).toEqual(tied);
    expect([...resolved.waiting]).toEqual(['A', 'B', 'C']);
    expect(resolved.trace).toEqual([{ step: 'decision', tied: ['A', 'B', 'C'], groups: tied, waiting: true }]);
    expect(breakTies(tied, [byLot(null)]).waiting.size).toBe(3);
  });

  test('follows a decision, ties it keeps included, and goes on to the lot', () => {
    const decision = { tied: ['C', 'A', 'B'], order: [['C'], ['B', 'A']], act: 'BA 7' };
    expect(breakTies(tied, [byDecision([decision])])).toMatchObject({ order: [['C'], ['A', 'B']], trace: [{ by: 'BA 7' }] });
    const lot = byLot({ seed: '42', source: 'undian 1 November' });
    expect(breakTies(tied, [byDecision([decision]), lot]).trace.at(-1)?.by).toBe('42 (undian 1 November)');
  });

  test('knows a whole decision from a broken one', () => {
    const whole = (tiedIds: string[], order: string[][]) => isWholeDecision({ tied: tiedIds, order, act: '' });
    expect(whole(['A', 'B'], [['B'], ['A']])).toBe(true);
    expect([whole(['A', 'B'], [['B']]), whole(['A', 'B'], [['A', 'A']]), whole(['A', 'A'], [['A'], ['A']]), whole(['A'], [['A'], []])]).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });

  test('counts rivals beaten by a majority of the jurors who scored both', () => {
    const totals = totalsOf({ A: { J1: '90', J2: '80', J3: '70' }, B: { J1: '85', J2: '79', J3: '99' }, C: { J1: '90' } });
    expect(['A', 'B', 'C'].map((id) => toText(headToHead(id, ['A', 'B', 'C'], totals)))).toEqual(['3/2', '0', '3/2']);
    expect(toText(headToHead('X', ['A', 'X'], totals))).toBe('1/2');
  });
});

describe('the lot', () => {
  test('is the published shuffle, whatever order the entries come in', () => {
    expect(drawLot(['BL-1', 'BL-2', 'BL-3', 'BL-4'], '42')).toEqual(['BL-1', 'BL-4', 'BL-2', 'BL-3']);
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 8 }), fc.string(), (ids, seed) => {
        const drawn = drawLot(ids, seed);
        expect(drawLot([...ids].reverse(), seed)).toEqual(drawn);
        expect([...drawn].sort()).toEqual([...ids].sort());
      }),
    );
  });

  test('reads a whole number modulo 2^32 and any other text by FNV-1a', () => {
    expect([seedNumber('42'), seedNumber('4294967338'), seedNumber(''), seedNumber('a'), seedNumber('foobar')]).toEqual([
      42, 42, 0x811c9dc5, 0xe40c292c, 0xbf9cf968,
    ]);
    expect(seedNumber('é')).not.toBe(seedNumber('e'));
  });
});
