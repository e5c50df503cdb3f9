import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../shared/outcome.ts';
import { compare, toText } from '../shared/rational.ts';
import { gainsByIndicator, nextGains } from './gains.ts';
import { computeIndex, type Portfolio } from './iid.ts';
import { readIndexRule } from './rule.ts';
import { simulate } from './scenario.ts';
import { changedSpd, readSpdLevels, spdLevelsOf } from './spd.ts';
import { type ApprovedInnovation, standingOf } from './standing.ts';
import { gainKey, readWhatIf, type TypedWhatIf } from './what-if-form.ts';

function must<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
}
const rule = must(readIndexRule(readFileSync(new URL('../../../data/catalogues/iid-2026.json', import.meta.url), 'utf8')));
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const all = (level: number) => Object.fromEntries(rule.sid.map(({ code }) => [code, level]));
const claim = (level: number, evidence: number) => ({ level, basis: null, evidence });
const verdict = (kind: 'agree' | 'lower' | 'repair', level: number) => ({ kind, level, reason: '' });

describe('claimed, evidenced, verified', () => {
  const one = (code: string, more: Partial<ApprovedInnovation> = {}): ApprovedInnovation => ({
    code,
    instrument: 'iid-2026',
    affair: 'Sosial',
    claims: { 'SID-16': claim(3, 1), 'SID-17': claim(2, 0) },
    verdicts: {},
    ...more,
  });
  const levelsOf = (portfolio: Portfolio) => portfolio.innovations.map(({ levels }) => [levels['SID-16'], levels['SID-17']]);

  test('are three portfolios that are never mixed', () => {
    const done = { 'SID-16': verdict('lower', 1), 'SID-17': verdict('agree', 2) };
    const { portfolios, unverified, otherCatalogue } = standingOf(rule, 2026, { 'SPD-01': 3 }, [
      one('A'),
      one('B', { verdicts: done }),
      one('C', { verdicts: { ...done, 'SID-17': verdict('repair', 0) } }),
      one('D', { instrument: 'iid-2025', verdicts: done }),
    ]);
    expect([levelsOf(portfolios.claimed), levelsOf(portfolios.evidenced), levelsOf(portfolios.verified)]).toEqual([
      [
        [3, 2],
        [3, 2],
        [3, 2],
      ],
      [
        [3, 0],
        [3, 0],
        [3, 0],
      ],
      [[1, 2]],
    ]);
    expect([unverified, otherCatalogue, portfolios.verified.spd]).toEqual([['A', 'C'], ['D'], { 'SPD-01': 3 }]);
  });

  test('count an innovation that claims nothing as verified at 0, and stay in order', () => {
    const { portfolios } = standingOf(rule, 2026, {}, [one('A', { claims: {} })]);
    expect(portfolios.verified.innovations[0]?.levels).toEqual(all(0));
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 1 }), fc.boolean()), { maxLength: 20 }), (rows) => {
        const claims = Object.fromEntries(rows.map(([level, evidence], at) => [rule.sid[at]?.code ?? '', claim(level, evidence)]));
        const verdicts = Object.fromEntries(
          rows.map(([level, , agrees], at) => [rule.sid[at]?.code ?? '', verdict(agrees ? 'agree' : 'lower', agrees ? level : 0)]),
        );
        const { portfolios: found } = standingOf(rule, 2026, {}, [one('A', { claims, verdicts })]);
        const [claimed, evidenced, verified] = (['claimed', 'evidenced', 'verified'] as const).map((basis) => must(computeIndex(rule, found[basis])).iid);
        expect(compare(claimed!, evidenced!) >= 0 && compare(claimed!, verified!) >= 0).toBe(true);
      }),
    );
  });
});

describe('the levels of the region', () => {
  test('are read row by row, an empty one unfilled', () => {
    const typed = { 'SPD-01': { level: '3', source: ' RPJMD   2025 ' }, 'SPD-02a': { level: '', source: '' }, 'SPD-99': { level: '9', source: '' } };
    const rows = must(readSpdLevels(rule, typed));
    expect(rows).toEqual({ 'SPD-01': { level: 3, source: 'RPJMD 2025' }, 'SPD-02a': { level: null, source: '' } });
    expect(spdLevelsOf(rule, { ...rows, 'SPD-77': { level: 3, source: '' } })).toEqual({ 'SPD-01': 3 });
  });

  test('refuse what is no level, and a source without one', () => {
    const read = readSpdLevels(rule, {
      'SPD-01': { level: '4', source: '' },
      'SPD-03': { level: '1', source: 'x'.repeat(201) },
      'SPD-04': { level: '', source: 'BPS' },
      'SPD-06': { level: '2', source: 'BPS' },
    });
    expect(read.ok || Object.entries(read.refusal.fields ?? {}).map(([code, one]) => [code, one.code])).toEqual([
      ['SPD-01', 'spd.level-invalid'],
      ['SPD-03', 'spd.source-too-long'],
      ['SPD-04', 'spd.source-without-level'],
    ]);
  });

  test('change only where they differ', () => {
    const stood = { 'SPD-01': { level: 3, source: 'A' } };
    expect(changedSpd(stood, { 'SPD-01': { level: 3, source: 'A' }, 'SPD-03': { level: null, source: '' } })).toEqual({});
    expect(Object.keys(changedSpd(stood, { 'SPD-01': { level: 3, source: 'B' }, 'SPD-03': { level: 0, source: '' } }))).toEqual(['SPD-01', 'SPD-03']);
  });
});

describe('what is typed into a simulation', () => {
  const portfolio: Portfolio = {
    year: 2026,
    spd: { 'SPD-01': 2, 'SPD-03': 3 },
    innovations: [{ code: 'BL-1', affair: '', levels: { 'SID-35': 1, 'SID-16': 3 } }],
  };
  const nothing: TypedWhatIf = { year: '', spd: '', average: '', innovations: '', basicServices: '', steps: [] };
  const read = (more: Partial<TypedWhatIf>) => readWhatIf(rule, portfolio, { ...nothing, ...more });

  test('is nothing when nothing is typed, or only what already is', () => {
    expect([must(read({})), must(read({ year: '2026' })), must(read({ steps: ['SPD-03', 'SID-16@BL-1', 'SID-35@lain', 'SID-99@BL-1', 'x'] }))]).toEqual([
      null,
      null,
      null,
    ]);
  });

  test('is read with a comma or a dot, and steps raise one level', () => {
    const tried = must(read({ year: '2027', spd: '60,5', average: '97.1', innovations: '187', basicServices: '6' }));
    expect([tried?.set.spd && toText(tried.set.spd), tried?.set.average && toText(tried.set.average)]).toEqual(['121/2', '971/10']);
    expect(tried?.set).toMatchObject({ innovations: 187, basicServices: 6 });
    const stepped = must(read({ year: '2027', innovations: '187', steps: ['SPD-01', 'SID-35@BL-1', 'SID-20@BL-1'] }));
    expect(stepped?.scenario).toMatchObject({ year: 2027, spd: { 'SPD-01': 3 } });
    expect(stepped?.scenario.changed.get('BL-1')?.levels).toEqual({ 'SID-35': 2, 'SID-20': 1 });
  });

  test('keeps its ranges, each field with its own sentence', () => {
    const refused = read({ year: '2040', spd: '63,01', average: '-1', innovations: '10000', basicServices: 'enam' });
    expect(codeOf(refused)).toBe('index.what-if-invalid');
    expect(refused.ok || Object.keys(refused.refusal.fields ?? {}).sort()).toEqual(['average', 'basicServices', 'innovations', 'spd', 'year']);
    expect(codeOf(read({ year: 'abcd' }))).toBe('index.what-if-invalid');
  });

  test.each([
    ['spd', { spd: '60', steps: ['SPD-01'] }, 'index.set-twice'],
    ['average', { average: '90', steps: ['SID-35@BL-1'] }, 'index.set-twice'],
    ['spd', { spd: '60', steps: ['SID-35@BL-1'] }, 'ok'],
  ] as const)('of %s: a figure and its steps are not both taken, since one would be lost', (field, typed, code) => {
    const tried = read(typed);
    expect(tried.ok ? 'ok' : tried.refusal.fields?.[field]?.code).toBe(code);
  });

  test('reaches every step of the list of gains by its key, for exactly its gain', () => {
    for (const gain of must(nextGains(rule, portfolio, 99))) {
      const key = gainKey(gain);
      if (key === null) continue;
      const tried = must(read({ steps: [key] }));
      if (tried === null) throw new Error(key);
      expect(toText(must(simulate(rule, portfolio, tried.scenario)).change)).toBe(toText(gain.gain));
    }
  });
});

test('says what each indicator holds back over the portfolio', () => {
  const portfolio: Portfolio = { year: 2026, spd: {}, innovations: [0, 1, 3].map((level) => ({ code: `I${level}`, affair: '', levels: all(level) })) };
  const [first] = must(gainsByIndicator(rule, portfolio));
  expect([first?.indicator, first?.standing, first && toText(first.gain)]).toEqual(['SID-35', [1, 1, 0, 1], '4/15']);
  expect(codeOf(gainsByIndicator(rule, { ...portfolio, year: 1 }))).toBe('index.year-unknown');
});
