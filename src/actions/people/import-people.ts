// Takes in a whole table of people with their seats and the agencies that are new with it, or none of it.

import { areMeant } from '../../domain/people/new-agencies.ts';
import { type PeoplePlan, type PlannedLine, planPeople } from '../../domain/people/people-plan.ts';
import { type PeopleTable, readPeopleTable } from '../../domain/people/people-table.ts';
import type { SeatRole } from '../../domain/people/role.ts';
import { fault, type Outcome, ok, refuse } from '../../domain/shared/outcome.ts';
import { type CellFault, inReadingOrder, type TableSheet } from '../../domain/shared/table.ts';
import type { Queryable } from '../../platform/db.ts';
import { listDecidingSeats } from '../../store/access-request.read.ts';
import { listAgencies } from '../../store/people.read.ts';
import { findKnownPeople, findKnownSeats, listMergedAgencies } from '../../store/people-import.read.ts';
import { insertHoldings, insertPeople, insertSeats, lockImports, type NewHolding, type NewSeat } from '../../store/people-import.write.ts';
import { askAccess } from '../access/ask-access.ts';
import type { Act } from '../perform.ts';
import { addAgencies } from './add-agencies.ts';

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

interface Taken {
  readonly people: readonly string[];
  readonly seats: number;
  readonly agencies: number;
}

/**
 * Refuses `import.has-faults` while the table has any, `import.agencies-unsure` until every new agency was shown and is said to be meant
 * (`confirmed`: the list as shown, or empty), `import.overtaken` when somebody changed people, seats or agencies meanwhile. Whoever comes to a seat with a deciding role waits
 * for a second person. The same table again changes nothing.
 */
export async function importPeople(act: Act, input: PeopleImport, confirmed = ''): Promise<Outcome<Taken>> {
  await lockImports(act.tx, act.regionId);
  const preview = await previewPeople(act.tx, act.regionId, input);
  if (preview.faults.length > 0) return refuse('import.has-faults', { count: preview.faults.length });
  if (!areMeant(preview.newAgencies, confirmed)) return refuse('import.agencies-unsure', {}, { pasti: fault('import.agencies-unsure') });
  const agencies = preview.newAgencies.map(({ key, name, kind }) => ({ key, agencyId: act.newId(), name, shortName: name, kind }));
  if (!(await addAgencies(act, agencies))) return refuse('import.overtaken');
  const ids = new Map<string, string>();
  const people = [];
  for (const { personId, key, line } of preview.lines) {
    if (ids.has(key)) continue;
    ids.set(key, personId ?? act.newId());
    if (personId === null) people.push({ personId: ids.get(key) ?? '', name: line.name, nip: line.nip, email: line.email });
  }
  const { seats, holdings } = seatsOf(act, preview.lines, ids, new Map(agencies.map(({ key, agencyId }) => [key, agencyId])));
  if (people.length > 0 && (await insertPeople(act.tx, act.regionId, people, act.now)) < people.length) return refuse('import.overtaken');
  if (seats.length > 0) await insertSeats(act.tx, act.regionId, seats);
  const deciding = new Map(
    (
      await listDecidingSeats(
        act.tx,
        act.regionId,
        holdings.map(({ seatId }) => seatId),
        act.now,
      )
    ).map(({ seatId, role }) => [seatId, role]),
  );
  const waiting = holdings.map((holding) => ({ ...holding, waiting: deciding.has(holding.seatId) }));
  if (holdings.length > 0 && (await insertHoldings(act.tx, act.regionId, waiting, act.now)) < holdings.length) return refuse('import.overtaken');
  if (people.length + holdings.length > 0) act.record({ kind: 'people.imported', subjectId: null, facts: { people: people.length, seats: holdings.length } });
  for (const { personId } of people) act.record({ kind: 'person.added', subjectId: personId });
  for (const { personId, seatId } of holdings) act.record({ kind: 'person.seat-given', subjectId: personId, facts: { seat: seatId } });
  for (const { personId, seatId, holdingId } of holdings) {
    const role = deciding.get(seatId);
    if (role !== undefined) await askAccess(act, { kind: 'seat', personId, role, seatId, holdingId });
  }
  return ok({ people: people.map(({ personId }) => personId), seats: holdings.length, agencies: agencies.length });
}

function seatsOf(
  act: Act,
  lines: readonly PlannedLine[],
  ids: ReadonlyMap<string, string>,
  newAgencies: ReadonlyMap<string, string>,
): { seats: NewSeat[]; holdings: NewHolding[] } {
  const seats: NewSeat[] = [];
  const holdings: NewHolding[] = [];
  for (const { line, key, agencyId, seatId, isHeldAlready } of lines) {
    if (agencyId === null || isHeldAlready) continue;
    const seat = seatId ?? act.newId();
    if (seatId === null) seats.push({ seatId: seat, agencyId: newAgencies.get(agencyId) ?? agencyId, title: line.title, role: line.role });
    holdings.push({ holdingId: act.newId(), seatId: seat, personId: ids.get(key) ?? '' });
  }
  return { seats, holdings };
}

async function known(db: Queryable, regionId: string, table: PeopleTable) {
  const nips = table.lines.flatMap(({ nip }) => nip ?? []);
  const emails = table.lines.flatMap(({ email }) => email?.toLowerCase() ?? []);
  return {
    agencies: await listAgencies(db, regionId),
    merged: await listMergedAgencies(db, regionId),
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
