// A catalogue as sheets of a workbook, out and in again.

import { type Headings, readColumns } from '../shared/columns.ts';
import { type Facts, fault, type Outcome, ok, refuse } from '../shared/outcome.ts';
import { parseDecimal } from '../shared/rational.ts';
import { type CellFault, inReadingOrder, sameWords, type TableSheet } from '../shared/table.ts';
import type { CatalogueDocument, CatalogueRow } from './catalogue-document.ts';

type Written = string | { readonly number: string };

interface WrittenTable {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly Written[])[];
}

const ROWS = {
  code: ['Kode'],
  aspect: ['Aspek'],
  name: ['Nama', 'Indikator'],
  variable: ['Variabel'],
  weight: ['Bobot'],
  mandatory: ['Wajib'],
  level1: ['Level 1', 'Tingkat 1'],
  level2: ['Level 2', 'Tingkat 2'],
  level3: ['Level 3', 'Tingkat 3'],
  evidence: ['Bukti'],
  formats: ['Jenis berkas'],
  note: ['Catatan'],
  cap: ['Plafon'],
  rule: ['Aturan hitung'],
} as const;
const TERMS = { term: ['Hal'], value: ['Nilai'] } as const;
const YEARS = { year: ['Tahun'], divisor: ['Pembagi'], needed: ['Ambang layanan dasar'] } as const;
const SERVICES = { affair: ['Urusan'] } as const;
const PREDICATES = { label: ['Predikat'], least: ['Mulai dari'] } as const;
const BASES = {
  code: ['Huruf'],
  name: ['Nama'],
  level1: ['Level 1', 'Tingkat 1'],
  level2: ['Level 2', 'Tingkat 2'],
  level3: ['Level 3', 'Tingkat 3'],
} as const;
const NAMES = { rows: 'Indikator', terms: 'Ketentuan', years: 'Tahun', services: 'Layanan dasar', predicates: 'Predikat', bases: 'Manfaat' } as const;
const TERM_NAMES = {
  year: 'Tahun katalog',
  legalSource: 'Dasar hukum',
  maxSid: 'Poin tertinggi satu inovasi',
  maxSpd: 'Poin tertinggi SPD',
  maxTotal: 'Poin tertinggi keseluruhan',
  implementedFrom: 'Diterapkan mulai',
  implementedTo: 'Diterapkan sampai',
  minWords: 'Kata rancang bangun paling sedikit',
} as const;
type Term = keyof typeof TERM_NAMES;
const TERM_KEYS = Object.keys(TERM_NAMES) as Term[];

/** Six sheets: indicators, terms, years, basic services, predicates, benefit bases. What readDocumentSheets reads. */
export function documentSheets(document: CatalogueDocument): readonly WrittenTable[] {
  return [
    {
      name: NAMES.rows,
      columns: headed(ROWS, [9, 7, 34, 18, 8, 7, 34, 34, 34, 40, 12, 30, 8, 40]),
      rows: document.rows.map((row) => [
        row.code,
        row.aspect,
        row.name,
        row.variable,
        number(row.weight),
        row.cap === '' ? (row.mandatory ? 'ya' : 'tidak') : '',
        ...[0, 1, 2].map((at) => row.levels[at] ?? ''),
        row.evidence,
        row.formats,
        row.note,
        number(row.cap),
        row.rule,
      ]),
    },
    { name: NAMES.terms, columns: headed(TERMS, [34, 60]), rows: TERM_KEYS.map((term) => [TERM_NAMES[term], number(document[term])]) },
    { name: NAMES.years, columns: headed(YEARS, [8, 10, 22]), rows: document.years.map(({ year, divisor, needed }) => [year, divisor, needed].map(number)) },
    { name: NAMES.services, columns: headed(SERVICES, [60]), rows: document.basicServices.map((affair) => [affair]) },
    { name: NAMES.predicates, columns: headed(PREDICATES, [28, 12]), rows: document.predicates.map(({ label, from }) => [label, number(from)]) },
    {
      name: NAMES.bases,
      columns: headed(BASES, [7, 40, 20, 20, 20]),
      rows: document.bases.map(({ code, name, levels }) => [code, name, ...[0, 1, 2].map((at) => levels[at] ?? '')]),
    },
  ];
}

function headed(headings: Readonly<Record<string, readonly string[]>>, widths: readonly number[]): WrittenTable['columns'] {
  return Object.values(headings).map(([heading = ''], at) => ({ heading, width: widths[at] ?? 16 }));
}

function number(text: string): Written {
  return /^-?\d+(\.\d+)?$/.test(text) ? { number: text } : text;
}

export interface DocumentFromSheets {
  readonly document: CatalogueDocument;
  readonly faults: readonly CellFault[];
}

/**
 * The catalogue of a workbook. Faults, each by sheet and cell: unreadable cells, `catalogue.cell-number` where a number is asked for,
 * `catalogue.cell-aspect`, `catalogue.cell-empty`, `catalogue.code-twice`. Refuses `catalogue.sheet-missing` (sheet).
 */
export function readDocumentSheets(sheets: readonly TableSheet[]): Outcome<DocumentFromSheets> {
  const named = (name: string) => sheets.find((sheet) => sameWords(sheet.name) === sameWords(name));
  const missing = Object.values(NAMES).find((name) => named(name) === undefined);
  if (missing !== undefined) return refuse('catalogue.sheet-missing', { sheet: missing });
  const faults: CellFault[] = [];
  const read = <K extends string>(name: string, headings: Headings<K>, required: readonly NoInfer<K>[]) => {
    const table = readColumns(named(name) ?? { name, rows: [] }, headings, required);
    faults.push(...table.faults);
    return table.rows.map((row) => {
      const complain = (column: K, code: string, facts: Facts = {}) => faults.push(row.faultAt(column, fault(code, facts)));
      return {
        text: row.text,
        complain,
        filled: (column: K) => {
          if (row.text(column) === '') complain(column, 'catalogue.cell-empty');
          return row.text(column);
        },
        decimal: (column: K) => {
          const text = row.text(column).replace(',', '.');
          if (parseDecimal(text) === null || text.startsWith('-')) complain(column, 'catalogue.cell-number');
          return text;
        },
      };
    });
  };
  const seen = new Set<string>();
  const rows = read(NAMES.rows, ROWS, ['code', 'aspect', 'name', 'weight', 'level1', 'level2', 'level3']).map((row): CatalogueRow => {
    const code = row.filled('code');
    if (seen.has(code)) row.complain('code', 'catalogue.code-twice', { code });
    seen.add(code);
    const aspect = row.text('aspect').toUpperCase();
    if (aspect !== 'SPD' && aspect !== 'SID') row.complain('aspect', 'catalogue.cell-aspect');
    const isCount = row.text('cap') !== '';
    const words = { code, aspect, name: row.filled('name'), variable: row.text('variable'), weight: row.decimal('weight'), rule: row.text('rule') };
    if (isCount) return { ...words, cap: row.decimal('cap'), mandatory: false, levels: [], evidence: '', formats: '', note: '' };
    const levels = (['level1', 'level2', 'level3'] as const).map((level) => row.filled(level));
    const mandatory = sameWords(row.text('mandatory')) === 'ya';
    return { ...words, cap: '', mandatory, levels, evidence: row.text('evidence'), formats: row.text('formats'), note: row.text('note') };
  });
  const terms: Partial<Record<Term, string>> = {};
  for (const row of read(NAMES.terms, TERMS, ['term', 'value'])) {
    const term = TERM_KEYS.find((one) => sameWords(TERM_NAMES[one]) === sameWords(row.text('term')));
    if (term !== undefined) terms[term] = row.text('value');
    if (term === 'year' && !/^\d{4}$/.test(row.text('value'))) row.complain('value', 'catalogue.cell-year');
    if (term?.startsWith('max') && row.text('value') !== '') row.decimal('value');
  }
  const term = (one: Term) => terms[one] ?? '';
  const document: CatalogueDocument = {
    year: term('year'),
    legalSource: term('legalSource'),
    rows,
    maxSid: term('maxSid'),
    maxSpd: term('maxSpd'),
    maxTotal: term('maxTotal'),
    years: read(NAMES.years, YEARS, ['year', 'divisor', 'needed']).map((row) => ({
      year: row.decimal('year'),
      divisor: row.decimal('divisor'),
      needed: row.text('needed') === '' ? '' : row.decimal('needed'),
    })),
    basicServices: read(NAMES.services, SERVICES, ['affair']).map((row) => row.text('affair')),
    predicates: read(NAMES.predicates, PREDICATES, ['label', 'least']).map((row) => ({ label: row.filled('label'), from: row.decimal('least') })),
    implementedFrom: term('implementedFrom'),
    implementedTo: term('implementedTo'),
    minWords: term('minWords'),
    bases: read(NAMES.bases, BASES, ['code', 'name']).map((row) => ({
      code: row.filled('code'),
      name: row.text('name'),
      levels: (['level1', 'level2', 'level3'] as const).map((level) => row.text(level)),
    })),
  };
  return ok({ document, faults: sheets.flatMap(({ name }) => inReadingOrder(faults.filter((one) => one.sheet === name))) });
}
