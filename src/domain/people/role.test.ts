import { describe, expect, test } from 'vitest';
import { zoneHours } from './region.ts';
import { type Actor, delegateOf, type Grant, holdsGrant, holdsSeat, ownSeats, rolesOf, type SeatHolding } from './role.ts';
import type { Delegation } from './seat.ts';

const delegation = { holderName: 'Noor Aini' } as unknown as Delegation;
const seat = (agencyId: string, role: SeatHolding['role'], instead: Delegation | null = null): SeatHolding => ({
  seatId: `${agencyId} ${role}`,
  agencyId,
  agencyName: agencyId,
  title: '',
  role,
  heldFrom: '2020-01-01T00:00:00.000Z',
  heldUntil: null,
  delegation: instead,
});
const actor = (seats: readonly SeatHolding[], grants: readonly Grant[] = []): Actor => ({
  personId: 'p',
  name: 'P',
  seats,
  grants,
  pastSeats: [seat('past', 'head')],
});

describe('an actor', () => {
  test('holds each role once, in the order the interface offers them', () => {
    const all = ['admin', 'province', 'leader', 'secretariat', 'verifier', 'chair', 'juror', 'juror'] as const;
    const grants = all.map((role): Grant => ({ role, editionId: null, categoryId: null }));
    expect(rolesOf(actor([seat('a', 'head'), seat('b', null), seat('c', 'innovator')], grants))).toEqual([
      'innovator',
      'head',
      'juror',
      'chair',
      'verifier',
      'secretariat',
      'leader',
      'province',
      'admin',
    ]);
    expect(rolesOf(actor([seat('b', null)]))).toEqual([]);
  });

  test('holds a seat by its role and its agency, now', () => {
    const one = actor([seat('a', 'head'), seat('b', 'innovator')]);
    expect([holdsSeat(one, 'head', 'a'), holdsSeat(one, 'innovator', 'a'), holdsSeat(one, 'head', 'b'), holdsSeat(one, 'head', 'past')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  test('has seats of its own beside what a merge lets it reach', () => {
    const own = seat('a', 'head');
    expect(
      ownSeats(actor([own, { ...seat('b', 'head'), inherited: true }, { ...seat('c', 'head'), inherited: false }])).map(({ agencyId }) => agencyId),
    ).toEqual(['a', 'c']);
  });

  test('acts as a delegate only where no such seat is their own', () => {
    expect(delegateOf(actor([seat('a', 'head', delegation)]), 'head', 'a')).toBe(delegation);
    expect(delegateOf(actor([seat('a', 'head', delegation), seat('a', 'head')]), 'head', 'a')).toBeNull();
    expect(delegateOf(actor([seat('a', 'head', delegation)]), 'innovator', 'a')).toBeNull();
    expect(delegateOf(actor([seat('a', 'head', delegation)]), 'head', 'b')).toBeNull();
    expect(delegateOf(actor([seat('a', 'innovator'), seat('a', 'head', delegation)]), 'head', 'a')).toBe(delegation);
  });
});

describe('a grant', () => {
  const juror = (editionId: string | null, categoryId: string | null) => actor([], [{ role: 'juror', editionId, categoryId }]);

  test.each([
    [null, null, '2026', 'skpd', true],
    ['2026', null, '2026', 'skpd', true],
    ['2026', 'skpd', '2026', 'skpd', true],
    ['2026', 'skpd', '2026', undefined, true],
    ['2026', 'skpd', undefined, undefined, true],
    ['2025', 'skpd', '2026', 'skpd', false],
    ['2026', 'blud', '2026', 'skpd', false],
    ['2025', null, '2026', undefined, false],
  ])('of edition %s and category %s, asked for %s and %s: %s', (edition, category, askedEdition, askedCategory, held) => {
    expect(holdsGrant(juror(edition, category), 'juror', askedEdition, askedCategory)).toBe(held);
    expect(holdsGrant(juror(edition, category), 'chair', askedEdition, askedCategory)).toBe(false);
  });
});

test('a zone of Indonesia is whole hours ahead of UTC, any other as in Makassar', () => {
  expect(['Asia/Jakarta', 'Asia/Pontianak', 'Asia/Makassar', 'Asia/Jayapura', 'Asia/Tokyo'].map(zoneHours)).toEqual([7, 7, 8, 9, 8]);
});
