import { describe, expect, it } from 'vitest';
import { stageOf } from '../../../tests/factories/stage.ts';
import { carryAlong, mayMoveWindow, mayPlaceWindow, unfinishedBefore, windowDoubts, windowFaults } from './window.ts';

const at = (day: string) => `2026-${day}T00:00:00.000Z`;
const STAGES = [
  stageOf('registration', at('06-01'), at('07-31')),
  stageOf('verification', at('08-03'), at('08-12')),
  stageOf('presentation', at('08-19'), at('08-20')),
];
const code = (outcome: { ok: boolean; refusal?: { code: string } }) => (outcome.ok ? 'ok' : outcome.refusal?.code);

describe('a window as wished, one millisecond each side', () => {
  it.each([
    [at('06-01'), at('08-05'), 'lebih lama', at('07-01'), 'ok'],
    [at('06-02'), at('08-05'), 'lebih lama', at('07-01'), 'window.already-open'],
    [at('06-01'), at('06-20'), 'lebih singkat', at('07-01'), 'window.in-the-past'],
    [at('06-01'), at('06-01'), 'kosong', at('05-01'), 'window.backwards'],
    [at('06-30'), at('06-20'), 'lewat', at('07-01'), 'window.in-the-past'],
    [at('06-01'), at('08-05'), ' ', at('07-01'), 'window.needs-reason'],
    [at('06-01'), at('08-05'), ' ab ', at('07-01'), 'window.needs-reason'],
    [at('06-01'), at('08-05'), 'abc', at('07-01'), 'ok'],
    [at('06-02'), at('08-05'), 'digeser', at('06-01'), 'window.already-open'],
    [at('06-02'), at('08-05'), 'digeser', '2026-05-31T23:59:59.999Z', 'ok'],
    [at('06-01'), at('07-01'), 'ditutup', at('07-01'), 'window.in-the-past'],
    [at('06-01'), at('07-01'), 'ditutup', '2026-06-30T23:59:59.999Z', 'ok'],
  ])('a window to %s..%s (%s) at %s: %s', (opensAt, closesAt, reason, now, expected) => {
    expect(code(mayMoveWindow(STAGES[0]!, { opensAt, closesAt, reason } as never, now as never))).toBe(expected);
  });

  it.each([
    [at('08-01'), at('08-05'), 'abc', 'ok'],
    [at('06-01'), at('08-05'), 'abc', 'ok'],
    [at('08-05'), at('08-05'), 'abc', 'window.backwards'],
    [at('06-01'), at('07-01'), 'abc', 'window.in-the-past'],
    [at('06-01'), '2026-07-01T00:00:00.001Z', 'abc', 'ok'],
    [at('08-01'), at('08-05'), ' ab ', 'window.needs-reason'],
  ])('a new window to %s..%s (%s): %s', (opensAt, closesAt, reason, expected) => {
    expect(code(mayPlaceWindow({ opensAt, closesAt, reason }, at('07-01')))).toBe(expected);
  });

  it('says when an open window opened', () => {
    expect(mayMoveWindow(STAGES[0]!, { opensAt: at('06-02'), closesAt: at('08-05'), reason: 'digeser' }, at('07-01'))).toMatchObject({
      refusal: { facts: { opensAt: at('06-01') } },
    });
  });
});

describe('a window set for a time ahead', () => {
  it.each([
    ['stays', '06-01', '07-31', '08-15', {}],
    ['moves', '06-05', '08-05', '05-01', {}],
    ['is extended', '06-01', '08-05', '07-01', {}],
    ['would open again', '06-02', '08-05', '07-01', { opens: 'window.already-open' }],
    ['would open in the past', '05-01', '08-05', '05-02', { opens: 'window.opens-past' }],
    ['would open at this moment', '05-02', '08-05', '05-02', { opens: 'window.opens-past' }],
    ['is past at both ends', '05-01', '05-02', '05-02', { opens: 'window.opens-past', closes: 'window.in-the-past' }],
    ['runs back', '06-05', '06-05', '05-01', { closes: 'window.backwards' }],
  ])('%s', (_, opens, closes, now, expected) => {
    const faults = windowFaults(STAGES[0]!, { opensAt: at(opens), closesAt: at(closes) }, at(now));
    expect(Object.fromEntries(Object.entries(faults).map(([end, fault]) => [end, fault.code]))).toEqual(expected);
  });

  it.each([
    ['05-01', ['registration', 'verification']],
    ['07-01', ['registration', 'verification']],
    ['08-01', ['verification']],
    ['08-12', []],
  ])('opened on %s, comes before %j are over', (now, names) => {
    const placed = STAGES.map((one, position) => ({ ...one, position }));
    expect(unfinishedBefore(placed[2]!, placed, at(now)).map(({ name }) => name)).toEqual(names);
    expect(unfinishedBefore(placed[0]!, placed, at(now))).toEqual([]);
    const told = [{ ...stageOf('outreach', at('05-01'), at('06-01')), position: -1 }, ...placed];
    expect(unfinishedBefore(placed[2]!, told, at('05-01'))).toEqual(unfinishedBefore(placed[2]!, placed, at('05-01')));
    const beside = [{ ...placed[0]!, closesAt: at('08-25') }, placed[2]!];
    expect(unfinishedBefore(placed[2]!, beside, at(now))).toEqual([]);
  });
});

describe('a window that needs a second look', () => {
  const placed = STAGES.map((one, position) => ({ ...one, position }));
  const nothing = { announced: false, sealed: false };
  it.each([
    ['over, nothing stands', 0, '08-20', nothing, []],
    ['over, finalists announced', 0, '08-20', { announced: true, sealed: false }, [['registration', 'announced']]],
    ['over, sheets sealed', 1, '08-25', { announced: true, sealed: true }, [['verification', 'sealed']]],
    ['over, only sheets of another room sealed', 3, '08-25', { announced: true, sealed: false }, []],
    ['still open', 2, '08-25', { announced: true, sealed: false }, []],
  ] as const)('%s', (_, place, closes, standing, reopens) => {
    const all = [...placed, { ...stageOf('presentation', at('08-13'), at('08-14')), stageId: 'hearing', position: 2 }];
    const { stageId, opensAt } = all[place]!;
    expect(windowDoubts(all, [{ stageId, opensAt, closesAt: at(closes) }], standing, at('08-19')).reopens).toEqual(reopens);
  });
  it('names a later stage that would open first, once it would and did not before', () => {
    const [, verification, presentation] = placed;
    const early = { stageId: presentation!.stageId, opensAt: at('08-01'), closesAt: at('08-20') };
    expect(windowDoubts(placed, [early], nothing, at('07-01')).order).toEqual([['presentation', 'verification']]);
    const late = { stageId: verification!.stageId, opensAt: at('08-25'), closesAt: at('08-26') };
    expect(windowDoubts(placed, [late], nothing, at('07-01')).order).toEqual([['presentation', 'verification']]);
    const turned = [placed[0]!, { ...verification!, opensAt: at('08-25') }, presentation!];
    expect(windowDoubts(turned, [early], nothing, at('07-01')).order).toEqual([]);
    const both = [late, { stageId: presentation!.stageId, opensAt: at('08-27'), closesAt: at('08-28') }];
    expect(windowDoubts(placed, both, nothing, at('07-01')).order).toEqual([]);
  });

  const approval = { ...stageOf('approval', at('06-05'), at('08-01')), position: 0.5 };
  const all = [placed[0]!, approval, placed[1]!, placed[2]!];
  it.each([
    ['as far as the next begins', '08-01', []],
    ['beyond the approval that follows it', '08-02', [['approval', 'closes', 'registration']]],
    [
      'into the verification',
      '08-04',
      [
        ['approval', 'closes', 'registration'],
        ['verification', 'opens', 'registration'],
      ],
    ],
  ])('names what a longer registration runs into: %s', (_, closes, overlaps) => {
    const wish = { stageId: placed[0]!.stageId, opensAt: at('06-01'), closesAt: at(closes) };
    expect(windowDoubts(all, [wish], nothing, at('07-01'))).toEqual({ reopens: [], order: [], overlaps });
    const lengthened = [{ ...placed[0]!, closesAt: at('08-10') }, placed[1]!];
    expect(windowDoubts(lengthened, [wish], nothing, at('07-01')).overlaps).toEqual([]);
    const told = all.map((one) => (one === placed[0] ? { ...one, kind: 'outreach' as const } : one));
    expect(windowDoubts(told, [wish], nothing, at('07-01')).overlaps).toEqual([]);
  });
  it('names an overlap once, as a turned order where it is one', () => {
    const early = { stageId: placed[1]!.stageId, opensAt: at('05-20'), closesAt: at('05-25') };
    expect(windowDoubts(placed, [early], nothing, at('05-01'))).toMatchObject({ order: [['verification', 'registration']], overlaps: [] });
  });
});

describe('stages carried along behind one that closes later', () => {
  const placed = STAGES.map((one, position) => ({ ...one, position }));
  const approval = { ...stageOf('approval', at('06-05'), at('08-01')), position: 0.5 };
  const outreach = { ...stageOf('outreach', at('08-01'), at('08-02')), position: -1 };
  const all = [placed[1]!, approval, placed[0]!, placed[2]!, outreach];
  const registration = { stageId: placed[0]!.stageId, opensAt: at('06-01'), closesAt: '2026-08-02T10:00:00.000Z' as const };
  const carried = (wishes: Parameters<typeof carryAlong>[1], now = at('05-01')) =>
    Object.fromEntries(
      carryAlong(all, wishes, now).map(({ stageId, opensAt, closesAt }) => [all.find((one) => one.stageId === stageId)!.name, [opensAt, closesAt]]),
    );

  it('move by whole days at every end behind the old close, in the order of the competition', () => {
    expect(carried([registration])).toEqual({
      outreach: [at('08-01'), at('08-02')],
      registration: [at('06-01'), registration.closesAt],
      approval: [at('06-05'), at('08-04')],
      verification: [at('08-06'), at('08-15')],
      presentation: [at('08-22'), at('08-23')],
    });
  });
  it('leave alone what is past and what was wished otherwise', () => {
    const own = { stageId: placed[2]!.stageId, opensAt: at('08-19'), closesAt: at('09-01') };
    expect(carried([registration, own], at('08-03'))).toMatchObject({ verification: [at('08-03'), at('08-15')], presentation: [at('08-22'), at('09-01')] });
  });
  it('stay where nothing closes later', () => {
    const shorter = { ...registration, closesAt: at('07-20') };
    expect(carried([shorter])).toEqual({ ...carried([]), registration: [at('06-01'), at('07-20')] });
    expect(carried([])).toMatchObject({ verification: [at('08-03'), at('08-12')], approval: [at('06-05'), at('08-01')] });
  });
});
