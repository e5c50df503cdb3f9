// Agencies that a table of people names and the list does not have: registered with the people when the one who brings the table says they are meant.

import { fault, type Refusal } from '../shared/outcome.ts';
import { type CellFault, cellAddress, sameWords } from '../shared/table.ts';
import { type Agency, type AgencyKind, LONGEST_SHORT_NAME } from './agency.ts';
import { guessAgencyKind, readAgencyKind } from './agency-kind.ts';
import { MOST_AGENCIES } from './agency-table.ts';
import { nearNames } from './near-names.ts';
import type { PeopleColumn, PeopleLine, PeopleTable } from './people-table.ts';

export interface NewAgency {
  /** The same for every spelling of the name; stands for the id until there is one. */
  readonly key: string;
  /** As first written; its short name too. */
  readonly name: string;
  readonly kind: AgencyKind;
  /** The known name, or the one above it in the list, that may have been meant; empty when none is near. */
  readonly nearest: string;
  /** The cell that names it first. */
  readonly cell: string;
}

/** An agency that went into another: its names stay taken. */
export interface MergedAgency {
  readonly name: string;
  readonly shortName: string;
  readonly into: string;
}

export interface FoundAgencies {
  readonly agencies: readonly NewAgency[];
  readonly faults: readonly CellFault[];
}

type Complain = (line: PeopleLine, column: PeopleColumn, what: Refusal) => void;

/**
 * The agencies to be registered, in the order of the table; two spellings with the same words are one. Its kind stands in the column for it, on
 * any of its lines, else it is guessed from the name. Faults of a cell: `import.agency-unknown` with the nearest name where no kind can be told,
 * `import.agency-merged`, `import.no-words`, `import.agency-name-long`, `import.agencies-many`, `import.kind-unknown`, `import.kind-two`, `import.cell-*`.
 */
export function findNewAgencies(table: PeopleTable, known: readonly Agency[], merged: readonly MergedAgency[]): FoundAgencies {
  const faults: CellFault[] = [];
  const at = ({ row }: PeopleLine, column: PeopleColumn) => cellAddress(row, table.columns.get(column) ?? 0);
  const complain: Complain = (line, column, what) => faults.push({ sheet: table.sheet, cell: at(line, column), fault: what });
  const taken = new Set(known.flatMap(({ name, shortName }) => [sameWords(name), sameWords(shortName)]));
  const gone = new Map(merged.flatMap(({ name, shortName, into }) => [name, shortName].map((one) => [sameWords(one), into] as const)));
  const unknown = Map.groupBy(
    table.lines.filter(({ agency }) => agency !== '' && !taken.has(sameWords(agency))),
    ({ agency }) => sameWords(agency),
  );
  const told: Omit<NewAgency, 'nearest'>[] = [];
  const untold: (readonly PeopleLine[])[] = [];
  for (const [key, lines] of unknown) {
    const [first] = lines as [PeopleLine];
    const name = first.agency.replace(/\s+/g, ' ');
    const wrong = wrongName(name, gone.get(key), told.length);
    const written = wrong === null ? kindWritten(lines, complain) : null;
    const kind = written === 'none' ? guessAgencyKind(name) : written;
    if (wrong !== null) for (const line of lines) complain(line, 'agency', wrong);
    else if (kind !== null) told.push({ key, name, kind, cell: at(first, 'agency') });
    else if (written === 'none') untold.push(lines);
  }
  const names = known.flatMap(({ name, shortName }) => [name, shortName]);
  const nearest = nearNames([...names, ...told.map(({ name }) => name)]);
  for (const lines of untold) {
    const near = nearest(lines[0]?.agency ?? '');
    for (const line of lines) complain(line, 'agency', fault('import.agency-unknown', { agency: line.agency, nearest: near }));
  }
  return { agencies: told.map((one, place) => ({ ...one, nearest: nearest(one.name, names.length + place) })), faults };
}

function wrongName(name: string, into: string | undefined, before: number): Refusal | null {
  if (into !== undefined) return fault('import.agency-merged', { agency: name, into });
  if (!/\p{L}/u.test(name)) return fault('import.no-words');
  if (name.length > LONGEST_SHORT_NAME) return fault('import.agency-name-long', { max: LONGEST_SHORT_NAME });
  return before < MOST_AGENCIES ? null : fault('import.agencies-many', { most: MOST_AGENCIES });
}

/** What the lines of one agency say in the column for kinds: `none` when nothing, null when it cannot be read or they differ, with the fault told. */
function kindWritten(lines: readonly PeopleLine[], complain: Complain): AgencyKind | 'none' | null {
  let found: { readonly kind: AgencyKind; readonly row: number } | null = null;
  let isSound = true;
  for (const line of lines) {
    const { text, trouble } = line.kind;
    const kind = readAgencyKind(text);
    let wrong: Refusal | null = null;
    if (trouble !== undefined) wrong = fault(`import.cell-${trouble}`);
    else if (text !== '' && kind === null) wrong = fault('import.kind-unknown', { kind: text });
    else if (kind !== null && found !== null && kind !== found.kind) wrong = fault('import.kind-two', { row: found.row + 1 });
    else if (kind !== null) found ??= { kind, row: line.row };
    if (wrong === null) continue;
    complain(line, 'kind', wrong);
    isSound = false;
  }
  return isSound ? (found?.kind ?? 'none') : null;
}

/** The list as the page shows it and sends it back with the tick. */
export function listAsShown(agencies: readonly NewAgency[]): string {
  return JSON.stringify(agencies.map(({ name, kind, nearest }) => [name, kind, nearest]));
}

/**
 * Whether every agency is among those that were shown, of the same kind and beside the same near name (or none any more): `shown` is the text
 * of `listAsShown`. One that has been registered or mended meanwhile is not asked about again; one more, or one that became another, is.
 */
export function areMeant(agencies: readonly NewAgency[], shown: string): boolean {
  const known = readShown(shown);
  return agencies.every(({ name, kind, nearest }) => {
    const one = known.get(name);
    return one !== undefined && one[0] === kind && ['', one[1]].includes(nearest);
  });
}

function readShown(text: string): ReadonlyMap<unknown, readonly unknown[]> {
  try {
    const list: unknown = JSON.parse(text);
    return new Map(Array.isArray(list) ? list.map((one) => (Array.isArray(one) ? [one[0], one.slice(1)] : [null, []])) : []);
  } catch {
    return new Map();
  }
}
