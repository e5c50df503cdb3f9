import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Indicator } from '../instrument/indicator.ts';
import type { Instrument } from '../instrument/instrument.ts';
import type { Outcome } from '../shared/outcome.ts';
import { rational } from '../shared/rational.ts';
import { passGate } from './desk-value.ts';
import { drawLot } from './lot.ts';
import { computeShortlist, type DeskEntry, type DeskRules, mayAnnounce, type ShortlistBody } from './shortlist.ts';

const row = (code: string, weight: string): Indicator => ({
  code,
  name: code,
  variable: '',
  weight,
  mandatory: false,
  levels: [],
  evidence: '',
  formats: '',
});
const instrument: Instrument = {
  code: 'iid-x',
  year: 2026,
  legalSource: '',
  spd: [],
  count: null,
  sid: [row('SID-1', '10'), row('SID-2', '10'), row('SID-3', '0.5')],
};
const rules: DeskRules = {
  floor: '30',
  shortlist: { kind: 'top', n: 2 },
  cut: 'unresolved',
  deskLadder: ['SID-3', 'SID-1', 'decision', 'lot'],
};
const entry = (id: string, ...levels: (number | null)[]): DeskEntry => ({
  id,
  verified: { 'SID-1': levels[0] ?? null, 'SID-2': levels[1] ?? null, 'SID-3': levels[2] ?? null },
});
const field = [entry('A', 3, 3, 3), entry('B', 2, 1, 0), entry('C', 1, 2, 0), entry('D', 1, 1, 3), entry('E', 1, 2, 0)];

function must(outcome: Outcome<ShortlistBody>): ShortlistBody {
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}
const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'ok' : outcome.refusal.code);

describe('the gate', () => {
  test('compares unrounded points: the floor itself passes', () => {
    expect(codeOf(passGate(rational('50'), '50'))).toBe('ok');
    expect(passGate(rational('49.9999'), '50')).toMatchObject({
      refusal: { code: 'desk.below-floor', facts: { points: '50.00', lacking: '0.00' } },
    });
    expect([codeOf(passGate(rational('0'), null)), codeOf(passGate(rational('0'), 'lima puluh'))]).toEqual(['ok', 'desk.floor-unreadable']);
  });
});

describe('the shortlist', () => {
  test('takes the first N at or above the floor, ties by the ladder, with the margin', () => {
    const body = must(computeShortlist(instrument, rules, field));
    expect(body).toMatchObject({
      selected: ['A', 'B'],
      unresolvedAtCut: [],
      cut: 'clean',
      pending: [],
      margin: { lastIn: 'B', firstOut: 'C', gap: { exact: '0' } },
    });
    expect(body.lines.map(({ id, state, rank, decidedBy }) => [id, state, rank, decidedBy])).toEqual([
      ['A', 'selected', 1, null],
      ['B', 'selected', 2, 'SID-1'],
      ['C', 'not-selected', 3, 'SID-1'],
      ['D', 'below-floor', null, null],
      ['E', 'not-selected', 3, 'SID-1'],
    ]);
    expect(body.lines[0]).toMatchObject({ points: { exact: '123/2', rounded: '61.50' }, value: { exact: '100', rounded: '100.00' } });
  });

  test('waits for the decision at the cut and then follows it', () => {
    const three: DeskRules = { ...rules, shortlist: { kind: 'top', n: 3 } };
    const waiting = must(computeShortlist(instrument, three, field));
    expect(waiting).toMatchObject({ selected: ['A', 'B'], unresolvedAtCut: ['C', 'E'], placesLeft: 1 });
    expect(waiting.lines[2]?.state).toBe('unresolved');
    expect(codeOf(mayAnnounce(waiting))).toBe('shortlist.unresolved');
    const decided = must(computeShortlist(instrument, three, field, { decisions: [{ tied: ['E', 'C'], order: [['E'], ['C']], act: 'BA 3' }] }));
    expect(decided.selected).toEqual(['A', 'B', 'E']);
    expect(codeOf(mayAnnounce(decided))).toBe('ok');
  });

  test('takes everyone strictly above a threshold, without a cap', () => {
    const above = (line: string) => must(computeShortlist(instrument, { ...rules, shortlist: { kind: 'threshold', above: line } }, field));
    expect(above('30').selected).toEqual(['A']);
    expect(above('29,5')).toMatchObject({ selected: ['A', 'B', 'C', 'E'], margin: null });
  });

  test('keeps an entry without all verdicts apart, never at 0', () => {
    const body = must(computeShortlist(instrument, rules, [...field, entry('F', 3, null, 3)]));
    expect(body.pending).toEqual(['F']);
    expect(body.lines.map(({ id }) => id)).not.toContain('F');
    expect(codeOf(mayAnnounce(body))).toBe('shortlist.pending');
  });

  test('refuses rules it cannot follow', () => {
    const code = (changed: Partial<DeskRules>) => codeOf(computeShortlist(instrument, { ...rules, ...changed }, field));
    expect(code({ deskLadder: ['nama'] })).toBe('shortlist.unknown-step');
    expect(code({ shortlist: { kind: 'top', n: 0 } })).toBe('shortlist.rule-invalid');
    expect(code({ shortlist: { kind: 'threshold', above: 'x' } })).toBe('shortlist.rule-invalid');
    expect(code({ floor: 'x' })).toBe('desk.floor-unreadable');
    expect(code({ floor: '999' })).toBe('ok');
    expect(codeOf(computeShortlist(instrument, rules, [entry('A'), entry('A')]))).toBe('shortlist.duplicate-entry');
    expect(codeOf(computeShortlist(instrument, rules, field, { decisions: [{ tied: ['C'], order: [], act: 'x' }] }))).toBe('shortlist.decision-invalid');
  });

  test('is the same whatever order the entries come in', () => {
    const reference = must(computeShortlist(instrument, rules, field));
    fc.assert(
      fc.property(fc.shuffledSubarray(field, { minLength: field.length }), (shuffled) => {
        expect(must(computeShortlist(instrument, rules, shuffled))).toEqual(reference);
      }),
    );
  });
});

describe('the steps at the cut', () => {
  const top = (n: number, deskLadder: readonly string[]): DeskRules => ({ ...rules, shortlist: { kind: 'top', n }, deskLadder });

  test('go by the levels of each indicator, weighed', () => {
    const pair = [entry('A', 1, 2, 3), entry('B', 2, 1, 3)];
    const selected = (step: string) => must(computeShortlist(instrument, top(1, [step]), pair)).selected;
    expect([selected('SID-1'), selected('SID-2'), selected('SID-3')]).toEqual([['B'], ['A'], []]);
  });

  test('go on to the lot where the rules have one', () => {
    const pair = [entry('A', 2, 2, 2), entry('B', 2, 2, 2)];
    const lot = { seed: '5', source: 'undian' };
    const drawn = must(computeShortlist(instrument, top(1, ['lot']), pair, { lot }));
    expect(drawn.order.map(([id]) => id)).toEqual(drawLot(['A', 'B'], '5'));
    expect(drawn).toMatchObject({ form: 'shortlist/1', cut: 'clean', trace: [{ step: 'lot', by: '5 (undian)' }] });
    const waiting = must(computeShortlist(instrument, top(1, ['lot']), pair));
    expect(waiting).toMatchObject({ selected: [], unresolvedAtCut: ['A', 'B'], placesLeft: 1, margin: null });
  });

  test('leave none waiting where the policy takes or leaves the tie', () => {
    const pair = [entry('A', 3, 3, 3), entry('B', 2, 2, 2), entry('C', 2, 2, 2)];
    const by = (cut: DeskRules['cut']) => must(computeShortlist(instrument, { ...top(2, []), cut }, pair));
    expect([by('include'), by('exclude')].map(({ selected, unresolvedAtCut, cut, placesLeft }) => [selected, unresolvedAtCut, cut, placesLeft])).toEqual([
      [['A', 'B', 'C'], [], 'included', 0],
      [['A'], [], 'excluded', 1],
    ]);
    expect(by('exclude').lines.map(({ state }) => state)).toEqual(['selected', 'not-selected', 'not-selected']);
    expect(by('include').margin).toBeNull();
  });

  test('of a threshold are clean: nobody waits, nobody is left over', () => {
    const body = must(computeShortlist(instrument, { ...rules, shortlist: { kind: 'threshold', above: '30' } }, field));
    expect(body).toMatchObject({ cut: 'clean', placesLeft: 0, unresolvedAtCut: [] });
  });
});

test('a refused list says why and of whom', () => {
  const factsOf = (outcome: Outcome<unknown>) => (outcome.ok ? null : [outcome.refusal.code, outcome.refusal.facts]);
  const waiting = must(computeShortlist(instrument, { ...rules, shortlist: { kind: 'top', n: 3 } }, field));
  expect(factsOf(mayAnnounce(waiting))).toEqual(['shortlist.unresolved', { entries: ['C', 'E'] }]);
  const pending = must(computeShortlist(instrument, rules, [...field, entry('F', 1, null, 1)]));
  expect(factsOf(mayAnnounce(pending))).toEqual(['shortlist.pending', { entries: ['F'] }]);
  expect(factsOf(computeShortlist(instrument, { ...rules, deskLadder: ['SID-9'] }, field))).toEqual(['shortlist.unknown-step', { step: 'SID-9' }]);
  const decisions = [{ tied: ['A', 'B'], order: [['A']], act: 'BA 4' }];
  expect(factsOf(computeShortlist(instrument, rules, field, { decisions }))).toEqual(['shortlist.decision-invalid', { act: 'BA 4' }]);
  expect(factsOf(passGate(rational('1'), 'x'))).toEqual(['desk.floor-unreadable', { floor: 'x' }]);
});
