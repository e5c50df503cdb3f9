// A table of people against those already known: what an import will do, line by line, before it does it.

import { fault, type Refusal } from '../shared/outcome.ts';
import { type CellFault, cellAddress, sameWords } from '../shared/table.ts';
import type { Agency } from './agency.ts';
import { headDoubts } from './head-doubts.ts';
import { findNewAgencies, type MergedAgency, type NewAgency } from './new-agencies.ts';
import type { PeopleColumn, PeopleLine, PeopleTable } from './people-table.ts';
import type { SeatRole } from './role.ts';

export interface KnownPerson {
  readonly personId: string;
  readonly name: string;
  readonly nip: string | null;
  readonly email: string | null;
  /** Shut out: nobody who could sit anywhere. */
  readonly isClosed: boolean;
}

export interface KnownSeat {
  readonly seatId: string;
  readonly agencyId: string;
  readonly title: string;
  readonly role: SeatRole | null;
  readonly holderId: string | null;
  readonly holderName: string | null;
}

export interface KnownPlaces {
  readonly agencies: readonly Agency[];
  readonly merged: readonly MergedAgency[];
  readonly people: readonly KnownPerson[];
  readonly seats: readonly KnownSeat[];
}

export interface PlannedLine {
  readonly line: PeopleLine;
  /** Null: a new person. Lines of one person share `key`. */
  readonly personId: string | null;
  readonly key: string;
  /** Of an agency that is new with this table, its key; null: no seat. */
  readonly agencyId: string | null;
  /** Null: a new seat, when there is an agency. */
  readonly seatId: string | null;
  /** The role that comes with the seat: its own when it is there already. */
  readonly role: SeatRole | null;
  readonly isHeldAlready: boolean;
}

export interface PeoplePlan {
  readonly lines: readonly PlannedLine[];
  readonly faults: readonly CellFault[];
  /** What may be meant, and should be looked at: those of `headDoubts`. */
  readonly warnings: readonly CellFault[];
  /** Registered with the people, once they are said to be meant. */
  readonly newAgencies: readonly NewAgency[];
}

/**
 * Matches people by NIP, then e-mail; agencies by name or short name; seats by agency and title. An empty seat is filled, a held one of a
 * head is never taken (that is a handover), other titles may have several seats. Faults of a cell: those of `findNewAgencies`,
 * `import.name-differs`, `import.account-differs`, `import.account-of-another`, `import.seat-held`, `import.role-differs` (known), `import.person-closed`.
 */
export function planPeople(table: PeopleTable, known: KnownPlaces): PeoplePlan {
  const people = indexPeople(known.people);
  const found = findNewAgencies(table, known.agencies, known.merged);
  const offices = [...known.agencies, ...found.agencies.map(({ key, name, kind }) => ({ agencyId: key, name, shortName: name, kind }))];
  const agencies = new Map(offices.flatMap((office) => [office.name, office.shortName].map((name) => [sameWords(name), office] as const)));
  const seats = new Map<string, KnownSeat[]>();
  for (const seat of known.seats) push(seats, seatKey(seat.agencyId, seat.title), seat);
  const faults: CellFault[] = [...found.faults];
  const taken = new Set<string>();
  const lines = table.lines.map((line): PlannedLine => {
    const at = (column: PeopleColumn) => cellAddress(line.row, table.columns.get(column) ?? table.columns.get('account') ?? 0);
    const complain = (column: PeopleColumn, what: Refusal) => faults.push({ sheet: table.sheet, cell: at(column), fault: what });
    const person = findPerson(line, people, complain);
    const key = line.nip ?? line.email?.toLowerCase() ?? '';
    const agency = line.agency === '' ? undefined : agencies.get(sameWords(line.agency));
    if (agency === undefined) return { line, personId: person?.personId ?? null, key, agencyId: null, seatId: null, role: null, isHeldAlready: false };
    const choices = (seats.get(seatKey(agency.agencyId, line.title)) ?? []).filter((seat) => !taken.has(seat.seatId));
    const own = choices.find((seat) => person !== null && seat.holderId === person.personId);
    const seat = own ?? choices.find((one) => one.holderId === null);
    const held = choices.find((one) => one.holderId !== null);
    if (seat === undefined && line.role === 'head' && held) complain('title', fault('import.seat-held', { holder: held.holderName ?? '' }));
    if (seat !== undefined) taken.add(seat.seatId);
    if (seat !== undefined && table.columns.has('role') && line.role !== null && line.role !== seat.role)
      complain('role', fault('import.role-differs', { known: seat.role ?? '' }));
    if (person?.isClosed) complain('name', fault('import.person-closed', { name: person.name }));
    const role = seat === undefined ? line.role : seat.role;
    return { line, personId: person?.personId ?? null, key, agencyId: agency.agencyId, seatId: seat?.seatId ?? null, role, isHeldAlready: own !== undefined };
  });
  return { lines, faults, warnings: headDoubts(table, lines, offices, known.seats), newAgencies: found.agencies };
}

function push<V>(map: Map<string, V[]>, key: string, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

function seatKey(agencyId: string, title: string): string {
  return `${agencyId} ${sameWords(title)}`;
}

function indexPeople(people: readonly KnownPerson[]): ReadonlyMap<string, KnownPerson> {
  return new Map(
    people.flatMap((person) => [person.nip, person.email?.toLowerCase() ?? null].flatMap((key) => (key === null ? [] : [[key, person] as const]))),
  );
}

function findPerson(line: PeopleLine, people: ReadonlyMap<string, KnownPerson>, complain: (column: PeopleColumn, what: Refusal) => void): KnownPerson | null {
  const byNip = line.nip === null ? undefined : people.get(line.nip);
  const byEmail = line.email === null ? undefined : people.get(line.email.toLowerCase());
  const person = byNip ?? byEmail;
  if (person === undefined) return null;
  if (byNip && byEmail && byNip !== byEmail) complain('email', fault('import.account-of-another', { name: byEmail.name }));
  else {
    if (sameWords(person.name) !== sameWords(line.name)) complain('name', fault('import.name-differs', { name: person.name }));
    if (line.nip !== null && line.nip !== person.nip) complain('nip', fault('import.account-differs', { name: person.name, known: person.nip ?? '' }));
    if (line.email !== null && line.email.toLowerCase() !== person.email?.toLowerCase())
      complain('email', fault('import.account-differs', { name: person.name, known: person.email ?? '' }));
  }
  return person;
}
