import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../tests/factories/stage.ts';
import type { CategoryRules } from './category.ts';
import { cloneRules, cloneStage, leadingStage, startOn, yearsLater } from './clone.ts';
import { mayChangeRubric, mayChangeRules, rubricLock, rulesLock } from './freeze.ts';
import { acceptsUntil, hasAnyOpened, phaseOf, requireOpen, type Stage } from './stage.ts';

const at = (day: string) => `2026-${day}T00:00:00.000Z`;
const STAGES = [
  stageOf('registration', at('06-01'), at('07-31')),
  stageOf('verification', at('08-03'), at('08-12')),
  stageOf('presentation', at('08-19'), at('08-20')),
];
const code = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code);

describe('the freeze table, one millisecond each side', () => {
  it.each([
    ['2026-05-31T23:59:59.999Z', '', 'ok'],
    ['2026-06-01T00:00:00.000Z', '', 'rules.needs-decree'],
    ['2026-06-01T00:00:00.000Z', '188/2026', 'ok'],
    ['2026-08-02T23:59:59.999Z', '188/2026', 'ok'],
    ['2026-08-03T00:00:00.000Z', '188/2026', 'rules.frozen'],
  ])('rules at %s with decree "%s": %s', (now, decree, expected) => {
    expect(code(mayChangeRules(STAGES, { reason: 'alasan', decree }, now))).toBe(expected);
  });

  it.each([
    ['2026-08-18T23:59:59.999Z', false, 'free'],
    ['2026-08-19T00:00:00.000Z', false, 'by-act'],
    ['2026-08-19T00:00:00.000Z', true, 'rubric.frozen'],
  ])('rubric at %s, scores %s: %s', (now, scored, expected) => {
    const outcome = mayChangeRubric(STAGES, scored, 'alasan', now);
    expect(outcome.ok ? outcome.value : outcome.refusal.code).toBe(expected);
  });

  it('asks for a reason of three letters, and for a decree only once registration is open', () => {
    const before = at('05-01');
    expect([' ab ', 'abc'].map((reason) => code(mayChangeRules(STAGES, { reason, decree: '' }, before)))).toEqual(['rules.needs-reason', 'ok']);
    expect(mayChangeRules(STAGES, { reason: 'abc', decree: ' ' }, at('06-01'))).toMatchObject({ refusal: { code: 'rules.needs-decree' } });
    expect(mayChangeRules(STAGES, { reason: 'abc', decree: '1' }, at('06-01'))).toEqual({ ok: true, value: 'by-act' });
    expect(mayChangeRules(STAGES, { reason: 'abc', decree: '' }, before)).toEqual({ ok: true, value: 'free' });
    expect([' ab ', 'abc'].map((reason) => code(mayChangeRubric(STAGES, false, reason, before)))).toEqual(['rules.needs-reason', 'ok']);
  });

  it('binds nothing in an edition without stages, but a rubric that holds a score', () => {
    expect([rulesLock([], at('09-01')), rubricLock([], false, at('09-01')), rubricLock([], true, at('09-01'))]).toEqual(['free', 'free', 'frozen']);
  });

  it('shows a stage ahead, open and closed without its grace, which still takes acts', () => {
    const graced: Stage = { ...stageOf('registration', at('06-01'), at('07-31')), graceMinutes: 10 };
    expect(['2026-05-31T23:59:59.999Z', at('06-01'), '2026-07-30T23:59:59.999Z', at('07-31')].map((now) => phaseOf(graced, now as never))).toEqual([
      'ahead',
      'open',
      'open',
      'closed',
    ]);
    expect(acceptsUntil(graced)).toBe('2026-07-31T00:10:00.000Z');
    expect(requireOpen([graced], 'registration', '2026-07-31T00:09:59.999Z')).toEqual({ ok: true, value: graced });
    expect(requireOpen([graced], 'registration', '2026-07-31T00:10:00.000Z')).toEqual({
      ok: false,
      refusal: { code: 'stage.closed', facts: { stage: 'registration', closedAt: at('07-31') } },
    });
    expect(requireOpen([graced], 'registration', at('05-01'))).toMatchObject({ refusal: { facts: { stage: 'registration', opensAt: at('06-01') } } });
    expect(requireOpen([graced], 'desk', at('07-01'))).toEqual({ ok: false, refusal: { code: 'stage.absent', facts: { kind: 'desk' } } });
  });

  it('accepts until the last millisecond of the window', () => {
    expect(code(requireOpen(STAGES, 'registration', '2026-07-30T23:59:59.999Z'))).toBe('ok');
    expect(code(requireOpen(STAGES, 'registration', at('07-31')))).toBe('stage.closed');
    expect(code(requireOpen(STAGES, 'registration', '2026-05-31T23:59:59.999Z'))).toBe('stage.not-open');
  });
});

describe('a copy for a later year', () => {
  it('keeps day, month and time, and survives leap days', () => {
    expect(yearsLater('2026-07-31T08:00:00.000Z', 1)).toBe('2027-07-31T08:00:00.000Z');
    expect(yearsLater('2028-02-29T08:00:00.000Z', 1)).toBe('2029-02-28T08:00:00.000Z');
    const copy = cloneStage(stageOf('desk', '2028-02-28T10:00:00.000Z', '2028-02-29T09:00:00.000Z'), 1);
    expect(copy).toMatchObject({ opensAt: '2029-02-28T10:00:00.000Z', closesAt: '2029-03-01T09:00:00.000Z' });
    expect(copy).not.toHaveProperty('stageId');
    expect(copy).not.toHaveProperty('editionId');
    expect(cloneStage(stageOf('desk', at('07-01'), at('07-02')), 2)).toMatchObject({
      kind: 'desk',
      opensAt: '2028-07-01T00:00:00.000Z',
      closesAt: '2028-07-02T00:00:00.000Z',
    });
  });

  it('starts on a day of its own: all stages by whole days, at their times', () => {
    const plan = [stageOf('outreach', '2026-05-10T00:30:00.000Z', '2026-05-20T08:00:00.000Z'), stageOf('registration', at('06-01'), at('07-31'))];
    const midnight = '2026-06-14T16:00:00.000Z';
    expect(startOn(plan, midnight).map(({ opensAt, closesAt }) => [opensAt, closesAt])).toEqual([
      ['2026-05-24T00:30:00.000Z', '2026-06-03T08:00:00.000Z'],
      ['2026-06-15T00:00:00.000Z', '2026-08-14T00:00:00.000Z'],
    ]);
    expect(startOn(plan, '2026-05-31T16:00:00.000Z')).toEqual(plan);
    expect(startOn(plan, '2026-05-31T00:00:00.000Z')[1]?.opensAt).toBe('2026-05-31T00:00:00.000Z');
    expect(startOn([], midnight)).toEqual([]);
    const late = stageOf('plenary', at('09-01'), at('09-02'));
    expect([leadingStage(plan)?.kind, leadingStage([late, plan[0]!])?.kind, leadingStage([])]).toEqual(['registration', 'outreach', undefined]);
  });

  it('keeps the rules, but not the lot', () => {
    const rules = { floor: '50', winners: 3, lot: { seed: '2026', source: 'undian' } } as unknown as CategoryRules;
    expect(cloneRules(rules)).toEqual({ floor: '50', winners: 3, lot: null });
  });
});

describe('a plan', () => {
  it('is one until its first stage opens, at that very moment', () => {
    const [first, second] = [stageOf('registration', at('06-01'), at('07-31')), stageOf('verification', at('08-03'), at('08-12'))];
    const opens = first.opensAt;
    expect([hasAnyOpened([], opens), hasAnyOpened([second, first], '2026-05-31T23:59:59.999Z'), hasAnyOpened([second, first], opens)]).toEqual([
      false,
      false,
      true,
    ]);
  });
});
