import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../tests/factories/stage.ts';
import type { StageKind } from './stage.ts';
import { momentOf, movesInForce, stagesAhead } from './timeline.ts';

const at = (day: string) => `2026-${day}T00:00:00.000Z` as const;
const STAGES = [
  stageOf('registration', at('06-01'), at('07-31')),
  stageOf('verification', at('08-03'), at('08-12')),
  stageOf('presentation', at('08-19'), at('08-20')),
];

describe('the public line', () => {
  it('says what is now, next, and done', () => {
    expect(momentOf(STAGES, at('07-01'))).toMatchObject({ isOpen: true, groupNumber: 1, stage: { kind: 'registration' } });
    expect(momentOf(STAGES, at('08-01'))).toMatchObject({ isOpen: false, groupNumber: 2, stage: { kind: 'verification' } });
    expect(momentOf(STAGES, at('09-01'))).toMatchObject({ isOpen: false, stage: null });
    expect(momentOf(STAGES, at('08-01')).groups.map((group) => group.state)).toEqual(['done', 'ahead', 'ahead']);
  });

  it('marks every group that runs, not only the one it speaks of', () => {
    const overlapping = [...STAGES, stageOf('plenary', at('08-10'), at('08-30'), 'Hasil'), stageOf('objection', at('08-30'), at('09-10'), 'Hasil')];
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

  it('has no moment before anything is planned', () =>
    expect(momentOf([], at('07-01'))).toEqual({ stage: null, isOpen: false, besides: [], groupNumber: 0, groups: [] }));

  it('joins the stages of a group from the first opening to the last close, whatever order they come in', () => {
    const stages = [
      stageOf('desk', at('08-10'), at('08-12'), 'Meja'),
      stageOf('verification', at('08-03'), at('08-11'), 'Meja'),
      stageOf('registration', at('06-01'), at('07-31'), 'Daftar'),
      stageOf('approval', at('06-01'), at('08-02'), 'Daftar'),
      stageOf('field-validation', at('08-05'), at('08-09'), 'Meja'),
    ];
    expect(momentOf(stages, at('08-12')).groups).toEqual([
      { name: 'Meja', opensAt: at('08-03'), closesAt: at('08-12'), state: 'done', stages: [stages[0], stages[1], stages[4]] },
      { name: 'Daftar', opensAt: at('06-01'), closesAt: at('08-02'), state: 'done', stages: [stages[2], stages[3]] },
    ]);
    expect(momentOf(stages, at('08-11')).groups.map(({ state }) => state)).toEqual(['now', 'done']);
    expect(momentOf(stages.toReversed(), at('08-11')).groups.map(({ name }) => name)).toEqual(['Meja', 'Daftar']);
  });

  it('marks as now only the group of the open stage', () => {
    expect(momentOf(STAGES, at('08-05')).groups.map(({ state }) => state)).toEqual(['done', 'now', 'ahead']);
    expect(momentOf(STAGES, at('08-20')).groups.map(({ state }) => state)).toEqual(['done', 'done', 'done']);
    expect(momentOf(STAGES, at('05-01'))).toMatchObject({ isOpen: false, groupNumber: 1, stage: { kind: 'registration' } });
  });

  it('looks ahead to the stage that opens first', () => {
    expect(momentOf(STAGES.toReversed(), at('08-01')).stage?.kind).toBe('verification');
    expect(momentOf(STAGES, at('08-01')).stage?.kind).toBe('verification');
  });

  it('speaks of what decides most when windows overlap', () => {
    const order: readonly StageKind[] = [
      'plenary',
      'presentation',
      'field-validation',
      'objection',
      'registration',
      'desk',
      'verification',
      'approval',
      'follow-up',
      'outreach',
    ];
    for (const [rank, kind] of order.entries()) {
      const open = order.slice(rank).map((one) => stageOf(one, at('06-01'), at('07-01')));
      expect([momentOf(open, at('06-15')).stage?.kind, momentOf(open.toReversed(), at('06-15')).stage?.kind]).toEqual([kind, kind]);
      expect(momentOf(open.toReversed(), at('06-15')).besides.map((stage) => stage.kind)).toEqual(order.slice(rank + 1));
    }
  });
});

describe('what has still to open', () => {
  const plan = (days: readonly (readonly [StageKind, string])[]) => days.map(([kind, day], position) => ({ ...stageOf(kind, at(day), at('12-30')), position }));
  const kinds = (stages: ReturnType<typeof plan>, day: string) => {
    const { next, passedOver } = stagesAhead(stages, at(day));
    return [next?.kind ?? null, passedOver.map(({ kind }) => kind)];
  };

  it('is the next in time while the order is kept', () => {
    const inOrder = plan([
      ['outreach', '03-01'],
      ['registration', '04-01'],
      ['approval', '05-01'],
    ]);
    expect(['02-01', '03-01', '04-01', '05-01'].map((day) => kinds(inOrder, day))).toEqual([
      ['outreach', []],
      ['registration', []],
      ['approval', []],
      [null, []],
    ]);
  });

  it('leaves out, and names, what an opened stage has passed over', () => {
    const early = plan([
      ['outreach', '06-01'],
      ['registration', '02-01'],
      ['approval', '09-01'],
      ['verification', '08-01'],
    ]);
    expect(kinds(early, '03-01')).toEqual(['verification', ['outreach']]);
    expect(kinds(early, '08-01')).toEqual([null, ['approval']]);
    expect(kinds(early, '09-01')).toEqual([null, []]);
  });
});
