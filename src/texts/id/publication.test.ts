import { expect, test } from 'vitest';
import type { PublishedResult } from '../../domain/publication/published-result.ts';
import { inOneLine, traceOf } from './publication.ts';

const figure = (rounded: string, exact: string) => ({ rounded, exact });
const formula = (juryShare: string, deskShare: string) => ({ juryShare, deskShare, decimals: 2 }) as PublishedResult['formula'];
const entry = { jury: figure('85.91', '945/11'), desk: figure('92.79', '10300/111'), final: figure('88.66', '1/1'), rounding: false };

test.each([
  ['shares of a hundred are percents', entry, formula('60', '40'), '85,91 × 60% + 92,79 × 40%', '(60 × 945/11 + 40 × 10300/111) ÷ (60 + 40)'],
  ['other shares are divided by their sum', entry, formula('3', '2'), '(85,91 × 3 + 92,79 × 2) ÷ (3 + 2)', '(3 × 945/11 + 2 × 10300/111) ÷ (3 + 2)'],
  ['without a desk score the jury counts alone', { ...entry, desk: null }, formula('100', '0'), '85,91 × 100%', '(100 × 945/11) ÷ (100)'],
] as const)('%s', (_, one, rule, printed, exact) => {
  const { lines, note } = traceOf(one, rule);
  expect(lines.map((line) => line.formula)).toEqual([printed, exact]);
  expect(lines.map((line) => line.result)).toEqual(['88,66', '1/1']);
  expect(note).toBeUndefined();
});

test('parts that do not add up as printed carry the note on rounding', () => {
  expect(traceOf({ ...entry, rounding: true }, formula('60', '40')).note).toContain('dibulatkan sekali');
});

test.each([
  ['Antrean pendek. Warga senang.', 'Antrean pendek.'],
  ['Biaya Rp1.250.000 per bulan hilang\nBaris kedua', 'Biaya Rp1.250.000 per bulan hilang'],
  [`${'kata '.repeat(40)}.`, `${'kata '.repeat(24).trim()}…`],
  ['x'.repeat(130), `${'x'.repeat(120)}…`],
])('a card shows the first sentence of %s', (text, line) => {
  expect(inOneLine(text)).toBe(line);
});
