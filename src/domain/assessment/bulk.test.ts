import { describe, expect, test } from 'vitest';
import type { EntryState } from '../innovation/entry.ts';
import { later } from '../shared/time.ts';
import { type AssignableEntry, isAssignable, mayUndo, planAssignment, TOLD_AFTER_SECONDS, UNDO_SECONDS, undoUntil } from './bulk.ts';

const NOW = '2026-08-01T02:00:00.000Z';
const person = (personId: string, ...agencies: readonly string[]) => ({
  personId,
  name: personId,
  seats: agencies.map((agencyId) => ({ agencyId, heldUntil: null })),
});
const entry = (entryId: string, more: Partial<AssignableEntry> = {}): AssignableEntry => ({
  entryId,
  state: 'approved',
  agencyId: 'dinas',
  memberIds: [],
  verifierIds: [],
  ...more,
});

describe('a plan of assignment', () => {
  test('takes what may be given, and says of each other why not', () => {
    const entries = [
      entry('1'),
      entry('2', { state: 'draft' }),
      entry('3', { verifierIds: ['rina'] }),
      entry('4', { agencyId: 'bapperida' }),
      entry('5', { memberIds: ['rina'] }),
      entry('6', { agencyId: 'setda' }),
      entry('7', { state: 'returned-for-repair', verifierIds: ['hadi'] }),
    ];
    const plan = planAssignment(entries, person('rina', 'bapperida'), person('sek', 'setda'), NOW);
    expect(plan.assign.map(({ entryId }) => entryId)).toEqual(['1', '7']);
    expect(plan.skip.map((one) => [one.entry.entryId, one.why.code, one.why.facts])).toEqual([
      ['2', 'bulk.wrong-state', { state: 'draft' }],
      ['3', 'verification.already-assigned', { verifier: 'rina' }],
      ['4', 'verification.verifier-tied', { conflict: 'seat', verifier: 'rina' }],
      ['5', 'verification.verifier-tied', { conflict: 'team', verifier: 'rina' }],
      ['6', 'verification.own-agency', { conflict: 'seat' }],
    ]);
  });

  test.each([
    ['draft', false],
    ['submitted', false],
    ['returned-by-head', false],
    ['approved', true],
    ['in-verification', true],
    ['returned-for-repair', true],
    ['verified', false],
    ['eligible', false],
    ['refused', false],
    ['withdrawn', false],
  ] satisfies readonly (readonly [EntryState, boolean])[])('%s may be assigned: %s', (state, may) => expect(isAssignable(state)).toBe(may));
});

describe('taking back', () => {
  const at = (seconds: number) => later(NOW, seconds * 1000);
  test.each([
    [0, true],
    [UNDO_SECONDS, true],
    [UNDO_SECONDS + 5, true],
    [UNDO_SECONDS + 5.001, false],
  ])('%s seconds after the act: %s', (seconds, may) => expect(mayUndo({ actedAt: NOW, toldAt: null }, at(seconds)).ok).toBe(may));

  test('is over once somebody was told, and nobody is told before it is over', () => {
    const told = mayUndo({ actedAt: NOW, toldAt: at(1) }, at(2));
    expect(told.ok ? null : told.refusal).toMatchObject({ code: 'bulk.undo-late', facts: { seconds: 30 } });
    expect(mayUndo({ actedAt: NOW, toldAt: null }, at(TOLD_AFTER_SECONDS)).ok).toBe(false);
    expect(undoUntil(NOW)).toBe('2026-08-01T02:00:30.000Z');
  });
});
