// A table of agencies as an office keeps it, against those already known; every fault names its cell.

import { fault, type Refusal } from '../shared/outcome.ts';
import { type CellFault, cellAddress, inReadingOrder, sameWords, type TableSheet } from '../shared/table.ts';
import { type Agency, type AgencyKind, LONGEST_AGENCY_NAME, LONGEST_SHORT_NAME, MOST_TARGET, readTarget } from './agency.ts';
import { readAgencyKind } from './agency-kind.ts';

type AgencyColumn = 'name' | 'shortName' | 'kind' | 'target';

const HEADINGS: Readonly<Record<AgencyColumn, readonly string[]>> = {
  name: ['nama', 'nama lengkap', 'perangkat daerah', 'nama perangkat daerah', 'instansi'],
  shortName: ['nama pendek', 'singkatan', 'nama singkat'],
  kind: ['jenis', 'kategori', 'bentuk'],
  target: ['target', 'target inovasi', 'jumlah target'],
};

export interface AgencyLine {
  readonly name: string;
  readonly shortName: string;
  readonly kind: AgencyKind;
  /** Null: the table sets none. */
  readonly target: number | null;
  /** Null: a new agency. */
  readonly agencyId: string | null;
}

export interface AgencyTable {
  /** The row of headings, as written. */
  readonly headings: readonly string[];
  readonly lines: readonly AgencyLine[];
  readonly faults: readonly CellFault[];
}

export const MOST_AGENCIES = 1_000;
const TITLE_ROWS = 20;

/** Whether a row of the sheet names agencies in its heading. */
export function isAgencySheet(sheet: TableSheet): boolean {
  return headingRow(sheet) >= 0;
}

function headingRow(sheet: TableSheet): number {
  return sheet.rows.slice(0, TITLE_ROWS).findIndex((row) => row.some((cell) => HEADINGS.name.includes(sameWords(cell.text))));
}

/**
 * Lines and faults. An agency is known by its name or short name; a known one keeps its names and kind, only a target may be set for it.
 * Faults: `import.no-agency-column`, `import.no-kind-column`, `import.empty`, `import.too-many` of the sheet; `import.cell-*`,
 * `field.length`, `import.kind-unknown`, `import.kind-differs`, `import.target-unread`, `import.agency-twice` of a cell.
 */
export function readAgencyTable(sheet: TableSheet, known: readonly Agency[]): AgencyTable {
  const first = headingRow(sheet);
  const faults: CellFault[] = [];
  const complain = (row: number, column: number, what: Refusal) => faults.push({ sheet: sheet.name, cell: cellAddress(row, Math.max(column, 0)), fault: what });
  const headings = (sheet.rows[Math.max(first, 0)] ?? []).map((cell) => cell.text);
  const placeOf = (column: AgencyColumn) => headings.findIndex((words) => HEADINGS[column].includes(sameWords(words)));
  const places = { name: placeOf('name'), shortName: placeOf('shortName'), kind: placeOf('kind'), target: placeOf('target') };
  if (first < 0) complain(0, 0, fault('import.no-agency-column'));
  else if (places.kind < 0) complain(first, 0, fault('import.no-kind-column'));
  if (faults.length > 0) return { headings, lines: [], faults };
  const rows = sheet.rows.flatMap((cells, row) => (row > first && cells.some((cell) => cell.text !== '' || cell.trouble) ? [{ cells, row }] : []));
  if (rows.length === 0) complain(first + 1, 0, fault('import.empty'));
  if (rows.length > MOST_AGENCIES) {
    complain(first + MOST_AGENCIES + 1, 0, fault('import.too-many', { most: MOST_AGENCIES }));
    return { headings, lines: [], faults };
  }
  const names = new Map(known.flatMap((agency) => [agency.name, agency.shortName].map((name) => [sameWords(name), agency] as const)));
  const seen = new Map<string, number>();
  const lines = rows.map(({ cells, row }): AgencyLine => {
    const text = (column: AgencyColumn): string => {
      const cell = places[column] < 0 ? undefined : cells[places[column]];
      if (cell?.trouble) complain(row, places[column], fault(`import.cell-${cell.trouble}`));
      return (cell?.text ?? '').trim();
    };
    const check = (column: AgencyColumn, isWrong: boolean, what: Refusal) => isWrong && complain(row, places[column], what);
    const [name, shortWritten, kindWritten, targetWritten] = [text('name'), text('shortName'), text('kind'), text('target')];
    const shortName = shortWritten || name;
    const agency = names.get(sameWords(name));
    const kind = readAgencyKind(kindWritten);
    const target = readTarget(targetWritten);
    check('name', name === '' || name.length > LONGEST_AGENCY_NAME, fault('field.length', { max: LONGEST_AGENCY_NAME }));
    check(
      places.shortName < 0 ? 'name' : 'shortName',
      name !== '' && shortName.length > LONGEST_SHORT_NAME,
      fault('import.short-name-missing', { max: LONGEST_SHORT_NAME }),
    );
    check('kind', kind === null && (agency === undefined || kindWritten !== ''), fault('import.kind-unknown', { kind: kindWritten }));
    check('kind', kind !== null && agency !== undefined && agency.kind !== kind, fault('import.kind-differs', { agency: agency?.name ?? '' }));
    check('target', targetWritten !== '' && target === null, fault('import.target-unread', { most: MOST_TARGET }));
    const before = seen.get(agency?.agencyId ?? sameWords(name));
    check('name', name !== '' && before !== undefined, fault('import.agency-twice', { row: (before ?? 0) + 1 }));
    seen.set(agency?.agencyId ?? sameWords(name), row);
    return { name, shortName, kind: kind ?? agency?.kind ?? 'skpd', target, agencyId: agency?.agencyId ?? null };
  });
  return { headings, lines, faults: inReadingOrder(faults) };
}
