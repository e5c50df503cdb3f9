import { describe, expect, test } from 'vitest';
import type { CategoryRules } from '../edition/category.ts';
import type { Rubric } from '../instrument/rubric.ts';
import { canonicalJson } from '../shared/decimal-json.ts';
import { addDecision, computeFrozen, freezeInputs, type Gathered, sameInputs, waitingEntries } from './frozen-inputs.ts';
import type { Decision } from './tie-break.ts';

const rubric: Rubric = {
  version: 2,
  criteria: [{ code: 'C1', name: 'Dampak', weight: '1', min: '0', max: '10', step: '1', entry: 'number' }],
  scale: 'minmax',
  minJurors: 1,
  decimals: 2,
  rankOn: 'rounded',
  percent: false,
  aggregate: 'mean',
  trim: 0,
};
const rules: CategoryRules = {
  whoEnters: ['skpd'],
  approver: 'head',
  floor: '50',
  shortlist: { kind: 'top', n: 5 },
  cut: 'unresolved',
  deskLadder: [],
  deskShare: '40',
  juryShare: '60',
  finalLadder: ['jury', 'decision'],
  winners: 1,
  lot: { seed: '7', source: 'undian' },
};
const pair = (entry: string, juror: string) => ({ entry, juror });
const sheet = (entry: string, juror: string, score: string) => ({ ...pair(entry, juror), scores: { C1: score }, seal: `${entry}${juror}` });
const gathered: Gathered = {
  categoryId: 'skpd',
  rules: { version: 3, body: rules },
  rubric: { version: 2, body: rubric },
  deskDigest: 'dd',
  entries: ['BL-2', 'BL-1', 'BL-3'].map((id) => ({ id, desk: '80' })),
  sheets: [sheet('BL-2', 'J2', '8'), sheet('BL-1', 'J2', '8'), sheet('BL-2', 'J1', '6'), sheet('BL-1', 'J1', '6'), sheet('BL-3', 'J1', '2')],
  recused: [pair('BL-3', 'J3'), pair('BL-3', 'J2'), pair('BL-1', 'J3')],
  absent: [pair('BL-2', 'J4'), pair('BL-1', 'J4')],
  decisions: [],
};
const pairs = (list: readonly { entry: string; juror: string }[]) => list.map(({ entry, juror }) => `${entry} ${juror}`);
const compute = (facts: Gathered) => {
  const found = computeFrozen(freezeInputs(facts), (text) => `#${text.length}`);
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value;
};
const tie: Decision = { tied: ['BL-2', 'BL-1'], order: [['BL-2'], ['BL-1']], act: ' BA 9 ' };

describe('frozen inputs', () => {
  test('are the same however a score was written, and no others are', () => {
    const frozen = (score: string) => freezeInputs({ ...gathered, sheets: [sheet('BL-1', 'J1', score)] });
    expect(sameInputs(frozen('6.50'), frozen('6.5'))).toBe(true);
    expect([sameInputs(frozen('6.5'), frozen('6')), sameInputs(frozen('6.5'), frozen('enam'))]).toEqual([false, false]);
    expect(sameInputs(frozen('6'), { ...frozen('6'), deskDigest: 'lain' })).toBe(false);
  });

  test('hold everything that the numbers came from', () => {
    const { entries: _entries, sheets: _sheets, recused: _recused, absent: _absent, ...rest } = freezeInputs(gathered);
    expect(rest).toEqual({
      form: 'inputs/1',
      categoryId: 'skpd',
      rulesVersion: 3,
      rubricVersion: 2,
      deskDigest: 'dd',
      rubric,
      deskShare: '40',
      juryShare: '60',
      ladder: ['jury', 'decision'],
      winners: 1,
      cut: 'unresolved',
      incompleteSheet: 'exclude',
      decisions: [],
      lot: { seed: '7', source: 'undian' },
    });
  });

  test('stand in one order, by entry and then juror, whatever order the facts come in', () => {
    const inputs = freezeInputs(gathered);
    expect(inputs.entries.map(({ id }) => id)).toEqual(['BL-1', 'BL-2', 'BL-3']);
    expect(pairs(inputs.sheets)).toEqual(['BL-1 J1', 'BL-1 J2', 'BL-2 J1', 'BL-2 J2', 'BL-3 J1']);
    expect(pairs(inputs.recused)).toEqual(['BL-1 J3', 'BL-3 J2', 'BL-3 J3']);
    expect(pairs(inputs.absent)).toEqual(['BL-1 J4', 'BL-2 J4']);
    const turned = { ...gathered };
    for (const list of ['entries', 'sheets', 'recused', 'absent'] as const) Object.assign(turned, { [list]: gathered[list].toReversed() });
    expect(canonicalJson(freezeInputs(turned))).toBe(canonicalJson(inputs));
    expect(pairs(gathered.absent)).toEqual(['BL-2 J4', 'BL-1 J4']);
  });

  test('give their numbers with both texts and the digest of the two, line by line', () => {
    const { body, inputsCanon, bodyCanon, digest } = compute(gathered);
    expect([inputsCanon, bodyCanon]).toEqual([canonicalJson(freezeInputs(gathered)), canonicalJson(body)]);
    expect(digest).toBe(`#${inputsCanon.length + 1 + bodyCanon.length}`);
    const seen: string[] = [];
    computeFrozen(freezeInputs(gathered), (text) => String(seen.push(text)));
    expect(seen).toEqual([`${inputsCanon}\n${bodyCanon}`]);
  });

  test('that cannot be computed give the reason', () => {
    const broken = freezeInputs({ ...gathered, sheets: [sheet('BL-9', 'J1', '1')] });
    expect(computeFrozen(broken, String)).toMatchObject({ ok: false, refusal: { code: 'result.unknown-entry' } });
  });
});

describe('a tie that waits', () => {
  const { body } = compute(gathered);

  test('is named once, at the cut too', () => {
    expect(waitingEntries(body)).toEqual(['BL-1', 'BL-2']);
    const cut = { straddling: ['BL-3', 'BL-1'], selected: [], placesLeft: 1 };
    expect(waitingEntries({ unresolved: ['BL-2', 'BL-1'], top: { ...cut, how: 'unresolved' } })).toEqual(['BL-1', 'BL-2', 'BL-3']);
    expect(waitingEntries({ unresolved: ['BL-2'], top: { ...cut, how: 'included' } })).toEqual(['BL-2']);
    expect(waitingEntries(compute({ ...gathered, decisions: [tie] }).body)).toEqual([]);
  });

  test('takes a decision on exactly its entries, kept in one form', () => {
    const kept = { tied: ['BL-1', 'BL-2'], order: [['BL-2'], ['BL-1']], act: 'BA 9' };
    expect(addDecision(body, [], tie)).toEqual({ ok: true, value: [kept] });
    expect(tie.tied).toEqual(['BL-2', 'BL-1']);
    expect(compute({ ...gathered, decisions: [kept] }).body.order).toEqual([['BL-2'], ['BL-1'], ['BL-3']]);
  });

  test('keeps decisions on other entries and replaces the one on the same', () => {
    const other: Decision = { tied: ['BL-1', 'BL-3'], order: [['BL-3'], ['BL-1']], act: 'BA 1' };
    const before: Decision = { tied: ['BL-1', 'BL-2'], order: [['BL-1'], ['BL-2']], act: 'BA 2' };
    const found = addDecision(body, [before, other], tie);
    expect(found.ok && found.value.map(({ act }) => act)).toEqual(['BA 1', 'BA 9']);
  });

  test('takes minutes of three letters, also beside other ties that wait', () => {
    expect(addDecision(body, [], { ...tie, act: 'BA9' }).ok).toBe(true);
    const four = {
      ...gathered,
      entries: ['BL-1', 'BL-2', 'BL-3', 'BL-4'].map((id) => ({ id, desk: id < 'BL-3' ? '80' : '70' })),
      sheets: ['BL-1', 'BL-2', 'BL-3', 'BL-4'].map((id) => sheet(id, 'J1', '8')),
    };
    const two = compute(four).body;
    expect(two.trace.filter(({ waiting }) => waiting)).toHaveLength(2);
    expect(addDecision(two, [], { tied: ['BL-4', 'BL-3'], order: [['BL-4'], ['BL-3']], act: 'BA 9' }).ok).toBe(true);
  });

  test.each([
    ['without minutes', { ...tie, act: ' 9 ' }, 'decision.act-missing'],
    ['on entries that do not wait', { ...tie, tied: ['BL-1', 'BL-3'] }, 'decision.not-waited-for'],
    ['on a part of those that wait', { ...tie, tied: ['BL-1'] }, 'decision.not-waited-for'],
  ])('refuses a decision %s', (_what, decision, code) => expect(addDecision(body, [], decision)).toMatchObject({ ok: false, refusal: { code } }));

  test('refuses a decision where the ladder waits for the lot, or does not wait', () => {
    const lot = compute({ ...gathered, rules: { ...gathered.rules, body: { ...rules, finalLadder: ['lot'], lot: null } } });
    expect(lot.body.trace[0]).toMatchObject({ step: 'lot', waiting: true });
    expect(addDecision(lot.body, [], tie)).toMatchObject({ refusal: { code: 'decision.not-waited-for' } });
    const decided = compute({ ...gathered, decisions: [tie] });
    expect(addDecision(decided.body, [], tie)).toMatchObject({ refusal: { code: 'decision.not-waited-for' } });
  });
});
