import { describe, expect, it } from 'vitest';
import type { CategoryRules } from './category.ts';
import { cloneRules, cloneStage, yearsLater } from './clone.ts';
import { mayChangeRubric, mayChangeRules, mayMoveWindow, windowDoubts } from './freeze.ts';
import { readRulesForm } from './rules-form.ts';
import { requireOpen, type Stage, type StageKind } from './stage.ts';
import { momentOf, movesInForce } from './timeline.ts';

const stage = (kind: StageKind, opensAt: string, closesAt: string, publicGroup: string = kind): Stage => ({
  stageId: kind,
  editionId: 'e',
  kind,
  name: kind,
  publicGroup,
  position: 1,
  opensAt,
  closesAt,
  graceMinutes: 0,
});
const at = (day: string) => `2026-${day}T00:00:00.000Z`;
const STAGES = [
  stage('registration', at('06-01'), at('07-31')),
  stage('verification', at('08-03'), at('08-12')),
  stage('presentation', at('08-19'), at('08-20')),
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

  it('accepts until the last millisecond of the window', () => {
    expect(code(requireOpen(STAGES, 'registration', '2026-07-30T23:59:59.999Z'))).toBe('ok');
    expect(code(requireOpen(STAGES, 'registration', at('07-31')))).toBe('stage.closed');
    expect(code(requireOpen(STAGES, 'registration', '2026-05-31T23:59:59.999Z'))).toBe('stage.not-open');
  });

  it.each([
    [at('06-01'), at('08-05'), 'lebih lama', at('07-01'), 'ok'],
    [at('06-02'), at('08-05'), 'lebih lama', at('07-01'), 'window.already-open'],
    [at('06-01'), at('06-20'), 'lebih singkat', at('07-01'), 'window.in-the-past'],
    [at('06-01'), at('06-01'), 'kosong', at('05-01'), 'window.backwards'],
    [at('06-01'), at('08-05'), ' ', at('07-01'), 'window.needs-reason'],
  ])('a window to %s..%s (%s) at %s: %s', (opensAt, closesAt, reason, now, expected) => {
    expect(code(mayMoveWindow(STAGES[0]!, { opensAt, closesAt, reason }, now))).toBe(expected);
  });
});

describe('a window that needs a second look', () => {
  const placed = STAGES.map((one, position) => ({ ...one, position }));
  const nothing = { announced: false, sealed: false };
  it.each([
    ['over, nothing stands', 0, '08-20', nothing, null],
    ['over, finalists announced', 0, '08-20', { announced: true, sealed: false }, 'announced'],
    ['over, sheets sealed', 1, '08-25', { announced: true, sealed: true }, 'sealed'],
    ['still open', 2, '08-25', { announced: true, sealed: false }, null],
  ] as const)('%s', (_, place, closes, standing, reopens) => {
    const stage = placed[place]!;
    expect(windowDoubts(placed, stage, { opensAt: stage.opensAt, closesAt: at(closes) }, standing, at('08-19')).reopens).toBe(reopens);
  });
  it('names a later stage that would open first, once it would and did not before', () => {
    const [, verification, presentation] = placed;
    const early = { opensAt: at('08-01'), closesAt: at('08-20') };
    expect(windowDoubts(placed, presentation!, early, nothing, at('07-01')).order).toEqual([['presentation', 'verification']]);
    const late = { opensAt: at('08-25'), closesAt: at('08-26') };
    expect(windowDoubts(placed, verification!, late, nothing, at('07-01')).order).toEqual([['presentation', 'verification']]);
    const turned = [placed[0]!, { ...verification!, opensAt: at('08-25') }, presentation!];
    expect(windowDoubts(turned, presentation!, early, nothing, at('07-01')).order).toEqual([]);
  });
});

describe('a copy for a later year', () => {
  it('keeps day, month and time, and survives leap days', () => {
    expect(yearsLater('2026-07-31T08:00:00.000Z', 1)).toBe('2027-07-31T08:00:00.000Z');
    expect(yearsLater('2028-02-29T08:00:00.000Z', 1)).toBe('2029-02-28T08:00:00.000Z');
    const copy = cloneStage(stage('desk', '2028-02-28T10:00:00.000Z', '2028-02-29T09:00:00.000Z'), 1);
    expect(copy).toMatchObject({ opensAt: '2029-02-28T10:00:00.000Z', closesAt: '2029-03-01T09:00:00.000Z' });
    expect(copy).not.toHaveProperty('stageId');
    expect(copy).not.toHaveProperty('editionId');
    expect(cloneStage(stage('desk', at('07-01'), at('07-02')), 2)).toMatchObject({
      kind: 'desk',
      opensAt: '2028-07-01T00:00:00.000Z',
      closesAt: '2028-07-02T00:00:00.000Z',
    });
  });

  it('keeps the rules, but not the lot', () => {
    const rules = { floor: '50', winners: 3, lot: { seed: '2026', source: 'undian' } } as unknown as CategoryRules;
    expect(cloneRules(rules)).toEqual({ floor: '50', winners: 3, lot: null });
  });
});

describe('the public line', () => {
  it('says what is now, next, and done', () => {
    expect(momentOf(STAGES, at('07-01'))).toMatchObject({ isOpen: true, groupNumber: 1, stage: { kind: 'registration' } });
    expect(momentOf(STAGES, at('08-01'))).toMatchObject({ isOpen: false, groupNumber: 2, stage: { kind: 'verification' } });
    expect(momentOf(STAGES, at('09-01'))).toMatchObject({ isOpen: false, stage: null });
    expect(momentOf(STAGES, at('08-01')).groups.map((group) => group.state)).toEqual(['done', 'ahead', 'ahead']);
  });

  it('marks every group that runs, not only the one it speaks of', () => {
    const overlapping = [...STAGES, stage('plenary', at('08-10'), at('08-30'), 'Hasil'), stage('objection', at('08-30'), at('09-10'), 'Hasil')];
    const states = (day: string) => momentOf(overlapping, at(day)).groups.map((group) => group.state);
    expect(states('08-11')).toEqual(['done', 'now', 'ahead', 'now']);
    expect(states('08-19')).toEqual(['done', 'done', 'now', 'now']);
    expect(states('09-01')).toEqual(['done', 'done', 'done', 'now']);
  });

  it('tells each moved end once, by its newest change, until its stage closes', () => {
    const move = (stageId: string, opensTo: string, closesTo: string) => {
      const kept = STAGES.find((one) => one.stageId === stageId)!;
      return { stageId, openedFrom: kept.opensAt, opensTo: at(opensTo), closedFrom: kept.closesAt, closesTo: at(closesTo) };
    };
    const moves = [
      move('presentation', '08-10', '08-20'),
      move('verification', '08-03', '08-14'),
      move('verification', '08-01', '08-13'),
      move('registration', '06-01', '08-01'),
      move('registration', '06-01', '08-02'),
    ];
    const told = (now: string) =>
      movesInForce(moves, STAGES, at(now)).map(({ stageId, ends }) => [stageId, ...ends.map(({ end, to }) => `${end} ${to.slice(5, 10)}`)]);
    const later = [
      ['presentation', 'opening 08-10'],
      ['verification', 'close 08-14'],
      ['verification', 'opening 08-01'],
    ];
    expect(told('07-01')).toEqual([...later, ['registration', 'close 08-01']]);
    expect(told('08-01')).toEqual(later);
    expect(told('08-20')).toEqual([]);
  });
});

describe('rules as typed', () => {
  const rules = { floor: '50', deskShare: '40', juryShare: '60' } as never;
  const typed = { floor: '52,5', kind: 'top', bound: '5', deskShare: '40', juryShare: '60', winners: '3' } as const;
  it('reads exact numbers and names the field at fault', () => {
    expect(readRulesForm(rules, typed)).toMatchObject({ ok: true, value: { floor: '52.5', shortlist: { kind: 'top', n: 5 }, winners: 3 } });
    expect(readRulesForm(rules, { ...typed, floor: '' })).toMatchObject({ ok: true, value: { floor: null } });
    expect(readRulesForm(rules, { ...typed, juryShare: '59,9' })).toMatchObject({
      refusal: { fields: { juryShare: { code: 'rules.shares-sum' } } },
    });
    expect(readRulesForm(rules, { ...typed, bound: '2,5' })).toMatchObject({
      refusal: { fields: { bound: { code: 'rules.number-invalid' } } },
    });
  });
});
