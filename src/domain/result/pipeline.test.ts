import { describe, expect, test } from 'vitest';
import type { Stage, StageKind } from '../edition/stage.ts';
import type { EntryState } from '../innovation/entry.ts';
import { COLUMNS, columnOf, funnelOf, overdueSince, type Standing } from './pipeline.ts';

const stage = (kind: StageKind, opensAt: string, closesAt: string): Stage => ({
  stageId: kind,
  editionId: 'e',
  kind,
  name: kind,
  publicGroup: kind,
  position: 1,
  opensAt,
  closesAt,
  graceMinutes: 30,
  exitCheck: true,
});
const STAGES = [
  stage('approval', '2026-06-01', '2026-07-01'),
  stage('verification', '2026-07-01', '2026-07-20'),
  stage('desk', '2026-07-20', '2026-08-01'),
  stage('presentation', '2026-08-10', '2026-08-20'),
];
const entry = (state: EntryState, more: Partial<Standing> = {}): Standing => ({ state, isFinalist: false, isApproved: false, repairUntil: null, ...more });
const RUNNING = { isAnnounced: false, isPublished: false };
const ANNOUNCED = { isAnnounced: true, isPublished: false };
const PUBLISHED = { isAnnounced: true, isPublished: true };

describe('the column of an entry', () => {
  test.each([
    ['draft', 'draft'],
    ['returned-by-head', 'draft'],
    ['submitted', 'head'],
    ['approved', 'verification'],
    ['in-verification', 'verification'],
    ['returned-for-repair', 'verification'],
    ['verified', 'desk'],
    ['eligible', 'desk'],
    ['refused', 'out'],
    ['withdrawn', 'out'],
  ] as const)('%s stands in %s', (state, column) => {
    expect(columnOf(entry(state), RUNNING, STAGES, '2026-07-10')).toBe(column);
    expect(COLUMNS).toContain(column);
  });

  test('after the announcement: a finalist goes on, the others stay out', () => {
    const finalist = entry('eligible', { isFinalist: true });
    expect(columnOf(finalist, ANNOUNCED, STAGES, '2026-08-05')).toBe('shortlist');
    expect(columnOf(finalist, ANNOUNCED, STAGES, '2026-08-10')).toBe('presentation');
    expect(columnOf(finalist, ANNOUNCED, [], '2026-08-10')).toBe('shortlist');
    expect(columnOf(finalist, PUBLISHED, STAGES, '2026-08-10')).toBe('result');
    expect(columnOf(entry('eligible'), ANNOUNCED, STAGES, '2026-08-05')).toBe('out');
  });
});

describe('what is late', () => {
  test.each([
    ['a submitted entry since the approval closed', entry('submitted'), '2026-07-02', '2026-07-01'],
    ['at the very close', entry('submitted'), '2026-07-01', '2026-07-01'],
    ['not a moment before', entry('submitted'), '2026-06-30', null],
    ['a repaired entry at its head only since verification closed', entry('submitted', { isApproved: true }), '2026-07-10', null],
    ['and then it is', entry('submitted', { isApproved: true }), '2026-07-21', '2026-07-20'],
    ['an entry waiting for its verifier', entry('approved'), '2026-07-25', '2026-07-20'],
    ['an entry under verification', entry('in-verification'), '2026-07-25', '2026-07-20'],
    ['a verified entry since the desk closed', entry('verified'), '2026-08-02', '2026-08-01'],
    ['a repair since its own deadline', entry('returned-for-repair', { repairUntil: '2026-07-08' }), '2026-07-09', '2026-07-08'],
    ['a repair with time left', entry('returned-for-repair', { repairUntil: '2026-07-18' }), '2026-07-09', null],
    ['a repair without a deadline', entry('returned-for-repair'), '2026-07-30', null],
    ['never a draft', entry('draft'), '2026-12-01', null],
    ['never a finalist', entry('eligible', { isFinalist: true }), '2026-12-01', null],
  ])('%s', (_what, one, now, since) => expect(overdueSince(one, STAGES, now)).toBe(since));

  test('is nothing where the edition has no such stage', () => expect(overdueSince(entry('verified'), [], '2026-12-01')).toBeNull());
});

test('the funnel counts how many came at least so far', () => {
  const at = (state: EntryState, isNumbered: boolean, isApproved: boolean, isFinalist = false) => ({ ...entry(state, { isApproved, isFinalist }), isNumbered });
  const entries = [
    at('draft', false, false),
    at('withdrawn', true, false),
    at('submitted', true, false),
    at('approved', true, true),
    at('verified', true, true),
    at('refused', true, true),
    at('eligible', true, true),
    at('eligible', true, true, true),
  ];
  expect(funnelOf(entries)).toEqual({ begun: 8, submitted: 6, approved: 5, verified: 4, finalists: 1 });
  expect(funnelOf([])).toEqual({ begun: 0, submitted: 0, approved: 0, verified: 0, finalists: 0 });
});
