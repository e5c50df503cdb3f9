import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import { freezeIndicators, type SnapshotBody, type SnapshotEvidence, snapshotCanon, unchangedClaims } from './snapshot.ts';

const row = (code: string): Indicator => ({
  code,
  name: code,
  variable: '',
  weight: '1',
  mandatory: false,
  levels: [],
  evidence: '',
  formats: '',
});
const instrument: Instrument = { code: 'iid-x', year: 2026, legalSource: '', sid: [row('A'), row('B')], spd: [row('P')], count: null };
const proof = (evidenceId: string): SnapshotEvidence => ({ evidenceId, sha256: 'aa', link: null, kind: 'pdf', label: 'SK', pages: '' });

describe('a snapshot', () => {
  const claims = { A: { level: 2, basis: 'a', note: 'catatan' }, Z: { level: 3, basis: null, note: '' } };

  test('freezes every row of the instrument, level 0 without a claim, with its own evidence', () => {
    const evidence = [
      { ...proof('1'), indicator: 'A' },
      { ...proof('2'), indicator: 'Z' },
      { ...proof('3'), indicator: 'A' },
    ];
    expect(freezeIndicators(instrument, claims, evidence)).toEqual([
      { code: 'A', level: 2, basis: 'a', note: 'catatan', evidence: [proof('1'), proof('3')] },
      { code: 'B', level: 0, basis: null, note: '', evidence: [] },
    ]);
  });

  test('has one text, whatever order its parts were written in', () => {
    const body = { version: 1, profile: { name: 'X', theme: 'Y' } } as unknown as SnapshotBody;
    const turned = { profile: { theme: 'Y', name: 'X' }, version: 1 } as unknown as SnapshotBody;
    expect(snapshotCanon(body)).toBe('{"profile":{"name":"X","theme":"Y"},"version":1}');
    expect(snapshotCanon(turned)).toBe(snapshotCanon(body));
  });

  test('keeps a verdict where content, link and pages are the same, in any order', () => {
    const indicators = (...evidence: object[]) => ({ indicators: [{ code: 'A', level: 1, evidence }] });
    const before = indicators({ sha256: 'x' }, { link: 'y', pages: '2' });
    expect(unchangedClaims(before, indicators({ link: 'y', pages: '2', sha256: null }, { sha256: 'x', link: null, pages: '' }))).toEqual(['A']);
    for (const other of [
      indicators({ sha256: 'x' }),
      indicators({ sha256: 'x' }, { link: 'z', pages: '2' }),
      indicators({ link: 'x' }, { link: 'y', pages: '2' }),
    ])
      expect(unchangedClaims(before, other)).toEqual([]);
    expect(unchangedClaims({ indicators: [] }, before)).toEqual([]);
  });
});
