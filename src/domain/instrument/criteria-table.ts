// The criteria of a rubric as a short list, typed or pasted from a spreadsheet: name, weight, hint for jurors.

import { type Outcome, ok, refuse } from '../shared/outcome.ts';
import { parseDecimal } from '../shared/rational.ts';
import { parsePasted, sameWords } from '../shared/table.ts';
import { type CriterionForm, codeOf, EMPTY_CRITERION, MOST_CRITERIA } from './rubric-form.ts';

interface Columns {
  readonly name: number;
  readonly weight: number;
  readonly hint: number;
}

const HEADINGS: Readonly<Record<keyof Columns, readonly string[]>> = {
  name: ['kriteria', 'nama kriteria', 'nama', 'aspek', 'unsur', 'indikator'],
  weight: ['bobot', 'bobot (%)', 'bobot %', 'persen'],
  hint: ['petunjuk', 'petunjuk juri', 'petunjuk untuk juri', 'keterangan', 'penjelasan', 'uraian'],
};
const SUMS = ['jumlah', 'total', 'jumlah bobot', 'total bobot'];
/** `Kebaruan 30`, `Kebaruan - 30`, `Kebaruan, 27,5 %, Seberapa baru`: a line without tab and semicolon. A name ends at a sign that cannot stand between. */
const LOOSE = /^(.*?[^\s,:=])(?:[\s,:=]|[-–—|]\s)+(\d+(?:[.,]\d+)?)\s*%?(?:[,:]\s+(.+))?$/u;
/** `1.`, `-` before a name. */
const NUMBERING = /^(?:\d+[.)]|[-•*])\s+/;

/**
 * The criteria of a list, one a line: name, weight (a decimal with comma or dot, a % sign may follow), hint. Tabs or semicolons stand between, or
 * nothing but the weight itself; cells after the hint belong to it. A line of headings tells other places; numbers before names and the line of the sum
 * are passed over, unless `known` has them. A criterion that `known` has by name keeps its code, its hint where the list gives none, and how jurors enter
 * it; a new one is entered as the first of `known` is, under a code that nobody of `known` has.
 * Refuses `rubric.list-empty`, `rubric.list-unread` (rows, counted from 1), `rubric.list-twice` (name), `rubric.too-many-criteria`.
 */
export function readCriteriaTable(text: string, known: readonly CriterionForm[]): Outcome<readonly CriterionForm[]> {
  const lines = linesOf(text, new Set(known.map(({ name }) => sameWords(name))));
  if (lines.length === 0) return refuse('rubric.list-empty');
  if (lines.length > MOST_CRITERIA) return refuse('rubric.too-many-criteria', { most: MOST_CRITERIA });
  const unread = lines.filter(({ name, weight }) => !/\p{L}/u.test(name) || !isWeight(weight));
  if (unread.length > 0) return refuse('rubric.list-unread', { rows: unread.map(({ row }) => String(row)) });
  const twin = lines.find(({ name }, at) => lines.findIndex((one) => sameWords(one.name) === sameWords(name)) < at);
  if (twin !== undefined) return refuse('rubric.list-twice', { name: twin.name });
  const taken = new Set(known.map(({ code }) => code));
  return ok(
    lines.map(({ name, weight, hint }): CriterionForm => {
      const own = known.find((one) => sameWords(one.name) === sameWords(name));
      const code = own?.code || codeOf(name, taken);
      taken.add(code);
      return { ...(own ?? known[0] ?? EMPTY_CRITERION), code, name, weight, hint: hint || (own?.hint ?? '') };
    }),
  );
}

interface Line {
  readonly name: string;
  readonly weight: string;
  readonly hint: string;
  readonly row: number;
}

function linesOf(text: string, known: ReadonlySet<string>): readonly Line[] {
  const rows = parsePasted(text, text.includes('\t') ? '\t' : ';');
  const headed = columnsOf(rows[0] ?? []);
  return rows.flatMap((row, at): readonly Line[] => {
    const [name = '', weight = '', hint = ''] = headed === null ? loosened(row) : headedCells(row, headed, rows[0]?.length ?? 0);
    const isKnown = known.has(sameWords(name));
    const isSum = !isKnown && SUMS.includes(sameWords(name));
    if ((headed !== null && at === 0) || name + weight + hint === '' || isSum) return [];
    return [{ name: isKnown ? name : name.replace(NUMBERING, ''), weight: weight.replace(/\s*%$/, ''), hint, row: at + 1 }];
  });
}

/** The list that says these criteria; what stands here is read back as it was. */
export function criteriaAsTable(criteria: readonly CriterionForm[]): string {
  // A quote counts only where a cell begins: no space before it.
  const cell = (text: string) => (/[;"\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : ` ${text}`);
  return criteria.map(({ name, weight, hint }) => [name, weight, ...(hint === '' ? [] : [hint])].map(cell).join(';').trim()).join('\n');
}

/** Null where the first line is no line of headings. */
function columnsOf(first: readonly string[]): Columns | null {
  const place = (column: keyof Columns) => first.findIndex((cell) => HEADINGS[column].includes(sameWords(cell)));
  const columns = { name: place('name'), weight: place('weight'), hint: place('hint') };
  return columns.name < 0 || columns.weight < 0 ? null : columns;
}

function headedCells(row: readonly string[], { name, weight, hint }: Columns, width: number): readonly (string | undefined)[] {
  return [row[name], row[weight], hint === width - 1 ? joined(row.slice(hint)) : row[hint]];
}

/** A bare row as name, weight, hint: cut at its weight when nothing else cuts it, without a first cell that only counts. */
function loosened(row: readonly string[]): readonly (string | undefined)[] {
  const [first = ''] = row;
  if (row.length === 1) return LOOSE.exec(first)?.slice(1) ?? row;
  const [name, weight, ...hint] = row.length > 2 && /^\d+[.)]?$/.test(first) ? row.slice(1) : row;
  return [name, weight, joined(hint)];
}

/** A hint that was cut at its own semicolons. */
function joined(cells: readonly string[]): string {
  return cells.filter((cell) => cell !== '').join('; ');
}

function isWeight(text: string): boolean {
  const weight = parseDecimal(text);
  return weight !== null && weight.n > 0n;
}
