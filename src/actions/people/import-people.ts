// Takes in a whole table of people with their seats, or none of it.

import { type PeoplePlan, type PlannedLine, planPeople } from '../../domain/people/people-plan.ts';
import { type PeopleTable, readPeopleTable } from '../../domain/people/people-table.ts';
import type { SeatRole } from '../../domain/people/role.ts';
import { type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { type CellFault, inReadingOrder, type TableSheet } from '../../domain/shared/table.ts';
import type { Queryable } from '../../platform/db.ts';
import { listAgencies } from '../../store/people.read.ts';
import { findKnownPeople, findKnownSeats } from '../../store/people-import.read.ts';
import { insertHoldings, insertPeople, insertSeats, lockImports, type NewHolding, type NewSeat } from '../../store/people-import.write.ts';
import type { Act } from '../perform.ts';

export interface PeopleImport {
  readonly sheet: TableSheet;
  /** The role of seats where the table has no column for it. */
  readonly roleless: SeatRole | null;
}

export interface ImportPreview extends PeoplePlan {
  readonly headings: readonly string[];
  readonly newPeople: number;
  readonly newSeats: number;
  readonly unchanged: number;
}

/** What the import would do, with every fault; nothing is written. */
export async function previewPeople(db: Queryable, regionId: string, input: PeopleImport): Promise<ImportPreview> {
  const table = readPeopleTable(input.sheet, input.roleless);
  const plan = planPeople(table, await known(db, regionId, table));
  return { ...plan, headings: table.headings, faults: inOrder(table.faults, plan.faults), ...counts(plan.lines) };
}

/** Refuses `import.has-faults` while the table has any, `import.overtaken` when somebody changed people or seats meanwhile. The same table again changes nothing. */
export async function importPeople(act: Act, input: PeopleImport): Promise<Outcome<{ people: readonly string[]; seats: number }>> {
  await lockImports(act.tx, act.regionId);
  const preview = await previewPeople(act.tx, act.regionId, input);
  if (preview.faults.length > 0) return refuse('import.has-faults', { count: preview.faults.length });
  const ids = new Map<string, string>();
  const people = [];
  for (const { personId, key, line } of preview.lines) {
    if (ids.has(key)) continue;
    ids.set(key, personId ?? act.newId());
    if (personId === null) people.push({ personId: ids.get(key) ?? '', name: line.name, nip: line.nip, email: line.email });
  }
  const { seats, holdings } = seatsOf(act, preview.lines, ids);
  if (people.length > 0 && (await insertPeople(act.tx, act.regionId, people, act.now)) < people.length) return refuse('import.overtaken');
  if (seats.length > 0) await insertSeats(act.tx, act.regionId, seats);
  if (holdings.length > 0 && (await insertHoldings(act.tx, act.regionId, holdings, act.now)) < holdings.length) return refuse('import.overtaken');
  if (people.length + holdings.length > 0) act.record({ kind: 'people.imported', subjectId: null, facts: { people: people.length, seats: holdings.length } });
  for (const { personId } of people) act.record({ kind: 'person.added', subjectId: personId });
  for (const { personId, seatId } of holdings) act.record({ kind: 'person.seat-given', subjectId: personId, facts: { seat: seatId } });
  return ok({ people: people.map(({ personId }) => personId), seats: holdings.length });
}

function seatsOf(act: Act, lines: readonly PlannedLine[], ids: ReadonlyMap<string, string>): { seats: NewSeat[]; holdings: NewHolding[] } {
  const seats: NewSeat[] = [];
  const holdings: NewHolding[] = [];
  for (const { line, key, agencyId, seatId, isHeldAlready } of lines) {
    if (agencyId === null || isHeldAlready) continue;
    const seat = seatId ?? act.newId();
    if (seatId === null) seats.push({ seatId: seat, agencyId, title: line.title, role: line.role });
    holdings.push({ holdingId: act.newId(), seatId: seat, personId: ids.get(key) ?? '' });
  }
  return { seats, holdings };
}

async function known(db: Queryable, regionId: string, table: PeopleTable) {
  const nips = table.lines.flatMap(({ nip }) => nip ?? []);
  const emails = table.lines.flatMap(({ email }) => email?.toLowerCase() ?? []);
  return {
    agencies: await listAgencies(db, regionId),
    people: await findKnownPeople(db, regionId, nips, emails),
    seats: await findKnownSeats(db, regionId),
  };
}

/** Where both name a cell, the fault of its shape is told. */
function inOrder(ofTable: readonly CellFault[], ofPlan: readonly CellFault[]): readonly CellFault[] {
  const taken = new Set(ofTable.map(({ cell }) => cell));
  return inReadingOrder([...ofTable, ...ofPlan.filter(({ cell }) => !taken.has(cell))]);
}

function counts(lines: readonly PlannedLine[]): { newPeople: number; newSeats: number; unchanged: number } {
  return {
    newPeople: new Set(lines.filter(({ personId }) => personId === null).map(({ key }) => key)).size,
    newSeats: lines.filter(({ agencyId, isHeldAlready }) => agencyId !== null && !isHeldAlready).length,
    unchanged: lines.filter(({ personId, agencyId, isHeldAlready }) => personId !== null && (agencyId === null || isHeldAlready)).length,
  };
}
