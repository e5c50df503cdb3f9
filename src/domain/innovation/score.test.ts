import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { fromInt, rational, toText, ZERO } from '../shared/rational.ts';
import { nextStep, shareOf, shortOfFloor } from './score.ts';

const row = (code: string, weight: string): Indicator => ({
  code,
  name: code,
  variable: '',
  weight,
  mandatory: false,
  levels: [],
  evidence: '',
  formats: '',
});
const field = (...sid: readonly Indicator[]): Instrument => ({ code: 'iid-x', year: 2026, legalSource: '', sid, spd: [], count: null });

describe('the next step', () => {
  const heavy = field(row('A', '2'), row('B', '4'), row('C', '2'));
  const claim = (level: number) => ({ level, basis: null, note: '' });

  test('raises by one level what is evidenced, and proves what is bare', () => {
    expect(nextStep(heavy, { A: claim(1), B: claim(3), C: claim(1) }, new Set(['A', 'B', 'C']))).toEqual({
      code: 'A',
      kind: 'raise',
      from: 1,
      to: 2,
      gain: fromInt(2),
    });
    expect(nextStep(heavy, { A: claim(3), B: claim(1), C: claim(3) }, new Set(['B']))).toEqual({ code: 'A', kind: 'attach', from: 3, to: 3, gain: fromInt(6) });
  });

  test('prefers the proof of a later row over a level of an earlier one when both gain the same, and the earlier of two proofs', () => {
    expect(nextStep(field(row('A', '2'), row('C', '2')), { C: claim(1) }, new Set())).toMatchObject({ code: 'C', kind: 'attach' });
    expect(nextStep(field(row('A', '2'), row('C', '2')), { A: claim(1), C: claim(1) }, new Set())).toMatchObject({ code: 'A', kind: 'attach' });
    expect(nextStep(field(row('C', '2'), row('A', '2')), { C: claim(1) }, new Set())).toMatchObject({ code: 'C', kind: 'attach' });
    expect(nextStep(field(row('A', '2'), row('C', '2')), {}, new Set())).toMatchObject({ code: 'A', kind: 'raise' });
  });
});

test('a share of nothing is nothing', () => {
  expect([shareOf(rational('3'), rational('4')), shareOf(rational('1/2'), rational('2/3')), shareOf(ZERO, ZERO)]).toEqual([0.75, 0.75, 0]);
});

test('what is lacking to the gate is told below it only: a value equal to the floor passes', () => {
  const short = (evidenced: string, floor: string | null) => {
    const lacking = shortOfFloor(rational(evidenced), floor);
    return lacking === null ? null : toText(lacking);
  };
  expect(short('28', '50')).toBe('22');
  expect(short('49.5', '50')).toBe('1/2');
  expect([short('50', '50'), short('111', '50'), short('0', null)]).toEqual([null, null, null]);
});
