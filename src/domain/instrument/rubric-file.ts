// A rubric as sheets of a workbook and as JSON, out and in again.

import { readColumns } from '../shared/columns.ts';
import { parseDecimalJson } from '../shared/decimal-json.ts';
import { repeatedKey } from '../shared/json-keys.ts';
import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { type CellFault, inReadingOrder, sameWords, type TableSheet } from '../shared/table.ts';
import type { Rubric } from './rubric.ts';
import { type CriterionForm, criterionField, type RubricForm, readRubricForm, rubricAsForm } from './rubric-form.ts';

/** A cell to be written: words, or a number by its decimal text. */
type Written = string | { readonly number: string };

interface WrittenTable {
  readonly name: string;
  readonly columns: readonly { readonly heading: string; readonly width: number }[];
  readonly rows: readonly (readonly Written[])[];
}

const CRITERIA = {
  name: ['Kriteria', 'Nama kriteria', 'Nama'],
  code: ['Kode'],
  weight: ['Bobot'],
  entry: ['Cara menilai', 'Cara'],
  min: ['Terendah', 'Nilai terendah'],
  max: ['Tertinggi', 'Nilai tertinggi'],
  step: ['Kelipatan'],
  hint: ['Petunjuk'],
} as const;
const LEVELS = { criterion: ['Kriteria', 'Kode'], points: ['Poin', 'Level', 'Tingkat', 'Nilai'], label: ['Penjelasan', 'Kata-kata'] } as const;
const SETTINGS = { setting: ['Setelan', 'Hal'], value: ['Nilai', 'Isi'] } as const;

/** How the sheet says a choice -> how the form does. */
// Workbooks written before the word was settled say 'tingkat'.
const ENTRIES = { level: 'levels', tingkat: 'levels', angka: 'number' } as const;
const CHOICES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  scale: { 'apa adanya': 'raw', 'dibagi nilai tertinggi': 'max', 'terendah 0, tertinggi 100': 'minmax' },
  aggregate: { 'rata-rata': 'mean', 'rata-rata tanpa ujung': 'trimmed', 'nilai tengah': 'median' },
  rankOn: { 'nilai yang diumumkan': 'rounded', 'nilai eksak': 'exact' },
  percent: { ya: 'ya', tidak: '' },
};
const SETTING_NAMES = {
  scale: 'Skala',
  percent: 'Bobot adalah persen',
  minJurors: 'Paling sedikit juri',
  aggregate: 'Menggabungkan lembar',
  trim: 'Potong di tiap ujung (%)',
  decimals: 'Angka di belakang koma',
  rankOn: 'Peringkat memakai',
} as const;
type Setting = keyof typeof SETTING_NAMES;

/** Three sheets: criteria, levels, settings. What readRubricSheets reads. */
export function rubricSheets(rubric: Rubric): readonly WrittenTable[] {
  const number = (text: string): Written => (/^-?\d+(\.\d+)?$/.test(text) ? { number: text } : text);
  const { criteria } = rubric;
  const form = rubricAsForm(rubric);
  const said = (setting: Setting) => {
    const value = setting === 'percent' ? (form.percent ? 'ya' : '') : form[setting];
    return Object.entries(CHOICES[setting] ?? {}).find(([, choice]) => choice === value)?.[0] ?? value;
  };
  return [
    {
      name: 'Kriteria',
      columns: headed(CRITERIA, [36, 8, 8, 14, 10, 10, 10, 60]),
      rows: criteria.map(({ name, code, weight, entry, min, max, step, hint = '' }) => [
        name,
        code,
        number(weight),
        entry === 'levels' ? 'level' : 'angka',
        number(min),
        number(max),
        number(step),
        hint,
      ]),
    },
    {
      name: 'Level',
      columns: headed(LEVELS, [36, 8, 60]),
      rows: criteria.flatMap(({ name, levels = [] }) => levels.map(({ points, label }) => [name, number(points), label])),
    },
    {
      name: 'Ketentuan',
      columns: headed(SETTINGS, [28, 32]),
      rows: (Object.keys(SETTING_NAMES) as Setting[]).map((setting) => [SETTING_NAMES[setting], said(setting)]),
    },
  ];
}

function headed(headings: Readonly<Record<string, readonly string[]>>, widths: readonly number[]): WrittenTable['columns'] {
  return Object.values(headings).map(([heading = ''], at) => ({ heading, width: widths[at] ?? 16 }));
}

export interface RubricFromFile {
  readonly form: RubricForm;
  readonly faults: readonly CellFault[];
}

/**
 * The rubric of a workbook as a form; what its sheets do not say stays as in `standing`. Faults, each by sheet and cell: unreadable cells,
 * `rubric.entry-unknown`, `rubric.level-homeless` (a level of no criterion), `rubric.choice-unknown`, and everything readRubricForm finds.
 * Refuses `rubric.no-sheet` when no sheet has the columns Kriteria and Bobot.
 */
export function readRubricSheets(sheets: readonly TableSheet[], standing: RubricForm): Outcome<RubricFromFile> {
  const named = (name: string) => sheets.find((sheet) => sameWords(sheet.name) === sameWords(name));
  const sheet =
    named('Kriteria') ??
    sheets.find((one) => readColumns(one, CRITERIA, ['name', 'weight']).faults.every(({ fault: { code } }) => code !== 'import.column-missing'));
  if (sheet === undefined) return refuse('rubric.no-sheet');
  const table = readColumns(sheet, CRITERIA, ['name', 'weight']);
  const faults = [...table.faults];
  const levels = readLevels(
    named('Level') ?? named('Tingkat'),
    table.rows.map((row) => [row.text('name'), row.text('code')]),
    faults,
  );
  const criteria = table.rows.map((row, at): CriterionForm => {
    const said = sameWords(row.text('entry'));
    const entry = said === '' ? ((levels[at] ?? '') === '' ? 'number' : 'levels') : Object.hasOwn(ENTRIES, said) ? ENTRIES[said as keyof typeof ENTRIES] : '';
    if (entry === '') faults.push(row.faultAt('entry', fault('rubric.entry-unknown', { typed: row.text('entry') })));
    const text = (column: 'name' | 'code' | 'weight' | 'hint') => row.text(column);
    const end = (column: 'min' | 'max' | 'step', usual: string) => row.text(column) || usual;
    return {
      code: text('code') || (standing.criteria.find(({ name }) => sameWords(name) === sameWords(text('name')))?.code ?? ''),
      name: text('name'),
      weight: text('weight'),
      entry: entry || 'number',
      min: end('min', '0'),
      max: end('max', '100'),
      step: end('step', '1'),
      levels: levels[at] ?? '',
      hint: text('hint'),
    };
  });
  const form = { ...standing, ...readSettings(named('Ketentuan'), faults), criteria };
  const read = readRubricForm(form, 1);
  if (!read.ok)
    faults.push(...cellFaultsOf(read.refusal, table.rows).filter(({ cell, sheet: at }) => !faults.some((one) => one.cell === cell && one.sheet === at)));
  return ok({ form, faults: sheets.flatMap(({ name }) => inReadingOrder(faults.filter((one) => one.sheet === name))) });

  function cellFaultsOf(refusal: Refusal, rows: typeof table.rows): readonly CellFault[] {
    const columns = Object.keys(CRITERIA) as (keyof typeof CRITERIA)[];
    const found = rows.flatMap((row, at) =>
      [...columns, 'levels' as const].flatMap((field) => {
        const what = refusal.fields?.[criterionField(field, at)];
        return what === undefined ? [] : [row.faultAt(field === 'levels' ? 'name' : field, what)];
      }),
    );
    return found.length > 0 ? found : [{ sheet: sheet?.name ?? '', cell: 'A1', fault: refusal }];
  }
}

/** The levels of each criterion as lines of its form, in the order of the criteria. */
function readLevels(sheet: TableSheet | undefined, criteria: readonly (readonly [name: string, code: string])[], faults: CellFault[]): readonly string[] {
  const lines = criteria.map((): string[] => []);
  const table = sheet === undefined ? null : readColumns(sheet, LEVELS, ['criterion', 'points', 'label']);
  faults.push(...(table?.faults ?? []));
  for (const row of table?.rows ?? []) {
    const whose = sameWords(row.text('criterion'));
    const at = criteria.findIndex(([name, code]) => sameWords(name) === whose || (code !== '' && sameWords(code) === whose));
    if (at < 0) faults.push(row.faultAt('criterion', fault('rubric.level-homeless', { typed: row.text('criterion') })));
    else lines[at]?.push(`${row.text('points')} = ${row.text('label')}`);
  }
  return lines.map((one) => one.join('\n'));
}

function readSettings(sheet: TableSheet | undefined, faults: CellFault[]): Partial<RubricForm> {
  const table = sheet === undefined ? null : readColumns(sheet, SETTINGS, ['setting', 'value']);
  faults.push(...(table?.faults ?? []));
  const read: Record<string, string | boolean> = {};
  for (const row of table?.rows ?? []) {
    const setting = (Object.keys(SETTING_NAMES) as Setting[]).find((one) => sameWords(SETTING_NAMES[one]) === sameWords(row.text('setting')));
    if (setting === undefined) continue;
    const choices = CHOICES[setting];
    const value = choices === undefined ? row.text('value') : choices[sameWords(row.text('value'))];
    if (value === undefined) faults.push(row.faultAt('value', fault('rubric.choice-unknown', { choices: Object.keys(choices ?? {}) })));
    else read[setting] = setting === 'percent' ? value === 'ya' : value;
  }
  return read;
}

/** A rubric file in JSON, the way it is kept; every number is taken as it is written. Refuses `rubric.json-key-twice` (key), `rubric.json-unreadable` for anything else. */
export function readRubricJson(text: string, standing: RubricForm): Outcome<RubricForm> {
  const file = parse(text);
  const twice = file === null ? null : repeatedKey(text);
  if (twice !== null) return refuse('rubric.json-key-twice', { key: twice.slice(0, 40) });
  if (file === null || !Array.isArray(file.criteria) || !file.criteria.every(isFields)) return refuse('rubric.json-unreadable');
  const words = (fields: Fields, key: string, usual = '') => (typeof fields[key] === 'string' ? fields[key] : usual);
  const levelLines = (fields: Fields) =>
    Array.isArray(fields.levels)
      ? fields.levels
          .filter(isFields)
          .map((level) => `${words(level, 'points')} = ${words(level, 'label')}`)
          .join('\n')
      : '';
  const criteria = file.criteria.map(
    (one): CriterionForm => ({
      code: words(one, 'code'),
      name: words(one, 'name'),
      weight: words(one, 'weight'),
      entry: words(one, 'entry'),
      min: words(one, 'min', '0'),
      max: words(one, 'max', '100'),
      step: words(one, 'step', '1'),
      levels: levelLines(one),
      hint: words(one, 'hint'),
    }),
  );
  const setting = (key: 'scale' | 'minJurors' | 'decimals' | 'rankOn' | 'aggregate' | 'trim') => words(file, key, standing[key]);
  return ok({
    criteria,
    scale: setting('scale'),
    minJurors: setting('minJurors'),
    decimals: setting('decimals'),
    rankOn: setting('rankOn'),
    aggregate: setting('aggregate'),
    trim: setting('trim'),
    percent: typeof file.percent === 'boolean' ? file.percent : standing.percent,
  });
}

type Fields = Readonly<Record<string, unknown>>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function parse(text: string): Fields | null {
  try {
    const value = parseDecimalJson(text);
    return isFields(value) ? value : null;
  } catch {
    return null;
  }
}
