import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../shared/outcome.ts';
import type { TableSheet } from '../shared/table.ts';
import { type CatalogueDocument, documentText, readDocument } from './catalogue-document.ts';
import { documentSheets, readDocumentSheets } from './catalogue-sheets.ts';
import { readCatalogue } from './instrument.ts';

const must = <T>(outcome: Outcome<T>): T => {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusal));
  return outcome.value;
};
const SHIPPED = readFileSync(new URL('../../../data/catalogues/iid-2026.json', import.meta.url), 'utf8');
const row = {
  code: 'SID-1',
  aspect: 'SID',
  name: 'Regulasi',
  variable: 'Tata kelola',
  weight: '1.5',
  mandatory: true,
  levels: ['satu', 'dua', 'tiga'],
  evidence: 'SK',
  formats: 'PDF',
  note: 'lihat benefitBases',
  cap: '',
  rule: '',
};
const small: CatalogueDocument = {
  year: '2030',
  legalSource: 'Surat',
  rows: [
    row,
    { ...row, code: 'SPD-1', aspect: 'SPD', mandatory: false, evidence: '', formats: '', note: '', weight: '2' },
    {
      ...row,
      code: 'SID-9',
      name: 'Jumlah',
      variable: '',
      weight: '0.38',
      mandatory: false,
      levels: [],
      evidence: '',
      formats: '',
      note: '',
      cap: '200',
      rule: 'per inovasi',
    },
  ],
  maxSid: '4.5',
  maxSpd: '6',
  maxTotal: '86.5',
  years: [
    { year: '2030', divisor: '12', needed: '5' },
    { year: '2031', divisor: '14', needed: '' },
  ],
  basicServices: ['Pendidikan', 'Kesehatan'],
  predicates: [
    { label: 'Inovatif', from: '40.01' },
    { label: 'Kurang', from: '0' },
  ],
  implementedFrom: '2028-01-01',
  implementedTo: '2029-12-31',
  minWords: '300',
  bases: [{ code: 'a', name: 'Penerima', levels: ['1-200', '201-500', '> 500'] }],
};

describe('a catalogue as a document', () => {
  test('is written as one file that reads back, figures as they were written', () => {
    const text = documentText(small);
    expect(must(readDocument(text))).toEqual(small);
    expect(JSON.parse(text)).toEqual({
      year: 2030,
      legalSource: 'Surat',
      scoring: {
        maturityMaxPerInnovation: 4.5,
        maxSPD: 6,
        maxTotal: 86.5,
        minDivisorByYear: { 2030: 12, 2031: 14 },
        minBasicServiceAffairsByYear: { 2030: 5 },
        basicServiceAffairs: ['Pendidikan', 'Kesehatan'],
      },
      predicates: [
        { label: 'Inovatif', min: 40.01 },
        { label: 'Kurang', min: 0 },
      ],
      eligibility: { implementedFrom: '2028-01-01', implementedTo: '2029-12-31', rancangBangunMinWords: 300 },
      indicators: [
        {
          code: 'SID-1',
          name: 'Regulasi',
          aspect: 'SID',
          variable: 'Tata kelola',
          weight: 1.5,
          mandatory: true,
          levels: [
            { label: 'satu', score: 1 },
            { label: 'dua', score: 2 },
            { label: 'tiga', score: 3 },
          ],
          evidence: 'SK',
          fileFormats: 'PDF',
          note: 'lihat benefitBases',
        },
        {
          code: 'SPD-1',
          name: 'Regulasi',
          aspect: 'SPD',
          variable: 'Tata kelola',
          weight: 2,
          mandatory: false,
          levels: [
            { label: 'satu', score: 1 },
            { label: 'dua', score: 2 },
            { label: 'tiga', score: 3 },
          ],
          evidence: '',
        },
        { code: 'SID-9', name: 'Jumlah', aspect: 'SID', variable: '', weight: 0.38, cap: 200, rule: 'per inovasi' },
      ],
      benefitBases: { a: { name: 'Penerima', levels: ['1-200', '201-500', '> 500'] } },
    });
    expect(text).toMatch(/^\{\n "year": 2030,\n[\s\S]*\}\n$/);
    expect(must(readCatalogue(text))).toMatchObject({ code: 'iid-2030', sid: [{ code: 'SID-1', bases: [{ code: 'a' }] }], spd: [{ code: 'SPD-1' }] });
  });

  test('that shipped goes through unchanged', () => {
    const document = must(readDocument(SHIPPED));
    expect(documentText(must(readDocument(documentText(document))))).toBe(documentText(document));
    expect(document.rows.length).toBe(41);
    expect(document.years.map(({ year, divisor, needed }) => [year, divisor, needed])).toContainEqual(['2026', '12', '5']);
  });

  test('that says nothing is empty, and writes what is missing as missing', () => {
    const empty = must(readDocument('{"indicators":[7]}'));
    expect(empty).toEqual({
      year: '',
      legalSource: '',
      rows: [
        { code: '', aspect: '', name: '', variable: '', weight: '', mandatory: false, levels: [], evidence: '', formats: '', note: '', cap: '', rule: '' },
      ],
      maxSid: '',
      maxSpd: '',
      maxTotal: '',
      years: [],
      basicServices: [],
      predicates: [],
      implementedFrom: '',
      implementedTo: '',
      minWords: '',
      bases: [],
    });
    const written = JSON.parse(documentText(empty));
    expect([written.indicators[0].weight, written.eligibility, written.scoring.maxTotal]).toEqual([null, {}, '']);
  });

  test('loses zeros at the end of a figure, takes a comma, and keeps as text what is no number', () => {
    const zeros = must(
      readDocument('{"year":2030,"scoring":{"maxSPD":6.50,"maxTotal":10.0},"predicates":[{"label":" a ","min":100}],"indicators":[{"weight":"1,5"}]}'),
    );
    expect([zeros.maxSpd, zeros.maxTotal, zeros.predicates, zeros.rows[0]?.weight]).toEqual(['6.5', '10', [{ label: 'a', from: '100' }], '1,5']);
    const weights = ['1,5', '-2', '01', '1.', 'x1', '1x', '1.5.2'].map((weight) => ({ ...row, weight }));
    const read = JSON.parse(documentText({ ...small, rows: weights })).indicators.map(({ weight }: { weight: unknown }) => weight);
    expect(read).toEqual([1.5, -2, '01', '1.', 'x1', '1x', '1.5.2']);
  });

  test('is known in years that only one table names, in order', () => {
    const text = '{"indicators":[],"scoring":{"minDivisorByYear":{"2031":14},"minBasicServiceAffairsByYear":{"2030":5}}}';
    expect(must(readDocument(text)).years).toEqual([
      { year: '2030', divisor: '', needed: '5' },
      { year: '2031', divisor: '14', needed: '' },
    ]);
  });

  test.each([
    ['', 'catalogue.unreadable', {}],
    ['[]', 'catalogue.unreadable', {}],
    ['null', 'catalogue.unreadable', {}],
    ['7', 'catalogue.unreadable', {}],
    ['{"indicators":{}}', 'catalogue.unreadable', {}],
    [`{"indicators":[]${' '.repeat(1_000_000)}}`, 'catalogue.unreadable', {}],
    ['{"year":1,"year":2,"indicators":[]}', 'catalogue.key-twice', { key: 'year' }],
  ])('of another form is refused', (text, code, facts) => expect(readDocument(text)).toEqual({ ok: false, refusal: { code, facts } }));
});

describe('a catalogue in sheets', () => {
  const cellsOf = (document: CatalogueDocument): readonly TableSheet[] =>
    documentSheets(document).map(({ name, columns, rows }) => ({
      name,
      rows: [
        columns.map(({ heading }) => ({ text: heading })),
        ...rows.map((cells) => cells.map((cell) => ({ text: typeof cell === 'string' ? cell : cell.number }))),
      ],
    }));
  const change = (sheets: readonly TableSheet[], name: string, at: number, place: number, text: string) =>
    sheets.map((sheet) =>
      sheet.name === name
        ? { ...sheet, rows: sheet.rows.map((cells, r) => (r === at ? cells.map((cell, c) => (c === place ? { text } : cell)) : cells)) }
        : sheet,
    );
  const faults = (name: string, at: number, place: number, text: string, document = small) =>
    must(readDocumentSheets(change(cellsOf(document), name, at, place, text))).faults.map(({ sheet, cell, fault }) => `${sheet} ${cell} ${fault.code}`);

  test('goes out and comes in again as it was', () => {
    expect(must(readDocumentSheets(cellsOf(small)))).toEqual({ document: small, faults: [] });
    const shipped = must(readDocument(SHIPPED));
    expect(must(readDocumentSheets(cellsOf(shipped)))).toEqual({ document: shipped, faults: [] });
  });

  test('has six sheets with a width for each column; figures are numbers, words are words', () => {
    const sheets = documentSheets(small);
    expect(sheets.map(({ name, columns, rows }) => [name, columns.length, rows.length])).toEqual([
      ['Indikator', 14, 3],
      ['Ketentuan', 2, 8],
      ['Tahun', 3, 2],
      ['Layanan dasar', 1, 2],
      ['Predikat', 2, 2],
      ['Manfaat', 5, 1],
    ]);
    expect(sheets[0]?.columns.map(({ heading }) => heading)).toEqual([
      'Kode',
      'Aspek',
      'Nama',
      'Variabel',
      'Bobot',
      'Wajib',
      'Level 1',
      'Level 2',
      'Level 3',
      'Bukti',
      'Jenis berkas',
      'Catatan',
      'Plafon',
      'Aturan hitung',
    ]);
    expect(sheets[0]?.columns.map(({ width }) => width)).toEqual([9, 7, 34, 18, 8, 7, 34, 34, 34, 40, 12, 30, 8, 40]);
    expect(sheets[0]?.rows[0]).toEqual([
      'SID-1',
      'SID',
      'Regulasi',
      'Tata kelola',
      { number: '1.5' },
      'ya',
      'satu',
      'dua',
      'tiga',
      'SK',
      'PDF',
      'lihat benefitBases',
      '',
      '',
    ]);
    expect(sheets[0]?.rows[1]?.[5]).toBe('tidak');
    expect(sheets[0]?.rows[2]).toEqual(['SID-9', 'SID', 'Jumlah', '', { number: '0.38' }, '', '', '', '', '', '', '', { number: '200' }, 'per inovasi']);
    expect(sheets[1]?.rows.map(([term]) => term)).toEqual([
      'Tahun katalog',
      'Dasar hukum',
      'Poin tertinggi satu inovasi',
      'Poin tertinggi SPD',
      'Poin tertinggi keseluruhan',
      'Diterapkan mulai',
      'Diterapkan sampai',
      'Kata rancang bangun paling sedikit',
    ]);
    expect(sheets[1]?.rows[4]).toEqual(['Poin tertinggi keseluruhan', { number: '86.5' }]);
    expect(sheets[2]?.rows[1]).toEqual([{ number: '2031' }, { number: '14' }, '']);
  });

  test.each([
    ['Indikator', 1, 0, '', ['Indikator A2 catalogue.cell-empty']],
    ['Indikator', 2, 0, 'SID-1', ['Indikator A3 catalogue.code-twice']],
    ['Indikator', 1, 1, 'SIP', ['Indikator B2 catalogue.cell-aspect']],
    ['Indikator', 1, 2, '', ['Indikator C2 catalogue.cell-empty']],
    ['Indikator', 1, 4, 'tiga', ['Indikator E2 catalogue.cell-number']],
    ['Indikator', 1, 4, '-1', ['Indikator E2 catalogue.cell-number']],
    ['Indikator', 1, 6, '', ['Indikator G2 catalogue.cell-empty']],
    ['Indikator', 1, 7, '', ['Indikator H2 catalogue.cell-empty']],
    ['Indikator', 1, 8, '', ['Indikator I2 catalogue.cell-empty']],
    ['Indikator', 3, 12, 'banyak', ['Indikator M4 catalogue.cell-number']],
    [
      'Indikator',
      0,
      4,
      'Berat',
      ['Indikator A1 import.column-missing', 'Indikator A2 catalogue.cell-number', 'Indikator A3 catalogue.cell-number', 'Indikator A4 catalogue.cell-number'],
    ],
    ['Ketentuan', 1, 1, '27', ['Ketentuan B2 catalogue.cell-year']],
    ['Ketentuan', 1, 1, '20277', ['Ketentuan B2 catalogue.cell-year']],
    ['Ketentuan', 1, 1, 'x2027', ['Ketentuan B2 catalogue.cell-year']],
    ['Ketentuan', 3, 1, 'banyak', ['Ketentuan B4 catalogue.cell-number']],
    ['Ketentuan', 3, 1, '', []],
    ['Ketentuan', 2, 1, '', []],
    ['Ketentuan', 2, 0, 'Lain', []],
    ['Tahun', 1, 0, 'x', ['Tahun A2 catalogue.cell-number']],
    ['Tahun', 1, 1, '', ['Tahun B2 catalogue.cell-number']],
    ['Tahun', 1, 2, 'x', ['Tahun C2 catalogue.cell-number']],
    ['Tahun', 1, 2, '', []],
    ['Predikat', 1, 0, '', ['Predikat A2 catalogue.cell-empty']],
    ['Predikat', 1, 1, 'banyak', ['Predikat B2 catalogue.cell-number']],
    ['Manfaat', 1, 0, '', ['Manfaat A2 catalogue.cell-empty']],
  ])('with %s row %i column %i as "%s" says %j', (name, at, place, text, named) => expect(faults(name, at, place, text)).toEqual(named));

  test('says which code stands twice', () => {
    const { faults: found } = must(readDocumentSheets(change(cellsOf(small), 'Indikator', 2, 0, 'SID-1')));
    expect(found[0]?.fault.facts).toEqual({ code: 'SID-1' });
  });

  test('takes figures with a comma, aspects and yes in any letters, sheets by any case', () => {
    const sheets = change(change(change(cellsOf(small), 'Indikator', 1, 4, '1,5'), 'Indikator', 1, 1, 'sid'), 'Indikator', 1, 5, ' YA ');
    const renamed = sheets.map((sheet) => ({ ...sheet, name: sheet.name.toUpperCase() }));
    expect(must(readDocumentSheets(renamed))).toEqual({ document: small, faults: [] });
    const unsure = must(readDocumentSheets(change(cellsOf(small), 'Indikator', 1, 5, 'mungkin')));
    expect(unsure.document.rows[0]?.mandatory).toBe(false);
  });

  test.each(['Indikator', 'Ketentuan', 'Tahun', 'Layanan dasar', 'Predikat', 'Manfaat'])('needs its sheet %s', (sheet) => {
    expect(readDocumentSheets(cellsOf(small).filter(({ name }) => name !== sheet))).toEqual({
      ok: false,
      refusal: { code: 'catalogue.sheet-missing', facts: { sheet } },
    });
  });

  test('without a term leaves it empty', () => {
    const terms = cellsOf(small).map((sheet) => (sheet.name === 'Ketentuan' ? { ...sheet, rows: sheet.rows.slice(0, 2) } : sheet));
    expect(must(readDocumentSheets(terms)).document).toEqual({
      ...small,
      legalSource: '',
      maxSid: '',
      maxSpd: '',
      maxTotal: '',
      implementedFrom: '',
      implementedTo: '',
      minWords: '',
    });
  });
});
