import { expect, test } from 'vitest';
import type { PublishedResult } from '../../domain/publication/published-result.ts';
import { inOneLine, traceOf } from './publication.ts';

const figure = (rounded: string, exact: string) => ({ rounded, exact });
const criteria = [
  { code: 'A', name: 'Kebaruan', weight: '3', min: '0', max: '100' },
  { code: 'B', name: 'Kemanfaatan', weight: '1', min: '0', max: '100' },
];
const result = (juryShare: string, deskShare: string) =>
  ({ formula: { juryShare, deskShare, decimals: 2, aggregate: 'mean' }, criteria }) as unknown as PublishedResult;
const means = [
  { code: 'A', mean: figure('90.00', '90/1') },
  { code: 'B', mean: figure('80.00', '80/1') },
];
const entry = {
  jury: figure('87.50', '175/2'),
  desk: figure('92.79', '10300/111'),
  final: figure('88.66', '1/1'),
  rounding: false,
  criteria: means,
  jurors: 5,
};
const JURY = 'Kebaruan 90,00 × 75% + Kemanfaatan 80,00 × 25%';
const DESK = 'poin terverifikasi ÷ poin tertinggi × 100';

test.each([
  ['shares of a hundred are percents', entry, result('60', '40'), ['87,50 × 60% + 92,79 × 40%', JURY, DESK, '(60 × 175/2 + 40 × 10300/111) ÷ (60 + 40)']],
  [
    'other shares are divided by their sum',
    entry,
    result('3', '2'),
    ['(87,50 × 3 + 92,79 × 2) ÷ (3 + 2)', JURY, DESK, '(3 × 175/2 + 2 × 10300/111) ÷ (3 + 2)'],
  ],
  ['without a desk score the jury counts alone', { ...entry, desk: null }, result('100', '0'), ['87,50 × 100%', JURY, '(100 × 175/2) ÷ (100)']],
  [
    'a jury that is not the mean of its criteria is told by its rule',
    { ...entry, desk: null, jury: figure('87.51', '8751/100') },
    result('100', '0'),
    ['87,51 × 100%', 'rata-rata nilai 5 lembar', '(100 × 8751/100) ÷ (100)'],
  ],
  [
    'and so is one with a criterion that no sheet scored',
    { ...entry, desk: null, criteria: means.slice(0, 1) },
    result('100', '0'),
    ['87,50 × 100%', 'rata-rata nilai 5 lembar', '(100 × 175/2) ÷ (100)'],
  ],
] as const)('%s', (_, one, rule, formulas) => {
  const { lines, note } = traceOf(one, rule);
  expect(lines.map((line) => line.formula)).toEqual(formulas);
  expect([lines.at(0)?.result, lines.at(-1)?.result]).toEqual(['88,66', '1/1']);
  expect(note).toBeUndefined();
});

test('parts that do not add up as printed carry the note on rounding', () => {
  expect(traceOf({ ...entry, rounding: true }, result('60', '40')).note).toContain('dibulatkan sekali');
});

test.each([
  ['Antrean pendek. Warga senang.', 'Antrean pendek.'],
  ['Biaya Rp1.250.000 per bulan hilang\nBaris kedua', 'Biaya Rp1.250.000 per bulan hilang'],
  [`${'kata '.repeat(40)}.`, `${'kata '.repeat(24).trim()}…`],
  ['x'.repeat(130), `${'x'.repeat(120)}…`],
])('a card shows the first sentence of %s', (text, line) => {
  expect(inOneLine(text)).toBe(line);
});
