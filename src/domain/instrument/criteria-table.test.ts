import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { criteriaAsTable, readCriteriaTable } from './criteria-table.ts';
import { type CriterionForm, EMPTY_CRITERION, MOST_CRITERIA, readRubricForm } from './rubric-form.ts';

const KNOWN: readonly CriterionForm[] = [
  { code: 'KEB', name: 'Kebaruan', weight: '30', entry: 'levels', min: '1', max: '3', step: '1', levels: '1 = Kurang\n3 = Baik', hint: 'Seberapa baru.' },
  { code: 'MAN', name: 'Manfaat', weight: '70', entry: 'number', min: '0', max: '100', step: '1', levels: '', hint: '' },
];
const read = (text: string, known = KNOWN) => {
  const outcome = readCriteriaTable(text, known);
  return outcome.ok ? outcome.value.map(({ name, weight, hint }) => [name, weight, hint]) : [outcome.refusal.code, outcome.refusal.facts];
};
const TWO = [
  ['Jangkauan warga', '60', 'Berapa desa.'],
  ['Kerja sama', '40', ''],
];

describe('the criteria of a list', () => {
  test.each([
    ['semicolons', 'Jangkauan warga; 60; Berapa desa.\nKerja sama; 40'],
    ['tabs, as a spreadsheet copies', 'Jangkauan warga\t60\tBerapa desa.\r\nKerja sama\t40\t\r\n'],
    ['headings in any order and the sum', 'Bobot (%)\tNo\tKriteria\tKeterangan\n60\t1\tJangkauan warga\tBerapa desa.\n40\t2\tKerja sama\t\n100\t\tJumlah\t'],
    ['headings without a hint', 'Kriteria;Bobot;Petunjuk\nJangkauan warga;60;Berapa desa.\nKerja sama;40'],
    ['a column that counts', '1\tJangkauan warga\t60\tBerapa desa.\n2.\tKerja sama\t40\t'],
    ['commas between', 'Jangkauan warga, 60, Berapa desa.\nKerja sama, 40'],
    ['percent signs and numbering', '1. Jangkauan warga: 60%: Berapa desa.\n2) Kerja sama = 40 %\nTotal 100%'],
    ['bullets and an empty line between', '- Jangkauan warga; 60 %; Berapa desa.\n\n* Kerja sama; 40\nTotal; 100'],
  ])('are read from %s', (_form, text) => expect(read(text)).toEqual(TWO));

  test.each([
    [
      'a decimal comma without a separator',
      'Kebersihan 27,5\nKerapian 72,5',
      [
        ['Kebersihan', '27,5', ''],
        ['Kerapian', '72,5', ''],
      ],
    ],
    ['commas inside a hint', 'Kebersihan; 27,5; rapi, wangi, sejuk', [['Kebersihan', '27,5', 'rapi, wangi, sejuk']]],
    ['a figure inside a name', 'Inovasi 4.0 30', [['Inovasi 4.0', '30', '']]],
    [
      'a dash or a bar before the weight out of the name',
      'Kebersihan - 27,5\nKerapian | 72,5',
      [
        ['Kebersihan', '27,5', ''],
        ['Kerapian', '72,5', ''],
      ],
    ],
    ['semicolons inside a hint', 'Kebersihan; 5; rapi; wangi', [['Kebersihan', '5', 'rapi; wangi']]],
    ['semicolons inside a hint below headings', 'Kriteria;Bobot;Petunjuk\nKebersihan;5;rapi; wangi', [['Kebersihan', '5', 'rapi; wangi']]],
    ['a quoted semicolon', '"Kebersihan; kerapian"; 5', [['Kebersihan; kerapian', '5', '']]],
  ])('keep %s', (_what, text, expected) => expect(read(text)).toEqual(expected));

  it('keep what is known by name, and enter a new one as the first known is, under a code of its own', () => {
    expect(readCriteriaTable('kebaruan; 25\nKebersihan; 25; Bersih.\nManfaat; 50; Terukur.', KNOWN)).toEqual({
      ok: true,
      value: [
        { ...KNOWN[0], name: 'kebaruan', weight: '25' },
        { ...KNOWN[0], code: 'KEB2', name: 'Kebersihan', weight: '25', hint: 'Bersih.' },
        { ...KNOWN[1], weight: '50', hint: 'Terukur.' },
      ],
    });
    expect(readCriteriaTable('Kebersihan; 25', [])).toEqual({ ok: true, value: [{ ...EMPTY_CRITERION, code: 'KEB', name: 'Kebersihan', weight: '25' }] });
    expect(readCriteriaTable('Belum bernomor; 25', [{ ...KNOWN[0]!, code: '', name: 'Belum bernomor' }])).toMatchObject({ value: [{ code: 'BEL' }] });
  });

  it('keep a known name that begins with a number or says total', () => {
    const known = ['1. Kebaruan', 'Total'].map((name, at) => ({ ...KNOWN[at]!, name, hint: '' }));
    expect(readCriteriaTable(`${criteriaAsTable(known)}\nJumlah; 100`, known)).toEqual({ ok: true, value: known });
  });

  test.each([
    ['nothing', ' \n', 'rubric.list-empty', {}],
    ['headings alone', 'Kriteria;Bobot', 'rubric.list-empty', {}],
    ['lines without a weight', 'Kebaruan; 30\nManfaat\nJangkauan; banyak', 'rubric.list-unread', { rows: ['2', '3'] }],
    ['a weight of nothing or below', 'Kebaruan; 0\nManfaat; -5\nJangkauan -5', 'rubric.list-unread', { rows: ['1', '2', '3'] }],
    ['a long line of letters and signs', `${'a'.repeat(9_000)}${' ='.repeat(5_000)}`, 'rubric.list-unread', { rows: ['1'] }],
    ['a weight without a name', 'Kriteria;Bobot\n;30\n12;30', 'rubric.list-unread', { rows: ['2', '3'] }],
    ['one name twice', 'Manfaat; 30\n manfaat ; 70', 'rubric.list-twice', { name: 'manfaat' }],
    ['too many', Array.from({ length: MOST_CRITERIA + 1 }, (_, at) => `Kriteria ke-${at}; 1`).join('\n'), 'rubric.too-many-criteria', { most: MOST_CRITERIA }],
  ])('are refused: %s', (_what, text, code, facts) => expect(read(text)).toEqual([code, facts]));

  it('come back from the list that says them', () => {
    const word = fc.stringMatching(/^[a-z]([a-z ;",]{0,12}[a-z])?$/);
    const lists = fc.uniqueArray(fc.record({ name: word, weight: fc.integer({ min: 1, max: 999 }).map(String), hint: fc.oneof(fc.constant(''), word) }), {
      selector: ({ name }) => name.replace(/\s+/g, ' '),
      minLength: 1,
      maxLength: MOST_CRITERIA,
    });
    fc.assert(
      fc.property(lists, (rows) => {
        fc.pre(rows.every(({ name }) => !['jumlah', 'total'].includes(name)));
        const criteria = rows.map((row) => ({ ...EMPTY_CRITERION, ...row }));
        expect(read(criteriaAsTable(criteria), [])).toEqual(rows.map(({ name, weight, hint }) => [name, weight, hint]));
      }),
    );
  });

  it('make a rubric with distinct codes, wherever the new ones stand', () => {
    const form = { scale: 'max', minJurors: '3', decimals: '2', rankOn: 'rounded', percent: false, aggregate: 'mean', trim: '0' };
    const typed = [{ ...KNOWN[1]!, code: '', name: 'Kebersihan' }, ...KNOWN];
    expect(readRubricForm({ ...form, criteria: typed }, 1)).toMatchObject({
      ok: true,
      value: { criteria: [{ code: 'KEB2' }, { code: 'KEB' }, { code: 'MAN' }] },
    });
  });
});
