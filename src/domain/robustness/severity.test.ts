import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { equals, mean, type Rational, rational, sub, sum, toText, ZERO } from '../shared/rational.ts';
import { type AdditiveFit, additiveFit, severityOf } from './additive.ts';
import { chiSquareTail, fQuantile, fTail, incompleteBeta, logGamma } from './distributions.ts';
import { jurorCards } from './juror-card.ts';
import { inverse } from './linear.ts';
import { projected, varianceComponents } from './reml.ts';
import { completeBlock, entryMeans, jurorsOf, type SheetTotals, withoutJuror } from './totals.ts';

const table = (rows: Readonly<Record<string, Readonly<Record<string, number | string>>>>): SheetTotals =>
  new Map(Object.entries(rows).map(([id, row]) => [id, new Map(Object.entries(row).map(([juror, value]) => [juror, rational(String(value))]))]));

const fitOf = (totals: SheetTotals): AdditiveFit => {
  const fit = additiveFit(totals);
  if (fit === null || !fit.connected) throw new Error('no fit');
  return fit;
};

/** Panels of 2-4 jurors over 2-5 entries in which J1 scored everybody, so that all is connected. */
const panels = fc
  .array(fc.array(fc.option(fc.integer({ min: 0, max: 100 }), { freq: 4 }), { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 5 })
  .chain((rows) => fc.array(fc.integer({ min: 0, max: 100 }), { minLength: rows.length, maxLength: rows.length }).map((first) => ({ rows, first })))
  .map(({ rows, first }) =>
    table(
      Object.fromEntries(
        rows.map((row, i) => {
          const cells = row.flatMap((value, j) => (value === null ? [] : [[`J${j + 2}`, value] as const]));
          return [`S${i + 1}`, Object.fromEntries([['J1', first[i] ?? 0] as const, ...cells])];
        }),
      ),
    ),
  );

describe('the additive fit', () => {
  test('leaves residuals that sum to zero for every entry and every juror, and leniencies that do', () => {
    fc.assert(
      fc.property(panels, (totals) => {
        const fit = fitOf(totals);
        for (const row of fit.residuals.values()) expect(equals(sum([...row.values()]), ZERO)).toBe(true);
        for (const juror of jurorsOf(totals)) {
          const column = [...fit.residuals.values()].flatMap((row) => (row.has(juror) ? [row.get(juror) as Rational] : []));
          expect(equals(sum(column), ZERO)).toBe(true);
        }
        expect(equals(sum([...fit.leniency.values()]), ZERO)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  test('keeps the order of a complete panel: severity cannot matter there', () => {
    const totals = table({ A: { J1: 90, J2: 60 }, B: { J1: 80, J2: 75 }, C: { J1: 50, J2: 40 } });
    const fit = fitOf(totals);
    const shifts = [...entryMeans(totals)].map(([id, value]) => toText(sub(fit.fair.get(id) ?? ZERO, value)));
    expect(new Set(shifts).size).toBe(1);
    expect(toText(severityOf(fit).get('J1') ?? ZERO)).toBe('-15/2');
  });

  test('names the parts of a panel that falls apart, and the juror that holds it together', () => {
    const fit = additiveFit(table({ A: { J1: 3, J2: 4 }, B: { J3: 5 }, C: {} }));
    expect(fit).toEqual({
      connected: false,
      components: [
        { entries: ['A'], jurors: ['J1', 'J2'] },
        { entries: ['B'], jurors: ['J3'] },
      ],
    });
    expect(fitOf(table({ A: { J1: 3, J2: 4 }, B: { J2: 5, J3: 6 } })).bridges).toEqual(['J2']);
    expect(additiveFit(new Map())).toBeNull();
  });

  test('gives estimates but no errors without degrees of freedom, and no test without error', () => {
    const fit = fitOf(table({ A: { J1: 80, J2: 70 } }));
    expect([fit.df, fit.mse, fit.jurorTest, fit.leniencyError]).toEqual([0, null, null, null]);
    expect([...(fit.studentised.get('A')?.values() ?? [])]).toEqual([null, null]);
    const exact = fitOf(table({ A: { J1: 80, J2: 70 }, B: { J1: 60, J2: 50 } }));
    expect([exact.mse, exact.jurorTest]).toEqual([0, null]);
    const alone = fitOf(table({ A: { J1: 80 }, B: { J1: 60 } }));
    expect([alone.df, alone.jurorTest, alone.bridges]).toEqual([0, null, []]);
  });

  test('leaves a dash where a sheet has full leverage', () => {
    const fit = fitOf(table({ A: { J1: 80, J2: 70 }, B: { J1: 60, J2: 55 }, C: { J1: 61, J3: 70 } }));
    expect(fit.studentised.get('C')).toEqual(
      new Map([
        ['J1', null],
        ['J3', null],
      ]),
    );
  });
});

describe('distributions', () => {
  test('agree with printed tables', () => {
    expect(chiSquareTail(3.841458820694124, 1)).toBeCloseTo(0.05, 10);
    expect(chiSquareTail(18.307038053275146, 10)).toBeCloseTo(0.05, 10);
    expect(chiSquareTail(1.5, 10)).toBeCloseTo(0.9989353222272142, 12);
    expect(chiSquareTail(0, 3)).toBe(1);
    expect(fTail(1, 7, 7)).toBeCloseTo(0.5, 13);
    expect(fQuantile(0.95, 4, 10)).toBeCloseTo(3.4780496907652, 9);
    expect([incompleteBeta(0, 2, 3), incompleteBeta(1, 2, 3)]).toEqual([0, 1]);
    expect(logGamma(5)).toBeCloseTo(Math.log(24), 13);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
  });

  test('undo their quantile', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 40 }), fc.integer({ min: 2, max: 40 }), (p, a, b) => {
        expect(1 - fTail(fQuantile(p, a, b), a, b)).toBeCloseTo(p, 9);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a system of equations', () => {
  test('has an inverse or none', () => {
    const one = (text: string) => rational(text);
    expect(
      inverse([
        [one('0'), one('2')],
        [one('1'), one('0')],
      ])?.map((row) => row.map(toText)),
    ).toEqual([
      ['0', '1'],
      ['1/2', '0'],
    ]);
    expect(
      inverse([
        [one('1'), one('2')],
        [one('2'), one('4')],
      ]),
    ).toBeNull();
  });
});

describe('variance components', () => {
  test('are not estimable without two jurors, two entries, freedom or variance', () => {
    for (const totals of [
      table({ A: { J1: 1 }, B: { J1: 2 } }),
      table({ A: { J1: 1, J2: 2 } }),
      table({ A: { J1: 1, J2: 1 }, B: { J1: 1, J2: 1 } }),
      table({ A: { J1: 1 }, B: { J2: 2 } }),
    ])
      expect(varianceComponents(totals)).toBeNull();
  });

  test('give a panel that agrees a reliability near one, and more jurors a higher one', () => {
    const found = varianceComponents(table({ A: { J1: 90, J2: 91, J3: 89 }, B: { J1: 50, J2: 52, J3: 51 }, C: { J1: 20, J2: 19, J3: 22 } }));
    expect(found?.gqk).toBeGreaterThan(0.99);
    expect(found && projected(found, 9)).toBeGreaterThan((found && projected(found, 3)) ?? 1);
    expect(found?.q).toBeCloseTo(0, 12);
  });

  test('may be zero: jurors that disagree at random tell nothing of the entries', () => {
    const found = varianceComponents(table({ A: { J1: 90, J2: 10 }, B: { J1: 10, J2: 90 }, C: { J1: 50, J2: 50 } }));
    expect(found?.submission).toBe(0);
    expect(found?.gqk).toBe(0);
  });
});

describe('a juror beside the others', () => {
  test('is compared only where others scored', () => {
    const [one, two] = jurorCards(table({ A: { J1: 80, J2: 60 }, B: { J1: 70, J2: 40 }, C: { J1: 30 } }));
    expect(one).toMatchObject({ juror: 'J1', n: 3, constant: false, rhoVsOthers: 1 });
    expect([toText(one?.meanDifference ?? ZERO), toText(two?.meanDifference ?? ZERO)]).toEqual(['25', '-25']);
    expect(two?.sd).toBeCloseTo(Math.sqrt(200), 12);
    const [alone] = jurorCards(table({ A: { J1: 80 } }));
    expect(alone).toMatchObject({ sd: null, constant: true, rhoVsOthers: null, meanDifference: null, meanAbsoluteDifference: null });
  });
});

describe('totals', () => {
  test('lose a juror and the entries that only that juror scored', () => {
    const totals = table({ A: { J1: 80, J2: 60 }, B: { J1: 70 } });
    expect([...withoutJuror(totals, 'J1').keys()]).toEqual(['A']);
    expect(completeBlock(totals).map((row) => toText(mean(row)))).toEqual(['70']);
  });
});
