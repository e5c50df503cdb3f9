import { describe, expect, test } from 'vitest';
import type { Actor, Grant, SeatHolding } from '../people/role.ts';
import { figure } from '../result/figure.ts';
import type { FrozenInputs } from '../result/frozen-inputs.ts';
import type { EntryResult, ResultBody } from '../result/result.ts';
import { rational } from '../shared/rational.ts';
import { isParty, mayHaveBundle } from './parties.ts';
import { isShared, type PublicationFacts, publishedResult, wasTied } from './published-result.ts';

const shown = (value: string) => figure(rational(value), 2);
const entry = (id: string, rank: number, rankBeforeTieBreak: number): EntryResult => ({
  id,
  final: shown('80'),
  jury: shown('82'),
  desk: null,
  median: shown('81'),
  rank,
  rankBeforeTieBreak,
  decidedBy: rank === rankBeforeTieBreak ? null : 'lot',
  sheets: 3,
  totals: [{ juror: 'J1', total: shown('79'), parts: [] }],
  criteria: [{ code: 'C1', mean: shown('4'), sheets: 2 }],
  rounding: true,
  plainMean: false,
});
const body: ResultBody = {
  form: 'result/1',
  formula: {
    scale: 'minmax',
    aggregate: 'mean',
    trim: 0,
    decimals: 2,
    rankOn: 'rounded',
    minJurors: 2,
    weightSum: '1',
    deskShare: '40',
    juryShare: '60',
    incompleteSheet: 'exclude',
    ladder: ['lot'],
    winners: 1,
    cut: 'include',
  },
  entries: [entry('BL-1', 2, 1), entry('BL-2', 1, 1), entry('BL-4', 3, 3), entry('BL-3', 3, 3)],
  order: [['BL-2'], ['BL-1'], ['BL-3', 'BL-4']],
  blocked: [{ id: 'BL-5', reason: 'few-jurors', sheets: 1, totals: [{ juror: 'J2', total: shown('1'), parts: [] }] }],
  excludedSheets: [{ entry: 'BL-5', juror: 'J3', missing: ['C1'] }],
  top: { selected: ['BL-2'], straddling: [], how: 'clean', placesLeft: 0 },
  trace: [
    { step: 'lot', tied: ['BL-1', 'BL-2'], groups: [['BL-2'], ['BL-1']], by: '7 (undian)', figures: [['BL-1', '1']] },
    { step: 'jury', tied: ['BL-3', 'BL-4'], groups: [['BL-3', 'BL-4']] },
  ],
  unresolved: [],
  margin: null,
};
const inputs = {
  rulesVersion: 3,
  rubricVersion: 2,
  rubric: { criteria: [{ code: 'C1', name: 'Dampak', weight: '1', min: '1', max: '5', step: '1', entry: 'number', hint: 'untuk juri' }] },
} as unknown as FrozenInputs;
const facts: PublicationFacts = {
  year: 2026,
  edition: 'Balangan 2026',
  category: { code: 'skpd', name: 'SKPD' },
  version: 1,
  resultDigest: 'aa',
  decree: '188/2026',
  certifiedAt: '2026-11-20T00:00:00.000Z',
  publishedAt: '2026-11-21T00:00:00.000Z',
  panel: 5,
  names: new Map([['BL-2', { name: 'Dua', agency: 'Dinkes' }]]),
};

describe('a published result', () => {
  const published = publishedResult(facts, inputs, body);

  test('lists entries by rank and then registration number, with the winners', () => {
    expect(published.entries.map(({ id, rank, wins }) => [id, rank, wins])).toEqual([
      ['BL-2', 1, true],
      ['BL-1', 2, false],
      ['BL-3', 3, false],
      ['BL-4', 3, false],
    ]);
    expect(published.entries[0]).toEqual({
      id: 'BL-2',
      name: 'Dua',
      agency: 'Dinkes',
      rank: 1,
      rankBeforeTieBreak: 1,
      decidedBy: null,
      final: shown('80'),
      jury: shown('82'),
      desk: null,
      jurors: 3,
      criteria: [{ code: 'C1', mean: shown('4') }],
      rounding: true,
      wins: true,
    });
  });

  test('shows no sheet, no juror, no total of a juror, and nothing written for jurors', () => {
    const text = JSON.stringify(published);
    for (const secret of ['J1', 'J2', 'J3', 'untuk juri', 'incompleteSheet', 'totals', 'figures']) expect(text).not.toContain(`"${secret}"`);
  });

  test('names what it rests on, and a blocked entry by its number where it has no name', () => {
    expect(published).toMatchObject({
      form: 'published-result/1',
      year: 2026,
      edition: 'Balangan 2026',
      category: { code: 'skpd', name: 'SKPD' },
      version: 1,
      resultDigest: 'aa',
      rulesVersion: 3,
      rubricVersion: 2,
      decree: '188/2026',
      panel: 5,
      formula: { deskShare: '40', ladder: ['lot'] },
      criteria: [{ code: 'C1', name: 'Dampak', weight: '1', min: '1', max: '5' }],
      blocked: [{ id: 'BL-5', reason: 'few-jurors', name: 'BL-5', agency: '' }],
    });
    expect(published.ties).toEqual([
      { step: 'lot', tied: ['BL-1', 'BL-2'], groups: [['BL-2'], ['BL-1']], by: '7 (undian)' },
      { step: 'jury', tied: ['BL-3', 'BL-4'], groups: [['BL-3', 'BL-4']], by: null },
    ]);
    expect(published).not.toHaveProperty('names');
  });

  test('tells a shared place from one that was tied before the ladder', () => {
    expect([1, 2, 3, 4].map((rank) => isShared(published.entries, rank))).toEqual([false, false, true, false]);
    expect(published.entries.map((one) => wasTied(published.entries, one))).toEqual([true, true, true, true]);
    expect(wasTied(published.entries.slice(1), { rankBeforeTieBreak: 1 })).toBe(false);
  });
});

describe('a party of a result', () => {
  const place = { editionId: '2026', categoryId: 'skpd', agencyIds: ['dinkes', 'disdik'] };
  const seat = (agencyId: string, role: SeatHolding['role']): SeatHolding => ({
    seatId: 's',
    agencyId,
    agencyName: '',
    title: '',
    role,
    heldFrom: '2020-01-01T00:00:00.000Z',
    heldUntil: null,
  });
  const actor = (seats: readonly SeatHolding[], grants: readonly Grant[], pastSeats: readonly SeatHolding[] = []): Actor => ({
    personId: 'p',
    name: 'P',
    seats,
    grants,
    pastSeats,
  });
  const grant = (role: Grant['role'], editionId: string | null = '2026', categoryId: string | null = null): Grant => ({ role, editionId, categoryId });

  test.each([
    ['a seat with a role in an agency of the category', actor([seat('disdik', 'innovator')], []), true],
    ['a head', actor([seat('dinkes', 'head')], []), true],
    ['a seat without a role', actor([seat('dinkes', null)], []), false],
    ['a seat elsewhere', actor([seat('dinsos', 'head')], []), false],
    ['a seat of the past', actor([], [], [seat('dinkes', 'head')]), false],
    ['a juror of the category', actor([], [grant('juror', '2026', 'skpd')]), true],
    ['the chair', actor([], [grant('chair', '2026', 'skpd')]), true],
    ['the secretariat', actor([], [grant('secretariat')]), true],
    ['a leader', actor([], [grant('leader', null)]), true],
    ['a juror of another category', actor([], [grant('juror', '2026', 'blud')]), false],
    ['a juror of another edition', actor([], [grant('juror', '2025')]), false],
    ['a verifier', actor([], [grant('verifier')]), false],
    ['an admin', actor([], [grant('admin', null)]), false],
    ['nobody', actor([], []), false],
  ])('is told for %s: %s', (_who, who, expected) => expect(isParty(who, place)).toBe(expected));

  test('decides who may have the bundle: everybody where the rules say so, else the parties', () => {
    const stranger = { personId: 'p', name: 'P', grants: [], seats: [], pastSeats: [] };
    const leader = { ...stranger, grants: [{ role: 'leader', editionId: null, categoryId: null } as const] };
    const open = (isPublic: boolean) => [null, stranger, leader].map((actor) => mayHaveBundle(actor, { ...place, isPublic }));
    expect([open(true), open(false)]).toEqual([
      [true, true, true],
      [false, false, true],
    ]);
  });
});
