import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { AFFAIRS } from './affairs.ts';
import { PROFILE_FIELDS } from './profile.ts';
import { type Draft, type Finding, mayStayEmpty, readinessOf } from './readiness.ts';

const row = (code: string, mandatory: boolean): Indicator => ({
  code,
  name: `nama ${code}`,
  variable: '',
  weight: '1',
  mandatory,
  levels: [],
  evidence: '',
  formats: '',
});
const instrument: Instrument = { code: 'iid-x', year: 2026, legalSource: '', sid: [row('A', true), row('B', false), row('C', true)], spd: [], count: null };
const years = { implementedFrom: '2024-01-01', implementedTo: '2025-12-31', minWords: 3 };
const claim = (level: number) => ({ level, basis: null, note: '' });

/** Every mandatory field filled, every mandatory indicator claimed and evidenced, nothing to warn of. */
const profile: Record<string, string> = {
  ...Object.fromEntries(PROFILE_FIELDS.filter(({ mandatory }) => mandatory).map(({ name }) => [name, `isi ${name}`])),
  stage: 'idea',
  affair: 'Sosial',
  design: 'tiga buah kata',
};
const whole: Draft = { profile, claims: { A: claim(1), C: claim(3) }, evidenced: new Set(['A', 'C']), evidence: [], sharesName: false };
const find = (changed: Partial<Draft>) => readinessOf(instrument, years, { ...whole, ...changed });
const withProfile = (changed: Record<string, string | undefined>) => find({ profile: { ...profile, ...changed } as Record<string, string> });
const said = (findings: readonly Finding[]) =>
  findings.map(({ place, what }) => [what.code, 'part' in place ? `${place.part}.${place.field}` : place.indicator, what.facts]);

describe('a draft', () => {
  test('that holds everything asks for nothing and warns of nothing', () => expect(find({})).toEqual({ missing: [], warnings: [] }));

  test('that holds nothing asks for every mandatory field in the order of the form, then for indicators', () => {
    const { missing, warnings } = find({ profile: {}, claims: {}, evidenced: new Set() });
    const asked = PROFILE_FIELDS.filter(({ mandatory, name }) => mandatory && name !== 'design');
    expect(said(missing)).toEqual([
      ...asked.map(({ part, name }) => ['readiness.field-empty', `${part}.${name}`, { field: name }]),
      ['readiness.design-short', '4.design', { words: 0, least: 3, short: 3 }],
      ['readiness.mandatory-unclaimed', 'A', { indicator: 'nama A' }],
      ['readiness.mandatory-unclaimed', 'C', { indicator: 'nama C' }],
    ]);
    expect(warnings).toEqual([]);
  });

  test.each([
    ['idea', {}, []],
    ['trial', {}, ['trialOn']],
    ['trial', { trialOn: '2024-01-01' }, []],
    ['implemented', {}, ['trialOn', 'implementedOn']],
    ['implemented', { trialOn: '2024-01-01' }, ['implementedOn']],
    ['implemented', { implementedOn: '2024-01-01' }, ['trialOn']],
    ['implemented', { trialOn: '2024-01-01', implementedOn: '2024-01-01' }, []],
    ['idea', { developed: 'yes' }, ['developedOn']],
    ['idea', { developed: 'yes', developedOn: '2024-01-01' }, []],
    ['idea', { developed: 'no' }, []],
  ])('at the stage %s with %j is asked for its dates', (stage, dates, asked) => {
    expect(said(withProfile({ stage, ...dates }).missing)).toEqual(asked.map((field) => ['readiness.field-empty', `3.${field}`, { field }]));
  });

  test('counts the words of the design against the least of the year', () => {
    expect(said(withProfile({ design: 'dua kata' }).missing)).toEqual([['readiness.design-short', '4.design', { words: 2, least: 3, short: 1 }]]);
    expect(withProfile({ design: 'lebih dari tiga kata' }).missing).toEqual([]);
  });

  test('needs a claim and its proof for what is mandatory, and is warned of a bare claim elsewhere', () => {
    const { missing, warnings } = find({ claims: { A: claim(0), B: claim(1), C: claim(2) }, evidenced: new Set(['A']) });
    expect(said(missing)).toEqual([
      ['readiness.mandatory-unclaimed', 'A', { indicator: 'nama A' }],
      ['readiness.mandatory-bare', 'C', { indicator: 'nama C' }],
    ]);
    expect(said(warnings)).toEqual([['readiness.claim-bare', 'B', { indicator: 'nama B' }]]);
    expect(find({ claims: { ...whole.claims, B: claim(0) } }).warnings).toEqual([]);
    expect(find({ claims: { ...whole.claims, B: claim(1) }, evidenced: new Set(['A', 'B', 'C']) }).warnings).toEqual([]);
  });

  test('that shares its name is warned with the name', () => {
    expect(said(find({ sharesName: true }).warnings)).toEqual([['readiness.same-name', '1.name', { name: 'isi name' }]]);
    expect(said(find({ sharesName: true, profile: {} }).warnings)).toEqual([['readiness.same-name', '1.name', { name: '' }]]);
  });
});

describe('the years of the catalogue', () => {
  test.each([
    ['2023-12-31', '', 'readiness.too-old'],
    ['2024-01-01', '', null],
    ['2025-12-31', '', null],
    ['2026-01-01', '', 'readiness.too-young'],
    ['2020-01-01', '2024-01-01', null],
    ['2020-01-01', '2025-12-31', null],
    ['2020-01-01', '2026-01-01', 'readiness.too-old'],
    ['2020-01-01', '2023-12-31', 'readiness.too-old'],
    ['', '', null],
  ])('implemented on "%s", developed on "%s": %s', (implementedOn, developedOn, code) => {
    const { warnings } = withProfile({ implementedOn, developedOn });
    expect(said(warnings)).toEqual(
      code === null ? [] : [[code, '3.implementedOn', { implementedOn, implementedFrom: '2024-01-01', implementedTo: '2025-12-31' }]],
    );
  });
});

describe('copied texts', () => {
  const long = 'kalimat yang cukup panjang untuk disalin !';

  test('of forty characters are named with the field they stand in first, whatever case and spaces', () => {
    expect(said(withProfile({ aims: long, results: ` ${long.toUpperCase().replaceAll(' ', '  \n')} ` }).warnings)).toEqual([
      ['readiness.copied', '5.results', { field: 'results', other: 'aims' }],
    ]);
    const forty = 'x'.repeat(40);
    expect(withProfile({ aims: forty, results: forty }).warnings).toHaveLength(1);
    expect(withProfile({ aims: 'x'.repeat(39), results: 'x'.repeat(39) }).warnings).toEqual([]);
  });

  test('are compared word by word, among long texts only, and all of them named', () => {
    expect(withProfile({ aims: long, results: long.replaceAll(' ', '') }).warnings).toEqual([]);
    expect(withProfile({ aims: long, results: `${long}.` }).warnings).toEqual([]);
    expect(withProfile({ theme: long, aims: long }).warnings).toEqual([]);
    expect(said(withProfile({ aims: long, benefits: long, results: long }).warnings).map(([, place]) => place)).toEqual(['5.benefits', '5.results']);
  });
});

test('a question may stay empty unless the form demands it or the answers ask for its date', () => {
  const free = (answers: Record<string, string>) => PROFILE_FIELDS.filter(({ part }) => part === 3).filter((field) => mayStayEmpty(field, answers));
  const names = (answers: Record<string, string>) => free(answers).map(({ name }) => name);
  expect(names({})).toEqual(['trialOn', 'implementedOn', 'developed', 'developedOn']);
  expect(names({ stage: 'trial' })).toEqual(['implementedOn', 'developed', 'developedOn']);
  expect(names({ stage: 'implemented', developed: 'yes' })).toEqual(['developed']);
  expect(PROFILE_FIELDS.filter((field) => field.mandatory && mayStayEmpty(field, {}))).toEqual([]);
});

test('an affair outside the list is told, whatever the capitals and spaces of one inside it', () => {
  const warned = (affair: string) => said(withProfile({ affair }).warnings);
  expect(warned('Kependudukan')).toEqual([['readiness.affair-unlisted', '2.affair', { affair: 'Kependudukan' }]]);
  for (const affair of ['', '  pekerjaan  umum dan Penataan Ruang ', ...AFFAIRS]) expect(warned(affair)).toEqual([]);
  expect(new Set(AFFAIRS).size).toBe(AFFAIRS.length);
});

test('proof of a kind that the indicator cannot mean is told, unless other proof stands beside it', () => {
  const film = { ...instrument, sid: [{ ...row('A', true), formats: 'MP4/tautan' }, row('B', false), row('C', true)] };
  const proof = (indicator: string, kind: 'pdf' | 'mp4') => ({ indicator, kind });
  const warned = (evidence: Draft['evidence']) => said(readinessOf(film, years, { ...whole, evidence }).warnings);
  expect(warned([proof('A', 'pdf'), proof('C', 'pdf')])).toEqual([['readiness.evidence-unsuited', 'A', { indicator: 'nama A', formats: 'MP4/tautan' }]]);
  expect(warned([proof('A', 'pdf'), proof('A', 'mp4')])).toEqual([]);
});
