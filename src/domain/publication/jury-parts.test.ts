import { expect, test } from 'vitest';
import { toText } from '../shared/rational.ts';
import { juryParts } from './jury-parts.ts';

const figure = (exact: string) => ({ rounded: exact, exact });
const criterion = (code: string, weight: string) => ({ code, name: `Kriteria ${code}`, weight, min: '0', max: '100' });
const criteria = [criterion('A', '3'), criterion('B', '1.5')];
const means = [
  { code: 'B', mean: figure('80/1') },
  { code: 'A', mean: figure('271/3') },
];

test('the parts of a mean panel are its criteria by their shares, in the order of the rubric', () => {
  const parts = juryParts({ jury: figure('782/9'), criteria: means }, { criteria });
  expect(parts?.map(({ name, mean, share }) => [name, mean, toText(share)])).toEqual([
    ['Kriteria A', '271/3', '2/3'],
    ['Kriteria B', '80/1', '1/3'],
  ]);
});

test.each([
  ['a panel that leaves sheets out, or takes the middle one', { jury: figure('783/9'), criteria: means }],
  ['a criterion that no sheet scored', { jury: figure('271/3'), criteria: means.slice(1) }],
])('%s has no such road', (_, entry) => {
  expect(juryParts(entry, { criteria })).toBeNull();
});
