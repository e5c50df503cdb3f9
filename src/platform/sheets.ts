// Spreadsheets from and for people. Reading is done in a thread of its own, bounded in memory and time, one file at a time; writing here.

import { Worker } from 'node:worker_threads';
import { type Cell, type CellStyle, type CellValue, type ColumnDef, type DataValidation, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { cellAddress } from '../domain/shared/table.ts';
import { SHEET_LIMITS, type SheetLimits, type SheetOfCells } from './sheet-cells.ts';

export type { SheetOfCells } from './sheet-cells.ts';

const READER = new URL(import.meta.url.replace(/sheets(\.[jt]s)$/, 'sheet-reader$1'));
/** What a file may make the reader hold: beyond it the thread ends, not the process. */
const MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
const MOST_MS = 20_000;
const MOST_WAITING = 4;

const waiting = { count: 0, last: Promise.resolve() as Promise<unknown> };

/**
 * The sheets of an XLSX file, or the one sheet of a CSV file, as `readCells` says them. Refuses besides: `sheet.file-too-large` when it would not
 * fit in the reader's memory, `sheet.too-slow` (seconds) when it takes too long, `sheet.busy` when too many files wait to be read.
 */
export async function readSheets(bytes: Uint8Array, limits: SheetLimits = SHEET_LIMITS, mostMs = MOST_MS): Promise<Outcome<readonly SheetOfCells[]>> {
  if (waiting.count >= MOST_WAITING) return refuse('sheet.busy');
  waiting.count += 1;
  const before = waiting.last;
  const reading = before
    .then(() => readApart(bytes, limits, mostMs))
    .finally(() => {
      waiting.count -= 1;
    });
  waiting.last = reading.catch(() => {});
  return reading;
}

/** A document of rubrics or indicators as JSON is some hundred KB; it is read on the spot, so that its size is its bound. */
const MOST_JSON_BYTES = 2_000_000;

/** The text of an uploaded JSON file. Refuses `sheet.file-too-large`. */
export function readJsonText(bytes: Uint8Array): Outcome<string> {
  return bytes.length > MOST_JSON_BYTES ? refuse('sheet.file-too-large') : ok(new TextDecoder().decode(bytes));
}

function readApart(bytes: Uint8Array, limits: SheetLimits, mostMs: number): Promise<Outcome<readonly SheetOfCells[]>> {
  const reader = new Worker(READER, { workerData: { bytes, limits }, resourceLimits: MEMORY, execArgv: [], env: {} });
  const answer = new Promise<Outcome<readonly SheetOfCells[]>>((resolve, reject) => {
    const timer = setTimeout(() => resolve(refuse('sheet.too-slow', { seconds: mostMs / 1000 })), mostMs);
    reader.once('message', resolve);
    reader.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(refuse('sheet.file-too-large')) : reject(error),
    );
    reader.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`the reader of sheets ended with ${code}`));
    });
  });
  return answer.finally(() => reader.terminate());
}

/** A number is given as its decimal text, so that what is written is what is meant; an empty cell as ''. */
export type WrittenCell = string | { readonly number: string } | { readonly date: string };

export interface WrittenColumn {
  readonly heading: string;
  readonly width: number;
  readonly asText?: boolean;
  /** What may be chosen from a list in each row; something else is still accepted, since what comes back is judged by the reader. */
  readonly choices?: readonly string[];
}

export interface WrittenSheet {
  readonly name: string;
  /** The headings, with the width of their column in characters; what is typed under one `asText` stays as typed, such as a long number. */
  readonly columns: readonly WrittenColumn[];
  readonly rows: readonly (readonly WrittenCell[])[];
}

/** An XLSX file: bold headings that stay in sight, long words wrapped. `at` stands in the file as its time, so that equal calls give equal bytes. */
export async function writeSheets(title: string, sheets: readonly WrittenSheet[], at: string): Promise<Uint8Array> {
  const time = new Date(at);
  return writeXlsx({ sheets: sheets.map(toWritten), properties: { title, creator: 'BAILANG', created: time, modified: time } });
}

const ROWS_TO_FILL = 500;
const AS_TEXT: CellStyle = { alignment: { vertical: 'top', wrapText: true }, numFmt: '@' };

function listBelow(column: number, choices: readonly string[]): DataValidation {
  const range = `${cellAddress(1, column)}:${cellAddress(ROWS_TO_FILL, column)}`;
  return { type: 'list', values: [...choices], range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' };
}

function toWritten({ name, columns, rows }: WrittenSheet): WriteSheet {
  const cells = new Map<string, Partial<Cell>>();
  for (const [column, { heading }] of columns.entries()) cells.set(`0,${column}`, { value: heading, type: 'string', style: { font: { bold: true } } });
  // A column's own format is not kept by every program: each row that may be filled in says that it is text.
  for (const [column, { asText }] of columns.entries())
    for (let row = rows.length + 1; asText && row <= ROWS_TO_FILL; row += 1) cells.set(`${row},${column}`, { value: null, style: AS_TEXT });
  const widths: ColumnDef[] = columns.map(({ width, asText }) => ({
    width,
    style: asText ? AS_TEXT : { alignment: { vertical: 'top', wrapText: true } },
  }));
  const values = rows.map((row) => row.map(toValue));
  for (const [row, line] of values.entries()) {
    for (const [column, value] of line.entries())
      if (value instanceof Date) cells.set(`${row + 1},${column}`, { value, type: 'date', style: { numFmt: 'yyyy-mm-dd' } });
  }
  const dataValidations = columns.flatMap(({ choices }, column) => (choices === undefined ? [] : [listBelow(column, choices)]));
  return { name: sheetName(name), columns: widths, rows: [columns.map(({ heading }) => heading), ...values], cells, dataValidations, freezePane: { rows: 1 } };
}

function toValue(cell: WrittenCell): CellValue {
  if (typeof cell === 'string') return cell === '' ? null : cell;
  return 'number' in cell ? Number(cell.number) : new Date(`${cell.date}T00:00:00Z`);
}

/** Excel takes at most 31 signs, and none of these. */
function sheetName(name: string): string {
  return (
    name
      .replace(/[[\]:*?/\\']/g, ' ')
      .trim()
      .slice(0, 31) || 'Lembar'
  );
}
