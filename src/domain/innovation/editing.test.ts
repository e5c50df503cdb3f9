import { describe, expect, test } from 'vitest';
import { agenciesOf, mayChange } from './editing.ts';
import { isSameName } from './words.ts';

describe('an editor', () => {
  const seat = (agencyId: string, role: 'innovator' | 'head' | null) => ({
    seatId: 's',
    agencyId,
    agencyName: '',
    title: '',
    role,
    heldFrom: '2020-01-01T00:00:00.000Z' as const,
    heldUntil: null,
  });
  const actor = {
    personId: 'p',
    name: 'P',
    grants: [],
    seats: [seat('a', 'innovator'), seat('b', 'head'), seat('c', null), seat('a', 'innovator')],
    pastSeats: [seat('d', 'head')],
  };

  test('stands in the agencies of the seats that have the role, once each', () => {
    expect([agenciesOf(actor, 'innovator'), agenciesOf(actor, 'head', 'innovator'), agenciesOf(actor)]).toEqual([['a'], ['a', 'b'], []]);
  });

  test('finds no registration in an edition without one, and no repair without a deadline', () => {
    const now = '2026-07-01T00:00:00.000Z';
    expect(mayChange({ state: 'draft', repairUntil: null, registration: null }, now)).toEqual({
      ok: false,
      refusal: { code: 'stage.absent', facts: { kind: 'registration' } },
    });
    expect(mayChange({ state: 'returned-for-repair', repairUntil: null, registration: null }, now)).toEqual({
      ok: false,
      refusal: { code: 'repair.closed', facts: { closedAt: '' } },
    });
  });
});

test('names are the same to a reader whatever case, space and marks', () => {
  expect([isSameName('Lasung  Kutalu', 'lasung-kutalú!'), isSameName('SIPP', 'SIP')]).toEqual([true, false]);
});
