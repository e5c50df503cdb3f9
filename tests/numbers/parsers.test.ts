// Files from outside: whatever stands in them, the command answers or refuses; it never falls over.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../src/cli/csv.ts';
import { readRankConfig } from '../../src/cli/rank-config.ts';
import { readRankScores } from '../../src/cli/rank-scores.ts';
import { sayRankRefusal } from '../../src/texts/id/rank.ts';

const CONFIG = { criteria: { C1: { weight: '2', min: '1', max: '5' } }, tiebreak: ['jury'], desk: { A: '50' }, desk_weight: '40', jury_weight: '60', top_n: 1 };
const rubric = (() => {
  const read = readRankConfig(JSON.stringify(CONFIG));
  if (!read.ok) throw new Error('config');
  return read.value.rubric;
})();

const cell = fc.oneof(fc.constantFrom('A', 'J1', 'C1', '3', '', '"', '=1+1', '4,5', ';', '\uFEFF', '\u0000', '1e5', '-1', 'ÿ'), fc.string({ maxLength: 8 }));
const csv = fc
  .array(fc.array(cell, { minLength: 1, maxLength: 6 }), { maxLength: 12 })
  .map((rows) => ['submission,juror,criterion,score', ...rows.map((row) => row.join(','))].join('\n'));

describe('any text', () => {
  test('as scores is read or refused with one line', () => {
    fc.assert(
      fc.property(fc.oneof(csv, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const read = readRankScores(text, rubric);
        if (!read.ok) expect(sayRankRefusal(read.refusal)).toMatch(/^bailang rank: .+/);
      }),
      { numRuns: 2000 },
    );
  });

  test('as configuration is read or refused with one line', () => {
    const value = fc.oneof(fc.string({ maxLength: 6 }), fc.integer(), fc.constant(null), fc.jsonValue({ maxDepth: 2 }));
    const changed = fc
      .tuple(fc.constantFrom(...Object.keys(CONFIG), 'scale', 'trim', 'lot', 'decisions', '__proto__'), value)
      .map(([key, one]) => JSON.stringify({ ...CONFIG, [key]: one }));
    fc.assert(
      fc.property(fc.oneof(changed, fc.json(), fc.string()), (text) => {
        const read = readRankConfig(text);
        if (!read.ok) expect(sayRankRefusal(read.refusal)).toMatch(/^bailang rank: .+/);
      }),
      { numRuns: 2000 },
    );
  });
});

// Objects whose own keys stand before what JavaScript calls to make text of them, lists of one word, half characters, and a deep nest.
const ODD = ['{"toString":""}', '{"valueOf":1,"toString":null}', '[{"toString":1}]', '{"__proto__":null}', '{"__proto__":{"toString":1}}'].concat(
  ...['["max"]', '[["1"]]', '"\\ud800"', `${'['.repeat(50_000)}${']'.repeat(50_000)}`],
);
const PLACES: readonly (readonly [string, object])[] = [
  ...['scale', 'incomplete_sheet', 'jury_aggregate', 'trim', 'min_jurors', 'desk_weight', 'jury_weight', 'desk_scale_max', 'decimals', 'rank_on'].map(
    (key) => [key, { ...CONFIG, [key]: '@' }] as const,
  ),
  ...['top_n', 'cutoff', 'tiebreak'].map((key) => [key, { ...CONFIG, [key]: '@' }] as const),
  ...['weight', 'min', 'max', 'step'].map((key) => [`criteria.C1.${key}`, { ...CONFIG, criteria: { C1: { ...CONFIG.criteria.C1, [key]: '@' } } }] as const),
  ['desk.A', { ...CONFIG, desk: { A: '@' } }],
  ['decisions[0]', { ...CONFIG, decisions: ['@'] }],
  ['decisions[0].tied', { ...CONFIG, decisions: [{ tied: '@', order: [['A']] }] }],
  ['decisions[0].order', { ...CONFIG, decisions: [{ tied: ['A'], order: '@' }] }],
];

describe.each(PLACES)('a strange value as %s', (_, config) => {
  test.each(ODD.map((odd) => [odd.slice(0, 40), odd] as const))('%s is refused with one line', (_name, odd) => {
    const read = readRankConfig(JSON.stringify(config).replace('"@"', () => odd));
    expect(read.ok ? 'read' : sayRankRefusal(read.refusal)).toMatch(/^bailang rank: .+/);
  });
});

test.each([
  ['decisions', { decisions: [{ tied: ['A'], order: [['A']], act: '@' }] }],
  ['lot', { lot: { seed: 'a', source: '@' } }],
])('an act or a source that is no text is refused as %s', (field, part) => {
  for (const odd of ODD.filter((one) => !one.startsWith('"'))) {
    const read = readRankConfig(JSON.stringify({ ...CONFIG, ...part }).replace('"@"', () => odd));
    expect(read.ok || read.refusal).toMatchObject({ code: 'config.value', facts: { field } });
  }
});

test('a quoted table comes back as it was written', () => {
  const field = fc.string({ maxLength: 6 }).filter((text) => !text.includes('\uFEFF'));
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 }), (rows) => {
      const text = `"a","b"\n${rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n')}`;
      const read = readCsv(text);
      expect(read.ok && read.value.slice(1).map(({ fields }) => fields)).toEqual(rows);
    }),
    { numRuns: 500 },
  );
});

test('more rows than a category can have are refused at the first one too many', () => {
  const rows = Array.from({ length: 200_001 }, (_, i) => `S${i},J1,C1,3`);
  const read = readRankScores(['submission,juror,criterion,score', ...rows].join('\n'), rubric);
  expect(read.ok || [read.refusal.code, read.refusal.facts.row]).toEqual(['csv.too-many-rows', 200_002]);
});
