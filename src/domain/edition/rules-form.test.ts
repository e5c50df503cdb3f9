import { describe, expect, it, test } from 'vitest';
import type { CategoryRules } from './category.ts';
import { checkRules } from './rules-check.ts';
import { readRulesForm, rulesAsForm } from './rules-form.ts';
import { codeOfName } from './settings.ts';
import { checkStageFace, placeOf, type StageFace } from './stage-plan.ts';

const KNOWN = { indicators: ['SID-31', 'SID-33'], criteria: ['KEB', 'MAN'] };
const RULES: CategoryRules = {
  whoEnters: ['skpd', 'kecamatan'],
  approver: 'head',
  floor: '50',
  shortlist: { kind: 'top', n: 5 },
  cut: 'unresolved',
  deskLadder: ['SID-33', 'decision', 'lot'],
  deskShare: '40',
  juryShare: '60',
  finalLadder: ['jury', 'criterion:KEB', 'desk', 'median', 'decision'],
  winners: 3,
  lot: null,
  publicBundle: false,
};
const typed = rulesAsForm(RULES);
const faults = (change: Partial<typeof typed>) => {
  const read = readRulesForm({ ...typed, ...change }, KNOWN);
  return read.ok ? {} : Object.fromEntries(Object.entries(read.refusal.fields ?? {}).map(([field, one]) => [field, one.code]));
};

describe('rules as typed', () => {
  it('come back as they were', () => expect(readRulesForm(typed, KNOWN)).toEqual({ ok: true, value: RULES }));

  it('are read exactly, with a comma or a dot, and no floor is no gate', () => {
    expect(readRulesForm({ ...typed, floor: '52,5', deskShare: '33.3', juryShare: '66,7' }, KNOWN)).toMatchObject({
      value: { floor: '52.5', deskShare: '33.3', juryShare: '66.7' },
    });
    expect(readRulesForm({ ...typed, floor: ' ', kind: 'threshold', bound: '105' }, KNOWN)).toMatchObject({
      value: { floor: null, shortlist: { kind: 'threshold', above: '105' } },
    });
  });

  test.each([
    ['shares that do not add to 100', { juryShare: '59,9' }, { juryShare: 'rules.shares-sum' }],
    ['half a finalist', { bound: '2,5' }, { bound: 'rules.count-invalid' }],
    ['words for a number', { floor: 'lima puluh', winners: '' }, { floor: 'rules.number-invalid', winners: 'rules.count-invalid' }],
    ['nobody who enters', { whoEnters: ['martians'] }, { whoEnters: 'rules.nobody-enters' }],
    ['a step that does not exist', { finalLadder: ['jury', 'criterion:XYZ'] }, { finalLadder: 'rules.ladder-unknown-step' }],
    ['an indicator in the final ladder', { finalLadder: ['SID-33'] }, { finalLadder: 'rules.ladder-unknown-step' }],
    ['a step named twice', { deskLadder: ['SID-33', 'SID-33'] }, { deskLadder: 'rules.ladder-twice' }],
    ['a step behind the lot', { deskLadder: ['lot', 'SID-33'] }, { deskLadder: 'rules.ladder-after-end' }],
    ['a decision behind the lot', { deskLadder: ['lot', 'decision'] }, { deskLadder: 'rules.ladder-after-end' }],
    ['a seed from nowhere', { seed: '7319' }, { seed: 'rules.lot-half' }],
  ])('%s is told at its field', (_name, change, expected) => expect(faults(change)).toEqual(expected));

  it.each([
    ['floor', '1000', 'rules.number-invalid'],
    ['floor', '50.1234567', 'rules.number-invalid'],
    ['floor', '-1', 'rules.number-invalid'],
    ['floor', '5 0', 'rules.number-invalid'],
    ['floor', '50.', 'rules.number-invalid'],
    ['bound', '0', 'rules.count-invalid'],
    ['bound', '1000', 'rules.count-invalid'],
    ['bound', '2x', 'rules.count-invalid'],
    ['bound', 'x2', 'rules.count-invalid'],
    ['winners', '1.5', 'rules.count-invalid'],
  ])('refuses %s written as "%s", and says what was typed', (field, text, why) => {
    expect(faults({ [field]: text })).toEqual({ [field]: why });
    expect(readRulesForm({ ...typed, [field]: text }, KNOWN)).toMatchObject({ refusal: { fields: { [field]: { facts: { typed: text } } } } });
  });

  it.each([
    ['floor', '999.123456'],
    ['winners', '999'],
    ['bound', '999'],
  ])('takes %s of %s', (field, text) => expect(faults({ [field]: text })).toEqual({}));

  it.each([
    ['33,333333', '66,666667', true],
    ['33,333333', '66,666666', false],
    ['0', '100', true],
  ])('shares %s and %s add to 100: %s', (deskShare, juryShare, adds) => {
    expect(faults({ deskShare, juryShare })).toEqual(adds ? {} : { juryShare: 'rules.shares-sum' });
  });

  it('takes the lot behind a decision, and empty lines for no step', () => {
    expect(readRulesForm({ ...typed, deskLadder: ['', 'decision', '', 'lot'] }, KNOWN)).toMatchObject({ value: { deskLadder: ['decision', 'lot'] } });
  });

  it('are judged the same when they come from elsewhere', () => {
    expect(checkRules({ ...RULES, winners: 0 }, KNOWN)).toMatchObject({ refusal: { fields: { winners: { code: 'rules.count-invalid' } } } });
  });
});

describe('a stage beside the others', () => {
  const face = (kind: StageFace['kind'], publicGroup = 'Pendaftaran'): StageFace => ({ kind, name: 'Tahap', publicGroup, graceMinutes: 0, exitCheck: true });
  const others = [face('registration'), face('verification', 'Verifikasi')];

  test.each([
    ['a kind twice', face('registration'), { kind: { code: 'stage.kind-taken' } }],
    ['a seventh group', face('plenary', 'Ketujuh'), { publicGroup: { code: 'stage.groups-too-many' } }],
    ['no name', { ...face('desk'), name: ' ' }, { name: { code: 'stage.name-missing' } }],
    ['two days of grace', { ...face('desk'), graceMinutes: 2_880 }, { graceMinutes: { code: 'stage.grace-invalid' } }],
  ])('%s is refused', (_name, one, fields) => {
    const six = [...others, face('desk', 'C'), face('presentation', 'D'), face('objection', 'E'), face('outreach', 'F')];
    expect(checkStageFace(one, one.kind === 'desk' ? others : six)).toMatchObject({ refusal: { fields } });
  });

  it('stands behind what comes before it in a competition', () => {
    const stages = [
      { kind: 'registration', position: 2 },
      { kind: 'plenary', position: 7 },
      { kind: 'presentation', position: 6 },
    ] as const;
    expect(placeOf('field-validation', stages)).toBe(7);
    expect(placeOf('outreach', stages)).toBe(1);
  });
});

test.each([
  ['Kecamatan', 'kecamatan'],
  ['BLUD dan UPT Puskesmas', 'blud-dan-upt-puskesmas'],
  ['Désa  Wisata (rintisan)!', 'desa-wisata-rintisan'],
  ['!', 'kategori'],
  ['a'.repeat(80), 'a'.repeat(40)],
])('the address of %s is %s', (name, code) => expect(codeOfName(name)).toBe(code));
