import { describe, expect, test } from 'vitest';
import { checkStageFace, checkStagePlan, MOST_GROUPS, placeOf, STAGE_KINDS, type StageFace } from './stage-plan.ts';

const face = (changed: Partial<StageFace> = {}): StageFace => ({
  kind: 'desk',
  name: 'Nilai meja',
  publicGroup: 'Meja',
  graceMinutes: 0,
  exitCheck: true,
  ...changed,
});
const faults = (changed: Partial<StageFace>, others: readonly StageFace[] = []) => {
  const found = checkStageFace(face(changed), others);
  return found.ok ? {} : Object.fromEntries(Object.entries(found.refusal.fields ?? {}).map(([field, one]) => [field, [one.code, one.facts]]));
};
const groups = (count: number) => Array.from({ length: count }, (_, n) => face({ kind: STAGE_KINDS[n]!, publicGroup: `Kelompok ${n}` }));

describe('a stage of a plan', () => {
  test('is taken as it is', () => expect(checkStageFace(face(), [face({ kind: 'plenary' })])).toEqual({ ok: true, value: face() }));

  test.each<[string, Partial<StageFace>, readonly StageFace[], Record<string, unknown>]>([
    ['an unknown kind', { kind: 'lain' as never }, [], { kind: ['stage.kind-unknown', {}] }],
    ['a kind twice', {}, [face({ kind: 'plenary' }), face()], { kind: ['stage.kind-taken', {}] }],
    ['a short name', { name: ' ab ' }, [], { name: ['stage.name-missing', {}] }],
    ['a long name', { name: 'x'.repeat(81) }, [], { name: ['stage.name-missing', {}] }],
    ['a short group', { publicGroup: 'ab' }, [], { publicGroup: ['stage.name-missing', {}] }],
    ['a long group', { publicGroup: 'x'.repeat(81) }, [], { publicGroup: ['stage.name-missing', {}] }],
    ['a group too many', { kind: 'follow-up' }, groups(MOST_GROUPS), { publicGroup: ['stage.groups-too-many', { most: MOST_GROUPS }] }],
    ['a negative grace', { graceMinutes: -1 }, [], { graceMinutes: ['stage.grace-invalid', {}] }],
    ['half a minute of grace', { graceMinutes: 0.5 }, [], { graceMinutes: ['stage.grace-invalid', {}] }],
    ['more than a day of grace', { graceMinutes: 1_441 }, [], { graceMinutes: ['stage.grace-invalid', {}] }],
  ])('with %s names the field', (_what, changed, others, named) => {
    expect(faults(changed, others)).toEqual(named);
    expect(checkStageFace(face(changed), others)).toMatchObject({ refusal: { code: 'stage.invalid' } });
  });

  test('holds at its ends', () => {
    expect(faults({ name: 'abc', publicGroup: 'abc', graceMinutes: 1_440 })).toEqual({});
    expect(faults({ name: 'x'.repeat(80), publicGroup: 'x'.repeat(80) })).toEqual({});
    expect(faults({ kind: 'follow-up' }, groups(MOST_GROUPS - 1))).toEqual({});
    expect(faults({ kind: 'follow-up', publicGroup: 'Kelompok 0' }, groups(MOST_GROUPS))).toEqual({});
  });
});

test('a new stage stands behind every stage that comes before it', () => {
  const stages = [
    { kind: 'registration', position: 2 },
    { kind: 'verification', position: 5 },
    { kind: 'plenary', position: 9 },
  ] as const;
  expect(placeOf('outreach', stages)).toBe(1);
  expect(placeOf('approval', stages)).toBe(3);
  expect(placeOf('desk', stages)).toBe(6);
  expect(placeOf('verification', stages)).toBe(3);
  expect(placeOf('follow-up', stages)).toBe(10);
  expect(placeOf('follow-up', [])).toBe(1);
});

describe('a plan', () => {
  const [opensAt, closesAt] = ['2026-06-01T00:00:00.000Z', '2026-06-02T00:00:00.000Z'];
  const windowed = (changed: Partial<StageFace> & { closesAt?: string } = {}) => ({ ...face(changed), opensAt, closesAt, ...changed });

  test('runs forward, each kind once', () => {
    expect(checkStagePlan([windowed(), windowed({ kind: 'plenary', publicGroup: 'Hasil' })])).toEqual({ ok: true, value: true });
    expect(checkStagePlan([])).toEqual({ ok: true, value: true });
    expect(checkStagePlan([windowed(), windowed({ kind: 'plenary', closesAt: opensAt })])).toEqual({
      ok: false,
      refusal: { code: 'window.backwards', facts: { stage: 'Nilai meja' } },
    });
    expect(checkStagePlan([windowed(), windowed()])).toMatchObject({ refusal: { code: 'stage.invalid', fields: { kind: { code: 'stage.kind-taken' } } } });
  });
});
