import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { checkRules } from '../edition/rules-check.ts';
import { checkStagePlan } from '../edition/stage-plan.ts';
import { toText } from '../shared/rational.ts';
import { readCatalogue } from './instrument.ts';
import { checkRubric, percentNeedsConfirmation } from './rubric.ts';
import { CATEGORY_TEMPLATES, templateStages } from './template.ts';
import { weightSum } from './weights.ts';

const catalogue = readCatalogue(readFileSync(new URL('../../../data/catalogues/iid-2026.json', import.meta.url), 'utf8'));
const indicators = catalogue.ok ? catalogue.value.sid.map(({ code }) => code) : [];

test('the categories offered can be used as they are', () => {
  expect(CATEGORY_TEMPLATES.map(({ code, name, rubric }) => [code, name, rubric.criteria.map(({ weight }) => weight).join('/')])).toEqual([
    ['skpd', 'SKPD', '30/25/20/15/10'],
    ['blud-puskesmas', 'BLUD dan UPT Puskesmas', '5/5/4/3/2/2'],
  ]);
  for (const { rules, rubric } of CATEGORY_TEMPLATES) {
    expect(checkRubric(rubric)).toEqual({ ok: true, value: rubric });
    expect(checkRules(rules, { indicators, criteria: rubric.criteria.map(({ code }) => code) })).toEqual({ ok: true, value: rules });
    expect(percentNeedsConfirmation(rubric)).toBe(false);
    expect(rubric).toMatchObject({ version: 1, minJurors: 3, decimals: 2, rankOn: 'rounded', aggregate: 'mean', trim: 0 });
    expect(rules).toMatchObject({
      approver: 'head',
      floor: '50',
      shortlist: { kind: 'top', n: 5 },
      cut: 'unresolved',
      deskLadder: ['SID-33', 'SID-31', 'decision', 'lot'],
      deskShare: '40',
      juryShare: '60',
      winners: 3,
      lot: null,
    });
  }
  expect(CATEGORY_TEMPLATES.map(({ rubric }) => [rubric.scale, rubric.percent, toText(weightSum(rubric))])).toEqual([
    ['raw', true, '100'],
    ['max', false, '21'],
  ]);
});

test("who enters and what parts a tie are each category's own", () => {
  expect(CATEGORY_TEMPLATES.map(({ rules }) => [rules.whoEnters, rules.finalLadder])).toEqual([
    [
      ['skpd', 'kecamatan'],
      ['jury', 'criterion:KEB', 'desk', 'median', 'decision'],
    ],
    [
      ['blud', 'puskesmas'],
      ['jury', 'criterion:ORI', 'desk', 'median', 'decision'],
    ],
  ]);
});

test('criteria by numbers go from 0 to 100 with a hint, those by levels from 1 to 3 with words', () => {
  const [byNumber, byLevels] = CATEGORY_TEMPLATES.map(({ rubric }) => rubric.criteria);
  for (const criterion of byNumber ?? []) {
    expect(criterion).toMatchObject({ min: '0', max: '100', step: '1', entry: 'number', hint: expect.stringMatching(/.\.$/) });
    expect(criterion.name.length).toBeGreaterThan(5);
  }
  for (const criterion of byLevels ?? []) {
    expect(criterion).toMatchObject({ min: '1', max: '3', step: '1', entry: 'levels' });
    expect(criterion.levels).toEqual([
      { points: '1', label: 'Kurang' },
      { points: '2', label: 'Cukup' },
      { points: '3', label: 'Baik' },
    ]);
    expect(criterion.name.length).toBeGreaterThan(5);
  }
});

test('the stages offered are a plan, laid from the day registration opens, and end at 16.00', () => {
  const stages = templateStages('2026-06-01T16:00:00.000Z');
  expect(checkStagePlan(stages)).toEqual({ ok: true, value: true });
  expect(
    stages.map(({ kind, publicGroup, position, opensAt, closesAt }) => [kind, publicGroup, position, opensAt.slice(5, 16), closesAt.slice(5, 16)]),
  ).toEqual([
    ['outreach', 'Sosialisasi', 1, '05-11T16:00', '06-01T08:00'],
    ['registration', 'Pendaftaran', 2, '06-01T16:00', '07-16T08:00'],
    ['approval', 'Pendaftaran', 3, '06-01T16:00', '07-18T08:00'],
    ['verification', 'Verifikasi', 4, '07-18T16:00', '08-05T08:00'],
    ['desk', 'Nilai meja', 5, '08-05T16:00', '08-12T08:00'],
    ['presentation', 'Presentasi', 6, '08-17T16:00', '08-31T08:00'],
    ['plenary', 'Hasil', 7, '08-31T16:00', '09-08T08:00'],
    ['objection', 'Hasil', 8, '09-08T16:00', '09-22T08:00'],
  ]);
  expect(stages.every(({ graceMinutes, exitCheck, name }) => graceMinutes === 0 && exitCheck && name.length > 3)).toBe(true);
});
