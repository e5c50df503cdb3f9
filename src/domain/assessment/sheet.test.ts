import { describe, expect, test } from 'vitest';
import type { Stage } from '../edition/stage.ts';
import type { Criterion, Rubric } from '../instrument/rubric.ts';
import type { Outcome } from '../shared/outcome.ts';
import { roundHalfUp, toText, ZERO } from '../shared/rational.ts';
import { decideAbsent, decideReopen, decideScore, decideSeal, runningTotal, sheetCanon, sheetTotal } from './sheet.ts';

const levels = ['1', '2', '3'].map((points) => ({ points, label: points }));
const criterion = (weight: string, at: number): Criterion => ({
  code: `K${at + 1}`,
  name: '',
  weight,
  min: '1',
  max: '3',
  step: '1',
  entry: 'levels',
  levels,
});
const rubric: Rubric = {
  version: 1,
  criteria: ['5', '5', '4', '3', '2', '2'].map(criterion),
  scale: 'max',
  minJurors: 3,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
const numeric: Rubric = {
  ...rubric,
  scale: 'raw',
  criteria: [{ code: 'A', name: '', weight: '1', min: '0', max: '100', step: '0.5', entry: 'number' }],
};
const full = { K1: '3', K2: '2', K3: '3', K4: '2', K5: '2', K6: '2' };
const opensAt = '2026-11-01T00:00:00.000Z';
const closesAt = '2026-11-10T00:00:00.000Z';
const stage: Stage = {
  stageId: 's',
  editionId: 'e',
  kind: 'presentation',
  name: 'Presentasi',
  publicGroup: '',
  position: 1,
  opensAt,
  closesAt,
  graceMinutes: 0,
  exitCheck: true,
};
const inside = '2026-11-09T23:59:59.999Z';
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const print = (x: { n: bigint; d: bigint } | null) => (x === null ? null : roundHalfUp(x, 2));

describe('a sheet total', () => {
  test('exists only when every criterion is scored, and shows 51 of 63 as 80.95', () => {
    const { total, missing, invalid, weighted } = sheetTotal(rubric, full);
    expect([print(total), missing, invalid]).toEqual(['80.95', [], []]);
    expect([weighted?.points, weighted?.max].map((x) => toText(x ?? ZERO))).toEqual(['51', '63']);
  });

  test('lists what is missing and what is off the scale', () => {
    expect(sheetTotal(rubric, { ...full, K2: ' ', K3: '4' })).toMatchObject({ total: null, missing: ['K2'], invalid: ['K3'] });
    expect(sheetTotal(rubric, { ...full, lain: '9' }).total).not.toBeNull();
    expect(sheetTotal(numeric, { A: '80,5' })).toEqual({ total: { n: 161n, d: 2n }, missing: [], invalid: [] });
    expect(sheetTotal(numeric, Object.create({ A: '80' })).missing).toEqual(['A']);
  });

  test('grows while the juror writes', () => {
    const running = runningTotal(rubric, { K1: '3' });
    expect([print(running.sum), running.scored, running.of]).toEqual(['23.81', 1, 6]);
    expect(print(runningTotal(rubric, full).sum)).toBe('80.95');
  });
});

describe('a sheet', () => {
  test('takes a score only as a draft, inside the stage, on the scale', () => {
    const scored = (text: string, code = 'K1') => decideScore('draft', rubric, [stage], { code, text }, inside);
    expect(decideScore('draft', numeric, [stage], { code: 'A', text: ' 80,5 ' }, inside)).toEqual({ ok: true, value: '80.5' });
    expect(scored('')).toEqual({ ok: true, value: '' });
    expect([codeOf(scored('4')), codeOf(scored('1', 'Z'))]).toEqual(['score.outside-scale', 'sheet.unknown-criterion']);
    expect(codeOf(decideScore('sealed', rubric, [stage], { code: 'K1', text: '1' }, inside))).toBe('sheet.sealed');
    expect(codeOf(decideScore('draft', rubric, [stage], { code: 'K1', text: '1' }, closesAt))).toBe('stage.closed');
  });

  test('is sealed only complete and inside the stage', () => {
    const sealed = (scores: Record<string, string>, now = inside, state: 'draft' | 'sealed' | 'absent' = 'draft') =>
      decideSeal({ state, scores }, rubric, [stage], now);
    expect(sealed(full)).toMatchObject({ ok: true });
    expect(sealed({ ...full, K6: '' })).toMatchObject({ refusal: { code: 'sheet.incomplete', facts: { missing: ['K6'] } } });
    expect(sealed({ ...full, K6: '9' })).toMatchObject({ refusal: { code: 'sheet.invalid', facts: { invalid: ['K6'] } } });
    expect([codeOf(sealed(full, closesAt)), codeOf(sealed(full, '2026-10-31T23:59:59.999Z'))]).toEqual(['stage.closed', 'stage.not-open']);
    expect([codeOf(sealed(full, inside, 'sealed')), codeOf(sealed(full, inside, 'absent'))]).toEqual(['sheet.sealed', 'sheet.absent']);
    expect(codeOf(decideSeal({ state: 'draft', scores: full }, rubric, [], inside))).toBe('stage.absent');
  });

  test('has weighted points only when every criterion is entered by levels', () => {
    const mixed = { ...rubric, criteria: [...rubric.criteria.slice(1), ...numeric.criteria] };
    expect(sheetTotal(mixed, {}).weighted).toBeUndefined();
  });

  test('says which criterion it does not know, and where the reason is missing', () => {
    expect(decideScore('draft', rubric, [stage], { code: 'Z', text: '1' }, inside)).toMatchObject({ refusal: { facts: { criterion: 'Z' } } });
    expect(decideReopen('sealed', 'abc')).toEqual({ ok: true, value: 'draft' });
    const missing = { code: 'sheet.reason-missing', facts: {} };
    expect(decideReopen('absent', ' ab ')).toEqual({ ok: false, refusal: { ...missing, fields: { reason: missing } } });
  });

  test('is reopened or recorded absent with a reason', () => {
    expect(decideReopen('sealed', 'salah ketik')).toEqual({ ok: true, value: 'draft' });
    expect([codeOf(decideReopen('draft', 'salah ketik')), codeOf(decideReopen('sealed', ' a '))]).toEqual(['sheet.not-sealed', 'sheet.reason-missing']);
    expect(decideAbsent('draft', 'sakit')).toEqual({ ok: true, value: 'absent' });
    expect([codeOf(decideAbsent('sealed', 'sakit')), codeOf(decideAbsent('draft', ''))]).toEqual(['sheet.sealed', 'sheet.reason-missing']);
  });

  test('seals the same text for the same scores, however typed', () => {
    const facts = { regionId: 'r', sheetId: 's', categoryId: 'c', entryId: 'e', jurorId: 'j', comment: 'baik', sealedAt: inside };
    expect(sheetCanon(facts, numeric, { A: '80,50' })).toBe(sheetCanon({ ...facts }, numeric, { A: '80.5' }));
    expect(sheetCanon(facts, numeric, { A: '80,50' })).toBe(
      '{"categoryId":"c","comment":"baik","entryId":"e","form":"sheet/1","jurorId":"j","regionId":"r","rubricVersion":1,"scores":[["A","161/2"]],"sealedAt":"2026-11-09T23:59:59.999Z","sheetId":"s","total":"161/2"}',
    );
    expect(sheetCanon(facts, numeric, {})).toContain('"scores":[["A",null]]');
    const blind = '0f'.repeat(16);
    const text = sheetCanon({ ...facts, blind }, numeric, { A: '80,50' });
    expect(text.startsWith(`{"blind":"${blind}",`)).toBe(true);
    expect(text).toContain('"form":"sheet/2"');
  });
});
