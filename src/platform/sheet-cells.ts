// A spreadsheet read into cells with their addresses, every bound and oddity named by sheet and cell. Runs in a thread of its own: see sheets.ts.

import { type Cell, type CellValue, readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { type Outcome, ok, refuse } from '../domain/shared/outcome.ts';
import { type CellTrouble, cellAddress, columnLetters, parsePasted, type TableCell, type TableSheet } from '../domain/shared/table.ts';
import { inspectParts } from './sheet-bounds.ts';
import { inspectZip, type ZipPart } from './zip-bounds.ts';

export interface SheetCell extends TableCell {
  readonly kind: 'empty' | 'text' | 'number' | 'date' | 'yes-no';
  readonly address: string;
}

/** Rows are as long as their last filled cell; numbers stand as their shortest decimal text, dates as YYYY-MM-DD with their time, if any. */
export interface SheetOfCells extends TableSheet {
  readonly rows: readonly (readonly SheetCell[])[];
}

export interface SheetLimits {
  readonly rows: number;
  readonly columns: number;
  readonly sheets: number;
}

export const SHEET_LIMITS: SheetLimits = { rows: 6_000, columns: 60, sheets: 40 };

const LEAST_ROWS_LOOKED_AT = 50_000;
/** Every cell of a full sheet, with its style, takes some 25 MB of XML. */
const MOST_UNPACKED_BYTES = 60_000_000;
/** A double keeps 15 digits; Excel writes zeros for the rest. */
const MOST_DIGITS = 15;

/**
 * The sheets of an XLSX file, or the one sheet of a CSV file (UTF-8, or UTF-16 with its mark). What a cell says beyond its text is its
 * `trouble`. Refuses, before anything large is held: `sheet.too-many-rows` and `sheet.too-many-columns` (sheet, cell, most),
 * `sheet.too-many-sheets` (most), `sheet.file-too-large`, `sheet.old-format` (XLS, or a password), `sheet.not-a-spreadsheet`, `sheet.damaged`.
 */
export async function readCells(bytes: Uint8Array, limits: SheetLimits): Promise<Outcome<readonly SheetOfCells[]>> {
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return refuse('sheet.old-format');
  if (!startsWith(bytes, [0x50, 0x4b])) return readDelimited(bytes, limits);
  const bounds = inspectZip(bytes);
  if (bounds === 'damaged') return refuse('sheet.damaged');
  if (bounds === 'too-large') return refuse('sheet.file-too-large');
  if (!bounds.parts.some(({ name }) => name.startsWith('xl/'))) return refuse('sheet.not-a-spreadsheet');
  const found = await inspectParts(bytes, bounds.parts);
  if (found !== 'fit') return refuse(`sheet.${found}`);
  try {
    return await readWorkbook(bytes, limits, sheetBytes(bounds.parts));
  } catch {
    return refuse('sheet.damaged');
  }
}

function sheetBytes(parts: readonly ZipPart[]): number {
  return parts.filter(({ name }) => name.startsWith('xl/worksheets/')).reduce((sum, { size }) => sum + size, 0);
}

/** A first pass counts row by row and stops at the first cell out of bounds; only what fits is then read whole. */
async function readWorkbook(bytes: Uint8Array, limits: SheetLimits, unpacked: number): Promise<Outcome<readonly SheetOfCells[]>> {
  const names: string[] = [];
  await readXlsx(bytes, {
    sheets: ({ name }) => {
      names.push(name);
      return false;
    },
  });
  if (names.length > limits.sheets) return refuse('sheet.too-many-sheets', { most: limits.sheets });
  const sizes: Size[] = [];
  for (const [index, name] of names.entries()) {
    const size = await measure(bytes, index, name, limits);
    if (!size.ok) return size;
    sizes.push(size.value);
  }
  if (unpacked > MOST_UNPACKED_BYTES) return refuse('sheet.file-too-large');
  const sheets: SheetOfCells[] = [];
  for (const [index, name] of names.entries()) {
    const size = sizes[index] ?? { rows: 0, columns: 0 };
    sheets.push(size.rows === 0 ? { name, rows: [] } : await readOne(bytes, index, name, size));
  }
  return ok(sheets);
}

interface Size {
  readonly rows: number;
  readonly columns: number;
}

async function measure(bytes: Uint8Array, sheet: number, name: string, limits: SheetLimits): Promise<Outcome<Size>> {
  let [rows, columns, seen] = [0, 0, 0];
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    seen += 1;
    const last = values.findLastIndex((value) => value !== null && value !== '');
    const isTooDeep = (last >= 0 && index >= limits.rows) || seen > Math.max(limits.rows, LEAST_ROWS_LOOKED_AT);
    if (isTooDeep) return refuse('sheet.too-many-rows', { sheet: name, cell: cellAddress(index, 0), most: limits.rows });
    if (last >= limits.columns) return refuse('sheet.too-many-columns', { sheet: name, cell: cellAddress(index, last), most: limits.columns });
    if (last >= 0) [rows, columns] = [index + 1, Math.max(columns, last + 1)];
  }
  return ok({ rows, columns });
}

async function readOne(bytes: Uint8Array, index: number, name: string, size: Size): Promise<SheetOfCells> {
  const range = `A1:${columnLetters(size.columns - 1)}${size.rows}`;
  const { sheets } = await readXlsx(bytes, { sheets: [index], range });
  const sheet = sheets[0];
  if (sheet === undefined) throw new RangeError(`sheet ${name} is not in its file`);
  const merged = coveredCells(sheet.merges ?? [], size);
  const rows = Array.from({ length: size.rows }, (_, row) => {
    const values = sheet.rows[row] ?? [];
    const cells = Array.from({ length: size.columns }, (_unused, column) => {
      const address = cellAddress(row, column);
      return toCell(address, values[column] ?? null, sheet.cells?.get(`${row},${column}`), merged.has(address));
    });
    return withoutTail(cells);
  });
  return { name, rows };
}

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

/** The first cell of a merge holds its value; the others only seem empty. */
function coveredCells(merges: readonly Merge[], size: Size): ReadonlySet<string> {
  const covered = new Set<string>();
  for (const merge of merges) {
    for (let row = merge.startRow; row <= Math.min(merge.endRow, size.rows - 1); row += 1) {
      for (let column = merge.startCol; column <= Math.min(merge.endCol, size.columns - 1); column += 1) {
        if (row !== merge.startRow || column !== merge.startCol) covered.add(cellAddress(row, column));
      }
    }
  }
  return covered;
}

function toCell(address: string, value: CellValue, detail: Cell | undefined, isCovered: boolean): SheetCell {
  const plain = { address, ...faceOf(value) };
  const trouble = troubleOf(plain, value, detail, isCovered);
  return trouble === null ? plain : { ...plain, trouble };
}

function faceOf(value: CellValue): Pick<SheetCell, 'kind' | 'text'> {
  if (value === null || value === '') return { kind: 'empty', text: '' };
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? { kind: 'empty', text: '' } : { kind: 'date', text: dateText(value) };
  if (typeof value === 'boolean') return { kind: 'yes-no', text: value ? 'ya' : 'tidak' };
  if (typeof value === 'number') return { kind: 'number', text: String(value) };
  return { kind: 'text', text: value.trim() };
}

function dateText(value: Date): string {
  const [day = '', time = ''] = value.toISOString().split('T');
  return time === '00:00:00.000Z' ? day : `${day} ${time.slice(0, 5)}`;
}

function troubleOf(cell: SheetCell, value: CellValue, detail: Cell | undefined, isCovered: boolean): CellTrouble | null {
  if (isCovered) return 'merged';
  if (detail?.formula !== undefined) return 'formula';
  if (detail?.type === 'error' || (value instanceof Date && cell.kind === 'empty')) return 'error';
  if (cell.kind === 'number' && (cell.text.includes('e') || cell.text.replace(/^-?0*\.?0*|\D/g, '').length > MOST_DIGITS)) return 'number-too-long';
  return cell.text.includes('\ufffd') ? 'encoding' : null;
}

function withoutTail(cells: readonly SheetCell[]): readonly SheetCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.text !== '' || cell.trouble !== undefined) + 1);
}

const CSV_NAME = 'CSV';
const MOST_CSV_BYTES = 8_000_000;

function readDelimited(bytes: Uint8Array, limits: SheetLimits): Outcome<readonly SheetOfCells[]> {
  if (bytes.length > MOST_CSV_BYTES) return refuse('sheet.file-too-large');
  const text = decode(bytes);
  if (text.includes('\u0000')) return refuse('sheet.not-a-spreadsheet');
  const table = parsePasted(text);
  if (table.length > limits.rows) return refuse('sheet.too-many-rows', { sheet: CSV_NAME, cell: cellAddress(limits.rows, 0), most: limits.rows });
  const wide = table.findIndex((row) => row.length > limits.columns);
  if (wide >= 0) return refuse('sheet.too-many-columns', { sheet: CSV_NAME, cell: cellAddress(wide, limits.columns), most: limits.columns });
  const rows = table.map((row, at) => withoutTail(row.map((value, column) => toCell(cellAddress(at, column), value, undefined, false))));
  return ok([{ name: CSV_NAME, rows }]);
}

/** Bytes that are not the encoding become U+FFFD, which marks their cell. */
function decode(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

function startsWith(bytes: Uint8Array, head: readonly number[]): boolean {
  return head.every((byte, at) => bytes[at] === byte);
}
