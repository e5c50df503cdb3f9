import { describe, expect, test } from 'vitest';
import { checkPart, fieldsOf, isPart, PARTS, type PartNumber, PROFILE_FIELDS, readName } from './profile.ts';

const read = (part: PartNumber, given: Record<string, string>, stood: Record<string, string> = {}) => checkPart(part, stood, given);
const kept = (part: PartNumber, name: string, typed: string) => {
  const found = read(part, { [name]: typed });
  return found.ok ? found.value[name] : (found.refusal.fields?.[name]?.code ?? 'no fault of the field');
};

describe('the form', () => {
  test('has seven parts, each with fields of its own, and mandatory ones as the national form has', () => {
    expect(PARTS.map((part) => fieldsOf(part).length)).toEqual([4, 5, 4, 1, 3, 3, 4]);
    expect(new Set(PROFILE_FIELDS.map(({ name }) => name)).size).toBe(PROFILE_FIELDS.length);
    expect(PROFILE_FIELDS.filter(({ mandatory }) => !mandatory).map(({ name }) => name)).toEqual([
      'initiatorName',
      'otherAffairs',
      'trialOn',
      'implementedOn',
      'developed',
      'developedOn',
      'budget',
      'budgetSource',
      'businessProfile',
      'team',
      'contactEmail',
    ]);
    expect(fieldsOf(4).map(({ name }) => name)).toEqual(['design']);
  });

  test('knows its parts from other numbers', () => expect([0, 1, 7, 8, 1.5, Number.NaN].map(isPart)).toEqual([false, true, true, false, false, false]));
});

describe('a field', () => {
  test.each<[PartNumber, string, string, string]>([
    [1, 'stage', ' idea ', 'idea'],
    [1, 'stage', 'trial', 'trial'],
    [1, 'stage', 'implemented', 'implemented'],
    [1, 'stage', 'Idea', 'profile.choice-unknown'],
    [1, 'technology', 'digital', 'digital'],
    [1, 'technology', 'non-digital', 'non-digital'],
    [1, 'form', 'governance', 'governance'],
    [1, 'form', 'public-service', 'public-service'],
    [1, 'form', 'other', 'other'],
    [2, 'initiator', 'head-of-region', 'head-of-region'],
    [2, 'initiator', 'council', 'council'],
    [2, 'initiator', 'agency', 'agency'],
    [2, 'initiator', 'employee', 'employee'],
    [2, 'initiator', 'community', 'community'],
    [2, 'theme', '  dua \n kata ', 'dua kata'],
    [2, 'theme', 'x'.repeat(200), 'x'.repeat(200)],
    [2, 'theme', 'x'.repeat(201), 'profile.too-long'],
    [2, 'otherAffairs', 'x'.repeat(1_001), 'profile.too-long'],
    [3, 'developed', 'yes', 'yes'],
    [3, 'developed', 'no', 'no'],
    [3, 'trialOn', '1-3-2024', '2024-03-01'],
    [3, 'trialOn', '30-2-2024', 'profile.date-invalid'],
    [4, 'design', ' dua \n baris ', 'dua \n baris'],
    [4, 'design', 'x'.repeat(10_000), 'x'.repeat(10_000)],
    [4, 'design', 'x'.repeat(10_001), 'profile.too-long'],
    [6, 'budget', 'Rp 185.000.000,00', '185000000'],
    [6, 'budget', 'gratis', 'profile.money-invalid'],
    [7, 'team', 'x'.repeat(4_001), 'profile.too-long'],
    [7, 'contactPhone', '+62 (812) 345-678', '+62 (812) 345-678'],
    [7, 'contactPhone', '08123', 'profile.phone-invalid'],
    [7, 'contactPhone', '081234', '081234'],
    [7, 'contactPhone', 'x081234', 'profile.phone-invalid'],
    [7, 'contactPhone', '081234x', 'profile.phone-invalid'],
    [7, 'contactPhone', '081234567890123456789', 'profile.too-long'],
    [7, 'contactEmail', 'a@b.id', 'a@b.id'],
    [7, 'contactEmail', 'a@b', 'profile.email-invalid'],
    [7, 'contactEmail', 'a b@c.id', 'profile.email-invalid'],
    [7, 'contactEmail', 'a@b.id x', 'profile.email-invalid'],
    [7, 'contactEmail', '@b.id', 'profile.email-invalid'],
    [7, 'contactEmail', `${'a'.repeat(250)}@b.id`, 'profile.too-long'],
    [7, 'contactEmail', '  ', ''],
  ])('of part %i, %s, typed "%s", is kept as "%s"', (part, name, typed, expected) => expect(kept(part, name, typed)).toBe(expected));

  test('that is too long says how long it is and may be', () => {
    expect(read(2, { theme: 'x'.repeat(201) })).toMatchObject({
      refusal: { code: 'profile.invalid', facts: { part: 2 }, fields: { theme: { facts: { most: 200, length: 201 } } } },
    });
  });

  test('not sent stays as it stood, or empty', () => {
    expect(read(6, { budget: '1' }, { budgetSource: 'APBD', budget: '5', theme: 'x' })).toEqual({
      ok: true,
      value: { budget: '1', budgetSource: 'APBD', businessProfile: '' },
    });
  });
});

describe('dates', () => {
  const dates = (trialOn: string, implementedOn: string, developedOn: string) => {
    const found = read(3, { trialOn, implementedOn, developedOn });
    return found.ok ? [] : Object.values(found.refusal.fields ?? {}).map(({ code, facts }) => [code, ...Object.values(facts)]);
  };

  test.each([
    ['2024-01-01', '2024-01-01', '2024-01-01', []],
    ['2024-01-01', '2024-01-02', '2024-01-03', []],
    ['2024-01-02', '2024-01-01', '', [['profile.implemented-before-trial', '2024-01-02']]],
    ['', '2024-01-02', '2024-01-01', [['profile.developed-before-implemented', '2024-01-02']]],
    ['2024-01-02', '', '2024-01-01', []],
    ['2024-01-02', '', '', []],
    ['', '2024-01-01', '', []],
  ])('of trial "%s", implementation "%s" and development "%s" stand in order', (trialOn, implementedOn, developedOn, faults) =>
    expect(dates(trialOn, implementedOn, developedOn)).toEqual(faults),
  );
});

test.each([
  [' ', 'profile.name-missing', {}],
  [' ab ', 'profile.name-short', { least: 3 }],
  ['x'.repeat(201), 'profile.too-long', { most: 200, length: 201 }],
])('a name "%s" is refused', (typed, code, facts) => {
  expect(readName(typed)).toEqual({ ok: false, refusal: { code, facts } });
  expect(read(1, { name: typed })).toMatchObject({ refusal: { fields: { name: { code } } } });
});

test('a name is one line of three to 200 characters', () => {
  expect([' SIPP \n 2026 ', 'abc', 'x'.repeat(200)].map(readName)).toEqual(['SIPP 2026', 'abc', 'x'.repeat(200)].map((value) => ({ ok: true, value })));
});
