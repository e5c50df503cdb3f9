// A table of people as an office keeps it, read line by line; every fault names its cell.

import { type Facts, fault, type Refusal } from '../shared/outcome.ts';
import { type CellFault, cellAddress, inReadingOrder, sameWords, type TableCell, type TableSheet } from '../shared/table.ts';
import { isEmail, isNip, isRoundedNip, LONGEST_NAME, LONGEST_TITLE, plainNip } from './identity.ts';
import type { SeatRole } from './role.ts';

export type PeopleColumn = 'name' | 'nip' | 'email' | 'account' | 'agency' | 'title' | 'role' | 'kind';

export interface PeopleLine {
  /** Counted from 0, as in the sheet. */
  readonly row: number;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  /** As written; empty when the person has no seat. */
  readonly agency: string;
  readonly title: string;
  readonly role: SeatRole | null;
  /** The kind of the agency as written: read only when the agency is new. */
  readonly kind: TableCell;
}

export interface PeopleTable {
  readonly sheet: string;
  readonly columns: ReadonlyMap<PeopleColumn, number>;
  /** The row of headings, as written. */
  readonly headings: readonly string[];
  readonly lines: readonly PeopleLine[];
  readonly faults: readonly CellFault[];
}

export const MOST_LINES = 5_000;

const HEADINGS: Readonly<Record<PeopleColumn, readonly string[]>> = {
  name: ['nama', 'nama lengkap', 'nama pegawai'],
  nip: ['nip', 'nomor induk pegawai'],
  email: ['surel', 'email', 'e-mail', 'alamat surel'],
  account: ['nip atau surel', 'nip/surel', 'nip atau email', 'nip atau e-mail', 'nip/email', 'akun'],
  agency: ['perangkat daerah', 'opd', 'skpd', 'kantor', 'instansi', 'unit kerja', 'unit'],
  title: ['jabatan', 'posisi', 'nama jabatan'],
  role: ['peran', 'sebagai'],
  kind: ['jenis', 'jenis perangkat daerah', 'jenis opd', 'jenis kantor'],
};

const ROLES: ReadonlyMap<string, SeatRole | null> = new Map([
  ['inovator', 'innovator'],
  ['admin inovasi', 'innovator'],
  ['kepala', 'head'],
  ['kepala perangkat daerah', 'head'],
  ['', null],
  ['-', null],
  ['tanpa', null],
  ['lainnya', null],
]);

/**
 * Lines of the table and everything wrong with them. The first row with a heading for names holds the headings, in any order, below whatever
 * title stands there; unknown columns are passed over. `roleless` is the role of a seat where the table has no column for it. Faults: `import.no-name-column`,
 * `import.no-account-column`, `import.column-twice`, `import.empty`, `import.too-many` of the sheet; `import.cell-*`, `field.length`,
 * `person.*`, `import.no-words`, `import.seat-half`, `import.role-unknown`, `import.twice` of a cell.
 */
export function readPeopleTable(sheet: TableSheet, roleless: SeatRole | null): PeopleTable {
  const first = headingRow(sheet);
  const headings = findHeadings(sheet, first);
  const faults = [...headings.faults];
  const found = { sheet: sheet.name, columns: headings.columns, headings: (sheet.rows[first] ?? []).map(({ text }) => text) };
  if (faults.length > 0) return { ...found, lines: [], faults };
  const rows = sheet.rows.flatMap((cells, row) => (row > first && cells.some((cell) => cell.text !== '' || cell.trouble) ? [{ cells, row }] : []));
  const at = (row: number, column: number) => ({ sheet: sheet.name, cell: cellAddress(row, column) });
  if (rows.length === 0) faults.push({ ...at(first + 1, 0), fault: fault('import.empty') });
  if (rows.length > MOST_LINES)
    return { ...found, lines: [], faults: [{ ...at(first + MOST_LINES + 1, 0), fault: fault('import.too-many', { most: MOST_LINES }) }] };
  const lines = rows.map(({ cells, row }) => readLine(cells, row));
  const readable = lines.filter(({ nip }) => nip === null || (isNip(nip) && !isRoundedNip(nip)));
  faults.push(...repeatedPeople(readable).map(({ row, column, what }) => ({ ...at(row, columnOf(column)), fault: what })));
  return { ...found, lines, faults: inReadingOrder(faults) };

  function columnOf(column: PeopleColumn): number {
    return headings.columns.get(column) ?? headings.columns.get('account') ?? 0;
  }

  function readLine(cells: readonly TableCell[], row: number): PeopleLine {
    const complain = (column: PeopleColumn, code: string, facts: Facts = {}) => faults.push({ ...at(row, columnOf(column)), fault: fault(code, facts) });
    const troubled = new Set<PeopleColumn>();
    const text = (column: PeopleColumn): string => {
      const place = headings.columns.get(column);
      const cell = place === undefined ? undefined : cells[place];
      if (cell?.trouble) {
        troubled.add(column);
        complain(column, `import.cell-${cell.trouble}`);
      }
      return (cell?.text ?? '').trim();
    };
    const [name, agency, title, role, account] = [text('name'), text('agency'), text('title'), text('role'), text('account')];
    const number = text('nip') || (account.includes('@') ? '' : account);
    const nip = plainNip(number);
    const email = text('email') || (account.includes('@') ? account : '');
    const accountColumn: PeopleColumn = headings.columns.has('nip') ? 'nip' : headings.columns.has('account') ? 'account' : 'email';
    const check = (column: PeopleColumn, isWrong: boolean, code: string, facts: Facts = {}) =>
      isWrong && !troubled.has(column) && complain(column, code, facts);
    check('name', name === '' || name.length > LONGEST_NAME, 'field.length', { max: LONGEST_NAME });
    check('name', name !== '' && !/\p{L}/u.test(name), 'import.no-words');
    check('title', title !== '' && !/\p{L}/u.test(title), 'import.no-words');
    const nipColumn: PeopleColumn = headings.columns.has('nip') ? 'nip' : 'account';
    check(nipColumn, isRoundedNip(number), 'import.cell-number-too-long');
    check(nipColumn, nip !== '' && !isNip(nip) && !isRoundedNip(number), 'person.nip-form');
    check(headings.columns.has('email') ? 'email' : 'account', email !== '' && !isEmail(email), 'person.email-form');
    check(accountColumn, nip === '' && email === '', 'person.needs-address');
    check('title', title.length > LONGEST_TITLE, 'field.length', { max: LONGEST_TITLE });
    check('agency', agency === '' && title !== '', 'import.seat-half');
    check('title', agency !== '' && title === '', 'import.seat-half');
    const known = ROLES.get(sameWords(role));
    check('role', known === undefined, 'import.role-unknown', { role });
    const seatRole = headings.columns.has('role') ? (known ?? null) : roleless;
    const kind = cells[headings.columns.get('kind') ?? -1] ?? { text: '' };
    return { row, name, nip: nip || null, email: email || null, agency, title, role: seatRole, kind: { ...kind, text: kind.text.trim() } };
  }
}

const TITLE_ROWS = 20;

/** The row of the headings; the first that is not empty when none names people. */
function headingRow(sheet: TableSheet): number {
  const named = sheet.rows.slice(0, TITLE_ROWS).findIndex((row) => row.some((cell) => HEADINGS.name.includes(sameWords(cell.text))));
  if (named >= 0) return named;
  return Math.max(
    sheet.rows.findIndex((row) => row.some((cell) => cell.text !== '')),
    0,
  );
}

/** Whether the sheet looks like a table of people at all. */
export function isPeopleSheet(sheet: TableSheet): boolean {
  return (sheet.rows[headingRow(sheet)] ?? []).some((cell) => HEADINGS.name.includes(sameWords(cell.text)));
}

function findHeadings(sheet: TableSheet, row: number): { columns: Map<PeopleColumn, number>; faults: CellFault[] } {
  const columns = new Map<PeopleColumn, number>();
  const faults: CellFault[] = [];
  const complain = (column: number, code: string, facts: Facts = {}) =>
    faults.push({ sheet: sheet.name, cell: cellAddress(row, column), fault: fault(code, facts) });
  for (const [place, cell] of (sheet.rows[row] ?? []).entries()) {
    const words = sameWords(cell.text);
    const column = (Object.keys(HEADINGS) as PeopleColumn[]).find((one) => HEADINGS[one].includes(words));
    if (column === undefined) continue;
    if (columns.has(column)) complain(place, 'import.column-twice', { heading: cell.text });
    else columns.set(column, place);
  }
  if (!columns.has('name')) complain(0, 'import.no-name-column');
  if (!['nip', 'email', 'account'].some((column) => columns.has(column as PeopleColumn))) complain(0, 'import.no-account-column');
  return { columns, faults };
}

interface LineFault {
  readonly row: number;
  readonly column: PeopleColumn;
  readonly what: Refusal;
}

/** One person may stand on several lines, for several seats; then name, NIP and e-mail are the same on each. */
function repeatedPeople(lines: readonly PeopleLine[]): readonly LineFault[] {
  const faults: LineFault[] = [];
  const seen = new Map<string, PeopleLine>();
  const seats = new Set<string>();
  for (const line of lines) {
    for (const [column, key] of [
      ['nip', line.nip],
      ['email', line.email?.toLowerCase() ?? null],
    ] as const) {
      if (key === null) continue;
      const before = seen.get(key);
      if (before === undefined) seen.set(key, line);
      else if (!isSamePerson(before, line)) faults.push({ row: line.row, column, what: fault('import.twice', { row: before.row + 1 }) });
    }
    if (faults.at(-1)?.row === line.row) continue;
    const seat = [line.nip ?? line.email?.toLowerCase(), sameWords(line.agency), sameWords(line.title)].join('\n');
    if (seats.has(seat)) faults.push({ row: line.row, column: 'name', what: fault('import.line-twice') });
    seats.add(seat);
  }
  return faults;
}

function isSamePerson(one: PeopleLine, other: PeopleLine): boolean {
  return sameWords(one.name) === sameWords(other.name) && one.nip === other.nip && one.email?.toLowerCase() === other.email?.toLowerCase();
}
