import { describe, expect, test } from 'vitest';
import { CATEGORY_TEMPLATES } from '../instrument/template.ts';
import { fromInt } from '../shared/rational.ts';
import { workedExample } from './worked-example.ts';

const MOST = fromInt(111);

describe('the worked example of a category', () => {
  test.each([
    // 17/18/16/19/17 of 20 steps of 5: 85 90 80 95 85 by 30/25/20/15/10.
    ['skpd', '86.75', '82.88', '85.20'],
    // 3 2 3 2 3 2 of 3 by 5/5/4/3/2/2: 100 (5+4+2) + 66,67 (5+3+2) over 21.
    ['blud-puskesmas', '84.13', '82.88', '83.63'],
  ])('of %s is the official calculation of invented scores', (code, jury, desk, final) => {
    const { rules, rubric } = CATEGORY_TEMPLATES.find((one) => one.code === code)!;
    const outcome = workedExample(rules, rubric, MOST);
    expect(outcome).toMatchObject({
      ok: true,
      value: { points: '92', most: '111', entry: { jurors: 3, jury: { rounded: jury }, desk: { rounded: desk }, final: { rounded: final } } },
    });
  });

  test('keeps to the steps of a scale that does not begin at zero', () => {
    const [{ rules, rubric }] = CATEGORY_TEMPLATES as [(typeof CATEGORY_TEMPLATES)[number]];
    const criteria = rubric.criteria.map((criterion) => ({ ...criterion, min: '1', max: '6', step: '2.5' }));
    expect(workedExample(rules, { ...rubric, criteria, scale: 'minmax' }, MOST)).toMatchObject({ ok: true, value: { entry: { jury: { rounded: '50.00' } } } });
  });

  test('refuses what the official calculation refuses', () => {
    const [{ rules, rubric }] = CATEGORY_TEMPLATES as [(typeof CATEGORY_TEMPLATES)[number]];
    expect(workedExample({ ...rules, deskShare: '0', juryShare: '0' }, rubric, MOST)).toMatchObject({ ok: false, refusal: { code: 'result.shares-invalid' } });
  });
});
