import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Criterion, Rubric } from './rubric.ts';
import { EMPTY_CRITERION, readRubricForm, rubricAsForm } from './rubric-form.ts';

const NUMBER: Criterion = { code: 'KEB', name: 'Kebaruan', weight: '30', min: '0', max: '100', step: '1', entry: 'number', hint: 'Seberapa baru.' };
const LEVELS: Criterion = {
  code: 'MAN',
  name: 'Manfaat',
  weight: '12.5',
  min: '1',
  max: '3',
  step: '1',
  entry: 'levels',
  levels: ['Kurang', 'Cukup', 'Baik'].map((label, at) => ({ points: String(at + 1), label })),
};
const RUBRIC: Rubric = {
  version: 4,
  criteria: [NUMBER, LEVELS],
  scale: 'max',
  minJurors: 3,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
const form = rubricAsForm(RUBRIC);
const withSecond = (change: object) => ({ ...form, criteria: [form.criteria[0]!, { ...form.criteria[1]!, ...change }] });
const faults = (typed: typeof form) => {
  const read = readRubricForm(typed, 1);
  return read.ok ? {} : Object.fromEntries(Object.entries(read.refusal.fields ?? {}).map(([field, one]) => [field, one.code]));
};

describe('a rubric as typed', () => {
  it('comes back as it was', () => expect(readRubricForm(form, 4)).toEqual({ ok: true, value: RUBRIC }));

  it('leaves out empty rows and names a new criterion by its letters', () => {
    const added = { ...EMPTY_CRITERION, name: 'Kebersamaan', weight: '5', levels: '2 = Cukup\n1 = Kurang\n4: Sangat baik' };
    const read = readRubricForm({ ...form, criteria: [...form.criteria, EMPTY_CRITERION, added] }, 5);
    expect(read).toMatchObject({ ok: true, value: { criteria: [{ code: 'KEB' }, { code: 'MAN' }, { code: 'KEB2', min: '1', max: '4', step: '1' }] } });
  });

  test.each([
    ['no weight', { weight: '' }, { 'weight-1': 'rubric.number-unreadable' }],
    ['a weight of nothing', { weight: '0' }, { 'weight-1': 'rubric.weight-not-positive' }],
    ['no name', { name: '' }, { 'name-1': 'rubric.name-missing' }],
    ['a level without words', { levels: '1 = Kurang\n2' }, { 'levels-1': 'rubric.level-line' }],
    ['one level only', { levels: '1 = Ada' }, { 'levels-1': 'rubric.levels-few' }],
    ['no level at all', { levels: ' \n' }, { 'levels-1': 'rubric.levels-few' }],
    ['two levels of the same points', { levels: '1 = Ada\n1 = Lagi' }, { 'levels-1': 'rubric.range-empty' }],
    ['a range that runs back', { entry: 'number', min: '10', max: '1' }, { 'max-1': 'rubric.range-empty' }],
    ['a step that misses the end', { entry: 'number', min: '0', max: '10', step: '3' }, { 'step-1': 'rubric.step-invalid' }],
  ])('%s is told at its field', (_name, change, expected) => expect(faults(withSecond(change))).toEqual(expected));

  it('tells its own numbers at their fields, and asks for a criterion', () => {
    expect(faults({ ...form, minJurors: '0', decimals: 'dua' })).toEqual({ decimals: 'rubric.decimals-invalid' });
    expect(faults({ ...form, minJurors: '0' })).toEqual({ minJurors: 'rubric.min-jurors-invalid' });
    expect(readRubricForm({ ...form, criteria: [] }, 1)).toMatchObject({ refusal: { code: 'rubric.no-criteria' } });
  });

  it('reaches every level from the lowest, whatever their points', () => {
    const points = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(points, fc.constantFrom(1, 4, 100), (units, per) => {
        const levels = units.map((unit) => `${String(unit / per).replace('.', ',')} = Kata ${unit}`).join('\n');
        expect(faults(withSecond({ levels }))).toEqual(Math.max(...units) === 0 ? expect.anything() : {});
      }),
    );
  });
});
