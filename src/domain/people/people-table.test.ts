import { describe, expect, test } from 'vitest';
import { parsePasted } from '../shared/table.ts';
import type { Agency } from './agency.ts';
import { type KnownPlaces, planPeople } from './people-plan.ts';
import { MOST_LINES, readPeopleTable } from './people-table.ts';

const NIP = '198001012005011001';
const OTHER_NIP = '198001012005011002';
const HEAD = 'Nama\tNIP\tSurel\tPerangkat daerah\tJabatan\tPeran';

const sheetOf = (text: string) => ({ name: 'Pegawai', rows: parsePasted(text).map((row) => row.map((cell) => ({ text: cell }))) });
const read = (...lines: readonly string[]) => readPeopleTable(sheetOf(lines.join('\n')), 'innovator');
const faultsOf = (found: { readonly faults: readonly { cell: string; fault: { code: string } }[] }) =>
  found.faults.map(({ cell, fault }) => `${cell} ${fault.code}`);

describe('a table of people', () => {
  test('is read by its headings, in any order, other columns passed over', () => {
    const { lines, faults } = read(
      'No\tJABATAN\t Nama  Lengkap \tAkun\tOPD',
      `1\tKepala\tNoor Aini\t19800101 200501 1 001\tDinkes`,
      '2\t\tBudi\tbudi@contoh.example\t',
    );
    expect(faults).toEqual([]);
    expect(lines).toEqual([
      { row: 1, name: 'Noor Aini', nip: NIP, email: null, agency: 'Dinkes', title: 'Kepala', role: 'innovator', kind: { text: '' } },
      { row: 2, name: 'Budi', nip: null, email: 'budi@contoh.example', agency: '', title: '', role: 'innovator', kind: { text: '' } },
    ]);
  });

  test('takes the role from its column where there is one', () => {
    const { lines } = read(HEAD, `A\t${NIP}\t\tDinkes\tKepala\tKEPALA`, 'B\t\tb@contoh.example\tDinkes\tStaf\t');
    expect(lines.map(({ role }) => role)).toEqual(['head', null]);
  });

  test.each([
    ['no column of names', ['NIP\tJabatan', `${NIP}\tKepala`], ['A1 import.no-name-column']],
    ['no column to sign in with', ['Nama\tJabatan', 'A\tKepala'], ['A1 import.no-account-column']],
    ['a column twice', ['Nama\tNIP\tNama', `A\t${NIP}\tB`], ['C1 import.column-twice']],
    ['headings only', ['', HEAD], ['A3 import.empty']],
    ['a short NIP', [HEAD, 'A\t1980\t'], ['B2 person.nip-form']],
    [
      'numbers that a spreadsheet rounded, each on its own line',
      [HEAD, 'A\t1,97503E+17', 'B\t1.97503e17', `C\t${NIP.slice(0, 15)}000`, `D\t${NIP.slice(0, 15)}000`],
      ['B2', 'B3', 'B4', 'B5'].map((cell) => `${cell} import.cell-number-too-long`),
    ],
    ['a rounded number in a column of both', ['Nama\tAkun', 'A\t1,97503E+17'], ['B2 import.cell-number-too-long']],
    ['an address without its place', [HEAD, 'A\t\ta@b'], ['C2 person.email-form']],
    ['nothing to sign in with', [HEAD, 'A\t\t'], ['B2 person.needs-address']],
    ['no name', [HEAD, `\t${NIP}`], ['A2 field.length']],
    ['a name of 121 letters', [HEAD, `${'a'.repeat(121)}\t${NIP}`], ['A2 field.length']],
    [
      'an agency without a seat, a seat without an agency',
      [HEAD, `A\t${NIP}\t\tDinkes`, `B\t${OTHER_NIP}\t\t\tKepala`],
      ['E2 import.seat-half', 'D3 import.seat-half'],
    ],
    ['a role nobody knows', [HEAD, `A\t${NIP}\t\tDinkes\tKepala\tketua`], ['F2 import.role-unknown']],
    ['two people with one NIP', [HEAD, `A\t${NIP}`, `B\t${NIP}`], ['B3 import.twice']],
    ['two people with one address in other letters', [HEAD, `A\t\ta@b.id`, `B\t\tA@B.id`], ['C3 import.twice']],
    ['a line twice', [HEAD, `A\t${NIP}\t\tDinkes\tStaf`, `A\t${NIP}\t\tdinkes\tSTAF`], ['A3 import.line-twice']],
    ['faults in the order of reading', [HEAD, 'A\t1', '\t2'], ['B2 person.nip-form', 'A3 field.length', 'B3 person.nip-form']],
  ])('names the cell of %s', (_name, lines, faults) => expect(faultsOf(read(...lines))).toEqual(faults));

  test('names cells that a spreadsheet marks, once each', () => {
    const rows = [
      [{ text: 'Nama' }, { text: 'NIP' }],
      [
        { text: '', trouble: 'merged' as const },
        { text: '1,98E+17', trouble: 'number-too-long' as const },
      ],
    ];
    expect(faultsOf(readPeopleTable({ name: 'A', rows }, null))).toEqual(['A2 import.cell-merged', 'B2 import.cell-number-too-long']);
  });

  test('is too long beyond its limit, and says so once', () => {
    const lines = Array.from({ length: MOST_LINES + 1 }, (_, n) => `A${n}\t\ta${n}@b.id`);
    expect(faultsOf(read(HEAD, ...lines))).toEqual([`A${MOST_LINES + 2} import.too-many`]);
    expect(read(HEAD, ...lines.slice(1)).lines).toHaveLength(MOST_LINES);
  });

  test('lets one person hold two seats', () => expect(faultsOf(read(HEAD, `A\t${NIP}\t\tDinkes\tKepala`, `a\t${NIP}\t\tDinsos\tKepala`))).toEqual([]));
});

describe('a table against those already known', () => {
  const health: Agency = { agencyId: 'health', name: 'Dinas Kesehatan', shortName: 'Dinkes', kind: 'skpd' };
  const known: KnownPlaces = {
    agencies: [health, { agencyId: 'edu', name: 'Dinas Pendidikan', shortName: 'Disdik', kind: 'skpd' }],
    merged: [],
    people: [
      { personId: 'noor', name: 'Noor Aini', nip: NIP, email: null, isClosed: false },
      { personId: 'budi', name: 'Budi', nip: null, email: 'Budi@contoh.example', isClosed: false },
    ],
    seats: [
      { seatId: 'head', agencyId: 'health', title: 'Kepala', role: 'head', holderId: 'noor', holderName: 'Noor Aini' },
      { seatId: 'free', agencyId: 'health', title: 'Staf', role: 'innovator', holderId: null, holderName: null },
    ],
  };
  const plan = (...lines: readonly string[]) => planPeople(read(HEAD, ...lines), known);

  test('finds people, fills empty seats, makes others, and leaves what stands', () => {
    const { lines, faults } = plan(
      `noor  aini\t${NIP}\t\tDINKES\tKepala\tkepala`,
      'Budi\t\tbudi@contoh.example\tDinas Kesehatan\tstaf\tinovator',
      `Citra\t${OTHER_NIP}\t\tDinkes\tStaf\tinovator`,
    );
    expect(faults).toEqual([]);
    expect(lines.map(({ personId, seatId, isHeldAlready }) => [personId, seatId, isHeldAlready])).toEqual([
      ['noor', 'head', true],
      ['budi', 'free', false],
      [null, null, false],
    ]);
  });

  test('lets several seats of one title be filled one after the other, the own one first', () => {
    const seat = (seatId: string, holderId: string | null) => ({
      seatId,
      agencyId: 'health',
      title: 'Staf',
      role: 'innovator' as const,
      holderId,
      holderName: holderId,
    });
    const staff = { ...known, seats: [seat('s1', null), seat('s2', 'budi'), seat('s3', null)] };
    const lines = [
      `Citra\t${OTHER_NIP}\t\tDinkes\tStaf`,
      'Budi\t\tbudi@contoh.example\tDinkes\tStaf',
      'Dewi\t\td@b.id\tDinkes\tStaf',
      'Eka\t\te@b.id\tDinkes\tStaf',
    ];
    const found = planPeople(read('Nama\tNIP\tSurel\tPerangkat daerah\tJabatan', ...lines), staff);
    expect(found.faults).toEqual([]);
    expect(found.lines.map(({ key, seatId, isHeldAlready }) => [key, seatId, isHeldAlready])).toEqual([
      [OTHER_NIP, 's1', false],
      ['budi@contoh.example', 's2', true],
      ['d@b.id', 's3', false],
      ['e@b.id', null, false],
    ]);
  });

  test('keeps the role of a seat that is there: shown where the table has none, a fault where it says another', () => {
    const roleless = planPeople(read('Nama\tNIP\tPerangkat daerah\tJabatan', `Citra\t${OTHER_NIP}\tDinkes\tCamat`), {
      ...known,
      seats: [{ seatId: 'camat', agencyId: 'health', title: 'Camat', role: 'head', holderId: null, holderName: null }],
    });
    expect([roleless.faults, roleless.lines[0]?.role]).toEqual([[], 'head']);
    expect(plan(`Citra\t${OTHER_NIP}\t\tDinkes\tStaf`).lines[0]?.role).toBe('innovator');
    expect(faultsOf(plan(`Citra\t${OTHER_NIP}\t\tDinkes\tStaf\tkepala`))).toEqual(['F2 import.role-differs']);
    expect(plan(`Citra\t${OTHER_NIP}\t\tDinkes\tBidan\tinovator`).lines[0]?.role).toBe('innovator');
  });

  test('gives no seat to whose account is closed', () => {
    const closed = { ...known, people: known.people.map((person) => ({ ...person, isClosed: true })) };
    expect(faultsOf(planPeople(read(HEAD, `Noor Aini\t${NIP}\t\tDinkes\tStaf`), closed))).toEqual(['A2 import.person-closed']);
    expect(faultsOf(planPeople(read(HEAD, `Noor Aini\t${NIP}`), closed))).toEqual([]);
  });

  test.each([
    ['an agency nobody knows', `Citra\t${OTHER_NIP}\t\tDinkess\tStaf`, 'D2 import.agency-unknown'],
    ['a head who is not gone yet', `Citra\t${OTHER_NIP}\t\tDinkes\tKepala\tkepala`, 'E2 import.seat-held'],
    ['a NIP with another name', `Citra\t${NIP}`, 'A2 import.name-differs'],
    ['a NIP of one and an address of another', `Noor Aini\t${NIP}\tbudi@contoh.example`, 'C2 import.account-of-another'],
    ['an address the account does not have', `Noor Aini\t${NIP}\tbaru@contoh.example`, 'C2 import.account-differs'],
  ])('names the cell of %s', (_name, line, fault) => expect(faultsOf(plan(line))).toEqual([fault]));

  test('offers the nearest agency, and none when none is near', () => {
    const nearest = (agency: string) => plan(`Citra\t${OTHER_NIP}\t\t${agency}\tStaf`).faults[0]?.fault.facts.nearest;
    expect([nearest('Dinks'), nearest('Pendidkan'), nearest('Bank Kalsel')]).toEqual(['Dinkes', 'Dinas Pendidikan', '']);
    expect(plan(`Citra\t${OTHER_NIP}\t\tDinas Kesehtan Balangan\tStaf`).newAgencies[0]?.nearest).toBe('Dinas Kesehatan');
  });

  test('takes no agency for near because of a first word that others share', () => {
    const named = (name: string): Agency => ({ agencyId: name, name, shortName: name.replace('Kecamatan', 'Kec.'), kind: 'kecamatan' });
    const places = { ...known, agencies: ['Awayan', 'Halong'].map((name) => named(`Kecamatan ${name}`)) };
    const found = (agency: string) => planPeople(read(HEAD, `Citra\t${OTHER_NIP}\t\t${agency}\tStaf`), places);
    expect(['Kecamatan Batumandi', 'Kecamatan Awaya'].map((agency) => found(agency).newAgencies[0]?.nearest)).toEqual(['', 'Kecamatan Awayan']);
    expect(found('kecamatan').faults[0]?.fault.facts.nearest).toBe('');
  });

  test('warns of a second head beside one who sits or comes by the same table, and of nobody who sits there already', () => {
    const found = plan(
      `Citra\t${OTHER_NIP}\t\tDinkes\tKepala Dinas\tkepala`,
      'Budi\t\tbudi@contoh.example\tDisdik\tKepala\tkepala',
      'Dewi\t\td@b.id\tDisdik\tKepala Dinas\tkepala',
      `Noor Aini\t${NIP}\t\tDinkes\tKepala\tkepala`,
    );
    expect(found.faults).toEqual([]);
    expect(found.warnings.map(({ cell, fault }) => [cell, fault.code, fault.facts])).toEqual([
      ['E2', 'import.second-head', { agency: 'Dinas Kesehatan', holders: 'Noor Aini', seat: 'head' }],
      ['E4', 'import.second-head', { agency: 'Dinas Pendidikan', holders: 'Budi', seat: '' }],
    ]);
  });
});
