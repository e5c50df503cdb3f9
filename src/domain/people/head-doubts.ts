// What a table of people may have wrong about heads: to be looked at before it goes in, never in its way.

import { fault, type Refusal } from '../shared/outcome.ts';
import { type CellFault, cellAddress, inReadingOrder, sameWords } from '../shared/table.ts';
import type { Agency } from './agency.ts';
import type { KnownSeat, PlannedLine } from './people-plan.ts';
import type { PeopleColumn, PeopleTable } from './people-table.ts';

type Office = Pick<Agency, 'agencyId' | 'name' | 'kind'>;

interface Head {
  readonly personId: string | null;
  readonly name: string | null;
  /** Empty when the seat is new with this table. */
  readonly seatId: string;
}

/**
 * What may be meant and should be looked at, in reading order: `import.second-head` (agency, holders, and the seat of the first that can be handed
 * over, else empty), `import.head-without-role` where a new seat reads as the head's and is not (title, hasColumn: of roles), `import.no-head` once
 * of each other agency that gets people and has no head afterwards.
 * @basis RULES 6: the head of the agency approves its entries, any of them where there are two.
 */
export function headDoubts(table: PeopleTable, lines: readonly PlannedLine[], offices: readonly Office[], seats: readonly KnownSeat[]): readonly CellFault[] {
  const doubts: CellFault[] = [];
  const heads = new Map<string, readonly Head[]>();
  const put = (agencyId: string, head: Head) => heads.set(agencyId, [...(heads.get(agencyId) ?? []), head]);
  for (const { agencyId, role, holderId, holderName, seatId } of seats)
    if (role === 'head' && holderId !== null) put(agencyId, { personId: holderId, name: holderName, seatId });
  const ask = ({ line }: PlannedLine, column: PeopleColumn, what: Refusal) =>
    doubts.push({ sheet: table.sheet, cell: cellAddress(line.row, table.columns.get(column) ?? 0), fault: what });
  const arriving = Map.groupBy(
    lines.filter(({ isHeldAlready }) => !isHeldAlready),
    ({ agencyId }) => agencyId,
  );
  for (const office of offices) {
    const arrivals = arriving.get(office.agencyId) ?? [];
    const unsure = arrivals.filter(({ line, role, seatId }) => seatId === null && role !== 'head' && readsAsHead(line.title, office));
    for (const planned of arrivals.filter(({ role }) => role === 'head')) {
      const { personId, line } = planned;
      const others = (heads.get(office.agencyId) ?? []).filter((head) => personId === null || head.personId !== personId);
      const holders = others.map(({ name }) => name).join(', ');
      if (others[0] !== undefined) ask(planned, 'title', fault('import.second-head', { agency: office.name, holders, seat: others[0].seatId }));
      put(office.agencyId, { personId, name: line.name, seatId: '' });
    }
    for (const planned of unsure) ask(planned, 'title', fault('import.head-without-role', { title: planned.line.title, hasColumn: table.columns.has('role') }));
    if (arrivals[0] !== undefined && unsure.length === 0 && !heads.has(office.agencyId))
      ask(arrivals[0], 'agency', fault('import.no-head', { agency: office.name }));
  }
  return inReadingOrder(doubts);
}

/** Whoever stands in bears the title of the seat: `Plt. Camat`, `Penjabat Kepala Desa`. */
const STAND_INS = /^(?:plt|plh|pjs?|penjabat|pelaksana (?:tugas|harian))[. ]+/;
/** Offices that may stand under the agency above them as well, as a Puskesmas under its Dinas. */
const SMALL = /^(?:(?:kepala|ka\.?) (?:uptd?|unit pelaksana|puskesmas|sekolah|sdn?|smpn?|tk|desa|kelurahan)|lurah|pambakal|kades|kepsek|kapus)(?!\p{L})/u;
const BAGIAN = /^(?:(?:kepala|ka\.?) bagian|kabag)(?!\p{L})/u;
/** Parts of an office: whoever leads one is not its head. */
const INNER =
  /^(?:(?:kepala|ka\.?) (?:bidang|bid|seksi|sub|tata|tu|urusan|ruang|instalasi|unit|dusun|kelompok|tim|regu|lab|gudang|perpustakaan)|inspektur pembantu)/u;
const WHOLE = /^(?:kepala|ka\.?|kadis|kaban|camat|inspektur|direktur|sekretaris (?:daerah|dewan|dprd)|sekda|sekwan)(?!\p{L})/u;

/**
 * Whether a title is usually that of the agency's head, as tables write it: `Camat`, `Plt. Kepala Dinas`, `Direktur RSUD`. Heads of its bidang, and of
 * a Puskesmas, school or village that stands under a Dinas or a Kecamatan, are not. A guess: it asks, and decides nothing.
 */
export function readsAsHead(title: string, { name, kind }: Pick<Agency, 'name' | 'kind'>): boolean {
  const words = sameWords(title).replace(STAND_INS, '');
  if (SMALL.test(words)) return kind !== 'skpd' && kind !== 'kecamatan';
  if (BAGIAN.test(words)) return sameWords(name).startsWith('bagian ');
  return !INNER.test(words) && WHOLE.test(words);
}
