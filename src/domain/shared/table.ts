// A table from a spreadsheet, pasted, or saved as CSV, read into cells that keep their addresses.

import { fault, type Refusal } from './outcome.ts';

/** What a spreadsheet said of a cell beyond its text; such a cell is never read as if it were plain. */
export type CellTrouble = 'merged' | 'formula' | 'number-too-long' | 'error' | 'encoding';

export interface TableCell {
  readonly text: string;
  readonly trouble?: CellTrouble;
}

/** A sheet from its first row: row 1 is `rows[0]`, column A is the first cell. */
export interface TableSheet {
  readonly name: string;
  readonly rows: readonly (readonly TableCell[])[];
}

/** A fault and where it stands. */
export interface CellFault {
  readonly sheet: string;
  readonly cell: string;
  readonly fault: Refusal;
}

/** `A`, `Z`, `AA`: the letters of a column, counted from 0. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnLetters(Math.trunc(column / 26) - 1) + letter;
}

/** The column of an address such as `B7`, counted from 0. */
export function columnAt(cell: string): number {
  return [...cell.replace(/\d/g, '')].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** `B7`, both counted from 0. */
export function cellAddress(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`;
}

/**
 * Text pasted from a spreadsheet (tabs), or CSV with semicolons or commas, whichever the first line holds most of. Quoted cells may hold
 * separators, line ends and doubled quotes. A table without any separator has one column. `separator` is told where it is known.
 */
export function parsePasted(text: string, separator?: string): readonly (readonly string[])[] {
  const body = text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const rows = splitCells(body, separator ?? separatorOf(body));
  while (rows.length > 0 && (rows.at(-1) ?? []).every((cell) => cell === '')) rows.pop();
  return rows;
}

function separatorOf(text: string): string {
  const first = text.slice(0, Math.max(text.indexOf('\n'), 0) || text.length);
  const count = (sign: string) => first.split(sign).length;
  return ['\t', ';', ','].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}

function splitCells(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length) {
    const { cell, end } = text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    row.push(cell.trim());
    if (text[end] !== separator) {
      rows.push(row);
      row = [];
    }
    at = end + 1;
  }
  return rows;
}

function plainCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let end = from;
  while (end < text.length && text[end] !== separator && text[end] !== '\n') end += 1;
  return { cell: text.slice(from, end), end };
}

/** A quote that is never closed stands for itself, so that the rest of the table is not swallowed. */
function quotedCell(text: string, from: number, separator: string): { cell: string; end: number } {
  let cell = '';
  let at = from + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return plainCell(text, from, separator);
    cell += text.slice(at, quote);
    at = quote + 2;
    if (text[quote + 1] === '"') cell += '"';
    else {
      const rest = plainCell(text, quote + 1, separator);
      return { cell: cell + rest.cell, end: rest.end };
    }
  }
}

/** The cells as text that `parsePasted` reads back: tabs between, quoted where a cell needs it. */
export function writePasted(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t')).join('\n');
}

/** Same words whatever their case and spaces. */
export function sameWords(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** In the order a reader goes through the sheet. */
export function inReadingOrder(faults: readonly CellFault[]): readonly CellFault[] {
  const place = ({ cell }: CellFault) => [Number(cell.replace(/\D/g, '')), cell.replace(/\d/g, '')] as const;
  return faults.toSorted((a, b) => {
    const [rowA, columnA] = place(a);
    const [rowB, columnB] = place(b);
    return rowA - rowB || columnA.length - columnB.length || (columnA < columnB ? -1 : Number(columnA > columnB));
  });
}

/** Every cell of the sheet that cannot be read as if it were plain: `import.cell-*`, in reading order. */
export function troublesOf(sheet: TableSheet): readonly CellFault[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap(({ trouble }, column) =>
      trouble === undefined ? [] : [{ sheet: sheet.name, cell: cellAddress(row, column), fault: fault(`import.cell-${trouble}`) }],
    ),
  );
}
