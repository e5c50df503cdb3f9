import { describe, expect, test } from 'vitest';
import { toText } from '../shared/rational.ts';
import { type Criterion, checkRubric, percentNeedsConfirmation, type Rubric, readPoints, scaled } from './rubric.ts';
import { parseWeight, readWeight, weightShare, weightSum } from './weights.ts';

const levels = ['1', '2', '3'].map((points) => ({ points, label: `tingkat ${points}` }));
const number: Criterion = { code: 'A', name: 'Dampak', weight: '30', min: '0', max: '100', step: '0.5', entry: 'number' };
const byLevel: Criterion = { code: 'B', name: 'Mutu', weight: '5', min: '1', max: '3', step: '1', entry: 'levels', levels };
const rubric: Rubric = {
  version: 1,
  criteria: [number, byLevel],
  scale: 'minmax',
  minJurors: 3,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
const codeOf = (changed: Partial<Rubric>) => {
  const outcome = checkRubric({ ...rubric, ...changed });
  return outcome.ok ? 'ok' : outcome.refusal.code;
};
const withFirst = (changed: Partial<Criterion>, scale: Rubric['scale'] = 'minmax') => codeOf({ criteria: [{ ...number, ...changed }], scale });
const withLevels = (changed: Partial<Criterion>) => codeOf({ criteria: [{ ...byLevel, ...changed }] });

describe('a rubric', () => {
  test('is accepted when it can score', () => expect(codeOf({})).toBe('ok'));

  test('is refused with its first fault', () => {
    expect(codeOf({ criteria: [] })).toBe('rubric.no-criteria');
    expect(codeOf({ criteria: [number, number] })).toBe('rubric.duplicate-criterion');
    expect(withFirst({ code: '' })).toBe('rubric.duplicate-criterion');
    expect(withFirst({ weight: 'berat' })).toBe('rubric.number-unreadable');
    expect(withFirst({ max: '' })).toBe('rubric.number-unreadable');
    expect(withFirst({ weight: '-1' })).toBe('rubric.weight-not-positive');
    expect(withFirst({ weight: '0' })).toBe('rubric.weight-not-positive');
    expect(withFirst({ min: '100' })).toBe('rubric.range-empty');
    expect(withFirst({ min: '-1', step: '1' }, 'max')).toBe('rubric.range-outside-scale');
    expect(withFirst({ max: '101' }, 'raw')).toBe('rubric.range-outside-scale');
    expect(withFirst({ step: '0' })).toBe('rubric.step-invalid');
    expect(withFirst({ step: '3' })).toBe('rubric.step-invalid');
    expect(codeOf({ minJurors: 0 })).toBe('rubric.min-jurors-invalid');
    expect(codeOf({ decimals: 1.5 })).toBe('rubric.decimals-invalid');
    expect(codeOf({ trim: -1 })).toBe('rubric.trim-invalid');
  });

  test('names the criterion or the number at fault', () => {
    const factsOf = (changed: Partial<Rubric>) => {
      const outcome = checkRubric({ ...rubric, ...changed });
      return outcome.ok ? null : outcome.refusal.facts;
    };
    expect(factsOf({ criteria: [number, { ...byLevel, weight: '0' }] })).toEqual({ criterion: 'B' });
    expect(factsOf({ criteria: [number, number] })).toEqual({ criterion: 'A' });
    expect([factsOf({ minJurors: 100 }), factsOf({ decimals: 11 }), factsOf({ trim: 50 })]).toEqual([{ value: 100 }, { value: 11 }, { value: 50 }]);
  });

  test('holds at the ends of what it may be', () => {
    for (const changed of [{ minJurors: 1 }, { minJurors: 99 }, { decimals: 0 }, { decimals: 10 }, { trim: 0 }, { trim: 49 }])
      expect(codeOf(changed)).toBe('ok');
    expect(withFirst({ min: '-1', step: '1' })).toBe('ok');
    expect(withFirst({ min: '0' }, 'max')).toBe('ok');
    expect([withFirst({}, 'raw'), withFirst({ max: '200' }, 'max')]).toEqual(['ok', 'ok']);
    expect(withLevels({ levels: levels.slice(1) })).toBe('ok');
  });

  test('is refused when its levels do not fit the scale', () => {
    expect(withLevels({ levels: levels.slice(2) })).toBe('rubric.levels-invalid');
    expect(withLevels({ levels: [{ points: '0', label: '' }, ...levels] })).toBe('rubric.levels-invalid');
    expect(withLevels({ levels: [...levels, { points: '1.5', label: '' }] })).toBe('rubric.levels-invalid');
    expect(withLevels({ levels: undefined })).toBe('rubric.levels-invalid');
    expect(withLevels({ levels: [...levels, { points: '4', label: '' }] })).toBe('rubric.levels-invalid');
    expect(withLevels({ levels: [...levels, { points: '3.0', label: '' }] })).toBe('rubric.levels-invalid');
    expect(withLevels({ levels: [...levels, { points: 'x', label: '' }] })).toBe('rubric.levels-invalid');
  });

  test('asks about percent only when the weights do not add to 100', () => {
    expect(percentNeedsConfirmation({ ...rubric, percent: true })).toBe(true);
    expect(percentNeedsConfirmation({ ...rubric, percent: true, criteria: [{ ...number, weight: '100' }] })).toBe(false);
    expect(percentNeedsConfirmation(rubric)).toBe(false);
  });
});

describe('points', () => {
  const codeFor = (criterion: Criterion, text: string) => {
    const outcome = readPoints(criterion, text);
    return outcome.ok ? toText(outcome.value) : outcome.refusal.code;
  };

  test('are read with a comma or a dot', () => {
    expect(codeFor(number, '80,5')).toBe('161/2');
    expect(codeFor(number, '80.50')).toBe('161/2');
    expect(codeFor(byLevel, '2')).toBe('2');
  });

  test('are refused outside the scale, off the step, off the levels or when no number', () => {
    expect(codeFor(number, '100,5')).toBe('score.outside-scale');
    expect(codeFor(number, '-1')).toBe('score.outside-scale');
    expect(codeFor(number, '80,25')).toBe('score.off-step');
    expect(codeFor({ ...byLevel, levels: levels.slice(0, 2) }, '3')).toBe('score.off-step');
    expect(codeFor(number, '')).toBe('score.not-a-number');
    expect(codeFor(number, '8O')).toBe('score.not-a-number');
    expect(codeFor({ ...byLevel, levels: undefined }, '3')).toBe('score.off-step');
  });

  test('that are refused come back with what they may be', () => {
    const factsFor = (criterion: Criterion, text: string) => {
      const outcome = readPoints(criterion, text);
      return outcome.ok ? null : outcome.refusal.facts;
    };
    expect(factsFor(number, 'x')).toEqual({ criterion: 'A', typed: 'x', min: '0', step: '0.5' });
    expect(factsFor(number, '101')).toEqual({ criterion: 'A', typed: '101', min: '0', max: '100' });
    expect(factsFor(number, '0.25')).toEqual({ criterion: 'A', typed: '0.25', min: '0', max: '100', step: '0.5' });
    expect(factsFor({ ...byLevel, levels: levels.slice(0, 2) }, '3')).toEqual({
      criterion: 'B',
      typed: '3',
      min: '1',
      max: '3',
      step: '1',
      levels: ['1', '2'],
    });
  });

  test('are scaled by the three rules', () => {
    const two = { n: 2n, d: 1n };
    expect((['minmax', 'max', 'raw'] as const).map((scale) => toText(scaled(byLevel, scale, two)))).toEqual(['50', '200/3', '2']);
    expect(() => scaled({ ...byLevel, max: '?' }, 'max', two)).toThrow('rubric number not checked: ?');
  });
});

test('weights are exact shares of their sum', () => {
  expect(toText(weightSum(rubric))).toBe('35');
  expect(toText(weightShare(rubric, 'B'))).toBe('1/7');
  expect(toText(weightShare(rubric, 'Z'))).toBe('0');
  expect(parseWeight('1/9')).toEqual({ n: 1n, d: 9n });
  expect(() => readWeight('banyak')).toThrow('not a weight: banyak');
});
