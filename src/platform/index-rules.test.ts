import { expect, test } from 'vitest';
import { shippedCatalogues } from './catalogues.ts';
import { indexRuleOf } from './index-rules.ts';

test('finds the rule of a year, asks for what a year lacks, and knows which years there are', () => {
  const shipped = [...shippedCatalogues().values()];
  expect(shipped.map(({ code }) => code)).toEqual(['iid-2023', 'iid-2025', 'iid-2026']);
  expect([2026, 2027].map((year) => indexRuleOf(year, shipped))).toMatchObject([{ value: { code: 'iid-2026' } }, { value: { code: 'iid-2026' } }]);
  expect(indexRuleOf(2023, shipped)).toMatchObject({ refusal: { code: 'index-rule.incomplete', facts: { year: '2023' } } });
  expect(indexRuleOf(2024, shipped)).toMatchObject({ refusal: { code: 'index.year-unknown', facts: { years: ['2026', '2027'] } } });
});
