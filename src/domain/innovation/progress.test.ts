import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import { indicatorProgress, partProgress } from './progress.ts';
import type { Draft, Finding } from './readiness.ts';

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

describe('the progress of a draft', () => {
  const draft = (profile: Record<string, string>, level = 0): Draft => ({
    profile,
    claims: { A: { level, basis: null, note: '' } },
    evidenced: new Set(['B']),
    evidence: [],
    sharesName: false,
  });
  const missing: readonly Finding[] = [
    { place: { indicator: 'A' }, what: { code: 'x', facts: {} } },
    { place: { part: 5, field: 'aims' }, what: { code: 'x', facts: {} } },
  ];

  test.each([
    ['not-started', {}, 5, []],
    ['not-started', { design: 'x', aims: '' }, 5, []],
    ['incomplete', { benefits: 'x' }, 5, []],
    ['done', { design: 'x' }, 4, []],
    ['needs-repair', {}, 4, ['profile:4']],
    ['done', { design: 'x' }, 4, ['profile:5', '4']],
  ] as const)('of a part is %s with %j', (state, profile, part, open) => expect(partProgress(part, draft(profile), missing, new Set(open))).toBe(state));

  test.each([
    ['A', 0, [], 'done'],
    ['A', 1, [], 'needs-evidence'],
    ['A', 1, ['A'], 'needs-repair'],
    ['B', 0, [], 'not-started'],
  ] as const)('of indicator %s at level %i is told', (code, level, open, state) =>
    expect(indicatorProgress(row(code), draft({}, level), new Set(open))).toBe(state),
  );

  test('of a claim with evidence is done', () => {
    const evidenced = { ...draft({}, 1), evidenced: new Set(['A']) };
    expect(indicatorProgress(row('A'), evidenced, new Set())).toBe('done');
  });
});
