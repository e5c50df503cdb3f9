import { expect, test } from 'vitest';
import { indexRuleOf, indexRules } from './index-rules.ts';

test('finds the rule of a year, asks for what a year lacks, and knows which years there are', () => {
  expect([...indexRules().keys()]).toEqual(['iid-2023', 'iid-2025', 'iid-2026']);
  expect([2026, 2027].map((year) => indexRuleOf(year))).toMatchObject([{ value: { code: 'iid-2026' } }, { value: { code: 'iid-2026' } }]);
  expect(indexRuleOf(2023)).toMatchObject({ refusal: { code: 'index-rule.incomplete', facts: { year: '2023' } } });
  expect(indexRuleOf(2024)).toMatchObject({ refusal: { code: 'index.year-unknown', facts: { years: ['2026', '2027'] } } });
});
