// Three categories whose card must say something plain: firm, a third place a hair apart, a winner that hangs on one juror.

import type { Rubric } from '../../src/domain/instrument/rubric.ts';
import { computeResult } from '../../src/domain/result/compute.ts';
import type { ResultInput } from '../../src/domain/result/result.ts';
import { type CardSummary, summariseCard } from '../../src/domain/robustness/summary.ts';

export const CRITERIA = [
  { code: 'KB', name: 'Kebaruan', weight: '25' },
  { code: 'MF', name: 'Manfaat', weight: '30' },
  { code: 'RP', name: 'Replikasi', weight: '20' },
  { code: 'KL', name: 'Kolaborasi', weight: '10' },
  { code: 'PP', name: 'Paparan', weight: '15' },
];

export const NAMES = new Map([
  ['BL-2026-0001', 'Lasungku Talu'],
  ['BL-2026-0002', 'Pepes Papari'],
  ['BL-2026-0003', 'Gertak Sepadu'],
  ['BL-2026-0004', 'Coaching Klinik'],
  ['BL-2026-0005', 'Slap PD'],
]);

export const JURORS = new Map(['Rahmah', 'Yusuf', 'Hartati', 'Salim', 'Noor'].map((name, j) => [`J${j + 1}`, name]));

const rubric: Rubric = {
  version: 1,
  criteria: CRITERIA.map((one) => ({ ...one, min: '1', max: '5', step: '1', entry: 'number' })),
  scale: 'minmax',
  minJurors: 3,
  decimals: 2,
  rankOn: 'rounded',
  percent: true,
  aggregate: 'mean',
  trim: 0,
};

/** One row per entry: the five levels of each of the five jurors, and the desk value. */
type Row = readonly [levels: readonly [string, string, string, string, string], desk: string];

function categoryOf(rows: readonly Row[]): CardSummary {
  const ids = [...NAMES.keys()];
  const sheets = rows.flatMap(([levels], i) =>
    levels.map((text, j) => ({ entry: ids[i] ?? '', juror: `J${j + 1}`, scores: Object.fromEntries(CRITERIA.map(({ code }, c) => [code, text[c] ?? ''])) })),
  );
  const input: ResultInput = {
    rubric,
    entries: rows.map(([, desk], i) => ({ id: ids[i] ?? '', desk })),
    sheets,
    deskShare: '40',
    juryShare: '60',
    ladder: ['jury', 'desk'],
    winners: 3,
    cut: 'include',
    incompleteSheet: 'exclude',
  };
  const result = computeResult(input);
  if (!result.ok) throw new Error(JSON.stringify(result.refusal));
  return summariseCard(input, result.value);
}

/** Far apart, and every juror sees the same order. */
export const firm = categoryOf([
  [['55555', '55545', '55554', '54555', '55555'], '92.79'],
  [['44544', '45444', '44454', '44444', '54444'], '90.99'],
  [['33433', '34333', '33343', '33333', '43333'], '88'],
  [['22322', '23222', '22232', '22222', '32222'], '80'],
  [['11211', '12111', '11121', '11111', '21111'], '70'],
]);

/** The third and the fourth have the same sheets; 0,025 of a desk value apart. */
export const close = categoryOf([
  [['55555', '55545', '55554', '54555', '55555'], '92.79'],
  [['44544', '45444', '44454', '44444', '54444'], '90.99'],
  [['33433', '34333', '33343', '33333', '43333'], '85.025'],
  [['33433', '34333', '33343', '33333', '43333'], '85'],
  [['11211', '12111', '11121', '11111', '21111'], '70'],
]);

/** Four of five jurors prefer the second; the first is first by the sheet of J1. */
export const hanging = categoryOf([
  [['55555', '44444', '44444', '44444', '44444'], '90'],
  [['33333', '45444', '45445', '54454', '44544'], '90'],
  [['32323', '33333', '33333', '33333', '33333'], '80'],
  [['22222', '22222', '22222', '22222', '22222'], '75'],
  [['11111', '11111', '11111', '11111', '11111'], '70'],
]);
