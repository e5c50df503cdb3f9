// A rubric as somebody typed it or a spreadsheet holds it: every figure as text, levels as lines, read exactly.

import { fault, type Outcome, ok, type Refusal, refuse } from '../shared/outcome.ts';
import { compare, parseDecimal, type Rational } from '../shared/rational.ts';
import { type Criterion, checkRubric, criterionFault, type Level, type Rubric, type Scale } from './rubric.ts';
import { parseWeight } from './weights.ts';

export interface CriterionForm {
  /** Empty for a criterion that is new: made from its name. */
  readonly code: string;
  readonly name: string;
  readonly weight: string;
  readonly entry: string;
  readonly min: string;
  readonly max: string;
  readonly step: string;
  /** `3 = Baik`, one a line. */
  readonly levels: string;
  readonly hint: string;
}

export interface RubricForm {
  readonly criteria: readonly CriterionForm[];
  readonly scale: string;
  readonly minJurors: string;
  readonly decimals: string;
  readonly rankOn: string;
  readonly percent: boolean;
  readonly aggregate: string;
  readonly trim: string;
}

export const MOST_CRITERIA = 30;
const LONGEST_NAME = 200;
const SCALES: readonly Scale[] = ['raw', 'max', 'minmax'];
const AGGREGATES: readonly Rubric['aggregate'][] = ['mean', 'trimmed', 'median'];
const LEVEL_LINE = /^(\d{1,6}(?:[.,]\d{1,4})?)(?!\d)\s*[=:.)–-]?\s*(.+)$/;

/** The field of a criterion in a form or a fault: `bobot-2` is the weight of the third. */
export function criterionField(field: keyof CriterionForm, index: number): string {
  return `${field}-${index}`;
}

/**
 * The rubric that the form says; criteria without a name and a weight are left out. Ends and step of entry by levels follow from the levels.
 * Refuses `rubric.invalid` with every field at fault (`rubric.name-missing`, `rubric.number-unreadable`, `rubric.level-line`, `rubric.levels-few`, and what
 * criterionFault names), or `rubric.no-criteria`, `rubric.too-many-criteria`.
 */
export function readRubricForm(form: RubricForm, version: number): Outcome<Rubric> {
  const faults: Record<string, Refusal> = {};
  const scale = SCALES.find((one) => one === form.scale) ?? 'raw';
  const criteria: Criterion[] = [];
  const taken = new Set(form.criteria.map(({ code }) => code.trim()));
  for (const [index, typed] of form.criteria.entries()) {
    if (typed.name.trim() === '' && typed.weight.trim() === '') continue;
    const read = readCriterion(typed, scale, taken, (field, code) => {
      faults[criterionField(field, index)] ??= fault(code);
    });
    criteria.push(read);
  }
  if (criteria.length > MOST_CRITERIA) return refuse('rubric.too-many-criteria', { most: MOST_CRITERIA });
  const whole = (field: 'minJurors' | 'decimals' | 'trim', code: string): number => {
    if (!/^\d{1,2}$/.test(form[field].trim())) faults[field] = fault(code);
    return Number(form[field]);
  };
  const rubric: Rubric = {
    version,
    criteria,
    scale,
    minJurors: whole('minJurors', 'rubric.min-jurors-invalid'),
    decimals: whole('decimals', 'rubric.decimals-invalid'),
    rankOn: form.rankOn === 'exact' ? 'exact' : 'rounded',
    percent: form.percent,
    aggregate: AGGREGATES.find((one) => one === form.aggregate) ?? 'mean',
    trim: form.aggregate === 'trimmed' ? whole('trim', 'rubric.trim-invalid') : 0,
  };
  if (Object.keys(faults).length > 0) return refuse('rubric.invalid', {}, faults);
  const checked = checkRubric(rubric);
  return checked.ok ? ok(rubric) : refuse(checked.refusal.code, checked.refusal.facts, wholeField(checked.refusal));
}

function wholeField(refusal: Refusal): Readonly<Record<string, Refusal>> | undefined {
  const field = { 'rubric.min-jurors-invalid': 'minJurors', 'rubric.decimals-invalid': 'decimals', 'rubric.trim-invalid': 'trim' }[refusal.code];
  return field === undefined ? undefined : { [field]: refusal };
}

type Complain = (field: keyof CriterionForm, code: string) => void;

function readCriterion(typed: CriterionForm, scale: Scale, taken: Set<string>, complain: Complain): Criterion {
  const name = typed.name.trim();
  if (name === '' || name.length > LONGEST_NAME) complain('name', 'rubric.name-missing');
  const comma = (text: string) => text.trim().replace(',', '.');
  const hint = typed.hint.trim();
  const common = {
    code: typed.code.trim() || codeOf(name, taken),
    name,
    weight: comma(typed.weight),
    ...(hint === '' ? {} : { hint }),
  };
  taken.add(common.code);
  if (parseWeight(common.weight) === null) complain('weight', 'rubric.number-unreadable');
  const criterion: Criterion =
    typed.entry === 'levels'
      ? { ...common, ...byLevels(typed.levels, complain) }
      : { ...common, entry: 'number', min: comma(typed.min) || '0', max: comma(typed.max) || '100', step: comma(typed.step) || '1' };
  for (const field of ['min', 'max', 'step'] as const) if (parseDecimal(criterion[field]) === null) complain(field, 'rubric.number-unreadable');
  const code = criterionFault(criterion, scale);
  if (code !== null && code !== 'rubric.number-unreadable') complain(fieldOfFault(code, typed.entry), code);
  return criterion;
}

function fieldOfFault(code: string, entry: string): keyof CriterionForm {
  if (code === 'rubric.weight-not-positive') return 'weight';
  if (entry === 'levels') return 'levels';
  return code === 'rubric.step-invalid' ? 'step' : 'max';
}

/** `Kebaruan` -> `KEB`, `KEB2` where it is taken: what a ladder calls the criterion. */
export function codeOf(name: string, taken: ReadonlySet<string>): string {
  const letters = name
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const stem = letters.slice(0, 3) || 'KRI';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? stem : `${stem}${number}`;
    if (!taken.has(code)) return code;
  }
}

function byLevels(text: string, complain: Complain): Pick<Criterion, 'entry' | 'levels' | 'min' | 'max' | 'step'> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length < 2) complain('levels', 'rubric.levels-few');
  const levels = lines.map((line): Level => {
    const [, points = '', label = ''] = LEVEL_LINE.exec(line.trim()) ?? [];
    if (label === '') complain('levels', 'rubric.level-line');
    return { points: points.replace(',', '.') || '0', label: label.trim() };
  });
  const sorted = levels.toSorted((a, b) => compare(exact(a.points), exact(b.points)));
  return { entry: 'levels', levels: sorted, min: sorted[0]?.points ?? '0', max: sorted.at(-1)?.points ?? '0', step: stepOf(sorted) };
}

function exact(text: string): Rational {
  return parseDecimal(text) ?? { n: 0n, d: 1n };
}

/** The largest step that reaches every level from the lowest, as decimal text. */
function stepOf(levels: readonly Level[]): string {
  const places = Math.max(0, ...levels.map(({ points }) => points.split('.')[1]?.length ?? 0));
  const units = levels.map(({ points }) => BigInt(points.split('.').join('') + '0'.repeat(places - (points.split('.')[1]?.length ?? 0))));
  const least = units[0] ?? 0n;
  const step = units.reduce((common, unit) => divisor(common, unit - least), 0n) || 1n;
  const digits = step.toString().padStart(places + 1, '0');
  return places === 0 ? digits : `${digits.slice(0, -places)}.${digits.slice(-places)}`.replace(/\.?0+$/, '');
}

function divisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : divisor(b, a % b);
}

/** The form that says this rubric. */
export function rubricAsForm(rubric: Rubric): RubricForm {
  return {
    criteria: rubric.criteria.map(criterionAsForm),
    scale: rubric.scale,
    minJurors: String(rubric.minJurors),
    decimals: String(rubric.decimals),
    rankOn: rubric.rankOn,
    percent: rubric.percent,
    aggregate: rubric.aggregate,
    trim: String(rubric.trim),
  };
}

function criterionAsForm({ code, name, weight, entry, min, max, step, hint = '', levels = [] }: Criterion): CriterionForm {
  const comma = (text: string) => text.replace('.', ',');
  const lines = levels.map((level) => `${comma(level.points)} = ${level.label}`).join('\n');
  return { code, name, weight: comma(weight), entry, min: comma(min), max: comma(max), step: comma(step), levels: lines, hint };
}

export const EMPTY_CRITERION: CriterionForm = { code: '', name: '', weight: '', entry: 'levels', min: '0', max: '100', step: '1', levels: '', hint: '' };
