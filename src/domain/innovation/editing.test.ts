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

  test('is told when registration opens and when it closed, and in which state an entry cannot be changed', () => {
    const registration = { name: 'Pendaftaran', opensAt: '2026-07-01T00:00:00.000Z', closesAt: '2026-07-31T08:00:00.000Z', graceMinutes: 0 };
    const ask = (state: 'draft' | 'approved', now: string) => mayChange({ state, repairUntil: null, repairPlaces: [], registration }, now);
    expect(ask('draft', '2026-07-01T00:00:00.000Z')).toEqual({ ok: true, value: true });
    expect(ask('draft', '2026-06-30T00:00:00.000Z')).toEqual({
      ok: false,
      refusal: { code: 'stage.not-open', facts: { stage: 'Pendaftaran', opensAt: registration.opensAt } },
    });
    expect(ask('draft', '2026-07-31T08:00:00.000Z')).toEqual({
      ok: false,
      refusal: { code: 'stage.closed', facts: { stage: 'Pendaftaran', closedAt: registration.closesAt } },
    });
    expect(ask('approved', '2026-07-02T00:00:00.000Z')).toEqual({ ok: false, refusal: { code: 'entry.not-editable', facts: { state: 'approved' } } });
    const repair = mayChange(
      { state: 'returned-for-repair', repairUntil: '2026-08-02T00:00:00.000Z', repairPlaces: [], registration: null },
      '2026-08-01T00:00:00.000Z',
    );
    expect(repair).toEqual({ ok: true, value: true });
  });

  test('finds no registration in an edition without one, and no repair without a deadline', () => {
    const now = '2026-07-01T00:00:00.000Z';
    expect(mayChange({ state: 'draft', repairUntil: null, repairPlaces: [], registration: null }, now)).toEqual({
      ok: false,
      refusal: { code: 'stage.absent', facts: { kind: 'registration' } },
    });
    expect(mayChange({ state: 'returned-for-repair', repairUntil: null, repairPlaces: [], registration: null }, now)).toEqual({
      ok: false,
      refusal: { code: 'repair.closed', facts: { closedAt: '' } },
    });
  });
});

test('names are the same to a reader whatever case, space and marks', () => {
  expect([isSameName('Lasung  Kutalu', 'lasung-kutalú!'), isSameName('SIPP', 'SIP')]).toEqual([true, false]);
});
