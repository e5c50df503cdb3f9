import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { asksForBasis } from './indicator.ts';
import { type Instrument, readCatalogue } from './instrument.ts';

const file = (year: number) => readFileSync(new URL(`../../../data/catalogues/iid-${year}.json`, import.meta.url), 'utf8');
const levels = [1, 2, 3].map((score) => ({ label: `tingkat ${score}`, score }));
const row = { code: 'SID-1', name: 'N', aspect: 'SID', variable: 'V', weight: 1.5, mandatory: true, levels };
const catalogue = (indicators: readonly unknown[], more: object = {}) => JSON.stringify({ year: 2030, indicators, ...more });
const refusalOf = (text: string) => {
  const read = readCatalogue(text);
  return read.ok ? null : read.refusal;
};
const accepted = (text: string): Instrument => {
  const read = readCatalogue(text);
  if (!read.ok) throw new Error(JSON.stringify(read.refusal));
  return read.value;
};

describe('a catalogue', () => {
  test('gives every word and number of its rows, as written', () => {
    const rows = [
      { ...row, evidence: 'SK', fileFormats: 'PDF', note: 'catatan' },
      { ...row, code: 'SID-2', weight: 2, mandatory: false, note: 'lihat benefitBases' },
      { ...row, code: 'SPD-1', aspect: 'SPD', mandatory: 1 },
      { code: 'SID-9', name: 'Jumlah', weight: 0.38, cap: 200, rule: 'per inovasi' },
    ];
    const bases = { a: { name: 'Penerima', levels: ['1-200', '201-500', '> 500'] }, b: null, c: { name: 7, levels: 'x' } };
    const plain = { name: 'N', variable: 'V', weight: '1.5', mandatory: true, evidence: '', formats: '' };
    const read = levels.map(({ label, score }) => ({ level: score, label }));
    expect(accepted(catalogue(rows, { benefitBases: bases, legalSource: 'Surat' }))).toEqual({
      code: 'iid-2030',
      year: 2030,
      legalSource: 'Surat',
      sid: [
        { ...plain, code: 'SID-1', levels: read, evidence: 'SK', formats: 'PDF', note: 'catatan' },
        {
          ...plain,
          code: 'SID-2',
          weight: '2',
          mandatory: false,
          levels: read,
          note: 'lihat benefitBases',
          bases: [
            { code: 'a', name: 'Penerima', levels: ['1-200', '201-500', '> 500'] },
            { code: 'b', name: '', levels: [] },
            { code: 'c', name: '7', levels: [] },
          ],
        },
      ],
      spd: [{ ...plain, code: 'SPD-1', mandatory: false, levels: read }],
      count: { code: 'SID-9', name: 'Jumlah', weight: '0.38', cap: 200, rule: 'per inovasi' },
    });
  });

  test('may have no bases, sums, count row, words or weight above 0', () => {
    const { code, count, legalSource, sid } = accepted(catalogue([{ ...row, weight: 0, variable: null }]));
    expect([code, count, legalSource]).toEqual(['iid-2030', null, '']);
    expect(sid[0]).toMatchObject({ weight: '0', variable: '' });
    expect(sid[0]).not.toHaveProperty('note');
    expect(
      accepted(catalogue([{ ...row, note: 'benefitBases' }]))
        .sid.filter(asksForBasis)
        .map(({ bases }) => bases),
    ).toEqual([[]]);
  });

  test('of this year asks for a basis on the benefit row only, with its notes', () => {
    const { sid } = accepted(file(2026));
    expect(sid.filter(asksForBasis).map(({ code, bases }) => [code, bases?.map((basis) => basis.code).join('')])).toEqual([['SID-33', 'abcdef']]);
    expect(sid.filter(({ mandatory }) => mandatory).length).toBeGreaterThan(0);
  });

  test('asks for unknown weights instead of guessing, with their codes', () => {
    const codes = (text: string) => refusalOf(text)?.facts;
    expect([refusalOf(file(2023))?.code, refusalOf(file(2025))?.code]).toEqual(['catalogue.weights-unknown', 'catalogue.weights-unknown']);
    const { weight: _, ...weightless } = row;
    expect(
      codes(
        catalogue([
          { ...row, weight: null },
          { ...weightless, code: 'SID-2' },
        ]),
      ),
    ).toEqual({ year: 2030, codes: ['SID-1', 'SID-2'] });
  });

  test.each([
    ['no text', '', 'catalogue.unreadable', {}],
    ['a list', '[]', 'catalogue.unreadable', {}],
    ['a number', '7', 'catalogue.unreadable', {}],
    ['nothing', 'null', 'catalogue.unreadable', {}],
    ['no rows', '{"year": 2030}', 'catalogue.unreadable', {}],
    ['no year', '{"indicators": []}', 'catalogue.unreadable', {}],
    ['a year that is no whole number', '{"year": 2030.5, "indicators": []}', 'catalogue.unreadable', {}],
    ['a code twice', catalogue([row, row]), 'catalogue.duplicate-code', { code: 'SID-1' }],
    ['a row that is none', catalogue([row, 7]), 'catalogue.row-invalid', { code: 'undefined' }],
    ['a weight in words', catalogue([{ ...row, weight: 'x' }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['a weight that is a list', catalogue([{ ...row, weight: [1] }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['a weight below 0', catalogue([{ ...row, weight: -1 }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['no code', catalogue([{ ...row, code: null }]), 'catalogue.row-invalid', { code: 'null' }],
    ['no name', catalogue([{ ...row, name: null }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['an aspect of elsewhere', catalogue([{ ...row, aspect: 'LAIN' }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['levels that are none', catalogue([{ ...row, levels: 3 }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['levels missing', catalogue([{ ...row, levels: levels.slice(1) }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['levels out of order', catalogue([{ ...row, levels: levels.toReversed() }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['a level without words', catalogue([{ ...row, levels: [...levels.slice(0, 2), { score: 3 }] }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['a cap in words', catalogue([{ ...row, cap: 'banyak' }]), 'catalogue.row-invalid', { code: 'SID-1' }],
    ['a cap without a weight', catalogue([{ code: 'SID-9', cap: 200, weight: 'x' }]), 'catalogue.row-invalid', { code: 'SID-9' }],
    [
      'a maximum that the rows do not reach',
      catalogue([row], { scoring: { maturityMaxPerInnovation: 9 } }),
      'catalogue.sums-differ',
      { year: 2030, sid: ['9', '9/2'] },
    ],
    ['another maximum of the region', catalogue([row], { scoring: { maxSPD: 1 } }), 'catalogue.sums-differ', { year: 2030, spd: ['1', '0'] }],
  ])('with %s is refused', (_what, text, code, facts) => expect(refusalOf(text)).toEqual({ code, facts }));

  test('whose rows reach the maximum it states is taken, and one that states it in no number', () => {
    expect(refusalOf(catalogue([row], { scoring: { maturityMaxPerInnovation: 4.5, maxSPD: 0 } }))).toBeNull();
    expect(refusalOf(catalogue([row], { scoring: { maturityMaxPerInnovation: ['9'] } }))).toBeNull();
    expect(refusalOf(catalogue([row], { scoring: [] }))).toBeNull();
  });
});
