import { expect, test } from 'vitest';
import { type Contender, checkLate, mayRelease, tiedContenders, weighAppointment } from './appointment.ts';
import { leastJurors } from './panel.ts';

const NOW = '2026-08-19T00:00:00.000Z';
const entry = (name: string, agencyId: string, memberIds: readonly string[] = []): Contender => ({
  entryId: name,
  name,
  agencyId,
  agencyName: agencyId,
  memberIds,
});
const ENTRIES = [entry('A', 'dinas'), entry('B', 'puskesmas', ['saya']), entry('C', 'kecamatan')];
const person = (agencies: readonly string[], roles: readonly ('leader' | 'admin')[] = []) => ({
  personId: 'saya',
  seats: agencies.map((agencyId) => ({ agencyId, heldUntil: null })),
  grants: roles.map((role) => ({ role })),
});

test('names the entries a person will not score', () => {
  expect(tiedContenders(person(['kecamatan']), ENTRIES, NOW).map(({ name }) => name)).toEqual(['B', 'C']);
});

test.each([
  ['a stranger', { ...person([]), personId: 'lain' }, true, {}],
  ['a member of one team', person([]), true, { tied: { code: 'panel.tied', facts: { entries: ['B'] } } }],
  ['a leader from elsewhere', { ...person([], ['leader', 'admin']), personId: 'lain' }, true, { certifies: { code: 'panel.certifies', facts: {} } }],
  [
    'one who is near to every entry, while more may come',
    person(['dinas', 'kecamatan']),
    false,
    { tied: { code: 'panel.tied', facts: { entries: ['A', 'B', 'C'] } } },
  ],
])('weighs %s', (_name, candidate, isAnnounced, objections) => {
  expect(weighAppointment(candidate, ENTRIES, isAnnounced, NOW)).toEqual({ ok: true, value: objections });
});

test('refuses whoever is near to every finalist; a category without entries refuses nobody', () => {
  expect(weighAppointment(person(['dinas', 'kecamatan']), ENTRIES, true, NOW)).toMatchObject({ ok: false, refusal: { code: 'panel.tied-to-all' } });
  expect(weighAppointment(person([]), [], true, NOW)).toEqual({ ok: true, value: {} });
});

test('lets go of a juror who has not confirmed the conflicts, and of no other', () => {
  expect(mayRelease({ confirmedAt: null, hasSheet: false })).toEqual({ ok: true, value: true });
  for (const standing of [
    { confirmedAt: NOW, hasSheet: false },
    { confirmedAt: null, hasSheet: true },
  ])
    expect(mayRelease(standing)).toMatchObject({ refusal: { code: 'panel.juror-begun' } });
});

test('counts the jurors that the entry with the fewest is left with', () => {
  expect(leastJurors([[], ['a'], ['a', 'b']], ['a', 'b', 'c'])).toBe(1);
  expect(leastJurors([[], []], [])).toBe(2);
  expect(leastJurors([], ['a'])).toBe(0);
});

test.each<[string, string, { reason: string; hasSecond: boolean }, string | null]>([
  ['before the presentation opened nothing more is asked', '2026-08-20T00:00:00.000Z', { reason: '', hasSecond: false }, null],
  ['from its first instant a reason is', NOW, { reason: 'sakit', hasSecond: true }, 'panel.late-reason'],
  ['and a second person', NOW, { reason: 'Juri 3 dirawat di rumah sakit', hasSecond: false }, 'panel.late-second'],
  ['with both a juror may still come', NOW, { reason: 'Juri 3 dirawat di rumah sakit', hasSecond: true }, null],
  ['a reason has an end', NOW, { reason: 'x'.repeat(1001), hasSecond: true }, 'panel.late-reason'],
])('TR-A8: %s', (_what, opensAt, asked, code) => {
  const late = checkLate(asked, [{ kind: 'presentation', opensAt }], NOW);
  expect(late.ok ? null : late.refusal.code).toBe(code);
});
