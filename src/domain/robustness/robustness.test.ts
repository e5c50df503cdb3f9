import { describe, expect, test } from 'vitest';
import { rational, toText } from '../shared/rational.ts';
import { toNumber } from './approximate.ts';
import { midranks, spearman } from './correlation.ts';
import { intraclass } from './icc.ts';
import { kendallW } from './kendall.ts';
import { chanceOfAgreement } from './kendall-p.ts';
import { krippendorffAlpha } from './krippendorff.ts';
import { zNormalise } from './normalise.ts';

const values = (...list: (string | number)[]) => list.map((value) => rational(String(value)));

describe('diagnostics', () => {
  test('approximate an exact value by the nearest double', () => {
    const texts = ['75/2', '-1/3', '0', '12345678901234567890', '1/12345678901234567890', '-98765432109876543210/7', `${10n ** 40n}`];
    const nearest = [37.5, -1 / 3, 0, Number('12345678901234567890'), 1 / Number('12345678901234567890'), Number('-98765432109876543210') / 7, 1e40];
    expect(texts.map((text) => toNumber(rational(text)))).toEqual(nearest);
  });

  test('rank from the lowest, ties in the middle', () => {
    expect(midranks(values(5, 1, 5, 3)).map(toText)).toEqual(['7/2', '1', '7/2', '2']);
  });

  test('correlate by ranks, with a dash for a constant list', () => {
    expect(spearman(values(1, 2, 3), values(10, 20, 90))).toBe(1);
    expect(spearman(values(1, 2, 3), values(3, 2, 1))).toBe(-1);
    expect(spearman(values(1, 2, 2, 3), values(1, 2, 3, 4))).toBeCloseTo(0.9486832980505138, 12);
    expect([spearman(values(1, 1), values(1, 2)), spearman([], [])]).toEqual([null, null]);
    expect(() => spearman(values(1), [])).toThrow(RangeError);
  });

  test('measure agreement exactly, or not at all', () => {
    expect(krippendorffAlpha([values(1, 1), values(2, 3)], 'nominal')).toEqual({ n: 2n, d: 5n });
    expect([krippendorffAlpha([], 'interval'), krippendorffAlpha([values(1), [null, rational('2')]], 'nominal')]).toEqual([null, null]);
    expect([intraclass([values(1, 2)]), intraclass([])]).toEqual([null, null]);
    expect(kendallW([])).toBeNull();
    expect(kendallW([values(1), values(2)])).toMatchObject({ W: { n: 1n, d: 1n }, meanSpearman: null });
    expect(kendallW([values(1, 1), values(2, 2), values(3, 3)])).toMatchObject({ W: { n: 1n }, df: 2, meanSpearman: { n: 1n } });
  });

  test('count every shuffle of a small panel: agreement by chance, exact, ties kept', () => {
    const block = (...rows: number[][]) => rows.map((row) => values(...row));
    // Two jurors, three entries: 1 of 6 shuffles agrees wholly, all 6 at least disagree wholly; with a tie 2 of 6 arrangements do.
    expect(chanceOfAgreement(block([1, 1], [2, 2], [3, 3]))).toEqual({ p: 1 / 6, error: null });
    expect(chanceOfAgreement(block([1, 3], [2, 2], [3, 1]))).toEqual({ p: 1, error: null });
    expect(chanceOfAgreement(block([1, 1], [2, 2], [2, 2]))).toEqual({ p: 1 / 3, error: null });
    // Three jurors, three entries: all agree in 1 of 36. Kendall's table of S for m = 3, n = 3: P(S >= 18) = 0.028, P(S >= 14) = 0.194.
    expect(chanceOfAgreement(block([1, 1, 1], [2, 2, 2], [3, 3, 3]))?.p).toBeCloseTo(1 / 36, 12);
    expect(chanceOfAgreement(block([1, 1, 2], [2, 2, 1], [3, 3, 3]))?.p).toBeCloseTo(7 / 36, 12);
    expect([chanceOfAgreement(block([1])), chanceOfAgreement(block([1, 2])), chanceOfAgreement([])]).toEqual([null, null, null]);
  });

  test('draw many shuffles of a larger panel, with the standard error', () => {
    const rows = Array.from({ length: 9 }, (_, i) => values(i, (i * 4) % 9, (i * 7) % 9, (i * 2) % 9));
    const found = chanceOfAgreement(rows);
    expect(found).toEqual(chanceOfAgreement(rows));
    expect(found?.error).toBeCloseTo(Math.sqrt(((found?.p ?? 0) * (1 - (found?.p ?? 0))) / 20_000), 12);
    // Near the chi-square, which is good for nine entries.
    expect(found?.p).toBeCloseTo(kendallW(rows)?.p ?? 0, 1);
  });

  test('flag a juror with too few scores and never divide by a spread of zero', () => {
    const totals = new Map([
      [
        'A',
        new Map([
          ['J1', rational('80')],
          ['J2', rational('70')],
        ]),
      ],
      [
        'B',
        new Map([
          ['J1', rational('60')],
          ['J2', rational('70')],
        ]),
      ],
      [
        'C',
        new Map([
          ['J1', rational('70')],
          ['J3', rational('90')],
        ]),
      ],
      ['D', new Map([['J4', rational('10')]])],
      ['E', new Map([['J4', rational('20')]])],
    ]);
    const { z, flags } = zNormalise(totals);
    expect(Object.fromEntries(flags)).toEqual({ J2: 'no usable spread', J3: 'no usable spread', J4: 'fewer than 3 scores' });
    expect(z.get('C')?.get('J1')).toBeCloseTo(58.75, 10);
    expect(zNormalise(new Map()).flags.size).toBe(0);
  });
});
