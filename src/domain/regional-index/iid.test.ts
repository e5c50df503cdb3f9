import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../shared/outcome.ts';
import { add, compare, equals, fromInt, mul, rational, roundHalfUp, sub, toText, ZERO } from '../shared/rational.ts';
import { compareRules } from './compare.ts';
import { type Gain, gainPerStep, nextGains } from './gains.ts';
import { computeIndex, indexOfParts, type Portfolio, predicateOf } from './iid.ts';
import { basicServiceOf, highestCount, type IndexRule, readIndexRule, termsOf, weightOf } from './rule.ts';
import { applyScenario, type Scenario, simulate, withParts } from './scenario.ts';

const file = (year: number) => readFileSync(new URL(`../../../data/catalogues/iid-${year}.json`, import.meta.url), 'utf8');
function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const rule: IndexRule = must(readIndexRule(file(2026)));
const changedRule = (change: (parsed: never) => void) => {
  const parsed = JSON.parse(file(2026));
  change(parsed as never);
  return readIndexRule(JSON.stringify(parsed));
};
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const all = (level: number, aspect: 'spd' | 'sid' = 'sid') => Object.fromEntries(rule[aspect].map(({ code }) => [code, level]));
const innovation = (code: string, levels: Record<string, number> = {}, affair = '') => ({ code, affair, levels });
const many = (count: number, level: number, services = 6) =>
  Array.from({ length: count }, (_, at) => innovation(`I${at}`, all(level), at < services ? rule.basicServices[at] : ''));

const anyLevel = fc.integer({ min: 0, max: 3 });
const anyLevels = (aspect: 'spd' | 'sid') => fc.dictionary(fc.constantFrom(...rule[aspect].map(({ code }) => code)), anyLevel);
const anyInnovations = fc
  .array(fc.record({ affair: fc.constantFrom('', 'Perikanan', ...rule.basicServices), levels: anyLevels('sid') }), { maxLength: 25 })
  .map((list) => list.map((one, at) => ({ ...one, code: `I${at}` })));
const anyPortfolio: fc.Arbitrary<Portfolio> = fc.record({ year: fc.constantFrom(2026, 2027), spd: anyLevels('spd'), innovations: anyInnovations });

describe('the rule of 2026', () => {
  test('holds 63 + 111 + 76 = 250, its years and its predicates from the top', () => {
    expect([toText(rule.total), toText(highestCount(rule)), toText(weightOf(rule, 'SPD-05a'))]).toEqual(['250', '76', '3/4']);
    expect([...rule.years]).toEqual([
      [2026, { divisor: 12, basicServicesNeeded: 5 }],
      [2027, { divisor: 14, basicServicesNeeded: 6 }],
    ]);
    expect(rule.predicates.map(({ from }) => from)).toEqual(['65.01', '40.01', '0.01', '0']);
    expect(() => weightOf(rule, 'SID-99')).toThrow(RangeError);
    expect(() => predicateOf(rule, '-1.00')).toThrow(RangeError);
    expect(codeOf(termsOf(rule, 2028))).toBe('index.year-unknown');
    expect([basicServiceOf(rule, ' pekerjaan  UMUM dan penataan ruang'), basicServiceOf(rule, 'Perikanan')]).toEqual([rule.basicServices[2], null]);
  });

  test('asks for what the years before do not know, and guesses nothing', () => {
    for (const [year, parts] of [
      [2023, ['spd', 'count', 'divisor', 'basic-services-needed', 'basic-services', 'total']],
      [2025, ['spd', 'count', 'divisor', 'basic-services-needed', 'basic-services', 'total', 'predicates']],
    ] as const) {
      const read = readIndexRule(file(year));
      expect(read).toMatchObject({ ok: false, refusal: { code: 'index-rule.incomplete', facts: { year: String(year), parts } } });
      expect(!read.ok && read.refusal.facts.codes).toHaveLength(20);
    }
  });

  test('refuses a file it cannot trust', () => {
    expect(
      ['', '[]', '{"year": 2026}', '{"year": "x", "indicators": []}', '{"year": 2026, "indicators": [1]}'].map((text) => codeOf(readIndexRule(text))),
    ).toEqual(Array(5).fill('catalogue.unreadable'));
    expect(codeOf(changedRule((parsed: { indicators: { weight: number }[] }) => delete (parsed.indicators[0] as { weight?: number }).weight))).toBe(
      'index-rule.incomplete',
    );
    expect(codeOf(changedRule((parsed: { scoring: { maxTotal: number } }) => (parsed.scoring.maxTotal = 240)))).toBe('index-rule.sums-differ');
    expect(codeOf(changedRule((parsed: { indicators: { code: string }[] }) => ((parsed.indicators[1] as { code: string }).code = 'SPD-01')))).toBe(
      'catalogue.duplicate-code',
    );
    const incomplete: readonly ((parsed: { scoring: Record<string, unknown>; predicates: unknown; indicators: unknown[] }) => unknown)[] = [
      (parsed) => (parsed.scoring.minDivisorByYear = { 2026: 0 }),
      (parsed) => (parsed.scoring.minDivisorByYear = { x: 3 }),
      (parsed) => (parsed.scoring.minDivisorByYear = {}),
      (parsed) => (parsed.scoring.basicServiceAffairs = ['', 'Sosial']),
      (parsed) => (parsed.scoring.maxTotal = '1/0'),
      (parsed) => (parsed.predicates = [{ label: 'Inovatif', min: 1 }]),
      (parsed) => (parsed.predicates = [{ label: 'Inovatif' }]),
      (parsed) => parsed.indicators.pop(),
    ];
    for (const change of incomplete) expect(codeOf(changedRule(change))).toBe('index-rule.incomplete');
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(codeOf(readIndexRule(text))).toMatch(/^(catalogue|index-rule)\./);
      }),
    );
  });
});

describe('the index', () => {
  const points = (sid: number, n: number, spd: number, basicServices: number) => {
    const divisor = Math.max(12, n);
    const average = n === 0 ? ZERO : rational(`${sid * n}/${divisor}`);
    return indexOfParts(rule, must(termsOf(rule, 2026)), { spd: fromInt(spd), average, innovations: n, basicServices });
  };

  test.each([
    ['all at the most, 200 innovations', 111, 200, 63, 6, '76', '250', '100.00', 'Sangat Inovatif'],
    ['20 of 70, 5 services', 70, 20, 40, 5, '38/5', '588/5', '47.04', 'Inovatif'],
    ['20 of 70, 4 services', 70, 20, 40, 4, '0', '110', '44.00', 'Inovatif'],
    ['8 of 111, divisor 12', 111, 8, 63, 6, '76/25', '3501/25', '56.02', 'Inovatif'],
    ['nothing at all', 0, 0, 0, 0, '0', '0', '0.00', 'Tidak Dapat Dinilai'],
    ['12 of 37', 37, 12, 21, 5, '114/25', '1564/25', '25.02', 'Kurang Inovatif'],
    ['more than the cap', 111, 300, 63, 6, '76', '250', '100.00', 'Sangat Inovatif'],
  ])('agrees with the worked case: %s', (_, sid, n, spd, services, count, total, printed, predicate) => {
    const figures = points(sid, n, spd, services);
    expect([toText(figures.countScore), toText(figures.total), figures.printed, figures.predicate.label]).toEqual([count, total, printed, predicate]);
  });

  test.each([
    ['65.00', 'Inovatif'],
    ['65.01', 'Sangat Inovatif'],
    ['40.00', 'Kurang Inovatif'],
    ['40.01', 'Inovatif'],
    ['0.01', 'Kurang Inovatif'],
    ['0.00', 'Tidak Dapat Dinilai'],
  ])('reads the predicate from the rounded index: %s is %s', (printed, label) => expect(predicateOf(rule, printed).label).toBe(label));

  test('is made of the rows of the portfolio', () => {
    const index = must(computeIndex(rule, { year: 2026, spd: all(3, 'spd'), innovations: many(15, 3, 5) }));
    expect([toText(index.spd), index.divisor, toText(index.average), index.covered.length, toText(index.countScore)]).toEqual(['63', 15, '111', 5, '57/10']);
    expect(toText(index.maturity.get('I0') ?? ZERO)).toBe('111');
  });

  test('refuses what the rule does not know', () => {
    const base = { year: 2026, spd: {}, innovations: [] };
    const refused = (more: Partial<Portfolio>) => codeOf(computeIndex(rule, { ...base, ...more }));
    expect(refused({ year: 2025 })).toBe('index.year-unknown');
    expect(refused({ spd: { 'SID-16': 1 } })).toBe('index.unknown-code');
    expect(refused({ innovations: [innovation('A', { 'SPD-01': 1 })] })).toBe('index.unknown-code');
    expect(refused({ innovations: [innovation('A', { 'SID-36': 1 })] })).toBe('index.unknown-code');
    expect(refused({ innovations: [innovation('A'), innovation('A')] })).toBe('index.duplicate-innovation');
    for (const level of [-1, 4, 1.5, Number.NaN]) expect(refused({ spd: { 'SPD-01': level } })).toBe('index.level-invalid');
  });

  test('does not ask in which order the innovations come, and never leaves 0 to 100', () => {
    fc.assert(
      fc.property(anyPortfolio, (portfolio) => {
        const index = must(computeIndex(rule, portfolio));
        const turned = must(computeIndex(rule, { ...portfolio, innovations: [...portfolio.innovations].reverse() }));
        expect(equals(index.iid, turned.iid)).toBe(true);
        expect(compare(index.iid, ZERO) >= 0 && compare(index.iid, fromInt(100)) <= 0).toBe(true);
        expect(equals(add(index.spd, add(index.average, index.countScore)), index.total)).toBe(true);
      }),
    );
  });
});

/** The portfolio after a gain, made by hand. */
function taken(portfolio: Portfolio, gain: Gain): Portfolio {
  const raised = (levels: Readonly<Record<string, number>>, code: string, from: number) => ({ ...levels, [code]: from + 1 });
  if (gain.kind === 'spd') return { ...portfolio, spd: raised(portfolio.spd, gain.indicator, gain.from) };
  if (gain.kind !== 'sid') return portfolio;
  return {
    ...portfolio,
    innovations: portfolio.innovations.map((one) => (one.code === gain.innovation ? { ...one, levels: raised(one.levels, gain.indicator, gain.from) } : one)),
  };
}

describe('the next gains', () => {
  test('are exactly what the index rises by, largest first, and complete', () => {
    fc.assert(
      fc.property(anyPortfolio, (portfolio) => {
        const before = must(computeIndex(rule, portfolio)).iid;
        const gains = must(nextGains(rule, portfolio, 10_000));
        for (const [at, gain] of gains.entries()) {
          if (at > 0) expect(compare(gainPerStep(gains[at - 1] as Gain), gainPerStep(gain)) >= 0).toBe(true);
          if (gain.kind === 'spd' || gain.kind === 'sid') {
            const after = must(computeIndex(rule, taken(portfolio, gain))).iid;
            expect(toText(sub(after, before))).toBe(toText(gain.gain));
          }
        }
        const below = (levels: Readonly<Record<string, number>>, rows: readonly { readonly code: string }[]) =>
          rows.filter(({ code }) => (levels[code] ?? 0) < 3).length;
        const open = below(portfolio.spd, rule.spd) + portfolio.innovations.reduce((count, { levels }) => count + below(levels, rule.sid), 0);
        expect(gains.filter(({ kind }) => kind === 'spd' || kind === 'sid')).toHaveLength(open);
      }),
      { numRuns: 25 },
    );
  });

  test('bring the whole count score back when basic services are missing', () => {
    const portfolio = { year: 2026, spd: all(3, 'spd'), innovations: many(20, 3, 3) };
    const [first] = must(nextGains(rule, portfolio, 1));
    expect(first).toMatchObject({ kind: 'coverage', innovations: 2, affairs: rule.basicServices.slice(3) });
    const more = [innovation('X', all(3), rule.basicServices[3]), innovation('Y', all(3), rule.basicServices[4])];
    const after = must(computeIndex(rule, { ...portfolio, innovations: [...portfolio.innovations, ...more] }));
    expect(toText(first?.gain ?? ZERO)).toBe(toText(sub(after.iid, must(computeIndex(rule, portfolio)).iid)));
  });

  test('say from which maturity one innovation more pays', () => {
    const portfolio = { year: 2026, spd: all(3, 'spd'), innovations: many(15, 2) };
    const one = must(nextGains(rule, portfolio, 999)).find(({ kind }) => kind === 'innovation');
    if (one?.kind !== 'innovation') throw new Error('no such gain');
    expect([toText(one.maturity), toText(one.gain), toText(one.breakEven)]).toEqual(['74', '19/125', roundTo(74 - 0.38 * 16)]);
    const empty = must(nextGains(rule, { year: 2026, spd: {}, innovations: [] }, 99)).filter(({ kind }) => kind === 'coverage' || kind === 'innovation');
    expect(empty).toMatchObject([{ kind: 'coverage', innovations: 5, gain: rational('19/25') }]);
    expect(must(nextGains(rule, { year: 2026, spd: all(3, 'spd'), innovations: many(200, 3) }, 9))).toEqual([]);
    expect(codeOf(nextGains(rule, { year: 1999, spd: {}, innovations: [] }, 1))).toBe('index.year-unknown');
  });

  test('put the lower level first among equals', () => {
    const portfolio = { year: 2026, spd: { ...all(3, 'spd'), 'SPD-01': 2, 'SPD-09': 1 }, innovations: many(200, 3) };
    expect(must(nextGains(rule, portfolio, 9)).map((gain) => 'indicator' in gain && gain.indicator)).toEqual(['SPD-09', 'SPD-01']);
  });
});

const roundTo = (value: number) => toText(mul(rational(roundHalfUp(rational(String(Math.round(value * 100))), 0)), rational('1/100')));

type Change = { readonly affair: string | null; readonly levels: Readonly<Record<string, number>> };

describe('what if', () => {
  const none: Scenario = { year: null, spd: {}, changed: new Map(), added: [], removed: [] };
  const portfolio: Portfolio = { year: 2026, spd: {}, innovations: many(6, 1) };

  test('changes levels and affairs, adds and removes on paper only', () => {
    const before = JSON.stringify(portfolio);
    const scenario = {
      ...none,
      year: 2027,
      spd: { 'SPD-01': 3 },
      changed: new Map<string, Change>([
        ['I0', { affair: 'Perikanan', levels: { 'SID-35': 3 } }],
        ['I1', { affair: null, levels: {} }],
      ]),
      added: [innovation('BARU', all(2), 'Pendidikan')],
      removed: ['I5'],
    };
    const after = must(applyScenario(portfolio, scenario));
    expect([after.year, after.innovations.map(({ code }) => code).join(), after.innovations[0]?.affair, after.innovations[0]?.levels['SID-35']]).toEqual([
      2027,
      'I0,I1,I2,I3,I4,BARU',
      'Perikanan',
      3,
    ]);
    expect(after.innovations[1]?.affair).toBe('Kesehatan');
    expect(JSON.stringify(portfolio)).toBe(before);
    const simulation = must(simulate(rule, portfolio, scenario));
    expect(simulation.mark).toBe('SIMULASI');
    expect(equals(simulation.change, sub(simulation.after.iid, simulation.before.iid))).toBe(true);
  });

  test('refuses innovations that are not there, and data the rule does not know', () => {
    expect(codeOf(simulate(rule, portfolio, { ...none, removed: ['X'] }))).toBe('index.scenario-unknown-innovation');
    expect(codeOf(applyScenario(portfolio, { ...none, changed: new Map([['X', { affair: null, levels: {} }]]) }))).toBe('index.scenario-unknown-innovation');
    expect(codeOf(simulate(rule, { ...portfolio, year: 1 }, none))).toBe('index.year-unknown');
    expect(codeOf(simulate(rule, portfolio, { ...none, year: 1 }))).toBe('index.year-unknown');
  });

  test('changes nothing when nothing is set, and one quantity at a time', () => {
    fc.assert(
      fc.property(anyPortfolio, (any) => {
        const same = must(simulate(rule, any, none));
        expect(same.change).toEqual(ZERO);
        expect(withParts(rule, same, {}).change).toEqual(ZERO);
        const full = withParts(rule, same, { spd: fromInt(63), average: fromInt(111), innovations: 200, basicServices: 6 });
        expect(full.after.printed).toBe('100.00');
      }),
      { numRuns: 30 },
    );
  });
});

describe('two versions side by side', () => {
  test('agree with themselves', () => {
    const same = must(compareRules(rule, rule, { year: 2026, spd: { 'SPD-01': 2 }, innovations: many(3, 1) }));
    expect([same.difference, same.rows, same.notCounted]).toEqual([ZERO, [], []]);
  });

  test('name the rows that differ and the levels that are not counted', () => {
    type Parsed = { year: number; indicators: { code: string; name: string; weight: number }[]; scoring: Record<string, unknown> };
    const other = must(
      changedRule((parsed: Parsed) => {
        const row = (code: string) => parsed.indicators.find((one) => one.code === code) as Parsed['indicators'][number];
        Object.assign(parsed, { year: 2030 });
        Object.assign(parsed.scoring, { minDivisorByYear: { 2030: 4 }, minBasicServiceAffairsByYear: { 2030: 1 } });
        row('SID-16').weight = 2;
        row('SID-17').weight = 3;
        row('SID-20').code = 'SID-90';
        row('SID-19').name = 'Alat lain';
      }),
    );
    const found = must(compareRules(rule, other, { year: 2026, spd: {}, innovations: many(4, 1, 4) }));
    expect(found.rows.map(({ code }) => code)).toEqual(['SID-16', 'SID-17', 'SID-19', 'SID-20', 'SID-90']);
    expect([found.rows[3]?.right, found.rows[4]?.left, found.notCounted, found.right.year, found.right.divisor]).toEqual([null, null, ['SID-20'], 2030, 4]);
    expect(equals(found.difference, sub(found.right.iid, found.left.iid))).toBe(true);
    expect(codeOf(compareRules(rule, other, { year: 1, spd: {}, innovations: [] }))).toBe('index.year-unknown');
  });
});
