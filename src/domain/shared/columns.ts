// A table whose first filled row names its columns, read row by row; whatever cannot be read plainly is named by its cell.

import { fault, type Refusal } from './outcome.ts';
import { type CellFault, cellAddress, sameWords, type TableSheet } from './table.ts';

/** Column -> the headings it may have, in any case and spacing; the first is its proper one. */
export type Headings<K extends string> = Readonly<Record<K, readonly string[]>>;

export interface ColumnRow<K extends string> {
  text(column: K): string;
  /** A fault of this row's cell in the column; of its first cell where the table has no such column. */
  faultAt(column: K, what: Refusal): CellFault;
}

export interface ColumnTable<K extends string> {
  readonly rows: readonly ColumnRow<K>[];
  /** `import.column-missing` (heading), `import.column-twice`, and `import.cell-*` of the cells in known columns. */
  readonly faults: readonly CellFault[];
}

/** Rows below the headings that hold anything in a known column. Unknown columns are passed over. */
export function readColumns<K extends string>(sheet: TableSheet, headings: Headings<K>, required: readonly NoInfer<K>[]): ColumnTable<K> {
  const first = Math.max(
    0,
    sheet.rows.findIndex((row) => row.some(({ text }) => text !== '')),
  );
  const places = new Map<K, number>();
  const faults: CellFault[] = [];
  const complain = (row: number, column: number, what: Refusal) => faults.push({ sheet: sheet.name, cell: cellAddress(row, column), fault: what });
  for (const [place, { text }] of (sheet.rows[first] ?? []).entries()) {
    const column = (Object.keys(headings) as K[]).find((one) => headings[one].some((heading) => sameWords(heading) === sameWords(text)));
    if (column === undefined) continue;
    if (places.has(column)) complain(first, place, fault('import.column-twice', { heading: text }));
    else places.set(column, place);
  }
  for (const column of required) if (!places.has(column)) complain(first, 0, fault('import.column-missing', { heading: headings[column][0] ?? column }));
  const rows: ColumnRow<K>[] = [];
  for (const [at, cells] of sheet.rows.entries()) {
    if (at <= first) continue;
    const known = [...places.values()].toSorted((a, b) => a - b);
    if (known.every((place) => (cells[place]?.text ?? '') === '' && cells[place]?.trouble === undefined)) continue;
    for (const place of known) {
      const trouble = cells[place]?.trouble;
      if (trouble !== undefined) complain(at, place, fault(`import.cell-${trouble}`));
    }
    rows.push({
      text: (column) => cells[places.get(column) ?? -1]?.text.trim() ?? '',
      faultAt: (column, what) => ({ sheet: sheet.name, cell: cellAddress(at, places.get(column) ?? 0), fault: what }),
    });
  }
  return { rows, faults };
}
