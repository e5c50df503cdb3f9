import { expect, test } from 'vitest';
import { conflictsFound, decideRecusals, type Finalist, mayScore, nextJurorCode, openPairs, pairKey } from './panel.ts';

const finalist = (entryId: string, agencyId: string, memberIds: readonly string[] = []): Finalist => ({
  entryId,
  registrationNumber: `BL-2026-${entryId}`,
  name: entryId,
  agencyId,
  agencyName: agencyId,
  memberIds,
});
const FINALISTS = [finalist('a', 'dinas'), finalist('b', 'puskesmas', ['saya']), finalist('c', 'kecamatan')];

test('a new juror has the code after the last', () => {
  expect(nextJurorCode([])).toBe('J1');
  expect(nextJurorCode(['J1', 'J10', 'J2'])).toBe('J11');
});

test('finds conflicts from seats of the last three years and from the team', () => {
  const seats = [
    { agencyId: 'dinas', heldUntil: '2024-08-19T00:00:00.000Z' },
    { agencyId: 'kecamatan', heldUntil: '2020-01-01T00:00:00.000Z' },
  ];
  expect(conflictsFound({ personId: 'saya', seats }, FINALISTS, '2026-08-19T00:00:00.000Z')).toEqual([
    { entryId: 'a', source: 'found', reason: 'past-seat' },
    { entryId: 'b', source: 'found', reason: 'team' },
  ]);
});

test('a seat or a team binds at every score, held now or given up lately', () => {
  const seat = (heldUntil: string | null) => ({
    seatId: 's',
    agencyId: 'dinas',
    agencyName: '',
    title: '',
    role: null,
    heldFrom: '2020-01-01T00:00:00.000Z',
    heldUntil,
  });
  const asked = (seats: ReturnType<typeof seat>[], pastSeats: ReturnType<typeof seat>[], at = 0) =>
    mayScore({ personId: 'saya', seats, pastSeats }, FINALISTS[at] as Finalist, '2026-08-19T00:00:00.000Z');
  expect(asked([], [])).toEqual({ ok: true, value: true });
  expect(asked([seat(null)], [], 2)).toEqual({ ok: true, value: true });
  expect(asked([seat(null)], [])).toMatchObject({ refusal: { code: 'sheet.tied', facts: { conflict: 'seat' } } });
  expect(asked([], [seat('2026-01-01T00:00:00.000Z')])).toMatchObject({ refusal: { facts: { conflict: 'past-seat' } } });
  expect(asked([], [], 1)).toMatchObject({ refusal: { facts: { conflict: 'team' } } });
});

test('what was found stays found; what is declared needs a finalist and a reason', () => {
  const found = [{ entryId: 'a', source: 'found', reason: 'seat' }] as const;
  const decided = decideRecusals(
    found,
    [
      { entryId: 'a', reason: '' },
      { entryId: 'c', reason: ' ipar ' },
    ],
    FINALISTS,
  );
  expect(decided).toEqual({ ok: true, value: [...found, { entryId: 'c', source: 'declared', reason: 'ipar' }] });
  const codeOf = (outcome: ReturnType<typeof decideRecusals>) => (outcome.ok ? 'ok' : outcome.refusal.code);
  expect(codeOf(decideRecusals([], [{ entryId: 'c', reason: ' x ' }], FINALISTS))).toBe('conflict.reason-missing');
  expect(codeOf(decideRecusals([], [{ entryId: 'z', reason: 'kenal' }], FINALISTS))).toBe('conflict.unknown-entry');
  expect(codeOf(decideRecusals([], [], []))).toBe('conflict.no-finalists');
});

test('open pairs are those neither recused nor settled', () => {
  const panel = [
    { personId: 'p1', code: 'J1' },
    { personId: 'p2', code: 'J2' },
  ];
  const settled = new Set([pairKey('p1', 'a'), pairKey('p1', 'b'), pairKey('p1', 'c'), pairKey('p2', 'b')]);
  expect(openPairs(panel, FINALISTS, settled)).toEqual([
    { juror: 'J2', entry: 'BL-2026-a' },
    { juror: 'J2', entry: 'BL-2026-c' },
  ]);
});
