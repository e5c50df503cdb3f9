import { describe, expect, test } from 'vitest';
import type { Stage, StageKind } from '../edition/stage.ts';
import { rational } from '../shared/rational.ts';
import {
  type CutDecision,
  checkCutDecision,
  keptShortlist,
  mayAnnounceKept,
  mayAnnounceWhile,
  presentationOrder,
  shortlistCanon,
  withDecision,
} from './desk-decision.ts';
import { figure } from './figure.ts';
import { drawLot } from './lot.ts';
import type { ShortlistBody } from './shortlist.ts';

const shown = (value: string) => figure(rational(value), 2);
const body: ShortlistBody = {
  form: 'shortlist/1',
  maxPoints: '111',
  lines: [
    { id: 'BL-1', points: shown('80'), value: shown('8000/111'), state: 'selected', rank: 1, decidedBy: null },
    { id: 'BL-2', points: shown('70'), value: shown('7000/111'), state: 'unresolved', rank: 2, decidedBy: null },
  ],
  order: [['BL-1'], ['BL-2', 'BL-3']],
  selected: ['BL-1'],
  unresolvedAtCut: ['BL-3', 'BL-2'],
  cut: 'unresolved',
  placesLeft: 1,
  pending: [],
  margin: null,
  trace: [],
};
const decision: CutDecision = { tied: [], order: [['BL-3'], ['BL-2']], act: ' BA 3 ', reason: ' dampak lebih luas ' };
const check = (changed: Partial<CutDecision>, ladder = ['SID-1', 'decision', 'lot'], list = body) =>
  checkCutDecision(list, ladder, { ...decision, ...changed });

describe('a kept shortlist', () => {
  test('carries the version of its rules and the exact desk value of each entry', () => {
    expect(keptShortlist(body, 4, new Map([['BL-1', 'id-1']]))).toEqual({
      ...body,
      rulesVersion: 4,
      entries: [
        { entryId: 'id-1', id: 'BL-1', desk: '8000/111' },
        { entryId: '', id: 'BL-2', desk: '7000/111' },
      ],
    });
  });

  test('has one text for equal lists, another for other decisions', () => {
    const kept = keptShortlist(body, 4, new Map());
    expect(shortlistCanon(kept, [])).toBe(shortlistCanon({ ...kept }, []));
    expect(shortlistCanon(kept, [decision])).not.toBe(shortlistCanon(kept, []));
    expect(shortlistCanon(kept, [])).toMatch(/^\{"body":\{.*\},"decisions":\[\]\}$/);
  });

  test.each([
    ['when the levels have changed since', 'aa', 'bb', { unresolvedAtCut: [] }, 'shortlist.outdated'],
    ['while somebody is pending', 'aa', 'aa', { unresolvedAtCut: [], pending: ['BL-4'] }, 'shortlist.pending'],
    ['while the cut waits', 'aa', 'aa', {}, 'shortlist.unresolved'],
    ['when it names nobody', 'aa', 'aa', { unresolvedAtCut: [], selected: [] }, 'shortlist.empty'],
  ])('is not announced %s', (_when, kept, fresh, changed, code) =>
    expect(mayAnnounceKept(kept, fresh, { ...body, ...changed })).toMatchObject({ ok: false, refusal: { code } }),
  );

  test('is announced while an earlier stage is open only by whoever knows whom it leaves out', () => {
    const stage = (kind: StageKind, closesAt: string) => ({ kind, name: `tahap ${kind}`, closesAt, graceMinutes: 60 }) as Stage;
    const stages = [
      stage('registration', '2026-08-01T00:00:00.000Z'),
      stage('verification', '2026-08-10T00:00:00.000Z'),
      stage('desk', '2026-08-20T00:00:00.000Z'),
    ];
    const told = { code: 'shortlist.stages-open', facts: { stages: ['tahap registration', 'tahap verification'], entries: ['Satu'] } };
    expect(mayAnnounceWhile(stages, ['Satu'], '2026-08-01T00:30:00.000Z', false)).toMatchObject({ ok: false, refusal: told });
    expect(mayAnnounceWhile(stages, ['Satu'], '2026-08-05T00:00:00.000Z', true)).toEqual({ ok: true, value: ['verification'] });
    expect(mayAnnounceWhile(stages, ['Satu'], '2026-08-10T01:00:00.000Z', false)).toEqual({ ok: true, value: [] });
  });

  test('is announced when nothing is in the way', () => {
    const ready = { ...body, unresolvedAtCut: [] };
    expect(mayAnnounceKept('aa', 'aa', ready)).toEqual({ ok: true, value: ready });
  });
});

describe('a decision at the cut', () => {
  test('parts exactly the tied entries, with minutes and reason', () => {
    expect(check({})).toEqual({ ok: true, value: { tied: ['BL-2', 'BL-3'], order: [['BL-3'], ['BL-2']], act: 'BA 3', reason: 'dampak lebih luas' } });
    expect(body.unresolvedAtCut).toEqual(['BL-3', 'BL-2']);
  });

  test.each([
    ['an entry left out', { order: [['BL-3'], []] }, { order: 'shortlist.order-not-whole' }],
    ['an entry of elsewhere', { order: [['BL-3'], ['BL-1']] }, { order: 'shortlist.order-not-whole' }],
    ['an entry twice', { order: [['BL-3'], ['BL-2'], ['BL-2']] }, { order: 'shortlist.order-not-whole' }],
    ['no parting', { order: [['BL-3', 'BL-2']] }, { order: 'shortlist.order-not-whole' }],
    ['no minutes', { act: ' 3 ' }, { act: 'shortlist.minutes-missing' }],
    ['no reason', { reason: ' ya' }, { reason: 'shortlist.reason-missing' }],
    [
      'nothing at all',
      { order: [], act: '', reason: '' },
      { order: 'shortlist.order-not-whole', act: 'shortlist.minutes-missing', reason: 'shortlist.reason-missing' },
    ],
  ])('refuses %s by its field', (_what, changed, faults) => {
    const found = check(changed);
    expect(found).toMatchObject({ ok: false, refusal: { code: 'shortlist.decision-incomplete' } });
    const fields = found.ok ? {} : (found.refusal.fields ?? {});
    expect(Object.fromEntries(Object.entries(fields).map(([field, one]) => [field, one.code]))).toEqual(faults);
  });

  test('takes minutes and reasons of three letters', () => expect(check({ act: 'BA3', reason: 'ada' }).ok).toBe(true));

  test('is refused where nothing waits, and where the ladder has no such step', () => {
    expect(check({}, ['decision'], { ...body, unresolvedAtCut: [] })).toMatchObject({ refusal: { code: 'shortlist.nothing-to-decide' } });
    expect(check({}, ['SID-1', 'lot'])).toMatchObject({ refusal: { code: 'shortlist.no-decision-step' } });
  });

  test('replaces one on the same entries, however listed, and stands beside others', () => {
    const first = { ...decision, tied: ['BL-2', 'BL-3'], act: 'BA 1' };
    const other = { ...decision, tied: ['BL-3', 'BL-4'], act: 'BA 2' };
    const added = { ...decision, tied: ['BL-3', 'BL-2'], act: 'BA 3' };
    expect(withDecision([first, other], added).map(({ act }) => act)).toEqual(['BA 2', 'BA 3']);
    expect(withDecision([], added)).toEqual([added]);
    expect(added.tied).toEqual(['BL-3', 'BL-2']);
  });
});

test('finalists present by the published lot, by registration number without one', () => {
  const selected = ['BL-9', 'BL-2', 'BL-5', 'BL-1'];
  expect(presentationOrder(selected, null)).toEqual(['BL-1', 'BL-2', 'BL-5', 'BL-9']);
  expect(presentationOrder(selected, { seed: '2026', source: 'undian' })).toEqual(drawLot(selected, '2026'));
  expect(selected[0]).toBe('BL-9');
});
