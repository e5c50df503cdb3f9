import { describe, expect, test } from 'vitest';
import { checkRepair, decideVerdict, mayFinishVerification, mustBeFree, needsOutsideVerifier, verificationProgress, verifiedLevels } from './verification.ts';

const claim = (level: number, evidence = 1) => ({ level, basis: null, evidence });
const wish = (kind: string, level: number | null = null, reason = '') => ({ kind, level, reason });
const codeOf = (outcome: ReturnType<typeof decideVerdict>) => (outcome.ok ? 'ok' : outcome.refusal.code);
const now = '2026-08-05T02:00:00.000Z';

describe('decideVerdict', () => {
  test('agree keeps the claim and needs no reason', () => {
    expect(decideVerdict(claim(2), wish('agree', null, 'terlanjur ditulis'))).toEqual({
      ok: true,
      value: { kind: 'agree', claimed: 2, level: 2, reason: '' },
    });
  });
  test('never raises and never equals when lowering', () => {
    for (const level of [2, 3, -1, 1.5, null]) expect(codeOf(decideVerdict(claim(2), wish('lower', level, 'satu daerah saja')))).toBe('verdict.incomplete');
    expect(decideVerdict(claim(2), wish('lower', 1, 'satu daerah saja'))).toMatchObject({ value: { level: 1 } });
    expect(decideVerdict(claim(2, 0), wish('lower', 0, 'tidak ada bukti'))).toMatchObject({ value: { level: 0 } });
  });
  test('agree with a level chosen says two things at once', () => {
    expect(decideVerdict(claim(2), wish('agree', 1))).toMatchObject({ ok: false, refusal: { fields: { level: { code: 'verdict.level-unused' } } } });
  });
  test('asks for a reason except for agree, and for a kind', () => {
    for (const kind of ['lower', 'repair', 'invalid']) {
      const outcome = decideVerdict(claim(2), wish(kind, 1, '  '));
      expect(outcome).toMatchObject({ refusal: { fields: { reason: { code: 'verdict.reason-missing' } } } });
    }
    expect(decideVerdict(claim(2), wish(''))).toMatchObject({ refusal: { fields: { kind: { code: 'verdict.kind-missing' } } } });
  });
  test('gives no points without evidence, judges no empty claim', () => {
    expect(codeOf(decideVerdict(claim(2, 0), wish('agree')))).toBe('verdict.no-evidence');
    expect(codeOf(decideVerdict(claim(0), wish('agree')))).toBe('verdict.nothing-claimed');
    expect(codeOf(decideVerdict(undefined, wish('agree')))).toBe('verdict.nothing-claimed');
  });
});

describe('progress', () => {
  const claims = { A: claim(3), B: claim(2), C: claim(0) };
  const verdict = (kind: 'agree' | 'repair', level: number) => ({ kind, level, reason: '' });
  test('belum is null, never 0; nothing claimed is 0 by itself; repair stays open', () => {
    expect(verifiedLevels(['A', 'B', 'C', 'D'], claims, { A: verdict('agree', 3), B: verdict('repair', 0) })).toEqual({
      A: 3,
      B: null,
      C: 0,
      D: 0,
    });
  });
  test('finishing waits for every row', () => {
    const none = verificationProgress(['A', 'B', 'C'], claims, {});
    expect(mayFinishVerification(none)).toMatchObject({ refusal: { code: 'verification.incomplete', facts: { codes: ['A', 'B'] } } });
    const repair = verificationProgress(['A', 'B', 'C'], claims, { A: verdict('agree', 3), B: verdict('repair', 0) });
    expect(mayFinishVerification(repair)).toMatchObject({ refusal: { code: 'verification.repair-standing', facts: { codes: ['B'] } } });
    const whole = verificationProgress(['A', 'B', 'C'], claims, { A: verdict('agree', 3), B: verdict('agree', 2) });
    expect(whole).toMatchObject({ decided: 3, total: 3 });
    expect(mayFinishVerification(whole).ok).toBe(true);
  });
});

describe('own agency', () => {
  const entry = { agencyId: 'dinas', memberIds: ['anggota'] };
  const person = (personId: string, agencyId: string | null, heldUntil: string | null = null) => ({
    personId,
    seats: agencyId === null ? [] : [{ agencyId, heldUntil }],
  });
  test('a seat now, a seat two years ago and the team bind; four years ago does not', () => {
    expect(mustBeFree(person('p', 'dinas'), entry, now)).toMatchObject({ refusal: { facts: { conflict: 'seat' } } });
    expect(mustBeFree(person('p', 'dinas', '2024-08-05T02:00:00.000Z'), entry, now)).toMatchObject({
      refusal: { facts: { conflict: 'past-seat' } },
    });
    expect(mustBeFree(person('p', 'dinas', '2022-08-05T02:00:00.000Z'), entry, now).ok).toBe(true);
    expect(mustBeFree(person('anggota', null), entry, now)).toMatchObject({ refusal: { facts: { conflict: 'team' } } });
    expect(mustBeFree({ ...person('p', null), pastSeats: [{ agencyId: 'dinas', heldUntil: '2025-08-05T02:00:00.000Z' }] }, entry, now).ok).toBe(false);
  });
  test('an outside verifier is needed when none is free', () => {
    expect(needsOutsideVerifier([person('p', 'dinas')], entry, now)).toBe(true);
    expect(needsOutsideVerifier([person('p', 'dinas'), person('q', 'lain')], entry, now)).toBe(false);
    expect(needsOutsideVerifier([], entry, now)).toBe(true);
  });
});

describe('checkRepair', () => {
  const window = { now, closesAt: '2026-08-10T08:00:00.000Z' };
  const until = '2026-08-08T08:00:00.000Z';
  const check = (notes: readonly { place: string; note: string }[], at = until) => checkRepair(['SID-31'], notes, at, window);
  test('notes stand at known places, with words, and a deadline inside the stage', () => {
    expect(
      check([
        { place: 'SID-31', note: 'halaman 2 tidak terbaca' },
        { place: 'profile:4', note: 'rancang bangun salinan' },
      ]).ok,
    ).toBe(true);
    expect(check([])).toMatchObject({ refusal: { code: 'repair.nothing-noted' } });
    expect(check([{ place: 'profile:9', note: 'apa pun' }])).toMatchObject({ refusal: { code: 'repair.unknown-place' } });
    expect(check([{ place: 'SID-31', note: '' }])).toMatchObject({ refusal: { fields: { 'note-SID-31': {} } } });
    for (const at of [now, '2026-08-11T00:00:00.000Z', 'bukan tanggal'])
      expect(check([{ place: 'SID-31', note: 'kurang jelas' }], at)).toMatchObject({ refusal: { fields: { until: {} } } });
  });
});

describe('what a verifier is told', () => {
  const faultsOf = (outcome: ReturnType<typeof decideVerdict> | ReturnType<typeof checkRepair>) =>
    outcome.ok
      ? null
      : [outcome.refusal.code, Object.fromEntries(Object.entries(outcome.refusal.fields ?? {}).map(([field, one]) => [field, [one.code, one.facts]]))];

  test('reasons are three to 4,000 letters long, kept without the spaces around', () => {
    expect(decideVerdict(claim(2), wish('invalid', null, ' aba '))).toEqual({ ok: true, value: { kind: 'invalid', claimed: 2, level: 0, reason: 'aba' } });
    expect(faultsOf(decideVerdict(claim(2), wish('invalid', null, ' ab ')))).toEqual(['verdict.incomplete', { reason: ['verdict.reason-missing', {}] }]);
    expect(decideVerdict(claim(2), wish('repair', null, 'x'.repeat(4_000))).ok).toBe(true);
    expect(faultsOf(decideVerdict(claim(2), wish('repair', null, 'x'.repeat(4_001))))).toEqual([
      'verdict.incomplete',
      { reason: ['verdict.reason-too-long', { most: 4_000 }] },
    ]);
  });

  test('the level that was claimed, the kind that is missing, the evidence that is', () => {
    expect(faultsOf(decideVerdict(claim(2), wish('lower', 2, 'satu daerah')))).toEqual([
      'verdict.incomplete',
      { level: ['verdict.level-not-below', { claimed: 2 }] },
    ]);
    expect(faultsOf(decideVerdict(claim(2), wish('lain')))).toEqual(['verdict.incomplete', { kind: ['verdict.kind-missing', {}] }]);
    expect(faultsOf(decideVerdict(claim(2, 0), wish('agree')))).toEqual(['verdict.no-evidence', { kind: ['verdict.no-evidence', {}] }]);
    expect(decideVerdict(claim(2), wish('repair', 1, 'tidak terbaca'))).toMatchObject({ ok: true, value: { level: 0 } });
  });

  test('what is missing and what waits for repair, counted apart', () => {
    const claims = { A: claim(3), B: claim(2), C: claim(0), D: claim(1) };
    const progress = verificationProgress(['A', 'B', 'C', 'D'], claims, { B: { kind: 'repair', level: 0, reason: '' } });
    expect(progress).toEqual({ decided: 1, total: 4, missing: ['A', 'D'], repairs: ['B'] });
    expect(mayFinishVerification({ decided: 1, total: 1, missing: [], repairs: [] })).toEqual({ ok: true, value: true });
    expect(mayFinishVerification(progress)).toMatchObject({ refusal: { facts: { codes: ['A', 'D'], left: 2 } } });
  });

  test('the tie to the own agency', () => {
    const entry = { agencyId: 'dinas', memberIds: [] };
    const seated = { personId: 'p', seats: [{ agencyId: 'dinas', heldUntil: null }] };
    expect(mustBeFree(seated, entry, now)).toEqual({ ok: false, refusal: { code: 'verification.own-agency', facts: { conflict: 'seat' } } });
    expect(mustBeFree({ personId: 'p', seats: [] }, entry, now)).toEqual({ ok: true, value: true });
  });

  test('where a note of repair is short, long, or out of place, and until when it may be', () => {
    const closesAt = '2026-08-10T08:00:00.000Z';
    const check = (place: string, note: string, until = closesAt) => checkRepair(['SID-31'], [{ place, note }], until, { now, closesAt });
    expect(check('SID-31', 'abc')).toEqual({ ok: true, value: true });
    expect(check('profile:7', 'x'.repeat(4_000)).ok).toBe(true);
    expect(faultsOf(check('SID-31', ' ab '))).toEqual(['repair.incomplete', { 'note-SID-31': ['verdict.reason-missing', {}] }]);
    expect(faultsOf(check('SID-31', 'x'.repeat(4_001)))).toEqual(['repair.incomplete', { 'note-SID-31': ['verdict.reason-too-long', { most: 4_000 }] }]);
    expect(faultsOf(check('SID-31', 'abc', now))).toEqual(['repair.incomplete', { until: ['repair.deadline-outside', { closesAt }] }]);
    for (const place of ['profile:0', 'profile:8', 'xprofile:1', 'profile:12'])
      expect(check(place, 'abc')).toEqual({ ok: false, refusal: { code: 'repair.unknown-place', facts: { place } } });
  });
});
