import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, fromInt, rational, toText } from '../shared/rational.ts';
import { computeSkm, gradeOf, neededRespondents, type Responses, SKM_ELEMENTS, type SkmWeight } from './skm.ts';

const nine = (answer: number) => Array<number>(9).fill(answer);
function survey(responses: Responses, elements = 9, weight: SkmWeight = 'equal') {
  const outcome = computeSkm(responses, elements, weight);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const refusal = (responses: Responses, elements = 9, weight: SkmWeight = 'equal') => {
  const outcome = computeSkm(responses, elements, weight);
  return outcome.ok ? null : outcome.refusal;
};

describe('the satisfaction index', () => {
  test('weighs nine elements by exactly 1/9, and by 0.11 only when asked', () => {
    expect(survey([nine(4)])).toMatchObject({ respondents: 1, value: { exact: '100', rounded: '100.00' }, grade: 'A' });
    expect(survey([nine(4)], 9, 'printed')).toMatchObject({ value: { exact: '99', rounded: '99.00' }, grade: 'A' });
    expect(survey([nine(1)], 9, 'printed')).toMatchObject({ value: { rounded: '24.75' }, grade: 'D' });
    expect(SKM_ELEMENTS).toHaveLength(9);
  });

  test('takes the mean of those who answered an element', () => {
    const { elements, index, value, respondents } = survey(
      [
        [4, null],
        [3, 2],
        [null, null],
      ],
      2,
    );
    expect(elements.map(({ answers, average }) => [answers, average && toText(average)])).toEqual([
      [2, '7/2'],
      [1, '2'],
    ]);
    expect([index && toText(index), value?.rounded, respondents]).toEqual(['11/4', '68.75', 2]);
  });

  test('is not estimable while an element has no answer, and never 0', () => {
    const empty = { answers: 0, average: null, weighted: null };
    expect(survey([[4, null]], 2)).toMatchObject({ elements: [{ answers: 1 }, empty], index: null, value: null, grade: null });
    expect(survey([])).toMatchObject({ respondents: 0, value: null, grade: null });
  });

  test.each([
    ['88.31', 'A'],
    ['88.30', 'B'],
    ['76.61', 'B'],
    ['76.60', 'C'],
    ['65.00', 'C'],
    ['64.99', 'D'],
    ['25.00', 'D'],
  ] as const)('grades the rounded %s as %s', (printed, grade) => expect(gradeOf(printed)).toBe(grade));

  test('grades after rounding, so that the gaps between the bands catch nobody', () => {
    const some = (fours: number, threes: number) => survey([...Array<[4]>(fours).fill([4]), ...Array<[3]>(threes).fill([3])], 1);
    expect(some(2_661, 2_339)).toMatchObject({ value: { exact: '17661/200', rounded: '88.31' }, grade: 'A' });
    expect(some(5_321, 4_679)).toMatchObject({ value: { exact: '35321/400', rounded: '88.30' }, grade: 'B' });
  });

  test('refuses answers outside 1 to 4 with their row, and rows of another length', () => {
    for (const bad of [0, 5, 2.5, Number.NaN]) {
      expect(refusal([nine(4), [...nine(3).slice(1), bad]])).toEqual({ code: 'skm.answer-invalid', facts: { row: 2, element: 9, typed: String(bad) } });
    }
    expect(refusal([[1, 2]])).toEqual({ code: 'skm.answer-count', facts: { row: 1, found: 2, wanted: 9 } });
    expect(refusal([[1]], 1, 'printed')?.code).toBe('skm.printed-weight');
    expect([refusal([], 0)?.code, refusal([], 1.5)?.code]).toEqual(['skm.no-elements', 'skm.no-elements']);
  });

  test('stays between 25 and 100 and does not ask for the order of the questionnaires', () => {
    const answers = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(fc.array(answers, { minLength: 1, maxLength: 12 }), (responses) => {
        const { value } = survey(responses);
        const exact = rational(value?.exact ?? '0');
        expect(compare(exact, fromInt(25)) >= 0 && compare(exact, fromInt(100)) <= 0).toBe(true);
        expect(survey([...responses].reverse()).value).toEqual(value);
      }),
    );
  });
});

describe('the sample', () => {
  test.each([
    [1, 1],
    [10, 10],
    [15, 14],
    [20, 19],
    [50, 44],
    [100, 80],
    [150, 108],
    [200, 132],
    [500, 217],
    [1_000, 278],
    [5_000, 357],
    [10_000, 370],
    [130_355, 383],
    [1_000_000, 384],
  ])('of %i served people is %i respondents, as in the table', (population, needed) => {
    expect(neededRespondents(population)).toEqual({ ok: true, value: needed });
  });

  test('is never larger than the population and never shrinks with it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2_000_000 }), (population) => {
        const [one, next] = [neededRespondents(population), neededRespondents(population + 1)];
        if (!one.ok || !next.ok) throw new Error('refused');
        expect(one.value <= population && one.value <= next.value).toBe(true);
      }),
    );
    for (const bad of [0, -1, 1.5, Number.POSITIVE_INFINITY]) expect(neededRespondents(bad).ok).toBe(false);
  });
});
